package loader

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	"mandategraph/graph"
)

// rulesNumber counts the changes of code by which a text is read otherwise: raise it
// with each. What changes in tables tells by itself.
const rulesNumber = 14

// Rules is the version of the rules by which this program reads: the number, and a
// sum over the vocabulary and the names that it knows, those of a reader's own
// included. A store keeps it with each document.
func Rules() string {
	sum, d := sha256.New(), ReferenceData()
	fmt.Fprintf(sum, "%v\n%v\n%v\n", graph.Relations, graph.Properties, graph.Qualifiers) // never fails
	for _, f := range d.Facts {
		fmt.Fprintf(sum, "%s\n%s\n%s\n", f.Subject, f.Property, f.Value)
	}
	fmt.Fprint(sum, d.Source)
	return fmt.Sprintf("%d.%s", rulesNumber, hex.EncodeToString(sum.Sum(nil)[:4]))
}
