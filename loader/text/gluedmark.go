package text

import (
	"strconv"
	"strings"

	"mandategraph/loader/scan"
)

// A text without raised figures may print the mark of a footnote right behind a
// word or stop: "the Rights of the Child,3 in". It is the mark where the page has
// a note of that number.

// A pageMarks keeps what may be marks on the page that is being read, with their
// places in the text: numbers right behind a word, numbers set apart from it, and
// figures at the end of a longer number.
type pageMarks struct{ behind, apart, joined map[string][]int }

func newPageMarks() *pageMarks {
	return &pageMarks{map[string][]int{}, map[string][]int{}, map[string][]int{}}
}

func (m *pageMarks) clear() {
	clear(m.behind)
	clear(m.apart)
	clear(m.joined)
}

// A foundMark is a mark found in the text.
type foundMark struct {
	At   int
	Note string
}

// endNote is the first line of a footnote whose number stands before it without
// a mark.
var endNote = scan.Compile(`^(\d{1,2})\s+[A-Z]`)

// longWord is the most bytes of a word that a mark follows.
const longWord = 64

// notMarks end in numbers of their own: "Add.1", "para.5".
var notMarks = scan.WordSet("add corr rev no nos vol vols para paras p pp art arts chap sect supp wp item doc ver")

// readAll collects the numbers of the lines of a page that are text.
func (m *pageMarks) readAll(text string, lines []line) {
	for _, l := range lines {
		if l.kind == lineText {
			m.read(text, l)
		}
	}
}

// read collects the numbers of a line that may be marks.
func (m *pageMarks) read(text string, l line) {
	for i := l.start + 1; i < l.end; i++ {
		if !scan.IsDigit(text[i]) || scan.IsDigit(text[i-1]) {
			continue
		}
		end := scan.DigitsEnd(text[:l.end], i)
		before := text[max(l.start, i-longWord):i]
		switch closed := end == l.end || strings.IndexByte(" ,;).", text[end]) >= 0; {
		case !closed:
		case end-i < 3 && text[i-1] != ' ':
			if text[min(end, l.end-1)] != '.' && marksAfter(before) {
				m.behind[text[i:end]] = append(m.behind[text[i:end]], i)
			}
		case end-i < 3:
			if apartMark(before, text[end:l.end]) {
				m.apart[text[i:end]] = append(m.apart[text[i:end]], i)
			}
		default:
			m.readJoined(text, i, end, before)
		}
		i = end
	}
}

// readJoined collects the last figures of numbers that are too long: no session
// has a thousand acts, "77/2285", and no year five figures, "December 20165".
func (m *pageMarks) readJoined(text string, i, end int, before string) {
	for n := 1; n <= 2; n++ {
		rest := end - i - n
		act := before[len(before)-1] == '/' && len(before) > 1 && scan.IsDigit(before[len(before)-2]) && end-i == 4 && rest <= 3
		year := rest == 4 && (text[i:i+2] == "19" || text[i:i+2] == "20") && marksYear(before)
		if act || year {
			m.joined[text[end-n:end]] = append(m.joined[text[end-n:end]], end-n)
		}
	}
}

// marksYear says that a year follows the month of a date: "21 December ".
func marksYear(before string) bool {
	fields := strings.Fields(before)
	n := len(fields)
	return n > 1 && strings.HasSuffix(before, " ") && scan.IsCapital(fields[n-1]) && scan.DigitsEnd(fields[n-2], 0) == len(fields[n-2])
}

// Counting are words before numbers that are no marks.
var Counting = scan.WordSet("of to from on and or in at by the its for with than over least most about between " +
	"under item items paragraph paragraphs para paras article articles no nos vol vols chapter chap section sect " +
	"annex part rule rules resolution resolutions decision decisions session sessions meeting meetings indicator " +
	"target targets goal goals page pages table figure phase option group category number version level")

// apartMark says that a number set apart from the words before and behind it may be
// a mark: "presentations. 3 During", "the Secretary-General 1 and".
func apartMark(before, after string) bool {
	word := strings.TrimRight(before, " ")
	if word == "" || len(before)-len(word) > 2 {
		return false
	}
	last := word[len(word)-1]
	word = word[strings.LastIndexAny(word, " \t(")+1:]
	next := strings.TrimLeft(after, " ")
	if next != "" && (scan.IsDigit(next[0]) || after[0] == '.') {
		return false
	}
	switch {
	case strings.IndexByte(".,;", last) >= 0:
		stem := strings.TrimRight(word, ".,;:)”")
		return len(stem) > 2 && IsLower(stem[len(stem)-1]) && !notMarks[strings.ToLower(stem)] && next != ""
	case IsLower(last):
		return len(word) > 2 && !Counting[strings.ToLower(word)] &&
			(next == "" || strings.IndexByte(",;", next[0]) >= 0 || functionWord(next))
	}
	return false
}

// functionWord says that words go on behind a mark with one that no number counts.
func functionWord(s string) bool {
	w, _ := scan.Word(s, 0)
	return functionWords[w]
}

var functionWords = scan.WordSet(
	"and or in on of to for with as at by which that the a an is are was were shall also including subject concerning from under",
)

// closedNumber is the number of an act with the comma or stop behind it: "77/11,". No
// such number has decimals.
var closedNumber = scan.Compile(`^\d{1,4}/\d{1,3}[,;.]$`)

