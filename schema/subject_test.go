package schema

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"mandategraph/graph"
	"mandategraph/schema/guard"
)

// catalogue is a made-up record, which puts an act and a draft under subjects.
func catalogue() graph.Document {
	d := graph.Document{ID: "document/record/9", Source: "=001  9"}
	d.Facts = append(d.Facts, facts("document/L.9", "kind", "Document")...)
	d.Facts = append(d.Facts, facts("subject/990001", "kind", "Subject", "name", "LIGHTHOUSES")...)
	d.Facts = append(d.Facts, facts("subject/990002", "kind", "Subject", "name", "COASTAL NAVIGATION")...)
	for i, s := range [][3]string{
		{"ctoc-cop/resolution/12/4", "hasSubject", "subject/990001"},
		{"document/L.9", "hasSubject", "subject/990001"},
		{"document/L.9", "hasSubject", "subject/990002"},
		{"document/L.9", "draftOf", "ctoc-cop/resolution/12/1"},
	} {
		d.Statements = append(d.Statements, graph.Statement{Subject: s[0], Relation: s[1], Object: s[2],
			Evidence: graph.Evidence{Document: d.ID, Paragraph: d.ID + "#650", Start: i, End: i + 1, Quote: "x"}})
	}
	return d
}

func TestSubjectsAreAWayIn(t *testing.T) {
	a := apiOf(t, Options{}, referenceNames(), fixture(), catalogue())
	for query, want := range map[string][]any{
		`acts(subject: "subject/990001")`:      {"ctoc-cop/resolution/12/1", "ctoc-cop/resolution/12/4"},
		`acts(subject: "subject/990002")`:      {"ctoc-cop/resolution/12/1"},
		`acts(subject: "lighthouses")`:         {"ctoc-cop/resolution/12/1", "ctoc-cop/resolution/12/4"},
		`acts(subject: "mend widgets")`:        {"ctoc-cop/resolution/12/1"},
		`documents(subject: "subject/990002")`: {"document/L.9"},
		`documents(subject: "navigation")`:     {"document/L.9"},
		`documents(subject: "mend widgets")`:   {},
	} {
		assert.Equal(t, want, ask(t, a, `{ x: `+query+` { nodes { id } } }`).each("x nodes", "id"), query)
	}
	for given, code := range map[string]string{`"subject/1"`: guard.NotFound, `" "`: guard.BadRequest} {
		assert.Equal(t, []string{code}, execute(t, a, `{ documents(subject: `+given+`) { totalCount } }`, nil).codes(), given)
	}
	r := ask(t, a, `{ acts(body: "ctoc-cop") { facets { subjects { value label count } } } subjects { nodes { id name subjectOf { totalCount } } } }`)
	assert.Equal(t, []any{"subject/990001", "subject/990002"}, r.each("acts facets subjects", "value"))
	assert.Equal(t, []any{"LIGHTHOUSES", "COASTAL NAVIGATION"}, r.each("acts facets subjects", "label"))
	assert.Equal(t, []any{2., 1.}, r.each("acts facets subjects", "count"), "a draft's subjects are those of the act that it became")
	assert.Equal(t, []any{"LIGHTHOUSES", "COASTAL NAVIGATION"}, r.each("subjects nodes", "name"))
}

func TestAnActThatIsNotLoadedSaysWhereItCanBeHad(t *testing.T) {
	r := ask(t, newAPI(t, Options{}), `{
		own: act(id: "ctoc-cop/resolution/12/1") { availableIn { symbol } }
		one: act(id: "ga/resolution/76/185") { availableIn { symbol url report } }
		report: act(id: "ctoc-cop/resolution/10/2") { availableIn { symbol url report } } }`)
	assert.Empty(t, r.get("own availableIn"))
	assert.Equal(t, []any{map[string]any{"symbol": "A/RES/76/185", "url": "https://docs.un.org/A/RES/76/185", "report": false}}, r.get("one availableIn"))
	assert.Equal(t, []any{map[string]any{"symbol": "CTOC/COP/2020/10", "url": "https://docs.un.org/CTOC/COP/2020/10", "report": true}}, r.get("report availableIn"))
}
