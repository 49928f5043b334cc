package schema

import (
	"cmp"

	"github.com/graphql-go/graphql"
	"github.com/graphql-go/graphql/language/ast"
)

// The guard stands in front of graphql-go v0.8.1, which a short document can
// crash or keep busy for minutes. It refuses before each of the library's
// stages what that stage cannot survive.

// maxIntrospectionNesting and maxIntrospectionDepth let the standard
// introspection query through, which nests 28 brackets and 15 fields.
const (
	maxIntrospectionNesting = 40
	maxIntrospectionDepth   = 20
)

// beforeParsing bounds bytes, tokens and nested brackets.
func (a *API) beforeParsing(query string) (lexis, *fault) {
	o := &a.options
	if len(query) > o.MaxQuery {
		return lexis{}, refuse(TooComplex, "the query has %d bytes; at most %d are allowed", len(query), o.MaxQuery)
	}
	l := scan(query, o.MaxTokens)
	nesting := o.MaxNesting
	if l.introspects {
		nesting = max(nesting, maxIntrospectionNesting)
	}
	switch {
	case l.tokens > o.MaxTokens:
		return l, refuse(TooComplex, "the query has more than %d tokens", o.MaxTokens)
	case l.nesting > nesting || l.lists > o.MaxNesting:
		return l, refuse(TooComplex, "the query nests brackets deeper than %d", o.MaxNesting)
	case l.buried:
		return l, refuse(BadRequest, "null inside a list is not supported")
	case l.broken:
		return l, refuse(BadRequest, `a \u escape in a string means no character; half of a surrogate pair is none`)
	}
	return l, nil
}

// afterParsing bounds what the document spells out, before any rule sees it.
func (a *API) afterParsing(d *document) *fault {
	if len(d.ast.Definitions) > a.options.MaxDefinitions {
		return refuse(TooComplex, "the query has %d definitions; at most %d are allowed", len(d.ast.Definitions), a.options.MaxDefinitions)
	}
	for _, definition := range d.ast.Definitions {
		switch definition := definition.(type) {
		case *ast.OperationDefinition:
			d.add(definition)
		case *ast.FragmentDefinition:
			d.fragments[definition.Name.Value] = definition
		default:
			return refuse(BadRequest, "only operations and fragments can be executed")
		}
	}
	if len(d.operations) == 0 {
		return refuse(BadRequest, "the query has no operation")
	}
	return a.spelledOut(d)
}

// spelledOut counts aliases and directives.
func (a *API) spelledOut(d *document) *fault {
	aliases, directives, repeated := 0, 0, ""
	var count func(set *ast.SelectionSet)
	count = func(set *ast.SelectionSet) {
		if set == nil {
			return
		}
		for _, selection := range set.Selections {
			if f, ok := selection.(*ast.Field); ok && f.Alias != nil {
				aliases++
			}
			list := directivesOf(selection)
			directives += len(list)
			repeated = cmp.Or(repeated, repeatedIn(list))
			count(selection.GetSelectionSet())
		}
	}
	for _, o := range d.operations {
		directives += len(o.definition.Directives)
		count(o.definition.SelectionSet)
	}
	for _, f := range d.fragments {
		directives += len(f.Directives)
		count(f.SelectionSet)
	}
	switch {
	case aliases > a.options.MaxAliases:
		return refuse(TooComplex, "the query has %d aliases; at most %d are allowed", aliases, a.options.MaxAliases)
	case directives > a.options.MaxDirectives:
		return refuse(TooComplex, "the query has %d directives; at most %d are allowed", directives, a.options.MaxDirectives)
	case repeated != "":
		return refuse(BadRequest, "the directive @%s stands twice at one place", repeated)
	}
	return nil
}

// sound reports whether fragment spreads can be followed: each names one
// fragment, and none leads back to itself. It costs a hundredth of
// [cycleRules], which then say what is wrong.
func (d *document) sound() bool {
	const open, done = 1, 2
	state := map[string]int{}
	var follow func(set *ast.SelectionSet) bool
	follow = func(set *ast.SelectionSet) bool {
		if set == nil {
			return true
		}
		for _, selection := range set.Selections {
			spread, ok := selection.(*ast.FragmentSpread)
			if !ok {
				if !follow(selection.GetSelectionSet()) {
					return false
				}
				continue
			}
			name := spread.Name.Value
			f := d.fragments[name]
			if f == nil || state[name] == open {
				return false
			}
			if state[name] == done {
				continue
			}
			state[name] = open
			if !follow(f.SelectionSet) {
				return false
			}
			state[name] = done
		}
		return true
	}
	for _, o := range d.operations {
		if !follow(o.definition.SelectionSet) {
			return false
		}
	}
	for _, f := range d.fragments {
		if !follow(f.SelectionSet) {
			return false
		}
	}
	return len(d.operations)+len(d.fragments) == len(d.ast.Definitions)
}

// cycleRules make it safe to follow fragment spreads; the other rules of
// graphql-go do not return where a fragment spreads itself
// (https://github.com/graphql-go/graphql/issues/742).
var cycleRules = []graphql.ValidationRuleFn{
	graphql.UniqueFragmentNamesRule, graphql.KnownFragmentNamesRule, graphql.NoFragmentCyclesRule,
}

