package schema

import (
	"encoding/json"
	"maps"
	"math"
	"slices"
	"strconv"

	"github.com/graphql-go/graphql"
	"github.com/graphql-go/graphql/language/ast"

	"mandategraph/schema/guard"
)

// graphql-go accepts 1.5 and "15" for an Int and anything at all for a String.
// Variables are therefore coerced here, as in sections 3.5 and 6.1.2 of the
// GraphQL specification, from JSON decoded with [json.Number].

// coerceVariables gives the variables that an operation declares; others are
// ignored.
func (a *API) coerceVariables(o *operation, given map[string]any) (map[string]any, *guard.Fault) {
	values := map[string]any{}
	for _, v := range o.definition.VariableDefinitions {
		name := v.Variable.Name.Value
		value, ok := given[name]
		if !ok {
			continue
		}
		if n, most := guard.LongestList(value), a.longestOf(v.Type); n > most {
			return nil, guard.Refuse(guard.TooComplex, "variable $%s has %d elements; at most %d are allowed", name, n, most)
		}
		coerced, problem := a.coerce(a.inputType(v.Type), value)
		if problem != "" {
			return nil, guard.Refuse(guard.BadRequest, "variable $%s: %s", name, problem)
		}
		values[name] = coerced
	}
	return values, missing(o, values)
}

// longestOf is the length that a list in a variable of a type may have. Where a
// variable is used, the length that the argument may have counts as well.
func (a *API) longestOf(t ast.Type) int {
	most := a.guard.Limits.MaxList
	if list, ok := graphql.GetNullable(a.inputType(t)).(*graphql.List); ok && graphql.GetNamed(list) == graphql.ID {
		for _, n := range a.guard.Types.Longest {
			most = max(most, n)
		}
	}
	return most
}

// missing finds a required variable without a value.
func missing(o *operation, values map[string]any) *guard.Fault {
	for _, v := range o.definition.VariableDefinitions {
		name := v.Variable.Name.Value
		if _, required := v.Type.(*ast.NonNull); required && v.DefaultValue == nil && values[name] == nil {
			return guard.Refuse(guard.BadRequest, "variable $%s is required", name)
		}
	}
	return nil
}

// inputType is the type of the schema that a variable declares.
func (a *API) inputType(t ast.Type) graphql.Type {
	switch t := t.(type) {
	case *ast.NonNull:
		return graphql.NewNonNull(a.inputType(t.Type))
	case *ast.List:
		return graphql.NewList(a.inputType(t.Type))
	}
	return a.schema.Type(t.(*ast.Named).Name.Value)
}

// coerce gives a value as a type wants it, or says what is wrong with it.
func (a *API) coerce(t graphql.Type, value any) (any, string) {
	if required, ok := t.(*graphql.NonNull); ok {
		if value == nil {
			return nil, "must not be null"
		}
		return a.coerce(required.OfType, value)
	}
	if value == nil {
		return nil, ""
	}
	switch t := t.(type) {
	case *graphql.List:
		return a.coerceList(t.OfType, value)
	case *graphql.InputObject:
		return a.coerceObject(t, value)
	case *graphql.Enum:
		if text, ok := value.(string); ok && t.ParseValue(text) != nil {
			return text, ""
		}
		return nil, "expected a value of the enumeration " + t.Name()
	}
	if coerce, ok := scalars[t.Name()]; ok {
		if coerced, ok := coerce(value); ok {
			return coerced, ""
		}
		return nil, "expected " + t.Name()
	}
	return value, ""
}

// coerceList takes a single value for a list of one.
func (a *API) coerceList(item graphql.Type, value any) (any, string) {
	list, ok := value.([]any)
	if !ok {
		list = []any{value}
	}
	out := make([]any, len(list))
	for i, v := range list {
		coerced, problem := a.coerce(item, v)
		if problem != "" {
			return nil, "element " + strconv.Itoa(i) + ": " + problem
		}
		out[i] = coerced
	}
	return out, ""
}

// coerceObject leaves out members that are null, which no input type of this
// schema tells from absent ones.
func (a *API) coerceObject(t *graphql.InputObject, value any) (any, string) {
	given, ok := value.(map[string]any)
	if !ok {
		return nil, "expected an object, " + t.Name()
	}
	for _, name := range slices.Sorted(maps.Keys(given)) {
		if t.Fields()[name] == nil {
			return nil, t.Name() + " has no member " + strconv.Quote(guard.Shorten(name))
		}
	}
	out := map[string]any{}
	for _, name := range slices.Sorted(maps.Keys(t.Fields())) {
		coerced, problem := a.coerce(t.Fields()[name].Type, given[name])
		if problem != "" {
			return nil, "member " + name + ": " + problem
		}
		if coerced != nil {
			out[name] = coerced
		}
	}
	return out, ""
}

// scalars are the input rules of the built-in scalars.
var scalars = map[string]func(value any) (any, bool){
	"Int": func(value any) (any, bool) { return integer(value) },
	"Float": func(value any) (any, bool) {
		n, ok := value.(json.Number)
		f, err := n.Float64()
		return f, ok && err == nil && !math.IsInf(f, 0)
	},
	"String":  func(value any) (any, bool) { s, ok := value.(string); return s, ok },
	"Date":    func(value any) (any, bool) { s, ok := value.(string); return s, ok && isDate(s) },
	"Boolean": func(value any) (any, bool) { b, ok := value.(bool); return b, ok },
	"ID": func(value any) (any, bool) {
		if s, ok := value.(string); ok {
			return s, true
		}
		n, ok := value.(json.Number)
		_, err := n.Int64()
		return n.String(), ok && err == nil
	},
}

// integer takes a number without a fraction that fits in 32 bits; 1.0 is one.
func integer(value any) (any, bool) {
	n, ok := value.(json.Number)
	if !ok {
		return nil, false
	}
	f, err := n.Float64()
	if err != nil || f != math.Trunc(f) || f < math.MinInt32 || f > math.MaxInt32 {
		return nil, false
	}
	return int(f), true
}
