package text

import (
	"slices"
	"strconv"
	"strings"

	"mandategraph/loader/scan"
)

// Footnotes that a conversion leaves without the page around them: below a rule
// but without a running head behind, above a running head but without a rule, or
// at the end of the text. Only their numbers, one after the other, and their
// marks in the text above tell them.

// notesSource begins the text of a footnote that names a source.
var notesSource = scan.Compile(
	`^(?:\d{1,3}[/)]?\s+)?(?:Official Records|Yearbook |Ibid|See |As |United Nations, Treaty|General Assembly resolution|Resolution |Decision |[A-Z]{1,6}/[A-Z0-9]|https?:)`,
)

// listNotes names the footnotes below a rule, in lines that are numbered one
// after the other, and gives the line after them; from where there are none.
func listNotes(text string, list []line, from int) int {
	above, end, open, lone := "", from, false, false
	for i := from; i < len(list); i++ {
		l := &list[i]
		content := text[l.start:l.end]
		m := plainNote.FindStringSubmatch(content)
		switch {
		case l.kind == lineBlank:
			open = lone // the words of the note are still to come
			continue
		case l.kind == lineText && bareNumber.MatchString(content) && (Succeeds(above, content) || above == "" && gluedMark(text[max(0, l.start-farMark):l.start], content, true)):
			l.kind, l.note, above, open, lone = lineNote, content, content, true, true
			end = i + 1
			continue
		case l.kind == lineNote:
			open = true
		case l.kind == lineText && m != nil && (above == "" || Succeeds(above, m[1])):
			l.kind, l.note, above, open = lineNote, m[1], m[1], true
		case l.kind == lineText && open:
			l.kind, l.note = lineNote, "+"
		default:
			return end
		}
		end, lone = i+1, false
	}
	return end
}

// markEndNotes finds the footnotes above the end of the text and above the
// running heads of its pages.
func markEndNotes(text string, list []line) {
	last, number, floor := "", "", 0 // the footnote above, its number, and where its page ends
	for i := range list {
		if l := list[i]; l.kind == lineNote && strings.Trim(l.note, "0123456789") == "" {
			last, number = l.note, l.note
		}
		if list[i].kind == lineEdge && i > 0 && list[i-1].kind != lineEdge {
			last, number = notesAbove(text, list[:i], last, number, floor)
			floor = max(floor, list[i].end-farMark)
		}
	}
	notesAbove(text, list, last, number, 0)
}

// farMark is how far above the foot of its page the mark of a note may stand, in
// bytes.
const farMark = 16000

// notesAbove marks the footnotes that end a list of lines and gives what its last line is
// of a note, and the number of the last note; last and number are those of the one before.
func notesAbove(text string, list []line, last, number string, floor int) (lowest, counted string) {
	end := wordsEnd(text, list)
	apart := numbersApart(text, list[end:])
	notes, first, sources := footLines(text, list[:end], apart, floor, number)
	parted := len(apart) > 0 && first == apart[0]
	if first == "" || first != "1" && !Succeeds(last, first) && !sources && !parted {
		return last, number
	}
	for _, n := range notes {
		if l := &list[n.line]; l.kind == lineText {
			l.kind, l.note = lineNote, n.note
		}
	}
	if parted {
		for i := range apart {
			list[end+i].kind = lineEdge
		}
	}
	for _, n := range notes { // from the last line up
		if n.note != "+" && n.note != "*" {
			return notes[0].note, n.note
		}
	}
	return notes[0].note, number
}

// numbersApart are the numbers, one on a line and one after the other, right behind the
// words at a page's foot: a converter that reads raised figures last prints those of the
// first notes there.
func numbersApart(text string, list []line) (numbers []string) {
	for _, l := range list {
		content := text[l.start:l.end]
		if l.kind != lineText || !bareNumber.MatchString(content) || len(numbers) > 0 && !Succeeds(numbers[len(numbers)-1], content) {
			break
		}
		numbers = append(numbers, content)
	}
	return numbers
}

