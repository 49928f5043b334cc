package graph

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"math/rand"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// crowd is several random documents that say things of the same entities.
func crowd(seed int64) []Document {
	r := rand.New(rand.NewSource(seed))
	var documents []Document
	for i := range 8 {
		d := randomDocument(r, fmt.Sprintf("document/%d", (i*5+3)%8), 12)
		if i > 0 {
			// The same facts and statements about the same, elsewhere.
			for _, st := range documents[0].Statements[:6] {
				st.Evidence.Document = d.ID
				d.Statements = append(d.Statements, st)
			}
			d.Facts = append(d.Facts, documents[0].Facts[:6]...)
			d.Facts = append(d.Facts, Fact{"a", "kind", Kinds[r.Intn(3)].Name}, Fact{documents[0].Statements[0].Object, "kind", "Act"})
			d.Normalize()
		}
		documents = append(documents, d)
	}
	return documents
}

// requireSnapshot compares a snapshot with what its documents say, counted the
// plain way.
func requireSnapshot(t *testing.T, s *Snapshot, documents []Document) {
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
		want := slices.SortedFunc(maps.Keys(facts[id]), Fact.compare)
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
func counted(documents []Document) (facts map[string]map[Fact]bool, entities map[string]bool, edges []Statement) {
	facts, entities = map[string]map[Fact]bool{}, map[string]bool{}
	for _, d := range documents {
		for _, f := range d.Facts {
			entities[f.Subject] = true
			if facts[f.Subject] == nil {
				facts[f.Subject] = map[Fact]bool{}
			}
			facts[f.Subject][f] = true
		}
		for _, st := range d.Statements {
			edges = append(edges, st)
			entities[st.Subject] = true
			if !isLiteral(st) {
				entities[st.Object] = true
			}
		}
	}
	slices.SortStableFunc(edges, Statement.Compare)
	return facts, entities, edges
}

func requireEdges(t *testing.T, s *Snapshot, edges []Statement) {
	for i, st := range edges {
		e := Edge(i)
		require.Equal(t, st, *s.Statement(e))
		require.Equal(t, st.Evidence, s.Evidence(e))
		require.Equal(t, st.Node(), s.StatementNode(e))
		found, ok := s.StatementByNode(st.Node())
		require.True(t, ok)
		require.Equal(t, st, *s.Statement(found))
		for _, q := range Qualifiers {
			require.Equal(t, st.Qualifiers[q.Name], s.Qualifier(e, q.Name))
		}
		source, target := s.Ends(e)
		require.Equal(t, st.Subject, s.ID(source))
		require.Contains(t, s.Out(source), e)
		require.Contains(t, s.Out(source, "cites", st.Relation), e)
		require.NotContains(t, s.Out(source, "cites"), e)
		if isLiteral(st) {
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
		documents := crowd(seed)
		requireSnapshot(t, NewSnapshot(documents), documents)
	}
	requireSnapshot(t, NewSnapshot(nil), nil)
}

func TestSnapshotWithOtherDocumentsIsAsMadeOfThem(t *testing.T) {
	for seed := range int64(10) {
		before, after := crowd(seed), crowd(seed+100)
		base := NewSnapshot(before)
		extended := base.With(after[:3], before[7].ID)
		whole := append(slices.Clone(before[3:7]), after[:3]...)
		requireSnapshot(t, extended, whole)
		requireSnapshot(t, base, before)
		assert.Equal(t, contentsOf(t, NewSnapshot(whole)), contentsOf(t, extended))
	}
}

// contentsOf are the documents of a snapshot as JSON.
func contentsOf(t *testing.T, s *Snapshot) string {
	var list []Document
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
	require.NoError(t, os.Chtimes(leftOver, testTime.AddDate(-30, 0, 0), testTime.AddDate(-30, 0, 0)))
	for _, documents := range [][]Document{nil, crowd(1)} {
		s := NewSnapshot(documents)
		s.version = version{7, sum{1, 2, 3, 4}}
		require.NoError(t, s.WriteFile(path))
		for _, mapped := range []bool{true, false} {
			back, err := ReadSnapshot(path, mapped)
			require.NoError(t, err)
			assert.Equal(t, s.version, back.version)
			requireSnapshot(t, back, documents)
		}
	}
	files, err := filepath.Glob(filepath.Join(filepath.Dir(path), "*"))
	require.NoError(t, err)
	assert.Equal(t, []string{path}, files)
}

// Wherever a byte of the file is changed or missing, it is not used.
func TestDamagedSnapshotFileIsRefused(t *testing.T) {
	directory := t.TempDir()
	whole, path := filepath.Join(directory, "whole"), filepath.Join(directory, "damaged")
	s := NewSnapshot([]Document{sample("A", "ga/resolution/76/185")})
	require.NoError(t, s.WriteFile(whole))
	content, err := os.ReadFile(whole)
	require.NoError(t, err)
	read := func(content []byte) (*Snapshot, error) {
		require.NoError(t, os.WriteFile(path, content, 0o644))
		return ReadSnapshot(path, false)
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
	_, err = ReadSnapshot(filepath.Join(directory, "none"), true)
	assert.ErrorIs(t, err, os.ErrNotExist)
	assert.Error(t, s.WriteFile(filepath.Join(directory, "none", "file")))
}

// The text of every statement is what encoding/json makes of it.
func TestAppendJSONIsAsEncodingJSON(t *testing.T) {
	for seed := range int64(20) {
		s := NewSnapshot(crowd(seed))
		for e := range Edge(s.Edges()) {
			var b strings.Builder
			encoder := json.NewEncoder(&b)
			encoder.SetEscapeHTML(false)
			st := s.Statement(e)
			require.NoError(t, encoder.Encode(jsonStatement{statementLine, st.Evidence.Document, st.Subject, st.Relation, st.Object, jsonEvidence(st.Evidence), st.Qualifiers}))
			require.Equal(t, b.String(), string(s.AppendJSON(nil, e))+"\n")
		}
	}
}

func FuzzAppendText(f *testing.F) {
	for _, text := range append(awkward, "“twelve” and\u2028more \xff\x00\x1f\x7f\"\\/", "1234567\"", "é è 1234567890") {
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
