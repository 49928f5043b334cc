package schema

import (
	"slices"

	"github.com/graphql-go/graphql"

	"mandategraph/graph/snapshot"
)

// statementsRow is the root field that lists statements of several entities.
func (b *builder) statementsRow() field {
	ids := func(name, doc string) argument {
		return argument{name: name, typ: graphql.NewList(required(graphql.ID)), doc: doc}
	}
	return field{name: "statements", typ: required(b.statements), weight: pageWeight, resolve: b.statementsOf(),
		doc: "The statements whose subject, relation and object are among those given, in the order of their subjects " +
			"and of the texts. " +
			"The node of an edge is the object or, where only objects are given, the subject.",
		args: b.selecting(
			ids("subjects", "Ids of subjects; any where empty."), ids("objects", "Ids of objects; any where empty."),
			argument{
				name: "relations", typ: graphql.NewList(required(b.relationName)), doc: "Only these relations; all where empty.",
			},
		)}
}

func (b *builder) statementsOf() resolver {
	filters := b.statementFilters()
	return func(c call) (any, error) {
		v := c.request.view
		subjects, err := c.starts(c.strings("subjects"))
		if err != nil {
			return nil, err
		}
		objects, err := c.starts(c.strings("objects"))
		if err != nil {
			return nil, err
		}
		far := targetEnd
		if len(subjects) == 0 && len(objects) > 0 {
			far = sourceEnd
		}
		edges, sorted, err := v.selected(c, c.between(subjects, objects, c.strings("relations")), far, filters)
		if err != nil {
			return nil, err
		}
		return v.statements(edges, far, sorted).page(c)
	}
}

// between lists the edges from subjects to objects, either any where empty.
func (c call) between(subjects, objects []snapshot.Node, relations []string) []snapshot.Edge {
	v := c.request.view
	var edges []snapshot.Edge
	switch {
	case len(subjects) > 0:
		for _, n := range subjects {
			edges = append(edges, v.Out(n, relations...)...)
		}
	case len(objects) > 0:
		for _, n := range objects {
			edges = append(edges, v.In(n, relations...)...)
		}
	default:
		for e := range snapshot.Edge(v.Edges()) {
			if c.request.stopped() {
				return nil
			}
			if len(relations) == 0 || slices.Contains(relations, v.Relation(e)) {
				edges = append(edges, e)
			}
		}
	}
	if len(subjects) > 0 && len(objects) > 0 {
		edges = slices.DeleteFunc(edges, func(e snapshot.Edge) bool {
			_, object := v.Ends(e)
			return !slices.Contains(objects, object)
		})
	}
	slices.Sort(edges)
	return slices.Compact(edges)
}
