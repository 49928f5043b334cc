package snapshot

import (
	"slices"
	"strings"

	"mandategraph/graph/names"
)

// Resolve finds the entities that a text may mean: the one with that id, or
// the acts that fit it as a [names.Reference]. More than one is an ambiguity that
// the caller shows; acts whose text is loaded come first.
func Resolve(s *Snapshot, text string) []Node {
	text = strings.TrimSpace(text)
	if n, ok := s.Lookup(text); ok {
		return []Node{n}
	}
	r, ok := names.ParseReference(text)
	if !ok {
		return nil
	}
	var found []Node
	for _, n := range s.Nodes("Act") {
		if r.Matches(s.ID(n)) {
			found = append(found, n)
		}
	}
	slices.SortStableFunc(found, func(a, b Node) int {
		switch {
		case s.Loaded(a) == s.Loaded(b):
			return int(a - b)
		case s.Loaded(a):
			return -1
		}
		return 1
	})
	return found
}
