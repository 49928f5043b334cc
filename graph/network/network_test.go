package network

import (
	"context"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	gonumgraph "gonum.org/v1/gonum/graph"
	"gonum.org/v1/gonum/graph/community"
	"gonum.org/v1/gonum/graph/simple"

	"mandategraph/graph"
	"mandategraph/graph/snapshot"
)

// stated is a snapshot of statements "subject relation object", one a line, and of
// acts with their dates.
func stated(dates map[string]string, lines string) *snapshot.Snapshot {
	d := graph.Document{ID: "document/register"}
	for id, date := range dates {
		d.Facts = append(d.Facts, graph.Fact{Subject: id, Property: "kind", Value: "Act"}, graph.Fact{Subject: id, Property: "adoptedOn", Value: date})
	}
	for i, line := range strings.Split(strings.TrimSpace(lines), "\n") {
		parts := strings.Fields(line)
		d.Statements = append(d.Statements, graph.Statement{
			Subject: parts[0], Relation: parts[1], Object: parts[2], Evidence: graph.Evidence{Document: d.ID, Start: i, End: i + 1},
		})
	}
	d.Normalize()
	return snapshot.New([]graph.Document{d})
}

// shown writes links as "from to weight".
func shown(s *snapshot.Snapshot, n *Network) map[string]int {
	links := map[string]int{}
	for _, l := range n.Links {
		links[s.ID(n.Nodes[l.From])+" "+s.ID(n.Nodes[l.To])] = l.Weight
	}
	return links
}

// States that sponsor, or vote alike on, the same acts are joined as often as they do.
func TestWhoDoesTheSameTogether(t *testing.T) {
	s := stated(nil, `
		state/fra votedFor ga/resolution/1
		state/ken votedFor ga/resolution/1
		state/per votedAgainst ga/resolution/1
		state/jpn votedAgainst ga/resolution/1
		state/fra votedFor ga/resolution/2
		state/ken votedFor ga/resolution/2
		state/per votedFor ga/resolution/2
		state/jpn abstained ga/resolution/2`)
	n, err := Together(context.Background(), s, Edges(s, []string{"votedFor", "votedAgainst", "abstained"}))
	require.NoError(t, err)
	assert.Equal(t, map[string]int{
		"state/fra state/ken": 2, "state/fra state/per": 1, "state/ken state/per": 1, "state/jpn state/per": 1,
	}, shown(s, n), "alike, and not only on the same act")
	assert.Equal(t, []int{2, 2, 2, 2}, n.Weights)
	assert.Equal(t, []int{2, 1, 2, 3}, n.Degrees())
	ended, end := context.WithCancel(context.Background())
	end()
	_, err = Together(ended, s, Edges(s, []string{"votedFor"}))
	assert.ErrorIs(t, err, context.Canceled)
}

// chain is a line of acts with a side branch: a1 <- a2 <- a3 <- a4, a2 <- b3 <- a4, and
// a pair that cites one another, and something undated.
func chain() *snapshot.Snapshot {
	return stated(map[string]string{
		"ga/resolution/a1": "2030", "ga/resolution/a2": "2031", "ga/resolution/a3": "2032", "ga/resolution/b3": "2032-05",
		"ga/resolution/a4": "2033", "ga/resolution/a5": "2034", "ga/resolution/x": "",
	}, `
		ga/resolution/a2 recalls ga/resolution/a1
		ga/resolution/a2 notes ga/resolution/a1
		ga/resolution/a3 recalls ga/resolution/a2
		ga/resolution/b3 recalls ga/resolution/a2
		ga/resolution/a4 recalls ga/resolution/a3
		ga/resolution/a4 recalls ga/resolution/b3
		ga/resolution/a3 recalls ga/resolution/a4
		ga/resolution/a5#op1 mentions ga/resolution/a4
		ga/resolution/x recalls ga/resolution/a1
		ga/resolution/a5 recalls ga/resolution/x`)
}

var cites = []string{"recalls", "notes", "mentions"}

// The main path goes back in time only, by the link that most ways use.
func TestMainPathOfCitations(t *testing.T) {
	s := chain()
	n, err := Citations(context.Background(), s, Edges(s, cites))
	require.NoError(t, err)
	path, err := n.MainPath(context.Background(), s)
	require.NoError(t, err)
	var ids []string
	for _, l := range path {
		ids = append(ids, strings.TrimPrefix(s.ID(n.Nodes[l.From]), "ga/resolution/")+"-"+strings.TrimPrefix(s.ID(n.Nodes[l.To]), "ga/resolution/"))
	}
	assert.Equal(t, []string{"a2-a1", "a3-a2", "a4-a3"}, ids[:3])
	none, err := Citations(context.Background(), s, nil)
	require.NoError(t, err)
	path, err = none.MainPath(context.Background(), s)
	require.NoError(t, err)
	assert.Empty(t, path)
}

