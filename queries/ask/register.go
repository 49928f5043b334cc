package ask

import (
	"context"
	"slices"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/names"
	"mandategraph/graph/snapshot"
)

// The register of mandates for questions whose grammar is not understood: who must do what,
// by when and to whom is looked up by all that the question names, whatever the words
// between.

// A registerWish is what a question says of mandates.
type registerWish struct {
	*Reader
	// acts or documents give them; of these all, where none is named.
	acts []snapshot.Node
	// named are entities that each mandate must have to do with; one of each list is enough.
	named [][]snapshot.Node
	// due is the number of the session at which they are due, dueYear the year, and given
	// the number of the session that gave them; zero where that is not said.
	due, given int
	dueYear    string
	// since and until bound the date of the act.
	since, until string
	// stems are words of what it is about; ofAct says that they describe the act.
	stems []string
	ofAct bool
	// term is a length of time in the ways to write it, and obliged are States that must
	// be those that are asked.
	term    []string
	obliged []snapshot.Node
	// unread are words of the question that nothing was made of.
	unread string
	// reports and dated want only those that ask for a report, or have a date.
	reports, dated bool
}

// mostMandates is how many mandates an answer from the register may have, and mostDue how
// many where it is asked what is due: more show that the question says too little.
const mostMandates, mostDue = 25, 80

// find are the mandates that fit, in the order of their acts and paragraphs.
func (w *registerWish) find() (list []snapshot.Node) {
	if len(w.acts) == 0 && w.due == 0 && w.dueYear == "" && len(w.named) == 0 {
		return nil
	}
	aboutAct := map[snapshot.Node]bool{}
	for i, m := range w.Nodes("Mandate") {
		if i%checked == 0 && w.ended() {
			return nil
		}
		if !w.fitsTerm(m) || !w.fitsText(m, aboutAct) {
			continue
		}
		list = append(list, m)
	}
	if len(list) > mostMandates && (w.due == 0 && w.dueYear == "" || len(list) > mostDue) {
		return nil
	}
	slices.SortFunc(list, func(a, b snapshot.Node) int { return graph.CompareNatural(w.ID(a), w.ID(b)) })
	return list
}

// fitsTerm compares when a mandate is due, whether it asks for a report, and who gave it
// when.
func (w *registerWish) fitsTerm(m snapshot.Node) bool {
	act := w.wholeOf(m)
	if !w.givenBy(act) || !w.isDated(act, w.since, w.until) {
		return false
	}
	due, printed := w.Values(m, "due"), strings.ToLower(w.Text(m, "dueText")+" "+w.Text(m, "clause"))
	switch {
	case w.dated && len(due) == 0 && w.Text(m, "dueText") == "":
		return false
	case w.given > 0 && !strings.HasSuffix(w.Text(act, "session"), "/session/"+decimal(w.given)):
		return false
	}
	return w.isDue(due, printed) && w.obliges(m) && (!w.reports || w.Text(m, "reports") != "" || delivers(printed))
}

// delivers says that a clause asks for a report. Most have none of the words.
func delivers(clause string) bool {
	speaks := func(word string) bool { return strings.Contains(clause, word) }
	return slices.ContainsFunc([]string{"report", "submi", "transmit"}, speaks) && deliveringClause.MatchString(clause)
}

// givenBy says that an act is one of those asked about, or printed in one.
func (w *registerWish) givenBy(act snapshot.Node) bool {
	in := w.Text(act, "inDocument")
	return len(w.acts) == 0 ||
		slices.ContainsFunc(w.acts, func(a snapshot.Node) bool { return a == act || w.ID(a) == in })
}

// obliges says that a mandate asks the States that are obliged.
func (w *registerWish) obliges(m snapshot.Node) bool {
	asked := w.Values(m, "addressee")
	return len(w.obliged) == 0 ||
		slices.ContainsFunc(w.obliged, func(n snapshot.Node) bool { return slices.Contains(asked, w.ID(n)) })
}

// isDue says that a mandate is due when the question says.
func (w *registerWish) isDue(due []string, printed string) bool {
	switch {
	case len(w.term) > 0 && !slices.ContainsFunc(w.term, func(t string) bool { return strings.Contains(printed, t) }):
		return false
	case w.dueYear != "" && !strings.Contains(printed, w.dueYear) && !slices.ContainsFunc(due, func(d string) bool {
		return strings.HasPrefix(d, w.dueYear)
	}):
		return false
	}
	return w.due == 0 || w.isDueAt(due, printed)
}

