package schema

import (
	"slices"
	"strings"

	"github.com/graphql-go/graphql"
	"github.com/graphql-go/graphql/language/ast"
)

// introspectionSizes are the usual lengths of the lists of the introspection
// schema (section 4.2 of the GraphQL specification), by field name.
type introspectionSizes map[string]int

// measure takes the mean of each list over all types that have it, rounded up.
func measure(schema graphql.Schema) introspectionSizes {
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
	return introspectionSizes{
		"types": len(types), "fields": mean(fields, owners), "args": mean(args, fields),
		"interfaces": mean(interfaces, owners), "possibleTypes": mean(possible, abstract), "enumValues": mean(values, enums),
		"directives": len(schema.Directives()),
	}
}

// introspectionFault refuses introspection that would return too many objects,
// and any where it is switched off.
func (a *API) introspectionFault(d *document, set *ast.SelectionSet) *fault {
	total := a.introspected(d, set, 1, false)
	switch {
	case total == 0:
		return nil
	case a.options.NoIntrospection:
		return refuse(BadRequest, "introspection is switched off")
	case total > a.options.MaxIntrospection:
		return refuse(TooComplex, "the introspection would return about %d objects; at most %d are allowed", total, a.options.MaxIntrospection)
	}
	return nil
}

// introspected estimates the number of objects that the parts of a selection
// under __schema and __type return. The list of a type's wrappers (ofType) is
// short and not counted.
func (a *API) introspected(d *document, set *ast.SelectionSet, times int, inside bool) int {
	if set == nil || times > a.options.MaxIntrospection {
		return 0
	}
	total := 0
	for _, selection := range set.Selections {
		switch s := selection.(type) {
		case *ast.Field:
			name := s.Name.Value
			if !inside && name != "__schema" && name != "__type" {
				total += a.introspected(d, s.SelectionSet, times, false)
				continue
			}
			n := times * max(1, a.sizes[name])
			if name != "ofType" && s.SelectionSet != nil {
				total += n
			}
			total += a.introspected(d, s.SelectionSet, n, true)
		case *ast.InlineFragment:
			total += a.introspected(d, s.SelectionSet, times, inside)
		case *ast.FragmentSpread:
			total += a.introspected(d, d.fragments[s.Name.Value].SelectionSet, times, inside)
		}
	}
	return total
}

// introspects marks a document that asks for nothing but the schema: all root
// fields are __schema, __type or __typename, and one is not the last.
func (d *document) introspects() {
	asked, only := false, true
	seen := map[string]bool{}
	var look func(set *ast.SelectionSet)
	look = func(set *ast.SelectionSet) {
		for _, selection := range set.Selections {
			switch s := selection.(type) {
			case *ast.Field:
				only = only && strings.HasPrefix(s.Name.Value, "__")
				asked = asked || s.Name.Value != "__typename"
			case *ast.InlineFragment:
				look(s.SelectionSet)
			case *ast.FragmentSpread:
				if name := s.Name.Value; !seen[name] {
					seen[name] = true
					look(d.fragments[name].SelectionSet)
				}
			}
		}
	}
	for _, o := range d.operations {
		look(o.definition.SelectionSet)
	}
	d.introspection = asked && only
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
