package ask

import (
	"strings"
	"unicode"

	"mandategraph/graph/snapshot"
)

// leastInitials is how many letters an acronym has that names a body by its initials alone:
// shorter ones fit too many.
const leastInitials = 4

// initialled is the name of the one body whose words begin with the letters of an acronym
// that no text spells out: the Indigenous Issues forum as UNPFII, and the like.
func (r *Reader) initialled(acronym string) (name string, at snapshot.Node) {
	if len(acronym) < leastInitials {
		return "", snapshot.NoNode
	}
	at = snapshot.NoNode
	for _, n := range r.Nodes("Body") {
		for _, called := range append(r.Values(n, "alias"), r.Text(n, "name")) {
			if initials(called) != acronym || at == n {
				continue
			}
			if at != snapshot.NoNode {
				return "", snapshot.NoNode
			}
			name, at = called, n
		}
	}
	return name, at
}

// initials are the first letters of the words of a name that it writes large.
func initials(name string) string {
	letters := ""
	for w := range strings.FieldsSeq(name) {
		if first := []rune(w)[0]; unicode.IsUpper(first) {
			letters += string(first)
		}
	}
	return letters
}
