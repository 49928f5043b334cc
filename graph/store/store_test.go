package store

import (
	"context"
	"fmt"
	"math/rand"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mandategraph/graph"
	"mandategraph/graph/graphtest"
)

// TestStores runs one suite on every kind of store. place gives the URL of an
// empty one; lasting says that closing and opening it again keeps its content.
func TestStores(t *testing.T) {
	server := startPostgres(t)
	for name, place := range map[string]func(t *testing.T) string{
		"mem":       func(*testing.T) string { return "mem:" },
		"bbolt":     func(t *testing.T) string { return "bbolt:" + filepath.Join(t.TempDir(), "new", "graph.db") },
		"postgres":  func(t *testing.T) string { return "postgres" + server.database(t) },
		"cockroach": func(t *testing.T) string { return "cockroach" + server.database(t) },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			testStore(t, place, name != "mem")
		})
	}
	t.Run("moving", func(t *testing.T) {
		t.Parallel()
		places := []string{"postgres" + server.database(t), "bbolt:" + filepath.Join(t.TempDir(), "a.db"), "cockroach" + server.database(t)}
		s := openStore(t, places[0])
		require.NoError(t, s.Load(context.Background(), graphtest.Crowd(1), func(int, Change) {}))
		for _, place := range append(places[1:], "mem:") {
			s = requireMoved(t, s, place)
		}
	})
	t.Run("restoring", func(t *testing.T) {
		t.Parallel()
		place := func() string { return "bbolt:" + filepath.Join(t.TempDir(), "a.db") }
		testRestoring(t, []string{place(), "postgres" + server.database(t), place(), "cockroach" + server.database(t), place()})
	})
	for _, scheme := range []string{"postgres", "cockroach"} {
		t.Run(scheme+" server", func(t *testing.T) {
			t.Parallel()
			testMigration(t, scheme+server.database(t))
			testTwoWriters(t, scheme+server.database(t))
			testConnectionsCut(t, server, scheme)
		})
	}
}

func testStore(t *testing.T, place func(*testing.T) string, lasting bool) {
	for name, test := range map[string]func(*testing.T, *Store){
		"documents come back":      testDocumentsComeBack,
		"same document again":      testSameDocumentAgain,
		"replace by difference":    testReplaceWritesTheDifference,
		"shrinking document":       testShrinkingDocument,
		"random replacing":         testRandomReplacing,
		"unload":                   testUnloadRemovesItsOwn,
		"list":                     testListOfDocuments,
		"large document":           testLargeDocument,
		"refused document":         testRefusedDocumentChangesNothing,
		"failed write":             testFailedWriteDoesNoHarm,
		"snapshot":                 testSnapshotIsKeptUntilAWrite,
		"many goroutines":          testManyGoroutines,
		"cancelled and closed":     testCancelledAndClosed,
		"same fact in two sources": testSameFactOfTwoDocuments,
		"snapshots":                testSnapshotFollowsEveryWrite,
		"many documents":           testLoadOfMany,
		"verify":                   testVerify,
		"known documents":          testWhatIsThereIsNotReadAgain,
		"rules":                    testRulesOfEachDocument,
	} {
		t.Run(name, func(t *testing.T) { test(t, openStore(t, place(t))) })
	}
	if lasting {
		t.Run("reopened", func(t *testing.T) { testReopened(t, place(t)) })
		t.Run("versions", func(t *testing.T) { testOtherVersionIsRefused(t, place(t)) })
		t.Run("readers of a load", func(t *testing.T) { testReadersWhileLoading(t, place(t)) })
		t.Run("foreign quads", func(t *testing.T) { testForeignQuadsAreRefused(t, place(t)) })
	}
}

func openStore(t *testing.T, url string) *Store {
	s, err := Open(context.Background(), url, Options{})
	require.NoError(t, err)
	t.Cleanup(func() { assert.NoError(t, s.Close()) })
	return s
}

