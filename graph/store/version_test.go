package store

import (
	"compress/gzip"
	"context"
	"io"
	"os"
	"path/filepath"
	"testing"

	"github.com/cayleygraph/quad"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mandategraph/graph/snapshot"
)

// placeBefore is a bbolt store that a program of version 2 wrote, of made-up texts;
// testdata/version2.jsonl is what it held.
func placeBefore(t *testing.T) (path, holds string) {
	packed, err := os.Open("testdata/version2.db.gz")
	require.NoError(t, err)
	defer packed.Close()
	file, err := gzip.NewReader(packed)
	require.NoError(t, err)
	content, err := io.ReadAll(file)
	require.NoError(t, err)
	path = filepath.Join(t.TempDir(), "graph.db")
	require.NoError(t, os.WriteFile(path, content, 0o600))
	lines, err := os.ReadFile("testdata/version2.jsonl")
	require.NoError(t, err)
	return path, string(lines)
}

func TestStoreOfTheVersionBeforeIsBroughtToThisOne(t *testing.T) {
	ctx := context.Background()
	path, holds := placeBefore(t)
	_, err := Open(ctx, "bbolt:"+path, Options{ReadOnly: true})
	assert.ErrorIs(t, err, ErrOld)
	assert.ErrorContains(t, err, "opening it for writing brings it to this one")

	s := openStore(t, "bbolt:"+path)
	assert.Equal(t, holds, exported(t, requireNewest(t, s)))
	info, err := os.Stat(path)
	require.NoError(t, err)
	assert.Equal(t, os.FileMode(0o600), info.Mode())
	replace(t, s, numbered(1))
	requireNewest(t, s)
	require.NoError(t, s.Close())
	left, err := filepath.Glob(path + ".*")
	require.NoError(t, err)
	assert.Equal(t, []string{path + SnapshotExtension}, left)
	findings, err := openStore(t, "bbolt:"+path).Verify(ctx)
	require.NoError(t, err)
	for _, f := range findings {
		assert.Contains(t, f, "and the quote", "the made-up quotes are not those of their ranges; all else fits")
	}
}

// A store that cannot be read as it was written stays as it is.
func TestDamagedStoreOfTheVersionBeforeStays(t *testing.T) {
	path, _ := placeBefore(t)
	before, err := os.ReadFile(path)
	require.NoError(t, err)
	for at := range before {
		if string(before[at:min(at+12, len(before))]) == "Deeply  awar" {
			before[at] = 'd'
		}
	}
	require.NoError(t, os.WriteFile(path, before, 0o600))
	_, err = Open(context.Background(), "bbolt:"+path, Options{})
	assert.ErrorIs(t, err, ErrDamaged)
	after, err := os.ReadFile(path)
	require.NoError(t, err)
	assert.Equal(t, before, after)
	left, err := filepath.Glob(path + ".*")
	require.NoError(t, err)
	assert.Empty(t, left)
}

// testMigration puts quads of version 2 into the store of a server.
func testMigration(t *testing.T, url string) {
	ctx := context.Background()
	s := openStore(t, url)
	for n := range 3 {
		replace(t, s, numbered(n))
	}
	want := requireNewest(t, s)
	require.NoError(t, s.with(ctx, func(b backend) error { return writeBefore(ctx, b, want) }))
	require.NoError(t, s.Close())
	_, err := Open(ctx, url, Options{ReadOnly: true})
	assert.ErrorIs(t, err, ErrOld)
	s = openStore(t, url)
	migrated := requireNewest(t, s)
	assert.Equal(t, exported(t, want), exported(t, migrated))
	assert.Equal(t, want.Revision.Sum, migrated.Revision.Sum)
	replace(t, s, numbered(4))
	requireNewest(t, s)
	_, err = s.Unload(ctx, numbered(4).ID)
	require.NoError(t, err)
	require.NoError(t, s.Close())
}

// writeBefore makes of a store one of the version before.
func writeBefore(ctx context.Context, b backend, holds *snapshot.Snapshot) error {
	remove, add := []quad.Quad{versionQuad(StoreVersion)}, []quad.Quad{versionQuad(StoreVersion - 1)}
	marker := manifest{}
	removeQuads(&marker.change, remove)
	addQuads(&marker.change, add)
	written := []manifest{marker}
	for _, id := range holds.Documents() {
		d, _ := holds.Document(id)
		now, before := Quads(&d), spelledOut(&d)
		m := manifestOf(id, before)
		addQuads(&m.change, before)
		removeQuads(&m.change, now)
		written = append(written, m)
		remove, add = append(remove, difference(now, before)...), append(add, difference(before, now)...)
	}
	return b.write(ctx, remove, add, written...)
}
