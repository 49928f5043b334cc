package tree

import (
	"strings"

	"mandategraph/graph/names"
	"mandategraph/loader/scan"
	"mandategraph/loader/text"
)

// A text without raised figures prints a footnote's mark as a number of its own:
// "the revised terms of reference, 5 subject to". It is taken for the mark only
// where it is the one such number before the note.

// marksBack is how many paragraphs before a note may bear its mark.
const marksBack = 64

// counting are words before numbers that are no marks.
var counting = scan.WordSet(
	"of to from on and or in at by the its for with than over least most about between under item items paragraph paragraphs para paras article articles no nos vol vols chapter chap section sect annex part rule rules resolution resolutions decision decisions session sessions meeting meetings indicator target targets goal goals page pages table figure phase option group category number version level",
)

// plainUse finds the place of the mark of the note that is the i-th paragraph,
// after the mark of the note before it.
func (p *parser) plainUse(i, after int) (place int, act *Act, ok bool) {
	note := p.tree.Paragraphs[i]
	if strings.Trim(note.Note, "0123456789") != "" {
		return 0, nil, false
	}
	count := 0
	for k := min(i+1, len(p.tree.Paragraphs)-1); k >= max(0, i-marksBack); k-- { // it may stand before the paragraph that it interrupts
		q := p.tree.Paragraphs[k]
		if q.Kind == Footnote || q.End <= after || q.Start > note.Start {
			continue
		}
		for _, part := range q.Parts {
			for _, at := range PlainMarks(part.S, note.Note) {
				if source := part.SourceStart(at); source > after && source < note.Start {
					place, act = source, q.Act
					count++
				}
			}
		}
	}
	return place, act, count == 1
}

// counts says that a number after a word is a number of something: after a stop
// only where that ends a number, as in a list.
func counts(before string) bool {
	word := strings.ToLower(strings.Trim(before, ".,;:()“”"))
	if strings.IndexByte(",;.:", before[len(before)-1]) >= 0 {
		return word != "" && len(word) < 4 && strings.Trim(word, "0123456789") == "" || strings.HasSuffix(before, "no.") ||
			strings.HasSuffix(before, "vol.") ||
			strings.HasSuffix(before, "para.")
	}
	return counting[word] || names.Month(word) > 0
}

// PlainMarks lists where a number stands alone after a word or a stop, and
// before words that go on or nothing.
func PlainMarks(s, number string) []int {
	var list []int
	for from := 0; ; {
		i := strings.Index(s[from:], " "+number)
		if i < 0 {
			if list == nil {
				list = gluedPlaces(s, number)
			}
			return list
		}
		at := from + i
		from = at + 1 + len(number)
		before := s[strings.LastIndexByte(s[:at], ' ')+1 : at]
		after, _, _ := strings.Cut(strings.TrimPrefix(s[from:], " "), " ")
		if strings.HasPrefix(s[from:], "/ ") || s[from:] == "/" { // 15/ as typewriters print it
			list = append(list, at)
			continue
		}
		apart := from == len(s) ||
			s[from] == ' ' && !scan.IsDigit(s[min(from+1, len(s)-1)]) && (text.StartsLower(after) || strings.HasPrefix(after, "Report"))
		if apart && before != "" && !scan.IsDigit(before[len(before)-1]) && !counts(before) && names.Month(after) == 0 {
			list = append(list, at)
		}
	}
}

// gluedPlaces lists where a number stands right behind a word or stop and before
// white space: "framework,1 consistently".
func gluedPlaces(s, number string) []int {
	var list []int
	for from := 0; ; {
		i := strings.Index(s[from:], number)
		if i < 0 || number == "" {
			return list
		}
		at := from + i
		from = at + len(number)
		if at < 2 || from < len(s) && s[from] != ' ' && strings.IndexByte(",;.", s[from]) < 0 {
			continue
		}
		c, before := s[at-1], s[at-2]
		after := strings.TrimPrefix(s[from:], " ")
		letter := scan.IsWord(before) && !scan.IsDigit(before) || before == ')'
		if text.IsLower(c) || strings.IndexByte(",;.)", c) >= 0 && letter || c == ',' && scan.IsDigit(before) && text.StartsLower(after) {
			list = append(list, at)
		}
	}
}
