package schema

import (
	"iter"

	"mandategraph/graph/snapshot"
)

// statementsCounted gives the statements that fit the argument filter.
func (c call) statementsCounted(filters []statementFilter) iter.Seq[counted] {
	v := c.request.view
	given, _ := c.args["filter"].(map[string]any)
	var holds []func(statement) bool
	for _, f := range filters {
		if value := given[f.name]; value != nil {
			holds = append(holds, f.test(v, value))
		}
	}
	return func(yield func(counted) bool) {
	next:
		for e := range snapshot.Edge(v.Edges()) {
			if c.request.stopped() {
				return
			}
			source, target := v.Ends(e)
			for _, h := range holds {
				if !h(statement{v, e, target}) {
					continue next
				}
			}
			thing := counted{source: source, relation: v.Relation(e), edge: e}
			if target != snapshot.NoNode {
				thing.targets = []snapshot.Node{target}
			}
			if !yield(thing) {
				return
			}
		}
	}
}

// mandatesCounted puts together the statements of each mandate: one for each of its
// addressees.
func (c call) mandatesCounted(statements iter.Seq[counted]) iter.Seq[counted] {
	v := c.request.view
	return func(yield func(counted) bool) {
		places := map[string]int{}
		var mandates []counted
		for s := range statements {
			id := v.Qualifier(s.edge, "mandate")
			if id == "" {
				continue
			}
			i, known := places[id]
			if !known {
				i = len(mandates)
				places[id] = i
				mandates = append(mandates, counted{source: s.source, relation: s.relation})
			}
			mandates[i].targets = append(mandates[i].targets, s.targets...)
		}
		for _, m := range mandates {
			if !yield(m) {
				return
			}
		}
	}
}
