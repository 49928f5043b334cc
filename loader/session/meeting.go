package session

import (
	"context"

	"mandategraph/loader/cite"
	"mandategraph/loader/tree"
)

// Meetings reads the subsidiary bodies that a document names, and their
// meetings.
func Meetings(ctx context.Context, t *tree.Tree, cites *cite.Citations) (found tree.Findings) {
	for _, p := range t.Paragraphs {
		if ctx.Err() != nil {
			return found
		}
		parent := t.Speaker(p)
		if parent == "" {
			continue
		}
		for _, part := range p.Parts {
			for _, b := range cite.Subsidiaries(part, parent) {
				cite.AddSubsidiary(&found, b)
			}
			for _, m := range cites.Sittings(part, parent) {
				cite.AddSitting(&found, m)
			}
		}
	}
	return found
}
