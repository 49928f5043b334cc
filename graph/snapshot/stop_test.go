package snapshot

import (
	"context"
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mandategraph/graph"
)

// must is what a walk that nothing stops gives.
func must[T any](found T, err error) T {
	if err != nil {
		panic(err)
	}
	return found
}

func reach(s *Snapshot, start []Node, direction Direction, limits Limits) Reached {
	return must(s.Reach(context.Background(), start, direction, limits))
}

func lineage(s *Snapshot, start []Node, direction Direction, limits Limits) Neighbourhood {
	return must(s.Lineage(context.Background(), start, direction, limits))
}

func subgraph(s *Snapshot, start []Node, limits Limits) Neighbourhood {
	return must(s.Subgraph(context.Background(), start, limits))
}

func paths(s *Snapshot, from, to Node, limits Limits) (length int, list [][]Edge) {
	length, list, err := s.Paths(context.Background(), from, to, limits)
	return length, must(list, err)
}

// Every walk looks at its context on the way, and gives nothing once it ended.
func TestWalksStopWhenTheirContextEnds(t *testing.T) {
	// Two columns of 40 acts for each of 100 sessions: every act recalls all of the
	// session before.
	d := graph.Document{ID: "document/X"}
	for session := range 100 {
		for from := range 40 {
			for to := range 40 {
				d.Statements = append(d.Statements, graph.Statement{
					Subject: fmt.Sprint("a/", session+1, "-", from), Relation: "recalls", Object: fmt.Sprint("a/", session, "-", to),
					Evidence: graph.Evidence{Document: d.ID, Start: len(d.Statements), End: len(d.Statements) + 1}})
			}
		}
	}
	s := New([]graph.Document{d})
	first, last := node(s, "a/0-0"), node(s, "a/100-0")
	everywhere := Limits{Depth: 1000}
	var all []Node
	for n := range Node(s.Len()) {
		all = append(all, n)
	}
	for name, walk := range map[string]func(context.Context) (int, error){
		"reach": func(ctx context.Context) (int, error) {
			r, err := s.Reach(ctx, []Node{last}, Backward, everywhere)
			return len(r.Nodes), err
		},
		"lineage": func(ctx context.Context) (int, error) {
			h, err := s.Lineage(ctx, []Node{first}, Forward, everywhere)
			return len(h.Nodes), err
		},
		"subgraph": func(ctx context.Context) (int, error) {
			h, err := s.Subgraph(ctx, []Node{first}, everywhere)
			return len(h.Nodes), err
		},
		"paths": func(ctx context.Context) (int, error) {
			_, list, err := s.Paths(ctx, last, first, everywhere)
			return len(list), err
		},
		"sizes": func(ctx context.Context) (int, error) {
			nodes, _, err := s.LineageSizes(ctx, Backward)
			return len(nodes), err
		},
		"among": func(ctx context.Context) (int, error) {
			edges, err := Among(ctx, s, all)
			return len(edges), err
		},
	} {
		stopped := 0
		for looks := 0; ; looks++ {
			found, err := walk(&countedContext{Context: context.Background(), left: looks})
			if err == nil {
				assert.Positive(t, found, name)
				break
			}
			require.ErrorIs(t, err, context.Canceled, name)
			assert.Zero(t, found, "%s: half of it is nothing", name)
			stopped++
		}
		assert.GreaterOrEqual(t, stopped, 2, "%s looks on the way", name)
	}
}

// A countedContext ends after it was looked at so many times.
type countedContext struct {
	context.Context
	left int
}

func (c *countedContext) Err() error {
	if c.left--; c.left < 0 {
		return context.Canceled
	}
	return nil
}
