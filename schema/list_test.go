package schema

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"mandategraph/graph/search"
	"mandategraph/schema/guard"
)

func TestListsAreFilteredByArgumentsAndByOneInput(t *testing.T) {
	a := newAPI(t, Options{})
	for filter, want := range map[string][]any{
		`kind: decision, loaded: true`: {"ctoc-cop/decision/12/1"},
		`since: "2024-10-18"`:          {"ctoc-cop/resolution/12/1", "ctoc-cop/resolution/12/4"},
		`until: "2021"`: {
			"ctoc-cop/resolution/10/2", "ga/resolution/76/185", "sc/resolution/1373",
		},
		`since: "2021-12", until: "2021"`: {"ga/resolution/76/185"},
		`subject: "mend widgets"`:         {"ctoc-cop/resolution/12/1"},
		`subject: "states urges"`:         {"ctoc-cop/resolution/12/1"},
		`subject: "mend sprockets"`:       {},
		`sponsor: "state/alb"`:            {"ctoc-cop/resolution/12/1"},
		`sponsor: "alb"`:                  {"ctoc-cop/resolution/12/1"},
		`session: "ctoc-cop/session/12"`: {
			"ctoc-cop/decision/12/1", "ctoc-cop/resolution/12/1", "ctoc-cop/resolution/12/4",
		},
		`session: "body/ctoc-cop/session/12"`: {
			"ctoc-cop/decision/12/1", "ctoc-cop/resolution/12/1", "ctoc-cop/resolution/12/4",
		},
		`body: "General Assembly"`:                  {"ga/resolution/76/185"},
		`number: "12/1", title: null, loaded: true`: {"ctoc-cop/decision/12/1", "ctoc-cop/resolution/12/1"},
	} {
		assert.Equal(t, want, ask(t, a, `{ acts(`+filter+`) { nodes { id } } }`).each("acts nodes", "id"), filter)
		assert.Equal(t, want, ask(t, a, `{ acts(filter: {`+filter+`}) { nodes { id } } }`).each("acts nodes", "id"), filter)
	}
	for given, code := range map[string]string{
		`session: "twelfth"`: guard.NotFound, `sponsor: "state/atlantis"`: guard.NotFound, `body: "nobody"`: guard.NotFound, `subject: " "`: guard.BadRequest,
	} {
		assert.Equal(t, []string{code}, execute(t, a, `{ acts(`+given+`) { totalCount } }`, nil).codes(), given)
	}
	for _, given := range []string{`act: "ctoc-cop/resolution/99/1"`, `addressee: "nobody"`} {
		assert.Equal(t, []string{guard.NotFound}, execute(t, a, `{ mandates(`+given+`) { totalCount } }`, nil).codes(), given)
	}
	assert.EqualValues(
		t, 0, ask(t, a, `{ acts(body: "World Health Assembly") { totalCount } }`).get("acts totalCount"),
		"known, and without acts here",
	)
	r := execute(t, a, `query($f: ActFilter) { acts(filter: $f, kind: resolution) { nodes { id } } }`, map[string]any{
		"f": map[string]any{"session": "body/ctoc-cop/session/12", "title": nil},
	})
	assert.Equal(t, []any{
		"ctoc-cop/resolution/12/1", "ctoc-cop/resolution/12/4",
	}, r.each("acts nodes", "id"), "arguments and filter narrow one another")
}

