package store

import (
	"bytes"
	"context"
	"database/sql"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mandategraph/graph"
	"mandategraph/graph/export"
)

// Two servers: what is loaded on the one shows on its streaming replica, from
// which other processes answer. When the first is gone the second takes its
// place, and a copy of it is an equal store of another kind.
func TestReplicaShowsLoadsAndTakesOver(t *testing.T) {
	ctx := context.Background()
	directory, account := postgresDirectory(t)
	data := filepath.Join(directory, "primary")
	runPostgres(t, directory, account, "initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
	primary := servePostgres(t, directory, data, account)
	writer := openStore(t, primary.address)
	replace(t, writer, numbered(0))

	standby := filepath.Join(directory, "standby")
	runPostgres(t, directory, account, "pg_basebackup", "-h", "127.0.0.1", "-p", primary.port, "-U", "postgres", "-D", standby, "-R", "-X", "stream", "-c", "fast", "--no-sync")
	replica := servePostgres(t, directory, standby, account)
	var warnings []error
	reader, err := Open(ctx, replica.address, Options{ReadOnly: true, Snapshots: filepath.Join(t.TempDir(), "new"), Warn: func(err error) { warnings = append(warnings, err) }})
	require.NoError(t, err)
	defer reader.Close()
	for n := range 4 {
		replace(t, writer, numbered(n))
		requireShown(t, reader, numbered(n))
	}
	_, err = reader.Replace(ctx, numbered(7))
	assert.ErrorIs(t, err, ErrReadOnly)

	want := requireNewest(t, writer)
	require.NoError(t, writer.Close())
	primary.stop()
	_, err = Open(ctx, primary.address, Options{})
	require.Error(t, err)
	requireShown(t, reader, numbered(3))
	promote(t, replica.address)
	successor := openStore(t, replica.address)
	assert.Equal(t, exported(t, want), exported(t, requireNewest(t, successor)))
	replace(t, successor, numbered(9))
	requireShown(t, reader, numbered(9))
	assert.Empty(t, warnings)
	requireMoved(t, successor, "bbolt:"+filepath.Join(t.TempDir(), "moved.db"))
}

// requireShown waits until a reader has a document.
func requireShown(t *testing.T, reader *Store, want graph.Document) {
	t.Helper()
	require.Eventually(t, func() bool {
		snapshot, err := reader.Refresh(context.Background())
		require.NoError(t, err)
		d, ok := snapshot.Document(want.ID)
		return ok && assert.ObjectsAreEqual(want, d)
	}, time.Minute, 10*time.Millisecond)
}

// promote ends the recovery of a standby server.
func promote(t *testing.T, address string) {
	admin, err := sql.Open(sqlDriver, address)
	require.NoError(t, err)
	defer admin.Close()
	var done bool
	require.NoError(t, admin.QueryRow(`SELECT pg_promote()`).Scan(&done))
	require.True(t, done)
}

// requireMoved moves a store to another place, as export and load do.
func requireMoved(t *testing.T, from *Store, url string) *Store {
	ctx := context.Background()
	source := requireNewest(t, from)
	documents, err := export.ReadJSONLines(bytes.NewBufferString(exported(t, source)))
	require.NoError(t, err)
	to := openStore(t, url)
	require.NoError(t, to.Load(ctx, documents, func(int, Change) {}))
	target := requireNewest(t, to)
	assert.Equal(t, source.Revision.Sum, target.Revision.Sum, "the sums of all quads are equal")
	assert.Equal(t, exported(t, source), exported(t, target))
	return to
}
