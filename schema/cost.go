package schema

import (
	"maps"
	"strconv"

	"github.com/graphql-go/graphql"
	"github.com/graphql-go/graphql/language/ast"
)

// A weight is the number of objects that a field may return, by its arguments.
// Fields without one return a single object, or none where they are leaves.
type weight func(o *Options, arg func(name string) any) int

// inherit is the weight of a field whose objects the field around it has
// already counted, such as the edges of a connection.
func inherit(*Options, func(string) any) int { return 0 }

func fixedWeight(n int) weight { return func(*Options, func(string) any) int { return n } }

func pageWeight(o *Options, arg func(string) any) int {
	for _, name := range []string{"first", "last"} {
		if n, given := arg(name).(int); given {
			return max(1, n)
		}
	}
	return o.DefaultPage
}

func limitWeight(o *Options, arg func(string) any) int {
	if n, given := arg("limit").(int); given {
		return max(1, min(n, o.MaxNodes))
	}
	return o.MaxNodes
}

func listWeight(name string) weight {
	return func(_ *Options, arg func(string) any) int {
		list, _ := arg(name).([]any)
		return max(1, len(list))
	}
}

// A costing adds up how many objects an operation may return.
type costing struct {
	api       *API
	document  *document
	variables map[string]any
	total     int
	fault     *fault
}

// cost is 1 for each object, times the length of each list around it. It stops
// counting where it passes the limit. Fragments on several types all count.
// Pages that are too long, or shorter than nothing, are refused here.
func (a *API) cost(d *document, o *operation, variables map[string]any) (int, *fault) {
	k := &costing{api: a, document: d, variables: maps.Clone(variables)}
	for _, v := range o.definition.VariableDefinitions {
		if name := v.Variable.Name.Value; k.variables[name] == nil && v.DefaultValue != nil {
			k.variables[name] = literal(v.DefaultValue, nil)
		}
	}
	k.selections(o.definition.SelectionSet, a.schema.QueryType(), 1)
	if k.fault == nil && k.total > a.options.MaxCost {
		k.fault = refuse(TooComplex, "the query may return more than %d objects; ask for fewer with first, last or limit", a.options.MaxCost)
	}
	return k.total, k.fault
}

// steadyCost is the cost of an operation without variables; -1 where there are
// some, or where the operation costs too much.
func (a *API) steadyCost(d *document, o *operation) int {
	if len(o.definition.VariableDefinitions) > 0 {
		return -1
	}
	cost, f := a.cost(d, o, nil)
	if f != nil {
		return -1
	}
	return cost
}

func (k *costing) selections(set *ast.SelectionSet, parent graphql.Type, times int) {
	if set == nil {
		return
	}
	for _, selection := range set.Selections {
		if k.fault != nil || k.total > k.api.options.MaxCost {
			return
		}
		switch s := selection.(type) {
		case *ast.Field:
			k.field(s, parent, times)
		case *ast.InlineFragment:
			k.selections(s.SelectionSet, k.api.condition(s.TypeCondition, parent), times)
		case *ast.FragmentSpread:
			if f := k.document.fragments[s.Name.Value]; f != nil {
				k.selections(f.SelectionSet, k.api.condition(f.TypeCondition, parent), times)
			}
		}
	}
}

func (k *costing) field(f *ast.Field, parent graphql.Type, times int) {
	for _, a := range f.Arguments {
		if k.fault = k.api.listFault(parent, f, a, k.variables); k.fault != nil {
			return
		}
	}
	definition := fieldOf(parent, f.Name.Value)
	if f.SelectionSet == nil || definition == nil {
		return
	}
	argument := func(name string) any { return argumentValue(f.Arguments, name, k.variables) }
	k.fault = k.api.pageFault(argument)
	n := 1
	if weigh := k.api.weights[parent.Name()][f.Name.Value]; weigh != nil {
		n = weigh(&k.api.options, argument)
	}
	if n > 0 {
		times = min(times*n, k.api.options.MaxCost+1)
		k.total += times
	}
	k.selections(f.SelectionSet, graphql.GetNamed(definition.Type).(graphql.Type), times)
}

// pageFault refuses a length of a page.
func (a *API) pageFault(argument func(name string) any) *fault {
	for _, name := range []string{"first", "last"} {
		switch n, _ := argument(name).(int); {
		case n < 0:
			return refuse(BadRequest, "%s must not be negative", name)
		case n > a.options.MaxPage:
			return refuse(TooComplex, "%s is at most %d", name, a.options.MaxPage)
		}
	}
	return nil
}

// condition is the type that a fragment applies to.
func (a *API) condition(named *ast.Named, parent graphql.Type) graphql.Type {
	if named == nil {
		return parent
	}
	return a.schema.Type(named.Name.Value)
}

// fieldOf is a field of an object or interface type; nil where it has none of
// that name or is neither.
func fieldOf(t graphql.Type, name string) *graphql.FieldDefinition {
	if composite, ok := t.(interface {
		Fields() graphql.FieldDefinitionMap
	}); ok {
		return composite.Fields()[name]
	}
	return nil
}

// argumentValue is a number or list that an argument has, by itself or through
// a variable.
func argumentValue(arguments []*ast.Argument, name string, variables map[string]any) any {
	for _, a := range arguments {
		if a.Name.Value == name {
			return literal(a.Value, variables)
		}
	}
	return nil
}

func literal(value ast.Value, variables map[string]any) any {
	switch v := value.(type) {
	case *ast.Variable:
		return variables[v.Name.Value]
	case *ast.ListValue:
		return make([]any, len(v.Values))
	case *ast.IntValue:
		if n, err := strconv.Atoi(v.Value); err == nil {
			return n
		}
	}
	return nil
}
