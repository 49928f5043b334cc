package schema

import (
	"context"
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mandategraph/graph"
	"mandategraph/schema/guard"
)

// The queries of the contract that need no question in words, as written there.
func TestQueriesThatClientsRelyOn(t *testing.T) {
	a := newAPI(t, Options{})

	r := ask(t, a, `{ resolution(number: "12/4", body: "ctoc-cop") { id number title adoptedOn
    recalls(first: 50) { totalCount edges { relation verb locator quote node { id ... on Act { number title } } } } } }`)
	assert.Equal(t, "2024-10-18", r.get("resolution adoptedOn"))
	assert.EqualValues(t, 3, r.get("resolution recalls totalCount"))
	assert.Equal(t, map[string]any{"relation": "recalls", "verb": "Recalling", "locator": "pp1", "quote": "12/1 and",
		"node": map[string]any{
			"id": "ctoc-cop/resolution/12/1", "number": "12/1", "title": "Widgets",
		}}, r.get("resolution recalls edges 1"))

	r = ask(t, a, `{ lineage(id: "ctoc-cop/resolution/12/1", direction: BACKWARD, depth: 3) {
    nodes { id distance } edges { source target relation locator } } }`)
	assert.Equal(t, []any{
		"ctoc-cop/resolution/12/1", "ctoc-cop/decision/4/2", "ctoc-cop/resolution/10/2", "ga/resolution/76/185",
		"ctoc-cop/decision/2/2",
	}, r.each("lineage nodes", "id"))
	assert.Equal(t, []any{0., 1., 1., 1., 2.}, r.each("lineage nodes", "distance"))
	assert.Contains(t, r.get("lineage edges"), map[string]any{
		"source": "ctoc-cop/resolution/12/1", "target": "ga/resolution/76/185", "relation": "bearsInMind", "locator": "pp2",
	})
}

func TestNodesByID(t *testing.T) {
	r := ask(t, newAPI(t, Options{}), `{
		node(id: "ctoc-cop/resolution/12/1#op1") { id ... on Paragraph { locator text parent { id } } }
		none: node(id: "no/such/thing") { id }
		nodes(ids: ["state/alb", "no/such/thing", "something/odd"]) { __typename id ... on Entity { title } } }`)
	assert.Equal(t, map[string]any{
		"id": "ctoc-cop/resolution/12/1#op1", "locator": "op1", "text": "1. Requests the secretariat",
		"parent": map[string]any{"id": "ctoc-cop/resolution/12/1"},
	}, r.get("node"))
	assert.Nil(t, r.get("none"))
	assert.Equal(t, []any{
		map[string]any{"__typename": "State", "id": "state/alb", "title": "Albania"}, nil,
		map[string]any{"__typename": "Unclassified", "id": "something/odd", "title": "Without a kind"},
	}, r.get("nodes"))
}

func TestActsByWhatPeopleCallThem(t *testing.T) {
	a := newAPI(t, Options{})
	for query, want := range map[string]string{
		`{ x: act(id: "ga/resolution/76/185") { id } }`:                          "ga/resolution/76/185",
		`{ x: act(reference: "A/RES/76/185") { id } }`:                           "ga/resolution/76/185",
		`{ x: act(reference: "decision 12/1") { id } }`:                          "ctoc-cop/decision/12/1",
		`{ x: resolution(number: "12/1") { id } }`:                               "ctoc-cop/resolution/12/1",
		`{ x: resolution(number: "10/5", body: "body/ctoc-cop") { id } }`:        "ctoc-cop/resolution/10/5",
		`{ x: resolution(number: "76 / 185", body: "General Assembly") { id } }`: "ga/resolution/76/185",
		`{ x: resolution(number: "1373 (2001)", body: "sc") { id } }`:            "sc/resolution/1373",
		`{ x: decision(number: "2/2", body: "ctoc-cop") { id } }`:                "ctoc-cop/decision/2/2",
		`{ x: body(id: "ctoc-cop") { id } }`:                                     "body/ctoc-cop",
		`{ x: body(id: "UNTOC COP") { id } }`:                                    "body/ctoc-cop",
		`{ x: state(id: "alb") { id } }`:                                         "state/alb",
		`{ x: state(id: "state/alb") { id } }`:                                   "state/alb",
		`{ x: treaty(id: "treaty/untoc") { id } }`:                               "treaty/untoc",
		`{ x: document(id: "CTOC/COP/2024/11") { id } }`:                         reportID,
		`{ x: addresseeClass(id: "member-states") { id } }`:                      "addressee/member-states",
	} {
		assert.Equal(t, want, ask(t, a, query).get("x id"), query)
	}
}

