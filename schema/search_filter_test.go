package schema

import (
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"

	"mandategraph/graph"
	"mandategraph/schema/guard"
)

// A search takes the filters that other lists take; kinds are honoured, acts are found
// by their paragraphs, and totals are of what fits.
func TestSearchTakesKindsAndFilters(t *testing.T) {
	a := newAPI(t, Options{})
	for arguments, want := range map[string][]any{
		`kinds: [Act]`:                       {"ctoc-cop/resolution/12/1"},
		`kinds: [Paragraph]`:                 {"ctoc-cop/resolution/12/1#op2"},
		`kinds: [State]`:                     {},
		`kinds: [Act], filter: {body: "ga"}`: {},
		`kinds: [Act], filter: {loaded: true, since: "2024"}`: {"ctoc-cop/resolution/12/1"},
		`filter: {kinds: [Paragraph]}`:                        {"ctoc-cop/resolution/12/1#op2"},
		`filter: {ids: ["ga/resolution/76/185"]}`:             {},
	} {
		r := ask(t, a, `{ search(query: "urges", `+arguments+`) { totalCount nodes { id } } }`)
		assert.Equal(t, want, r.each("search nodes", "id"), arguments)
		assert.EqualValues(t, len(want), r.get("search totalCount"), arguments)
	}
	assert.Equal(t, []string{guard.NotFound}, execute(t, a, `{ search(query: "urges", filter: {body: "nobody"}) { totalCount } }`, nil).codes())
}

// Totals are exact, however many there are.
func TestSearchCountsAllThatItFinds(t *testing.T) {
	d := graph.Document{ID: "document/X/1", Source: "x"}
	for i := range 2500 {
		d.Facts = append(d.Facts, facts("ga/resolution/90/"+strconv.Itoa(i+1), "kind", "Act", "title", "On lighthouses")...)
	}
	d.Normalize()
	r := ask(t, apiOf(t, Options{}, d), `{ search(query: "lighthouses", first: 1) { totalCount } }`)
	assert.EqualValues(t, 2500, r.get("search totalCount"))
}

// Numbers are sorted as numbers, those of one day as well, and the undated come last
// in both directions.
func TestNumbersAreSortedAsNumbers(t *testing.T) {
	d := graph.Document{ID: "document/X/1", Source: "xxxxx"}
	for i, id := range []string{"sc/resolution/475", "sc/resolution/50", "sc/resolution/1000", "sc/resolution/9"} {
		date := "1948-05-29"
		if id == "sc/resolution/9" {
			date = ""
		}
		d.Facts = append(d.Facts, facts(id, "kind", "Act", "adoptedOn", date)...)
		d.Statements = append(d.Statements, graph.Statement{
			Subject: "sc/resolution/2000", Relation: "recalls", Object: id, Evidence: graph.Evidence{Document: d.ID, Start: i, End: i + 1},
		})
	}
	d.Facts = append(d.Facts, facts("sc/resolution/2000", "kind", "Act", "adoptedOn", "2030-01-01")...)
	d.Normalize()
	a := apiOf(t, Options{}, d)
	const number = "sc/resolution/"
	for order, want := range map[string][]any{
		`{field: NUMBER}`:                  {number + "9", number + "50", number + "475", number + "1000", number + "2000"},
		`{field: DATE}`:                    {number + "50", number + "475", number + "1000", number + "2000", number + "9"},
		`{field: DATE, direction: DESC}`:   {number + "2000", number + "50", number + "475", number + "1000", number + "9"},
		`{field: NUMBER, direction: DESC}`: {number + "2000", number + "1000", number + "475", number + "50", number + "9"},
	} {
		assert.Equal(t, want, ask(t, a, `{ acts(orderBy: `+order+`) { nodes { id } } }`).each("acts nodes", "id"), order)
	}
	r := ask(t, a, `{ act(id: "sc/resolution/2000") { citations(orderBy: {field: NUMBER}) { nodes { id } } } }`)
	assert.Equal(t, []any{number + "9", number + "50", number + "475", number + "1000"}, r.each("act citations nodes", "id"))
}
