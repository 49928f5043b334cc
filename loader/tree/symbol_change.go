package tree

import (
	"strings"

	"mandategraph/loader/scan"
)

// modifications are the marks at the end of a symbol that say what the document
// does to the one whose symbol stands before them.
var modifications = []struct{ mark, relation string }{
	{"/Rev.", "revises"}, {"/Add.", "supplements"}, {"/Corr.", "corrects"}, {"/Amend.", "amends"},
}

// ChangedBy is the symbol of the document that a symbol's last mark changes, and
// how; empty where it has no such mark.
func ChangedBy(symbol string) (base, relation string) {
	at := -1
	for _, m := range modifications {
		i := strings.LastIndex(symbol, m.mark)
		digits := i + len(m.mark)
		if i > at && digits < len(symbol) && scan.DigitsEnd(symbol, digits) == len(symbol) {
			at, base, relation = i, symbol[:i], m.relation
		}
	}
	return base, relation
}
