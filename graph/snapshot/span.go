package snapshot

// spans are compressed sparse rows of the few nodes that have any.
type spans struct {
	has   rankSet
	start []uint32
}

// newSpans leaves out the empty rows of others.
func newSpans(start []uint32) (s spans) {
	nodes := len(start) - 1
	s.has = newRankSet(nodes, func(n uint32) bool { return start[n] < start[n+1] })
	for n := range nodes {
		if start[n] < start[n+1] {
			s.start = append(s.start, start[n])
		}
	}
	s.start = append(s.start, start[nodes])
	return s
}

// of is the row of a node.
func (s *spans) of(n uint32) (from, to uint32) {
	place, ok := s.has.find(n)
	if !ok {
		return 0, 0
	}
	return s.start[place], s.start[place+1]
}
