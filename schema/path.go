package schema

import (
	"slices"

	"github.com/graphql-go/graphql"

	"mandategraph/graph/snapshot"
)

// maxRoutes is the number of shortest paths that are shown.
const maxRoutes = 20

// found are the shortest paths between two entities; length is -1 where there
// is none.
type found struct {
	*view
	start  snapshot.Node
	length int
	routes [][]snapshot.Edge
	// more says that there are others.
	more bool
}

// A route is one of them.
type route struct {
	*view
	start snapshot.Node
	edges []snapshot.Edge
}

// routeType makes the type of one way from an entity to another.
func (b *builder) routeType() *graphql.Object {
	return b.object("Route", "One way from an entity to another.", nil, func() []field {
		return []field{
			{
				name: "length", typ: required(graphql.Int), doc: "The number of steps.",
				resolve: of(func(r route) any { return len(r.edges) }),
			},
			{
				name: "edges", typ: listOf(b.link), weight: inherit, doc: "The statements, from the first entity to the last.",
				resolve: of(func(r route) any { return r.list(r.edges) }),
			},
			{
				name: "nodes", typ: listOf(b.entity), weight: inherit, doc: "The entities, from the first to the last.",
				resolve: of(route.nodes),
			},
		}
	})
}

// nodes lists the entities of a route, one more than it has edges.
func (r route) nodes() any {
	list := []entity{{r.view, r.start}}
	at := r.start
	for _, e := range r.edges {
		source, target := r.Ends(e)
		if at == source {
			at = target
		} else {
			at = source
		}
		list = append(list, entity{r.view, at})
	}
	return list
}

// pathRow is the root field that joins two entities.
func (b *builder) pathRow(one *graphql.Object, relations argument) field {
	all := b.object("Path", "The shortest ways from an entity to another.", nil, func() []field {
		return []field{
			{
				name: "length", typ: graphql.Int, doc: "The number of steps; null where no way was found.",
				resolve: of(found.steps),
			},
			{
				name: "paths", typ: listOf(one), weight: inherit, doc: "The ways of that length, at most 20.",
				resolve: of(found.list),
			},
			{
				name: "truncated", typ: required(graphql.Boolean), doc: "Whether there are more ways of that length.",
				resolve: of(func(f found) any { return f.more }),
			},
		}
	})
	end := func(name, doc string) argument { return argument{name: name, typ: required(graphql.ID), doc: doc} }
	return field{name: "path", typ: required(all), weight: fixedWeight(maxRoutes), resolve: path,
		doc: "How an entity leads to another along citations, by the shortest ways.",
		args: []argument{
			end("from", "The id of the entity that cites."), end("to", "The id of the entity that is cited in the end."),
			{name: "depth", typ: graphql.Int, fallback: 6, doc: "How many steps, at most 6."}, relations,
		}}
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
		routes[i] = route{f.view, f.start, edges}
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
	length, routes, err := c.request.view.Paths(c.ctx, ends[0], ends[1], limits)
	if err != nil {
		return nil, errLate
	}
	more := len(routes) > maxRoutes
	if more {
		routes = slices.Clip(routes[:maxRoutes])
	}
	return found{c.request.view, ends[0], length, routes, more}, nil
}
