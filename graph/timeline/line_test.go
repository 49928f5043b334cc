package timeline

import (
	"context"
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mandategraph/graph"
	"mandategraph/graph/snapshot"
)

// lined are the lines among all acts, as "source target", those of the backbone and
// the others.
func lined(t *testing.T, s *snapshot.Snapshot) (kept, hidden []string) {
	lines, err := Lines(context.Background(), s, among(s, s.Nodes("Act")))
	require.NoError(t, err)
	for _, l := range lines {
		text := s.ID(l.Source)[len("ga/resolution/70/"):] + " " + s.ID(l.Target)[len("ga/resolution/70/"):]
		if l.Backbone {
			kept = append(kept, text)
		} else {
			hidden = append(hidden, text)
		}
	}
	return kept, hidden
}

// citing are acts of one session, each given by the numbers of its pairs.
func citing(pairs ...[2]int) *snapshot.Snapshot {
	acts, recalls := map[string]string{}, [][2]string{}
	for _, p := range pairs {
		ends := [2]string{fmt.Sprint("ga/resolution/70/", p[0]), fmt.Sprint("ga/resolution/70/", p[1])}
		acts[ends[0]], acts[ends[1]] = "2015-12-10", "2015-12-10"
		recalls = append(recalls, ends)
	}
	return dated(acts, recalls...)
}

func TestTheBackboneLeavesOutWhatAChainSays(t *testing.T) {
	kept, hidden := lined(t, citing([2]int{3, 2}, [2]int{2, 1}, [2]int{3, 1}, [2]int{4, 1}))
	assert.Equal(t, []string{"2 1", "3 2", "4 1"}, kept)
	assert.Equal(t, []string{"3 1"}, hidden)
}

func TestLinesOfACircleStay(t *testing.T) {
	// 5 and 6 name each other; both lead to 2 and by it to 1.
	kept, hidden := lined(t, citing([2]int{5, 6}, [2]int{6, 5}, [2]int{5, 2}, [2]int{6, 2}, [2]int{2, 1}, [2]int{6, 1}))
	assert.Equal(t, []string{"2 1", "5 2", "5 6", "6 2", "6 5"}, kept)
	assert.Equal(t, []string{"6 1"}, hidden)
}

func TestALineStandsForAllStatementsOfAPair(t *testing.T) {
	a, b := "ga/resolution/70/9", "ga/resolution/69/9"
	d := graph.Document{ID: "document/X"}
	for i, relation := range []string{"mentions", "recalls", "mentions"} {
		d.Statements = append(d.Statements, graph.Statement{Subject: a, Relation: relation, Object: b,
			Evidence: graph.Evidence{Document: d.ID, Paragraph: a + "#pp1", Start: i, End: i + 1}})
	}
	d.Statements = append(d.Statements, graph.Statement{Subject: a, Relation: "mentions", Object: a,
		Evidence: graph.Evidence{Document: d.ID, Paragraph: a + "#pp1", Start: 8, End: 9}})
	d.Normalize()
	s := snapshot.New([]graph.Document{d})
	lines, err := Lines(context.Background(), s, among(s, []snapshot.Node{placedNode(s, a), placedNode(s, b)}))
	require.NoError(t, err)
	require.Len(t, lines, 1, "an act that names itself has no line")
	assert.Len(t, lines[0].Edges, 3)
	assert.Equal(t, "restsOn", lines[0].Class, "the strongest relation gives the look")
}

// Whatever is hidden can still be reached.
func TestTheBackboneReachesAllThatTheLinesReach(t *testing.T) {
	s, nodes := archive(600)
	lines, err := Lines(context.Background(), s, among(s, nodes))
	require.NoError(t, err)
	reach := func(backbone bool) map[snapshot.Node]map[snapshot.Node]bool {
		out := map[snapshot.Node][]snapshot.Node{}
		for _, l := range lines {
			if l.Backbone || !backbone {
				out[l.Source] = append(out[l.Source], l.Target)
			}
		}
		all := map[snapshot.Node]map[snapshot.Node]bool{}
		var visit func(from, n snapshot.Node)
		visit = func(from, n snapshot.Node) {
			for _, far := range out[n] {
				if !all[from][far] {
					all[from][far] = true
					visit(from, far)
				}
			}
		}
		for _, n := range nodes {
			all[n] = map[snapshot.Node]bool{}
			visit(n, n)
		}
		return all
	}
	assert.Equal(t, reach(false), reach(true))
}

func BenchmarkLines(b *testing.B) {
	s, nodes := archive(10_000)
	edges := among(s, nodes)
	for b.Loop() {
		if _, err := Lines(context.Background(), s, edges); err != nil {
			b.Fatal(err)
		}
	}
}
