package format

import (
	"regexp"
	"strconv"
	"strings"
)

var plainMark = regexp.MustCompile(`^(\d{1,3}|\*{1,3})\s+(\S.*)$`)

// readNotes joins the lines below the text of each page to footnotes. What
// begins without a mark goes on with the last note, also from the page before.
func (l *layout) readNotes() {
	var last *note
	for i := range l.sheets {
		s := &l.sheets[i]
		s.marked = make([]note, 0, len(s.notes)) // last points into it
		for _, line := range s.notes {
			mark, text := noteStart(line, last)
			switch {
			case mark != "":
				s.marked = append(s.marked, note{mark, text})
				last = &s.marked[len(s.marked)-1]
			case last != nil:
				last.text = string(l.join([]byte(last.text), text))
			default:
				s.body = append(s.body, line)
			}
		}
	}
}

// noteStart reads the mark at the start of a line: a raised one, or a number
// that follows that of the last note.
func noteStart(line printed, last *note) (mark, text string) {
	text = strings.ReplaceAll(line.text, "\t", " ")
	if line.mark != "" {
		return strings.Trim(line.mark, ", "), strings.TrimLeft(text, "⁰¹²³⁴⁵⁶⁷⁸⁹*, ")
	}
	m := plainMark.FindStringSubmatch(text)
	if m == nil {
		return "", text
	}
	if n, err := strconv.Atoi(m[1]); err == nil && last != nil && last.mark != strconv.Itoa(n-1) {
		return "", text
	}
	return m[1], m[2]
}
