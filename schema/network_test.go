package schema

import (
	"context"
	"testing"

	"github.com/stretchr/testify/assert"

	"mandategraph/schema/guard"
)

// Who sponsors or votes together is a network with weights, of what fits a filter.
func TestNetworksOfSponsorsAndVotes(t *testing.T) {
	a := apiOf(t, Options{}, council())
	links := func(arguments string) []any {
		r := ask(t, a, `{ network(`+arguments+`) { links { source target weight } } }`)
		list := []any{}
		for _, l := range r.get("network links").([]any) {
			link := l.(map[string]any)
			list = append(list, []any{link["source"], link["target"], link["weight"]})
		}
		return list
	}
	assert.Equal(t, []any{
		[]any{"state/fra", "state/ken", 2.}, []any{"state/fra", "state/per", 1.}, []any{"state/ken", "state/per", 1.},
	}, links(`of: CO_SPONSORSHIP`), "the heaviest first")
	assert.Equal(t, []any{[]any{"state/fra", "state/ken", 2.}}, links(`of: CO_SPONSORSHIP, least: 2`))
	assert.Equal(t, []any{[]any{"state/fra", "state/ken", 1.}}, links(`of: CO_SPONSORSHIP, filter: {target: {subject: "subject/dams"}}`))
	assert.Equal(t, []any{
		[]any{"state/fra", "state/jpn", 1.}, []any{"state/fra", "state/ken", 1.}, []any{"state/jpn", "state/per", 1.}, []any{"state/ken", "state/per", 1.},
	}, links(`of: CO_VOTING`), "alike, abstaining too")
	assert.Contains(t, links(`of: CITATIONS`), []any{"ga/resolution/91/9", "ga/resolution/90/1", 1.})

	r := ask(t, a, `{ network(of: CO_SPONSORSHIP, limit: 2) { nodeCount linkCount directed truncated nodes { id weight degree community node { id ... on State { name } } } links { source target } } }`)
	assert.Equal(t, true, r.get("network truncated"))
	assert.EqualValues(t, 4, r.get("network nodeCount"))
	assert.EqualValues(t, 3, r.get("network linkCount"), "counts are of all of it")
	assert.Equal(t, map[string]any{
		"id": "state/ken", "weight": 3., "degree": 2., "community": 1., "node": map[string]any{"id": "state/ken", "name": "ken"},
	}, r.get("network nodes 0"), "who takes part most comes first")
	assert.Len(t, r.get("network links"), 1)
	r = ask(t, a, `{ network(of: CO_SPONSORSHIP, around: "state/per") { nodes { id degree } links { source target weight } }
		one: network(of: CO_SPONSORSHIP, around: "state/fra", limit: 2) { nodes { id } truncated } none: network(of: CO_VOTING, around: "state/nowhere") { nodes { id } } }`)
	assert.Equal(t, []any{
		map[string]any{"id": "state/per", "degree": 2.}, map[string]any{"id": "state/fra", "degree": 2.}, map[string]any{"id": "state/ken", "degree": 2.},
	}, r.get("network nodes"), "the one asked for comes first")
	assert.Len(t, r.get("network links"), 3, "also those between two others")
	assert.Equal(t, []any{map[string]any{"id": "state/fra"}, map[string]any{"id": "state/ken"}}, r.get("one nodes"), "who is joined most comes next")
	assert.Equal(t, true, r.get("one truncated"))
	assert.Empty(t, r.get("none nodes"))
	for _, wrong := range []string{`limit: 0`, `filter: {body: "nobody"}`} {
		assert.NotEmpty(t, execute(t, a, `{ network(of: CO_VOTING, `+wrong+`) { nodeCount } }`, nil).codes(), wrong)
	}
}

// Entities are ranked among all that cite; filters choose who is shown.
func TestCentralityOfWhatIsCited(t *testing.T) {
	a := apiOf(t, Options{}, council())
	r := ask(t, a, `{ centrality(first: 2) { totalCount edges { pageRank cited community citedByYear { year count } node { id } } pageInfo { endCursor } } }`)
	assert.EqualValues(t, 6, r.get("centrality totalCount"))
	first := r.get("centrality edges 0").(map[string]any)
	assert.Equal(t, map[string]any{"id": "ga/resolution/90/1"}, first["node"])
	assert.EqualValues(t, 5, first["cited"])
	assert.Equal(t, []any{
		map[string]any{"year": "2035", "count": 1.}, map[string]any{"year": "2036", "count": 3.}, map[string]any{"year": nil, "count": 1.},
	}, first["citedByYear"], "the undated last")
	assert.Greater(t, first["pageRank"], r.get("centrality edges 1 pageRank"))
	next := ask(t, a, `{ centrality(first: 9, after: "`+r.get("centrality pageInfo endCursor").(string)+`") { nodes { id } } }`)
	assert.Len(t, next.get("centrality nodes"), 4)

	r = ask(t, a, `{ centrality(by: CITED, filter: {body: "hrc"}) { nodes { id } } mainPath { source target } }`)
	assert.Equal(t, []any{"hrc/resolution/70/1", "hrc/resolution/70/2"}, r.each("centrality nodes", "id"))
	assert.Equal(t, "ga/resolution/90/1", r.get("mainPath 0 target"), "the oldest first")
	assert.Empty(t, ask(t, a, `{ mainPath(filter: {relations: [notes]}) { source } }`).get("mainPath"))
}

// A request that has ended gets no measure, and leaves none that is not whole.
func TestMeasuresStopWithTheRequest(t *testing.T) {
	a := apiOf(t, Options{}, council())
	ended, end := context.WithCancel(context.Background())
	end()
	for _, query := range []string{`{ centrality { nodes { id } } }`, `{ mainPath { source } }`, `{ network(of: CO_VOTING) { nodeCount } }`} {
		r := read(t, a.Execute(ended, query, nil, ""))
		assert.Subset(t, []string{guard.TimedOut, guard.Overloaded}, r.codes(), query)
		assert.NotEmpty(t, r.codes(), query)
		ask(t, a, query)
	}
}