// apartGroup is [noteGroup] where the first notes have their numbers apart: the others
// go on with them, and each of the first begins behind a stop and names a source.
func apartGroup(text string, group []line, apart []string, floor int) (notes []string, ok bool) {
	for _, number := range apart {
		if !gluedMark(text[min(floor, group[0].start):group[0].start], number, true) {
			return nil, false
		}
	}
	above, stop := "", true
	for _, l := range group {
		content := text[l.start:l.end]
		m := plainNote.FindStringSubmatch(content)
		switch {
		case m != nil && Succeeds(above, m[1]) && len(apart) == 0:
			above = m[1]
			notes = append(notes, above)
		case stop && len(apart) > 0 && !notesSource.MatchString(content):
			return nil, false // running text that a page ends
		case stop && len(apart) > 0:
			above, apart = apart[0], apart[1:]
			notes = append(notes, above)
		default:
			notes = append(notes, "+")
		}
		stop = LastLetter(content) == '.'
	}
	return notes, len(apart) == 0
}

// wordsEnd is the line behind the last one that has words.
func wordsEnd(text string, list []line) int {
	end := len(list)
	for end > 0 && (list[end-1].kind == lineBlank || list[end-1].kind == lineText && wordless(text[list[end-1].start:list[end-1].end])) {
		end--
	}
	return end
}

// A footLine is a line at the foot of a page with the footnote it begins, or goes on
// with ("+").
type footLine struct {
	line int
	note string
}

// footLines reads the footnotes that end a list of lines, from the last line up. It
// gives the number of the first one, and whether all of them name sources. Numbers that
// stand apart below the lines are those of the first notes of the last group.
func footLines(text string, list []line, apart []string, floor int, last string) (notes []footLine, first string, sources bool) {
	sources = true
	for i := len(list) - 1; i >= 0; i-- {
		if list[i].kind == lineBlank {
			continue
		}
		from := i
		for from > 0 && (list[from-1].kind == lineText || list[from-1].kind == lineNote) {
			from--
		}
		group, ok := noteGroup(text, list[from:i+1], first, floor)
		if !ok && i == len(list)-1 && len(apart) > 0 {
			group, ok = apartGroup(text, list[from:i+1], apart, floor)
		}
		if !ok {
			if from, group = notesBelow(text, list[from:i+1], from, apart, floor); !nearBehind(last, group, first) {
				break
			}
			first = ""
		}
		for k := len(group) - 1; k >= 0; k-- {
			notes = append(notes, footLine{from + k, group[k]})
			if group[k] != "+" && group[k] != "*" {
				first = group[k]
				sources = sources && notesSource.MatchString(text[list[from+k].start:list[from+k].end])
			}
		}
		if i = from; !ok {
			return notes, first, true
		}
	}
	return notes, first, sources
}

// wordless recognizes the lines between footnotes and the page's end: its number,
// a row of signs.
func wordless(s string) bool {
	return strings.Trim(s, "=-_*— ") == "" || bareNumber.MatchString(s)
}

// noteGroup says which footnote each line of a group begins, or goes on with
// ("+"); ok is false where the group is no group of notes whose marks stand above,
// the last of them before the note below.
func noteGroup(text string, group []line, below string, floor int) (notes []string, ok bool) {
	above := ""
	for _, l := range group {
		content := text[l.start:l.end]
		m := plainNote.FindStringSubmatch(content)
		switch {
		case l.kind == lineNote:
			notes = append(notes, "*")
		case m != nil && (above == "" || Succeeds(above, m[1])) && gluedMark(text[min(floor, l.start):l.start], m[1], notesSource.MatchString(content)):
			notes = append(notes, m[1])
			above = m[1]
		case bareNumber.MatchString(content) && (above == "" || Succeeds(above, content)) && gluedMark(text[min(floor, l.start):l.start], content, true):
			notes = append(notes, content) // its words stand on the next line
			above = content
		case len(notes) > 0:
			notes = append(notes, "+")
		default:
			return nil, false
		}
	}
	return notes, above == "" || below == "" || Succeeds(above, below)
}

