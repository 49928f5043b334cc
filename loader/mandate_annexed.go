package loader

import (
	"context"
	"strings"
)

// nearMark is within how many bytes behind a name its footnote mark stands.
const nearMark = 2

// readAnnexed finds the acts that hold the texts of instruments, as the footnotes
// at their names say: "General Assembly resolution 76/181, annex".
func readAnnexed(ctx context.Context, t *Tree, cites *citations, list []instrument) (found findings) {
	for _, n := range list {
		if ctx.Err() != nil {
			return found
		}
		for _, mark := range n.part.Marks {
			if mark.At < n.end || mark.At > n.end+nearMark {
				continue
			}
			note := noteFrom(t.Paragraphs, mark.Note, n.paragraph.Start)
			if note == nil {
				continue
			}
			text := note.Parts[0]
			acts := cites.of(text, t.speaker(n.paragraph))
			if len(acts) == 1 && acts[0].id != "" && strings.HasPrefix(acts[0].pin, "annex") {
				c := &acts[0]
				found.state(note, text, c.start, c.end, n.id, "containedIn", c.id,
					qualifiers{{"pin", c.pin}, {"rule", "footnote of an instrument"}, {"confidence", "certain"}})
			}
		}
	}
	return found
}
