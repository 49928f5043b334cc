package schema

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"

	"mandategraph/graph"
	"mandategraph/schema/guard"
)

// council is a made-up register of six resolutions of two bodies: who recalls what,
// who sponsors and who votes, under which subjects.
func council() graph.Document {
	d := graph.Document{ID: "document/register", Source: "A register of resolutions."}
	act := func(id, date string) {
		d.Facts = append(d.Facts, facts(id, "kind", "Act", "inDocument", d.ID, "adoptedOn", date)...)
	}
	act("ga/resolution/90/1", "2035-12-01")
	act("ga/resolution/90/2", "2035-12-02")
	act("ga/resolution/91/9", "2036-11-30")
	act("ga/resolution/91/10", "")
	act("hrc/resolution/70/1", "2036-03-01")
	act("hrc/resolution/70/2", "2036-03-02")
	for _, state := range []string{"fra", "ken", "per", "jpn"} {
		d.Facts = append(d.Facts, facts("state/"+state, "kind", "State", "name", state)...)
	}
	said := 0
	say := func(relation string, pairs ...string) {
		for i := 0; i < len(pairs); i += 2 {
			said++
			d.Statements = append(d.Statements, graph.Statement{
				Subject: pairs[i], Relation: relation, Object: pairs[i+1], Evidence: graph.Evidence{Document: d.ID, Start: said, End: said + 1},
			})
		}
	}
	say("recalls", "ga/resolution/90/2", "ga/resolution/90/1", "ga/resolution/91/9", "ga/resolution/90/1",
		"ga/resolution/91/9", "ga/resolution/90/2", "hrc/resolution/70/1", "ga/resolution/90/1",
		"hrc/resolution/70/2", "hrc/resolution/70/1", "ga/resolution/91/10", "ga/resolution/90/1")
	say("reaffirms", "hrc/resolution/70/2", "ga/resolution/90/1", "hrc/resolution/70/2", "ga/resolution/90/2")
	say("sponsors", "state/fra", "ga/resolution/90/1", "state/ken", "ga/resolution/90/1", "state/per", "ga/resolution/90/1",
		"state/fra", "ga/resolution/90/2", "state/ken", "ga/resolution/90/2", "state/jpn", "ga/resolution/91/9", "state/ken", "hrc/resolution/70/1")
	say("votedFor", "state/fra", "ga/resolution/91/9", "state/ken", "ga/resolution/91/9", "state/per", "ga/resolution/91/10", "state/ken", "ga/resolution/91/10")
	say("votedAgainst", "state/per", "ga/resolution/91/9", "state/jpn", "ga/resolution/91/9")
	say("abstained", "state/fra", "ga/resolution/91/10", "state/jpn", "ga/resolution/91/10")
	for _, subject := range []string{"rivers", "dams"} {
		d.Facts = append(d.Facts, facts("subject/"+subject, "kind", "Subject", "name", subject)...)
	}
	say("hasSubject", "ga/resolution/90/1", "subject/rivers", "ga/resolution/90/2", "subject/rivers",
		"ga/resolution/90/2", "subject/dams", "ga/resolution/91/9", "subject/dams")
	d.Normalize()
	return d
}

// counted are the groups of an answer as lines: the values, the count, and how many
// entities stand at each end.
func linesOf(r answer) (lines []string) {
	for _, g := range r.get("aggregate groups").([]any) {
		group, line := g.(map[string]any), ""
		for _, k := range group["keys"].([]any) {
			value := k.(map[string]any)["value"]
			if value == nil {
				value = "-"
			}
			line += fmt.Sprint(value, " ")
		}
		lines = append(lines, fmt.Sprintf("%s%v %v>%v", line, group["count"], group["sources"], group["targets"]))
	}
	return lines
}

