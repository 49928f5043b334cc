package search

import (
	"cmp"
	"math"
	"slices"

	"mandategraph/graph/snapshot"
)

// match finds the entities that have every term. Of several values that have
// it, the best one counts for each term.
func (a *asking) match(o Options) []scored {
	a.found = make([][][]place, len(a.layers))
	byTerm := make([][]scored, len(a.terms))
	for i, t := range a.terms {
		byTerm[i] = a.having(t)
		if a.over {
			return nil
		}
		rarity := a.rarity(len(byTerm[i]))
		for e := range byTerm[i] {
			byTerm[i][e].score *= rarity
		}
	}
	if o.InAct {
		return a.ofKinds(a.together(byTerm), o.Kinds)
	}
	list := slices.Clone(byTerm[0])
	for _, other := range byTerm[1:] {
		list = a.both(list, other)
	}
	return a.ofKinds(list, o.Kinds)
}

// byNode scores what has a term in a layer, by node.
func (a *asking) byNode(l *layer, places []place) (list []scored) {
	last, here := -1, false // the node of the last place in the layer, and whether it counts
	var final uint32
	list = make([]scored, 0, len(places))
	for _, p := range places {
		if a.stopped() {
			return nil
		}
		if l.field[p.unit] == headingField && !a.under {
			continue
		}
		if n := l.node[p.unit]; int(n) != last {
			last = int(n)
			if final, here = a.final(l, n); here {
				list = append(list, scored{final, final, a.wholeOf(l, p.unit, final), a.weigh(l, p)})
			}
			continue
		}
		if here {
			e := &list[len(list)-1]
			e.score = max(e.score, a.weigh(l, p))
		}
	}
	return list
}

// both keeps what is in two lists, and adds the scores up.
func (a *asking) both(x, y []scored) (list []scored) {
	for len(x) > 0 && len(y) > 0 && !a.stopped() {
		switch c := cmp.Compare(x[0].node, y[0].node); {
		case c < 0:
			x = x[1:]
		case c > 0:
			y = y[1:]
		default:
			list = append(list, scored{x[0].node, x[0].part, x[0].whole, x[0].score + y[0].score})
			x, y = x[1:], y[1:]
		}
	}
	return list
}

// either is what is in one of two lists, with the scores added up.
func (a *asking) either(x, y []scored) []scored {
	if len(x) == 0 {
		return y
	}
	list := make([]scored, 0, len(x)+len(y))
	for len(x) > 0 && len(y) > 0 && !a.stopped() {
		switch c := cmp.Compare(x[0].node, y[0].node); {
		case c < 0:
			list, x = append(list, x[0]), x[1:]
		case c > 0:
			list, y = append(list, y[0]), y[1:]
		default:
			list = append(list, scored{x[0].node, x[0].part, x[0].whole, x[0].score + y[0].score})
			x, y = x[1:], y[1:]
		}
	}
	return append(append(list, x...), y...)
}

// together finds what has every term in itself or in its parts. What stands
// together in one part counts once more, and that part is shown.
func (a *asking) together(byTerm [][]scored) []scored {
	list := a.byWhole(byTerm[0])
	for _, nodes := range byTerm[1:] {
		list = a.both(list, a.byWhole(nodes))
	}
	var parts []scored
	for _, nodes := range byTerm {
		parts = a.either(parts, a.partsOf(list, nodes))
	}
	best := a.byWhole(parts)
	for i := range list {
		for len(best) > 0 && best[0].node < list[i].node {
			best = best[1:]
		}
		if a.over || len(best) == 0 {
			return nil
		}
		list[i].part = best[0].part
		list[i].score += best[0].score
	}
	return list
}

// partsOf keeps the parts of some wholes.
func (a *asking) partsOf(wholes, nodes []scored) (kept []scored) {
	last, in := uint32(0), false
	for i, e := range nodes {
		if a.stopped() {
			return nil
		}
		if i == 0 || e.whole != last {
			last = e.whole
			_, in = slices.BinarySearchFunc(
				wholes,
				last,
				func(w scored, whole uint32) int { return cmp.Compare(w.node, whole) },
			)
		}
		if in {
			kept = append(kept, e)
		}
	}
	return kept
}

// byWhole gives, of each whole, its best part.
func (a *asking) byWhole(nodes []scored) []scored {
	list := make([]scored, 0, len(nodes))
	for _, e := range nodes {
		if a.stopped() {
			return nil
		}
		list = appendBest(list, e.lifted())
	}
	return inOrder(list)
}

// appendBest adds an entity, or lets the better of two that follow one another be.
func appendBest(list []scored, e scored) []scored {
	last := len(list) - 1
	if last < 0 || list[last].node != e.node {
		return append(list, e)
	}
	if e.score > list[last].score {
		list[last] = e
	}
	return list
}

// inOrder sorts wholes, which are nearly always in the order of their parts, and
// keeps the better of equals.
func inOrder(list []scored) []scored {
	byNode := func(x, y scored) int { return cmp.Compare(x.node, y.node) }
	if slices.IsSortedFunc(list, byNode) {
		return list
	}
	slices.SortStableFunc(list, byNode)
	kept := list[:0]
	for _, e := range list {
		kept = appendBest(kept, e)
	}
	return kept
}

// ofKinds keeps the entities of some kinds, and those that a part of stands in the
// list.
func (a *asking) ofKinds(list []scored, kinds []string) []scored {
	if len(kinds) == 0 {
		return list
	}
	kept := list[:0]
	for _, e := range list {
		if a.stopped() {
			return nil
		}
		switch {
		case slices.Contains(kinds, a.snap.Kind(snapshot.Node(e.node))):
			kept = appendBest(kept, e)
		case e.whole != e.node && slices.Contains(kinds, a.snap.Kind(snapshot.Node(e.whole))):
			kept = appendBest(kept, e.lifted())
		}
	}
	return inOrder(kept)
}

// lifted is the whole with the words of its part.
func (e scored) lifted() scored { return scored{e.whole, e.part, e.whole, e.score} }

// The usual parameters of BM25.
const (
	saturation = 1.2
	lengthPart = 0.75
)

func (x *index) weigh(l *layer, p place) float64 {
	field := l.field[p.unit]
	long := 1 - lengthPart + lengthPart*float64(l.length[p.unit])/x.mean(field)
	return searchWeights[field].weight * p.count * (saturation + 1) / (p.count + saturation*long)
}

func (x *index) rarity(having int) float64 {
	return math.Log(1 + (float64(x.units)+0.5)/(float64(having)+0.5))
}
