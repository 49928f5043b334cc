package export

import (
	"bufio"
	"fmt"
	"slices"
	"strings"

	"mandategraph/graph/snapshot"
)

// writeNQuads writes RDF 1.1 N-Quads (W3C Recommendation, 25 February 2014) in
// the model of the quad store. The lines of each document are sorted; the
// source text is left out.
func writeNQuads(w *bufio.Writer, s *snapshot.Snapshot, o Options) error {
	r, err := newRDFWriter(o)
	if err != nil {
		return err
	}
	for d := range o.documents(s) {
		var lines []string
		for _, q := range r.document(d) {
			lines = append(lines, "<"+q.subject+"> <"+q.predicate+"> "+q.object.absolute()+" <"+q.label+"> .\n")
		}
		slices.Sort(lines)
		for _, line := range slices.Compact(lines) {
			if _, err := w.WriteString(line); err != nil {
				return err
			}
		}
	}
	return nil
}

// absolute is a term in the notation of N-Quads.
func (t rdfTerm) absolute() string {
	if t.iri != "" {
		return "<" + t.iri + ">"
	}
	literal := `"` + literalEscapes.Replace(t.text) + `"`
	if t.datatype != "" {
		literal += "^^<" + t.datatype + ">"
	}
	return literal
}

// literalEscapes are what a quoted literal must not hold as it is, and the
// other control characters, which would make a line hard to read.
var literalEscapes = func() *strings.Replacer {
	pairs := []string{`\`, `\\`, `"`, `\"`, "\n", `\n`, "\r", `\r`, "\t", `\t`, "\b", `\b`, "\f", `\f`, "\x7f", `\u007F`}
	for c := range 0x20 {
		if !strings.ContainsRune("\n\r\t\b\f", rune(c)) {
			pairs = append(pairs, string(rune(c)), fmt.Sprintf(`\u%04X`, c))
		}
	}
	return strings.NewReplacer(pairs...)
}()
