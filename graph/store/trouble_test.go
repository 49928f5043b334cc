package store

import (
	"context"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/cayleygraph/quad"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mandategraph/graph"
	"mandategraph/graph/graphtest"
)

func testLargeDocument(t *testing.T, s *Store) {
	d := graph.Document{ID: "document/large", Source: strings.Repeat("Recalling its resolution 12/4 – ", 1<<15)}
	for i := range 7000 {
		d.Statements = append(d.Statements, graph.Statement{Subject: fmt.Sprintf("ga/resolution/70/%d", i%300), Relation: "recalls", Object: fmt.Sprintf("ga/resolution/60/%d", i%700),
			Evidence: graph.Evidence{Document: d.ID, Paragraph: fmt.Sprintf("ga/resolution/70/%d#pp1", i%300), Start: 50 * i, End: 50*i + 20, Quote: fmt.Sprint("resolution ", i%700)}})
	}
	d.Facts = []graph.Fact{{Subject: "document/large", Property: "text", Value: strings.Repeat("paragraph ", 1<<13)}}
	d.Normalize()
	change := replace(t, s, d)
	assert.Greater(t, change.Added, 35000)
	requireDocument(t, s, d)
	d.Statements = d.Statements[:3000]
	half := replace(t, s, d)
	assert.Zero(t, half.Added)
	requireDocument(t, s, d)
	gone, err := s.Unload(context.Background(), d.ID)
	require.NoError(t, err)
	assert.Equal(t, change.Added, half.Removed+gone.Removed)
}

func testRefusedDocumentChangesNothing(t *testing.T, s *Store) {
	d := graphtest.Sample("A", "ga/resolution/76/185")
	replace(t, s, d)
	before := size(t, s)
	bad := graphtest.Sample("A", "ga/resolution/1/1")
	bad.Facts = append(bad.Facts, graph.Fact{Subject: "a", Property: "title", Value: "not UTF-8: \xff"})
	_, err := s.Replace(context.Background(), bad)
	assert.ErrorContains(t, err, "not valid UTF-8")
	assert.Equal(t, before, size(t, s))
	requireDocument(t, s, d)
}

// Cayley keeps ids of nodes that a failed transaction has made, and would use
// them for the next quad of the same node.
func testFailedWriteDoesNoHarm(t *testing.T, s *Store) {
	ctx := context.Background()
	a, b, c := graphtest.Sample("A", "ga/resolution/76/185"), graphtest.Sample("B", "ga/resolution/55/25"), graphtest.Sample("C")
	replace(t, s, a)
	before := size(t, s)
	err := s.once(ctx, func(backend backend) error {
		return backend.write(ctx, nil, append(Quads(&b), Quads(&a)...))
	})
	require.Error(t, err, "quads of A are there already")
	err = s.once(ctx, func(backend backend) error {
		return backend.write(ctx, Quads(&b), Quads(&c))
	})
	require.Error(t, err, "quads of B are not there")
	assert.Equal(t, before, size(t, s))
	replace(t, s, b)
	requireDocument(t, s, a)
	requireDocument(t, s, b)
	snapshot, err := s.Snapshot(ctx)
	require.NoError(t, err)
	assert.Equal(t, []string{a.ID, b.ID}, snapshot.Documents())
}

func testSnapshotIsKeptUntilAWrite(t *testing.T, s *Store) {
	ctx := context.Background()
	replace(t, s, graphtest.Sample("A", "ga/resolution/76/185"))
	first, err := s.Snapshot(ctx)
	require.NoError(t, err)
	again, err := s.Snapshot(ctx)
	require.NoError(t, err)
	assert.Same(t, first, again)
	replace(t, s, graphtest.Sample("B", "ga/resolution/55/25"))
	second, err := s.Snapshot(ctx)
	require.NoError(t, err)
	assert.Equal(t, []string{"document/A"}, first.Documents())
	assert.Equal(t, []string{"document/A", "document/B"}, second.Documents())
	assert.Equal(t, 2, second.Edges())
}

func testManyGoroutines(t *testing.T, s *Store) {
	var group sync.WaitGroup
	for i := range 8 {
		group.Go(func() {
			id := fmt.Sprint(i)
			for j := range 4 {
				_, err := s.Replace(context.Background(), graphtest.Sample(id, fmt.Sprintf("ga/resolution/%d/1", j), "ga/resolution/1/1"))
				assert.NoError(t, err)
				_, err = s.Snapshot(context.Background())
				assert.NoError(t, err)
				_, err = s.Documents(context.Background())
				assert.NoError(t, err)
			}
		})
	}
	group.Wait()
	for i := range 8 {
		requireDocument(t, s, graphtest.Sample(fmt.Sprint(i), "ga/resolution/3/1", "ga/resolution/1/1"))
	}
}

