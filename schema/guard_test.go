package schema

import (
	"fmt"
	"net/http"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
)

// hostile are the inputs that crash graphql-go v0.8.1 or keep it busy for
// seconds to minutes, and their like, with the code that refuses them.
func hostile() map[string]struct{ query, code string } {
	repeat := strings.Repeat
	return map[string]struct{ query, code string }{
		"fragment that spreads itself":     {`{...Q} fragment Q on Query{...Q}`, BadRequest},
		"fragments that spread each other": {`{...A} fragment A on Query{...B} fragment B on Query{...C} fragment C on Query{...A}`, BadRequest},
		"cycle through a field":            {`{...Q} fragment Q on Query{node(id:"x"){...Q}}`, BadRequest},
		"unknown fragment":                 {`{...Nowhere}`, BadRequest},
		"nesting 21":                       {repeat("{a", 21) + repeat("}", 21), TooComplex},
		"nesting 1,000":                    {repeat("{a", 600) + repeat("}", 600), TooComplex},
		"nesting 10,000":                   {repeat("{a", 10_000) + repeat("}", 10_000), TooComplex},
		"unclosed 1,000,000 deep":          {repeat("{a", 1_000_000)[:100_000], TooComplex},
		"list 100":                         {`{acts(title:` + repeat("[", 100) + repeat("]", 100) + `){totalCount}}`, TooComplex},
		"list 500":                         {`{acts(title:` + repeat("[", 500) + repeat("]", 500) + `){totalCount}}`, TooComplex},
		"objects in objects":               {`{acts(title:` + repeat("{a:", 100) + "1" + repeat("}", 100) + `){totalCount}}`, TooComplex},
		"5,000 unknown fields":             {"{" + sequenceOf("x%d ", 5000) + "}", TooComplex},
		"400 unknown fields":               {"{" + sequenceOf("x%d ", 400) + "}", BadRequest},
		"400 misspelt fields":              {`{act(id:"x"){` + sequenceOf("recallz%d ", 400) + "}}", BadRequest},
		"unknown fields where none looks":  {`{__typename} fragment F on Act{` + sequenceOf("recallz%d ", 400) + "}", BadRequest},
		"5,000 unknown directives":         {"{__typename " + repeat("@x ", 5000) + "}", TooComplex},
		"51 directives":                    {"{__typename " + repeat("@include(if:true) ", 51) + "}", TooComplex},
		"the same field 2,000 times":       {"{" + repeat("__typename ", 1400) + "}", TooComplex},
		"the same field 10,000 times":      {"{" + repeat("__typename ", 10_000) + "}", TooComplex},
		"21 root fields":                   {"{" + repeat("statistics{entities}", 21) + "}", TooComplex},
		"doubling 10":                      {doubling(10), TooComplex},
		"doubling 28":                      {doubling(28), TooComplex},
		"nested duplicates 8":              {"{" + duplicates(8) + "}", TooComplex},
		"nested duplicates 10":             {"{" + duplicates(10) + "}", TooComplex},
		"introspection 2 deep":             {introspecting(2), TooComplex},
		"introspection 3 deep":             {introspecting(3), TooComplex},
		"introspection 4 deep":             {introspecting(4), TooComplex},
		"introspection by possible types":  {`{__schema{types{fields{type{possibleTypes{fields{name}}}}}}}`, TooComplex},
		"introspection beside data":        {`{statistics{entities} ` + introspecting(3)[1:], TooComplex},
		"13 fields deep":                   {`{act(id:"x"){` + repeat("recalls{nodes{...on Act{", 4) + "recalls{nodes{...on Act{recalls{totalCount}}}}" + repeat("}}}", 4) + "}}", TooComplex},
		"31 aliases":                       {"{" + sequenceOf("a%d:__typename ", 31) + "}", TooComplex},
		"31 definitions":                   {sequenceOf("query q%d{__typename} ", 31), TooComplex},
		"pages of pages":                   {`{acts(first:100){nodes{recalls(first:100){nodes{id}}}}}`, TooComplex},
		"pages in a lineage":               {`{lineage(id:"state/alb"){nodes{node{relations{nodes{id}}}}}}`, TooComplex},
		"16 KiB of comment":                {"#" + repeat("x", 16<<10) + "\n{__typename}", TooComplex},
		"101 ids":                          {`{nodes(ids:[` + repeat(`"x" `, 101) + `]){id}}`, TooComplex},
		"mutation":                         {`mutation { __typename }`, BadRequest},
		"subscription":                     {`subscription { __typename }`, BadRequest},
		"mutation of a field":              {`mutation { x }`, BadRequest},
		"subscription to a field":          {`subscription S { acts { totalCount } }`, BadRequest},
		"type definition":                  {`type T { a: Int }`, BadRequest},
		"fragment alone":                   {`fragment F on Query { __typename }`, BadRequest},
		"nothing":                          {``, BadRequest},
		"no GraphQL":                       {"\x00\xff\"", BadRequest},
		"null in a list":                   {`{nodes(ids:[null]){id}}`, BadRequest},
		"half a surrogate pair":            {`{ask(question:"\uD83D x"){text}}`, BadRequest},
		"halves the wrong way round":       {`{ask(question:"\uDE00\uD83D"){text}}`, BadRequest},
		"escape beyond Unicode":            {`{ask(question:"\u{110000}"){text}}`, BadRequest},
		"escape that is not closed":        {`{ask(question:"\u{41"){text}}`, BadRequest},
		"the same directive twice":         {`{__typename @skip(if:false) @skip(if:true)}`, BadRequest},
		"it twice on a fragment":           {`{... @include(if:true) @include(if:true) {__typename}}`, BadRequest},
		"required argument null":           {`{node(id:null){id}}`, BadRequest},
	}
}

