package schema

import (
	"slices"

	"mandategraph/graph"
)

// Paths finds the shortest ways from one node to another along citations, or
// along the given relations, of at most limits.Depth steps. The length is -1
// where there is none; ways come in the order of their statements, and one more
// than are shown at most.
func (v *view) Paths(from, to graph.Node, limits graph.Limits) (length int, routes [][]graph.Edge) {
	limits.Nodes = 0
	reached := v.Lineage([]graph.Node{from}, graph.Backward, limits)
	length, ok := reached.Distance[to]
	if !ok {
		return -1, nil
	}
	follow := map[graph.Node][]graph.Edge{}
	for _, e := range reached.Edges {
		source, target := v.Ends(e)
		if reached.Distance[target] == reached.Distance[source]+1 {
			follow[target] = append(follow[target], e)
		}
	}
	var back func(n graph.Node, tail []graph.Edge)
	back = func(n graph.Node, tail []graph.Edge) {
		if len(routes) > maxRoutes {
			return
		}
		if n == from {
			route := slices.Clone(tail)
			slices.Reverse(route)
			routes = append(routes, route)
			return
		}
		for _, e := range follow[n] {
			source, _ := v.Ends(e)
			back(source, append(slices.Clone(tail), e))
		}
	}
	back(to, nil)
	return length, routes
}
