package schema

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"mandategraph/graph"
	"mandategraph/schema/guard"
	"mandategraph/schema/schematest"
)

// chain is made up: A cites B and C; both cite D; C also cites E.
func chain() []graph.Document {
	d := graph.Document{ID: "document/A/1", Source: "made up"}
	for id, date := range map[string]string{"A": "2024-10-18", "B": "2010", "C": "2020-10-16", "D": "2018", "E": "2004"} {
		d.Facts = append(d.Facts, facts("ga/resolution/"+id, "kind", "Act", "adoptedOn", date)...)
	}
	for i, pair := range []string{"AB", "AC", "BD", "CD", "CE"} {
		d.Statements = append(d.Statements, graph.Statement{
			Subject: "ga/resolution/" + pair[:1], Relation: "recalls", Object: "ga/resolution/" + pair[1:],
			Evidence: graph.Evidence{Document: d.ID, Paragraph: d.ID + "#1", Start: i, End: i + 1},
		})
	}
	d.Normalize()
	return []graph.Document{d}
}

// letters are the last parts of ids.
func letters(ids []any) string {
	var s string
	for _, id := range ids {
		s += id.(string)[len("ga/resolution/"):]
	}
	return s
}

func TestALineageCanBeReadAsPaths(t *testing.T) {
	a := apiOf(t, Options{}, chain()...)
	paths := func(args string) []string {
		r := ask(t, a, `{ lineage(id: "ga/resolution/`+args+`) { paths { length edges { source target } nodes { id } } } }`)
		list := []string{}
		for i, n := range r.each("lineage paths", "length") {
			route := r.get("lineage paths").([]any)[i].(map[string]any)
			assert.Len(t, route["edges"], int(n.(float64)))
			list = append(list, letters(answer{schematest.Answer{Data: route}}.each("nodes", "id")))
		}
		return list
	}
	assert.Equal(t, []string{"ABD", "ACD", "ACE"}, paths(`A"`))
	assert.Equal(t, []string{"AB", "AC"}, paths(`A", depth: 1`))
	assert.Equal(t, []string{"DBA", "DCA"}, paths(`D", direction: FORWARD`))
	assert.Equal(t, []string{}, paths(`E"`))
	r := ask(t, a, `{ subgraph(ids: ["ga/resolution/E"], depth: 3) { paths { nodes { id } } } }`)
	assert.Equal(t, "ECAB", letters(r.each("subgraph paths 0 nodes", "id")))
	assert.Equal(t, "ECDB", letters(r.each("subgraph paths 1 nodes", "id")))
	r = ask(t, a, `{ lineage(id: "ga/resolution/A") { paths(first: 1) { length } } }`)
	assert.Len(t, r.get("lineage paths"), 1)
	r = ask(t, a, `{ path(from: "ga/resolution/A", to: "ga/resolution/D") { length paths { length nodes { id } } } }`)
	assert.Len(t, r.get("path paths"), 2, "all shortest paths")
	assert.Equal(t, "ABD", letters(r.each("path paths 0 nodes", "id")))
}

// A way for each statement: where there are more than are shown, the answer says so.
func TestPathsSayWhetherThereAreMore(t *testing.T) {
	documents := chain()
	const query = `{ path(from: "ga/resolution/A", to: "ga/resolution/B") { truncated paths { length } } ask(question: "path from GA resolution A to GA resolution B") { text } }`
	r := ask(t, apiOf(t, Options{}, documents...), query)
	assert.Equal(t, false, r.get("path truncated"))
	d := &documents[0]
	for i := range maxRoutes {
		d.Statements = append(d.Statements, graph.Statement{
			Subject: "ga/resolution/A", Relation: "reaffirms", Object: "ga/resolution/B",
			Evidence: graph.Evidence{Document: d.ID, Paragraph: d.ID + "#2", Start: 10 + i, End: 11 + i},
		})
	}
	d.Normalize()
	r = ask(t, apiOf(t, Options{}, documents...), query)
	assert.Equal(t, true, r.get("path truncated"))
	assert.Len(t, r.get("path paths"), maxRoutes)
	assert.Contains(t, r.get("ask text"), "There are more ways of that length.")
}

func TestALineageStaysWithinDates(t *testing.T) {
	a := apiOf(t, Options{}, chain()...)
	for args, want := range map[string]string{
		`since: "2018"`:                   "ACD",
		`since: "2020-10-16"`:             "AC",
		`until: "2012"`:                   "AB",
		`since: "2005", until: "2019-06"`: "ABD",
		`since: "2005", depth: 1`:         "ABC",
		`since: "2030"`:                   "A",
		`since: "2018", limit: 2`:         "AC",
	} {
		r := ask(
			t, a, `{ lineage(id: "ga/resolution/A", `+args+`) { nodes { id distance } edges { source target } truncated } }`,
		)
		assert.Equal(t, want, letters(r.each("lineage nodes", "id")), args)
		assert.Equal(t, args == `since: "2018", limit: 2`, r.get("lineage truncated"), args)
		for _, id := range append(r.each("lineage edges", "source"), r.each("lineage edges", "target")...) {
			assert.Contains(t, r.each("lineage nodes", "id"), id, "no edge without its ends")
		}
	}
	assert.Equal(
		t, []string{guard.BadRequest},
		execute(t, a, `{ lineage(id: "ga/resolution/A", since: "then") { truncated } }`, nil).codes(),
	)
}