// What is cited by what is cited ranks before what nobody cites; the years of the
// citing are counted, what is said twice once.
func TestMeasuresOfCitations(t *testing.T) {
	s := chain()
	ctx := context.Background()
	m, err := MeasuresOf(ctx, s, cites)
	require.NoError(t, err)
	again, err := MeasuresOf(ctx, s, cites)
	require.NoError(t, err)
	assert.Same(t, m, again, "kept with the snapshot")
	ranks, err := m.PageRank(ctx)
	require.NoError(t, err)
	at := func(id string) int { n, _ := s.Lookup("ga/resolution/" + id); return m.place(n) }
	sum := 0.
	for _, r := range ranks {
		sum += r
	}
	assert.InDelta(t, 1, sum, 1e-6)
	assert.Greater(t, ranks[at("a1")], ranks[at("a2")])
	assert.Greater(t, ranks[at("a2")], ranks[at("b3")])
	assert.Equal(t, 2, m.Weights[at("a1")], "by two acts, of which one says it twice")
	years, err := m.CitedByYear(ctx)
	require.NoError(t, err)
	assert.Equal(t, []YearCount{{"2031", 1}, {"", 1}}, years[at("a1")], "the undated last")
	assert.Empty(t, years[at("a5")])
}

// Two clubs with one link between them are two communities, the larger one the first,
// and the same whenever they are asked for.
func TestCommunities(t *testing.T) {
	s := stated(nil, `
		state/a sponsors ga/resolution/1
		state/b sponsors ga/resolution/1
		state/c sponsors ga/resolution/1
		state/a sponsors ga/resolution/2
		state/b sponsors ga/resolution/2
		state/c sponsors ga/resolution/2
		state/d sponsors ga/resolution/2
		state/d sponsors ga/resolution/1
		state/x sponsors ga/resolution/3
		state/y sponsors ga/resolution/3
		state/x sponsors ga/resolution/4
		state/y sponsors ga/resolution/4
		state/d sponsors ga/resolution/5
		state/x sponsors ga/resolution/5`)
	for range 3 {
		n, err := Together(context.Background(), s, Edges(s, []string{"sponsors"}))
		require.NoError(t, err)
		groups, err := n.Communities(context.Background())
		require.NoError(t, err)
		assert.Equal(t, []int{1, 1, 1, 1, 2, 2}, groups)
	}
}

// Whoever waits for a measure can give up; the next one finds it.
func TestMeasuresAreWaitedForNoLongerThanWanted(t *testing.T) {
	release := make(chan struct{})
	var l later[int]
	ended, end := context.WithCancel(context.Background())
	end()
	_, err := l.get(ended, func() int { <-release; return 7 })
	assert.ErrorIs(t, err, context.Canceled)
	close(release)
	value, err := l.get(context.Background(), func() int { return 8 })
	require.NoError(t, err)
	assert.Equal(t, 7, value, "the first work was kept")

	var broken later[int]
	_, err = broken.get(context.Background(), func() int { panic("no such graph") })
	assert.ErrorContains(t, err, "no such graph", "and does not end the program")
}

// What is found is as good as what gonum finds, on clubs of which some members know
// those of others; without a link everybody is alone.
func TestCommunitiesAreAsGoodAsThoseOfGonum(t *testing.T) {
	n := &Network{Nodes: make([]snapshot.Node, 120), Weights: make([]int, 120)}
	source := rand.New(rand.NewPCG(3, 4))
	g := simple.NewWeightedUndirectedGraph(0, 0)
	for from := range 120 {
		n.Nodes[from] = snapshot.Node(from)
		g.AddNode(simple.Node(from))
		for to := range from {
			if source.IntN(100) < 40 && from%6 == to%6 || source.IntN(100) < 3 {
				weight := 1 + source.IntN(3)
				n.Links = append(n.Links, Link{From: from, To: to, Weight: weight})
				g.SetWeightedEdge(simple.WeightedEdge{F: simple.Node(from), T: simple.Node(to), W: float64(weight)})
			}
		}
	}
	found, err := n.Communities(context.Background())
	require.NoError(t, err)
	groups := make([][]gonumgraph.Node, slices.Max(found))
	for i, c := range found {
		groups[c-1] = append(groups[c-1], simple.Node(i))
	}
	theirs := community.Modularize(g, 1, rand.NewPCG(1, 1)).Communities()
	assert.GreaterOrEqual(t, community.Q(g, groups, 1), community.Q(g, theirs, 1)-0.01)
	assert.Len(t, groups, 6)

	alone := &Network{Nodes: make([]snapshot.Node, 3)}
	found, err = alone.Communities(context.Background())
	require.NoError(t, err)
	assert.Equal(t, []int{1, 2, 3}, found)
}
