package text

import (
	"strings"

	"mandategraph/loader/scan"
)

// Programme budgets, and what committees recommend to change in them, list the mandates
// of a programme under the bodies that gave them: "General Assembly resolutions", and
// below, one to a line, "50/233 Joint Inspection Unit". The lists are set without blank
// lines, like the headings above them.

var (
	entriesHead = scan.Compile(`^[A-Z][A-Za-z ]* (?:resolutions|decisions)$`)
	// Entry is such an entry, also one to be added or deleted, with its number.
	Entry = scan.Compile(`^(?:(?:Add|Delete|Insert|Replace)\b[^“”"/]{0,40}[“"])?` +
		`(\d{1,4}(?:/\d{1,4}(?: ?[A-Z])?| (?:[A-Z] )?\((?:[IVXL]+|S-[IVXL]+|(?:19|20)\d\d)\)))[”"]? [A-Z][a-z]`)
)

// opensEntry says that a line heads such a list, an entry of which is next, or is an
// entry of the list that is being read.
func (b *blocker) opensEntry(list []line, i int) bool {
	content := b.source[list[i].start:list[i].end]
	if b.entries = b.entries && b.wrapped; b.entries && Entry.MatchString(content) {
		return true
	}
	if !b.wrapped || len(content) > maxHeading || !strings.HasSuffix(content, "ions") || !entriesHead.MatchString(content) {
		return false
	}
	for k := i + 1; k < len(list); k++ {
		if list[k].kind == lineText {
			b.entries = Entry.MatchString(b.source[list[k].start:list[k].end])
			return b.entries
		}
	}
	return false
}
