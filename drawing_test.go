package layout

import (
	"context"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mandategraph/graph"
	"mandategraph/graph/snapshot"
	"mandategraph/graph/timeline"
)

// A point is where an entity stands when columns and rows are one apart.
type point struct{ x, y int }

// crossings counts the straight lines that cross, each pair by itself.
func crossings(s *snapshot.Snapshot, edges []snapshot.Edge, at map[snapshot.Node]point) int {
	var lines [][2]point
	seen := map[[2]snapshot.Node]bool{}
	for _, e := range edges {
		source, target := s.Ends(e)
		if pair := [2]snapshot.Node{min(source, target), max(source, target)}; target != snapshot.NoNode && !seen[pair] {
			seen[pair] = true
			lines = append(lines, [2]point{at[source], at[target]})
		}
	}
	side := func(a, b, c point) int { return (b.x-a.x)*(c.y-a.y) - (b.y-a.y)*(c.x-a.x) }
	apart := func(l, m [2]point) bool {
		a, b := side(l[0], l[1], m[0]), side(l[0], l[1], m[1])
		return a < 0 && b > 0 || a > 0 && b < 0
	}
	count := 0
	for i, l := range lines {
		for _, m := range lines[:i] {
			if apart(l, m) && apart(m, l) {
				count++
			}
		}
	}
	return count
}

// byID puts the rows of each cell in the natural order of ids.
func byID(s *snapshot.Snapshot, t timeline.Timeline) map[snapshot.Node]point {
	at := map[snapshot.Node]point{}
	for _, p := range t.Places {
		row := 0
		for _, q := range t.Places {
			if q.Column == p.Column && q.Lane == p.Lane && graph.CompareNatural(s.ID(q.Node), s.ID(p.Node)) < 0 {
				row++
			}
		}
		at[p.Node] = point{p.Column, t.Lanes[p.Lane].Above + row}
	}
	return at
}

// Every lineage and neighbourhood of the sample's acts, as the page draws them.
func TestPlacesCrossNoMoreThanTheOrderOfIDs(t *testing.T) {
	s := sampleSnapshot(t)
	ctx := context.Background()
	before, after := 0, 0
	for _, act := range s.Nodes("Act") {
		start := []snapshot.Node{act}
		for _, walk := range []func() (snapshot.Neighbourhood, error){
			func() (snapshot.Neighbourhood, error) {
				return s.Lineage(ctx, start, snapshot.Backward, snapshot.Limits{Depth: 3})
			},
			func() (snapshot.Neighbourhood, error) {
				return s.Lineage(ctx, start, snapshot.Forward, snapshot.Limits{Depth: 3})
			},
			func() (snapshot.Neighbourhood, error) { return s.Subgraph(ctx, start, snapshot.Limits{Depth: 1}) },
			func() (snapshot.Neighbourhood, error) {
				return s.Subgraph(ctx, start, snapshot.Limits{Depth: 2, Nodes: 150})
			},
		} {
			hood, err := walk()
			require.NoError(t, err)
			for _, axis := range []timeline.Axis{timeline.ByYear, timeline.BySession} {
				line, err := timeline.Arrange(ctx, s, hood.Nodes, hood.Edges, axis)
				require.NoError(t, err)
				at := map[snapshot.Node]point{}
				for _, p := range line.Places {
					at[p.Node] = point{p.Column, line.Level(p)}
				}
				plain, ordered := crossings(s, hood.Edges, byID(s, line)), crossings(s, hood.Edges, at)
				assert.LessOrEqual(t, ordered, plain, "%s, %d entities", s.ID(act), len(hood.Nodes))
				before, after = before+plain, after+ordered
			}
		}
	}
	assert.Less(t, after, before)
	t.Logf("%d crossings in the order of ids, %d as placed", before, after)
}
