package snapshot

import (
	"cmp"
	"slices"
	"strings"
)

// arrangeByDate sorts, for each node, its statements by relation and then by
// the date of what stands at their other end.
func (s *Snapshot) arrangeByDate() {
	rank := s.dateRanks()
	sorted := func(part spans, edges []uint32, far func(Edge) Node) (spans, []uint32) {
		start, list := []uint32{0}, []uint32{}
		for n := range uint32(s.Len()) {
			if from, to := part.of(n); to-from > few {
				list = append(list, edges[from:to]...)
				slices.SortFunc(list[start[n]:], func(x, y uint32) int {
					a, b := far(Edge(x)), far(Edge(y))
					return cmp.Or(
						cmp.Compare(s.relation[x], s.relation[y]),
						cmp.Compare(rankOf(rank, a), rankOf(rank, b)),
						cmp.Compare(a, b),
						cmp.Compare(x, y),
					)
				})
			}
			start = append(start, uint32(len(list)))
		}
		return newSpans(start), list
	}
	s.outDated, s.outByDate = sorted(s.outgoing, Ascending(0, s.Edges()), s.target)
	s.inDated, s.inByDate = sorted(s.incoming, s.inEdge, s.source)
}

// few statements of a node are sorted when asked for.
const few = 16

// source and target are the ends of a statement.
func (s *Snapshot) source(e Edge) Node { source, _ := s.Ends(e); return source }

func (s *Snapshot) target(e Edge) Node { _, target := s.Ends(e); return target }

func rankOf(rank []uint32, n Node) uint32 {
	if n == NoNode {
		return 0
	}
	return rank[n]
}

// dateRanks are the places of the nodes' dates among all dates. What has none
// comes first.
func (s *Snapshot) dateRanks() []uint32 {
	place := map[string]uint32{}
	for n := range Node(s.Len()) {
		place[s.Date(n)] = 0
	}
	dates := make([]string, 0, len(place))
	for date := range place {
		dates = append(dates, date)
	}
	slices.SortFunc(dates, strings.Compare)
	for i, date := range dates {
		place[date] = uint32(i)
	}
	rank := make([]uint32, s.Len())
	for n := range rank {
		rank[n] = place[s.Date(Node(n))]
	}
	return rank
}

// ByDate lists the statements of one relation of which a node is subject
// ([Backward]) or object ([Forward]), in the order of the dates of what they
// join it to, then of their ids; what has no date comes first. Where there are
// many it is a part of the snapshot's arrays, so that a page of it costs no more
// than the page. The caller must not change it.
func (s *Snapshot) ByDate(n Node, direction Direction, relation string) []Edge {
	if s.layered != nil {
		return s.layeredByDate(n, direction, relation)
	}
	code, ok := s.relationCode[relation]
	if !ok {
		return nil
	}
	list := s.datedOut(n)
	if direction == Forward {
		list = s.datedIn(n)
	}
	compare := func(e Edge, code uint32) int { return cmp.Compare(uint32(s.relation[e]), code) }
	from, _ := slices.BinarySearchFunc(list, code, compare)
	to, _ := slices.BinarySearchFunc(list, code+1, compare)
	return list[from:to]
}

// layeredByDate sorts when asked.
func (s *Snapshot) layeredByDate(n Node, direction Direction, relation string) []Edge {
	if direction == Forward {
		return s.sortDated(s.In(n, relation), s.source)
	}
	return s.sortDated(s.Out(n, relation), s.target)
}

// datedOut and datedIn are the statements of a node by relation and date.
func (s *Snapshot) datedOut(n Node) []Edge {
	if s.layered != nil {
		return s.sortDated(s.Out(n), s.target)
	}
	if from, to := s.outDated.of(uint32(n)); from < to {
		return numbers[Edge](s.outByDate[from:to])
	}
	return s.sortDated(s.Out(n), s.target)
}

func (s *Snapshot) datedIn(n Node) []Edge {
	if s.layered != nil {
		return s.sortDated(s.In(n), s.source)
	}
	if from, to := s.inDated.of(uint32(n)); from < to {
		return numbers[Edge](s.inByDate[from:to])
	}
	return s.sortDated(s.In(n), s.source)
}

// sortDated sorts few statements as arrangeByDate does many.
func (s *Snapshot) sortDated(edges []Edge, far func(Edge) Node) []Edge {
	date := func(n Node) string {
		if n == NoNode {
			return ""
		}
		return s.Date(n)
	}
	slices.SortFunc(edges, func(x, y Edge) int {
		a, b := far(x), far(y)
		return cmp.Or(
			strings.Compare(s.Relation(x), s.Relation(y)),
			strings.Compare(date(a), date(b)),
			cmp.Compare(a, b),
			cmp.Compare(x, y),
		)
	})
	return edges
}

// Ascending are the numbers from one up to another.
func Ascending(from, to int) []uint32 {
	list := make([]uint32, to-from)
	for i := range list {
		list[i] = uint32(from + i)
	}
	return list
}