// notesBelow reads the notes that stand right below the lines of a page, without a blank
// line between: from the last of them up, each with the number before. They begin at line
// from of the page, of which the group begins at line at. A single one names a source.
func notesBelow(text string, group []line, at int, apart []string, floor int) (from int, notes []string) {
	start, number, lone := len(group), "", 0
	notes = slices.Repeat([]string{"+"}, len(group))
	marked := func(i int, number string, spaced bool) bool {
		from := max(min(floor, group[i].start), group[i].start-farMark)
		return gluedMark(text[from:group[i].start], number, spaced)
	}
	for i := len(group) - 1; i > max(0, len(group)-pageLines); i-- {
		content := text[group[i].start:group[i].end]
		if beginsParagraph(content) {
			break // what stands below it is no note
		}
		m := plainNote.FindStringSubmatch(content)
		if group[i].kind == lineText && m != nil && (number == "" || Succeeds(m[1], number)) &&
			marked(i, m[1], notesSource.MatchString(content)) {
			start, number, notes[i] = i, m[1], m[1]
			if lone++; lone == 1 && notesSource.MatchString(content) {
				lone++
			}
		}
	}
	if lone == 1 { // "1 May 2025" begins a line as well
		return at, nil
	}
	for k := len(apart) - 1; k >= 0 && (number == "" || Succeeds(apart[k], number)); k-- {
		i := start - 1
		for i > max(0, start-apartLines) && !notesSource.MatchString(text[group[i].start:group[i].end]) &&
			!beginsParagraph(text[group[i].start:group[i].end]) {
			i--
		}
		if i <= 0 || !notesSource.MatchString(text[group[i].start:group[i].end]) || !marked(i, apart[k], true) {
			break
		}
		start, number, notes[i] = i, apart[k], apart[k]
	}
	return at + start, notes[start:]
}

// beginsParagraph says that a line begins with the number of a paragraph: "37."
func beginsParagraph(line string) bool {
	l, _ := ReadLabel(line)
	return l.Kind == LabelNumber
}

// apartLines is about how many lines a note has at most that names one source.
const apartLines = 6

// pageLines is more lines than a page has.
const pageLines = 100

// mostSkipped is how many notes of a page may be missing before the next that is found.
const mostSkipped = 9

// nearBehind says that notes begin near behind the last one above, and end right before
// the one below.
func nearBehind(last string, notes []string, below string) bool {
	if len(notes) == 0 {
		return false
	}
	end := ""
	for _, n := range notes {
		if n != "+" {
			end = n
		}
	}
	before, _ := strconv.Atoi(last)
	first, _ := strconv.Atoi(notes[0])
	return first > before && first <= before+mostSkipped && (below == "" || Succeeds(end, below))
}

// gluedMark says that a number stands right behind a word or stop,
// "framework,1", or where spaced is set apart from them: "States, 31".
func gluedMark(text, number string, spaced bool) bool {
	for at := 0; ; {
		i := strings.Index(text[at:], number)
		if i < 0 {
			return false
		}
		start, end := at+i, at+i+len(number)
		if gluedAt(text, start, end, spaced) {
			return true
		}
		at = end
	}
}

// gluedAt says that the number between two places of a text can be a footnote mark:
// it ends there, and stands behind a word or stop or on a line of its own.
func gluedAt(text string, start, end int, spaced bool) bool {
	if start < 2 || end < len(text) && !isBreak(text[end]) && strings.IndexByte(",;", text[end]) < 0 {
		return false
	}
	c, before := text[start-1], text[start-2]
	if spaced && c == '\n' && end < len(text) && text[end] == '\n' {
		return true // on a line of its own
	}
	if behindWord(text[:start]) {
		return true
	}
	return spaced && c == ' ' && (IsLower(before) || before == ',' || before == ';')
}

// behindWord says that a text of two bytes and more ends as a footnote mark may have
// it before it: in a small letter, a stop or a bracket, but not in "No.".
func behindWord(text string) bool {
	c, before := text[len(text)-1], text[len(text)-2]
	switch c {
	case ',', ';', ')':
		return true
	case '.':
		letter := IsLower(before) || before == ')' || before >= 'A' && before <= 'Z'
		return letter && !strings.HasSuffix(text, "No.")
	}
	return IsLower(c)
}
