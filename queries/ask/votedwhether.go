package ask

import (
	"regexp"
	"slices"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/snapshot"
)

// Whether some States voted in some way on an act, and whether it was adopted in some
// manner: Yes and No where the votes tell, else what is printed.

// votedWhether decides whether States voted in a way on one act. A State that is known to
// have voted otherwise did not; of one that the line on the vote does not name nothing is
// known, as the line names those against and abstaining alone.
func (c *composer) votedWhether() bool {
	if c.Operation != opWhether || len(c.Clauses) != 1 || c.Words != "" || len(c.Names) > 0 {
		return false
	}
	cl := c.Clauses[0]
	act, one := cl.Object.one()
	notState := func(n snapshot.Node) bool { return c.Kind(n) != "State" }
	if !cl.is(voting...) || len(cl.Subject.Nodes) == 0 || slices.ContainsFunc(cl.Subject.Nodes, notState) || !one ||
		!c.isAct(act) {
		return false
	}
	c.between(cl)
	c.u.tentative, c.u.sure = false, true
	f, question := c.form(), c.question
	f.decides, f.remark, f.judged = false, nil, func(t telling) (*bool, string) { return t.judgeVotes(cl, act, question) }
	c.u.support = func() []snapshot.Node { return c.tellingOf(act, "adoptedAt") }
	return true
}

// judgeVotes says of each of some States whether it voted so, and whether all did.
func (t telling) judgeVotes(cl clause, act snapshot.Node, question string) (verdict *bool, said string) {
	all, none, list := true, false, []string{}
	for _, state := range cl.Subject.Nodes {
		way := t.wayVoted(state, act)
		so := slices.Contains(cl.Relations, way)
		all, none = all && so, none || way != "" && !so
		name := t.called(state)
		switch {
		case way == "":
			list = append(list, "no vote of "+name+" was read")
		default:
			list = append(
				list,
				name+" "+strings.Replace(graph.Spaced(way), "abstained", "abstained on", 1)+" "+t.called(act),
			)
		}
	}
	said = strings.Join(list, "; ") + ". As far as it was read, " + t.tally(act) + "."
	if printed := t.printedVote(act); printed != "" {
		said = strings.Join(list, "; ") + ". " + t.called(act) + " prints " + printed + "."
	}
	outlived := t.outlived(act, question)
	switch {
	case outlived != "":
		all = false
		return &all, "No: " + outlived + said
	case all:
		return &all, "Yes: " + said
	case none:
		return &all, "No: " + said
	}
	return nil, "That is not told in so many words: " + said
}

// wayVoted is the relation by which a State voted on an act; empty where none was read.
func (r *Reader) wayVoted(state, act snapshot.Node) string {
	for _, e := range r.In(act, voting...) {
		if source, _ := r.Ends(e); source == state {
			return r.Relation(e)
		}
	}
	return ""
}

// mannersAsked are the manners of adoption that a question asks for with yes or no.
var (
	unanimously = regexp.MustCompile(`(?i)\bunanim`)
	byConsensus = regexp.MustCompile(`(?i)\bconsensus\b|\bwithout (?:a )?vote\b|\bacclamation\b`)
	byVote      = regexp.MustCompile(`(?i)\brecorded vote\b|\bby (?:a )?vote\b|\bto (?:a|the) vote\b`)
)

// judgeManner says whether an act was adopted in the manner that a question asks for; the
// verdict is nil where its text does not tell.
func (t telling) judgeManner(n snapshot.Node, question string) (verdict *bool, said string) {
	closing, votes := strings.ToLower(t.closing(n)), t.printedVote(n)
	if votes == "" && t.Text(n, "votesFor") != "" {
		votes = strings.TrimPrefix(t.tally(n), t.called(n)+": ")
	}
	if t.noVote(n) {
		return t.judgeNoVote(n, question)
	}
	none := slices.Contains([]string{"consensus", "without a vote"}, t.Text(n, "procedure"))
	unanimous := strings.Contains(closing, "unanimously")
	decided := func(so bool, how string) (*bool, string) {
		lead := "No: "
		if so {
			lead = "Yes: "
		}
		return &so, lead + t.called(n) + " " + how + "."
	}
	switch asked := unanimously.MatchString(question); {
	case unanimous:
		return decided(asked || byVote.MatchString(question), "was adopted unanimously")
	case votes != "":
		return decided(byVote.MatchString(question), "prints "+votes)
	case none && !asked:
		return decided(byConsensus.MatchString(question), "was adopted: "+t.Text(n, "procedure"))
	case none:
		return nil, "Not in these words: " + t.called(n) + " was adopted: " + t.Text(n, "procedure") + "."
	}
	return nil, t.howTold(n)
}

// judgeNoVote says of an act that was adopted without a vote whether it was adopted in the
// manner that a question asks for: that there was consensus is another thing, and that
// all were for it too.
func (t telling) judgeNoVote(n snapshot.Node, question string) (verdict *bool, said string) {
	how := t.called(n) + " was adopted without a vote."
	if printed := t.printedVote(n); printed != "" {
		how = t.called(n) + " prints " + printed + "."
	}
	yes, no := true, false
	switch {
	case withoutVote.MatchString(question):
		return &yes, "Yes: " + how
	case byVote.MatchString(question):
		return &no, "No: " + how
	}
	return nil, "Not in these words: " + how
}
