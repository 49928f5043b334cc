package loader

import (
	"context"
	"strings"
)

// revisions reads which document a corrigendum, addendum or revision changes,
// and that a document is a reissue.
func revisions(ctx context.Context, t *Tree) (found findings) {
	base, relation := changed(t.Symbol)
	for _, p := range t.Paragraphs {
		if ctx.Err() != nil {
			return found
		}
		part := p.Parts[0]
		switch {
		case base != "" && p.Act == nil && p.Locator == headLocator:
			found.state(p, part, 0, len(part.S), t.ID, relation, addSymbol(&found, base),
				qualifiers{{"rule", "symbol"}, {"confidence", "certain"}})
		case p.Kind == footnote && p.note == "*" && strings.HasPrefix(part.S, "Reissued "):
			found.fact(t.ID, "documentType", "reissue")
		}
	}
	return found
}
