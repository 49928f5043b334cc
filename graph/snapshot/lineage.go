package snapshot

import (
	"context"
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
	// Within says by way of which nodes a traversal goes; nil: of all. Where it
	// starts is always there.
	Within func(Node) bool
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

// Lineage walks from start along citations, breadth first. The error is that of
// the context, at the end of which the walk stops.
func (s *Snapshot) Lineage(
	ctx context.Context, start []Node, direction Direction, limits Limits,
) (Neighbourhood, error) {
	return s.plane(limits.Relations).neighbourhood(ctx, start, direction, limits)
}

// Subgraph walks from start along all relations, or the given ones, both ways.
// The error is that of the context.
func (s *Snapshot) Subgraph(ctx context.Context, start []Node, limits Limits) (Neighbourhood, error) {
	p := s.wholePlane()
	if len(limits.Relations) > 0 {
		p = s.plane(limits.Relations)
	}
	return p.neighbourhood(ctx, start, Both, limits)
}

// Reach is [Snapshot.Lineage] without the statements: only what is reached.
func (s *Snapshot) Reach(
	ctx context.Context, start []Node, direction Direction, limits Limits,
) (Reached, error) {
	w := walker{plane: s.plane(limits.Relations), pace: pace{ctx: ctx}, limits: limits}
	if w.walk(start, direction); w.err != nil {
		w.scratch.Put(w.marks)
		return Reached{}, w.err
	}
	r := Reached{Nodes: make([]Node, len(w.order)), Distances: make([]int32, len(w.order)), Truncated: w.truncated}
	for i, n := range w.order {
		r.Nodes[i], r.Distances[i] = w.node(n), w.distance[n]
	}
	w.scratch.Put(w.marks)
	return w.alone(start, r), nil
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

func (p *plane) neighbourhood(
	ctx context.Context, start []Node, direction Direction, limits Limits,
) (Neighbourhood, error) {
	w := walker{plane: p, pace: pace{ctx: ctx}, limits: limits, collect: true}
	if w.walk(start, direction); w.err != nil {
		p.scratch.Put(w.marks)
		return Neighbourhood{}, w.err
	}
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
	return hood, nil
}

// A walker goes through a plane breadth first.
type walker struct {
	*plane
	*marks
	pace
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
	w.sortLevel(w.order)
	from := 0
	for depth := int32(1); int(depth) <= w.limits.Depth && from < len(w.order); depth++ {
		to := len(w.order)
		for i := from; i < to; i++ {
			if w.stopped() {
				return
			}
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
	l, place, end := w.row(l, n)
	for ; place < end; place++ {
		if !w.counts(l, place) {
			continue
		}
		other := w.other(l, place)
		if !w.has(other) {
			if w.limits.Within != nil && !w.limits.Within(w.node(other)) {
				continue
			}
			if w.limits.Nodes > 0 && len(w.order) >= w.limits.Nodes {
				w.truncated = true
				continue
			}
			w.set(other, depth)
			w.order = append(w.order, other)
		}
		if w.collect {
			w.edges = append(w.edges, w.edge(l.statement(place)))
		}
	}
}

// sortLevel sorts numbers that are all different: a large part of all numbers
// by going through a set of bits, which costs less than comparing.
func (w *walker) sortLevel(list []uint32) {
	base, others := w.apart(list)
	w.sortNumbers(base)
	w.between(base, others)
}

func (w *walker) sortNumbers(list []uint32) {
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

// links are one direction of a graph in compressed sparse rows: those of n have
// the places start[at(n)] to start[at(n)+1]. edge is the statement at a place,
// or nil where the place is its number; far the node at its other end, or nil
// where that is the statement's subject.
type links struct {
	has              rankSet // the nodes that have any, or nil where all have a row
	start, far, edge []uint32
	settled          bool // all that stand here count
}

// at is the row of a node; ok is false where it has none.
func (l *links) at(n uint32) (row uint32, ok bool) {
	if l.has == nil {
		return n, true
	}
	return l.has.find(n)
}

// A plane is a graph that traversals walk on. Its nodes are those of the
// snapshot, or the ones that a sorted list of them names.
type plane struct {
	*Snapshot
	size    int
	part    bool // whether only some nodes take part, which are named
	nodes   []uint32
	out, in links
	// chosen says which relations count; nil: all that are there.
	chosen []bool
	// layered says what else there is where the arrays are those of its base; wanted
	// is chosen for the delta.
	layered *overlay
	wanted  []bool
}

// plane is the graph of some relations, or without any of those that belong in
// a lineage; that one has its own arrays, without paragraphs and all others
// that cite nothing.
func (s *Snapshot) plane(relations []string) *plane {
	if o := s.layered; o != nil {
		return o.laid(o.base.plane(relations), relations)
	}
	if len(relations) == 0 {
		return &plane{Snapshot: s, size: len(s.lineageNode), part: true, nodes: s.lineageNode,
			out: links{start: s.lineageOutStart, far: s.lineageOut, edge: s.lineageOutEdge},
			in:  links{start: s.lineageInStart, far: s.lineageIn, edge: s.lineageInEdge}}
	}
	p := s.wholePlane()
	for code, chosen := range s.chosen(relations) {
		p.chosen[code] = p.chosen[code] && chosen
	}
	return p
}

// wholePlane is the graph of all relations between nodes.
func (s *Snapshot) wholePlane() *plane {
	if o := s.layered; o != nil {
		return o.laid(o.base.wholePlane(), nil)
	}
	p := &plane{Snapshot: s, size: s.Len(), chosen: make([]bool, len(s.relations)),
		out: links{has: s.outgoing.has, start: s.outgoing.start, far: s.object},
		in:  links{has: s.incoming.has, start: s.incoming.start, edge: s.inEdge}}
	for code, literal := range s.literal {
		p.chosen[code] = !literal
	}
	return p
}

// number is a node's number in the plane.
func (p *plane) number(n Node) (uint32, bool) {
	joint := uint32(n)
	if p.layered != nil {
		joint = p.layered.nodes.jointOf(joint)
	}
	if !p.part {
		return joint, true
	}
	place, ok := slices.BinarySearch(p.nodes, joint)
	switch {
	case p.layered != nil && p.layered.unlinked[joint]:
		return 0, false
	case p.layered != nil && !ok:
		number, ok := p.layered.lineageNumber[joint]
		return number, ok
	}
	return uint32(place), ok
}

// node undoes number.
func (p *plane) node(number uint32) Node {
	if p.layered != nil {
		return Node(p.layered.nodes.finalOf(p.joint(number)))
	}
	if !p.part {
		return Node(number)
	}
	return Node(p.nodes[number])
}

// statement is that at a place.
func (l *links) statement(place uint32) uint32 {
	if l.edge == nil {
		return place
	}
	return l.edge[place]
}

// counts says whether the relation of the statement at a place does.
func (p *plane) counts(l *links, place uint32) bool {
	return p.chosen == nil || l.settled || p.chosen[p.relation[l.statement(place)]]
}

// other is the node at the other end of the statement at a place.
func (p *plane) other(l *links, place uint32) uint32 {
	if l.far == nil {
		return p.subject(l.edge[place])
	}
	return l.far[place]
}

// arrangeLineage makes the arrays of the statements that belong in a lineage.
func (s *Snapshot) arrangeLineage() {
	var edges, sources, targets []uint32
	part := make([]bool, s.Len())
	for e := range uint32(s.Edges()) {
		if code := s.relation[e]; s.lineage[code] && !s.literal[code] {
			edges, sources, targets = append(edges, e), append(sources, s.subject(e)), append(targets, s.object[e])
			part[s.subject(e)], part[s.object[e]] = true, true
		}
	}
	number := make([]uint32, s.Len())
	for n, in := range part {
		if in {
			number[n] = uint32(len(s.lineageNode))
			s.lineageNode = append(s.lineageNode, uint32(n))
		}
	}
	row := func(ends, others []uint32) (start, far, edge []uint32) {
		start, list := GroupRows(len(edges), len(s.lineageNode), func(i int) uint32 { return number[ends[i]] })
		for _, i := range list {
			far, edge = append(far, number[others[i]]), append(edge, edges[i])
		}
		return start, far, edge
	}
	s.lineageOutStart, s.lineageOut, s.lineageOutEdge = row(sources, targets)
	s.lineageInStart, s.lineageIn, s.lineageInEdge = row(targets, sources)
}

// marks note what a traversal has seen. A mark counts only with the number of
// the traversal, so that they need not be cleared for the next one: what is
// left costs nothing, however large the graph.
type marks struct {
	round    uint32
	seen     []uint32
	distance []int32
}

func (p *plane) marks() *marks {
	m, _ := p.scratch.Get().(*marks)
	if m == nil || len(m.seen) < p.size {
		m = &marks{seen: make([]uint32, p.size), distance: make([]int32, p.size)}
	}
	if m.round++; m.round == 0 {
		clear(m.seen)
		m.round = 1
	}
	return m
}

func (m *marks) set(n uint32, distance int32) { m.seen[n], m.distance[n] = m.round, distance }

func (m *marks) has(n uint32) bool { return m.seen[n] == m.round }

// at reports whether a node was seen at a distance.
func (m *marks) at(n uint32, distance int32) bool { return m.has(n) && m.distance[n] == distance }
