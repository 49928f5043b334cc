package ask

import (
	"cmp"
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
	// found are the results that answer the question, at most [shownRows] of them;
	// left is how many more there are.
	found []row
	left  int
	// naming are paragraphs with the verb asked for that name its object inside a phrase.
	naming []snapshot.Node
	// story is the one that the answer tells; nil where it tells none.
	story *Story
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
	if t.form.first != nil {
		t.inFront(t.form.first)
	}
	if t.form.merges {
		t.found = merged(t.found)
	}
	if t.form.most || t.form.least {
		slices.SortStableFunc(t.found, func(a, b row) int {
			if t.form.least {
				a, b = b, a
			}
			return whole(b["count"]) - whole(a["count"])
		})
	}
	if len(t.found) > shownRows && t.form.tells == nil {
		t.left, t.found = len(t.found)-shownRows, t.found[:shownRows]
	}
	t.left += unread(data, t.form.lists)
	t.naming = t.namingObject()
	return t
}

// tell makes an answer of the data: as values, and in words.
func (r *Reader) tell(u *understanding, data map[string]any) Answer {
	t := r.telling(u, data)
	if t.form.tells != nil {
		t.story = t.form.tells(t)
	}
	answer := Answer{
		Query: u.query.Name, Variables: u.variables, Parse: u.parse(), Data: data,
		Sentence: t.header(), Verdict: t.verdict(), Rows: t.results(), Profile: t.form.profile,
		Subjects: u.subjects(), Statements: t.statements(), Mandates: t.mandates(), Compared: t.compared(),
		Completeness: t.completeness(), GraphQL: u.query.Text, Reading: r.reading(u), Passages: t.passages(),
		Story: t.story,
	}
	for _, c := range t.form.columns {
		answer.Columns = append(answer.Columns, c.name)
	}
	if t.form.remark != nil && t.left == 0 {
		if own := t.form.remark(t); own != "" {
			answer.Remarks = []string{own}
		}
	}
	if len(t.naming) > 0 {
		answer.Passages = append(answer.Passages, t.standing(answer.Completeness)...)
	} else if c := answer.Completeness; c.Found == 0 {
		answer.Remarks = append(answer.Remarks, t.nearRemarks(c.Near)...)
		answer.Passages = append(answer.Passages, t.standing(c)...)
		for _, n := range c.Near {
			if n.Question != "" {
				answer.Suggestions = append(answer.Suggestions, Suggestion{Question: n.Question, Whole: true})
			}
		}
	}
	end := append([]string{answer.Completeness.Line}, t.corrections()...)
	answer.Text = answer.text(end, t.placesOf(answer.Passages))
	answer.Remarks = append(answer.Remarks, end...)
	return answer
}

// text writes the first sentence, a line for each result, and the remarks; those
// at the end stand in a line each, however long. where gives the ids of passages
// that stand in for results.
func (a Answer) text(end, where []string) string {
	var b strings.Builder
	b.WriteString(wrap(a.Sentence, 0) + "\n\n")
	b.WriteString(lines(a.Rows))
	if len(a.Rows) > 0 {
		b.WriteByte('\n')
	}
	if len(where) > 0 {
		b.WriteString(a.standingLead() + "\n\n")
		for i, id := range where {
			b.WriteString("  " + id + "\n      " + wrap(a.Passages[i].starred(), 8) + "\n")
		}
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

// standingLead introduces paragraphs that no result was read from.
func (a Answer) standingLead() string {
	if len(a.Rows) > 0 {
		return "Beside these, the verb and the name stand in:"
	}
	return "Nothing was read of it, but the words stand in:"
}

// placesOf are the ids of passages that stand in for results.
func (t telling) placesOf(list []Passage) (ids []string) {
	for _, p := range list {
		if !t.form.words {
			ids = append(ids, t.ID(p.Node))
		}
	}
	return ids
}

// verdict decides a question that asks whether, if its reading has all of its words.
func (t telling) verdict() *bool {
	verdict := t.decision()
	if verdict != nil && t.unchecked(*verdict) != "" {
		return nil
	}
	return verdict
}

// decision is the verdict on a question as it was read.
func (t telling) decision() *bool {
	if t.form.judged != nil {
		verdict, _ := t.form.judged(t)
		return verdict
	}
	if t.form.decided != nil {
		stated := t.form.decided(t)
		return &stated
	}
	if !t.form.decides {
		return nil
	}
	if t.unsure() {
		return nil
	}
	stated := len(t.found) > 0
	return &stated
}

// header fills the form's first sentence.
func (t telling) header() string {
	if decision := t.decision(); decision != nil {
		if word := t.unchecked(*decision); word != "" {
			return "Neither Yes nor No, as “" + word + "” was not checked; what was read of it:"
		}
	}
	if t.form.judged != nil {
		_, sentence := t.form.judged(t)
		return sentence
	}
	header := t.filled(t.form.header)
	switch verdict := t.verdict(); {
	case t.unsure():
		return "Whether " + strings.TrimRight(header, ".") + " was not read as a statement; the words themselves tell."
	case verdict == nil:
		return t.led(header) + t.notOnly()
	case t.form.decided != nil && *verdict:
		return "Yes: it " + t.form.asked + ". " + t.led(header)
	case t.form.decided != nil:
		return "No loaded text says that it " + t.form.asked + ". " + t.led(header)
	case *verdict:
		return "Yes: " + header
	}
	return "No loaded text says that " + header
}

// filled puts what the question names into a first sentence.
func (t telling) filled(header string) string {
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
	words := cmp.Or(str(t.u.variables, "subject"), str(t.u.variables, "words"))
	header = strings.ReplaceAll(header, "{words}", "“"+strings.Trim(words, "“”\"")+"”")
	in := ""
	if n, ok := t.u.nodes["within"]; ok {
		in = " in " + t.called(n)
	}
	header = strings.ReplaceAll(header, "{in}", in)
	return header
}

// led puts what the results come to behind the first sentence; where their number
// answers, in front of it.
func (t telling) led(header string) string {
	if number := t.number(); t.form.counts && !t.form.words && len(t.found) > 0 && number != "" {
		if len(t.naming) > 0 {
			number = "at least " + number
		}
		header = number + ": " + strings.ToLower(header[:1]) + header[1:]
	}
	if t.form.lead == nil {
		return header
	}
	if lead := t.form.lead(t); lead != "" {
		return strings.TrimRight(header, ".:") + ": " + lead
	}
	return header
}

// number is how many different things the results are, and how many results where
// those are more.
func (t telling) number() string {
	if t.form.number != nil {
		return t.form.number(t)
	}
	seen := map[snapshot.Node]bool{}
	for _, r := range t.found {
		seen[t.node(r)] = true
	}
	if seen[snapshot.NoNode] || len(seen) == len(t.found) || len(seen) == 0 || t.total() > len(t.found) {
		return decimal(t.total())
	}
	return decimal(len(seen)) + " (" + decimal(len(t.found)) + " places)"
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
