package schema

import (
	"slices"

	"github.com/graphql-go/graphql"
	"github.com/graphql-go/graphql/language/ast"
)

// A compiler makes the plan of one operation. Fields of abstract types go on
// being compiled while the plan is in use; what they need was counted before.
type compiler struct {
	api      *API
	document *Prepared
	// numbers are those of the fields whose arguments hold variables.
	numbers map[*ast.Field]int
	// long says that a field takes long.
	long bool
}

// long are the fields and arguments that may look at much more than they give:
// at a text index that is not made yet, or at every entity.
var long = map[string]bool{
	"aggregate": true, "ask": true, "lifecycle": true, "search": true, "changes": true, "lineage": true, "path": true, "subgraph": true,
	"statements": true, "statistics": true, "diagnostics": true, "timeline": true,
	"coCitedWith": true, "coupledWith": true, "facets": true, "subject": true, "title": true,
	"filter": true, "orderBy": true, "network": true, "centrality": true, "mainPath": true,
}

// compile makes a plan; nil where the executor must do it: for directives, which
// depend on the variables.
func (a *API) compile(d *Prepared, o *operation) *plan {
	k := &compiler{api: a, document: d, numbers: map[*ast.Field]int{}}
	if !k.covers(o.definition.SelectionSet) {
		return nil
	}
	for _, f := range d.Fragments {
		if !k.covers(f.SelectionSet) {
			return nil
		}
	}
	return &plan{k.object(a.schema.QueryType(), []*ast.SelectionSet{o.definition.SelectionSet}), len(k.numbers), !k.long}
}

// covers looks for what a plan cannot do, and numbers the fields with variables.
func (k *compiler) covers(set *ast.SelectionSet) bool {
	if set == nil {
		return true
	}
	for _, selection := range set.Selections {
		var directives []*ast.Directive
		switch s := selection.(type) {
		case *ast.Field:
			directives = s.Directives
			k.long = k.long || s.SelectionSet != nil && long[s.Name.Value] || slices.ContainsFunc(
				s.Arguments, func(a *ast.Argument) bool { return long[a.Name.Value] },
			)
			if slices.ContainsFunc(s.Arguments, func(a *ast.Argument) bool { return hasVariable(a.Value) }) {
				k.numbers[s] = len(k.numbers)
			}
		case *ast.InlineFragment:
			directives = s.Directives
		case *ast.FragmentSpread:
			directives = s.Directives
		}
		if len(directives) > 0 || !k.covers(selection.GetSelectionSet()) {
			return false
		}
	}
	return true
}

func hasVariable(value ast.Value) bool {
	switch v := value.(type) {
	case *ast.Variable:
		return true
	case *ast.ListValue:
		return slices.ContainsFunc(v.Values, hasVariable)
	case *ast.ObjectValue:
		return slices.ContainsFunc(v.Fields, func(f *ast.ObjectField) bool { return hasVariable(f.Value) })
	}
	return false
}

// A gathered key has all fields of that key (section 6.3.2 of the GraphQL
// specification), which ask for the same by the rules of validation.
type gathered struct {
	key  string
	node *ast.Field
	sets []*ast.SelectionSet
}

// object compiles selection sets for an object type.
func (k *compiler) object(t *graphql.Object, sets []*ast.SelectionSet) *objectPlan {
	var keys []*gathered
	for _, set := range sets {
		keys = k.gather(t, set, keys)
	}
	p := &objectPlan{}
	for _, g := range keys {
		p.fields = append(p.fields, k.field(t, g))
	}
	return p
}

func (k *compiler) gather(t *graphql.Object, set *ast.SelectionSet, keys []*gathered) []*gathered {
	for _, selection := range set.Selections {
		switch s := selection.(type) {
		case *ast.Field:
			key := s.Name.Value
			if s.Alias != nil {
				key = s.Alias.Value
			}
			i := slices.IndexFunc(keys, func(g *gathered) bool { return g.key == key })
			if i < 0 {
				i = len(keys)
				keys = append(keys, &gathered{key: key, node: s})
			}
			if s.SelectionSet != nil {
				keys[i].sets = append(keys[i].sets, s.SelectionSet)
			}
		case *ast.InlineFragment:
			if k.applies(s.TypeCondition, t) {
				keys = k.gather(t, s.SelectionSet, keys)
			}
		case *ast.FragmentSpread:
			if f := k.document.Fragments[s.Name.Value]; k.applies(f.TypeCondition, t) {
				keys = k.gather(t, f.SelectionSet, keys)
			}
		}
	}
	return keys
}

