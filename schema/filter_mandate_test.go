package schema

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"mandategraph/graph"
)

// register is an act of 2031 with four mandates.
func register() graph.Document {
	act := "ga/resolution/86/7"
	mandate := func(n string, pairs ...string) []graph.Fact {
		return facts(act+"#op"+n+"/mandate/1", append([]string{"kind", "Mandate"}, pairs...)...)
	}
	d := graph.Document{ID: "document/A/RES/86/7", Facts: facts(act, "kind", "Act", "adoptedOn", "2031-12-17")}
	for _, list := range [][]graph.Fact{
		facts("role/un/secretary-general", "kind", "Role", "name", "Secretary-General"),
		facts("body/ga", "kind", "Body", "name", "General Assembly"),
		facts("body/ga/session/88", "kind", "Session", "date", "2033-09-12"),
		mandate("1", "verb", "requests", "clause", "to report on mangroves", "addressee", "role/un/secretary-general",
			"recipient", "body/ga", "due", "body/ga/session/88", "dueText", "at its eighty-eighth session", "reports", "yes"),
		mandate("2", "verb", "requests", "clause", "to convene a meeting", "addressee", "role/un/secretary-general",
			"due", "2032-06-30", "condition", "existing resources"),
		mandate("3", "verb", "urges", "clause", "to protect forêts", "addressee", "state/chl"),
		mandate("4", "verb", "decides", "clause", "the panel shall go on", "addressee", "body/ga", "until", "2034-01-31", "recurrence", "P1Y"),
	} {
		d.Facts = append(d.Facts, list...)
	}
	return d
}

func TestTheRegisterOfMandatesIsFiltered(t *testing.T) {
	a := apiOf(t, Options{}, register())
	for filter, want := range map[string][]string{
		`body: "ga"`:                              {"1", "2", "3", "4"},
		`body: "ecosoc"`:                          {},
		`since: "2032"`:                           {},
		`until: "2031"`:                           {"1", "2", "3", "4"},
		`words: "FORETS"`:                         {"3"},
		`title: "mangroves"`:                      {"1"},
		`relations: [urges, decides]`:             {"3", "4"},
		`recipient: "body/ga"`:                    {"1"},
		`reports: true`:                           {"1"},
		`withDeadline: false`:                     {"3", "4"},
		`dueSince: "2033"`:                        {"1"},
		`dueUntil: "2032-12-31"`:                  {"2"},
		`withEnd: true`:                           {"4"},
		`endsSince: "2034-01", endsUntil: "2034"`: {"4"},
		`recurring: true`:                         {"4"},
		`condition: "existing resources"`:         {"2"},
		`condition: "none"`:                       {"1", "3", "4"},
		`orderBy: {field: DUE}`:                   {"2", "1", "3", "4"},
		`orderBy: {field: ENDS}`:                  {"4", "1", "2", "3"},
	} {
		r := ask(t, a, `{ mandates(`+filter+`) { nodes { id } } }`)
		found := []string{}
		for _, id := range r.each("mandates nodes", "id") {
			found = append(found, id.(string)[len("ga/resolution/86/7#op"):][:1])
		}
		assert.Equal(t, want, found, filter)
	}
}

func TestTheRegisterIsCountedByWhatItSays(t *testing.T) {
	r := ask(t, apiOf(t, Options{}, register()), `{ mandates { distinctCount facets { years { label count } relations { value count }
		bodies { value count } addressees { label count } recipients { label } conditions { value } } } }`)
	assert.Equal(t, 4., r.get("mandates distinctCount"))
	assert.Equal(t, []any{map[string]any{"label": "2031", "count": 4.}}, r.get("mandates facets years"))
	assert.Equal(t, map[string]any{"value": "requests", "count": 2.}, r.get("mandates facets relations 0"))
	assert.Equal(t, []any{map[string]any{"value": "ga", "count": 4.}}, r.get("mandates facets bodies"))
	assert.Equal(t, map[string]any{"label": "Secretary-General", "count": 2.}, r.get("mandates facets addressees 0"))
	assert.Equal(t, []any{"General Assembly"}, r.each("mandates facets recipients", "label"))
}

// A calendar shows in which months mandates are due and end, and in which what an act
// extends ends; statements are sorted by that.
func TestMonthsOfTheRegisterAreCounted(t *testing.T) {
	d := register()
	for i, until := range []string{"2034-01-31", "2032-06"} {
		d.Statements = append(d.Statements, graph.Statement{
			Subject: "ga/resolution/86/7", Relation: "extends", Object: "body/ga", Qualifiers: map[string]string{"until": until},
			Evidence: graph.Evidence{Document: d.ID, Start: i, End: i + 1},
		})
	}
	d.Normalize()
	a := apiOf(t, Options{}, d)
	r := ask(t, a, `{ mandates { facets { due { value count } ends { value count } } }
		statements(relations: [extends], orderBy: {field: ENDS}) { edges { until } facets { ends { value count } } } }`)
	month := func(value string) any { return map[string]any{"value": value, "count": 1.} }
	assert.Equal(t, []any{month("2032-06"), month("2033-09")}, r.get("mandates facets due"), "a session is due when it begins")
	assert.Equal(t, []any{month("2034-01")}, r.get("mandates facets ends"))
	assert.Equal(t, []any{month("2032-06"), month("2034-01")}, r.get("statements facets ends"))
	assert.Equal(t, []any{"2032-06", "2034-01-31"}, r.each("statements edges", "until"))
}

// Each row of the register leads to its proof; acts are listed by what they are about.
func TestAMandateHasItsStatements(t *testing.T) {
	act, d := "ga/resolution/86/7", register()
	d.Facts = append(d.Facts, facts(act, "about", "mangroves")...)
	d.Facts = append(d.Facts, facts("ga/resolution/86/8", "kind", "Act")...)
	for i, n := range []string{"1", "2"} {
		d.Statements = append(d.Statements, graph.Statement{
			Subject: act, Relation: "requests", Object: "role/un/secretary-general",
			Qualifiers: map[string]string{"mandate": act + "#op" + n + "/mandate/1"},
			Evidence:   graph.Evidence{Document: d.ID, Start: i, End: i + 1},
		})
	}
	d.Normalize()
	a := apiOf(t, Options{}, d)
	r := ask(t, a, `{ mandate(id: "`+act+`#op2/mandate/1") { statements { start node: targetNode { id } } }
		about: acts(about: "mangroves") { nodes { id } facets { about { value count } } }
		undated: acts(dated: false) { nodes { id } } }`)
	assert.Equal(t, []any{map[string]any{"start": 1., "node": map[string]any{"id": "role/un/secretary-general"}}}, r.get("mandate statements"))
	assert.Equal(t, []any{act}, r.each("about nodes", "id"))
	assert.Equal(t, []any{map[string]any{"value": "mangroves", "count": 1.}}, r.get("about facets about"))
	assert.Equal(t, []any{"ga/resolution/86/8"}, r.each("undated nodes", "id"))
}
