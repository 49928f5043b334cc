package schematest

import (
	"fmt"
	"strings"

	"mandategraph/schema/guard"
)

// Hostile are the inputs that crash graphql-go v0.8.1 or keep it busy for
// seconds to minutes, and their like, with the code that refuses them.
func Hostile() map[string]struct{ Query, Code string } {
	repeat := strings.Repeat
	return map[string]struct{ Query, Code string }{
		"fragment that spreads itself": {`{...Q} fragment Q on Query{...Q}`, guard.BadRequest},
		"fragments that spread each other": {
			`{...A} fragment A on Query{...B} fragment B on Query{...C} fragment C on Query{...A}`, guard.BadRequest,
		},
		"cycle through a field":   {`{...Q} fragment Q on Query{node(id:"x"){...Q}}`, guard.BadRequest},
		"unknown fragment":        {`{...Nowhere}`, guard.BadRequest},
		"nesting 21":              {repeat("{a", 21) + repeat("}", 21), guard.TooComplex},
		"nesting 1,000":           {repeat("{a", 600) + repeat("}", 600), guard.TooComplex},
		"nesting 10,000":          {repeat("{a", 10_000) + repeat("}", 10_000), guard.TooComplex},
		"unclosed 1,000,000 deep": {repeat("{a", 1_000_000)[:100_000], guard.TooComplex},
		"list 100": {
			`{acts(title:` + repeat("[", 100) + repeat("]", 100) + `){totalCount}}`, guard.TooComplex,
		},
		"list 500": {
			`{acts(title:` + repeat("[", 500) + repeat("]", 500) + `){totalCount}}`, guard.TooComplex,
		},
		"objects in objects": {
			`{acts(title:` + repeat("{a:", 100) + "1" + repeat("}", 100) + `){totalCount}}`, guard.TooComplex,
		},
		"5,000 unknown fields": {"{" + Sequence("x%d ", 5000) + "}", guard.TooComplex},
		"400 unknown fields":   {"{" + Sequence("x%d ", 400) + "}", guard.BadRequest},
		"400 misspelt fields":  {`{act(id:"x"){` + Sequence("recallz%d ", 400) + "}}", guard.BadRequest},
		"unknown fields where none looks": {
			`{__typename} fragment F on Act{` + Sequence("recallz%d ", 400) + "}", guard.BadRequest,
		},
		"5,000 unknown directives":        {"{__typename " + repeat("@x ", 5000) + "}", guard.TooComplex},
		"51 directives":                   {"{__typename " + repeat("@include(if:true) ", 51) + "}", guard.TooComplex},
		"the same field 2,000 times":      {"{" + repeat("__typename ", 1400) + "}", guard.TooComplex},
		"the same field 10,000 times":     {"{" + repeat("__typename ", 10_000) + "}", guard.TooComplex},
		"21 root fields":                  {"{" + repeat("statistics{entities}", 21) + "}", guard.TooComplex},
		"doubling 10":                     {doubling(10), guard.TooComplex},
		"doubling 28":                     {doubling(28), guard.TooComplex},
		"nested duplicates 8":             {"{" + duplicates(8) + "}", guard.TooComplex},
		"nested duplicates 10":            {"{" + duplicates(10) + "}", guard.TooComplex},
		"introspection 3 deep":            {introspecting(3), guard.TooComplex},
		"introspection 4 deep":            {introspecting(4), guard.TooComplex},
		"introspection by possible types": {`{__schema{types{fields{type{possibleTypes{fields{name}}}}}}}`, guard.TooComplex},
		"introspection beside data":       {`{statistics{entities} ` + introspecting(3)[1:], guard.TooComplex},
		"13 fields deep": {
			`{act(id:"x"){` + repeat("recalls{nodes{...on Act{", 4) + "recalls{nodes{...on Act{recalls{totalCount}}}}" + repeat("}}}", 4) + "}}",
			guard.TooComplex,
		},
		"31 aliases":                 {"{" + Sequence("a%d:__typename ", 31) + "}", guard.TooComplex},
		"31 definitions":             {Sequence("query q%d{__typename} ", 31), guard.TooComplex},
		"pages of pages":             {`{acts(first:100){nodes{recalls(first:100){nodes{id}}}}}`, guard.TooComplex},
		"pages in a lineage":         {`{lineage(id:"state/alb"){nodes{node{relations{nodes{id}}}}}}`, guard.TooComplex},
		"16 KiB of comment":          {"#" + repeat("x", 16<<10) + "\n{__typename}", guard.TooComplex},
		"101 ids":                    {`{nodes(ids:[` + repeat(`"x" `, 101) + `]){id}}`, guard.TooComplex},
		"mutation":                   {`mutation { __typename }`, guard.BadRequest},
		"subscription":               {`subscription { __typename }`, guard.BadRequest},
		"mutation of a field":        {`mutation { x }`, guard.BadRequest},
		"subscription to a field":    {`subscription S { acts { totalCount } }`, guard.BadRequest},
		"type definition":            {`type T { a: Int }`, guard.BadRequest},
		"fragment alone":             {`fragment F on Query { __typename }`, guard.BadRequest},
		"nothing":                    {``, guard.BadRequest},
		"no GraphQL":                 {"\x00\xff\"", guard.BadRequest},
		"null in a list":             {`{nodes(ids:[null]){id}}`, guard.BadRequest},
		"half a surrogate pair":      {`{ask(question:"\uD83D x"){text}}`, guard.BadRequest},
		"halves the wrong way round": {`{ask(question:"\uDE00\uD83D"){text}}`, guard.BadRequest},
		"escape beyond Unicode":      {`{ask(question:"\u{110000}"){text}}`, guard.BadRequest},
		"escape that is not closed":  {`{ask(question:"\u{41"){text}}`, guard.BadRequest},
		"the same directive twice":   {`{__typename @skip(if:false) @skip(if:true)}`, guard.BadRequest},
		"it twice on a fragment":     {`{... @include(if:true) @include(if:true) {__typename}}`, guard.BadRequest},
		"required argument null":     {`{node(id:null){id}}`, guard.BadRequest},
	}
}

// Sequence writes a format with the numbers below n.
func Sequence(format string, n int) string {
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