func TestAffinity(t *testing.T) {
	a := apiOf(t, Options{}, chain()...)
	r := ask(
		t, a,
		`{ act(id: "ga/resolution/D") { coCitedWith { totalCount edges { count shared { id } node { id } } facets { kinds { count } } } }
		b: act(id: "ga/resolution/B") { coCitedWith { nodes { id } } coupledWith { edges { count shared { id } node { id } } } }
		none: act(id: "ga/resolution/B") { coCitedWith(relations: [endorses]) { totalCount } } }`,
	)
	assert.Equal(t, "E", letters(r.each("act coCitedWith edges", "node id")))
	assert.Equal(t, "C", letters(r.each("act coCitedWith edges 0 shared", "id")))
	assert.Equal(t, "C", letters(r.each("b coCitedWith nodes", "id")))
	assert.Equal(t, "C", letters(r.each("b coupledWith edges", "node id")))
	assert.Equal(t, "D", letters(r.each("b coupledWith edges 0 shared", "id")))
	assert.EqualValues(t, 1, r.get("b coupledWith edges 0 count"))
	assert.EqualValues(t, 0, r.get("none coCitedWith totalCount"))
}

// Two made-up sessions: 2/1 goes on with 1/1, 2/2 is new, 1/2 is left aside.
func TestWhatChangedBetweenTwoSessions(t *testing.T) {
	d := graph.Document{ID: "document/A/1", Source: "made up"}
	for id, title := range map[string]string{
		"1/1": "Widgets", "1/2": "Sprockets", "2/1": "More widgets", "2/2": "New widgets",
	} {
		session := "body/ga/session/" + id[:1]
		d.Facts = append(d.Facts, facts("ga/resolution/"+id, "kind", "Act", "title", title, "session", session)...)
		d.Facts = append(d.Facts, facts(session, "kind", "Session")...)
	}
	for i, s := range [][3]string{
		{"2/1", "recalls", "ga/resolution/1/1"}, {"1/1", "recalls", "treaty/old"}, {"2/1", "recalls", "treaty/new"}, {"1/2", "recalls", "treaty/old"},
		{"1/1", "requests", "organization/one"}, {"2/2", "urges", "organization/two"}, {"2/2", "requests", "organization/one"},
	} {
		d.Statements = append(d.Statements, graph.Statement{
			Subject: "ga/resolution/" + s[0], Relation: s[1], Object: s[2],
			Evidence: graph.Evidence{Document: d.ID, Start: i, End: i + 1},
		})
	}
	d.Normalize()
	a := apiOf(t, Options{}, d)
	const all = `{ earlier { id } later { id } takenUp { id } leftAside { id } begun { id } links { source target verb } newlyCited { id } noLongerCited { id } newlyAddressed { id } noLongerAddressed { id } }`
	r := ask(t, a, `{ changes(from: "body/ga/session/1", to: "body/ga/session/2") `+all+` }`)
	for field, want := range map[string][]any{
		"earlier": {"ga/resolution/1/1", "ga/resolution/1/2"}, "later": {"ga/resolution/2/1", "ga/resolution/2/2"},
		"takenUp": {"ga/resolution/1/1"}, "leftAside": {"ga/resolution/1/2"}, "begun": {"ga/resolution/2/2"},
		"newlyCited": {"ga/resolution/1/1", "treaty/new"}, "noLongerCited": {"treaty/old"},
		"newlyAddressed": {"organization/two"}, "noLongerAddressed": {},
	} {
		assert.Equal(t, want, r.each("changes "+field, "id"), field)
	}
	assert.Equal(t, []any{"ga/resolution/2/1"}, r.each("changes links", "source"))
	r = ask(t, a, `{ changes(from: "body/ga/session/1", to: "body/ga/session/2", subject: "widgets") `+all+` }`)
	assert.Equal(t, []any{"ga/resolution/1/1"}, r.each("changes earlier", "id"))
	assert.Equal(t, []any{}, r.each("changes leftAside", "id"))
	for args, code := range map[string]string{
		`from: "body/ga/session/1", to: "body/ga/session/9"`:               guard.NotFound,
		`from: "body/ga/session/1", to: "ga/resolution/1/1"`:               guard.BadRequest,
		`from: "body/ga/session/1", to: "body/ga/session/2", subject: "!"`: guard.BadRequest,
	} {
		assert.Equal(t, []string{code}, execute(t, a, `{ changes(`+args+`) { begun { id } } }`, nil).codes(), args)
	}
}
