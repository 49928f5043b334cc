package snapshot

import (
	"cmp"
	"slices"
)

// A plane of an overlay has the arrays of its base. Its nodes have joint numbers, or,
// in a lineage, those of the base's lineage and then those of o.lineageNode. What is
// changed has a row of its own, which is put together when a traversal comes by.

// row is where the links of a node stand: the arrays, and a range in them.
func (p *plane) row(l *links, n uint32) (row *links, from, to uint32) {
	if p.layered != nil {
		if row := p.changedRow(l, n); row != nil {
			return row, 0, uint32(len(row.far))
		}
	}
	at, ok := l.at(n)
	if !ok {
		return l, 0, 0
	}
	return l, l.start[at], l.start[at+1]
}

// changedRow is nil where a node has the links that its base gives it.
func (p *plane) changedRow(l *links, n uint32) *links {
	o := p.layered
	joint := p.joint(n)
	changed, find := o.outChanged, (*overlay).out
	if l == &p.in {
		changed, find = o.inChanged, (*overlay).in
	}
	if joint < o.nodes.bound && !changed.has(joint) {
		if p.part && int(n) >= len(p.nodes) {
			return &links{}
		}
		return nil
	}
	if !p.part {
		return p.makeRow(l, joint, find)
	}
	// Every lineage comes by the same nodes: those that many cite.
	at := rowKey{l == &p.in, n}
	if row, ok := o.rows.Load(at); ok {
		return row.(*links)
	}
	row := p.makeRow(l, joint, find)
	o.rows.Store(at, row)
	return row
}

// makeRow puts the links of a node together.
func (p *plane) makeRow(l *links, joint uint32, find func(*overlay, Node, []string) []Edge) *links {
	o, row := p.layered, &links{settled: true}
	for _, e := range find(o, Node(o.nodes.finalOf(joint)), nil) {
		if layer, number := o.edge(e); !p.isChosen(layer, uint32(number)) {
			continue
		}
		source, target := o.ends(e)
		far := target
		if l == &p.in {
			far = source
		}
		other, _ := p.number(far) // it is in the plane, as this statement is
		row.far, row.edge = append(row.far, other), append(row.edge, o.edges.jointOf(uint32(e)))
	}
	return row
}

// A rowKey is a node of a lineage, and whether what points at it is meant.
type rowKey struct {
	in     bool
	number uint32
}

// isChosen says whether the relation of a statement of a layer counts.
func (p *plane) isChosen(layer *Snapshot, e uint32) bool {
	code := layer.relation[e]
	if layer.literal[code] {
		return false
	}
	switch {
	case p.part:
		return layer.lineage[code]
	case layer == p.layered.base:
		return p.chosen[code]
	}
	return p.wanted == nil || p.wanted[code]
}

// joint undoes the numbering of a plane, up to joint numbers.
func (p *plane) joint(number uint32) uint32 {
	switch {
	case !p.part:
		return number
	case int(number) < len(p.nodes):
		return p.nodes[number]
	}
	return p.layered.lineageNode[int(number)-len(p.nodes)]
}

// laid makes a plane of the base one of an overlay.
func (o *overlay) laid(p *plane, relations []string) *plane {
	p.layered = o
	if p.size += o.delta.Len(); p.part {
		p.size = len(p.nodes) + len(o.lineageNode)
	}
	p.wanted = o.delta.chosen(relations)
	return p
}

// edge is a statement as its snapshot numbers it.
func (p *plane) edge(joint uint32) Edge {
	if p.layered == nil {
		return Edge(joint)
	}
	return Edge(p.layered.edges.finalOf(joint))
}

// apart takes the numbers out of a list that do not ascend as the nodes do.
func (p *plane) apart(list []uint32) (base, others []uint32) {
	if p.layered == nil {
		return list, nil
	}
	bound := p.layered.nodes.bound
	if p.part {
		bound = uint32(len(p.nodes))
	}
	base = list[:0]
	for _, n := range list {
		if n < bound {
			base = append(base, n)
		} else {
			others = append(others, n)
		}
	}
	return base, others
}

// between puts numbers in their places among sorted ones, before which there is room
// for them.
func (p *plane) between(base, others []uint32) {
	slices.SortFunc(others, func(x, y uint32) int { return cmp.Compare(p.node(x), p.node(y)) })
	all := base[:len(base)+len(others)]
	for at := len(all) - 1; len(others) > 0; at-- {
		last := others[len(others)-1]
		if len(base) > 0 && p.node(base[len(base)-1]) > p.node(last) {
			all[at], base = base[len(base)-1], base[:len(base)-1]
		} else {
			all[at], others = last, others[:len(others)-1]
		}
	}
}
