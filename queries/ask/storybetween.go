package ask

import (
	"cmp"
	"context"
	"slices"

	"mandategraph/graph"
	"mandategraph/graph/snapshot"
	"mandategraph/graph/timeline"
)

// StoryBetween tells how one thing led to another: the acts along the shortest ways
// of citations between them, in either direction; or, where the end is no act, the
// acts that rest on the beginning and speak of the end. The error is that of the
// context.
func (r *Reader) StoryBetween(ctx context.Context, from, to snapshot.Node) (Story, error) {
	s := Story{Subject: from, To: to}
	edges, err := r.ways(ctx, from, to)
	if err != nil {
		return s, err
	}
	if len(edges) == 0 && r.Kind(to) != "Act" {
		if edges, err = r.lastWays(ctx, from, to); err != nil {
			return s, err
		}
	}
	for _, end := range []snapshot.Node{from, to} {
		if len(edges) > 0 && r.Kind(end) == "Act" {
			s.Sentences = append(s.Sentences, r.adoption(end)...)
		}
	}
	s.Sentences = append(s.Sentences, r.steps(edges)...)
	s.arrange()
	s.gaps(ctx, r, timeline.Life{})
	return s, nil
}

// ways are the statements on the shortest ways between two things, from the later
// to the earlier one as citations run, else the other way.
func (r *Reader) ways(ctx context.Context, from, to snapshot.Node) ([]snapshot.Edge, error) {
	for _, ends := range [][2]snapshot.Node{{to, from}, {from, to}} {
		_, paths, err := r.Paths(ctx, ends[0], ends[1], snapshot.Limits{Depth: walk})
		if err != nil {
			return nil, err
		}
		if len(paths) > 0 {
			return slices.Concat(paths...), nil
		}
	}
	return nil, nil
}

// lastWays are the statement of the first act that speaks of the end and rests on
// the beginning, of those that established it where there is one, and the way from
// that act back to the beginning.
func (r *Reader) lastWays(ctx context.Context, from, to snapshot.Node) ([]snapshot.Edge, error) {
	reached, err := r.Reach(ctx, []snapshot.Node{from}, snapshot.Forward, snapshot.Limits{Depth: walk})
	if err != nil {
		return nil, err
	}
	for _, relations := range [][]string{graph.Life[:1], nil} {
		var first []snapshot.Edge
		for _, e := range r.In(to, relations...) {
			act, _ := r.Ends(e)
			if slices.Contains(reached.Nodes, act) && r.Kind(act) == "Act" && (first == nil || r.isEarlier(e, first[0])) {
				first = []snapshot.Edge{e}
			}
		}
		if first != nil {
			act, _ := r.Ends(first[0])
			way, err := r.ways(ctx, from, act)
			return append(first, way...), err
		}
	}
	return nil, nil
}

// isEarlier compares the dates of the acts that make statements; no date is late.
func (r *Reader) isEarlier(e, other snapshot.Edge) bool {
	dated := func(e snapshot.Edge) string {
		act, _ := r.Ends(e)
		return cmp.Or(r.Date(act), "9")
	}
	return dated(e) < dated(other)
}
