package schema

import (
	"slices"
	"strings"

	"github.com/graphql-go/graphql"
)

// What a schema says of itself (section 4 of the GraphQL specification) is
// resolved by graphql-go's own functions, and written by plans like everything
// else.

// aboutItself are the fields of the query type that ask for it.
var aboutItself = map[string]*graphql.FieldDefinition{
	graphql.SchemaMetaFieldDef.Name: graphql.SchemaMetaFieldDef,
	graphql.TypeMetaFieldDef.Name:   graphql.TypeMetaFieldDef,
}

// declareIntrospection adds the resolvers of the types of introspection.
func (a *API) declareIntrospection() {
	for name, f := range aboutItself {
		a.resolvers[a.schema.QueryType().Name()][name] = a.reflected(f)
	}
	for _, t := range []*graphql.Object{
		graphql.SchemaType, graphql.TypeType, graphql.FieldType, graphql.InputValueType, graphql.EnumValueType,
		graphql.DirectiveType,
	} {
		a.resolvers[t.Name()] = map[string]resolver{}
		for name, f := range t.Fields() {
			a.resolvers[t.Name()][name] = a.reflected(f)
		}
	}
}

// reflected is a resolver of graphql-go as one of ours.
func (a *API) reflected(f *graphql.FieldDefinition) resolver {
	resolve := f.Resolve
	if resolve == nil {
		resolve = graphql.DefaultResolveFn
	}
	info := graphql.ResolveInfo{FieldName: f.Name, Schema: a.schema}
	return func(c call) (any, error) {
		value, err := resolve(graphql.ResolveParams{Source: c.source, Args: c.args, Context: c.ctx, Info: info})
		switch list := value.(type) { // some come from maps
		case []graphql.Type:
			value = byName(list)
		case []*graphql.Interface:
			value = byName(list)
		case []*graphql.Object:
			value = byName(list)
		case []*graphql.InputObjectField:
			value = byName(list)
		case []*graphql.Directive:
			value = slices.SortedFunc(slices.Values(list), func(a, b *graphql.Directive) int {
				return strings.Compare(a.Name, b.Name)
			})
		case []*graphql.FieldDefinition:
			slices.SortFunc(list, func(a, b *graphql.FieldDefinition) int { return strings.Compare(a.Name, b.Name) })
		}
		return value, err
	}
}

// byName gives a copy in the order of names.
func byName[T interface{ Name() string }](list []T) []T {
	return slices.SortedFunc(slices.Values(list), func(a, b T) int { return strings.Compare(a.Name(), b.Name()) })
}
