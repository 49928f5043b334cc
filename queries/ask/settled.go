package ask

import (
	"regexp"
	"slices"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/snapshot"
)

// A session numbers its resolutions and its decisions apart: 12/2 is both.

// asksMore matches a second question in a sentence.
var asksMore = regexp.MustCompile(`(?i)(?:,| and) (?:to |by |of )?(?:who|whom|whose|what|when|which|how|where|is|was|were|did|does)\b`)

// settled writes before a bare number of acts which of them is meant, where the question
// asks for what is told of one of them alone: a decision has no sponsors.
func (r *Reader) settled(question string) string {
	words := tokens(question)
	parts := r.cut(words)
	var asked [][]string // the relations of each verb or noun
	for _, p := range parts {
		if p.verb != nil && len(p.verb.relations) > 0 {
			asked = append(asked, p.verb.relations)
		} else if p.noun != nil && len(p.noun.relations) > 0 {
			asked = append(asked, p.noun.relations)
		}
	}
	for _, p := range parts {
		if len(p.nodes) < 2 || len(p.nodes) > mostMeant || slices.ContainsFunc(p.nodes, func(n snapshot.Node) bool { return !r.isAct(n) }) {
			continue
		}
		told := p.nodes
		for _, relations := range asked {
			of := slices.DeleteFunc(slices.Clone(told), func(n snapshot.Node) bool {
				return len(r.In(n, relations...)) == 0 && len(r.Out(n, relations...)) == 0
			})
			if len(of) > 0 {
				told = of
			}
		}
		if len(told) != 1 {
			continue
		}
		if _, kind, _, ok := graph.SplitActID(r.ID(told[0])); ok && !strings.Contains(strings.ToLower(p.text), kind) {
			question = strings.Replace(question, p.text, kind+" "+p.text, 1)
		}
	}
	return question
}
