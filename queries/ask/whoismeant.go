package ask

import (
	"regexp"
	"strings"

	"mandategraph/graph/snapshot"
)

// A duty names whom it binds by the last word of his name where the paragraphs before it
// have the whole: "the Group" of an act that welcomed a group on something above.

// onlyCalled matches such a name.
var onlyCalled = regexp.MustCompile(
	`^(?:the |The )?(?:[Ww]orking [Gg]roup|[Ee]xpert [Gg]roup|[Gg]roup|[Cc]ommittee|[Tt]eam|[Tt]ask [Ff]orce` +
		`|[Pp]anel|[Bb]oard|[Mm]ission|[Ff]orce|[Cc]hair)$`,
)

// whoIsMeant is the paragraph of the same act above a duty that has the whole name.
func whoIsMeant(t telling, r row) []string {
	m := inner(r)
	clause := str(m, "clause")
	called := titles(m, "addressees")
	if called == "" {
		called, _, _ = strings.Cut(clause, " to ")
	}
	if !onlyCalled.MatchString(called) {
		return nil
	}
	id, _, _ := strings.Cut(str(m, "id"), "/mandate/")
	place, ok := t.Lookup(id)
	words := strings.Fields(called)
	if above := t.nameAbove(place, words[len(words)-1]); ok && above != snapshot.NoNode {
		return []string{"above it, " + shortPlace(t.ID(above)) + ": “" + clipped(t.Text(above, "text")) + "”"}
	}
	return nil
}

// nameAbove is the first paragraph of an act, up to another of it, that has a noun within a
// name: a large word right before it, or "of", "on" and "for" behind. Texts write a name in
// full where it first occurs.
func (r *Reader) nameAbove(place snapshot.Node, noun string) snapshot.Node {
	id, _, _ := strings.Cut(r.ID(place), "#")
	act, ok := r.Lookup(id)
	noun = `(?i:` + regexp.QuoteMeta(noun) + `)`
	whole := regexp.MustCompile(`(?:\p{Lu}[\pL-]+|\bof the [Cc]hair) ` + noun + `\b|\b` + noun + ` (?:of|on|for) \pL`)
	for n := act + 1; ok && n <= place && strings.HasPrefix(r.ID(n), id+"#"); n++ {
		if r.Kind(n) == "Paragraph" && whole.MatchString(r.Text(n, "text")) {
			return n
		}
	}
	return snapshot.NoNode
}
