package snapshot

import (
	"bytes"
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mandategraph/graph"
	"mandategraph/graph/graphtest"
)

// requireSnapshot compares a snapshot with what its documents say, counted the
// plain way.
func requireSnapshot(t *testing.T, s *Snapshot, documents []graph.Document) {
	t.Helper()
	facts, entities, edges := counted(documents)
	for _, d := range documents {
		got, ok := s.Document(d.ID)
		require.True(t, ok)
		require.Equal(t, d, got)
	}
	require.Equal(t, len(entities), s.Len())
	require.Equal(t, len(edges), s.Edges())
	requireEdges(t, s, edges)
	byKind := map[string][]Node{}
	for i, id := range slices.Sorted(maps.Keys(entities)) {
		n, ok := s.Lookup(id)
		require.True(t, ok, id)
		require.Equal(t, Node(i), n)
		require.Equal(t, id, s.ID(n))
		want := slices.SortedFunc(maps.Keys(facts[id]), graph.Fact.Compare)
		require.Equal(t, want, s.Facts(n))
		for _, f := range want {
			require.Contains(t, s.Values(n, f.Property), f.Value)
		}
		byKind[s.Kind(n)] = append(byKind[s.Kind(n)], n)
	}
	for kind, nodes := range byKind {
		require.Equal(t, nodes, s.Nodes(kind), kind)
	}
	for _, id := range []string{"", "nobody", "document/0#x"} {
		_, ok := s.Lookup(id)
		require.Equal(t, entities[id], ok, id)
	}
}

// counted are the facts of each entity, all entities, and all statements in
// their order.
func counted(documents []graph.Document) (facts map[string]map[graph.Fact]bool, entities map[string]bool, edges []graph.Statement) {
	facts, entities = map[string]map[graph.Fact]bool{}, map[string]bool{}
	for _, d := range documents {
		for _, f := range d.Facts {
			entities[f.Subject] = true
			if facts[f.Subject] == nil {
				facts[f.Subject] = map[graph.Fact]bool{}
			}
			facts[f.Subject][f] = true
		}
		for _, st := range d.Statements {
			edges = append(edges, st)
			entities[st.Subject] = true
			if !graph.IsLiteral(st) {
				entities[st.Object] = true
			}
		}
	}
	slices.SortStableFunc(edges, graph.Statement.Compare)
	return facts, entities, edges
}

func requireEdges(t *testing.T, s *Snapshot, edges []graph.Statement) {
	for i, st := range edges {
		e := Edge(i)
		require.Equal(t, st, *s.Statement(e))
		require.Equal(t, st.Evidence, s.Evidence(e))
		require.Equal(t, st.Node(), s.StatementNode(e))
		found, ok := s.StatementByNode(st.Node())
		require.True(t, ok)
		require.Equal(t, st, *s.Statement(found))
		for _, q := range graph.Qualifiers {
			require.Equal(t, st.Qualifiers[q.Name], s.Qualifier(e, q.Name))
		}
		source, target := s.Ends(e)
		require.Equal(t, st.Subject, s.ID(source))
		require.Contains(t, s.Out(source), e)
		require.Contains(t, s.Out(source, "cites", st.Relation), e)
		require.NotContains(t, s.Out(source, "cites"), e)
		if graph.IsLiteral(st) {
			require.Equal(t, NoNode, target)
			continue
		}
		require.Equal(t, st.Object, s.ID(target))
		require.Contains(t, s.In(target), e)
		require.Contains(t, s.In(target, st.Relation), e)
		require.Contains(t, s.ByDate(source, Backward, st.Relation), e)
		require.Contains(t, s.ByDate(target, Forward, st.Relation), e)
	}
}

func TestSnapshotHoldsWhatItsDocumentsSay(t *testing.T) {
	for seed := range int64(20) {
		documents := graphtest.Crowd(seed)
		requireSnapshot(t, New(documents), documents)
	}
	requireSnapshot(t, New(nil), nil)
}