func sequenceOf(format string, n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, format, i)
	}
	return b.String()
}

func doubling(n int) string {
	s := "{...F0}"
	for i := range n {
		s += fmt.Sprintf(" fragment F%d on Query{...F%d ...F%d}", i, i+1, i+1)
	}
	return s + fmt.Sprintf(" fragment F%d on Query{__typename}", n)
}

func duplicates(n int) string {
	if n == 0 {
		return "a"
	}
	return "a{" + duplicates(n-1) + " " + duplicates(n-1) + "}"
}

func introspecting(n int) string {
	return "{__schema{types{" + strings.Repeat("fields{type{ofType{", n) + "name" + strings.Repeat("}}}", n) + "}}}"
}

// The process survives every hostile input, says why it refuses, and serves
// others meanwhile.
func TestHostileQueriesAreRefusedWhileOthersAreServed(t *testing.T) {
	server := serve(t, newAPI(t, Options{}))
	stop := make(chan struct{})
	var others sync.WaitGroup
	for range 3 {
		others.Go(func() {
			for served := 0; ; served++ {
				select {
				case <-stop:
					if served > 0 {
						return
					}
				default:
				}
				_, r := server.post(t, `{"query":"{ act(id: \"ctoc-cop/resolution/12/4\") { recalls { totalCount } } }"}`)
				assert.EqualValues(t, 3, r.get("act recalls totalCount"))
			}
		})
	}
	for name, c := range hostile() {
		response, r := server.query(t, c.query)
		if assert.NotEmpty(t, r.Errors, name) {
			assert.Equal(t, c.code, r.Errors[0].Code(), "%s: %s", name, r.Errors[0].Message)
			assert.Nil(t, r.Data, name)
			assert.Equal(t, http.StatusBadRequest, response.StatusCode, name)
			assert.LessOrEqual(t, len(r.Errors), 20, name)
		}
	}
	response, r := server.query(t, strings.Repeat("{a", 1_000_000))
	assert.Equal(t, http.StatusRequestEntityTooLarge, response.StatusCode)
	assert.Equal(t, []string{TooComplex}, r.codes())
	close(stop)
	others.Wait()
}

// What stays just inside the limits is served.
func TestTheGuardLetsOrdinaryQueriesThrough(t *testing.T) {
	a := newAPI(t, Options{})
	for name, query := range map[string]string{
		"20 brackets":         "{" + strings.Repeat("...{", 18) + "__typename" + strings.Repeat("}", 18) + "}",
		"490 fields":          `{act(id:"ga/resolution/76/185"){` + strings.Repeat("id ", 490) + "}}",
		"30 aliases":          "{" + sequenceOf("a%d:act(id:\"ga/resolution/76/185\"){id} ", 20) + "...{act(id:\"ga/resolution/76/185\"){" + sequenceOf("b%d:id ", 9) + "}}}",
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
	r = execute(t, a, `query($d: Int, $n: Int) { lineage(id: "ctoc-cop/resolution/12/1", depth: $d) { nodes { id } } acts(first: $n) { totalCount } }`, map[string]any{"d": nil, "n": nil})
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
		assert.Equal(t, want, ask(t, a, query).Extensions["cost"], query)
	}
	r := execute(t, a, `query($n: Int) { acts(first: $n) { nodes { recalls(first: $n) { totalCount } } } }`, map[string]any{"n": 100})
	assert.Equal(t, []string{TooComplex}, r.codes())
	assert.Greater(t, r.Extensions["cost"], 5000.)
}

// An escape means the character that it names, however it is written, and what
// stands behind it is still understood.
func TestEscapesInStringsMeanTheirCharacters(t *testing.T) {
	a := answering(t)
	for written, want := range map[string]string{
		`\uD83D\uDE00`: "😀", `\u{1F600}`: "😀", `\u{e9}`: "é", `\u00e9`: "é", `\u{41}\u{22}`: `A\"`, `a\\uD83D`: `a\\uD83D`, `😀\uD83D\uDE00é`: "😀😀é",
	} {
		r := ask(t, a, `{ first: ask(question: "`+written+`") { text } second: act(id: "ctoc-cop/resolution/12/4", reference: null) { id } }`)
		assert.Contains(t, r.get("first text"), `the question "`+want+`".`, written)
		assert.Equal(t, "ctoc-cop/resolution/12/4", r.get("second id"))
	}
}