// marksAfter says that a number right behind these words may be a mark.
func marksAfter(before string) bool {
	word := before[strings.LastIndexAny(before, " \t(")+1:]
	if strings.HasSuffix(word, ").") || strings.HasSuffix(word, "),") {
		return true
	}
	if word == "" || strings.IndexByte(word, '/') >= 0 {
		return closedNumber.MatchString(word)
	}
	last := word[len(word)-1]
	if IsLower(last) {
		return len(word) > 2
	}
	if strings.IndexByte(",;:.)", last) < 0 && !strings.HasSuffix(word, "”") {
		return false
	}
	stem := strings.TrimRight(word, ",;:.)”\"")
	if stem == "" || notMarks[strings.ToLower(stem)] {
		return false
	}
	if scan.IsDigit(stem[len(stem)-1]) {
		return len(stem) == 4 && strings.Trim(stem, "0123456789") == "" // "for 2021.1"
	}
	return last != '.' || IsLower(stem[len(stem)-1]) && len(stem) > 2
}

// markFootNotes finds the notes at the foot of pages without a rule: the lines
// above it whose numbers go on from the page before, each with its mark on the
// page.
func markFootNotes(text string, list []line) {
	page, read, last := newPageMarks(), 0, 0 // the lines read so far: most pages have no notes
	for i, l := range list {
		if l.kind != lineEdge || !endsInNote(text, list[:i]) {
			continue
		}
		page.readAll(text, list[read:i])
		read = i
		if first, n := footNotes(text, list[:i], page, last); n > 0 {
			for k := first; k < first+n; k++ {
				last++
				list[k].kind, list[k].note = lineNote, strconv.Itoa(last)
			}
			page.clear()
		}
	}
}

// lastLine is the last of some lines that is not blank; -1 where there is none.
func lastLine(lines []line) int {
	k := len(lines) - 1
	for k >= 0 && lines[k].kind == lineBlank {
		k--
	}
	return k
}

// endsInNote says that the last of some lines looks like a note.
func endsInNote(text string, lines []line) bool {
	k := lastLine(lines)
	return k >= 0 && lines[k].kind == lineText && endNote.MatchString(text[lines[k].start:lines[k].end])
}

// footNotes finds the n notes that end the lines of a page.
func footNotes(text string, lines []line, page *pageMarks, last int) (first, n int) {
	k := lastLine(lines)
	for below := ""; k >= 0 && lines[k].kind == lineText; k-- {
		m := endNote.FindStringSubmatch(text[lines[k].start:lines[k].end])
		if m == nil || below != "" && !Succeeds(m[1], below) || len(page.behind[m[1]]) == 0 {
			break
		}
		n++
		if below = m[1]; below == strconv.Itoa(last+1) {
			return k, n
		}
	}
	return 0, 0
}

// gluedMarks lists the marks of notes with plain numbers, in the order of the
// text: of each the one number that may be it on its pages, behind the mark of the
// note before.
func gluedMarks(text string, list []line) (marks []foundMark) {
	page, noted, last := newPageMarks(), false, -1
	read := 0 // the lines read so far
	for i, l := range list {
		switch l.kind {
		case lineText:
			if noted {
				page.clear()
				read, noted = i, false
			}
		case lineNote:
			noted = true
			if l.note == "+" || text[l.start] >= 0x80 {
				continue
			}
			page.readAll(text, list[read:i])
			read = i
			if m, ok := page.only(l.note, last); ok {
				marks, last = append(marks, m), m.At
			}
		}
	}
	return marks
}

// only is the one number that may be the mark of a note behind byte last. One right
// behind a word goes before one that is set apart.
func (m *pageMarks) only(note string, last int) (foundMark, bool) {
	defer delete(m.behind, note)
	for _, kind := range []map[string][]int{m.behind, m.apart, m.joined} {
		at, count := 0, 0
		for _, place := range kind[note] {
			if place > last {
				at, count = place, count+1
			}
		}
		if count == 1 {
			return foundMark{At: at, Note: note}, true
		}
		if count > 1 {
			break
		}
	}
	return foundMark{}, false
}

// markLoneMarks finds marks that stand on a line of their own inside a paragraph,
// where a note of that number is printed below.
func markLoneMarks(text string, list []line) {
	below := map[string]int{} // by their mark, where the nearest note below begins
	for i := len(list) - 1; i >= 0; i-- {
		l := &list[i]
		content := text[l.start:l.end]
		switch {
		case l.kind == lineNote:
			below[l.note] = l.start
		case l.kind == lineText && len(content) < 3 && bareNumber.MatchString(content):
			if at, ok := below[content]; ok && at-l.start < farMark && insideParagraph(text, list, i) {
				l.kind, l.note = lineMark, content
				delete(below, content)
			}
		}
	}
}

// insideParagraph says that the line above a line ends in no stop and that the one
// below it does not begin a sentence.
func insideParagraph(text string, list []line, i int) bool {
	above, below := i-1, i+1
	for above >= 0 && list[above].kind == lineBlank {
		above--
	}
	for below < len(list) && list[below].kind == lineBlank {
		below++
	}
	if above < 0 || below == len(list) || list[above].kind != lineText || list[below].kind != lineText {
		return false
	}
	so, next := text[list[above].start:list[above].end], text[list[below].start:list[below].end]
	return len(so) > 20 && strings.IndexByte(".;:", LastLetter(so)) < 0 && !scan.IsCapital(next) && !bareLabel(next)
}