func TestInputObjectsAreCoercedStrictly(t *testing.T) {
	a := newAPI(t, Options{})
	const query = `query($f: ActFilter, $o: EntityOrder) { acts(filter: $f, orderBy: $o) { totalCount } }`
	for name, c := range map[string]struct {
		variables map[string]any
		ok        bool
	}{
		"empty":            {map[string]any{"f": map[string]any{}}, true},
		"null":             {map[string]any{"f": nil, "o": nil}, true},
		"order":            {map[string]any{"o": map[string]any{"field": "DATE"}}, true},
		"unknown member":   {map[string]any{"f": map[string]any{"colour": "red"}}, false},
		"wrong type":       {map[string]any{"f": map[string]any{"title": 5}}, false},
		"wrong enum":       {map[string]any{"f": map[string]any{"kind": "law"}}, false},
		"no object":        {map[string]any{"f": "title"}, false},
		"no date":          {map[string]any{"f": map[string]any{"since": "18 October 2024"}}, false},
		"no such day":      {map[string]any{"f": map[string]any{"since": "2023-02-29"}}, false},
		"missing required": {map[string]any{"o": map[string]any{"direction": "ASC"}}, false},
		"null required":    {map[string]any{"o": map[string]any{"field": nil}}, false},
	} {
		r := execute(t, a, query, c.variables)
		assert.Equal(t, c.ok, len(r.Errors) == 0, "%s: %v", name, r.Errors)
		if !c.ok {
			assert.Equal(t, []string{guard.BadRequest}, r.codes(), name)
		}
	}
	for _, literal := range []string{
		`filter: {colour: 1}`, `filter: {since: "soon"}`, `orderBy: {direction: ASC}`, `orderBy: {field: SIZE}`,
		`since: "2024-1"`, `since: "2024-13"`, `until: "2024-02-30"`,
	} {
		assert.Equal(
			t, []string{guard.BadRequest}, execute(t, a, `{ acts(`+literal+`) { totalCount } }`, nil).codes(), literal,
		)
	}
}

func TestListsAreOrdered(t *testing.T) {
	a := newAPI(t, Options{})
	for order, want := range map[string][]any{
		`{field: DATE, direction: DESC}`: {
			"ctoc-cop/resolution/12/1", "ctoc-cop/resolution/12/4", "ctoc-cop/decision/12/1",
		},
		`{field: NUMBER}`: {
			"cac-cosp/resolution/10/5", "ctoc-cop/decision/2/2", "ctoc-cop/decision/4/2",
		},
		`{field: ID, direction: DESC}`:          {"sc/resolution/1373", "ga/resolution/76/185", "ctoc-cop/resolution/12/4"},
		`{field: TIMES_CITED, direction: DESC}`: {"ctoc-cop/decision/2/2", "ga/resolution/76/185", "ctoc-cop/decision/4/2"},
		`{field: TITLE, direction: DESC}`: {
			"ctoc-cop/resolution/12/1", "ctoc-cop/resolution/12/4", "ctoc-cop/resolution/10/2",
		},
	} {
		query := `query($after: String) { acts(first: 2, after: $after, orderBy: ` + order + `) { nodes { id } pageInfo { endCursor } } }`
		first := ask(t, a, query)
		second := execute(t, a, query, map[string]any{"after": first.get("acts pageInfo endCursor")})
		assert.Equal(t, want, append(first.each("acts nodes", "id"), second.get("acts nodes 0 id")), order)
	}
}

func TestStatementsAreFilteredAndOrdered(t *testing.T) {
	a := newAPI(t, Options{})
	for args, want := range map[string][]any{
		`filter: {relations: [recalls, urges]}`: {
			"ctoc-cop/resolution/10/2", "ctoc-cop/decision/4/2", "addressee/member-states",
		},
		`types: [recalls], orderBy: {field: ID}`: {"ctoc-cop/decision/4/2", "ctoc-cop/resolution/10/2"},
		`filter: {kinds: [Act]}, orderBy: {field: RELATION}`: {
			"ga/resolution/76/185", "ctoc-cop/resolution/10/2", "ctoc-cop/decision/4/2",
		},
		`filter: {since: "2021"}`:                   {"ga/resolution/76/185"},
		`filter: {body: "ctoc-cop", loaded: false}`: {"ctoc-cop/resolution/10/2", "ctoc-cop/decision/4/2"},
		`filter: {loaded: false}`: {
			"ctoc-cop/resolution/10/2", "ctoc-cop/decision/4/2", "ga/resolution/76/185",
		},
		`filter: {quote: "ENTITLED"}`:                           {"ctoc-cop/resolution/10/2"},
		`filter: {document: "document/nowhere"}`:                {},
		`filter: {kinds: []}, orderBy: {field: TEXT}, first: 1`: {"ctoc-cop/resolution/10/2"},
		`orderBy: {field: TEXT, direction: DESC}, first: 1`:     {"addressee/member-states"},
		`filter: {kinds: [Act]}, orderBy: {field: DATE}`: {
			"ctoc-cop/resolution/10/2", "ga/resolution/76/185", "ctoc-cop/decision/4/2",
		},
		`filter: {kinds: [Act]}, orderBy: {field: DATE, direction: DESC}`: {
			"ga/resolution/76/185", "ctoc-cop/resolution/10/2", "ctoc-cop/decision/4/2", // undated ones last
		},
	} {
		r := ask(t, a, `{ act(id: "ctoc-cop/resolution/12/1") { relations(`+args+`) { nodes { id } } } }`)
		assert.Equal(t, want, r.each("act relations nodes", "id"), args)
	}
	r := ask(
		t, a,
		`{ act(id: "ga/resolution/76/185") { citedBy(filter: {relations: [recalls]}) { totalCount edges { source rule confidence } } } }`,
	)
	assert.EqualValues(t, 1, r.get("act citedBy totalCount"))
	r = ask(t, a, `{ treaty(id: "untoc") { registeredAs { value confidence } } }`)
	assert.Equal(t, "certain", r.get("treaty registeredAs 0 confidence"))
}

