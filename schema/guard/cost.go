package guard

import (
	"maps"
	"strconv"

	"github.com/graphql-go/graphql/language/ast"
)

// A costing adds up how many objects an operation may return.
type costing struct {
	guard     *Guard
	document  *Document
	variables map[string]any
	total     int
	fault     *Fault
}

// Cost is 1 for each object that an operation may return, times the length of
// each list around it, and the effort of fields that look at much more than they
// return. It stops counting where it passes the limit. Fragments on
// several types all count. Pages that are too long, or shorter than nothing, are
// refused here. Variables are coerced values.
func (g *Guard) Cost(d *Document, o *ast.OperationDefinition, variables map[string]any) (int, *Fault) {
	k := &costing{guard: g, document: d, variables: maps.Clone(variables)}
	for _, v := range o.VariableDefinitions {
		if name := v.Variable.Name.Value; k.variables[name] == nil && v.DefaultValue != nil {
			if k.variables == nil {
				k.variables = map[string]any{}
			}
			k.variables[name] = literal(v.DefaultValue, nil)
		}
	}
	k.selections(o.SelectionSet, g.Types.Query, 1)
	if k.fault == nil && k.total > g.Limits.MaxCost {
		k.fault = Refuse(
			TooComplex, "the query may return more than %d objects, or takes the work of so many; ask for fewer with "+
				"first, last or limit, and look for fewer words", g.Limits.MaxCost,
		)
	}
	return k.total, k.fault
}

func (k *costing) selections(set *ast.SelectionSet, parent string, times int) {
	if set == nil {
		return
	}
	for _, selection := range set.Selections {
		if k.fault != nil || k.total > k.guard.Limits.MaxCost {
			return
		}
		switch s := selection.(type) {
		case *ast.Field:
			k.field(s, parent, times)
		case *ast.InlineFragment:
			k.selections(s.SelectionSet, k.guard.condition(s.TypeCondition, parent), times)
		case *ast.FragmentSpread:
			if f := k.document.Fragments[s.Name.Value]; f != nil {
				k.selections(f.SelectionSet, k.guard.condition(f.TypeCondition, parent), times)
			}
		}
	}
}

func (k *costing) field(f *ast.Field, parent string, times int) {
	for _, a := range f.Arguments {
		if k.fault = k.guard.listFault(parent, f, a, k.variables); k.fault != nil {
			return
		}
	}
	definition, known := k.guard.Types.Fields[parent][f.Name.Value]
	if f.SelectionSet == nil || !known {
		return
	}
	argument := func(name string) any { return argumentValue(f.Arguments, name, k.variables) }
	k.fault = k.guard.pageFault(argument)
	n := 1
	if definition.Weight != nil {
		n = definition.Weight(&k.guard.Limits, argument)
	}
	if definition.Effort != nil {
		k.total += times * definition.Effort(&k.guard.Limits, argument)
	}
	if n > 0 {
		times = min(times*n, k.guard.Limits.MaxCost+1)
		k.total += times
	}
	k.selections(f.SelectionSet, definition.Type, times)
}

// pageFault refuses a length of a page.
func (g *Guard) pageFault(argument func(name string) any) *Fault {
	for _, name := range []string{"first", "last"} {
		switch n, _ := argument(name).(int); {
		case n < 0:
			return Refuse(BadRequest, "%s must not be negative", name)
		case n > g.Limits.MaxPage:
			return Refuse(TooComplex, "%s is at most %d", name, g.Limits.MaxPage)
		}
	}
	return nil
}

// argumentValue is a number, text, truth value or list that an argument has, by itself or through
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
	case *ast.StringValue:
		return v.Value
	case *ast.BooleanValue:
		return v.Value
	case *ast.IntValue:
		if n, err := strconv.Atoi(v.Value); err == nil {
			return n
		}
	}
	return nil
}
