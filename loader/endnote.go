package loader

import (
	"strings"
)

// endNote is the first line of a footnote whose number stands before it without
// a point.
var endNote = compile(`^(\d{1,2})\s+[A-Z]`)

// markEndNotes finds the footnotes that a conversion puts at the end of a text
// without a rule: lines that are numbered from 1 on, each with its mark glued to
// a word or stop above.
func markEndNotes(text string, list []line) {
	found := map[int]string{}
	above := ""
	for i := len(list) - 1; i >= 0; i-- {
		l := list[i]
		content := text[l.start:l.end]
		if l.kind != lineText || strings.Trim(content, "=-_*— ") == "" {
			continue
		}
		m := endNote.FindStringSubmatch(content)
		if m == nil || above != "" && !next(m[1], above) || !gluedMark(text[:l.start], m[1]) {
			break
		}
		found[i], above = m[1], m[1]
	}
	if above != "1" {
		return
	}
	for i, note := range found {
		list[i].kind, list[i].note = lineNote, note
	}
}

// gluedMark says that a number stands right behind a word or stop: "framework,1".
func gluedMark(text, number string) bool {
	for at := 0; ; {
		i := strings.Index(text[at:], number)
		if i < 0 {
			return false
		}
		start, end := at+i, at+i+len(number)
		at = end
		if start > 0 && end < len(text) && (isSpace(text[end]) || text[end] == '\n') && (text[start-1] >= 'a' && text[start-1] <= 'z' || strings.IndexByte(",;)", text[start-1]) >= 0) {
			return true
		}
	}
}