// beforeValidation bounds every operation and fragment with spreads expanded.
func (a *API) beforeValidation(d *document, l lexis) *fault {
	if d.introspects(); !d.introspection && l.nesting > a.options.MaxNesting {
		return refuse(TooComplex, "the query nests brackets deeper than %d", a.options.MaxNesting)
	}
	for _, o := range d.operations {
		if f := a.survey(d, o.definition.SelectionSet, a.schema.QueryType()); f != nil {
			return f
		}
	}
	for _, definition := range d.fragments {
		if f := a.survey(d, definition.SelectionSet, a.condition(definition.TypeCondition, nil)); f != nil {
			return f
		}
	}
	return nil
}

// A survey walks one selection set with its fragments expanded.
type survey struct {
	api                             *API
	document                        *document
	maxDepth                        int
	fields, spreads, unknown, roots int
}

func (a *API) survey(d *document, set *ast.SelectionSet, parent graphql.Type) *fault {
	s := &survey{api: a, document: d, maxDepth: a.options.MaxDepth}
	if d.introspection {
		s.maxDepth = maxIntrospectionDepth
	}
	if f := s.walk(set, parent, 1); f != nil {
		return f
	}
	if s.roots > a.options.MaxRootFields && parent == a.schema.QueryType() {
		return refuse(TooComplex, "the query has %d fields at its root; at most %d are allowed", s.roots, a.options.MaxRootFields)
	}
	return a.introspectionFault(d, set)
}

func (s *survey) walk(set *ast.SelectionSet, parent graphql.Type, depth int) *fault {
	if set == nil {
		return nil
	}
	if depth > s.maxDepth {
		return refuse(TooComplex, "the query is deeper than %d fields", s.maxDepth)
	}
	for _, selection := range set.Selections {
		if f := s.visit(selection, parent, depth); f != nil {
			return f
		}
	}
	return nil
}

func (s *survey) visit(selection ast.Selection, parent graphql.Type, depth int) *fault {
	switch selection := selection.(type) {
	case *ast.Field:
		return s.field(selection, parent, depth)
	case *ast.InlineFragment:
		s.spreads++
		return s.walk(selection.SelectionSet, s.api.condition(selection.TypeCondition, parent), depth)
	case *ast.FragmentSpread:
		if s.spreads++; s.spreads > s.api.options.MaxFields {
			return refuse(TooComplex, "the query spreads more than %d fragments", s.api.options.MaxFields)
		}
		f := s.document.fragments[selection.Name.Value]
		return s.walk(f.SelectionSet, s.api.condition(f.TypeCondition, parent), depth)
	}
	return nil
}

func (s *survey) field(f *ast.Field, parent graphql.Type, depth int) *fault {
	if s.fields++; s.fields > s.api.options.MaxFields {
		return refuse(TooComplex, "the query has more than %d fields", s.api.options.MaxFields)
	}
	if depth == 1 {
		s.roots++
	}
	for _, a := range f.Arguments {
		if f := s.api.listFault(parent, f, a, nil); f != nil {
			return f
		}
	}
	definition := fieldOf(parent, f.Name.Value)
	if definition == nil {
		return s.strange(f, parent, depth)
	}
	named, _ := graphql.GetNamed(definition.Type).(graphql.Type)
	return s.walk(f.SelectionSet, named, depth+1)
}

// listFault refuses an argument with a list that is too long, by itself or
// through a variable.
func (a *API) listFault(parent graphql.Type, f *ast.Field, argument *ast.Argument, variables map[string]any) *fault {
	n, most := longest(argument.Value, variables), a.options.MaxList
	if n > most && parent != nil {
		most = max(most, a.lists[parent.Name()+"."+f.Name.Value+"."+argument.Name.Value])
	}
	if n > most {
		return refuse(TooComplex, "%s has %d elements; at most %d are allowed", argument.Name.Value, n, most)
	}
	return nil
}

// longest is the length of the longest list in a value, whose nesting the guard
// bounded before.
func longest(value ast.Value, variables map[string]any) int {
	n := 0
	switch v := value.(type) {
	case *ast.Variable:
		n = longestGiven(variables[v.Name.Value])
	case *ast.ListValue:
		n = len(v.Values)
		for _, item := range v.Values {
			n = max(n, longest(item, variables))
		}
	case *ast.ObjectValue:
		n = len(v.Fields)
		for _, member := range v.Fields {
			n = max(n, longest(member.Value, variables))
		}
	}
	return n
}

// strange takes a field that the schema does not have. graphql-go looks for
// similar names for each of them, so a flood of them is refused; fields of the
// introspection are strange, too, as they are in no type's table.
func (s *survey) strange(f *ast.Field, parent graphql.Type, depth int) *fault {
	if parent != nil && f.Name.Value[0] != '_' {
		s.unknown++
	}
	if s.unknown > s.api.options.MaxErrors {
		return refuse(BadRequest, "more than %d fields do not exist, among them %q", s.api.options.MaxErrors, shorten(f.Name.Value))
	}
	return s.walk(f.SelectionSet, nil, depth+1)
}
