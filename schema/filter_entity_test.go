package schema

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"mandategraph/schema/guard"
)

// Statements are chosen by what stands at either end, in lists and in counts alike.
func TestStatementsAreFilteredByBothEnds(t *testing.T) {
	a := newAPI(t, Options{})
	for filter, want := range map[string][]any{
		`source: {ids: ["ctoc-cop/resolution/12/4"]}, target: {body: "ga"}`:               {"ga/resolution/76/185"},
		`source: {ids: ["ctoc-cop/resolution/12/4"]}, target: {kinds: [Body]}`:            {},
		`relations: [recalls], source: {kinds: [Act], loaded: true, until: "2024-10-17"}`: {"ctoc-cop/decision/2/2"},
		`relations: [recalls], target: {since: "2021", until: "2021"}`:                    {"ga/resolution/76/185"},
		`relations: [recalls], target: {loaded: true}`:                                    {"ctoc-cop/resolution/12/1"},
		`relations: [recalls], target: {title: "widgets"}`:                                {"ctoc-cop/resolution/12/1"},
		`relations: [recalls], source: {subject: "mend widgets"}`:                         {"ctoc-cop/decision/4/2", "ctoc-cop/resolution/10/2"},
	} {
		r := ask(t, a, `{ statements(filter: {`+filter+`}) { distinctCount totalCount nodes { id } }
			aggregate(filter: {`+filter+`}, by: [TARGET], orderBy: KEY) { total { count } groups { keys { value } } } }`)
		assert.Equal(t, r.get("statements totalCount"), r.get("aggregate total count"), filter)
		got := []any{}
		for _, g := range r.get("aggregate groups").([]any) {
			got = append(got, g.(map[string]any)["keys"].([]any)[0].(map[string]any)["value"])
		}
		assert.Equal(t, want, got, filter)
	}
	for _, filter := range []string{`source: {body: "nobody"}`, `body: "nobody"`, `target: {subject: "subject/none"}`} {
		r := execute(t, a, `{ statements(filter: {`+filter+`}) { totalCount } }`, nil)
		assert.Equal(t, []string{guard.NotFound}, r.codes(), "an empty list would look like an answer: %s", filter)
	}
	nested := ask(t, a, `{ acts { nodes { id relations(filter: {target: {kinds: [Act], body: "ga"}}) { nodes { id } } } } }`)
	assert.Contains(t, nested.each("acts nodes", "relations nodes 0 id"), "ga/resolution/76/185")
}

// Every list of statements tells both ends, whichever its node is.
func TestEdgesOfStatementsHaveBothEnds(t *testing.T) {
	a := newAPI(t, Options{})
	r := ask(t, a, `{ act(id: "ga/resolution/76/185") { citedBy(first: 1) { edges { source sourceNode { id } target targetNode { id } node { id } } } } }`)
	edge := r.get("act citedBy edges 0").(map[string]any)
	assert.Equal(t, edge["source"], edge["sourceNode"].(map[string]any)["id"])
	assert.Equal(t, map[string]any{"id": "ga/resolution/76/185"}, edge["targetNode"])
	assert.Equal(t, edge["sourceNode"], edge["node"])
}
