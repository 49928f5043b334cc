package schema

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"mandategraph/graph"
	"mandategraph/graph/snapshot"
)

// A telling puts the data of an answer into words.
type telling struct {
	*view
	u    *understanding
	data map[string]any
	form form
}

// tell writes the header, a line for each result and how complete it all is.
func (v *view) tell(u *understanding, data map[string]any) string {
	t := telling{v, u, data, forms[u.query.Name]}
	found := t.found()
	var b strings.Builder
	b.WriteString(wrap(t.header(), 0) + "\n\n")
	b.WriteString(t.lines(found))
	if len(found) > 0 {
		b.WriteByte('\n')
	}
	if t.form.remark != nil {
		if s := t.form.remark(t); s != "" {
			b.WriteString(wrap(s, 0) + "\n")
		}
	}
	b.WriteString(t.completeness(found) + "\n")
	if c := t.corrections(); c != "" {
		b.WriteString(c + "\n")
	}
	return b.String()
}

// found are the results that answer the question.
func (t telling) found() []row {
	var found []row
	for _, path := range t.form.lists {
		for _, r := range rows(t.data, path) {
			if t.form.keep == nil || t.form.keep(t, r) {
				found = append(found, r)
			}
		}
	}
	return found
}

// header fills the form's first sentence.
func (t telling) header() string {
	header := t.form.header
	for variable, n := range t.u.nodes {
		name := t.called(n)
		if title := t.Title(n); t.Kind(n) == "Act" && title != "" {
			name += " (" + title + ")"
		}
		header = strings.ReplaceAll(header, "{"+variable+"}", name)
	}
	for variable, list := range t.u.lists {
		var names []string
		for _, n := range list {
			names = append(names, t.called(n))
		}
		header = strings.ReplaceAll(header, "{"+variable+"}", strings.Join(names, ", "))
	}
	relations, _ := t.u.variables["relations"].([]any)
	for _, r := range relations {
		header = strings.ReplaceAll(header, "{verb}", phrase(fmt.Sprint(r)))
	}
	kinds, _ := t.u.variables["kinds"].([]any)
	for _, name := range kinds {
		k, _ := graph.KindByName(fmt.Sprint(name))
		header = strings.ReplaceAll(header, "{kind}", k.Plural)
	}
	header = strings.ReplaceAll(header, "{words}", "“"+str(t.u.variables, "subject")+"”")
	if t.form.verdict != nil {
		header = t.form.verdict(t) + header
	}
	return header
}

func (t telling) lines(found []row) string {
	cells := make([][]string, len(found))
	for i, r := range found {
		for _, c := range t.form.columns {
			cells[i] = append(cells[i], c(t, r))
		}
	}
	if t.form.details == nil {
		return align(cells)
	}
	lines := alignRows(cells)
	var b strings.Builder
	for i, r := range found {
		b.WriteString(lines[i])
		for _, d := range t.form.details(t, r) {
			b.WriteString(strings.Repeat(" ", 6) + wrap(d, 8) + "\n")
		}
	}
	return b.String()
}

// completeness says how many results there are, what could not be resolved in
// the texts that state them, and which acts are known by citation only.
func (t telling) completeness(found []row) string {
	parts := []string{decimal(len(found)) + " found", t.unresolved()}
	acts, absent := map[snapshot.Node]bool{}, 0
	for _, r := range found {
		n := t.node(r)
		if n == snapshot.NoNode || t.Kind(n) != "Act" || acts[n] {
			continue
		}
		acts[n] = true
		if !t.Loaded(n) {
			absent++
		}
	}
	switch {
	case len(acts) == 0:
	case absent == 0:
		parts = append(parts, "all of the acts are loaded themselves")
	case absent == 1:
		parts = append(parts, "1 of the acts is not loaded itself")
	default:
		parts = append(parts, decimal(absent)+" of the acts are not loaded themselves")
	}
	if cut(t.data) {
		parts = append(parts, "some of the lists inside results are longer than shown")
	}
	return strings.Join(parts, "; ")
}