func testCancelledAndClosed(t *testing.T, s *Store) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, err := s.Replace(ctx, graphtest.Sample("A"))
	assert.ErrorIs(t, err, context.Canceled)
	_, err = s.Document(context.Background(), "document/A")
	assert.ErrorIs(t, err, ErrNotFound)
	require.NoError(t, s.Close())
	_, err = s.Snapshot(context.Background())
	assert.ErrorIs(t, err, ErrClosed)
}

// The label tells apart the same fact of two documents.
func testSameFactOfTwoDocuments(t *testing.T, s *Store) {
	fact := graph.Fact{Subject: "body/ctoc-cop", Property: "name", Value: "Conference of the Parties"}
	a, b := graph.Document{ID: "document/A", Facts: []graph.Fact{fact}}, graph.Document{ID: "document/B", Facts: []graph.Fact{fact}}
	replace(t, s, a)
	replace(t, s, b)
	_, err := s.Unload(context.Background(), a.ID)
	require.NoError(t, err)
	requireDocument(t, s, b)
}

func testReopened(t *testing.T, url string) {
	ctx := context.Background()
	s := openStore(t, url)
	a, b := graphtest.Sample("A", "ga/resolution/76/185"), graphtest.Sample("B", "ga/resolution/55/25")
	replace(t, s, a)
	require.NoError(t, s.Close())
	s = openStore(t, url)
	requireDocument(t, s, a)
	assert.Equal(t, Change{}, replace(t, s, a))
	replace(t, s, b)
	require.NoError(t, s.Close())
	reader, err := Open(ctx, url, Options{ReadOnly: true})
	require.NoError(t, err)
	requireDocument(t, reader, b)
	_, err = reader.Replace(ctx, a)
	assert.ErrorIs(t, err, ErrReadOnly)
	_, err = reader.Unload(ctx, a.ID)
	assert.ErrorIs(t, err, ErrReadOnly)
	requireDocument(t, reader, a)
	require.NoError(t, reader.Close())
}

func testOtherVersionIsRefused(t *testing.T, url string) {
	ctx := context.Background()
	_, err := Open(ctx, url, Options{ReadOnly: true})
	assert.ErrorIs(t, err, ErrNoStore)
	s := openStore(t, url)
	require.NoError(t, s.with(ctx, func(b backend) error {
		return b.write(ctx, []quad.Quad{versionQuad(StoreVersion)}, []quad.Quad{versionQuad(7)})
	}))
	require.NoError(t, s.Close())
	_, err = Open(ctx, url, Options{})
	assert.ErrorIs(t, err, ErrVersion)
	assert.ErrorContains(t, err, "version 7, this program needs 3")
}

// testForeignQuadsAreRefused takes the marker out of a store, so that it looks
// as one that another program made with Cayley.
func testForeignQuadsAreRefused(t *testing.T, url string) {
	ctx := context.Background()
	s := openStore(t, url)
	require.NoError(t, s.with(ctx, func(b backend) error {
		return b.write(ctx, []quad.Quad{versionQuad(StoreVersion)}, []quad.Quad{{Subject: quad.IRI("a"), Predicate: quad.IRI("b"), Object: quad.IRI("c"), Label: quad.IRI("d")}})
	}))
	require.NoError(t, s.Close())
	_, err := Open(ctx, url, Options{})
	assert.ErrorIs(t, err, ErrVersion)
	assert.ErrorContains(t, err, "it holds quads of another program")
}

// testReadersWhileLoading opens a store again and again, as commands do, and
// follows it, as a server does, while another process writes all the time.
func testReadersWhileLoading(t *testing.T, url string) {
	ctx, end := context.WithCancel(context.Background())
	writer := openStore(t, url)
	replace(t, writer, numbered(0))
	var loading sync.WaitGroup
	loading.Go(func() {
		for n := 1; ctx.Err() == nil; n++ {
			if _, err := writer.Replace(context.Background(), numbered(n)); !assert.NoError(t, err) {
				return
			}
		}
	})
	options := Options{ReadOnly: true, Wait: time.Minute, Snapshots: t.TempDir()}
	follower, err := Open(ctx, url, options)
	require.NoError(t, err)
	defer follower.Close()
	for range 8 {
		reader, err := Open(ctx, url, options)
		require.NoError(t, err)
		first, err := reader.Snapshot(ctx)
		require.NoError(t, err)
		infos, err := reader.Documents(ctx)
		require.NoError(t, err)
		assert.GreaterOrEqual(t, len(infos), len(first.Documents()))
		require.NoError(t, reader.Close())
		followed, err := follower.Refresh(ctx)
		require.NoError(t, err)
		assert.GreaterOrEqual(t, followed.Revision.Writes, first.Revision.Writes)
	}
	end()
	loading.Wait()
	last, err := follower.Refresh(context.Background())
	require.NoError(t, err)
	assert.Equal(t, requireNewest(t, writer).Revision, last.Revision)
}
