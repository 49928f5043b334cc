package ask

import (
	"context"
	"fmt"
	"reflect"
	"regexp"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/snapshot"
)

// Several questions in one sentence: how did it start, and who extended it?

// between is what separates questions: a mark, or a comma or "and" before a word
// that asks. A mere comma separates as well, where the first piece is a question.
var (
	betweenQuestions = regexp.MustCompile(`(?i)[?;]\s+|[,;–-]?\s+(?:and|but|also)\s+(` + asking + `)\b|` +
		`[,–]\s+(` + asking + `)\b|\s+-\s+(` + asking + `)\b`)
	betweenPieces = regexp.MustCompile(`[?;]\s+|,\s+`)
)

// asking are the words with which a further question begins.
const asking = `who|whom|what|when|where|how|which|until when|since when|till when|by whom|under which|in which|` +
	`does|did|is it|was it`

// segments are the questions of a sentence, each with its own word that asks.
func segments(question string, between *regexp.Regexp) []string {
	var list []string
	from := 0
	for _, m := range between.FindAllStringSubmatchIndex(question, -1) {
		end, next := m[0], m[1]
		for g := 2; g < len(m); g += 2 {
			if m[g] >= 0 {
				next = m[g]
			}
		}
		list = append(list, strings.TrimSpace(question[from:end]))
		from = next
	}
	return append(list, strings.TrimSpace(question[from:]))
}

// answerInTurn answers the questions of a sentence one after another, where the
// first of them is understood; what is not is said.
func (r *Reader) answerInTurn(ctx context.Context, question string) (Answer, bool, error) {
	for _, between := range []*regexp.Regexp{betweenQuestions, betweenPieces} {
		list := segments(question, between)
		if len(list) < 2 {
			continue
		}
		first := r.meant(list[0])
		if first == nil || first.trouble != nil || first.query.Name == "about" && first.meant.Operation == opList {
			continue // a name in front asks nothing
		}
		answer, ok, err := r.answerSurely(ctx, first, list[0])
		if err != nil || !ok {
			continue
		}
		r.answerRest(ctx, &answer, first, list[1:])
		return answer, true, nil
	}
	if topic, rest, ok := strings.Cut(question, ": "); ok && !figures.MatchString(topic) {
		if u := r.meant(rest); u != nil && u.trouble == nil && len(u.meant.things()) > 0 {
			u.readAs = r.line(u.meant) // the topic in front is not read
			return r.answerSurely(ctx, u, rest)
		}
	}
	return Answer{}, false, nil
}

// answerRest adds the answers of further questions in words, each as a question to
// ask by itself, and says which were not understood.
func (r *Reader) answerRest(ctx context.Context, answer *Answer, first *understanding, rest []string) {
	carried := carriedBy(first)
	for i, n := range carried {
		carried[i] = r.bodyFor(n)
	}
	for _, piece := range rest {
		u := r.meant(piece, carried...)
		if u == nil || u.trouble != nil {
			said := fmt.Sprintf("Not answered: “%s”.", piece)
			answer.Remarks = append(answer.Remarks, said)
			answer.Text += said + "\n"
			answer.Completeness.add(Lack{State: Guessed, Text: "a part of the question was not understood: " + piece})
			continue
		}
		if u.query.Name == first.query.Name && reflect.DeepEqual(u.variables, first.variables) {
			continue
		}
		if more, ok, err := r.answerSurely(ctx, u, piece); err == nil && ok {
			answer.Text += "\n" + more.Text
		}
	}
}

// carriedBy are the entities that a further question may mean by "it".
func carriedBy(u *understanding) []snapshot.Node {
	named := u.meant.things()
	if len(named) > 1 {
		return named[:1]
	}
	return named
}

// bodyFor is the body in which somebody holds an office, which "the other officers"
// speaks of; any other entity itself.
func (r *Reader) bodyFor(n snapshot.Node) snapshot.Node {
	if r.Kind(n) != "Role" {
		return n
	}
	if body, ok := r.Lookup(graph.BodyID(r.bodyOfRole(n))); ok {
		return body
	}
	return n
}
