package ask

import (
	"fmt"
	"slices"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/snapshot"
)

// A telling puts the data of an answer into words.
type telling struct {
	*Reader
	u    *understanding
	data map[string]any
	form form
	// found are the results that answer the question.
	found []row
}

// telling keeps of the data what answers the question.
func (r *Reader) telling(u *understanding, data map[string]any) telling {
	t := telling{Reader: r, u: u, data: data, form: u.told()}
	for _, path := range t.form.lists {
		for _, row := range rows(t.data, path) {
			if t.form.keep == nil || t.form.keep(t, row) {
				t.found = append(t.found, row)
			}
		}
	}
	t.arrange()
	return t
}

// tell makes an answer of the data: as values, and in words.
func (r *Reader) tell(u *understanding, data map[string]any) Answer {
	t := r.telling(u, data)
	answer := Answer{
		Query: u.query.Name, Variables: u.variables, Parse: u.parse(), Data: data,
		Sentence: t.header(), Verdict: t.verdict(), Rows: t.results(), Profile: t.form.profile,
		Subjects: u.subjects(), Statements: t.statements(), Mandates: t.mandates(), Compared: t.compared(),
	}
	for _, c := range t.form.columns {
		answer.Columns = append(answer.Columns, c.name)
	}
	if t.form.remark != nil {
		if own := t.form.remark(t); own != "" {
			answer.Remarks = []string{own}
		}
	}
	end := append([]string{t.completeness(t.found)}, t.corrections()...)
	answer.Text = answer.text(end)
	answer.Remarks = append(answer.Remarks, end...)
	return answer
}

// text writes the first sentence, a line for each result, and the remarks; those
// at the end stand in a line each, however long.
func (a Answer) text(end []string) string {
	var b strings.Builder
	b.WriteString(wrap(a.Sentence, 0) + "\n\n")
	b.WriteString(lines(a.Rows))
	if len(a.Rows) > 0 {
		b.WriteByte('\n')
	}
	for _, remark := range a.Remarks {
		b.WriteString(wrap(remark, 0) + "\n")
	}
	for _, line := range end {
		b.WriteString(line + "\n")
	}
	return b.String()
}

// verdict decides a question that asks whether.
func (t telling) verdict() *bool {
	if !t.form.decides {
		return nil
	}
	stated := len(t.found) > 0
	return &stated
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
		header = strings.ReplaceAll(header, "{verb}", graph.Spaced(fmt.Sprint(r)))
	}
	kinds, _ := t.u.variables["kinds"].([]any)
	for _, name := range kinds {
		k, _ := graph.KindByName(fmt.Sprint(name))
		header = strings.ReplaceAll(header, "{kind}", k.Plural)
	}
	header = strings.ReplaceAll(header, "{day}", str(t.u.variables, "day"))
	header = strings.ReplaceAll(header, "{words}", "“"+str(t.u.variables, "subject")+"”")
	switch verdict := t.verdict(); {
	case verdict == nil:
		return header
	case *verdict:
		return "Yes: " + header
	}
	return "No loaded text says that " + header
}

// results are the rows as cells.
func (t telling) results() []Row {
	list := make([]Row, len(t.found))
	for i, r := range t.found {
		list[i].Node = t.node(r)
		if n, ok := t.Lookup(str(r, "value")); ok {
			list[i].Node = n
		}
		for _, c := range t.form.columns {
			list[i].Cells = append(list[i].Cells, c.cell(t, r))
		}
		if t.form.details != nil {
			list[i].Details = t.form.details(t, r)
		}
	}
	return list
}

// lines are the rows in columns of equal width, with their details below.
func lines(list []Row) string {
	cells := make([][]string, len(list))
	for i, r := range list {
		cells[i] = r.Cells
	}
	var b strings.Builder
	for i, line := range alignRows(cells) {
		b.WriteString(line)
		for _, d := range list[i].Details {
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
	t.EachDiagnostic(func(reason, paragraph string) {
		if isOpen(reason) && (within == "" || paragraph == within || strings.HasPrefix(paragraph, within+"#")) {
			count++
		}
	})
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
