package schema

import (
	"slices"

	"github.com/graphql-go/graphql"

	"mandategraph/graph/snapshot"
)

// datedLineage is a lineage within the dates of the arguments since and until.
// What is outside them is taken out of the whole lineage, and with it what is
// reached by no other way.
func (c call) datedLineage(
	start []snapshot.Node, direction snapshot.Direction, limits snapshot.Limits,
) (snapshot.Neighbourhood, error) {
	v := c.request.view
	since, until := c.string("since"), c.string("until")
	if since == "" && until == "" {
		return v.Lineage(c.ctx, start, direction, limits)
	}
	wider := limits
	wider.Nodes *= 20 // bounds the work; most of it may be dropped again
	whole, err := v.Lineage(c.ctx, start, direction, wider)
	within := func(n snapshot.Node) bool {
		date := v.date(n)
		return (since == "" || notBefore(date, since)) && (until == "" || notAfter(date, until))
	}
	return v.prune(whole, start, direction, limits, within), err
}

// prune walks a neighbourhood again by way of the nodes that may stay.
func (v *view) prune(
	whole snapshot.Neighbourhood, start []snapshot.Node, direction snapshot.Direction, limits snapshot.Limits,
	stays func(snapshot.Node) bool,
) snapshot.Neighbourhood {
	r := snapshot.Neighbourhood{Distance: map[snapshot.Node]int{}, Truncated: whole.Truncated}
	steps := map[snapshot.Node][]snapshot.Node{}
	for _, e := range whole.Edges {
		near, far := v.stepOf(e, direction)
		steps[near] = append(steps[near], far)
	}
	frontier := slices.Clone(start)
	for depth := 0; depth <= limits.Depth && len(frontier) > 0; depth++ {
		var next []snapshot.Node
		slices.Sort(frontier)
		for _, n := range slices.Compact(frontier) {
			if _, seen := r.Distance[n]; seen || depth > 0 && !stays(n) {
				continue
			}
			if limits.Nodes > 0 && len(r.Nodes) >= limits.Nodes {
				r.Truncated = true
				break
			}
			r.Distance[n] = depth
			r.Nodes = append(r.Nodes, n)
			next = append(next, steps[n]...)
		}
		frontier = next
	}
	for _, e := range whole.Edges {
		near, far := v.stepOf(e, direction)
		distance, a := r.Distance[near]
		_, b := r.Distance[far]
		if a && b && distance < limits.Depth {
			r.Edges = append(r.Edges, e)
		}
	}
	return r
}

// stepOf gives the ends of an edge in the order in which a lineage takes them.
func (v *view) stepOf(e snapshot.Edge, direction snapshot.Direction) (near, far snapshot.Node) {
	source, target := v.Ends(e)
	if direction == snapshot.Forward {
		return target, source
	}
	return source, target
}

// maxWays bounds the paths of a traversal that are spelled out.
const maxWays = 100

// waysRow is the field that spells a traversal out.
func waysRow(one *graphql.Object) field {
	return field{name: "paths", typ: listOf(one), weight: inherit,
		doc:  "The shortest ways from the start to each entity at which the traversal ends, in the order of the texts.",
		args: []argument{{name: "first", typ: graphql.Int, doc: "How many, at most 100; 20 where not given."}},
		resolve: with(func(h neighbourhood, c call) (any, error) {
			most, given := c.args["first"].(int)
			if !given {
				most = c.request.options.DefaultPage
			}
			return h.routes(min(most, maxWays)), nil
		})}
}

// routes follows the edges that lead one step further until there are none.
func (h neighbourhood) routes(most int) []route {
	onward := map[snapshot.Node][]snapshot.Edge{}
	for _, e := range h.links {
		near, far := h.stepOf(e, h.direction)
		if h.direction == snapshot.Both && h.Distance[near] > h.Distance[far] {
			near, far = far, near
		}
		if h.Distance[far] == h.Distance[near]+1 {
			onward[near] = append(onward[near], e)
		}
	}
	list := []route{}
	var follow func(start, at snapshot.Node, so []snapshot.Edge)
	follow = func(start, at snapshot.Node, so []snapshot.Edge) {
		if len(list) >= most {
			return
		}
		if len(onward[at]) == 0 && len(so) > 0 {
			list = append(list, route{h.view, start, slices.Clone(so)})
		}
		for _, e := range onward[at] {
			source, target := h.Ends(e)
			follow(start, source+target-at, append(so, e))
		}
	}
	for _, n := range h.start {
		follow(n, n, nil)
	}
	return list
}
