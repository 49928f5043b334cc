package ask

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"mandategraph/graph/snapshot"
)

// Votes: what is printed of them beside what was read of them.

// votedInTheVote makes one clause of how somebody voted in the vote on an act, which
// has a verb twice: did Peru abstain in the vote on 12/3.
func (c *composer) votedInTheVote() {
	if len(c.Clauses) != 2 {
		return
	}
	vote, on := c.Clauses[0], c.Clauses[1]
	if slices.Equal(vote.Relations, voting) {
		vote, on = on, vote
	}
	open := len(vote.Object.Nodes) == 0 && len(on.Subject.Nodes) == 0 && len(on.Object.Nodes) > 0
	if open && vote.is(voting...) && slices.Equal(on.Relations, voting) {
		vote.Object = on.Object
		c.Clauses = []clause{vote}
	}
}

// votesCounted are the ways of voting whose votes a question counts, and the one act.
func (c *composer) votesCounted() (relations []string, act snapshot.Node, ok bool) {
	acts := c.actsNamed()
	if c.Operation != opCount || len(acts) != 1 || len(c.Clauses) > 1 {
		return nil, snapshot.NoNode, false
	}
	if c.asksVotes() {
		relations = voting
	}
	if len(c.Clauses) == 1 && c.Clauses[0].is(voting...) && len(c.Clauses[0].Subject.Nodes) == 0 {
		relations = c.Clauses[0].Relations
	}
	return relations, acts[0], len(relations) > 0
}

// countsVotes lets the printed number of votes answer how many there were, which is more
// than the States that a text names: it names those against and abstaining alone.
func (c *composer) countsVotes(f *form) {
	relations, act, ok := c.votesCounted()
	if !ok {
		return
	}
	named := len(f.lists) == 1 && f.lists[0] == "node.relationsTo" // the rows are States
	f.number = func(t telling) string {
		printed := t.printedNumbers(act, relations)
		switch rows := decimal(t.total()); {
		case !named:
			return printed
		case printed == "" || t.printedSum(act, relations) == t.total():
			return rows
		default:
			return printed + " as printed, " + rows + " named"
		}
	}
}

// waysOfVoting are the ways of voting, the property that has the printed number, and its words.
var waysOfVoting = []struct{ relation, property, words string }{
	{"votedFor", "votesFor", "for"}, {"votedAgainst", "votesAgainst", "against"}, {"abstained", "abstentions", "abstaining"},
}

// printedNumbers are the numbers of votes that a text has of its adoption.
func (r *Reader) printedNumbers(act snapshot.Node, relations []string) string {
	var list []string
	for _, s := range waysOfVoting {
		if v := r.Text(act, s.property); v != "" && slices.Contains(relations, s.relation) {
			list = append(list, v+" "+s.words)
		}
	}
	return strings.Join(list, ", ")
}

// printedSum is what these numbers come to.
func (r *Reader) printedSum(act snapshot.Node, relations []string) (sum int) {
	for _, w := range waysOfVoting {
		if n, err := strconv.Atoi(r.Text(act, w.property)); err == nil && slices.Contains(relations, w.relation) {
			sum += n
		}
	}
	return sum
}

// votePrinted matches the line on a vote, as it stands below a resolution of the Council
// or in brackets below one of the Assembly.
var votePrinted = regexp.MustCompile(`Adopted[^.;]*\b(?:votes?|abstentions?|abstaining)\b[^.;]*`)

// printedVote is that line as it stands, also where it was not read or is glued to the
// paragraph before it; empty where there is none.
func (r *Reader) printedVote(act snapshot.Node) string {
	for p := act + 1; int(p) < r.Len() && strings.HasPrefix(r.ID(p), r.ID(act)+"#"); p++ {
		text := r.Text(p, "text")
		if !strings.Contains(text, "Adopted") {
			continue
		}
		if line := votePrinted.FindString(text); line != "" {
			return "“" + strings.Join(strings.Fields(line), " ") + "”"
		}
	}
	return ""
}

// votesTold says which votes nothing was read of, and what the text prints of them.
func votesTold(t telling) string {
	n, ok := t.u.nodes["thing"]
	if !ok {
		n = t.u.nodes["act"]
	}
	printed := t.printedVote(n)
	switch {
	case len(t.In(n, voting...)) > 0:
		return ""
	case printed != "" && !strings.Contains(printed, "("): // it names nobody
		return "Which State voted how is not told in the loaded texts; this one prints: " + printed + "."
	case printed != "":
		return "Which State voted how was not read, but the text prints: " + printed + "."
	}
	return votesNotTold(t.Reader, n)
}

// votesNotTold says of an act without a line on its vote what is known of it.
func votesNotTold(t *Reader, n snapshot.Node) string {
	switch {
	case strings.Contains(strings.ToLower(t.closing(n)), "unanimously"):
		return "It was adopted unanimously; no number of votes is printed."
	case t.Text(n, "votesFor") != "":
		return "Which State voted how is not told in the loaded texts."
	}
	return "No vote by State and no number of votes is told in the loaded texts."
}

// votesLacking says on which acts no vote of some States was read, and what the texts print of
// the vote: they name those against and abstaining, seldom those for.
func (c *composer) votesLacking(states, acts []snapshot.Node) func(t telling) string {
	return func(t telling) string {
		var list []string
		for _, n := range acts {
			without := slices.DeleteFunc(slices.Clone(states), func(s snapshot.Node) bool { return t.voted(s, n) })
			if len(without) == 0 {
				continue
			}
			said := t.tally(n)
			if printed := t.printedVote(n); printed != "" {
				said = t.called(n) + ": " + printed
			}
			list = append(list, "of "+t.calledAll(without, " or ")+" on "+said)
		}
		if len(list) == 0 {
			return ""
		}
		return "No vote was read " + strings.Join(list, "; ") + "."
	}
}

// jointly matches the word by which several States must all have done something.
var jointly = regexp.MustCompile(`(?i)\b(?:both|all|together)\b`)

// votedTogether asks on what several States voted in some way: what they all voted so
// on where the question says both or all, else each of their votes.
func (c *composer) votedTogether(main int) {
	cl, filter := c.Clauses[main], c.far()
	relations := cl.relations()
	if jointly.MatchString(c.question) {
		c.Clauses[main].together = true
		c.edges("act", cl.Subject.Nodes[0], "relations", relations, filter)
		for _, other := range cl.Subject.Nodes[1:] {
			c.keep(func(t telling, n snapshot.Node) bool {
				return slices.ContainsFunc(t.Out(other, relations...), func(e snapshot.Edge) bool {
					_, target := t.Ends(e)
					return target == n
				})
			})
		}
		c.form().columns = c.columnsFor(false)
		return
	}
	c.declare("subjects", "[ID!]", c.idsOf(cl.Subject.Nodes))
	c.declare("relations", "[RelationName!]", anys(relations))
	c.declare("filter", "StatementFilter", filter)
	c.text("statements(subjects: $subjects, relations: $relations, filter: $filter, first: 100, after: $after) " + edgeFields)
	f := c.form()
	f.lists, f.columns = []string{"statements"}, []column{inSubject, inRelation, inObject, inDate, inDocument}
}