// isDueAt says that a mandate is due at the session of a number.
func (w *registerWish) isDueAt(due []string, printed string) bool {
	if slices.ContainsFunc(due, func(d string) bool { return strings.HasSuffix(d, "/session/"+decimal(w.due)) }) {
		return true
	}
	if w.due > lastOrdinal {
		return false
	}
	ordinal := names.Ordinals(w.due)[w.due-1]
	return strings.Contains(printed, ordinal+" session") ||
		strings.Contains(printed, strings.ReplaceAll(ordinal, "-", " ")+" session")
}

// fitsText compares whom a mandate has to do with, and what it is about.
func (w *registerWish) fitsText(m snapshot.Node, aboutAct map[snapshot.Node]bool) bool {
	act := w.wholeOf(m)
	sides := slices.Concat(w.Values(m, "addressee"), w.Values(m, "recipient"), []string{graph.BodyID(w.OwnerOf(act))})
	for _, d := range w.Values(m, "due") {
		owner, _, _ := strings.Cut(d, "/session/")
		sides = append(sides, owner)
	}
	for _, nodes := range w.named {
		is := func(n snapshot.Node) bool {
			return slices.Contains(sides, w.ID(n)) || w.Kind(n) == "State" && w.speaksOf(m, n)
		}
		if !slices.ContainsFunc(nodes, is) {
			return false
		}
	}
	text := graph.Slug(w.Title(act) + " " + w.Text(m, "clause"))
	if having(text, w.stems) >= (3*len(w.stems)+4)/5 {
		return true
	}
	if !w.ofAct {
		return false
	}
	about, known := aboutAct[act]
	if !known {
		about = having(w.textOfAct(act), w.stems) == len(w.stems)
		aboutAct[act] = about
	}
	return about
}

// speaksOf says that a mandate names a State, or that its act does where the question
// describes one.
func (w *registerWish) speaksOf(m, state snapshot.Node) bool {
	named := w.namePattern(state)
	if named.MatchString(w.Text(m, "clause")) || !w.ofAct {
		return named.MatchString(w.Text(m, "clause"))
	}
	act := w.wholeOf(m)
	for p := act + 1; int(p) < w.Len() && strings.HasPrefix(w.ID(p), w.ID(act)+"#"); p++ {
		if named.MatchString(w.Text(p, "text")) {
			return true
		}
	}
	return false
}

// textOfAct is all that an act says, folded.
func (w *registerWish) textOfAct(act snapshot.Node) string {
	texts := []string{w.Title(act), w.Text(act, "about")}
	for p := act + 1; int(p) < w.Len() && strings.HasPrefix(w.ID(p), w.ID(act)+"#"); p++ {
		texts = append(texts, w.Text(p, "text"))
	}
	return graph.Slug(strings.Join(texts, " "))
}

// having is how many of some stems a folded text has.
func having(folded string, stems []string) (number int) {
	for _, s := range stems {
		if strings.Contains("-"+folded, s) {
			number++
		}
	}
	return number
}

// answerByRegister answers a question for duties by the mandates that fit all that it
// names, with the passages that have its words below; ok is false where none or too many fit.
func (r *Reader) answerByRegister(ctx context.Context, question string) (answer Answer, ok bool, err error) {
	d := r.read(question)
	var list, asked []snapshot.Node
	unread := ""
	for _, w := range r.registerWishes(d) {
		if list = w.find(); len(list) > 0 {
			unread, asked = w.unread, slices.Concat(append(w.named, w.acts)...)
			break
		}
	}
	if len(list) == 0 {
		return Answer{}, false, nil
	}
	d.Operation, d.Words = opReport, strings.Join(d.content, " ")
	c := &composer{Reader: r, meaning: d, declared: map[string]string{}, u: &understanding{
		variables: map[string]any{}, nodes: map[string]snapshot.Node{}, lists: map[string][]snapshot.Node{}, meant: d,
	}}
	c.u.lists["asked"] = asked
	c.declare("ids", "[ID!]!", c.idsOf(list))
	c.text("nodes(ids: $ids) { ... on Mandate {" + mandateFields + "} }")
	f := c.form()
	f.lists, f.columns, f.details = []string{"nodes"}, mandateColumns, whoIsMeant
	c.finish()
	c.u.readAs = r.line(d)
	if answer, err = r.answerMeant(ctx, c.u, question); err != nil {
		return answer, false, err
	}
	if unread != "" {
		answer.Text += "not read: " + unread + "\n"
		answer.Completeness.add(Lack{State: Guessed, Text: "not read: " + unread})
	}
	below, found, err := r.answerByPassages(ctx, question)
	if found && err == nil {
		shown := below.Passages[:min(len(below.Passages), shownSupport)]
		answer.Passages = append(answer.Passages, shown...)
		answer.Text += "\n" + wordsStandIn + "\n\n" + r.passageLines(shown)
	}
	return answer, true, err
}

// wordsStandIn leads paragraphs with the words of a question below a register.
const wordsStandIn = "The words of the question stand in:"
