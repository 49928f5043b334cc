package snapshot

import (
	"context"
	"fmt"
	"math/rand"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mandategraph/graph"
	"mandategraph/graph/graphtest"
)

// Whatever is loaded, replaced and unloaded, one layer upon another, answers are those
// of a snapshot that is made of the outcome.
func TestLaidOverDocumentsAreAsMadeOfThem(t *testing.T) {
	for seed := range int64(25) {
		r := rand.New(rand.NewSource(seed))
		held := map[string]graph.Document{}
		for _, d := range crowds(seed) {
			if r.Intn(3) > 0 {
				held[d.ID] = d
			}
		}
		s := New(listed(held))
		for step := range int64(5) {
			var changed []graph.Document
			var gone []string
			for _, d := range crowds(seed + 50*step) {
				switch r.Intn(6) {
				case 0:
					changed = append(changed, d)
					held[d.ID] = d
				case 1:
					gone = append(gone, d.ID)
					delete(held, d.ID)
				}
			}
			gone = slices.DeleteFunc(gone, func(id string) bool { _, kept := held[id]; return kept })
			s = s.over(changed, gone)
			requireSame(t, New(listed(held)), s, fmt.Sprintf("seed %d, step %d", seed, step))
			requireSnapshot(t, s, listed(held))
		}
	}
}

// crowds are documents about the same entities, among them some that cite one another.
func crowds(seed int64) []graph.Document {
	documents := graphtest.Crowd(seed)
	for i := range int64(4) {
		d := graphtest.Tangle(seed*7+i, 12, 14)
		d.ID = fmt.Sprintf("document/T%d", i)
		for j := range d.Statements {
			d.Statements[j].Evidence.Document = d.ID
		}
		for j := range 3 {
			d.Facts = append(d.Facts,
				graph.Fact{Subject: fmt.Sprint("n", j*4+int(i)), Property: "kind", Value: "Act"},
				graph.Fact{Subject: fmt.Sprint("n", j*4+int(i)), Property: "title", Value: fmt.Sprint("title ", seed%3)})
		}
		d.Normalize()
		documents = append(documents, d)
	}
	return documents
}

func listed(held map[string]graph.Document) (list []graph.Document) {
	for _, d := range held {
		list = append(list, d)
	}
	slices.SortFunc(list, func(a, b graph.Document) int { return compareIDs(a.ID, b.ID) })
	return list
}

func compareIDs(a, b string) int {
	if a < b {
		return -1
	}
	return 1
}

// requireSame compares all that two snapshots answer.
func requireSame(t *testing.T, want, got *Snapshot, when string) {
	t.Helper()
	require.Equal(t, want.Len(), got.Len(), when)
	require.Equal(t, want.Edges(), got.Edges(), when)
	require.Equal(t, want.Sources(), got.Sources(), when)
	require.Empty(t, VerifyInverse(got), when)
	for n := range Node(want.Len()) {
		require.Equal(t, want.ID(n), got.ID(n), when)
		id := want.ID(n)
		found, ok := got.Lookup(id)
		require.True(t, ok && found == n, "%s: %s", when, id)
		require.Equal(t, want.Facts(n), got.Facts(n), "%s: %s", when, id)
		require.Equal(t, want.Kind(n), got.Kind(n))
		require.Equal(t, want.Title(n), got.Title(n), "%s: %s", when, id)
		require.Equal(t, want.Date(n), got.Date(n), "%s: %s", when, id)
		require.Equal(t, want.Out(n), got.Out(n), "%s: %s", when, id)
		require.Equal(t, want.In(n, "recalls", "sponsors"), got.In(n, "recalls", "sponsors"), "%s: %s", when, id)
		require.Equal(t, want.Nodes(want.Kind(n)), got.Nodes(want.Kind(n)), when)
		require.True(t, slices.Equal(want.ByDate(n, Forward, "recalls"), got.ByDate(n, Forward, "recalls")), "%s: %s", when, id)
		require.True(t, slices.Equal(want.ByDate(n, Backward, "recalls"), got.ByDate(n, Backward, "recalls")), "%s: %s", when, id)
	}
	for e := range Edge(want.Edges()) {
		require.Equal(t, *want.Statement(e), *got.Statement(e), when)
		require.Equal(t, string(want.AppendJSON(nil, e)), string(got.AppendJSON(nil, e)), when)
	}
	for _, id := range want.Sources() {
		require.Equal(t, want.DocumentEdges(id), got.DocumentEdges(id), "%s: %s", when, id)
	}
	requireSameWalks(t, want, got, when)
}

