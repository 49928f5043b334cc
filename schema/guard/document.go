package guard

import (
	"cmp"
	"strings"

	"github.com/graphql-go/graphql/language/ast"
)

// A Text is a query that may be parsed.
type Text struct {
	// Body is the query as graphql-go understands it; places in it are those of
	// the query, except behind some escapes in strings.
	Body string

	null    string // stands for the literal null
	nesting int
}

// maxIntrospectionNesting and maxIntrospectionDepth let the standard
// introspection query through, which nests 28 brackets and 15 fields.
const (
	maxIntrospectionNesting = 40
	maxIntrospectionDepth   = 20
)

// Read bounds bytes, tokens and nested brackets, before anything is parsed.
func (g *Guard) Read(query string) (Text, *Fault) {
	limits := &g.Limits
	if len(query) > limits.MaxQuery {
		return Text{}, Refuse(TooComplex, "the query has %d bytes; at most %d are allowed", len(query), limits.MaxQuery)
	}
	l := scan(query, limits.MaxTokens)
	nesting := limits.MaxNesting
	if l.introspects {
		nesting = max(nesting, maxIntrospectionNesting)
	}
	switch {
	case l.tokens > limits.MaxTokens:
		return Text{}, Refuse(TooComplex, "the query has more than %d tokens", limits.MaxTokens)
	case l.nesting > nesting || l.lists > limits.MaxNesting:
		return Text{}, Refuse(TooComplex, "the query nests brackets deeper than %d", limits.MaxNesting)
	case l.buried:
		return Text{}, Refuse(BadRequest, "null inside a list is not supported")
	case l.broken:
		return Text{}, Refuse(BadRequest, `a \u escape in a string means no character; half of a surrogate pair is none`)
	}
	body, null := withoutNulls(query, l.nulls)
	return Text{withoutEscapes(body, l.escapes), null, l.nesting}, nil
}

// A Document is a query that was parsed.
type Document struct {
	AST        *ast.Document
	Operations []*ast.OperationDefinition
	Fragments  map[string]*ast.FragmentDefinition
	// Introspection says that it asks for nothing but the schema. Survey finds
	// that out.
	Introspection bool

	nesting int
}

// Outline bounds what a parsed text spells out, before any rule sees it. It
// takes out what is null.
func (g *Guard) Outline(parsed *ast.Document, t Text) (*Document, *Fault) {
	dropNulls(parsed, t.null)
	d := &Document{AST: parsed, Fragments: map[string]*ast.FragmentDefinition{}, nesting: t.nesting}
	if n := len(parsed.Definitions); n > g.Limits.MaxDefinitions {
		return nil, Refuse(TooComplex, "the query has %d definitions; at most %d are allowed", n, g.Limits.MaxDefinitions)
	}
	for _, definition := range parsed.Definitions {
		switch definition := definition.(type) {
		case *ast.OperationDefinition:
			d.Operations = append(d.Operations, definition)
		case *ast.FragmentDefinition:
			d.Fragments[definition.Name.Value] = definition
		default:
			return nil, Refuse(BadRequest, "only operations and fragments can be executed")
		}
	}
	if len(d.Operations) == 0 {
		return nil, Refuse(BadRequest, "the query has no operation")
	}
	if f := g.spelledOut(d); f != nil {
		return nil, f
	}
	return d, nil
}

// spelledOut counts aliases and directives.
func (g *Guard) spelledOut(d *Document) *Fault {
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
	for _, o := range d.Operations {
		directives += len(o.Directives)
		count(o.SelectionSet)
	}
	for _, f := range d.Fragments {
		directives += len(f.Directives)
		count(f.SelectionSet)
	}
	switch {
	case aliases > g.Limits.MaxAliases:
		return Refuse(TooComplex, "the query has %d aliases; at most %d are allowed", aliases, g.Limits.MaxAliases)
	case directives > g.Limits.MaxDirectives:
		return Refuse(TooComplex, "the query has %d directives; at most %d are allowed", directives, g.Limits.MaxDirectives)
	case repeated != "":
		return Refuse(BadRequest, "the directive @%s stands twice at one place", repeated)
	}
	return nil
}

// Sound reports whether fragment spreads can be followed: each names one
// fragment, and none leads back to itself. It costs a hundredth of graphql-go's
// rules, which then say what is wrong.
func (d *Document) Sound() bool {
	w := walk{d, map[string]bool{}}
	for _, o := range d.Operations {
		if !w.follow(o.SelectionSet) {
			return false
		}
	}
	for _, f := range d.Fragments {
		if !w.follow(f.SelectionSet) {
			return false
		}
	}
	return len(d.Operations)+len(d.Fragments) == len(d.AST.Definitions)
}

// A walk follows fragment spreads. Of a fragment it has met, done says whether
// it has come to the end.
type walk struct {
	*Document
	done map[string]bool
}

func (w walk) follow(set *ast.SelectionSet) bool {
	if set == nil {
		return true
	}
	for _, selection := range set.Selections {
		good := false
		if spread, ok := selection.(*ast.FragmentSpread); ok {
			good = w.spread(spread.Name.Value)
		} else {
			good = w.follow(selection.GetSelectionSet())
		}
		if !good {
			return false
		}
	}
	return true
}

func (w walk) spread(name string) bool {
	f := w.Fragments[name]
	done, met := w.done[name]
	if f == nil || met {
		return f != nil && done
	}
	w.done[name] = false
	w.done[name] = w.follow(f.SelectionSet)
	return w.done[name]
}

// introspects marks a document that asks for nothing but the schema: all root
// fields are __schema, __type or __typename, and one is not the last.
func (d *Document) introspects() {
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
					look(d.Fragments[name].SelectionSet)
				}
			}
		}
	}
	for _, o := range d.Operations {
		look(o.SelectionSet)
	}
	d.Introspection = asked && only
}
