package schema

import (
	"fmt"
	"regexp"
	"slices"
	"sync"

	"mandategraph/graph"
	"mandategraph/graph/snapshot"
)

// ends chooses the end of a statement that a list shows.
type ends func(source, target snapshot.Node) snapshot.Node

func sourceEnd(source, _ snapshot.Node) snapshot.Node { return source }

func targetEnd(_, target snapshot.Node) snapshot.Node { return target }

type adjacency func(s *snapshot.Snapshot, n snapshot.Node, relations ...string) []snapshot.Edge

// generic resolves the fields that show any relation, or all of the given ones,
// and that take a filter and an order.
func (b *builder) generic(adjacent adjacency, far ends, relations ...string) resolver {
	filters := b.statementFilters()
	return with(func(e entity, c call) (any, error) {
		edges, sorted, err := e.selected(
			c, adjacent(e.Snapshot, e.node, append(c.strings("types"), relations...)...), far, filters,
		)
		if err != nil {
			return nil, err
		}
		return e.statements(edges, far, sorted).page(c)
	})
}

// selecting adds the arguments filter and orderBy, and those of a page.
func (b *builder) selecting(args ...argument) []argument {
	return paged(append(args,
		argument{name: "filter", typ: b.statementFilter, doc: "Only those that fit."},
		argument{name: "orderBy", typ: b.statementOrder, doc: "The order; that of the texts where not given."})...)
}

// fixed resolves the fields that show given relations.
func fixed(adjacent adjacency, far ends, relations ...string) resolver {
	return with(func(e entity, c call) (any, error) {
		return e.statements(adjacent(e.Snapshot, e.node, relations...), far, true).page(c)
	})
}

// relationRows are the fields of a kind for each core relation of the vocabulary,
// in the direction or directions in which the kind takes part, and for those that
// lead to a text instead of an entity. The others are had through relations and
// relationsTo.
func (b *builder) relationRows(kind string) []field {
	var rows []field
	for _, r := range graph.Relations {
		if !r.Core && !graph.IsLiteralRelation(r) {
			continue
		}
		if slices.Contains(r.From, kind) {
			rows = append(rows, b.outward(r))
		}
		if slices.Contains(r.To, kind) {
			rows = append(rows, field{name: r.Inverse, typ: required(b.statements), args: pageArguments, weight: pageWeight,
				doc:     fmt.Sprintf("Who or what %s it; see %s.", predicate(r), r.Name),
				resolve: fixed((*snapshot.Snapshot).In, sourceEnd, r.Name)})
		}
	}
	return append(rows, b.citationRows(kind)...)
}

func (b *builder) outward(r graph.Relation) field {
	doc := fmt.Sprintf("What it %s: %s", predicate(r), r.Definition)
	if !slices.Contains(r.To, graph.Literal) {
		return field{
			name: r.Name, typ: required(b.statements), args: pageArguments, weight: pageWeight, doc: doc,
			resolve: fixed((*snapshot.Snapshot).Out, targetEnd, r.Name),
		}
	}
	return field{name: r.Name, typ: listOf(b.literal), doc: doc, resolve: of(func(e entity) any {
		list := []statement{}
		for _, edge := range e.Out(e.node, r.Name) {
			list = append(list, statement{e.view, edge, snapshot.NoNode})
		}
		return list
	})}
}

// citationRelations lists the sub-relations of cites. The caller must not change it.
var citationRelations = sync.OnceValue(func() []string { return subRelations(graph.Cites) })

// subRelations lists the relations below a broader one.
func subRelations(broader string) []string {
	var names []string
	for _, r := range graph.Relations {
		if r.Broader == broader {
			names = append(names, r.Name)
		}
	}
	return names
}

// citationRows gather all sub-relations of cites.
func (b *builder) citationRows(kind string) []field {
	from, to := false, false
	for _, r := range graph.Relations {
		if r.Broader == graph.Cites {
			from = from || slices.Contains(r.From, kind)
			to = to || slices.Contains(r.To, kind)
		}
	}
	var rows []field
	if from {
		rows = append(rows, field{
			name: "citations", typ: required(b.statements), args: b.selecting(), weight: pageWeight,
			doc:     "What it cites, by any sub-relation of cites.",
			resolve: b.generic((*snapshot.Snapshot).Out, targetEnd, citationRelations()...),
		})
	}
	if to {
		rows = append(rows, field{
			name: "citedBy", typ: required(b.statements), args: b.selecting(), weight: pageWeight,
			doc:     "What cites it, by any sub-relation of cites.",
			resolve: b.generic((*snapshot.Snapshot).In, sourceEnd, citationRelations()...),
		})
	}
	return append(rows, b.affinityRows(kind, from, to)...)
}

// predicate is a relation in words that follow its subject: recalls, is mindful
// of, is adopted at.
func predicate(r graph.Relation) string {
	if f, ok := r.Forms(); ok {
		return f.Third
	}
	words := graph.Spaced(r.Name)
	if stative.MatchString(words) {
		return "is " + words
	}
	return words
}

// stative are names of relations without a verb of their own: adopted at, draft of.
var stative = regexp.MustCompile(`^\w+[^s] (?:as|at|by|in|of)$`)
