package graph

import (
	"cmp"
	"slices"
	"strings"
)

// arrangeByDate sorts, for each node, its statements by relation and then by
// the date of what stands at their other end.
func (s *Snapshot) arrangeByDate() {
	rank := s.dateRanks()
	sorted := func(start, edges []uint32, far func(Edge) Node) []uint32 {
		for n := range s.Len() {
			slices.SortFunc(edges[start[n]:start[n+1]], func(x, y uint32) int {
				a, b := far(Edge(x)), far(Edge(y))
				return cmp.Or(cmp.Compare(s.relation[x], s.relation[y]), cmp.Compare(rankOf(rank, a), rankOf(rank, b)), cmp.Compare(a, b), cmp.Compare(x, y))
			})
		}
		return edges
	}
	all := make([]uint32, s.Edges())
	for e := range all {
		all[e] = uint32(e)
	}
	s.outByDate = sorted(s.outStart, all, func(e Edge) Node { _, target := s.Ends(e); return target })
	s.inByDate = sorted(s.inStart, slices.Clone(s.inEdge), func(e Edge) Node { source, _ := s.Ends(e); return source })
}

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
// join it to, then of their ids; what has no date comes first. It is a part of
// the snapshot's arrays, so that a page of it costs no more than the page. The
// caller must not change it.
func (s *Snapshot) ByDate(n Node, direction Direction, relation string) []Edge {
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

// datedOut and datedIn are the statements of a node by relation and date.
func (s *Snapshot) datedOut(n Node) []Edge {
	return numbers[Edge](s.outByDate[s.outStart[n]:s.outStart[n+1]])
}

func (s *Snapshot) datedIn(n Node) []Edge {
	return numbers[Edge](s.inByDate[s.inStart[n]:s.inStart[n+1]])
}
