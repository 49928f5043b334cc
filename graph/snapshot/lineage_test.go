package snapshot

import (
	"cmp"
	"context"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mandategraph/graph"
	"mandategraph/graph/graphtest"
)

// walked is a traversal in the plain way: one set for each level.
func walked(s *Snapshot, start []Node, direction Direction, depth int, relations []string) map[Node]int {
	distance := map[Node]int{}
	for _, n := range start {
		distance[n] = 0
	}
	for level := 1; level <= depth; level++ {
		for n, at := range distance {
			if at != level-1 {
				continue
			}
			for e := range Edge(s.Edges()) {
				source, target := s.Ends(e)
				if !slices.Contains(relations, s.Relation(e)) {
					continue
				}
				if _, seen := distance[target]; source == n && direction != Forward && !seen {
					distance[target] = level
				}
				if _, seen := distance[source]; target == n && direction != Backward && !seen {
					distance[source] = level
				}
			}
		}
	}
	return distance
}

func TestTraversalsReachWhatPlainOnesDo(t *testing.T) {
	for seed := range int64(30) {
		s := New([]graph.Document{graphtest.Tangle(seed, 40, 60)})
		start := []Node{Node(seed) % Node(s.Len()), 3}
		for _, c := range []struct {
			relations, followed []string
		}{{nil, []string{"recalls", "endorses"}}, {[]string{"recalls"}, []string{"recalls"}}, {[]string{"sponsors", "endorses"}, []string{"sponsors", "endorses"}}} {
			for _, direction := range []Direction{Backward, Forward, Both} {
				for _, depth := range []int{0, 1, 3, 99} {
					want := walked(s, start, direction, depth, c.followed)
					limits := Limits{Depth: depth, Relations: c.relations}
					reached := reach(s, start, direction, limits)
					requireReached(t, want, reached)
					hood := lineage(s, start, direction, limits)
					require.Equal(t, reached.Nodes, hood.Nodes)
					require.Equal(t, want, hood.Distance)
					requireFollowed(t, s, hood, direction, depth, c.followed)
				}
			}
		}
	}
}

func requireReached(t *testing.T, want map[Node]int, r Reached) {
	t.Helper()
	require.Len(t, r.Nodes, len(want))
	for i, n := range r.Nodes {
		require.EqualValues(t, want[n], r.Distances[i])
		if i > 0 {
			require.Negative(t, cmp.Or(cmp.Compare(r.Distances[i-1], r.Distances[i]), cmp.Compare(r.Nodes[i-1], n)), "in the order of distance and id")
		}
	}
}

// requireFollowed checks that every edge from what was reached before the last
// level is given, once.
func requireFollowed(t *testing.T, s *Snapshot, hood Neighbourhood, direction Direction, depth int, relations []string) {
	var want []Edge
	for e := range Edge(s.Edges()) {
		source, target := s.Ends(e)
		from, known := hood.Distance[source]
		to, reached := hood.Distance[target]
		if slices.Contains(relations, s.Relation(e)) && (direction != Forward && known && from < depth || direction != Backward && reached && to < depth) {
			want = append(want, e)
		}
	}
	require.Equal(t, want, hood.Edges)
}

func TestSubgraphGoesBothWaysAlongAllRelations(t *testing.T) {
	s := New([]graph.Document{graphtest.Tangle(1, 40, 60)})
	assert.Equal(t, walked(s, []Node{2}, Both, 2, []string{"recalls", "endorses", "sponsors"}), subgraph(s, []Node{2}, Limits{Depth: 2}).Distance)
	hood := subgraph(s, []Node{2}, Limits{Depth: 9, Nodes: 5})
	assert.True(t, hood.Truncated)
	assert.Len(t, hood.Nodes, 5)
	for _, e := range hood.Edges {
		source, target := s.Ends(e)
		assert.Contains(t, hood.Distance, source)
		assert.Contains(t, hood.Distance, target)
	}
}

func TestLineageSizesAreThoseOfEachWalk(t *testing.T) {
	for seed := range int64(20) {
		s := New([]graph.Document{graphtest.Tangle(seed, 30+int(seed)*60, 60+int(seed)*70)})
		for _, direction := range []Direction{Backward, Forward} {
			nodes, sizes, err := s.LineageSizes(context.Background(), direction)
			require.NoError(t, err)
			for i, n := range nodes {
				reached := reach(s, []Node{n}, direction, Limits{Depth: 1 << 30})
				require.Equal(t, len(reached.Nodes)-1, sizes[i])
			}
		}
	}
}

func TestShortestPathsAreThoseOfAWalk(t *testing.T) {
	for seed := range int64(40) {
		s := New([]graph.Document{graphtest.Tangle(seed, 25, 50)})
		for from := range Node(s.Len()) {
			distance := walked(s, []Node{from}, Backward, 6, []string{"recalls", "endorses"})
			for to := range Node(s.Len()) {
				length, found := paths(s, from, to, Limits{Depth: 6})
				want, ok := distance[to]
				if !ok {
					require.Equal(t, -1, length)
					continue
				}
				require.Equal(t, want, length)
				require.Len(t, found, ways(s, from, to, want))
				for i, path := range found {
					requirePath(t, s, path, from, to)
					require.True(t, i == 0 || slices.Compare(found[i-1], path) < 0, "in the order of their edges")
				}
			}
		}
	}
}

// ways counts the walks of a length between two nodes.
func ways(s *Snapshot, from, to Node, length int) int {
	if length == 0 {
		if from == to {
			return 1
		}
		return 0
	}
	count := 0
	for _, e := range s.Out(from, "recalls", "endorses") {
		_, target := s.Ends(e)
		count += ways(s, target, to, length-1)
	}
	return count
}

func requirePath(t *testing.T, s *Snapshot, path []Edge, from, to Node) {
	at := from
	for _, e := range path {
		source, target := s.Ends(e)
		require.Equal(t, at, source)
		at = target
	}
	require.Equal(t, to, at)
}

func TestByDateIsSortedByTheDateOfTheOtherEnd(t *testing.T) {
	s := New([]graph.Document{graphtest.Tangle(5, 30, 400)})
	for n := range Node(s.Len()) {
		for _, c := range []struct {
			direction Direction
			all       []Edge
			far       func(Edge) Node
		}{
			{Backward, s.Out(n, "sponsors"), func(e Edge) Node { _, target := s.Ends(e); return target }},
			{Forward, s.In(n, "sponsors"), func(e Edge) Node { source, _ := s.Ends(e); return source }},
		} {
			list := s.ByDate(n, c.direction, "sponsors")
			assert.ElementsMatch(t, c.all, list)
			assert.True(t, slices.IsSortedFunc(list, func(a, b Edge) int {
				return cmp.Or(cmp.Compare(s.Date(c.far(a)), s.Date(c.far(b))), cmp.Compare(c.far(a), c.far(b)))
			}))
		}
		assert.Empty(t, s.ByDate(n, Backward, "welcomes"))
	}
}

// Several readers may walk at the same time.
func TestTraversalsAtTheSameTime(t *testing.T) {
	s := New([]graph.Document{graphtest.Tangle(7, 200, 600)})
	want := reach(s, []Node{0}, Both, Limits{Depth: 9})
	done := make(chan Reached)
	for range 8 {
		go func() {
			var last Reached
			for range 50 {
				last = reach(s, []Node{0}, Both, Limits{Depth: 9})
				s.Statement(Edge(len(last.Nodes)))
			}
			done <- last
		}()
	}
	for range 8 {
		assert.Equal(t, want, <-done)
	}
}
