package guard

import "github.com/graphql-go/graphql/language/ast"

// Survey bounds every operation and fragment with spreads expanded, before
// graphql-go's rules see them. Spreads must be sound.
func (g *Guard) Survey(d *Document) *Fault {
	if d.introspects(); !d.Introspection && d.nesting > g.Limits.MaxNesting {
		return Refuse(TooComplex, "the query nests brackets deeper than %d", g.Limits.MaxNesting)
	}
	for _, o := range d.Operations {
		if f := g.survey(d, o.SelectionSet, g.Types.Query); f != nil {
			return f
		}
	}
	for _, definition := range d.Fragments {
		if f := g.survey(d, definition.SelectionSet, g.condition(definition.TypeCondition, "")); f != nil {
			return f
		}
	}
	return nil
}

// A survey walks one selection set with its fragments expanded.
type survey struct {
	guard                           *Guard
	document                        *Document
	maxDepth                        int
	fields, spreads, unknown, roots int
}

func (g *Guard) survey(d *Document, set *ast.SelectionSet, parent string) *Fault {
	s := &survey{guard: g, document: d, maxDepth: g.Limits.MaxDepth}
	if d.Introspection {
		s.maxDepth = maxIntrospectionDepth
	}
	if f := s.walk(set, parent, 1); f != nil {
		return f
	}
	if s.roots > g.Limits.MaxRootFields && parent == g.Types.Query {
		return Refuse(
			TooComplex, "the query has %d fields at its root; at most %d are allowed", s.roots, g.Limits.MaxRootFields,
		)
	}
	return g.introspectionFault(d, set)
}

func (s *survey) walk(set *ast.SelectionSet, parent string, depth int) *Fault {
	if set == nil {
		return nil
	}
	if depth > s.maxDepth {
		return Refuse(TooComplex, "the query is deeper than %d fields", s.maxDepth)
	}
	for _, selection := range set.Selections {
		if f := s.visit(selection, parent, depth); f != nil {
			return f
		}
	}
	return nil
}

func (s *survey) visit(selection ast.Selection, parent string, depth int) *Fault {
	switch selection := selection.(type) {
	case *ast.Field:
		return s.field(selection, parent, depth)
	case *ast.InlineFragment:
		s.spreads++
		return s.walk(selection.SelectionSet, s.guard.condition(selection.TypeCondition, parent), depth)
	case *ast.FragmentSpread:
		if s.spreads++; s.spreads > s.guard.Limits.MaxFields {
			return Refuse(TooComplex, "the query spreads more than %d fragments", s.guard.Limits.MaxFields)
		}
		f := s.document.Fragments[selection.Name.Value]
		return s.walk(f.SelectionSet, s.guard.condition(f.TypeCondition, parent), depth)
	}
	return nil
}

func (s *survey) field(f *ast.Field, parent string, depth int) *Fault {
	if s.fields++; s.fields > s.guard.Limits.MaxFields {
		return Refuse(TooComplex, "the query has more than %d fields", s.guard.Limits.MaxFields)
	}
	if depth == 1 {
		s.roots++
	}
	for _, a := range f.Arguments {
		if f := s.guard.listFault(parent, f, a, nil); f != nil {
			return f
		}
	}
	definition, known := s.guard.Types.Fields[parent][f.Name.Value]
	if !known {
		return s.strange(f, parent, depth)
	}
	return s.walk(f.SelectionSet, definition.Type, depth+1)
}

// strange takes a field that the schema does not have. graphql-go looks for
// similar names for each of them, so a flood of them is refused; fields of the
// introspection are strange, too, as they are in no type's table.
func (s *survey) strange(f *ast.Field, parent string, depth int) *Fault {
	if parent != "" && f.Name.Value[0] != '_' {
		s.unknown++
	}
	if most := s.guard.Limits.MaxErrors; s.unknown > most {
		return Refuse(BadRequest, "more than %d fields do not exist, among them %q", most, Shorten(f.Name.Value))
	}
	return s.walk(f.SelectionSet, "", depth+1)
}

// listFault refuses an argument with a list that is too long, by itself or
// through a variable.
func (g *Guard) listFault(parent string, f *ast.Field, argument *ast.Argument, variables map[string]any) *Fault {
	n, most := longest(argument.Value, variables), g.Limits.MaxList
	if n > most {
		most = max(most, g.Types.Longest[parent+"."+f.Name.Value+"."+argument.Name.Value])
	}
	if n > most {
		return Refuse(TooComplex, "%s has %d elements; at most %d are allowed", argument.Name.Value, n, most)
	}
	return nil
}

// longest is the length of the longest list in a value, whose nesting the guard
// bounded before.
func longest(value ast.Value, variables map[string]any) int {
	n := 0
	switch v := value.(type) {
	case *ast.Variable:
		n = LongestList(variables[v.Name.Value])
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

// LongestList is the length of the longest list in the value of a variable.
func LongestList(value any) int {
	n := 0
	switch v := value.(type) {
	case []any:
		n = len(v)
		for _, item := range v {
			n = max(n, LongestList(item))
		}
	case map[string]any:
		for _, member := range v {
			n = max(n, LongestList(member))
		}
	}
	return n
}

// introspectionFault refuses introspection that would return too many objects,
// and any where it is switched off.
func (g *Guard) introspectionFault(d *Document, set *ast.SelectionSet) *Fault {
	total := g.introspected(d, set, 1, false)
	switch {
	case total == 0:
		return nil
	case g.Limits.NoIntrospection:
		return Refuse(BadRequest, "introspection is switched off")
	case total > g.Limits.MaxIntrospection:
		return Refuse(
			TooComplex, "the introspection would return about %d objects; at most %d are allowed", total,
			g.Limits.MaxIntrospection,
		)
	}
	return nil
}

// introspected estimates the number of objects that the parts of a selection
// under __schema and __type return. The list of a type's wrappers (ofType) is
// short and not counted.
func (g *Guard) introspected(d *Document, set *ast.SelectionSet, times int, inside bool) int {
	if set == nil || times > g.Limits.MaxIntrospection {
		return 0
	}
	total := 0
	for _, selection := range set.Selections {
		switch s := selection.(type) {
		case *ast.Field:
			name := s.Name.Value
			if !inside && name != "__schema" && name != "__type" {
				total += g.introspected(d, s.SelectionSet, times, false)
				continue
			}
			n := times * max(1, g.Types.Introspection[name])
			if name != "ofType" && s.SelectionSet != nil {
				total += n
			}
			total += g.introspected(d, s.SelectionSet, n, true)
		case *ast.InlineFragment:
			total += g.introspected(d, s.SelectionSet, times, inside)
		case *ast.FragmentSpread:
			total += g.introspected(d, d.Fragments[s.Name.Value].SelectionSet, times, inside)
		}
	}
	return total
}
