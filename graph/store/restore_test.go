package store

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mandategraph/graph"
	"mandategraph/graph/export"
	"mandategraph/graph/graphtest"
)

// backedUp is a backup of a store, read back.
func backedUp(t *testing.T, s *Store) []graph.Document {
	var file bytes.Buffer
	require.NoError(t, export.WriteBackup(context.Background(), &file, requireNewest(t, s)))
	documents, err := export.ReadBackup(bytes.NewReader(file.Bytes()))
	require.NoError(t, err)
	return documents
}

// testRestoring takes a backup from each store to the next, which holds
// something else, and there makes a backup again.
func testRestoring(t *testing.T, places []string) {
	ctx := context.Background()
	first := openStore(t, places[0])
	require.NoError(t, first.Load(ctx, append(graphtest.Crowd(1), numbered(1)), func(int, Change) {}))
	want := requireNewest(t, first)
	documents := backedUp(t, first)
	for _, place := range places[1:] {
		other := openStore(t, place)
		replace(t, other, graphtest.Sample("other", "ga/resolution/1/1"))
		replace(t, other, numbered(6)) // another text under an id of the backup
		before := requireNewest(t, other)
		require.NoError(t, other.Close())
		require.ErrorIs(t, Restore(ctx, place, documents, false, Options{}), ErrExists)
		other = openStore(t, place)
		assert.Equal(t, exported(t, before), exported(t, requireNewest(t, other)))
		require.NoError(t, other.Close())
	}
	for _, place := range places[1:] {
		requireRestored(t, place, documents, exported(t, want))
	}
}

// requireRestored restores while a reader has the store open, which goes over.
func requireRestored(t *testing.T, place string, documents []graph.Document, holds string) {
	ctx := context.Background()
	reader, err := Open(ctx, place, Options{ReadOnly: true})
	require.NoError(t, err)
	defer reader.Close()
	_, err = reader.Refresh(ctx)
	require.NoError(t, err)
	require.NoError(t, Restore(ctx, place, documents, true, Options{Wait: time.Minute}))
	shown, err := reader.Refresh(ctx)
	require.NoError(t, err)
	assert.Equal(t, holds, exported(t, shown))
	s, err := Open(ctx, place, Options{})
	require.NoError(t, err)
	assert.Equal(t, documents, backedUp(t, s))
	require.NoError(t, s.Close())
}

func TestRestoreRefusesAStoreThatIsWrittenTo(t *testing.T) {
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "graph.db")
	loader := openStore(t, "bbolt:"+path)
	replace(t, loader, numbered(1))
	documents := backedUp(t, loader)
	replace(t, loader, numbered(2))
	assert.ErrorIs(t, Restore(ctx, "bbolt:"+path, documents, true, Options{Wait: 1}), ErrLocked)
	replace(t, loader, numbered(3))
	requireNewest(t, loader)
	require.NoError(t, loader.Close())

	// A damaged store and what a restore that was killed left are no obstacle.
	for _, name := range []string{path, path + restoring, path + restoring + SnapshotExtension} {
		require.NoError(t, os.WriteFile(name, []byte(strings.Repeat("garbled", 9999)), 0o600))
		require.NoError(t, os.Chmod(name, 0o600))
	}
	require.NoError(t, Restore(ctx, "bbolt:"+path, documents, true, Options{}))
	s := openStore(t, "bbolt:"+path)
	assert.Equal(t, documents, backedUp(t, s))
	info, err := os.Stat(path)
	require.NoError(t, err)
	assert.Equal(t, os.FileMode(0o600), info.Mode())
	left, err := filepath.Glob(path + restoring + "*")
	require.NoError(t, err)
	assert.Empty(t, left)
}

// A loader that waits for a store which is then replaced goes on with the new one.
func TestAWaitingLoaderTakesTheRestoredStore(t *testing.T) {
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "graph.db")
	old := openStore(t, "bbolt:"+path)
	replace(t, old, numbered(1))
	documents := backedUp(t, old)
	waiting, opened := make(chan error, 1), make(chan *Store, 1)
	go func() {
		s, err := Open(ctx, "bbolt:"+path, Options{Wait: time.Minute, Warn: func(err error) { waiting <- err }})
		assert.NoError(t, err)
		opened <- s
	}()
	assert.ErrorIs(t, <-waiting, ErrLocked)
	require.NoError(t, Restore(ctx, "bbolt:"+path+".new", documents, false, Options{}))
	require.NoError(t, os.Rename(path+".new", path))
	require.NoError(t, old.Close())
	s := <-opened
	replace(t, s, numbered(2))
	require.NoError(t, s.Close())
	requireDocument(t, openStore(t, "bbolt:"+path), numbered(2))
}
