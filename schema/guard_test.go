package schema

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"mandategraph/schema/guard"
	"mandategraph/schema/schematest"
)

// What stays just inside the limits is served.
func TestTheGuardLetsOrdinaryQueriesThrough(t *testing.T) {
	a := newAPI(t, Options{})
	for name, query := range map[string]string{
		"20 brackets": "{" + strings.Repeat("...{", 18) + "__typename" + strings.Repeat("}", 18) + "}",
		"490 fields":  `{act(id:"ga/resolution/76/185"){` + strings.Repeat("id ", 490) + "}}",
		"30 aliases": "{" + schematest.Sequence(
			"a%d:act(id:\"ga/resolution/76/185\"){id} ", 20,
		) + "...{act(id:\"ga/resolution/76/185\"){" + schematest.Sequence("b%d:id ", 9) + "}}}",
		"brackets in strings": `{acts(title:"` + strings.Repeat("{[(", 100) + `"){totalCount}}`,
		"block string":        `{acts(title:"""` + strings.Repeat(`{[( \""" `, 50) + `"""){totalCount}}`,
		"comment":             "# " + strings.Repeat("{", 100) + "\r\n{statistics{entities}}",
		"field named null":    `query null { null: statistics { entities } }`,
	} {
		if name == "30 aliases" {
			query = strings.Replace(query, "a19:", "", 1)
			query = strings.Replace(query, "a18:", "", 1)
			query = strings.Replace(query, "a17:act(id:\"ga/resolution/76/185\"){id} ", "", 1)
		}
		assert.Empty(t, execute(t, a, query, nil).Errors, name)
	}
}

func TestNullArgumentsAreLikeNone(t *testing.T) {
	a := newAPI(t, Options{})
	r := ask(t, a, `# é is one code point
		query($n: Int = null) { acts(first: null, after: null, title: null, kind: null, last: $n) { totalCount nodes { id } } }`)
	assert.Equal(t, allActs, r.each("acts nodes", "id"))
	r = execute(
		t, a,
		`query($d: Int, $n: Int) { lineage(id: "ctoc-cop/resolution/12/1", depth: $d) { nodes { id } } acts(first: $n) { totalCount } }`,
		map[string]any{"d": nil, "n": nil},
	)
	assert.Empty(t, r.Errors)
	assert.Len(t, r.get("lineage nodes"), 5, "the default depth")
}

func TestCostCountsObjectsTimesTheListsAroundThem(t *testing.T) {
	a := newAPI(t, Options{})
	for query, want := range map[string]float64{
		`{ __typename }`: 0,
		`{ statistics { entities byKind { name } } }`:                                                  1,
		`{ acts { totalCount nodes { id } } }`:                                                         20,
		`{ acts(first: 5) { edges { node { id } } nodes { title } } }`:                                 5,
		`{ acts(first: 5) { nodes { recalls(last: 3) { nodes { id } } body { id } } } }`:               5 + 15 + 5,
		`{ nodes(ids: ["a", "b"]) { id } }`:                                                            2,
		`{ lineage(id: "state/alb", limit: 10) { nodes { node { title } } edges { source } } }`:        10,
		`query($n: Int = 7) { acts(first: $n) { totalCount } }`:                                        7,
		`{ ...F } fragment F on Query { acts(first: 2) { totalCount } }`:                               2,
		`{ act(id: "ga/resolution/76/185") { ... on Entity { relations(first: 4) { totalCount } } } }`: 5,
	} {
		assert.Equal(t, want, ask(t, a, query).cost(), query)
	}
	assert.Equal(t, map[string]any{"requested": 20., "limit": 5000., "remaining": 4980.},
		ask(t, a, `{ acts { totalCount } }`).Extensions["cost"])
	r := execute(
		t, a, `query($n: Int) { acts(first: $n) { nodes { recalls(first: $n) { totalCount } } } }`, map[string]any{"n": 100},
	)
	assert.Equal(t, []string{guard.TooComplex}, r.codes())
	assert.Greater(t, r.cost(), 5000.)
}

// An escape means the character that it names, however it is written, and what
// stands behind it is still understood.
func TestEscapesInStringsMeanTheirCharacters(t *testing.T) {
	a := answering(t)
	for written, want := range map[string]string{
		`\uD83D\uDE00`: "😀", `\u{1F600}`: "😀", `\u{e9}`: "é", `\u00e9`: "é", `\u{41}\u{22}`: `A\"`, `a\\uD83D`: `a\\uD83D`, `😀\uD83D\uDE00é`: "😀😀é",
	} {
		r := ask(
			t, a,
			`{ first: ask(question: "`+written+`") { text } second: act(id: "ctoc-cop/resolution/12/4", reference: null) { id } }`,
		)
		assert.Contains(t, r.get("first text"), `the question "`+want+`".`, written)
		assert.Equal(t, "ctoc-cop/resolution/12/4", r.get("second id"))
	}
}
