package loader

import "context"

// meetings reads the subsidiary bodies that a document names, and their
// meetings.
func meetings(ctx context.Context, t *Tree, cites *citations) (found findings) {
	for _, p := range t.Paragraphs {
		if ctx.Err() != nil {
			return found
		}
		parent := t.speaker(p)
		if parent == "" {
			continue
		}
		for _, part := range p.Parts {
			if !namesSubsidiary().in(part) {
				continue
			}
			for _, b := range subsidiaries(part, parent) {
				addSubsidiary(&found, b)
			}
			for _, m := range cites.sittings(part, parent) {
				addSitting(&found, m)
			}
		}
	}
	return found
}
