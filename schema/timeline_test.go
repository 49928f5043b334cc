package schema

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"

	"mandategraph/schema/guard"
)

const drawn = `{ columns { key label year session { id } } lanes { key label rows above } places { node { id } column lane row dated by } }`

func TestATimelineStandsBesideWhatATraversalReached(t *testing.T) {
	a := apiOf(t, Options{}, chain()...)
	r := ask(
		t, a,
		`{ lineage(id: "ga/resolution/A") { nodes { id } timeline `+drawn+` } subgraph(ids: ["ga/resolution/A"], depth: 3) { timeline `+drawn+` }
		timeline(ids: ["ga/resolution/A", "ga/resolution/E", "ga/resolution/D", "ga/resolution/C", "ga/resolution/B"]) `+drawn+` }`,
	)
	assert.Equal(t, []any{"2004", "2010", "2018", "2020", "2024"}, r.each("lineage timeline columns", "label"))
	assert.Equal(t, []any{
		map[string]any{"key": "acts ga", "label": "General Assembly", "rows": 1., "above": 0.},
	}, r.get("lineage timeline lanes"))
	assert.Equal(t, "ABCDE", letters(r.each("lineage timeline places", "node id")))
	assert.Equal(t, []any{4., 1., 3., 2., 0.}, r.each("lineage timeline places", "column"))
	assert.Equal(t, r.get("lineage timeline"), r.get("subgraph timeline"))
	assert.Equal(t, r.get("lineage timeline"), r.get("timeline"))
}

func TestTheAxisOfATimelineMayBeThatOfSessions(t *testing.T) {
	a := apiOf(t, Options{}, fixture())
	const ids = `ids: ["ctoc-cop/resolution/12/1", "ga/resolution/76/185", "ctoc-cop/decision/4/2", "ctoc-cop/resolution/12/1#op2"]`
	r := ask(t, a, `{ timeline(axis: SESSION, `+ids+`) `+drawn+` years: timeline(axis: YEAR, `+ids+`) `+drawn+` }`)
	assert.Equal(t, []any{"CTOC COP 4 (2008)", "General Assembly 76 (2021)", "CTOC COP 12 (2024)"}, r.each("timeline columns", "label"))
	assert.Equal(t, []any{2008., 2021., 2024.}, r.each("timeline columns", "year"))
	assert.Nil(t, r.get("timeline columns 1 session"), "the store has no such session")
	assert.Equal(t, "body/ctoc-cop/session/12", r.get("timeline columns 2 session id"))
	assert.Equal(t, []any{"2008", "2021", "2024"}, r.each("years columns", "key"), "an act without a date stands in its session's year, not in that of who cites it")
	assert.Equal(t, []any{false, true, false, true}, r.each("years places", "dated"))
	assert.Equal(t, []any{"SESSION", "DATE", "OWNER", "DATE"}, r.each("years places", "by"))
	none := ask(
		t, a,
		`{ timeline(ids: []) `+drawn+` alone: timeline(ids: ["state/alb"]) { columns { label year } places { dated } } }`,
	)
	assert.Equal(t, map[string]any{"columns": []any{}, "lanes": []any{}, "places": []any{}}, none.get("timeline"))
	assert.Equal(t, []any{map[string]any{"label": "no date", "year": nil}}, none.get("alone columns"))
}

// The ids of a timeline may be many; those of other fields may not, by whatever
// way they are given.
func TestOnlyATimelineTakesManyIDs(t *testing.T) {
	a := apiOf(t, Options{}, fixture())
	ids := func(n int) map[string]any {
		list := make([]any, n)
		for i := range list {
			list[i] = []string{"ctoc-cop/resolution/12/1", "state/alb"}[i%2]
		}
		return map[string]any{"ids": list}
	}
	codes := func(query string, n int) []string { return execute(t, a, query, ids(n)).codes() }
	const query = `query($ids: [ID!]!) { timeline(ids: $ids) { places { column node { id } } } }`
	assert.Empty(t, codes(query, maxGiven))
	assert.Equal(t, []string{guard.TooComplex}, codes(query, maxGiven+1))
	for _, field := range []string{
		"nodes(ids: $ids) { id }", "subgraph(ids: $ids) { truncated }", "statements(subjects: $ids) { totalCount }",
		`act(id: "ctoc-cop/resolution/12/1") { relations(filter: { ends: $ids }) { totalCount } }`,
	} {
		query := fmt.Sprintf("query($ids: [ID!]!) { %s }", field)
		assert.Empty(t, codes(query, 100), field)
		assert.Equal(t, []string{guard.TooComplex}, codes(query, 101), field)
	}
	assert.Equal(
		t, []string{guard.NotFound}, execute(t, a, `{ timeline(ids: ["state/nowhere"]) { lanes { key } } }`, nil).codes(),
	)
	r := execute(t, a, `{ lineage(id: "ctoc-cop/resolution/12/1") { timeline { places { row } } } }`, nil)
	assert.EqualValues(t, 2000, r.cost(), "a place counts as an object")
}
