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
	leadingMarks = "*"
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
	markClosingNotes(text, list)
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
	if strings.HasPrefix(text[l.start:l.end], "> ") {
		l.start += len("> ") // a quotation in Markdown
	}
	l.start += headingMarks(text[l.start:l.end])
	content := text[l.start:l.end]
	switch {
	case content == "":
		l.kind = lineBlank
	case content[0] == '[':
		if digits, n := bracketMark(content); n > 0 && strings.HasPrefix(content[n:], ":") {
			l.kind, l.note = lineNote, digits
			l.start += n + len(":")
		}
	case strings.IndexByte(leadingMarks, content[0]) >= 0:
		if n := signMark(content); n > 0 {
			l.kind, l.note = lineNote, content[:n]
		}
	case content[0] >= 0x80:
		if digits, n := superscript(content); n > 0 {
			l.kind, l.note = lineNote, digits
		}
	}
	return l
}

// bracketMark reads the mark of a footnote as Markdown writes it, [^12], at the start
// of s; length is 0 where there is none.
func bracketMark(s string) (digits string, length int) {
	inner, opens := strings.CutPrefix(s, "[^")
	if !opens {
		return "", 0
	}
	end := scan.DigitsEnd(inner, 0)
	if end == 0 || end > 3 || end == len(inner) || inner[end] != ']' {
		return "", 0
	}
	return inner[:end], len("[^") + end + len("]")
}

// signMark is the length of the signs that mark a footnote: "* ", "** ".
func signMark(s string) int {
	n := 1
	for n < len(s) && n < 3 && s[n] == s[0] {
		n++
	}
	if n+1 >= len(s) || s[n] != ' ' {
		return 0
	}
	return n
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
		if end := beforeChapter(text, list, i+1, noteZoneEnd(list, i+1)); end > 0 {
			nameNotes(text, list[i+1:end])
			i = end - 1
		} else {
			i = listNotes(text, list, i+1) - 1
		}
	}
}

// mostNoteLines is how many lines the foot of a page has at most.
const mostNoteLines = 80

// noteZoneEnd is the line behind the foot of a page that begins at a line: where the
// next page begins, else behind the line that bears its symbol with what is printed
// beside it, else behind the job number; 0 where none of them follows.
func noteZoneEnd(list []line, from int) int {
	first := 0 // behind the first lines of the page's edge
	for k := from; k < min(len(list), from+mostNoteLines); k++ {
		if list[k].feeds && k > from {
			return k
		}
		if list[k].kind != lineEdge {
			continue
		}
		end, head := k, false
		for ; end < len(list) && (list[end].kind == lineEdge || list[end].kind == lineBlank) && !list[end].feeds; end++ {
			head = head || list[end].head
		}
		if end = max(end, k+1); head || end == len(list) {
			return end
		}
		if first == 0 {
			first = end
		}
		k = end - 1
	}
	return first
}

// chapterLine is the heading of a chapter on a line of its own: "I. Introduction".
var chapterLine = scan.Compile(`^[IVX]{1,5}\.\s+[A-Z][^.,;:/\d]{3,70}$`)

// partHead is a line that heads a part of a text and stands in no note: the letter of a
// section alone, a chapter, an act.
var partHead = scan.Compile(
	`^(?:[B-Z]\.|Chapter [IVX]{1,5}|(?i:(?:draft )?(?:resolution|decision)) (?:\d{1,4}/\d{1,4}|[IVX]{1,5}|\d{1,2}))$`,
)

// beforeChapter is the line in the foot of a page at which the text goes on: at a
// chapter between blank lines, where a text set anew keeps the notes of its first page
// below the title, or at a line that heads a part, where no page ends below the notes. It
// is end where there is neither.
func beforeChapter(text string, list []line, from, end int) int {
	for k := from + 1; k+1 < end; k++ {
		content := text[list[k].start:list[k].end]
		if list[k].kind == lineText && (partHead.MatchString(content) ||
			list[k-1].kind == lineBlank && list[k+1].kind == lineBlank && chapterLine.MatchString(content)) {
			return k
		}
	}
	return end
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
		if l.kind == lineNote {
			open = i
		}
		if l.kind != lineText {
			continue
		}
		content := text[l.start:l.end]
		if bareNumber.MatchString(content) {
			loose = withNumber(loose, pending)
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
	numberWaiting(zone, waiting, withNumber(loose, pending))
}

// withNumber adds to the numbers that stand apart one that no text took; empty where
// there is none.
func withNumber(loose []string, pending string) []string {
	if pending == "" {
		return loose
	}
	return append(loose, pending)
}

// numberWaiting gives the footnotes without a number the leftover numbers in their
// order, and "?" where none is left.
func numberWaiting(zone []line, waiting []int, loose []string) {
	for k, i := range waiting {
		if k < len(loose) {
			zone[i].note = loose[k]
		} else {
			zone[i].note = "?"
		}
	}
}
