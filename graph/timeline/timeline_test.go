package timeline

import (
	"context"
	"fmt"
	"math/rand"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mandategraph/graph"
	"mandategraph/graph/snapshot"
)

// dated makes acts of "id date" pairs (no date: -) that recall each other.
func dated(acts map[string]string, recalls ...[2]string) *snapshot.Snapshot {
	d := graph.Document{ID: "document/X"}
	for id, date := range acts {
		d.Facts = append(d.Facts, graph.Fact{Subject: id, Property: "kind", Value: graph.KindOfID(id)})
		if date != "" {
			d.Facts = append(d.Facts, graph.Fact{Subject: id, Property: "date", Value: date})
		}
	}
	for i, pair := range recalls {
		d.Statements = append(d.Statements, graph.Statement{Subject: pair[0], Relation: "recalls", Object: pair[1],
			Evidence: graph.Evidence{Document: d.ID, Paragraph: pair[0] + "#pp1", Start: i, End: i + 1}})
	}
	d.Normalize()
	return snapshot.New([]graph.Document{d})
}

func among(s *snapshot.Snapshot, nodes []snapshot.Node) []snapshot.Edge {
	edges, err := snapshot.Among(context.Background(), s, nodes)
	if err != nil {
		panic(err)
	}
	return edges
}

func placed(t testing.TB, s *snapshot.Snapshot, axis Axis, ids ...string) Timeline {
	nodes := make([]snapshot.Node, len(ids))
	for i, id := range ids {
		nodes[i] = placedNode(s, id)
	}
	line, err := Arrange(context.Background(), s, nodes, among(s, nodes), axis)
	require.NoError(t, err)
	return line
}

// described writes the places as "id: column, lane, row".
func described(s *snapshot.Snapshot, t Timeline) []string {
	var list []string
	for _, p := range t.Places {
		text := fmt.Sprintf("%s: %s, %s, %d", s.ID(p.Node), t.Columns[p.Column].Label, t.Lanes[p.Lane].Label, p.Row)
		if p.By != OfDate {
			text += ", undated"
		}
		list = append(list, text)
	}
	return list
}

const current, earlier, assembly = "ctoc-cop/resolution/12/1", "ctoc-cop/decision/2/2", "ga/resolution/76/185"

func history() *snapshot.Snapshot {
	return dated(map[string]string{current: "2024-10-18", earlier: "2005-10-19", assembly: "2021-12", "treaty/untoc": "", current + "#op5": "", "state/alb": "", "body/ctoc-cop/session/12": "2024-10-14"},
		[2]string{current, earlier}, [2]string{current, assembly}, [2]string{assembly, "treaty/untoc"}, [2]string{current, "treaty/untoc"})
}

func TestTimeRunsFromLeftToRightAndBodiesStandInLanes(t *testing.T) {
	s := history()
	ids := []string{current, "state/alb", earlier, assembly, "treaty/untoc", current + "#op5", "body/ctoc-cop/session/12"}
	years := placed(t, s, ByYear, ids...)
	assert.Equal(t, []string{
		"body/ctoc-cop/session/12: 2024, Sessions and meetings, 0",
		earlier + ": 2005, CTOC COP, 0",
		current + ": 2024, CTOC COP, 1",
		current + "#op5: 2024, CTOC COP, 0, undated",
		assembly + ": 2021, General Assembly, 0",
		"state/alb: no date, States and groups, 0, undated",
		"treaty/untoc: 2021, Treaties and instruments, 0, undated", // where it is first spoken of
	}, described(s, years))
	assert.Equal(t, []Lane{{"acts ctoc-cop", "CTOC COP", 2, 0}, {"acts ga", "General Assembly", 1, 2}, {"meetings", "Sessions and meetings", 1, 3},
		{"treaties", "Treaties and instruments", 1, 4}, {"states", "States and groups", 1, 5}}, years.Lanes)
	sessions := placed(t, s, BySession, ids...)
	var labels []string
	for _, c := range sessions.Columns {
		labels = append(labels, c.Label)
	}
	assert.Equal(t, []string{"CTOC COP 2 (2005)", "General Assembly 76 (2021)", "CTOC COP 12 (2024)", "no date"}, labels)
	assert.Equal(t, Column{"2024 body/ctoc-cop/session/12", "CTOC COP 12 (2024)", 2024, "body/ctoc-cop/session/12"}, sessions.Columns[2])
	assert.Equal(t, "acts ga", placed(t, s, ByYear, assembly, current, earlier).Lanes[0].Key, "the lane of the first one's body is the first")
	assert.Equal(t, "acts ctoc-cop", placed(t, s, ByYear, "treaty/untoc", assembly, current, earlier).Lanes[0].Key, "else that of the body with most acts")
	assert.Empty(t, placed(t, s, ByYear).Places)
}

