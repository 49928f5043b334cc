package schema

import (
	"github.com/graphql-go/graphql"

	"mandategraph/graph/snapshot"
	"mandategraph/schema/guard"
)

// A neighbourhood is what a traversal reached.
type neighbourhood struct {
	*view
	snapshot.Neighbourhood
	links     []snapshot.Edge
	truncated bool
	// start and direction serve to read the statements in order.
	start     []snapshot.Node
	direction snapshot.Direction
}

// A neighbour is one node that a traversal reached.
type neighbour struct {
	entity
	distance int
}

// traversalRows are the fields that follow statements over several steps.
func (b *builder) traversalRows() []field {
	nearby := b.object("Neighbour", "An entity that a traversal reached.", nil, b.neighbourRows)
	route := b.routeType()
	hood := b.object(
		"Neighbourhood",
		"The entities that a traversal reached, and the statements that it followed: as nodes and edges to draw, and "+
			"as paths to read.",
		nil, func() []field { return b.neighbourhoodRows(nearby, route) },
	)
	direction := enum("Direction", "The direction of a lineage.", func(add func(name, doc string)) {
		add("BACKWARD", "Towards what is cited.")
		add("FORWARD", "Towards what cites.")
	})
	depth := argument{name: "depth", typ: graphql.Int, fallback: 3, doc: "How many steps, at most 6."}
	limit := argument{name: "limit", typ: graphql.Int, doc: "How many entities to return at most; 1,000 where not given."}
	relations := argument{
		name: "relations", typ: graphql.NewList(required(b.relationName)),
		doc: "Only these relations; where empty, those that belong in a citation lineage.",
	}
	all := relations
	all.doc = "Only these relations; all where empty."
	kinds := argument{
		name: "kinds", typ: graphql.NewList(required(b.kindName)),
		doc: "Only by way of entities of these kinds; the start is always there.",
	}
	return append(b.drawingRows(hood, direction, all, relations), []field{
		{
			name: "lineage", typ: hood, weight: limitWeight,
			doc: "What an entity rests on, or what rests on it, step by step along citations.", resolve: lineage,
			args: []argument{
				idArgument("The id of the entity to start from."),
				{name: "direction", typ: direction, doc: "Which way to go; BACKWARD where not given."}, depth, limit, relations,
				{name: "since", typ: b.date, doc: "Only by way of entities of this date and later; the start is always there."},
				{name: "until", typ: b.date, doc: "Only by way of entities of this date and earlier."}, kinds,
			},
		},
		{
			name: "subgraph", typ: hood, weight: limitWeight, doc: "The surroundings of some entities, in both directions.",
			resolve: subgraph,
			args: []argument{
				{name: "ids", typ: listOf(graphql.ID), doc: "The ids of the entities to start from, at most 100."},
				{name: "depth", typ: graphql.Int, fallback: 1, doc: "How many steps, at most 6."}, limit, all, kinds,
			},
		},
		b.timelineRow(all),
		b.pathRow(route, relations),
		b.changeRow(),
	}...)
}

func (b *builder) neighbourRows() []field {
	return append(b.drawnRows(), []field{
		{
			name: "id", typ: required(graphql.ID), doc: "The entity's id.",
			text: text(func(n neighbour) string { return n.id() }),
		},
		{
			name: "distance", typ: required(graphql.Int), doc: "The number of steps from the start.",
			resolve: of(func(n neighbour) any { return n.distance }),
		},
		{
			name: "node", typ: required(b.entity), weight: inherit, doc: "The entity.",
			resolve: of(func(n neighbour) any { return n.entity }),
		},
	}...)
}

func (b *builder) neighbourhoodRows(nearby, route *graphql.Object) []field {
	return []field{
		{
			name: "nodes", typ: listOf(nearby), weight: inherit, doc: "The entities, by distance and id.",
			resolve: of(func(h neighbourhood) any {
				list := make([]neighbour, len(h.Nodes))
				for i, n := range h.Nodes {
					list[i] = neighbour{entity{h.view, n}, h.Distance[n]}
				}
				return list
			}),
		},
		{
			name: "edges", typ: listOf(b.link), weight: inherit,
			doc:     "The statements that were followed, in the order of the texts.",
			resolve: of(func(h neighbourhood) any { return h.view.list(h.links) }),
		},
		{
			name: "truncated", typ: required(graphql.Boolean), doc: "Whether a limit kept entities or statements out.",
			resolve: of(func(h neighbourhood) any { return h.truncated }),
		},
		b.linesRow(),
		waysRow(route),
		b.placedRow(),
	}
}

// list makes statements of edges, as values of Link.
func (v *view) list(edges []snapshot.Edge) []statement {
	list := make([]statement, len(edges))
	for i, e := range edges {
		list[i] = statement{v, e, snapshot.NoNode}
	}
	return list
}

// directions by their names; none is BACKWARD. graphql-go would write the default
// of an enumeration as a string, so it is not declared.
var directions = map[string]snapshot.Direction{"BACKWARD": snapshot.Backward, "FORWARD": snapshot.Forward}

func lineage(c call) (any, error) {
	start, err := c.starts([]string{c.string("id")})
	if err != nil {
		return nil, err
	}
	direction := directions[c.string("direction")]
	return c.traverse(
		start, direction, func(l snapshot.Limits) (snapshot.Neighbourhood, error) {
			return c.request.view.Lineage(c.ctx, start, direction, l)
		},
	)
}

func subgraph(c call) (any, error) {
	start, err := c.starts(c.strings("ids"))
	if err != nil {
		return nil, err
	}
	return c.traverse(
		start, snapshot.Both, func(l snapshot.Limits) (snapshot.Neighbourhood, error) {
			return c.request.view.Subgraph(c.ctx, start, l)
		},
	)
}

// starts looks ids up; every one must exist.
func (c call) starts(ids []string) ([]snapshot.Node, error) {
	nodes := make([]snapshot.Node, len(ids))
	for i, id := range ids {
		n, ok := c.request.view.Lookup(id)
		if !ok {
			return nil, guard.Refuse(guard.NotFound, "there is no entity %q", guard.Shorten(id))
		}
		nodes[i] = n
	}
	return nodes, nil
}

// hops reads depth and relations.
func (c call) hops() (snapshot.Limits, error) {
	depth, _ := c.args["depth"].(int)
	switch limit := c.request.options.MaxHops; {
	case depth < 0:
		return snapshot.Limits{}, guard.Refuse(guard.BadRequest, "depth must not be negative")
	case depth > limit:
		return snapshot.Limits{}, guard.Refuse(guard.TooComplex, "depth is at most %d", limit)
	}
	return snapshot.Limits{Depth: depth, Relations: c.strings("relations")}, nil
}

func (c call) traverse(
	start []snapshot.Node, direction snapshot.Direction, walk func(snapshot.Limits) (snapshot.Neighbourhood, error),
) (any, error) {
	limits, err := c.hops()
	if err != nil {
		return nil, err
	}
	limits.Nodes, limits.Within = c.request.options.MaxNodes, c.within()
	if n, given := c.args["limit"].(int); given {
		if n < 1 || n > limits.Nodes {
			return nil, guard.Refuse(guard.BadRequest, "limit must lie between 1 and %d", limits.Nodes)
		}
		limits.Nodes = n
	}
	reached, err := walk(limits)
	if err != nil {
		return nil, errLate
	}
	h := neighbourhood{
		view: c.request.view, Neighbourhood: reached, links: reached.Edges, truncated: reached.Truncated, start: start,
		direction: direction,
	}
	return h.within(c), nil
}