func TestWhatFitsNothingOrSeveralIsAnError(t *testing.T) {
	a := newAPI(t, Options{})
	for query, code := range map[string]string{
		`{ resolution(number: "10/5") { id } }`:                guard.Ambiguous,
		`{ act(reference: "12/1") { id } }`:                    guard.Ambiguous,
		`{ act(reference: "99/99") { id } }`:                   guard.NotFound,
		`{ act(reference: "what is this") { id } }`:            guard.NotFound,
		`{ act(id: "state/alb") { id } }`:                      guard.NotFound,
		`{ act { id } }`:                                       guard.BadRequest,
		`{ act(id: "a", reference: "b") { id } }`:              guard.BadRequest,
		`{ state(id: "body/ctoc-cop") { id } }`:                guard.NotFound,
		`{ lineage(id: "no/such/thing") { truncated } }`:       guard.NotFound,
		`{ lineage(id: "state/alb", depth: 7) { truncated } }`: guard.TooComplex,
		`{ lineage(id: "state/alb", limit: 0) { truncated } }`: guard.BadRequest,
	} {
		assert.Equal(t, []string{code}, execute(t, a, query, nil).codes(), query)
	}
	r := execute(t, a, `{ resolution(number: "10/5") { id } statistics { entities } }`, nil)
	assert.Equal(t, []any{"cac-cosp/resolution/10/5", "ctoc-cop/resolution/10/5"}, r.Errors[0].Extensions["candidates"])
	assert.Equal(t, []any{"resolution"}, r.Errors[0].Path)
	assert.Nil(t, r.get("resolution"))
	assert.NotNil(t, r.get("statistics"), "the other fields are answered")
}

func TestAnActTellsWhatIsKnownOfIt(t *testing.T) {
	r := ask(t, newAPI(t, Options{}), `{
		own: act(id: "ctoc-cop/resolution/12/1") { title kind status loaded url body { name } session { number } document { symbol }
			paragraphs { totalCount nodes { locator } } mandateItems { nodes { clause act { id } paragraph { id } addressees { id } } }
			citations { totalCount } citedBy { nodes { id } } sponsoredBy { nodes { id title } } requests { edges { due mandate { id } } } }
		cited: act(id: "ctoc-cop/resolution/10/2") { number kind title adoptedOn date loaded url paragraphs { totalCount } citedBy { totalCount } }
		ga: act(id: "ga/resolution/76/185") { url } sc: act(id: "sc/resolution/1373") { url } }`)
	assert.Equal(t, "resolution", r.get("own kind"))
	assert.Equal(t, "adopted", r.get("own status"))
	assert.Equal(t, true, r.get("own loaded"))
	assert.Nil(t, r.get("own url"))
	assert.Equal(t, "Conference of the Parties", r.get("own body name"))
	assert.Equal(t, "12", r.get("own session number"))
	assert.Equal(t, "CTOC/COP/2024/11", r.get("own document symbol"))
	assert.Equal(t, []any{"pp1", "op1", "op2"}, r.each("own paragraphs nodes", "locator"), "in the order of the text")
	assert.Equal(t, []any{"to report by 2026", "to mend widgets"}, r.each("own mandateItems nodes", "clause"))
	assert.Equal(t, "ctoc-cop/resolution/12/1", r.get("own mandateItems nodes 0 act id"))
	assert.Equal(t, "ctoc-cop/resolution/12/1#op1", r.get("own mandateItems nodes 0 paragraph id"))
	assert.Equal(t, "body/ctoc-cop/secretariat", r.get("own mandateItems nodes 0 addressees 0 id"))
	assert.EqualValues(t, 3, r.get("own citations totalCount"))
	assert.Equal(t, []any{"ctoc-cop/resolution/12/4"}, r.each("own citedBy nodes", "id"))
	assert.Equal(t, []any{"European Union", "Albania"}, r.each("own sponsoredBy nodes", "title"))
	assert.Equal(t, "ctoc-cop/resolution/12/1#op1/mandate/1", r.get("own requests edges 0 mandate id"))
	assert.Equal(t, "by 2026", r.get("own requests edges 0 due"))

	assert.Equal(t, map[string]any{
		"number": "10/2", "kind": "resolution", "title": "Cogs", "adoptedOn": "2020-10-16", "date": "2020-10-16",
		"loaded": false, "url": nil, "paragraphs": map[string]any{"totalCount": 0.},
		"citedBy": map[string]any{"totalCount": 1.},
	}, r.get("cited"))
	assert.Equal(t, "https://docs.un.org/A/RES/76/185", r.get("ga url"))
	assert.Equal(t, "https://docs.un.org/S/RES/1373(2001)", r.get("sc url"))
}