func TestSnapshotWithOtherDocumentsIsAsMadeOfThem(t *testing.T) {
	for seed := range int64(10) {
		before, after := graphtest.Crowd(seed), graphtest.Crowd(seed+100)
		base := New(before)
		extended := base.With(after[:3], before[7].ID)
		whole := append(slices.Clone(before[3:7]), after[:3]...)
		requireSnapshot(t, extended, whole)
		requireSnapshot(t, base, before)
		assert.Equal(t, contentsOf(t, New(whole)), contentsOf(t, extended))
	}
}

// contentsOf are the documents of a snapshot as JSON.
func contentsOf(t *testing.T, s *Snapshot) string {
	var list []graph.Document
	for _, id := range s.Sources() {
		d, _ := s.Document(id)
		list = append(list, d)
	}
	text, err := json.Marshal(list)
	require.NoError(t, err)
	return string(text)
}

func TestSnapshotComesBackFromItsFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "graph.snapshot")
	leftOver := path + ".123.new"
	require.NoError(t, os.WriteFile(leftOver, nil, 0o644))
	require.NoError(t, os.Chtimes(leftOver, graphtest.TestTime.AddDate(-30, 0, 0), graphtest.TestTime.AddDate(-30, 0, 0)))
	for _, documents := range [][]graph.Document{nil, graphtest.Crowd(1)} {
		s := New(documents)
		s.Revision = Revision{7, Sum{1, 2, 3, 4}}
		require.NoError(t, s.WriteFile(path))
		back, err := Read(path)
		require.NoError(t, err)
		// What is read lasts, whatever becomes of the file.
		require.NoError(t, os.WriteFile(path, bytes.Repeat([]byte("x"), 100), 0o644))
		assert.Equal(t, s.Revision, back.Revision)
		requireSnapshot(t, back, documents)
	}
	files, err := filepath.Glob(filepath.Join(filepath.Dir(path), "*"))
	require.NoError(t, err)
	assert.Equal(t, []string{path}, files)
}

// Wherever a byte of the file is changed or missing, it is not used.
func TestDamagedSnapshotFileIsRefused(t *testing.T) {
	directory := t.TempDir()
	whole, path := filepath.Join(directory, "whole"), filepath.Join(directory, "damaged")
	s := New([]graph.Document{graphtest.Sample("A", "ga/resolution/76/185")})
	require.NoError(t, s.WriteFile(whole))
	content, err := os.ReadFile(whole)
	require.NoError(t, err)
	read := func(content []byte) (*Snapshot, error) {
		require.NoError(t, os.WriteFile(path, content, 0o644))
		return Read(path)
	}
	for i := range content {
		changed := bytes.Clone(content)
		changed[i] ^= 0x10
		if back, err := read(changed); err == nil {
			assert.Equal(t, contentsOf(t, s), contentsOf(t, back), "only what lies between the arrays may differ")
		}
		if i%64 == 0 {
			_, err := read(content[:i])
			require.ErrorContains(t, err, path, "cut off at %d", i)
		}
	}
	_, err = read(append(content, 0))
	assert.ErrorContains(t, err, "damaged")
	_, err = Read(filepath.Join(directory, "none"))
	assert.ErrorIs(t, err, os.ErrNotExist)
	_, err = Read(directory)
	assert.ErrorContains(t, err, "not a regular file")
	assert.Error(t, s.WriteFile(filepath.Join(directory, "none", "file")))
}

func FuzzAppendText(f *testing.F) {
	for _, text := range append(graphtest.Awkward, "“twelve” and\u2028more \xff\x00\x1f\x7f\"\\/", "1234567\"", "é è 1234567890") {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var b strings.Builder
		encoder := json.NewEncoder(&b)
		encoder.SetEscapeHTML(false)
		require.NoError(t, encoder.Encode(text))
		require.Equal(t, strings.TrimSuffix(b.String(), "\n"), string(appendText(nil, text)))
	})
}
