package duty

import (
	"context"
	"strings"

	"mandategraph/loader/cite"
	"mandategraph/loader/tree"
)

// nearMark is within how many bytes behind a name its footnote mark stands.
const nearMark = 2

// Annexed finds the acts that hold the texts of instruments, as the footnotes
// at their names say: "General Assembly resolution 76/181, annex".
func Annexed(ctx context.Context, t *tree.Tree, cites *cite.Citations, list []tree.Instrument) (found tree.Findings) {
	for _, n := range list {
		if ctx.Err() != nil {
			return found
		}
		for _, mark := range n.Part.Marks {
			if mark.At < n.End || mark.At > n.End+nearMark {
				continue
			}
			note := tree.NoteFrom(t.Paragraphs, mark.Note, n.Paragraph.Start)
			if note == nil {
				continue
			}
			text := note.Parts[0]
			acts := cites.Of(text, t.Speaker(n.Paragraph))
			if len(acts) == 1 && acts[0].ID != "" && strings.HasPrefix(acts[0].Pin, "annex") {
				c := &acts[0]
				found.State(note, text, c.Start, c.End, n.ID, "containedIn", c.ID,
					tree.Qualifiers{{"pin", c.Pin}, {"rule", "footnote of an instrument"}, {"confidence", "certain"}})
			}
		}
	}
	return found
}