func TestListsCanBeFiltered(t *testing.T) {
	a := newAPI(t, Options{})
	for query, want := range map[string][]any{
		`{ x: acts(loaded: true) { nodes { id } } }`: {
			"ctoc-cop/decision/12/1", "ctoc-cop/resolution/12/1", "ctoc-cop/resolution/12/4",
		},
		`{ x: acts(loaded: true, kind: resolution) { nodes { id } } }`: {
			"ctoc-cop/resolution/12/1", "ctoc-cop/resolution/12/4",
		},
		`{ x: acts(number: "10/5") { nodes { id } } }`: {
			"cac-cosp/resolution/10/5", "ctoc-cop/resolution/10/5",
		},
		`{ x: acts(body: "ga") { nodes { id } } }`:                                          {"ga/resolution/76/185"},
		`{ x: acts(sponsor: "state/alb") { nodes { id } } }`:                                {"ctoc-cop/resolution/12/1"},
		`{ x: acts(sponsor: "state/tur") { nodes { id } } }`:                                {},
		`{ x: acts(session: "body/ctoc-cop/session/12", kind: decision) { nodes { id } } }`: {"ctoc-cop/decision/12/1"},
		`{ x: acts(status: "adopted") { nodes { id } } }`:                                   {"ctoc-cop/resolution/12/1"},
		`{ x: acts(title: "WIDG") { nodes { id } } }`:                                       {"ctoc-cop/resolution/12/1"},
		`{ x: states(title: "turk") { nodes { id } } }`:                                     {"state/tur"},
		`{ x: mandates(addressee: "addressee/member-states") { nodes { id } } }`: {
			"ctoc-cop/resolution/12/1#op2/mandate/1",
		},
		`{ x: mandates(act: "ctoc-cop/resolution/12/1", relation: requests) { nodes { id } } }`: {
			"ctoc-cop/resolution/12/1#op1/mandate/1",
		},
		`{ x: sessions(body: "body/ctoc-cop") { nodes { id } } }`: {"body/ctoc-cop/session/12"},
	} {
		assert.Equal(t, want, ask(t, a, query).each("x nodes", "id"), query)
	}
}

func TestPartsStandInTheirOrder(t *testing.T) {
	r := ask(
		t, newAPI(t, Options{}),
		`{ session(id: "body/ctoc-cop/session/12") { meetings { nodes { number } } acts { totalCount } }
		body(id: "ctoc-cop") { sessions { nodes { id endDate } } acts { nodes { id } } } }`,
	)
	assert.Equal(t, []any{"8", "10"}, r.each("session meetings nodes", "number"))
	assert.EqualValues(t, 3, r.get("session acts totalCount"))
	assert.Equal(t, "2024-10-18", r.get("body sessions nodes 0 endDate"))
	assert.Equal(t, []any{
		"ctoc-cop/decision/12/1", "ctoc-cop/resolution/12/1", "ctoc-cop/resolution/12/4",
	}, r.each("body acts nodes", "id"))
}