func TestSessionsOfNumbers(t *testing.T) {
	for number, want := range map[string]string{"12/4": "12", "S-30/1": "S-30", "ES-11/1": "ES-11", "1/CP.21": "21", "217A(III)": "3", "2(ES-II)": "",
		"2011/36": "", "1373": "", "1373(2001)": "", "WHA64.24": "64", "XII/12": "12"} {
		assert.Equal(t, want, sessionOfNumber(number), number)
	}
}

func TestEveryKindHasALane(t *testing.T) {
	for _, k := range graph.Kinds {
		lane := laneOf(k.Example)
		assert.NotEmpty(t, lane, k.Name)
		assert.NotEmpty(t, laneLabel(history(), lane), k.Name)
	}
}

// Four pairs of acts in two neighbouring lanes, of which the ids cross.
func TestLinesDoNotCrossWhereTheyNeedNot(t *testing.T) {
	acts, pairs, ids := map[string]string{}, [][2]string{}, []string{}
	for _, p := range [][2]int{{1, 3}, {2, 1}, {3, 4}, {4, 2}} {
		a, b := fmt.Sprint("ga/resolution/60/", p[0]), fmt.Sprint("sc/resolution/", 100+p[1])
		acts[a], acts[b] = "2005", "2006"
		pairs, ids = append(pairs, [2]string{b, a}), append(ids, a, b)
	}
	s := dated(acts, pairs...)
	line := placed(t, s, ByYear, ids...)
	at := map[string]int{}
	for _, p := range line.Places {
		at[s.ID(p.Node)] = line.Level(p)
	}
	for i, p := range pairs {
		for _, q := range pairs[:i] {
			assert.Positive(t, (at[p[0]]-at[q[0]])*(at[p[1]]-at[q[1]]), "%v %v", p, q)
		}
	}
}

// archive is made up: acts of three bodies over 40 years, each of which recalls
// two earlier ones.
func archive(acts int) (*snapshot.Snapshot, []snapshot.Node) {
	id := func(i int) string {
		return fmt.Sprintf("%s/resolution/%d/%d", []string{"ga", "hrc", "ctoc-cop"}[i%3], 40+i%40, i)
	}
	dates, pairs := map[string]string{}, [][2]string{}
	for i := range acts {
		dates[id(i)] = fmt.Sprintf("%d-12-10", 1985+i%40)
		for _, j := range []int{i / 2, i / 3} {
			if j < i {
				pairs = append(pairs, [2]string{id(i), id(j)})
			}
		}
	}
	s := dated(dates, pairs...)
	return s, s.Nodes("Act")
}

func TestTheOrderInWhichEntitiesAreAskedForDoesNotMatter(t *testing.T) {
	s, nodes := archive(200)
	want, err := Arrange(context.Background(), s, nodes, among(s, nodes), ByYear)
	require.NoError(t, err)
	for seed := range int64(5) {
		other := slices.Clone(nodes)
		edges := among(s, nodes)
		r := rand.New(rand.NewSource(seed))
		r.Shuffle(len(other)-1, func(i, j int) { other[i+1], other[j+1] = other[j+1], other[i+1] }) // all but the first
		r.Shuffle(len(edges), func(i, j int) { edges[i], edges[j] = edges[j], edges[i] })
		got, err := Arrange(context.Background(), s, append(other, other[7]), append(edges, edges[0]), ByYear)
		require.NoError(t, err)
		require.Equal(t, want, got)
	}
	cells := map[[3]int]bool{}
	for _, p := range want.Places {
		at := [3]int{p.Column, p.Lane, p.Row}
		require.False(t, cells[at], "two stand in one place")
		cells[at] = true
	}
}

func TestTooManyAreRefused(t *testing.T) {
	s, nodes := archive(MaxPlaced + 1)
	_, err := Arrange(context.Background(), s, nodes, nil, ByYear)
	assert.EqualError(t, err, "at most 10000 entities can be placed, not 10001")
	_, err = Arrange(context.Background(), s, append(nodes[1:], nodes[1]), nil, ByYear)
	assert.NoError(t, err, "an entity counts once")
}

func TestADrawingStopsWhenItsContextEnds(t *testing.T) {
	s, nodes := archive(200)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, err := Arrange(ctx, s, nodes, among(s, nodes), ByYear)
	assert.ErrorIs(t, err, context.Canceled)
}

func BenchmarkTimeline(b *testing.B) {
	for _, size := range []int{150, 1000, 2000, MaxPlaced} {
		s, nodes := archive(size)
		edges := among(s, nodes)
		b.Run(fmt.Sprint("nodes=", size), func(b *testing.B) {
			for b.Loop() {
				if _, err := Arrange(context.Background(), s, nodes, edges, ByYear); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func placedNode(s *snapshot.Snapshot, id string) snapshot.Node {
	n, ok := s.Lookup(id)
	if !ok {
		panic("no " + id)
	}
	return n
}
