package format

import (
	"slices"
	"strings"
)

// A flow is a decoded text being written, paragraph by paragraph.
type flow struct {
	limits Limits
	out    strings.Builder
	over   bool // the limit of a text is exceeded
	// line is the paragraph being gathered from pieces of inline text.
	line strings.Builder
	// label is the number or letter due before the next paragraph.
	label string
	// footnote is the mark of the footnote that the next paragraph is.
	footnote string
	// notes are due after the paragraph that bears their marks.
	notes []note
	rows  []*row // tables that are open, the innermost last
	// begun says that the text has begun, so that the masthead has ended.
	begun bool
}

// A note is a footnote with its mark.
type note struct{ mark, text string }

// A row of a table has cells, which have paragraphs.
type row struct{ cells [][]string }

// maxRows is how deep tables stand in tables; deeper ones are read as text.
const maxRows = 20

// add appends inline text to the paragraph being gathered.
func (f *flow) add(text string) {
	if f.line.Len()+len(text) > f.limits.text() {
		f.over = true
		return
	}
	f.line.WriteString(text)
}

// raised appends text that stands raised: figures and stars are footnote marks.
func (f *flow) raised(text string) {
	if t := strings.TrimSpace(text); t != "" && strings.Trim(t, "0123456789*, []") == "" {
		text = superscripts.Replace(strings.Trim(t, "[]"))
	}
	f.add(text)
}

// end ends the paragraph being gathered.
func (f *flow) end() {
	text := tidy(f.line.String())
	f.line.Reset()
	if text == "" {
		return
	}
	switch {
	case f.footnote != "":
		text = superscripts.Replace(f.footnote) + " " + strings.TrimLeft(withoutMark(text, f.footnote), "[].):^ ")
	case f.label != "" && !isListItem(text):
		text = f.label + " " + text
	}
	f.label, f.footnote = "", ""
	f.paragraph(text)
	if len(f.rows) == 0 {
		f.writeNotes()
	}
}

// withoutMark is the text of a footnote without its mark, which it may print again.
func withoutMark(text, mark string) string {
	for _, printed := range []string{superscripts.Replace(mark), mark, "[" + mark} {
		if rest, ok := strings.CutPrefix(text, printed); ok && strings.Trim(rest[:min(1, len(rest))], "0123456789") == rest[:min(1, len(rest))] {
			return rest
		}
	}
	return text
}

func (f *flow) writeNotes() {
	for _, n := range f.notes {
		if n.text = strings.ReplaceAll(tidy(n.text), "\t", " "); n.text != "" {
			f.write(superscripts.Replace(n.mark) + " " + n.text)
		}
	}
	f.notes = nil
}

// paragraph writes a paragraph on a line of its own, or into the open cell.
func (f *flow) paragraph(text string) {
	if text == "" {
		return
	}
	if n := len(f.rows); n > 0 {
		r := f.rows[n-1]
		if len(r.cells) == 0 {
			r.cells = append(r.cells, nil)
		}
		r.cells[len(r.cells)-1] = append(r.cells[len(r.cells)-1], text)
		return
	}
	f.write(text)
}

func (f *flow) write(text string) {
	if text = strings.TrimSpace(text); text == "" || f.over {
		return
	}
	if f.out.Len()+len(text) > f.limits.text() {
		f.over = true
		return
	}
	if f.out.Len() > 0 {
		f.out.WriteByte('\n')
	}
	f.out.WriteString(text)
	f.out.WriteByte('\n')
	f.begun = f.begun || len(text) > 100 || isListItem(text)
}

func (f *flow) openRow() {
	f.end()
	if len(f.rows) < maxRows {
		f.rows = append(f.rows, &row{})
	}
}

func (f *flow) openCell() {
	f.end()
	if n := len(f.rows); n > 0 {
		f.rows[n-1].cells = append(f.rows[n-1].cells, nil)
	}
}

// closeRow writes a row: on one line where each cell has one paragraph, else a
// line for each paragraph. In the masthead, which houses print as a table, the
// cells are lines.
func (f *flow) closeRow() {
	f.end()
	n := len(f.rows)
	if n == 0 {
		return
	}
	r := f.rows[n-1]
	f.rows = f.rows[:n-1]
	whole := f.begun || n > 1
	for _, c := range r.cells {
		whole = whole && len(c) < 2
	}
	var line []string
	for _, c := range r.cells {
		if whole {
			line = append(line, strings.Join(c, ""))
			continue
		}
		for _, p := range c {
			f.paragraph(p)
		}
	}
	if n > 1 {
		f.paragraph(strings.Join(slices.DeleteFunc(line, func(c string) bool { return c == "" }), " / "))
	} else {
		f.paragraph(bars(line))
	}
	if n == 1 {
		f.writeNotes()
	}
}

// bars writes the cells of a row between bars, as Markdown does; a cell that is
// alone is a paragraph.
func bars(cells []string) string {
	row, alone, filled := "|", "", 0
	for _, c := range cells {
		c = strings.ReplaceAll(strings.ReplaceAll(c, "\t", " "), "|", "/")
		row += " " + c + " |"
		if c != "" {
			alone = c
			filled++
		}
	}
	if filled < 2 {
		return alone
	}
	return row
}

// text ends the flow and gives what was written, with U+FFFD for bytes that are
// no character.
func (f *flow) text() (string, error) {
	for len(f.rows) > 0 {
		f.closeRow()
	}
	f.end()
	f.writeNotes()
	if f.over {
		return "", f.limits.tooMuchText()
	}
	return strings.ToValidUTF8(f.out.String(), "\uFFFD"), nil
}