func TestADocumentGivesItsSourceByCodePoint(t *testing.T) {
	a := newAPI(t, Options{})
	r := ask(t, a, `{ act(id: "ctoc-cop/resolution/12/1") { relations(types: [bearsInMind]) { edges { start end quote document } } } }`)
	edge := r.get("act relations edges 0").(map[string]any)
	r = execute(
		t, a,
		`query($id: ID!, $start: Int, $end: Int) { document(id: $id) { loaded called source(start: $start, end: $end) } }`,
		map[string]any{"id": edge["document"], "start": edge["start"], "end": edge["end"]},
	)
	assert.Equal(t, edge["quote"], r.get("document source"))
	assert.Equal(t, true, r.get("document loaded"))
	assert.Equal(t, []any{"the paper", "the report"}, r.get("document called"))
	r = execute(t, a, `{ document(id: "CTOC/COP/2024/11") { source(start: 9, end: 3) } }`, nil)
	assert.Equal(t, []string{guard.BadRequest}, r.codes())
}

func TestALiteralObjectIsAValueWithItsEvidence(t *testing.T) {
	r := ask(
		t, newAPI(t, Options{}),
		`{ treaty(id: "untoc") { registeredAs { value target quote confidence qualifiers { name value } }
		relations { totalCount edges { relation value node { id } } nodes { id } } } }`,
	)
	assert.Equal(t, []any{
		map[string]any{"value": "vol. 2225, No. 39574", "target": nil, "quote": "draft", "confidence": "certain",
			"qualifiers": []any{map[string]any{"name": "confidence", "value": "certain"}}},
	}, r.get("treaty registeredAs"))
	assert.Equal(t, map[string]any{
		"relation": "registeredAs", "value": "vol. 2225, No. 39574", "node": nil,
	}, r.get("treaty relations edges 0"))
}

func TestPathsAreTheShortestWays(t *testing.T) {
	a := newAPI(t, Options{})
	r := ask(
		t, a,
		`{ path(from: "ctoc-cop/resolution/12/1", to: "ctoc-cop/decision/2/2") { length paths { edges { source target relation quote } } } }`,
	)
	assert.Equal(t, map[string]any{"length": 2., "paths": []any{map[string]any{"edges": []any{
		map[string]any{
			"source": "ctoc-cop/resolution/12/1", "target": "ctoc-cop/resolution/10/2", "relation": "recalls",
			"quote": "resolution 10/2 of 16 October 2020, entitled “Cogs”",
		},
		map[string]any{
			"source": "ctoc-cop/resolution/10/2", "target": "ctoc-cop/decision/2/2", "relation": "recalls",
			"quote": "decision 2/2",
		},
	}}}}, r.get("path"))
	for query, want := range map[string]map[string]any{
		`{ path(from: "state/tur", to: "state/alb") { length paths { edges { source } } } }`:                                      {"length": nil, "paths": []any{}},
		`{ path(from: "ctoc-cop/resolution/12/4", to: "ctoc-cop/decision/2/2", depth: 2) { length paths { edges { source } } } }`: {"length": nil, "paths": []any{}},
		`{ path(from: "state/alb", to: "state/alb") { length paths { edges { source } } } }`: {
			"length": 0., "paths": []any{map[string]any{"edges": []any{}}},
		},
	} {
		assert.Equal(t, want, ask(t, a, query).get("path"), query)
	}
	assert.Equal(
		t, []string{guard.NotFound},
		execute(t, a, `{ path(from: "state/alb", to: "no/such/thing") { length } }`, nil).codes(),
	)
}

