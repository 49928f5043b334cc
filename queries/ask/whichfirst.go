package ask

import (
	"cmp"
	"context"
	"regexp"
	"slices"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/snapshot"
	"mandategraph/graph/timeline"
)

// Which of several things began first.

// comesFirst matches a question for the order of things in time.
var comesFirst = regexp.MustCompile(
	`(?i)\b(?:(?:c[ao]mes?|was|were|is|are|began|begins?|started|starts|(?:set up|established|created|adopted|held|founded))` +
		`(?: \w+){0,2} (?:first|earlier|later|last|sooner)|(?:older|oldest|newer|newest|earlier|later) (?:of|one))\b|\bset up (?:earlier|first|later|before)\b`,
)

// answerWhichFirst answers such a question by the beginnings of what it names, each with
// the facts that tell it; ok is false where it names less than two things that begin.
func (r *Reader) answerWhichFirst(ctx context.Context, question string) (answer Answer, ok bool, err error) {
	if !comesFirst.MatchString(question) {
		return Answer{}, false, nil
	}
	var things []snapshot.Node
	for _, n := range r.read(question).mentioned {
		named := r.savedFor(n)
		adopts := r.Kind(n) == "Body" && r.adopting(n)
		if named != "" && !adopts && !slices.Contains(things, n) {
			things = append(things, n)
		}
	}
	if len(things) < 2 || len(things) > maxSubjects || !strings.Contains(question, " or ") && !strings.Contains(question, " and ") {
		return Answer{}, false, nil
	}
	if slices.ContainsFunc(things, func(n snapshot.Node) bool { return r.beginningOf(n) == "" }) {
		return Answer{}, false, nil // the words of the texts may tell
	}
	for _, n := range things {
		part, err := r.beganBy(ctx, n)
		if err != nil {
			return Answer{}, false, err
		}
		part.Question = r.called(n)
		part.shorten()
		answer.Parts = append(answer.Parts, part)
	}
	first := answer.Parts[0]
	first.Parts, first.Question = answer.Parts, ""
	first.Sentence = r.orderOf(things)
	first.Text = wrap(first.Sentence, 0) + "\n\n"
	for _, part := range first.Parts {
		first.Text += part.Text + "\n"
	}
	return first, true, nil
}

// savedFor is the query that tells when something began; empty for what does not begin.
func (r *Reader) savedFor(n snapshot.Node) string {
	return map[string]string{"Body": "lifecycle", "Instrument": "lifecycle", "Act": "adoption", "Session": "about"}[r.Kind(n)]
}

// beganBy answers when one thing began.
func (r *Reader) beganBy(ctx context.Context, n snapshot.Node) (Answer, error) {
	d := &meaning{Operation: opWhen, question: r.called(n)}
	c := &composer{Reader: r, meaning: d, declared: map[string]string{}, u: &understanding{
		variables: map[string]any{}, nodes: map[string]snapshot.Node{}, lists: map[string][]snapshot.Node{}, meant: d,
	}}
	name := r.savedFor(n)
	variable := map[string]string{"lifecycle": "entity", "adoption": "act", "about": "thing"}[name]
	c.saved(name, map[string]snapshot.Node{variable: n})
	return r.answerUnderstood(ctx, c.u, d.question)
}

// beginningOf is the date at which something began; empty where that is not known.
func (r *Reader) beginningOf(n snapshot.Node) string {
	if kind := r.Kind(n); kind == "Act" || kind == "Session" {
		return r.Date(n)
	}
	for _, step := range timeline.LifeOf(r.Snapshot, n, "").Steps {
		if step.Relation == graph.Life[0] {
			return step.Date
		}
	}
	return ""
}

// orderOf says in which order things began.
func (r *Reader) orderOf(things []snapshot.Node) string {
	things = slices.Clone(things)
	slices.SortStableFunc(things, func(a, b snapshot.Node) int { return cmp.Compare(r.beginningOf(a), r.beginningOf(b)) })
	var names []string
	for _, n := range things {
		names = append(names, r.called(n)+" ("+r.beginningOf(n)+")")
	}
	return "In the order of time: " + strings.Join(names, ", then ") + "."
}
