package schema

import (
	"cmp"
	"slices"

	"github.com/graphql-go/graphql"

	"mandategraph/graph"
	"mandategraph/graph/snapshot"
	"mandategraph/schema/guard"
)

// A sharedAncestor is one to which two others lead.
type sharedAncestor struct {
	entity
	from []int
}

// commonRow is the root field that finds what two entities both rest on.
func (b *builder) commonRow(relations argument) field {
	one := b.object("Ancestor", "An entity to which two others lead along citations.", nil, func() []field {
		return []field{
			{
				name: "id", typ: required(graphql.ID),
				doc:  "Its id.",
				text: text(func(s sharedAncestor) string { return s.id() }),
			},
			{
				name: "node", typ: required(b.entity), weight: inherit,
				doc:     "The entity.",
				resolve: of(func(s sharedAncestor) any { return s.entity }),
			},
			{
				name: "distances", typ: listOf(graphql.Int),
				doc:     "The steps from the one and from the other.",
				resolve: of(func(s sharedAncestor) any { return s.from }),
			},
		}
	})
	all := b.object("Ancestors", "What two entities both rest on.", nil, func() []field {
		return []field{
			{
				name: "totalCount", typ: required(graphql.Int),
				doc:     "How many there are.",
				resolve: of(func(l []sharedAncestor) any { return len(l) }),
			},
			{
				name: "nodes", typ: listOf(one), weight: inherit, doc: "The nearest ones, by the sum of both distances.",
				args: []argument{{name: "first", typ: graphql.Int, doc: "How many, at most 100; 20 where not given."}},
				resolve: with(func(l []sharedAncestor, c call) (any, error) {
					most, given := c.args["first"].(int)
					if !given {
						most = c.request.options.DefaultPage
					}
					return l[:min(len(l), max(0, most), maxWays)], nil
				}),
			},
		}
	})
	return field{
		name: "commonAncestors", typ: required(all), weight: fixedWeight(maxWays), resolve: commonAncestors,
		doc: "The acts on which two entities both rest, step by step along citations.",
		args: []argument{
			{name: "ids", typ: listOf(graphql.ID), doc: "The ids of the two entities."},
			{name: "depth", typ: graphql.Int, fallback: 6, doc: "How many steps, at most 6."}, relations,
		},
	}
}

func commonAncestors(c call) (any, error) {
	ends, err := c.starts(c.strings("ids"))
	if err != nil {
		return nil, err
	}
	if len(ends) != 2 {
		return nil, guard.Refuse(guard.BadRequest, "give the ids of two entities")
	}
	limits, err := c.hops()
	if err != nil {
		return nil, err
	}
	v := c.request.view
	limits.Within = func(n snapshot.Node) bool { return v.Kind(n) == "Act" }
	var reached [2]snapshot.Reached
	for i, n := range ends {
		if reached[i], err = v.Reach(c.ctx, []snapshot.Node{n}, snapshot.Backward, limits); err != nil {
			return nil, errLate
		}
	}
	far := map[snapshot.Node]int{}
	for i, n := range reached[0].Nodes {
		far[n] = int(reached[0].Distances[i])
	}
	list := []sharedAncestor{}
	for i, n := range reached[1].Nodes {
		if d, ok := far[n]; ok {
			list = append(list, sharedAncestor{entity{v, n}, []int{d, int(reached[1].Distances[i])}})
		}
	}
	slices.SortStableFunc(list, func(a, b sharedAncestor) int {
		return cmp.Or(
			a.from[0]+a.from[1]-b.from[0]-b.from[1], max(a.from[0], a.from[1])-max(b.from[0], b.from[1]),
			graph.CompareNatural(a.id(), b.id()),
		)
	})
	return list, nil
}
