package schema

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mandategraph/graph"
	"mandategraph/graph/snapshot"
	"mandategraph/schema/guard"
)

const pagedActs = `query($first: Int, $after: String, $last: Int, $before: String) {
	acts(first: $first, after: $after, last: $last, before: $before) {
		totalCount nodes { id } edges { cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`

// The fixture's acts in the order of their ids.
var allActs = []any{
	"cac-cosp/resolution/10/5", "ctoc-cop/decision/12/1", "ctoc-cop/decision/2/2", "ctoc-cop/decision/4/2", "ctoc-cop/resolution/10/2",
	"ctoc-cop/resolution/10/5", "ctoc-cop/resolution/12/1", "ctoc-cop/resolution/12/4", "ga/resolution/76/185", "sc/resolution/1373",
}

func TestPagesFollowOneAnotherInBothDirections(t *testing.T) {
	a := newAPI(t, Options{})
	for _, c := range []struct{ size, cursor, from, more string }{
		{"first", "after", "endCursor", "hasNextPage"},
		{"last", "before", "startCursor", "hasPreviousPage"},
	} {
		var seen []any
		variables := map[string]any{c.size: 4}
		for more := true; more; {
			r := execute(t, a, pagedActs, variables)
			require.Empty(t, r.Errors)
			assert.EqualValues(t, 10, r.get("acts totalCount"))
			page := r.each("acts nodes", "id")
			if c.size == "last" {
				seen = append(page, seen...)
			} else {
				seen = append(seen, page...)
			}
			variables[c.cursor] = r.get("acts pageInfo " + c.from)
			more = r.get("acts pageInfo " + c.more).(bool)
		}
		assert.Equal(t, allActs, seen, c.size)
	}
}

func TestPageInfoOnBothSides(t *testing.T) {
	a := newAPI(t, Options{})
	cursors := ask(t, a, `{ acts(first: 10) { edges { cursor } } }`).each("acts edges", "cursor")
	r := execute(t, a, pagedActs, map[string]any{"after": cursors[1], "before": cursors[8], "first": 5, "last": 2})
	assert.Equal(t, allActs[5:7], r.each("acts nodes", "id"), "first cuts before last does")
	assert.Equal(t, map[string]any{
		"hasNextPage": true, "hasPreviousPage": true, "startCursor": cursors[5], "endCursor": cursors[6],
	}, r.get("acts pageInfo"))
	r = execute(t, a, pagedActs, map[string]any{"first": 0})
	assert.Equal(t, map[string]any{
		"hasNextPage": true, "hasPreviousPage": false, "startCursor": nil, "endCursor": nil,
	}, r.get("acts pageInfo"))
}

func TestPageArgumentsThatCannotBe(t *testing.T) {
	a := newAPI(t, Options{})
	for query, code := range map[string]string{
		`{ acts(first: -1) { totalCount } }`:                                  guard.BadRequest,
		`{ acts(last: -1) { totalCount } }`:                                   guard.BadRequest,
		`{ acts(first: 101) { totalCount } }`:                                 guard.TooComplex,
		`{ acts(after: "no cursor") { totalCount } }`:                         guard.BadRequest,
		`{ acts(before: "` + encodeCursor("x") + `") { totalCount } }`:        guard.BadRequest,
		`{ acts(after: "` + encodeCursor("state/alb") + `") { totalCount } }`: guard.BadRequest,
	} {
		assert.Equal(t, []string{code}, execute(t, a, query, nil).codes(), query)
	}
}

// A cursor that a client holds while another document is loaded still marks
// the same place.
func TestCursorsSurviveALoad(t *testing.T) {
	documents := []graph.Document{referenceNames(), fixture()}
	a, err := New(func() *snapshot.Snapshot { return snapshot.New(documents) }, Options{})
	require.NoError(t, err)
	const query = `query($after: String) { act(id: "ctoc-cop/resolution/12/1") { citations(first: 1, after: $after) { nodes { id } pageInfo { endCursor } } } }`
	first := execute(t, a, query, nil)
	assert.Equal(t, "ctoc-cop/resolution/10/2", first.get("act citations nodes 0 id"))

	other := graph.Document{ID: "document/A/0"}
	for i := range 5 {
		other.Statements = append(other.Statements, graph.Statement{
			Subject: "ctoc-cop/resolution/12/1", Relation: "mentions", Object: "state/alb",
			Evidence: graph.Evidence{Document: other.ID, Paragraph: fmt.Sprint(other.ID, "#", i), Start: i, End: i + 1},
		})
	}
	documents = append(documents, other)
	second := execute(t, a, query, map[string]any{"after": first.get("act citations pageInfo endCursor")})
	require.Empty(t, second.Errors)
	assert.Equal(t, "ctoc-cop/decision/4/2", second.get("act citations nodes 0 id"))
}

func TestRelationsOfAnySortArePagedAlike(t *testing.T) {
	a := newAPI(t, Options{})
	r := ask(t, a, `{ act(id: "ctoc-cop/resolution/12/1") {
		relations(types: [recalls, urges], first: 2) { totalCount edges { cursor relation target source statement paragraphNode { id } documentNode { title } } pageInfo { hasNextPage } }
		relationsTo(last: 1) { totalCount edges { relation source node { title } } } } }`)
	assert.EqualValues(t, 3, r.get("act relations totalCount"))
	assert.Equal(t, []any{"ctoc-cop/resolution/10/2", "ctoc-cop/decision/4/2"}, r.each("act relations edges", "target"))
	assert.Equal(t, "ctoc-cop/resolution/12/1#pp1", r.get("act relations edges 0 paragraphNode id"))
	assert.Equal(t, "Report on widgets", r.get("act relations edges 0 documentNode title"))
	assert.Equal(t, true, r.get("act relations pageInfo hasNextPage"))
	assert.EqualValues(t, 3, r.get("act relationsTo totalCount"))
	assert.Equal(t, []any{"sponsors"}, r.each("act relationsTo edges", "relation"))
}
