package loader

import (
	"strings"

	"mandategraph/graph"
)

// modifications are the marks at the end of a symbol that say what the document
// does to the one whose symbol stands before them.
var modifications = []struct{ mark, relation string }{{"/Rev.", "revises"}, {"/Add.", "supplements"}, {"/Corr.", "corrects"}, {"/Amend.", "amends"}}

// revisions states which document a corrigendum, addendum or revision changes,
// and that a document is a reissue.
func (s *stater) revisions() {
	t := s.tree
	for _, p := range t.Paragraphs {
		switch base, relation := changed(t.Symbol); {
		case base != "" && p.Act == nil && p.Locator == headLocator:
			s.symbolEntity(symbolHit{symbol: base})
			s.state(p, p.Parts[0], 0, len(p.Parts[0].S), t.ID, relation, graph.DocumentID(base), qualifiers{{"rule", "symbol"}, {"confidence", "certain"}})
		case p.Kind == footnote && p.note == "*" && strings.HasPrefix(p.Parts[0].S, "Reissued "):
			s.fact(t.ID, "documentType", "reissue")
		}
	}
}

// changed is the symbol of the document that a symbol's last mark changes, and
// how; empty where it has no such mark.
func changed(symbol string) (base, relation string) {
	at := -1
	for _, m := range modifications {
		if i := strings.LastIndex(symbol, m.mark); i > at && digitsEnd(symbol, i+len(m.mark)) == len(symbol) && len(symbol) > i+len(m.mark) {
			at, base, relation = i, symbol[:i], m.relation
		}
	}
	return base, relation
}
