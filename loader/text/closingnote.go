package text

import (
	"mandategraph/loader/scan"
)

// The yearbooks of the Security Council print the notes of a resolution's page below its
// closing lines, "Adopted unanimously at the 1885th meeting." Scanning misreads many of
// their marks or loses them, so that the place of the notes tells what they are.

// adopted begins the closing lines of a resolution.
var adopted = scan.Compile(`^Adopted (?:unanimously )?(?:at|by)\b`)

// closingNote is the first line of a note below them: the number of an operative paragraph
// has a stop, and a date goes on with its month.
var closingNote = scan.Compile(`^(\d{1,3})[/)]?\s+["“(]?[A-Z\[]`)

// markClosingNotes finds the footnotes below the last closing lines of a text; a line that
// neither begins a note nor goes on with one ends them.
func markClosingNotes(text string, list []line) {
	from, first := len(list)-1, max(0, len(list)-pageLines)
	for from >= first && (list[from].kind != lineText || !adopted.MatchString(text[list[from].start:list[from].end])) {
		from--
	}
	if from < first {
		return
	}
	for from < len(list) && list[from].kind == lineText {
		from++ // "by 10 votes to none"
	}
	above, open := "", false
	for i := from; i < len(list); i++ {
		l := &list[i]
		content := text[l.start:l.end]
		m := closingNote.FindStringSubmatch(content)
		switch {
		case l.kind == lineNote && l.note != "+":
			above, open = l.note, true
		case l.kind != lineText:
			open = open && l.kind == lineNote
		case m != nil && !dateBegins.MatchString(content) && (above == "" || Succeeds(above, m[1]) || notesSource.MatchString(content)):
			l.kind, l.note, above, open = lineNote, m[1], m[1], true
		case open:
			l.kind, l.note = lineNote, "+"
		default:
			return
		}
	}
}

// dateBegins is the beginning of a line that a date begins.
var dateBegins = scan.Compile(`^\d{1,2} [A-Z][a-z]{2,8} (?:19|20)\d\d\b`)
