package session

import (
	"context"
	"strings"

	"mandategraph/loader/tree"
)

// Revisions reads which document a corrigendum, addendum or revision changes,
// and that a document is a reissue.
func Revisions(ctx context.Context, t *tree.Tree) (found tree.Findings) {
	base, relation := tree.ChangedBy(t.Symbol)
	for _, p := range t.Paragraphs {
		if ctx.Err() != nil {
			return found
		}
		part := p.Parts[0]
		switch {
		case base != "" && p.Act == nil && p.Locator == tree.HeadLocator:
			found.State(p, part, 0, len(part.S), t.ID, relation, tree.AddSymbol(&found, base),
				tree.Qualifiers{{"rule", "symbol"}, {"confidence", "certain"}})
		case p.Kind == tree.Footnote && p.Note == "*" && strings.HasPrefix(part.S, "Reissued "):
			found.Fact(t.ID, "documentType", "reissue")
		}
	}
	return found
}
