package text

import (
	"strings"

	"mandategraph/loader/scan"
)

// lineKind says what a line of a text is to the page on which it stands.
type lineKind int

const (
	lineText lineKind = iota
	lineBlank
	lineNote // first line of a footnote
	lineMark // the mark of a footnote on a line of its own
	lineEdge // head or foot of a page: symbol, page number, job number, rule
)

// A line is one line of the source without surrounding white space.
type line struct {
	start, end int
	kind       lineKind
	note       string // the footnote's mark
	indented   bool
	feeds      bool // a page begins here
	head       bool // of a page: it bears the document's symbol
}

var (
	bareNumber   = scan.Compile(`^\d{1,6}$`)
	ruleLine     = scan.Compile(`^[_–—-]{6,}$`)
	recycleLine  = scan.Compile(`^(?i:please recycle.*)$`)
	plainNote    = scan.Compile(`^(\d{1,3})[/)]?\s+\S`)
	leadingMarks = "*†‡"
)

// lines splits a source and says what each line is to its page.
func lines(s *Source) []line {
	text := s.Text
	list := make([]line, 0, strings.Count(text, "\n")+1)
	for at := 0; at < len(text); {
		end := strings.IndexByte(text[at:], '\n')
		if end < 0 {
			end = len(text)
		} else {
			end += at
		}
		list = append(list, newLine(text, at, end))
		at = end + 1
	}
	markPages(text, list)
	markNoteZones(text, list)
	markFootNotes(text, list)
	markEndNotes(text, list)
	markLoneMarks(text, list)
	return list
}

func newLine(text string, start, end int) line {
	l := line{start: start, end: end}
	for l.start < l.end && isSpace(text[l.start]) {
		l.feeds = l.feeds || text[l.start] == '\f'
		l.start++
	}
	for l.end > l.start && isSpace(text[l.end-1]) {
		l.end--
	}
	l.indented = l.start > start
	l.start += headingMarks(text[l.start:l.end])
	content := text[l.start:l.end]
	switch {
	case content == "":
		l.kind = lineBlank
	case strings.IndexByte(leadingMarks, content[0]) >= 0 && len(content) > 2 && content[1] == ' ':
		l.kind, l.note = lineNote, content[:1]
	case content[0] >= 0x80:
		if digits, n := superscript(content); n > 0 {
			l.kind, l.note = lineNote, digits
		}
	}
	return l
}

// headingMarks is the length of the marks of a heading in Markdown: "## ".
func headingMarks(s string) int {
	n := 0
	for n < len(s) && n < 6 && s[n] == '#' {
		n++
	}
	if n == 0 || n == len(s) || s[n] != ' ' {
		return 0
	}
	return n + 1
}

func isSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\v' || c == '\f' || c == '\r' }

// markNoteZones reads the foot of a page: everything from a rule to the
// running head of the next page is footnotes, their numbers printed before,
// beside or apart from their texts.
func markNoteZones(text string, list []line) {
	for i := 0; i < len(list); i++ {
		if list[i].kind != lineText || !ruleLine.MatchString(text[list[i].start:list[i].end]) {
			continue
		}
		list[i].kind = lineEdge
		end := i + 1
		furniture := false
		for ; end < len(list) && end < i+80; end++ {
			if list[end].kind == lineEdge {
				furniture = true
				if list[end].head && (end+1 >= len(list) || list[end+1].kind != lineEdge) {
					break
				}
			}
		}
		if furniture {
			nameNotes(text, list[i+1:min(end, len(list))])
			i = end
		} else {
			i = listNotes(text, list, i+1) - 1
		}
	}
}

// nameNotes gives the texts of a page's foot their numbers: the number on the
// line before or at the start, else the leftover numbers in their order.
func nameNotes(text string, zone []line) {
	var loose []string       // numbers that stand apart
	var waiting []int        // texts without a number
	pending, series := "", 0 // a number, and how many stand in a row
	open := -1
	for i := range zone {
		l := &zone[i]
		if l.kind != lineText {
			continue
		}
		content := text[l.start:l.end]
		if bareNumber.MatchString(content) {
			if pending != "" {
				loose = append(loose, pending)
			}
			pending, l.kind, open = content, lineEdge, -1
			series++
			continue
		}
		if series > 1 && pending != "" {
			loose, pending = append(loose, pending), ""
		}
		series = 0
		if open >= 0 && !strings.HasSuffix(text[zone[open].start:zone[open].end], ".") {
			l.kind, l.note, open = lineNote, "+", i // goes on
			continue
		}
		l.kind = lineNote
		switch m := plainNote.FindStringSubmatch(content); {
		case pending != "":
			l.note, pending = pending, ""
		case m != nil:
			l.note = m[1]
		default:
			waiting = append(waiting, i)
		}
		open = i
	}
	if pending != "" {
		loose = append(loose, pending)
	}
	for k, i := range waiting {
		if k < len(loose) {
			zone[i].note = loose[k]
		} else {
			zone[i].note = "?"
		}
	}
}