func requireSameWalks(t *testing.T, want, got *Snapshot, when string) {
	t.Helper()
	ctx := context.Background()
	for i := range 12 {
		n, known := want.Lookup(fmt.Sprint("n", i))
		m, _ := want.Lookup(fmt.Sprint("n", (i*5+1)%12))
		if !known {
			continue
		}
		for _, limits := range []Limits{{Depth: 3}, {Depth: 9, Nodes: 5}, {Depth: 4, Relations: []string{"sponsors", "recalls"}}} {
			for _, direction := range []Direction{Backward, Forward, Both} {
				a, err := want.Lineage(ctx, []Node{n, m}, direction, limits)
				require.NoError(t, err)
				b, err := got.Lineage(ctx, []Node{n, m}, direction, limits)
				require.NoError(t, err)
				require.Equal(t, a, b, "%s: from n%d", when, i)
				x, _ := want.Reach(ctx, []Node{n}, direction, limits)
				y, _ := got.Reach(ctx, []Node{n}, direction, limits)
				require.Equal(t, x, y, when)
			}
			a, err := want.Subgraph(ctx, []Node{n}, limits)
			require.NoError(t, err)
			b, err := got.Subgraph(ctx, []Node{n}, limits)
			require.NoError(t, err)
			require.Equal(t, a, b, when)
			length, paths, _ := want.Paths(ctx, n, m, limits)
			otherLength, otherPaths, _ := got.Paths(ctx, n, m, limits)
			require.Equal(t, length, otherLength, when)
			require.Equal(t, paths, otherPaths, when)
		}
	}
	nodes, sizes, _ := want.LineageSizes(ctx, Forward)
	others, otherSizes, _ := got.LineageSizes(ctx, Forward)
	assert.Equal(t, nodes, others)
	assert.Equal(t, sizes, otherSizes)
}

func TestLaidOverDocumentsComeBackFromAFile(t *testing.T) {
	s := New(graphtest.Crowd(1)).over(graphtest.Crowd(2)[:2], []string{graphtest.Crowd(1)[5].ID})
	s.Revision = Revision{7, Sum{1}}
	path := filepath.Join(t.TempDir(), "graph")
	require.NoError(t, s.WriteFile(path))
	back, err := Read(path)
	require.NoError(t, err)
	assert.Equal(t, s.Revision, back.Revision)
	requireSame(t, s.Whole(), back, "read")
	requireSame(t, s.Whole(), s, "kept")

	base, err := os.Stat(path)
	require.NoError(t, err)
	later := back.over(graphtest.Crowd(3)[3:4], []string{graphtest.Crowd(1)[6].ID})
	later.Revision = Revision{8, Sum{2}}
	require.NoError(t, later.WriteFile(path))
	unchanged, err := os.Stat(path)
	require.NoError(t, err)
	assert.Equal(t, base.ModTime(), unchanged.ModTime(), "only what came since is written")
	for _, earlier := range []*Snapshot{nil, s, back, later} {
		again, err := ReadAfter(path, earlier)
		require.NoError(t, err)
		assert.Equal(t, later.Revision, again.Revision)
		requireSame(t, later.Whole(), again, "read again")
	}
	other := New(graphtest.Crowd(4))
	other.Revision = Revision{9, Sum{3}}
	require.NoError(t, other.WriteFile(path))
	again, err := ReadAfter(path, later)
	require.NoError(t, err)
	assert.Equal(t, other.Revision, again.Revision, "what came since another base is of no use")
	requireSame(t, other, again, "other")
}
