package ask

import (
	"context"
	"regexp"
	"slices"
	"strings"

	"mandategraph/graph/snapshot"
)

// Questions that are answered by counting over what was read: which States sponsor at
// least so many drafts, which resolution has most operative paragraphs, what the drafts
// became.

// overRows answers such a question; ok is false where it is none, or nothing was read.
func (r *Reader) overRows(ctx context.Context, question string) (answer Answer, ok bool, err error) {
	for _, answers := range []func(context.Context, string) (Answer, bool, error){
		r.sponsorsOfSome, r.rankedByOperatives, r.draftsBecame, r.submittersOfThanks, r.spokeOnEach,
	} {
		if answer, ok, err = answers(ctx, question); ok || err != nil {
			return answer, ok, err
		}
	}
	return Answer{}, false, nil
}

// tellNodes lists some entities, each with a word on it, below a first sentence.
func (r *Reader) tellNodes(
	ctx context.Context, question, lead string, list []snapshot.Node, word func(n snapshot.Node) string,
) (Answer, bool, error) {
	if len(list) == 0 {
		return Answer{}, false, nil
	}
	d := r.read(question)
	d.question, d.Operation, d.Clauses, d.Left = question, opList, nil, nil
	c := &composer{Reader: r, meaning: d, declared: map[string]string{}, u: &understanding{
		variables: map[string]any{}, nodes: map[string]snapshot.Node{}, lists: map[string][]snapshot.Node{}, meant: d,
	}}
	c.declare("ids", "[ID!]!", c.idsOf(list))
	c.text("nodes(ids: $ids) { ...Named }")
	f := c.form()
	f.lists = []string{"nodes"}
	f.columns = []column{
		{"name", func(t telling, row row) string { return t.calledByID(str(row, "id")) }},
		{"count", func(t telling, row row) string {
			n, _ := t.Lookup(str(row, "id"))
			return word(n)
		}},
	}
	f.lead = func(telling) string { return lead }
	c.finish()
	c.u.sure = true
	answer, err := r.answerMeant(ctx, c.u, question)
	return answer, err == nil && len(answer.Rows) > 0, err
}

// ofAsked says of an act whether it is of the bodies, the sessions, the kind and the time
// of a question, as far as it names any.
func (r *Reader) ofAsked(question string) func(act snapshot.Node) bool {
	d := r.read(question)
	var bodies, sessions []snapshot.Node
	for _, n := range d.things() {
		switch {
		case r.Kind(n) == "Session":
			sessions = append(sessions, n)
		case r.adopting(n):
			bodies = append(bodies, n)
		}
	}
	kinds := actKindsIn(question)
	return func(act snapshot.Node) bool {
		session, _ := r.Lookup(r.Text(act, "session"))
		return (len(bodies) == 0 || slices.Contains(bodies, r.owner(act))) &&
			(len(sessions) == 0 || slices.Contains(sessions, session)) &&
			(len(kinds) == 0 || r.isOfKind(act, kinds)) && r.isDated(act, d.Since, d.Until)
	}
}

// actKindsIn are the kinds of acts that a question speaks of; none for acts of any.
func actKindsIn(question string) (kinds []string) {
	for _, kind := range []string{"resolution", "decision"} {
		if strings.Contains(strings.ToLower(question), kind) {
			kinds = append(kinds, kind)
		}
	}
	return kinds
}

// mostOperatives matches a question which act has most or fewest operative paragraphs, and
// manyOperatives one how many each has.
var (
	operativesAsked = regexp.MustCompile(`(?i)\boperative (?:paragraphs?|clauses?|parts?)\b`)
	mostOperatives  = regexp.MustCompile(
		`(?i)\b(?:most|longest|largest|highest|biggest|fewest|shortest|least|smallest)\b` +
			`|\b(?:each|every|all)\b.*\b(?:resolutions?|decisions?|acts?|texts?|has|have)\b`,
	)
)

// fewestFirst matches a question for the act that has fewest.
var fewestFirst = regexp.MustCompile(`(?i)\b(?:fewest|shortest|least|smallest)\b`)