func TestSearchFindsByWords(t *testing.T) {
	a := newAPI(t, Options{})
	for query, want := range map[string][]any{
		`{ search(query: "widgets") { nodes { id } } }`: {
			"ctoc-cop/resolution/12/1", "document/CTOC/COP/2024/11", "ctoc-cop/resolution/12/1#op2/mandate/1",
		},
		`{ search(query: "WIDGETS", kinds: [Document]) { nodes { id } } }`: {"document/CTOC/COP/2024/11"},
		`{ search(query: "turkiye") { nodes { id } } }`:                    {"state/tur"},
		`{ search(query: "secretariat requests") { nodes { id } } }`:       {"ctoc-cop/resolution/12/1#op1"},
		`{ search(query: "nowhere at all") { nodes { id } } }`:             {},
	} {
		assert.Equal(t, want, ask(t, a, query).each("search nodes", "id"), query)
	}
	whole := ask(t, a, `{ search(query: "widgets secretariat requests", within: ACT) { totalCount edges { node { ... on Node { id } } part { ... on Node { id } } } } }`)
	assert.Equal(t, []any{"ctoc-cop/resolution/12/1"}, whole.each("search edges", "node id"), "title and paragraph together")
	assert.Equal(t, []any{"ctoc-cop/resolution/12/1"}, whole.each("search edges", "part id"), "shown by its title")
	assert.Equal(
		t, []any{"ctoc-cop/resolution/12/1"},
		ask(t, a, `{ search(query: "secretariat requested", kinds: [Act]) { nodes { id } } }`).each("search nodes", "id"),
		"an act by one of its paragraphs",
	)
	first := ask(
		t, a, `{ search(query: "widgets", first: 1) { totalCount edges { cursor score snippet node { title } } } }`,
	)
	assert.EqualValues(t, 3, first.get("search totalCount"))
	assert.Equal(t, "Widgets", first.get("search edges 0 snippet"))
	next := execute(
		t, a,
		`query($after: String) { search(query: "widgets", after: $after) { nodes { id } pageInfo { hasPreviousPage } } }`,
		map[string]any{
			"after": first.get("search edges 0 cursor"),
		},
	)
	assert.Equal(t, "document/CTOC/COP/2024/11", next.get("search nodes 0 id"))
	assert.Equal(t, []string{guard.BadRequest}, execute(t, a, `{ search(query: " ?! ") { totalCount } }`, nil).codes())
}

func TestSubgraphGoesBothWaysAndSaysWhenItIsCut(t *testing.T) {
	a := newAPI(t, Options{})
	r := ask(
		t, a,
		`{ subgraph(ids: ["state/alb"], depth: 2, relations: [sponsors]) { truncated nodes { id distance node { title } } edges { source target relation sourceNode { id } targetNode { id } } } }`,
	)
	assert.Equal(t, []any{"state/alb", "ctoc-cop/resolution/12/1", "group/european-union"}, r.each("subgraph nodes", "id"))
	assert.Equal(t, []any{"Albania", "Widgets", "European Union"}, r.each("subgraph nodes", "node title"))
	assert.Equal(t, "state/alb", r.get("subgraph edges 1 sourceNode id"))
	assert.Equal(t, false, r.get("subgraph truncated"))
	r = ask(t, a, `{ lineage(id: "ctoc-cop/resolution/12/1", limit: 2) { truncated nodes { id } } }`)
	assert.Equal(t, true, r.get("lineage truncated"))
	assert.Len(t, r.get("lineage nodes"), 2)
	r = ask(t, a, `{ lineage(id: "ctoc-cop/decision/2/2", direction: FORWARD, depth: 1) { nodes { id } } }`)
	assert.Equal(t, []any{
		"ctoc-cop/decision/2/2", "ctoc-cop/decision/12/1", "ctoc-cop/resolution/10/2",
	}, r.each("lineage nodes", "id"))
}

func TestStatisticsCount(t *testing.T) {
	r := ask(
		t, newAPI(t, Options{}),
		`{ statistics { entities statements documents byKind { name count } byRelation { name count } } }`,
	)
	assert.EqualValues(t, 13, r.get("statistics statements"))
	assert.EqualValues(t, 1, r.get("statistics documents"))
	assert.Equal(t, map[string]any{"name": "Act", "count": 10.}, r.get("statistics byKind 0"))
	assert.Equal(t, map[string]any{"name": "recalls", "count": 7.}, r.get("statistics byRelation 0"))
}

