package schema

import (
	"slices"

	"github.com/graphql-go/graphql"

	"mandategraph/graph"
)

// maxRoutes is the number of shortest paths that are shown.
const maxRoutes = 20

// found are the shortest paths between two entities; length is -1 where there
// is none.
type found struct {
	*view
	length int
	routes [][]graph.Edge
}

// A route is one of them.
type route struct {
	*view
	edges []graph.Edge
}

// pathRow is the root field that joins two entities.
func (b *builder) pathRow(relations argument) field {
	one := b.object("Route", "One way from an entity to another.", nil, func() []field {
		return []field{
			{name: "edges", typ: listOf(b.link), weight: inherit, doc: "The statements, from the first entity to the last.", resolve: of(func(r route) any { return r.list(r.edges) })},
		}
	})
	all := b.object("Path", "The shortest ways from an entity to another.", nil, func() []field {
		return []field{
			{name: "length", typ: graphql.Int, doc: "The number of steps; null where no way was found.", resolve: of(found.steps)},
			{name: "paths", typ: listOf(one), weight: inherit, doc: "The ways of that length, at most 20.", resolve: of(found.list)},
		}
	})
	end := func(name, doc string) argument { return argument{name: name, typ: required(graphql.ID), doc: doc} }
	return field{name: "path", typ: required(all), weight: fixedWeight(maxRoutes), resolve: path,
		doc:  "How an entity leads to another along citations, by the shortest ways.",
		args: []argument{end("from", "The id of the entity that cites."), end("to", "The id of the entity that is cited in the end."), {name: "depth", typ: graphql.Int, fallback: 6, doc: "How many steps, at most 6."}, relations}}
}

func (f found) steps() any {
	if f.length < 0 {
		return nil
	}
	return f.length
}

func (f found) list() any {
	routes := make([]route, len(f.routes))
	for i, edges := range f.routes {
		routes[i] = route{f.view, edges}
	}
	return routes
}

func path(c call) (any, error) {
	ends, err := c.starts([]string{c.string("from"), c.string("to")})
	if err != nil {
		return nil, err
	}
	limits, err := c.hops()
	if err != nil {
		return nil, err
	}
	length, routes := c.request.view.Paths(ends[0], ends[1], limits)
	if len(routes) > maxRoutes {
		routes = slices.Clip(routes[:maxRoutes])
	}
	return found{c.request.view, length, routes}, nil
}