func TestFacetsCountAllPages(t *testing.T) {
	a := newAPI(t, Options{})
	r := ask(t, a, `{ act(id: "ctoc-cop/resolution/12/1") { relations(first: 1) { facets {
		relations { value label count } years { value count } bodies { value label count } kinds { value count } } } }
		acts(first: 1, loaded: true) { facets { relations { value } kinds { value count } years { value count } } }
		search(query: "widgets") { facets { kinds { value label count } } } }`)
	fact := func(value string, count float64) any { return map[string]any{"value": value, "count": count} }
	assert.Equal(t, []any{
		"recalls", "bearsInMind", "requests", "urges",
	}, r.each("act relations facets relations", "value"))
	assert.Equal(t, map[string]any{
		"value": "bearsInMind", "label": "bears in mind", "count": 1.,
	}, r.get("act relations facets relations 1"))
	assert.Equal(t, []any{fact("", 3), fact("2020", 1), fact("2021", 1)}, r.get("act relations facets years"), "the undated, too")
	assert.Equal(t, []any{
		map[string]any{"value": "ctoc-cop", "label": "CTOC COP", "count": 2.},
		map[string]any{"value": "ga", "label": "General Assembly", "count": 1.},
	}, r.get("act relations facets bodies"))
	assert.Equal(t, fact("Act", 3), r.get("act relations facets kinds 0"))
	assert.Equal(t, []any{fact("2024", 3)}, r.get("acts facets years"), "of all pages, not of this one")
	assert.Empty(t, r.get("acts facets relations"))
	assert.Equal(t, map[string]any{"value": "Act", "label": "act", "count": 1.}, r.get("search facets kinds 0"))
}

func TestSearchShowsWhereTheWordsStand(t *testing.T) {
	a := newAPI(t, Options{})
	r := ask(
		t, a,
		`{ search(query: "member states", kinds: [Paragraph]) { edges { property snippet highlighted matches { start end } score } } }`,
	)
	assert.Equal(t, map[string]any{
		"property": "text", "snippet": "2. Urges Member States",
		"highlighted": "2. Urges <mark>Member</mark> <mark>States</mark>",
		"matches":     []any{map[string]any{"start": 9., "end": 15.}, map[string]any{"start": 16., "end": 22.}},
		"score":       r.get("search edges 0 score"),
	}, r.get("search edges 0"))
	assert.EqualValues(t, 0, ask(t, a, `{ search(query: "widgts") { totalCount } }`).get("search totalCount"))
	assert.Equal(
		t, "ctoc-cop/resolution/12/1",
		ask(t, a, `{ search(query: "widgts", fuzzy: true) { nodes { id } } }`).get("search nodes 0 id"),
	)
	assert.Equal(
		t, "a &lt;b&gt; <mark>c</mark> &amp; d", highlighted("a <b> c & d", []search.Match{{Start: 6, End: 7}}),
	)
}