func TestDiagnosticsShowWhatWasNotUnderstood(t *testing.T) {
	a := newAPI(t, Options{})
	r := ask(
		t, a,
		`{ diagnostics(document: "document/CTOC/COP/2024/11", reason: "no-target") { totalCount nodes { reason text start end document paragraph candidates } } }`,
	)
	assert.Equal(t, map[string]any{
		"reason": "no-target", "text": "résumé № 7", "start": 1., "end": 2., "document": reportID,
		"paragraph": "ctoc-cop/resolution/12/1#pp1", "candidates": []any{"ga/resolution/76/185"},
	}, r.get("diagnostics nodes 0"))
	assert.EqualValues(t, 0, ask(t, a, `{ diagnostics(reason: "other") { totalCount } }`).get("diagnostics totalCount"))
	assert.Equal(
		t, []string{guard.NotFound},
		execute(t, a, `{ diagnostics(document: "document/nowhere") { totalCount } }`, nil).codes(),
	)
}

// A loader states them of the paragraph in question, which stands in an act or in
// the document itself.
func TestDiagnosticsOfParagraphsAreThoseOfTheirDocument(t *testing.T) {
	d := fixture()
	d.Facts = append(d.Facts, facts(
		"ctoc-cop/resolution/12/1#pp1", "diagnostic", `{"reason":"later","text":"b","range":[30,31]}`,
	)...)
	d.Facts = append(d.Facts, facts(
		reportID+"#7", "kind", "Paragraph", "diagnostic", `{"reason":"earlier","text":"a","range":[20,21]}`,
	)...)
	d.Normalize()
	r := ask(
		t, apiOf(t, Options{}, d), `{ diagnostics(document: "`+reportID+`") { totalCount nodes { reason document } } }`,
	)
	assert.Equal(
		t, []any{"no-target", "earlier", "later"}, r.each("diagnostics nodes", "reason"), "in the order of the text",
	)
	assert.Equal(t, []any{reportID, reportID, reportID}, r.each("diagnostics nodes", "document"))
}

func TestAStatementCanBeLookedUp(t *testing.T) {
	a := newAPI(t, Options{})
	id := fixture().Statements[0].Node()
	r := execute(
		t, a, `query($id: ID!) { statement(id: $id) { statement source relation start } }`, map[string]any{"id": id},
	)
	assert.Equal(t, id, r.get("statement statement"))
	assert.Nil(t, ask(t, a, `{ statement(id: "none") { source } }`).get("statement"))
}

// Every core relation is a field in both directions on the kinds of its row, and no
// type is longer than somebody reads.
func TestCoreRelationsAreFieldsBothWays(t *testing.T) {
	a := newAPI(t, Options{})
	for name, fields := range a.guard.Types.Fields {
		assert.LessOrEqual(t, len(fields), 90, name)
	}
	assert.Less(t, len(a.SDL()), 400_000)
	whole, err := json.Marshal(a.Execute(context.Background(), introspection, nil, ""))
	require.NoError(t, err)
	assert.Less(t, len(whole), 700_000, "what GraphiQL loads first")
	for _, r := range graph.Relations {
		if !r.Core {
			continue
		}
		for _, kind := range r.From {
			assert.NotEmpty(t, a.guard.Types.Fields[kind][r.Name].Type, "%s.%s", kind, r.Name)
		}
		for _, kind := range r.To {
			if kind != graph.Literal {
				assert.NotEmpty(t, a.guard.Types.Fields[kind][r.Inverse].Type, "%s.%s", kind, r.Inverse)
			}
		}
	}
	for _, q := range graph.Qualifiers {
		assert.NotEmpty(t, a.guard.Types.Fields["StatementEdge"][q.Name].Type, q.Name)
	}
}
