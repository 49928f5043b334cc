package snapshot

import (
	"fmt"
	"slices"
)

// VerifyInverse checks that every statement is among those of its subject and
// of its object, and nothing else is.
func VerifyInverse(s *Snapshot) (findings []string) {
	incoming, outgoing, joining := 0, 0, 0
	for n := range Node(s.Len()) {
		out, in := s.Out(n), s.In(n)
		for _, e := range out {
			source, target := s.Ends(e)
			if source != n {
				findings = append(findings, fmt.Sprintf("%s: a statement of %s is listed as its own", s.ID(n), s.ID(source)))
			}
			if outgoing++; target != NoNode {
				joining++
			}
		}
		for i, e := range in {
			if _, target := s.Ends(e); target != n || i > 0 && in[i-1] >= e {
				findings = append(findings, fmt.Sprintf("%s: a statement about something else is listed among what points at it", s.ID(n)))
			}
			incoming++
		}
		for _, pair := range [][2][]Edge{{out, s.datedOut(n)}, {in, s.datedIn(n)}} {
			if !slices.Equal(pair[0], slices.Sorted(slices.Values(pair[1]))) {
				findings = append(findings, s.ID(n)+": its statements by date are not its statements")
			}
		}
	}
	if outgoing != s.Edges() || incoming != joining {
		findings = append(
			findings,
			fmt.Sprintf(
				"%d statements, of which %d join entities, are listed %d times by subject and %d times by object",
				s.Edges(),
				joining,
				outgoing,
				incoming,
			),
		)
	}
	return findings
}