// settled are the reasons of findings that leave no mention open.
var settled = []string{"date without a day", "paragraph number", "orphan footnote", "correction by hand"}

// isOpen says that a finding leaves open what a mention means.
func isOpen(reason string) bool {
	return !slices.ContainsFunc(settled, func(s string) bool { return strings.HasPrefix(reason, s) })
}

// unresolved counts what the loader could not resolve in the texts asked about.
func (t telling) unresolved() string {
	where, within := "the loaded texts", ""
	if n, ok := t.u.nodes[t.form.subject]; ok {
		if !t.Loaded(n) {
			return "the text itself is not loaded, so this is what other texts say of it"
		}
		where, within = "this text", t.ID(n)
	}
	count := 0
	for _, d := range t.diagnostics() {
		if isOpen(d.Reason) && (within == "" || d.Paragraph == within || strings.HasPrefix(d.Paragraph, within+"#")) {
			count++
		}
	}
	if count == 0 {
		return "nothing in " + where + " left unresolved"
	}
	return counted(count, "mention") + " in " + where + " left unresolved"
}

// counted is a number with its noun.
func counted(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return decimal(n) + " " + noun + "s"
}

// cut reports whether a list inside the data goes on behind what was read.
func cut(data any) bool {
	switch d := data.(type) {
	case map[string]any:
		for name, value := range d {
			if name == "hasNextPage" && value == true || cut(value) {
				return true
			}
		}
	case []any:
		return slices.ContainsFunc(d, cut)
	}
	return false
}

const (
	lineWidth = 120
	minWidth  = 40
)

// align sets cells in columns of equal width, without those that are empty in
// every line; the last one wraps.
func align(cells [][]string) string { return strings.Join(alignRows(cells), "") }

func alignRows(cells [][]string) []string {
	var widths []int
	for _, line := range cells {
		for i, cell := range line {
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = max(widths[i], utf8.RuneCountInString(cell))
		}
	}
	lines := make([]string, len(cells))
	for k, line := range cells {
		if tooWide(widths) {
			lines[k] = stacked(line)
			continue
		}
		var b strings.Builder
		b.WriteString(" ")
		indent := 1
		for i, cell := range line {
			if widths[i] == 0 {
				continue
			}
			b.WriteByte(' ')
			indent++
			if i == len(line)-1 {
				b.WriteString(wrap(cell, indent))
				break
			}
			b.WriteString(cell + strings.Repeat(" ", widths[i]-utf8.RuneCountInString(cell)+1))
			indent += widths[i] + 1
		}
		lines[k] = strings.TrimRight(b.String(), " ") + "\n"
	}
	return lines
}

// tooWide says that the columns leave no room for the last one beside them.
func tooWide(widths []int) bool {
	sum := 0
	for _, w := range widths[:max(len(widths)-1, 0)] {
		sum += w + 2
	}
	return sum > lineWidth-minWidth
}

// stacked sets the short cells on one line and the last one below.
func stacked(line []string) string {
	var first []string
	for _, cell := range line[:len(line)-1] {
		if cell != "" {
			first = append(first, cell)
		}
	}
	text := "  " + wrap(strings.Join(first, " · "), 4) + "\n"
	if last := line[len(line)-1]; last != "" {
		text += "      " + wrap(last, 6) + "\n"
	}
	return text
}

// wrap breaks text at blanks; lines after the first are indented.
func wrap(text string, indent int) string {
	width := max(lineWidth-indent, minWidth)
	var b strings.Builder
	column := 0
	for i, word := range strings.Fields(text) {
		length := utf8.RuneCountInString(word)
		switch {
		case i == 0:
		case column+1+length > width:
			b.WriteString("\n" + strings.Repeat(" ", indent))
			column = 0
		default:
			b.WriteByte(' ')
			column++
		}
		b.WriteString(word)
		column += length
	}
	return b.String()
}
