package snapshot

import "slices"

// Among lists the statements that join two of the nodes, in the order of the
// texts: those of the given relations, or of all.
func Among(s *Snapshot, nodes []Node, relations ...string) []Edge {
	chosen := make(map[Node]bool, len(nodes))
	for _, n := range nodes {
		chosen[n] = true
	}
	var list []Edge
	for n := range chosen {
		for _, e := range s.Out(n, relations...) {
			if _, target := s.Ends(e); chosen[target] {
				list = append(list, e)
			}
		}
	}
	slices.Sort(list)
	return list
}
