package graph

import (
	"math/bits"
	"slices"
)

// Direction of a traversal.
type Direction int

const (
	// Backward goes towards what is cited, Forward towards what cites.
	Backward Direction = iota
	Forward
	// Both ways.
	Both
)

// Limits bound a traversal. The zero value of Nodes means no bound.
type Limits struct {
	Depth     int
	Nodes     int
	Relations []string // empty: those of the vocabulary with Lineage
}

// A Neighbourhood is what a traversal reached: nodes with their distance, in
// the order of distance and id, and the edges among them that were followed.
type Neighbourhood struct {
	Nodes    []Node
	Distance map[Node]int
	Edges    []Edge
	// Truncated says that a limit on nodes stopped the traversal.
	Truncated bool
}

// Reached are the nodes of a traversal, in the order of distance and id, and
// the distance of each. Truncated says that a limit on nodes stopped it.
type Reached struct {
	Nodes     []Node
	Distances []int32
	Truncated bool
}

// Lineage walks from start along citations, breadth first.
func (s *Snapshot) Lineage(start []Node, direction Direction, limits Limits) Neighbourhood {
	return s.plane(limits.Relations).neighbourhood(start, direction, limits)
}

// Subgraph walks from start along all relations, or the given ones, both ways.
func (s *Snapshot) Subgraph(start []Node, limits Limits) Neighbourhood {
	p := s.wholePlane()
	if len(limits.Relations) > 0 {
		p = s.plane(limits.Relations)
	}
	return p.neighbourhood(start, Both, limits)
}

// Reach is [Snapshot.Lineage] without the statements: only what is reached.
func (s *Snapshot) Reach(start []Node, direction Direction, limits Limits) Reached {
	w := walker{plane: s.plane(limits.Relations), limits: limits}
	w.walk(start, direction)
	r := Reached{Nodes: make([]Node, len(w.order)), Distances: make([]int32, len(w.order)), Truncated: w.truncated}
	for i, n := range w.order {
		r.Nodes[i], r.Distances[i] = w.node(n), w.distance[n]
	}
	w.scratch.Put(w.marks)
	return w.alone(start, r)
}

// alone adds the starts that are no part of the plane: they reach nothing but
// themselves.
func (w *walker) alone(start []Node, r Reached) Reached {
	for _, n := range start {
		if _, ok := w.number(n); !ok && !slices.Contains(r.Nodes[:min(len(start), len(r.Nodes))], n) {
			i := 0
			for i < len(r.Nodes) && r.Distances[i] == 0 && r.Nodes[i] < n {
				i++
			}
			r.Nodes, r.Distances = slices.Insert(r.Nodes, i, n), slices.Insert(r.Distances, i, 0)
		}
	}
	return r
}

func (p *plane) neighbourhood(start []Node, direction Direction, limits Limits) Neighbourhood {
	w := walker{plane: p, limits: limits, collect: true}
	w.walk(start, direction)
	r := Reached{}
	for _, n := range w.order {
		r.Nodes, r.Distances = append(r.Nodes, p.node(n)), append(r.Distances, w.distance[n])
	}
	p.scratch.Put(w.marks)
	r = w.alone(start, r)
	hood := Neighbourhood{Nodes: r.Nodes, Distance: make(map[Node]int, len(r.Nodes)), Truncated: w.truncated}
	for i, n := range r.Nodes {
		hood.Distance[n] = int(r.Distances[i])
	}
	slices.Sort(w.edges)
	hood.Edges = slices.Compact(w.edges)
	return hood
}

// A walker goes through a plane breadth first.
type walker struct {
	*plane
	*marks
	limits    Limits
	collect   bool     // edges too
	order     []uint32 // what was seen, by distance and number
	edges     []Edge
	truncated bool
	level     []uint64 // a set of nodes, for levels that are large
}

func (w *walker) walk(start []Node, direction Direction) {
	w.marks = w.plane.marks()
	for _, n := range start {
		if number, ok := w.number(n); ok && !w.has(number) {
			w.set(number, 0)
			w.order = append(w.order, number)
		}
	}
	slices.Sort(w.order)
	from := 0
	for depth := int32(1); int(depth) <= w.limits.Depth && from < len(w.order); depth++ {
		to := len(w.order)
		for i := from; i < to; i++ {
			if direction != Forward {
				w.expand(&w.out, w.order[i], depth)
			}
			if direction != Backward {
				w.expand(&w.in, w.order[i], depth)
			}
		}
		w.sortLevel(w.order[to:])
		from = to
	}
}

// expand goes along the links of a node.
func (w *walker) expand(l *links, n uint32, depth int32) {
	row, ok := l.at(n)
	if !ok {
		return
	}
	for place, end := l.start[row], l.start[row+1]; place < end; place++ {
		if !w.counts(l, place) {
			continue
		}
		if other := w.other(l, place); !w.has(other) {
			if w.limits.Nodes > 0 && len(w.order) >= w.limits.Nodes {
				w.truncated = true
				continue
			}
			w.set(other, depth)
			w.order = append(w.order, other)
		}
		if w.collect {
			w.edges = append(w.edges, Edge(l.statement(place)))
		}
	}
}

// sortLevel sorts numbers that are all different: a large part of all numbers
// by going through a set of bits, which costs less than comparing.
func (w *walker) sortLevel(list []uint32) {
	if len(list) < w.size/64 {
		slices.Sort(list)
		return
	}
	if w.level == nil {
		w.level = make([]uint64, w.size/64+1)
	}
	for _, n := range list {
		w.level[n/64] |= 1 << (n % 64)
	}
	i := 0
	for word, set := range w.level {
		for ; set != 0; set &= set - 1 {
			list[i] = uint32(word*64 + bits.TrailingZeros64(set))
			i++
		}
		w.level[word] = 0
	}
}
