// Package guard refuses what a GraphQL library cannot survive, and what would
// cost more than a server wants to give.
//
// In goes the text of a query; out comes a [Document] that can be validated and
// executed, or a [Fault] that says why not. The guard stands in front of
// graphql-go v0.8.1, which a short document can crash or keep busy for minutes,
// and before each of the library's stages refuses what that stage cannot
// survive: see [Guard.Read], [Guard.Outline], [Guard.Survey] and [Guard.Cost].
// Beside them stand a [Gate], which bounds how much is worked on at a time, and
// the [Persisted] operations, which are bounded too.
//
// It imports the language packages of graphql-go and nothing of this module:
// what it must know of a schema stands in [Types].
package guard

import "github.com/graphql-go/graphql/language/ast"

// Limits bound what one query may ask. The zero value of a field stands for its
// default.
type Limits struct {
	// MaxQuery counts the bytes of a query: 16 KiB.
	MaxQuery int
	// MaxTokens and MaxNesting count lexical tokens (2,000) and nested brackets
	// of any sort (20), before anything is parsed.
	MaxTokens, MaxNesting int
	// MaxDepth is the number of fields inside one another (12), MaxFields that
	// of all fields once fragments are expanded (500), MaxRootFields that of the
	// fields of one operation (20).
	MaxDepth, MaxFields, MaxRootFields int
	// MaxAliases (30), MaxDirectives (50) and MaxDefinitions (30) count what
	// the document spells out.
	MaxAliases, MaxDirectives, MaxDefinitions int
	// MaxErrors is the number of errors that a response lists: 20.
	MaxErrors int
	// MaxCost is the number of objects that a query may return at most: 5,000.
	MaxCost int
	// DefaultPage and MaxPage are the values of first and last: 20 and 100.
	// MaxList is the length of an argument that is a list: 100.
	DefaultPage, MaxPage, MaxList int
	// MaxNodes is the number of entities that a traversal may reach: 1,000.
	MaxNodes int
	// NoIntrospection switches __schema and __type off. MaxIntrospection is the
	// number of objects that an introspection query may be expected to return:
	// 100,000; the standard query is taken for 71,000.
	NoIntrospection  bool
	MaxIntrospection int
}

// WithDefaults puts the defaults in the place of zeros.
func (l Limits) WithDefaults() Limits {
	for _, d := range []struct {
		field *int
		value int
	}{
		{&l.MaxQuery, 16 << 10}, {&l.MaxTokens, 2000}, {&l.MaxNesting, 20},
		{&l.MaxDepth, 12}, {&l.MaxFields, 500}, {&l.MaxRootFields, 20},
		{&l.MaxAliases, 30}, {&l.MaxDirectives, 50}, {&l.MaxDefinitions, 30},
		{&l.MaxErrors, 20}, {&l.MaxCost, 5000},
		{&l.DefaultPage, 20}, {&l.MaxPage, 100}, {&l.MaxList, 100},
		{&l.MaxNodes, 1000}, {&l.MaxIntrospection, 100_000},
	} {
		if *d.field == 0 {
			*d.field = d.value
		}
	}
	return l
}

// Types are what the guard must know of a schema.
type Types struct {
	// Query is the name of the type at the root of queries.
	Query string
	// Fields are those of each type, by the names of both. Every type has an
	// entry, those without fields an empty one.
	Fields map[string]map[string]Field
	// Longest are the lengths of lists that may be longer than MaxList, by
	// Type.field.argument.
	Longest map[string]int
	// Introspection are the usual lengths of the lists under __schema and __type,
	// by field.
	Introspection map[string]int
}

// A Field is what the guard must know of a field of an object or interface.
type Field struct {
	// Type is the name of its type, without lists and what is not null.
	Type string
	// Weight is the number of objects that it may return; nil for one.
	Weight Weight
	// Effort is the work that it takes whatever it returns, in objects that could
	// be returned instead; nil for none.
	Effort Weight
}

// A Weight is a number of objects that a field may return, by its arguments;
// 0 where the field around it has already counted them. An argument is an int, a
// text, a truth value, a list whose elements are nil, or nil.
type Weight func(l *Limits, argument func(name string) any) int

// A Guard is limits on queries against a schema. It is safe for concurrent use.
type Guard struct {
	Limits Limits
	Types  Types
}

// condition is the type that a fragment applies to; empty where the schema does
// not have it.
func (g *Guard) condition(named *ast.Named, parent string) string {
	if named == nil {
		return parent
	}
	if _, known := g.Types.Fields[named.Name.Value]; !known {
		return ""
	}
	return named.Name.Value
}
