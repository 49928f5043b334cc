package snapshot

import (
	"context"
	"slices"
)

// MaxPaths is the number of shortest paths that [Snapshot.Paths] gives at most.
const MaxPaths = 100

// Paths finds all shortest directed paths from one node to another along
// lineage relations, or along limits.Relations, of at most limits.Depth steps;
// limits.Nodes bounds the nodes that are looked at before the last step. The
// length is -1 where there is no path within the limits, and 0, with one empty
// path, from a node to itself. Paths come in the order of their edges, the
// first [MaxPaths] of them; two statements that join the same nodes make two
// paths. The error is that of the context, at the end of which the search stops.
func (s *Snapshot) Paths(
	ctx context.Context, from, to Node, limits Limits,
) (length int, paths [][]Edge, err error) {
	if from == to {
		return 0, [][]Edge{{}}, nil
	}
	p := s.plane(limits.Relations)
	start, known := p.number(from)
	end, ok := p.number(to)
	if !known || !ok {
		return -1, nil, nil
	}
	r := router{plane: p, pace: pace{ctx: ctx}, limits: limits, ahead: newSide(p, &p.out, start), back: newSide(p, &p.in, end), to: end}
	defer func() { p.scratch.Put(r.ahead.marks); p.scratch.Put(r.back.marks) }()
	met := r.meet()
	if len(met) == 0 || r.err != nil {
		return -1, nil, r.err
	}
	length = int(r.ahead.depth + r.back.depth)
	r.lead(met)
	r.follow(start, make([]Edge, 0, length))
	if r.err != nil {
		return -1, nil, r.err
	}
	return length, r.paths, nil
}

// A side of the search goes from one end of the path towards the other, a whole
// level at a time, so that the distances in it are exact.
type side struct {
	*marks
	links    *links
	frontier []uint32
	depth    int32
	seen     int
}

func newSide(p *plane, l *links, n uint32) *side {
	s := &side{marks: p.marks(), links: l, frontier: []uint32{n}, seen: 1}
	s.set(n, 0)
	return s
}

// A router finds and spells out the shortest paths.
type router struct {
	*plane
	pace
	limits      Limits
	ahead, back *side
	to          uint32
	paths       [][]Edge
}

// meet lets both sides grow, the smaller one first, until they have nodes in
// common. It stops without any where a limit is reached.
func (r *router) meet() []uint32 {
	for int(r.ahead.depth+r.back.depth) < r.limits.Depth && len(r.ahead.frontier) > 0 && len(r.back.frontier) > 0 {
		if r.limits.Nodes > 0 && r.ahead.seen+r.back.seen > r.limits.Nodes+1 {
			return nil
		}
		s, other := r.ahead, r.back
		if len(other.frontier) < len(s.frontier) {
			s, other = other, s
		}
		if met := r.grow(s, other); len(met) > 0 {
			return met
		}
	}
	return nil
}

// grow adds a level to one side, and gives those of it that the other knows.
func (r *router) grow(s, other *side) (met []uint32) {
	s.depth++
	var next []uint32
	for _, n := range s.frontier {
		if r.stopped() {
			return nil
		}
		l, place, end := r.row(s.links, n)
		for ; place < end; place++ {
			far := r.other(l, place)
			if !r.counts(l, place) || s.has(far) {
				continue
			}
			s.set(far, s.depth)
			next = append(next, far)
			if other.has(far) {
				met = append(met, far)
			}
		}
	}
	s.frontier, s.seen = next, s.seen+len(next)
	return met
}

// lead goes back from where the sides met and notes, of every node on a
// shortest path, how far the end is: following them then meets no dead end.
func (r *router) lead(met []uint32) {
	frontier := met
	for depth := r.ahead.depth; depth > 0; depth-- {
		left := r.back.depth + r.ahead.depth - depth
		var next []uint32
		for _, n := range frontier {
			if r.stopped() {
				return
			}
			l, place, end := r.row(&r.in, n)
			for ; place < end; place++ {
				if source := r.other(l, place); r.counts(l, place) && r.ahead.at(source, depth-1) && !r.back.has(source) {
					r.back.set(source, left+1)
					next = append(next, source)
				}
			}
		}
		frontier = next
	}
}

// follow spells out what goes on from a node.
func (r *router) follow(n uint32, path []Edge) {
	if n == r.to {
		r.paths = append(r.paths, slices.Clone(path))
		return
	}
	left := r.back.distance[n]
	if r.stopped() {
		return
	}
	l, place, end := r.row(&r.out, n)
	for ; place < end; place++ {
		if len(r.paths) >= MaxPaths {
			return
		}
		if target := r.other(l, place); r.counts(l, place) && r.back.at(target, left-1) {
			r.follow(target, append(path, r.edge(l.statement(place))))
		}
	}
}
