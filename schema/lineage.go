package schema

import (
	"slices"

	"github.com/graphql-go/graphql"

	"mandategraph/graph/snapshot"
)

// within reads the arguments since, until and kinds: whether an entity is one by
// way of which a traversal may go, or nil where it may by way of all.
func (c call) within() func(snapshot.Node) bool {
	v, since, until, kinds := c.request.view, c.string("since"), c.string("until"), c.strings("kinds")
	if since == "" && until == "" && len(kinds) == 0 {
		return nil
	}
	return func(n snapshot.Node) bool {
		if len(kinds) > 0 && !slices.Contains(kinds, v.Kind(n)) {
			return false
		}
		date := v.date(n)
		return (since == "" || notBefore(date, since)) && (until == "" || notAfter(date, until))
	}
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
