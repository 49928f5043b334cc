package store

import (
	"context"
	"fmt"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/iterator"
	"github.com/cayleygraph/cayley/graph/refs"
)

// An arrayShape is a list of numbers that Cayley goes through or looks into.
type arrayShape struct {
	*arrays
	list     []uint32
	ref      func(uint32) cayley.Ref
	contains func(cayley.Ref) bool
}

func (s *arrayShape) String() string { return fmt.Sprintf("Array(%d)", len(s.list)) }

func (s *arrayShape) Iterate() iterator.Scanner { return &arrayScanner{arrayShape: s} }

func (s *arrayShape) Lookup() iterator.Index { return &arrayIndex{arrayShape: s} }

func (s *arrayShape) SubIterators() []iterator.Shape { return nil }

func (s *arrayShape) Optimize(context.Context) (iterator.Shape, bool) { return s, false }

func (s *arrayShape) Stats(context.Context) (iterator.Costs, error) {
	return iterator.Costs{ContainsCost: 1, NextCost: 1, Size: refs.Size{Value: int64(len(s.list)), Exact: true}}, nil
}

// arrayScanner goes through the list.
type arrayScanner struct {
	*arrayShape
	next int
}

func (s *arrayScanner) Next(context.Context) bool {
	if s.next >= len(s.list) {
		return false
	}
	s.next++
	return true
}

func (s *arrayScanner) Result() refs.Ref {
	if s.next == 0 || len(s.list) == 0 {
		return nil
	}
	return s.ref(s.list[s.next-1])
}

func (*arrayScanner) TagResults(map[string]refs.Ref) {}

func (*arrayScanner) NextPath(context.Context) bool { return false }

func (*arrayScanner) Err() error { return nil }

func (*arrayScanner) Close() error { return nil }

// arrayIndex looks into the list.
type arrayIndex struct {
	*arrayShape
	found refs.Ref
}

func (s *arrayIndex) Contains(_ context.Context, r refs.Ref) bool {
	ok := s.contains(r)
	if ok {
		s.found = r
	}
	return ok
}

func (s *arrayIndex) Result() refs.Ref { return s.found }

func (*arrayIndex) TagResults(map[string]refs.Ref) {}

func (*arrayIndex) NextPath(context.Context) bool { return false }

func (*arrayIndex) Err() error { return nil }

func (*arrayIndex) Close() error { return nil }
