package snapshot

import (
	"context"
	"slices"
)

// Among lists the statements that join two of the nodes, in the order of the
// texts: those of the given relations, or of all. The error is that of the
// context.
func Among(ctx context.Context, s *Snapshot, nodes []Node, relations ...string) ([]Edge, error) {
	chosen := make(map[Node]bool, len(nodes))
	for _, n := range nodes {
		chosen[n] = true
	}
	pace := pace{ctx: ctx}
	var list []Edge
	for n := range chosen {
		for _, e := range s.Out(n, relations...) {
			if pace.stopped() {
				return nil, pace.err
			}
			if _, target := s.Ends(e); chosen[target] {
				list = append(list, e)
			}
		}
	}
	slices.Sort(list)
	return list, nil
}