func replace(t *testing.T, s *Store, d graph.Document) Change {
	change, err := s.Replace(context.Background(), d)
	require.NoError(t, err)
	return change
}

func size(t *testing.T, s *Store) int {
	n, err := s.Size(context.Background())
	require.NoError(t, err)
	return int(n)
}

func requireDocument(t *testing.T, s *Store, want graph.Document) {
	t.Helper()
	got, err := s.Document(context.Background(), want.ID)
	require.NoError(t, err)
	require.Equal(t, want, got)
}

func testDocumentsComeBack(t *testing.T, s *Store) {
	r := rand.New(rand.NewSource(1))
	var documents []graph.Document
	for i, text := range graphtest.Awkward {
		d := graphtest.RandomDocument(r, fmt.Sprintf("document/%02d %s", i, text), 10)
		assert.Equal(t, Change{Added: len(difference(Quads(&d), nil))}, replace(t, s, d))
		documents = append(documents, d)
	}
	for _, d := range documents {
		requireDocument(t, s, d)
	}
	snapshot, err := s.Snapshot(context.Background())
	require.NoError(t, err)
	assert.Len(t, snapshot.Documents(), len(documents))
	for _, d := range documents {
		got, ok := snapshot.Document(d.ID)
		assert.True(t, ok)
		assert.Equal(t, d, got)
	}
}

func testSameDocumentAgain(t *testing.T, s *Store) {
	d := graphtest.Sample("A", "ga/resolution/76/185", "ga/resolution/55/25")
	before := size(t, s)
	first := replace(t, s, d)
	assert.Equal(t, before+first.Added, size(t, s))
	// The order in which facts and statements are given makes no difference.
	d.Facts[0], d.Facts[1] = d.Facts[1], d.Facts[0]
	d.Statements = append(d.Statements, d.Statements[0])
	assert.Equal(t, Change{}, replace(t, s, d))
	assert.Equal(t, before+first.Added, size(t, s))
	// Had the second time counted its nodes again, they would now be left.
	change, err := s.Unload(context.Background(), d.ID)
	require.NoError(t, err)
	assert.Equal(t, first.Added, change.Removed)
	assert.Equal(t, before, size(t, s))
}

func testReplaceWritesTheDifference(t *testing.T, s *Store) {
	d := graphtest.Sample("A", "ga/resolution/76/185")
	replace(t, s, d)
	d.Facts[2].Value = "Report A, corrected"
	assert.Equal(t, Change{Added: 1, Removed: 1}, replace(t, s, d))
	requireDocument(t, s, d)
	d = graphtest.Sample("A", "ga/resolution/76/185", "ga/resolution/55/25")
	replace(t, s, d)
	requireDocument(t, s, d)
}

// A term such as the relation here loses more quads than it gains.
func testShrinkingDocument(t *testing.T, s *Store) {
	replace(t, s, graphtest.Sample("A", "ga/resolution/1/1", "ga/resolution/2/2", "ga/resolution/3/3"))
	d := graphtest.Sample("A", "ga/resolution/4/4")
	replace(t, s, d)
	requireDocument(t, s, d)
}

func testRandomReplacing(t *testing.T, s *Store) {
	r := rand.New(rand.NewSource(2))
	held := map[string]graph.Document{}
	empty := size(t, s)
	for range 60 {
		id := fmt.Sprintf("document/%d", r.Intn(4))
		if _, ok := held[id]; ok && r.Intn(4) == 0 {
			_, err := s.Unload(context.Background(), id)
			require.NoError(t, err)
			delete(held, id)
		} else {
			d := graphtest.RandomDocument(r, id, r.Intn(8))
			if old, ok := held[id]; ok && r.Intn(2) == 0 {
				d.Facts = append(d.Facts, old.Facts...)
				d.Statements = append(d.Statements, old.Statements...)
				d.Normalize()
			}
			replace(t, s, d)
			held[id] = d
		}
		quads := empty
		for _, d := range held {
			requireDocument(t, s, d)
			quads += len(difference(Quads(&d), nil))
		}
		require.Equal(t, quads, size(t, s))
	}
}

