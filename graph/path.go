package graph

import "slices"

// MaxPaths is the number of shortest paths that [Snapshot.Paths] gives at most.
const MaxPaths = 100

// Paths finds all shortest directed paths from one node to another along
// lineage relations, or along limits.Relations, of at most limits.Depth steps;
// limits.Nodes bounds the nodes that are looked at. The length is -1 where
// there is no path within the limits, and 0, with one empty path, from a node
// to itself. Paths come in the order of their edges, the first [MaxPaths] of
// them; two statements that join the same nodes make two paths.
func (s *Snapshot) Paths(from, to Node, limits Limits) (length int, paths [][]Edge) {
	if len(limits.Relations) == 0 {
		limits.Relations = lineageRelations
	}
	distance := s.distances(from, to, limits)
	length, ok := distance[to]
	if !ok {
		return -1, nil
	}
	r := router{snapshot: s, relations: limits.Relations, to: to, leads: s.leading(to, distance, limits.Relations), distance: distance}
	r.follow(from, make([]Edge, 0, length))
	return length, r.paths
}

// distances counts the steps from a node until it reaches the other one. A
// level is begun only while the bound on nodes was not reached, so that no node
// of a shortest path is left out: what is found is exact.
func (s *Snapshot) distances(from, to Node, limits Limits) map[Node]int {
	distance := map[Node]int{from: 0}
	frontier, full := []Node{from}, false
	for depth := 1; depth <= limits.Depth && len(frontier) > 0 && !full; depth++ {
		if _, ok := distance[to]; ok {
			break
		}
		var next []Node
		for _, n := range frontier {
			for _, e := range s.Out(n, limits.Relations...) {
				_, target := s.Ends(e)
				if _, seen := distance[target]; seen || target == NoNode {
					continue
				}
				if limits.Nodes > 0 && len(distance) >= limits.Nodes && target != to {
					full = true
					continue
				}
				distance[target] = depth
				next = append(next, target)
			}
		}
		frontier = next
	}
	return distance
}

// leading marks the nodes from which a shortest path goes on to the end, so
// that following them meets no dead end.
func (s *Snapshot) leading(to Node, distance map[Node]int, relations []string) map[Node]bool {
	leads := map[Node]bool{to: true}
	for frontier := []Node{to}; len(frontier) > 0; {
		var next []Node
		for _, n := range frontier {
			for _, e := range s.In(n, relations...) {
				source, _ := s.Ends(e)
				if d, ok := distance[source]; ok && d+1 == distance[n] && !leads[source] {
					leads[source] = true
					next = append(next, source)
				}
			}
		}
		frontier = next
	}
	return leads
}

// A router spells out the shortest paths.
type router struct {
	snapshot  *Snapshot
	relations []string
	to        Node
	leads     map[Node]bool
	distance  map[Node]int
	paths     [][]Edge
}

func (r *router) follow(n Node, path []Edge) {
	if n == r.to {
		r.paths = append(r.paths, slices.Clone(path))
		return
	}
	for _, e := range r.snapshot.Out(n, r.relations...) {
		if len(r.paths) >= MaxPaths {
			return
		}
		_, target := r.snapshot.Ends(e)
		if r.leads[target] && r.distance[target] == r.distance[n]+1 {
			r.follow(target, append(path, e))
		}
	}
}