// mostRanked is how many acts are listed by their paragraphs.
const mostRanked = 15

// rankedByOperatives ranks acts by how many operative paragraphs they have.
func (r *Reader) rankedByOperatives(ctx context.Context, question string) (Answer, bool, error) {
	if !operativesAsked.MatchString(question) || !mostOperatives.MatchString(question) {
		return Answer{}, false, nil
	}
	asked, number := r.ofAsked(question), map[snapshot.Node]int{}
	var list []snapshot.Node
	for _, n := range r.Nodes("Act") {
		if r.ended() || !r.Loaded(n) || !asked(n) {
			continue
		}
		if number[n] = r.operatives(n); number[n] > 0 {
			list = append(list, n)
		}
	}
	slices.SortStableFunc(list, func(a, b snapshot.Node) int { return number[b] - number[a] })
	if len(list) < 2 {
		return Answer{}, false, nil
	}
	having := func(n int) string {
		var names []string
		for _, act := range list {
			if number[act] == n {
				names = append(names, r.called(act))
			}
		}
		return fewNames(names) + " (" + decimal(n) + ")"
	}
	lead := "of " + decimal(len(list)) + " acts whose operative paragraphs were read, most are in " +
		having(
			number[list[0]],
		) + ", fewest in " + having(number[list[len(list)-1]]) + "; items below a paragraph are not counted."
	if fewestFirst.MatchString(question) {
		slices.Reverse(list)
	}
	shown := list[:min(len(list), mostRanked)]
	return r.tellNodes(ctx, question, lead, shown, func(n snapshot.Node) string {
		return r.paragraphsOf(n, "operative paragraphs")
	})
}

// operatives counts the operative paragraphs of an act, without the items below them.
func (r *Reader) operatives(act snapshot.Node) (count int) {
	for p := act + 1; int(p) < r.Len() && strings.HasPrefix(r.ID(p), r.ID(act)+"#"); p++ {
		_, locator, _ := strings.Cut(r.ID(p), "#")
		if r.Kind(p) == "Paragraph" && strings.HasPrefix(locator, "op") && !strings.Contains(locator, ".") {
			count++
		}
	}
	return count
}

// becomesAsked matches a question what drafts became, which it calls by no symbol: those of
// limited distribution have an L in it.
var becomesAsked = regexp.MustCompile(
	`(?i)\b(?:L[- ](?:documents|docs|papers|drafts)|drafts|draft (?:resolutions|decisions|texts|proposals))\b` +
		`.*\b(?:turned? into|became|become|were adopted as|ended up|led to)\b` +
		`|\b(?:what|which)\b.*\b(?:became|become|happened)\b(?: (?:of|to|with))?(?: each| all| every)?(?: of)?(?: the)? ` +
		`(?:L[- ](?:documents|docs|papers|drafts)|drafts|draft (?:resolutions|decisions|texts|proposals))\b`,
)

// aboutSome matches what some drafts are about.
var aboutSome = regexp.MustCompile(`(?i)\b(?:on|about|concerning|regarding|dealing with|from|by) `)

// draftsBecame lists the drafts with the acts that they became.
func (r *Reader) draftsBecame(ctx context.Context, question string) (Answer, bool, error) {
	if !becomesAsked.MatchString(question) || figures.MatchString(question) || aboutSome.MatchString(question) {
		return Answer{}, false, nil
	}
	asked, became := r.ofAsked(question), map[snapshot.Node][]string{}
	var list []snapshot.Node
	for _, n := range r.Nodes("Document") {
		for _, e := range r.Out(n, "draftOf") {
			if _, act := r.Ends(e); asked(act) {
				became[n] = append(became[n], r.called(act))
			}
		}
		if became[n] != nil {
			list = append(list, n)
		}
	}
	lead := decimal(len(list)) + " drafts became acts, as far as was read:"
	if len(list) > maxPassages {
		return Answer{}, false, nil // those of no one session
	}
	return r.tellNodes(
		ctx,
		question,
		lead,
		list,
		func(n snapshot.Node) string { return "became " + enumerated(became[n]) },
	)
}