func testUnloadRemovesItsOwn(t *testing.T, s *Store) {
	ctx := context.Background()
	a, b := graphtest.Sample("A", "ga/resolution/76/185", "ga/resolution/55/25"), graphtest.Sample("B", "ga/resolution/76/185")
	replace(t, s, a)
	alone := size(t, s)
	added := replace(t, s, b)
	change, err := s.Unload(ctx, b.ID)
	require.NoError(t, err)
	assert.Equal(t, Change{Removed: added.Added}, change)
	assert.Equal(t, alone, size(t, s))
	requireDocument(t, s, a)
	_, err = s.Document(ctx, b.ID)
	assert.ErrorIs(t, err, ErrNotFound)
	_, err = s.Unload(ctx, b.ID)
	assert.ErrorIs(t, err, ErrNotFound)
	assert.ErrorContains(t, err, b.ID)
	assert.Equal(t, added, replace(t, s, b), "a document can come back")
	requireDocument(t, s, b)
}

func testListOfDocuments(t *testing.T, s *Store) {
	infos, err := s.Documents(context.Background())
	require.NoError(t, err)
	assert.Empty(t, infos)
	b := replace(t, s, graphtest.Sample("B"))
	a := replace(t, s, graphtest.Sample("A", "ga/resolution/76/185", "ga/resolution/55/25"))
	replace(t, s, graph.Document{ID: graph.ReferenceData, Facts: []graph.Fact{{Subject: "state/alb", Property: "name", Value: "Albania"}}})
	infos, err = s.Documents(context.Background())
	require.NoError(t, err)
	assert.Equal(t, []DocumentInfo{
		{ID: "document/A", Title: "Report A", Quads: a.Added, Statements: 2},
		{ID: "document/B", Title: "Report B", Quads: b.Added},
	}, infos)
}

// testLoadOfMany shares transactions, and still says of each document what it
// changed.
func testLoadOfMany(t *testing.T, s *Store) {
	ctx := context.Background()
	var documents []graph.Document
	for n := range 40 {
		d := numbered(n)
		d.ID = fmt.Sprint("document/", n)
		for i := range d.Statements {
			d.Statements[i].Evidence.Document = d.ID
		}
		d.Normalize()
		documents = append(documents, d)
	}
	var added []int
	require.NoError(t, s.Load(ctx, documents, func(i int, c Change) {
		assert.Equal(t, len(added), i)
		assert.Zero(t, c.Removed)
		added = append(added, c.Added)
	}))
	for i, d := range documents {
		assert.Equal(t, len(Quads(&d)), added[i])
		requireDocument(t, s, d)
	}
	require.NoError(t, s.Load(ctx, documents, func(i int, c Change) { assert.Equal(t, Change{}, c) }))
	// The last of two with one identity counts, as if they came apart.
	twice := []graph.Document{graphtest.Sample("A", "ga/resolution/1/1"), graphtest.Sample("B"), graphtest.Sample("A", "ga/resolution/2/2")}
	require.NoError(t, s.Load(ctx, twice, func(int, Change) {}))
	requireDocument(t, s, twice[2])
	bad := graphtest.Sample("C")
	bad.Facts[0].Property = "unheard of"
	assert.ErrorContains(t, s.Load(ctx, []graph.Document{graphtest.Sample("D"), bad}, func(int, Change) {}), "unheard of")
	cancelled, cancel := context.WithCancel(ctx)
	twice = []graph.Document{graphtest.Sample("A", "ga/resolution/3/3"), graphtest.Sample("E"), graphtest.Sample("A", "ga/resolution/4/4")}
	assert.ErrorIs(t, s.Load(cancelled, twice, func(i int, _ Change) {
		assert.Less(t, i, 2)
		cancel()
	}), context.Canceled)
	requireDocument(t, s, twice[0])
	requireDocument(t, s, twice[1])
}
