package ask

import (
	"slices"

	"mandategraph/graph/snapshot"
)

// A draft and the act that it became: sponsors and votes are told of either.

// becameOf puts the act in the place of the draft where a verb is told only of the act.
func (c *composer) becameOf() {
	for i := range c.Clauses {
		cl := &c.Clauses[i]
		if c.actorsDo(*cl) {
			cl.Object.Nodes = c.toldOf(cl.Object.Nodes, cl.Relations)
		}
	}
}

// toldOf are some acts and drafts, each in the form of which something is told.
func (c *composer) toldOf(nodes []snapshot.Node, relations []string) []snapshot.Node {
	list := slices.Clone(nodes)
	for i, n := range list {
		if len(c.In(n, relations...)) > 0 {
			continue
		}
		for _, e := range slices.Concat(c.Out(n, "draftOf"), c.In(n, "draftOf")) {
			source, target := c.Ends(e)
			other := source
			if source == n {
				other = target
			}
			if len(c.In(other, relations...)) > 0 {
				list[i] = other
				c.Assumed = append(c.Assumed, c.called(n)+" and "+c.called(other)+" are the draft and the act")
				break
			}
		}
	}
	return list
}
