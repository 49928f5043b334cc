package schema

import (
	"github.com/graphql-go/graphql"

	"mandategraph/graph/search"
	"mandategraph/schema/guard"
)

// The weights of fields: the number of objects that each may return, by its
// arguments. Fields without one return a single object, or none where they are
// leaves.

// inherit is the weight of a field whose objects the field around it has
// already counted, such as the edges of a connection.
func inherit(*guard.Limits, func(string) any) int { return 0 }

func fixedWeight(n int) guard.Weight {
	return func(*guard.Limits, func(string) any) int { return n }
}

func pageWeight(l *guard.Limits, argument func(string) any) int {
	for _, name := range []string{"first", "last"} {
		if n, given := argument(name).(int); given {
			return max(1, n)
		}
	}
	return l.DefaultPage
}

func limitWeight(l *guard.Limits, argument func(string) any) int {
	if n, given := argument("limit").(int); given {
		return max(1, min(n, l.MaxNodes))
	}
	return l.MaxNodes
}

func listWeight(name string) guard.Weight {
	return func(_ *guard.Limits, argument func(string) any) int {
		list, _ := argument(name).([]any)
		return max(1, len(list))
	}
}

// Words of a search, in objects that could be returned instead: a plain one is
// looked up, a fuzzy one compared with all words there are.
const (
	plainWord = 2
	fuzzyWord = 20
)

// wordEffort is that of looking for the words of a text.
func wordEffort(name string) guard.Weight {
	return func(_ *guard.Limits, argument func(string) any) int {
		words, _ := argument(name).(string)
		n := min(search.CountWords(words), search.MaxWords) // the search itself refuses more, and says so
		if argument("fuzzy") == true {
			return n * fuzzyWord
		}
		return n * plainWord
	}
}

// guardedTypes are what the guard must know of the finished schema.
func (b *builder) guardedTypes(schema graphql.Schema) guard.Types {
	types := guard.Types{
		Query: schema.QueryType().Name(), Fields: map[string]map[string]guard.Field{},
		Longest: b.lists, Introspection: measure(schema),
	}
	for name, t := range schema.TypeMap() {
		fields := map[string]guard.Field{}
		if t, ok := t.(interface {
			Fields() graphql.FieldDefinitionMap
		}); ok {
			for field, definition := range t.Fields() {
				fields[field] = guard.Field{
					Type: graphql.GetNamed(definition.Type).(graphql.Type).Name(), Weight: b.weights[name][field],
					Effort: b.efforts[name+"."+field],
				}
			}
		}
		types.Fields[name] = fields
	}
	return types
}
