package schema

import (
	"encoding/json"
	"math"
	"strconv"

	"github.com/graphql-go/graphql"
	"github.com/graphql-go/graphql/language/ast"
)

// graphql-go accepts 1.5 and "15" for an Int and anything at all for a String.
// Variables are therefore coerced here, as in sections 3.5 and 6.1.2 of the
// GraphQL specification, from JSON decoded with [json.Number].

// coerceVariables gives the variables that an operation declares; others are
// ignored.
func (a *API) coerceVariables(o *operation, given map[string]any) (map[string]any, *fault) {
	values := map[string]any{}
	for _, v := range o.definition.VariableDefinitions {
		name := v.Variable.Name.Value
		value, ok := given[name]
		if !ok {
			continue
		}
		coerced, problem := a.coerce(v.Type, value)
		if problem != "" {
			return nil, refuse(BadRequest, "variable $%s: %s", name, problem)
		}
		values[name] = coerced
	}
	return values, missing(o, values)
}

// missing finds a required variable without a value.
func missing(o *operation, values map[string]any) *fault {
	for _, v := range o.definition.VariableDefinitions {
		name := v.Variable.Name.Value
		if _, required := v.Type.(*ast.NonNull); required && v.DefaultValue == nil && values[name] == nil {
			return refuse(BadRequest, "variable $%s is required", name)
		}
	}
	return nil
}

// coerce gives a value as a type wants it, or says what is wrong with it.
func (a *API) coerce(t ast.Type, value any) (any, string) {
	if required, ok := t.(*ast.NonNull); ok {
		if value == nil {
			return nil, "must not be null"
		}
		return a.coerce(required.Type, value)
	}
	if value == nil {
		return nil, ""
	}
	if list, ok := t.(*ast.List); ok {
		return a.coerceList(list.Type, value)
	}
	named := t.(*ast.Named).Name.Value
	if enum, ok := a.schema.Type(named).(*graphql.Enum); ok {
		if text, ok := value.(string); ok && enum.ParseValue(text) != nil {
			return text, ""
		}
		return nil, "expected a value of the enumeration " + named
	}
	if coerce, ok := scalars[named]; ok {
		if coerced, ok := coerce(value); ok {
			return coerced, ""
		}
		return nil, "expected " + named
	}
	return value, ""
}

// coerceList takes a single value for a list of one.
func (a *API) coerceList(item ast.Type, value any) (any, string) {
	list, ok := value.([]any)
	if !ok {
		list = []any{value}
	}
	if len(list) > a.options.MaxList {
		return nil, "the list has more than " + strconv.Itoa(a.options.MaxList) + " elements"
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

// scalars are the input rules of the built-in scalars.
var scalars = map[string]func(value any) (any, bool){
	"Int": func(value any) (any, bool) { return integer(value) },
	"Float": func(value any) (any, bool) {
		n, ok := value.(json.Number)
		f, err := n.Float64()
		return f, ok && err == nil && !math.IsInf(f, 0)
	},
	"String":  func(value any) (any, bool) { s, ok := value.(string); return s, ok },
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
