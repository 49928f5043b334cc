package graph

import "slices"

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

var lineageRelations = func() []string {
	var names []string
	for _, r := range Relations {
		if r.Lineage {
			names = append(names, r.Name)
		}
	}
	return names
}()

// Lineage walks from start along citations, breadth first.
func (s *Snapshot) Lineage(start []Node, direction Direction, limits Limits) Neighbourhood {
	if len(limits.Relations) == 0 {
		limits.Relations = lineageRelations
	}
	return s.walk(start, direction, limits)
}

// Subgraph walks from start along all relations, or the given ones, both ways.
func (s *Snapshot) Subgraph(start []Node, limits Limits) Neighbourhood {
	return s.walk(start, Both, limits)
}

func (s *Snapshot) walk(start []Node, direction Direction, limits Limits) Neighbourhood {
	r := Neighbourhood{Distance: map[Node]int{}}
	frontier := slices.Clone(start)
	slices.Sort(frontier)
	frontier = slices.Compact(frontier)
	for _, n := range frontier {
		r.Distance[n] = 0
	}
	r.Nodes = slices.Clone(frontier)
	seen := map[Edge]bool{}
	for depth := 1; depth <= limits.Depth && len(frontier) > 0; depth++ {
		var next []Node
		for _, n := range frontier {
			for _, e := range s.incident(n, direction, limits.Relations) {
				source, target := s.Ends(e)
				other := target
				if target == n {
					other = source
				}
				if other == NoNode {
					continue
				}
				if _, ok := r.Distance[other]; !ok {
					if limits.Nodes > 0 && len(r.Distance) >= limits.Nodes {
						r.Truncated = true
						continue
					}
					r.Distance[other] = depth
					next = append(next, other)
				}
				if !seen[e] {
					seen[e] = true
					r.Edges = append(r.Edges, e)
				}
			}
		}
		slices.Sort(next)
		r.Nodes = append(r.Nodes, next...)
		frontier = next
	}
	slices.Sort(r.Edges)
	return r
}

func (s *Snapshot) incident(n Node, direction Direction, relations []string) []Edge {
	switch direction {
	case Backward:
		return s.Out(n, relations...)
	case Forward:
		return s.In(n, relations...)
	}
	return append(s.Out(n, relations...), s.In(n, relations...)...)
}
