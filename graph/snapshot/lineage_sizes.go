package snapshot

import (
	"context"
	"math/bits"
)

// LineageSizes counts, for every node that takes part in a citation lineage,
// the other nodes that an unbounded [Snapshot.Reach] from it finds: how much an
// act rests on, or how much rests on it. Nodes are in the order of their ids.
//
// It goes through the graph once for every blockNodes nodes and passes them on
// as sets of bits, from what is cited to what cites; nodes that cite one another
// in a circle share one set. The error is that of the context.
func (s *Snapshot) LineageSizes(ctx context.Context, direction Direction) (nodes []Node, sizes []int, err error) {
	if s.layered != nil {
		return s.Whole().LineageSizes(ctx, direction)
	}
	p := s.plane(nil)
	l := &p.out
	if direction == Forward {
		l = &p.in
	}
	c := condense(l, p.size)
	pace := pace{ctx: ctx}
	reached := c.count(&pace)
	if pace.look() {
		return nil, nil, pace.err
	}
	nodes, sizes = numbers[Node](s.lineageNode), make([]int, p.size)
	for n := range p.size {
		sizes[n] = reached[c.of[n]] - 1
	}
	return nodes, sizes, nil
}

const (
	blockWords = 8
	blockNodes = 64 * blockWords
)

// A condensed graph has the circles of another one as its nodes, in an order in
// which links go from higher to lower numbers only.
type condensed struct {
	of      []uint32 // of each node: its circle
	members []uint32 // the nodes, by circle
	begin   []uint32 // of each circle: its first place in members
	start   []uint32 // links, as starts of rows
	far     []uint32
}

// count adds up, for every circle, the nodes that it reaches, its own included.
func (c *condensed) count(p *pace) []int {
	circles := len(c.begin) - 1
	reached := make([]int, circles)
	rows := make([][blockWords]uint64, circles)
	for from := 0; from < len(c.members); from += blockNodes {
		to := min(from+blockNodes, len(c.members))
		lowest := c.of[c.members[from]]
		for circle := lowest; int(circle) < circles && !p.stopped(); circle++ {
			row := &rows[circle]
			*row = [blockWords]uint64{}
			for place := max(int(c.begin[circle]), from); place < min(int(c.begin[circle+1]), to); place++ {
				row[(place-from)/64] |= 1 << ((place - from) % 64)
			}
			for _, far := range c.far[c.start[circle]:c.start[circle+1]] {
				if far >= lowest {
					other := &rows[far]
					for word := range row {
						row[word] |= other[word]
					}
				}
			}
			for _, word := range row {
				reached[circle] += bits.OnesCount64(word)
			}
		}
	}
	return reached
}

// condense finds the circles by Tarjan's algorithm (Depth-first search and
// linear graph algorithms, 1972), with a stack of its own.
func condense(l *links, size int) *condensed {
	t := tarjan{links: l, low: make([]uint32, size), next: make([]uint32, size), condensed: condensed{of: make([]uint32, size)}}
	copy(t.next, l.start)
	for n := range t.of {
		t.of[n] = unassigned
	}
	for n := range uint32(size) {
		if t.low[n] == 0 {
			t.visit(n)
		}
	}
	t.begin = append(t.begin, uint32(len(t.members)))
	circles := len(t.begin) - 1
	t.condensed.start = make([]uint32, 1, circles+1)
	for circle := range circles {
		for _, n := range t.members[t.begin[circle]:t.begin[circle+1]] {
			for _, far := range l.far[l.start[n]:l.start[n+1]] {
				if t.of[far] != uint32(circle) {
					t.condensed.far = append(t.condensed.far, t.of[far])
				}
			}
		}
		t.condensed.start = append(t.condensed.start, uint32(len(t.condensed.far)))
	}
	return &t.condensed
}

// unassigned is the circle of nodes whose circle is not known yet.
const unassigned = ^uint32(0)

type tarjan struct {
	condensed
	*links
	// Of each node: the lowest number that it leads to, zero before it is met;
	// and its next link to follow.
	low, next []uint32
	met       uint32
	path      []uint32 // the nodes from the root to where we are
	number    []uint32 // of each node on path
	open      []uint32 // met, without a circle
}

func (t *tarjan) enter(n uint32) {
	t.met++
	t.low[n] = t.met
	t.path, t.number, t.open = append(t.path, n), append(t.number, t.met), append(t.open, n)
}

func (t *tarjan) visit(root uint32) {
	t.enter(root)
	for len(t.path) > 0 {
		n := t.path[len(t.path)-1]
		if t.next[n] < t.links.start[n+1] {
			far := t.links.far[t.next[n]]
			t.next[n]++
			switch {
			case t.low[far] == 0:
				t.enter(far)
			case t.of[far] == unassigned:
				t.low[n] = min(t.low[n], t.low[far])
			}
			continue
		}
		t.leave(n)
	}
}

// leave goes back from a node; one that leads to none before it is the root of
// a circle.
func (t *tarjan) leave(n uint32) {
	last := len(t.path) - 1
	root := t.low[n] == t.number[last]
	t.path, t.number = t.path[:last], t.number[:last]
	if last > 0 {
		before := t.path[last-1]
		t.low[before] = min(t.low[before], t.low[n])
	}
	if !root {
		return
	}
	circle := uint32(len(t.begin))
	t.begin = append(t.begin, uint32(len(t.members)))
	for {
		member := t.open[len(t.open)-1]
		t.open = t.open[:len(t.open)-1]
		t.of[member] = circle
		t.members = append(t.members, member)
		if member == n {
			return
		}
	}
}
