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
// places in the text.
type pageMarks map[string][]int

// endNote is the first line of a footnote whose number stands before it without
// a mark.
var endNote = scan.Compile(`^(\d{1,2})\s+[A-Z]`)

// longWord is the most bytes of a word that a mark follows.
const longWord = 64

// notMarks end in numbers of their own: "Add.1", "para.5".
var notMarks = scan.WordSet("add corr rev no nos vol vols para paras p pp art arts chap sect supp wp item doc ver")

// readAll collects the numbers of the lines of a page that are text.
func (m pageMarks) readAll(text string, lines []line) {
	for _, l := range lines {
		if l.kind == lineText {
			m.read(text, l)
		}
	}
}

// read collects the numbers of a line that stand right behind a word or stop.
func (m pageMarks) read(text string, l line) {
	for i := l.start + 1; i < l.end; i++ {
		if !scan.IsDigit(text[i]) || scan.IsDigit(text[i-1]) {
			continue
		}
		end := scan.DigitsEnd(text[:l.end], i)
		if end-i < 3 && marksAfter(text[max(l.start, i-longWord):i]) && (end == l.end || strings.IndexByte(" ,;)", text[end]) >= 0) {
			m[text[i:end]] = append(m[text[i:end]], i)
		}
		i = end
	}
}

// marksAfter says that a number right behind these words may be a mark.
func marksAfter(before string) bool {
	word := before[strings.LastIndexAny(before, " \t(")+1:]
	if strings.HasSuffix(word, ").") || strings.HasSuffix(word, "),") {
		return true
	}
	if word == "" || strings.IndexByte(word, '/') >= 0 {
		return false
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
	page, read, told := pageMarks{}, 0, 0 // the lines read so far: most pages have no notes
	for i, l := range list {
		if l.kind != lineEdge || !endsInNote(text, list[:i]) {
			continue
		}
		page.readAll(text, list[read:i])
		read = i
		if first, n := footNotes(text, list[:i], page, told); n > 0 {
			for k := first; k < first+n; k++ {
				told++
				list[k].kind, list[k].note = lineNote, strconv.Itoa(told)
			}
			clear(page)
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
func footNotes(text string, lines []line, page pageMarks, told int) (first, n int) {
	k := lastLine(lines)
	for below := ""; k >= 0 && lines[k].kind == lineText; k-- {
		m := endNote.FindStringSubmatch(text[lines[k].start:lines[k].end])
		if m == nil || below != "" && !Succeeds(m[1], below) || len(page[m[1]]) == 0 {
			break
		}
		n++
		if below = m[1]; below == strconv.Itoa(told+1) {
			return k, n
		}
	}
	return 0, 0
}

// gluedMarks lists the marks of notes with plain numbers, in the order of the
// text: of each the one number that stands so on its pages, behind the mark of
// the note before.
func gluedMarks(text string, list []line) (marks []Mark) {
	page, noted, last := pageMarks{}, false, -1
	read := 0 // the lines read so far
	for i, l := range list {
		switch l.kind {
		case lineText:
			if noted {
				clear(page)
				read, noted = i, false
			}
		case lineNote:
			noted = true
			if l.note == "+" || text[l.start] >= 0x80 {
				continue
			}
			page.readAll(text, list[read:i])
			read = i
			at, count := 0, 0
			for _, place := range page[l.note] {
				if place > last {
					at, count = place, count+1
				}
			}
			if delete(page, l.note); count == 1 {
				marks, last = append(marks, Mark{at, l.note, true}), at
			}
		}
	}
	return marks
}