// applies reports whether a fragment with a type condition is one for an object
// type.
func (k *compiler) applies(condition *ast.Named, t *graphql.Object) bool {
	if condition == nil || condition.Name.Value == t.Name() {
		return true
	}
	return slices.ContainsFunc(t.Interfaces(), func(i *graphql.Interface) bool { return i.Name() == condition.Name.Value })
}

func (k *compiler) field(t *graphql.Object, g *gathered) fieldPlan {
	e := &Encoder{}
	e.text(g.key)
	f := fieldPlan{key: string(e.bytes) + ":", number: -1, node: g.node}
	if g.node.Name.Value == "__typename" {
		f.typename = t.Name()
		return f
	}
	definition := t.Fields()[g.node.Name.Value]
	if definition == nil { // by the rules of validation
		definition = aboutItself[g.node.Name.Value]
	}
	f.resolve, f.args = k.api.resolvers[t.Name()][g.node.Name.Value], definition.Args
	f.write = k.writerOf(definition.Type, g.sets)
	f.text, f.names = k.api.texts[t.Name()+"."+definition.Name], namesOf(definition.Type)
	_, f.required = definition.Type.(*graphql.NonNull)
	if number, ok := k.numbers[g.node]; ok {
		f.number = number
	} else {
		f.fixed = argumentValues(f.args, g.node.Arguments, nil)
	}
	return f
}

// namesOf are the values of an enumeration; nil for other types.
func namesOf(t graphql.Type) map[string]bool {
	enum, ok := graphql.GetNamed(t).(*graphql.Enum)
	if !ok {
		return nil
	}
	names := map[string]bool{}
	for _, v := range enum.Values() {
		names[v.Name] = true
	}
	return names
}

// argumentValues are the arguments of a field as its resolver gets them (section
// 6.4.1 of the GraphQL specification): what is given, else the default, else
// nothing.
func argumentValues(definitions []*graphql.Argument, given []*ast.Argument, variables map[string]any) map[string]any {
	values := make(map[string]any, len(given))
	for _, d := range definitions {
		var value any
		for _, a := range given {
			if a.Name.Value == d.Name() {
				value = valueOf(a.Value, d.Type, variables)
			}
		}
		if value == nil {
			value = d.DefaultValue
		}
		if value != nil {
			values[d.Name()] = value
		}
	}
	return values
}

// valueOf turns a valid literal into a value of its type.
func valueOf(literal ast.Value, t graphql.Type, variables map[string]any) any {
	if required, ok := t.(*graphql.NonNull); ok {
		return valueOf(literal, required.OfType, variables)
	}
	if v, ok := literal.(*ast.Variable); ok {
		return variables[v.Name.Value]
	}
	switch t := t.(type) {
	case *graphql.List:
		list, ok := literal.(*ast.ListValue)
		if !ok {
			return []any{valueOf(literal, t.OfType, variables)}
		}
		values := make([]any, len(list.Values))
		for i, v := range list.Values {
			values[i] = valueOf(v, t.OfType, variables)
		}
		return values
	case *graphql.InputObject:
		return objectOf(literal, t, variables)
	case *graphql.Scalar:
		return t.ParseLiteral(literal)
	case *graphql.Enum:
		return t.ParseLiteral(literal)
	}
	return nil
}

func objectOf(literal ast.Value, t *graphql.InputObject, variables map[string]any) any {
	object, ok := literal.(*ast.ObjectValue)
	if !ok {
		return nil
	}
	values := map[string]any{}
	for _, member := range object.Fields {
		if definition := t.Fields()[member.Name.Value]; definition != nil {
			if value := valueOf(member.Value, definition.Type, variables); value != nil {
				values[member.Name.Value] = value
			}
		}
	}
	return values
}