// Statements are counted by each key, by pairs and by triples of keys, with the number
// of different entities beside that of statements.
func TestCountsByKeysPairsAndTriples(t *testing.T) {
	a := apiOf(t, Options{}, council())
	cites := `filter: {relations: [recalls, reaffirms]}`
	for arguments, want := range map[string][]string{
		`by: [YEAR, RELATION, BODY], orderBy: KEY, ` + cites: {
			"2035 recalls ga 1 1>1", "2036 reaffirms hrc 2 1>2", "2036 recalls ga 2 1>2", "2036 recalls hrc 2 2>2", "- recalls ga 1 1>1",
		},
		`by: [TARGET], ` + cites: {
			"ga/resolution/90/1 5 5>1", "ga/resolution/90/2 2 2>1", "hrc/resolution/70/1 1 1>1",
		},
		`by: [SOURCE], top: 2, ` + cites: {"hrc/resolution/70/2 3 1>3", "ga/resolution/91/9 2 1>2"},
		`by: [SOURCE], orderBy: KEY, top: 3, ` + cites: {
			"ga/resolution/90/2 1 1>1", "ga/resolution/91/9 2 1>2", "ga/resolution/91/10 1 1>1",
		},
		`by: [BODY, TARGET_BODY], ` + cites:                                 {"ga ga 4 3>2", "hrc ga 3 2>2", "hrc hrc 1 1>1"},
		`by: [STATE], filter: {relations: [sponsors]}`:                      {"state/ken 3 1>3", "state/fra 2 1>2", "state/jpn 1 1>1", "state/per 1 1>1"},
		`by: [STATE, TARGET_BODY], top: 1, filter: {relations: [sponsors]}`: {"state/fra ga 2 1>2"},
		`by: [SUBJECT], orderBy: KEY, ` + cites:                             {"subject/dams 3 2>2", "subject/rivers 1 1>1", "- 5 3>3"},
		`by: [TARGET_SUBJECT], orderBy: KEY, ` + cites:                      {"subject/dams 2 2>1", "subject/rivers 7 5>2", "- 1 1>1"},
		`by: [TARGET_YEAR], orderBy: KEY, ` + cites:                         {"2035 7 5>2", "2036 1 1>1"},
	} {
		r := ask(t, a, `{ aggregate(`+arguments+`) { groups { count sources targets keys { value } } } }`)
		assert.Equal(t, want, linesOf(r), arguments)
	}
	r := ask(t, a, `{ aggregate(by: [SOURCE], top: 2, `+cites+`) { groupCount total { count sources targets } groups { count } } }`)
	assert.EqualValues(t, 5, r.get("aggregate groupCount"), "of all, of which two are shown")
	assert.Equal(t, map[string]any{"count": 8., "sources": 5., "targets": 3.}, r.get("aggregate total"))
}

// What an act says twice is two statements about one entity, and both are told.
func TestMentionsAndEntitiesAreCountedApart(t *testing.T) {
	d := graph.Document{ID: "document/X/1", Source: "xxxxxx"}
	d.Facts = append(facts("ga/resolution/1/1", "kind", "Act"), facts("ga/resolution/1/2", "kind", "Act")...)
	for i := range 3 {
		d.Statements = append(d.Statements, graph.Statement{
			Subject: "ga/resolution/1/2", Relation: "recalls", Object: "ga/resolution/1/1", Evidence: graph.Evidence{Document: d.ID, Start: i, End: i + 1},
		})
	}
	d.Normalize()
	r := ask(t, apiOf(t, Options{}, d), `{ act(id: "ga/resolution/1/1") { recalledBy { totalCount distinctCount } citedBy { totalCount distinctCount } }
		aggregate { total { count sources targets } } centrality(filter: {ids: ["ga/resolution/1/1"]}) { edges { cited } } }`)
	for _, list := range []string{"recalledBy", "citedBy"} {
		assert.Equal(t, map[string]any{"totalCount": 3., "distinctCount": 1.}, r.get("act "+list), list)
	}
	assert.Equal(t, map[string]any{"count": 3., "sources": 1., "targets": 1.}, r.get("aggregate total"))
	assert.EqualValues(t, 1, r.get("centrality edges 0 cited"))
}

// Acts are counted themselves, also those that nothing is said of, and in as many
// groups as lists of them with the same filter have entries.
func TestActsAreCounted(t *testing.T) {
	a := apiOf(t, Options{}, council())
	for arguments, want := range map[string][]string{
		`by: [BODY, YEAR], orderBy: KEY`:                                          {"ga 2035 2 2>0", "ga 2036 1 1>0", "ga - 1 1>0", "hrc 2036 2 2>0"},
		`by: [SUBJECT], orderBy: KEY`:                                             {"subject/dams 2 2>0", "subject/rivers 2 2>0", "- 3 3>0"},
		`by: [YEAR], orderBy: KEY, filter: {source: {body: "ga", since: "2036"}}`: {"2036 1 1>0"},
	} {
		r := ask(t, a, `{ aggregate(of: ACTS, `+arguments+`) { groups { count sources targets keys { value } } } }`)
		assert.Equal(t, want, linesOf(r), arguments)
	}
	assert.Equal(t, []string{guard.BadRequest},
		execute(t, a, `{ aggregate(of: ACTS, filter: {relations: [recalls]}) { groupCount } }`, nil).codes(), "an act has no relation")
	r := ask(t, a, `{ acts(body: "ga") { facets { sponsors { value count } } } }`)
	assert.Equal(t, []any{
		map[string]any{"value": "state/fra", "count": 2.}, map[string]any{"value": "state/ken", "count": 2.},
		map[string]any{"value": "state/jpn", "count": 1.}, map[string]any{"value": "state/per", "count": 1.},
	}, r.get("acts facets sponsors"))
}
