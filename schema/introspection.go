package schema

import (
	"slices"
	"strings"

	"github.com/graphql-go/graphql"
)

// measure gives the usual lengths of the lists of the introspection schema
// (section 4.2 of the GraphQL specification), by field name: the mean of each
// list over all types that have it, rounded up.
func measure(schema graphql.Schema) map[string]int {
	types := schema.TypeMap()
	var fields, owners, args, interfaces, abstract, possible, values, enums int
	for _, t := range types {
		switch t := t.(type) {
		case *graphql.Object:
			interfaces += len(t.Interfaces())
		case *graphql.Interface:
			abstract++
			possible += len(schema.PossibleTypes(t))
		case *graphql.Enum:
			enums++
			values += len(t.Values())
		}
		if t, ok := t.(interface {
			Fields() graphql.FieldDefinitionMap
		}); ok {
			owners++
			fields += len(t.Fields())
			for _, f := range t.Fields() {
				args += len(f.Args)
			}
		}
	}
	mean := func(sum, n int) int { return (sum + max(n, 1) - 1) / max(n, 1) }
	return map[string]int{
		"types": len(types), "fields": mean(fields, owners), "args": mean(args, fields),
		"interfaces": mean(interfaces, owners), "possibleTypes": mean(possible, abstract), "enumValues": mean(values, enums),
		"directives": len(schema.Directives()),
	}
}

// sortByName puts the lists of an introspection in the order of their names;
// graphql-go takes types from a map.
func sortByName(value any) {
	switch value := value.(type) {
	case map[string]any:
		for _, v := range value {
			sortByName(v)
		}
	case []any:
		slices.SortStableFunc(value, func(a, b any) int { return strings.Compare(nameOf(a), nameOf(b)) })
		for _, v := range value {
			sortByName(v)
		}
	}
}

func nameOf(value any) string {
	object, _ := value.(map[string]any)
	name, _ := object["name"].(string)
	return name
}
