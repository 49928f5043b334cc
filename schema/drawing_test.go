package schema

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"mandategraph/graph"
	"mandategraph/schema/guard"
)

// triangle is the chain in which A also cites D by two statements, and a State
// sponsors A.
func triangle() []graph.Document {
	documents := chain()
	d := &documents[0]
	d.Facts = append(d.Facts, facts("state/alb", "kind", "State", "title", "Albania")...)
	for i, s := range [][3]string{
		{"ga/resolution/A", "mentions", "ga/resolution/D"}, {"ga/resolution/A", "recalls", "ga/resolution/D"},
		{"state/alb", "sponsors", "ga/resolution/A"},
	} {
		d.Statements = append(d.Statements, graph.Statement{Subject: s[0], Relation: s[1], Object: s[2],
			Evidence: graph.Evidence{Document: d.ID, Paragraph: d.ID + "#2", Start: 20 + i, End: 21 + i}})
	}
	d.Normalize()
	return documents
}

func TestADrawingHasALineForAllStatementsOfAPair(t *testing.T) {
	a := apiOf(t, Options{}, triangle()...)
	r := ask(t, a, `{ lineage(id: "ga/resolution/A") { lines { source target weight class backbone relations { name count } } } }`)
	assert.Equal(t, "AAABCC", letters(r.each("lineage lines", "source")))
	assert.Equal(t, "BCDDDE", letters(r.each("lineage lines", "target")))
	assert.Equal(t, []any{true, true, false, true, true, true}, r.each("lineage lines", "backbone"))
	assert.Equal(t, map[string]any{"source": "ga/resolution/A", "target": "ga/resolution/D", "weight": 2., "class": "restsOn",
		"backbone": false, "relations": []any{map[string]any{"name": "mentions", "count": 1.}, map[string]any{"name": "recalls", "count": 1.}},
	}, r.get("lineage lines 2"))
	some := ask(t, a, `{ among(ids: ["ga/resolution/A", "ga/resolution/D"]) { nodes { id } lines { backbone } edges { relation } } }`)
	assert.Equal(t, "AD", letters(some.each("among nodes", "id")))
	assert.Equal(t, []any{true}, some.each("among lines", "backbone"), "no chain leads from A to D any more")
	assert.Equal(t, []any{"mentions", "recalls"}, some.each("among edges", "relation"))
}

func TestADrawingOfActsSaysWhatIsFoldedIntoThem(t *testing.T) {
	a := apiOf(t, Options{}, triangle()...)
	const fields = `nodes { id cited folds { key label kinds count } }`
	r := ask(t, a, `{ all: subgraph(ids: ["ga/resolution/A"]) { `+fields+` } acts: subgraph(ids: ["ga/resolution/A"], kinds: [Act]) { `+fields+` }
		states: subgraph(ids: ["ga/resolution/A"], kinds: [State, Group]) { `+fields+` edges { relation } } }`)
	assert.Equal(t, []any{"ga/resolution/A", "ga/resolution/B", "ga/resolution/C", "ga/resolution/D", "state/alb"}, r.each("all nodes", "id"))
	assert.Equal(t, "ABCD", letters(r.each("acts nodes", "id")))
	assert.Equal(t, []any{0., 1., 1., 3.}, r.each("acts nodes", "cited"))
	assert.Equal(t, []any{map[string]any{"key": "states", "label": "States and groups", "kinds": []any{"State", "Group"}, "count": 1.}},
		r.get("acts nodes 0 folds"))
	assert.Equal(t, []any{"ga/resolution/A", "state/alb"}, r.each("states nodes", "id"), "a fold opens by its kinds")
	assert.Equal(t, []any{"sponsors"}, r.each("states edges", "relation"))
}

func TestWhatTwoActsBothRestOn(t *testing.T) {
	a := apiOf(t, Options{}, chain()...)
	r := ask(t, a, `{ commonAncestors(ids: ["ga/resolution/B", "ga/resolution/C"]) { totalCount nodes { id distances node { id } } }
		own: commonAncestors(ids: ["ga/resolution/A", "ga/resolution/C"]) { totalCount nodes(first: 1) { id distances } } }`)
	assert.Equal(t, "D", letters(r.each("commonAncestors nodes", "id")))
	assert.Equal(t, []any{1., 1.}, r.get("commonAncestors nodes 0 distances"))
	assert.EqualValues(t, 3, r.get("own totalCount"), "C itself, and what it rests on")
	assert.Equal(t, "C", letters(r.each("own nodes", "id")))
	assert.Equal(t, []string{guard.BadRequest}, execute(t, a, `{ commonAncestors(ids: ["ga/resolution/A"]) { totalCount } }`, nil).codes())
}

func TestAnOverviewHoldsAllActsInLists(t *testing.T) {
	a := apiOf(t, Options{}, triangle()...)
	r := ask(t, a, `{ overview { totalCount ids cited columns rows dated sources targets weights classes backbone timeline { columns { label } } }
		two: overview(limit: 2) { totalCount ids sources } from: overview(ids: ["ga/resolution/B"], direction: BACKWARD) { ids }
		near: overview(ids: ["ga/resolution/B"], depth: 1) { ids } }`)
	assert.Equal(t, []any{"ga/resolution/A", "ga/resolution/B", "ga/resolution/C", "ga/resolution/D", "ga/resolution/E"}, r.get("overview ids"))
	assert.Equal(t, []any{0., 1., 1., 3., 1.}, r.get("overview cited"))
	assert.Equal(t, []any{4., 1., 3., 2., 0.}, r.get("overview columns"))
	assert.Equal(t, []any{0., 0., 0., 1., 2., 2.}, r.get("overview sources"))
	assert.Equal(t, []any{1., 2., 3., 3., 3., 4.}, r.get("overview targets"))
	assert.Equal(t, []any{1., 1., 2., 1., 1., 1.}, r.get("overview weights"))
	assert.Equal(t, []any{true, true, false, true, true, true}, r.get("overview backbone"))
	assert.EqualValues(t, 5, r.get("two totalCount"))
	assert.Equal(t, []any{"ga/resolution/B", "ga/resolution/D"}, r.get("two ids"), "the most cited, among equals the first")
	assert.Equal(t, []any{"ga/resolution/B", "ga/resolution/D"}, r.get("from ids"))
	assert.Equal(t, []any{"ga/resolution/A", "ga/resolution/B", "ga/resolution/D"}, r.get("near ids"))
	assert.Equal(t, []string{guard.BadRequest}, execute(t, a, `{ overview(limit: 10001) { totalCount } }`, nil).codes())
}

func TestTheLegendOfRelationsIsServed(t *testing.T) {
	r := ask(t, apiOf(t, Options{}, chain()...), `{ relationClasses { name title relations } }`)
	assert.Equal(t, []any{"makes", "restsOn", "takesUp", "asks", "standsFor", "names"}, r.each("relationClasses", "name"))
	assert.Contains(t, r.get("relationClasses 1 relations"), "recalls")
	assert.Equal(t, "rests on", r.get("relationClasses 1 title"))
}
