package graph

import "slices"

// links are one direction of a graph in compressed sparse rows: those of n have
// the places start[at(n)] to start[at(n)+1]. edge is the statement at a place,
// or nil where the place is its number; far the node at its other end, or nil
// where that is the statement's subject.
type links struct {
	has              rankSet // the nodes that have any, or nil where all have a row
	start, far, edge []uint32
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
	nodes   []uint32
	out, in links
	// chosen says which relations count; nil: all that are there.
	chosen []bool
}

// plane is the graph of some relations, or without any of those that belong in
// a lineage; that one has its own arrays, without paragraphs and all others
// that cite nothing.
func (s *Snapshot) plane(relations []string) *plane {
	if len(relations) == 0 {
		return &plane{Snapshot: s, size: len(s.lineageNode), nodes: s.lineageNode,
			out: links{nil, s.lineageOutStart, s.lineageOut, s.lineageOutEdge}, in: links{nil, s.lineageInStart, s.lineageIn, s.lineageInEdge}}
	}
	p := s.wholePlane()
	for code, chosen := range s.chosen(relations) {
		p.chosen[code] = p.chosen[code] && chosen
	}
	return p
}

// wholePlane is the graph of all relations between nodes.
func (s *Snapshot) wholePlane() *plane {
	p := &plane{Snapshot: s, size: s.Len(), out: links{s.outgoing.has, s.outgoing.start, s.object, nil}, in: links{s.incoming.has, s.incoming.start, nil, s.inEdge}, chosen: make([]bool, len(s.relations))}
	for code, literal := range s.literal {
		p.chosen[code] = !literal
	}
	return p
}

// number is a node's number in the plane.
func (p *plane) number(n Node) (uint32, bool) {
	if p.nodes == nil {
		return uint32(n), true
	}
	place, ok := slices.BinarySearch(p.nodes, uint32(n))
	return uint32(place), ok
}

// node undoes number.
func (p *plane) node(number uint32) Node {
	if p.nodes == nil {
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
	return p.chosen == nil || p.chosen[p.relation[l.statement(place)]]
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
		start, list := group(len(edges), len(s.lineageNode), func(i int) uint32 { return number[ends[i]] })
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
func (m *marks) has(n uint32) bool            { return m.seen[n] == m.round }

// at reports whether a node was seen at a distance.
func (m *marks) at(n uint32, distance int32) bool { return m.has(n) && m.distance[n] == distance }
