package ask

import (
	"context"
	"regexp"
	"slices"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/snapshot"
)

// Who voted in some way on the acts about something: the Iraq-Kuwait resolutions, the
// decisions on Palestine in the 1970s.

// onClass matches such a question: the way of voting, what stands before the noun for the
// acts, what stands behind it, and the time.
var onClass = regexp.MustCompile(
	`(?i)^(?:who|which (?:states|countries|members` +
		`|delegations)) (?:had )?(?:(?:cast )?vote[ds]?(?: a vote)? (against|for|in favour of)|` +
		`(?:was|were) (against)|(abstained)(?: on| from| in| in the votes? on)?) (?:any of ` +
		`|all )?(?:the )?(.*?)\s*\b(?:resolutions|decisions|drafts|acts|texts)` +
		`(?: (?:on|about|concerning|regarding|dealing with` +
		`|relating to) (?:the )?(.+?))??(?: (?:adopted )?(?:in|from|between|during` +
		`|of) (?:the )?([\d][\d\w]*(?:(?:-|/| to | and )\d+)?))?` +
		`(?:[,;]? and (?:on|in|against|for) which(?: ones?| of them| resolutions?| decisions?| acts?)?)?$`,
)

// votesOnClass answers such a question; ok is false where the words name no class of acts.
func (r *Reader) votesOnClass(ctx context.Context, question string) (answer Answer, ok bool, err error) {
	m := onClass.FindStringSubmatch(question)
	if m == nil {
		return Answer{}, false, nil
	}
	words := strings.TrimSpace(strings.ReplaceAll(m[4]+" "+m[5], "-", " "))
	if slices.ContainsFunc(r.read(words).things(), r.adopting) {
		return Answer{}, false, nil // the acts of a body, whatever they are about
	}
	about := r.classOf(words)
	if len(about) == 0 {
		return Answer{}, false, nil
	}
	d := r.read("acts in " + m[6])
	if m[6] != "" && d.Since == "" {
		return Answer{}, false, nil
	}
	way := map[string]string{
		"against":      "votedAgainst",
		"for":          "votedFor",
		"in favour of": "votedFor",
		"abstained":    "abstained",
	}
	relation := way[strings.ToLower(m[1]+m[2]+m[3])]
	return r.tellClass(ctx, question, d, relation, words, about)
}

// classOf are the acts about some words: those that have all of them in one paragraph or in
// what they are about; of the names of several States that are joined, one is enough in what
// an act is about.
func (r *Reader) classOf(words string) map[snapshot.Node]bool {
	if words == "" {
		return nil
	}
	about := r.ActsAbout(r.ctx, words)
	states := r.read(words).things()
	if len(states) < 2 || slices.ContainsFunc(states, func(n snapshot.Node) bool { return r.Kind(n) != "State" }) {
		return about
	}
	for _, n := range r.Nodes("Act") {
		matter := r.Title(n) + " " + r.Text(n, "about")
		if slices.ContainsFunc(states, func(s snapshot.Node) bool { return r.namesOfState(s).MatchString(matter) }) {
			about[n] = true
		}
	}
	return about
}

// tellClass lists the votes of one way on some acts of a time.
func (r *Reader) tellClass(
	ctx context.Context, question string, d *meaning, relation, words string, about map[snapshot.Node]bool,
) (answer Answer, ok bool, err error) {
	c := &composer{Reader: r, meaning: d, declared: map[string]string{}, u: &understanding{
		variables: map[string]any{}, nodes: map[string]snapshot.Node{}, lists: map[string][]snapshot.Node{}, meant: d,
	}}
	since, until := d.Since, d.Until
	d.question, d.Words, d.Wanted, d.Names, d.Bodies = question, words, nil, nil, nil
	d.Clauses = []clause{{Relations: []string{relation}, Subject: term{Wanted: true}, Verb: graph.Spaced(relation)}}
	c.declare("relations", "[RelationName!]", []any{relation})
	c.text("statements(relations: $relations, first: 100, after: $after) " + edgeFields)
	c.keeps = append(c.keeps, func(t telling, row row) bool {
		n, found := t.Lookup(str(row, "target"))
		return found && about[n] && t.isDated(n, since, until)
	})
	f := c.form()
	f.lists, f.columns, f.lead = []string{
		"statements",
	}, []column{
		inSubject,
		inRelation,
		inObject,
		inDate,
		inDocument,
	}, votersTold
	c.finish()
	c.u.sure = true
	answer, err = r.answerMeant(ctx, c.u, question)
	return answer, err == nil && len(answer.Rows) > 0, err
}

// votersTold says how often each State is among the votes.
func votersTold(t telling) string {
	var states []string
	on := map[string][]string{}
	for _, r := range t.found {
		who, what := t.calledByID(str(r, "source")), t.calledByID(str(r, "target"))
		if n, ok := t.Lookup(str(r, "source")); ok {
			who = t.called(n)
		}
		if on[who] == nil {
			states = append(states, who)
		}
		on[who] = append(on[who], what)
	}
	slices.SortStableFunc(states, func(a, b string) int { return len(on[b]) - len(on[a]) })
	var parts []string
	for _, s := range states {
		parts = append(parts, s+" on "+counted(len(on[s]), "text"))
	}
	return "among the acts that have these words, as far as votes were read, " + strings.Join(parts, ", ") + ":"
}
