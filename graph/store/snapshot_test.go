package store

import (
	"bytes"
	"context"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mandategraph/graph"
	"mandategraph/graph/graphtest"
	"mandategraph/graph/snapshot"
)

// kept opens a store whose snapshots are kept in files, and notes warnings.
func kept(t *testing.T, url string, warnings *[]error) *Store {
	s, err := Open(context.Background(), url, Options{Snapshots: t.TempDir(), Warn: func(err error) { *warnings = append(*warnings, err) }})
	require.NoError(t, err)
	t.Cleanup(func() { assert.NoError(t, s.Close()) })
	return s
}

// requireNewest compares the snapshot of a store with all that it holds, read
// back through Cayley, and with its version.
func requireNewest(t *testing.T, s *Store) *snapshot.Snapshot {
	t.Helper()
	snap, err := s.Snapshot(context.Background())
	require.NoError(t, err)
	require.NoError(t, s.with(context.Background(), func(b backend) error {
		documents, _, err := readAll(context.Background(), b)
		require.NoError(t, err)
		require.Equal(t, exported(t, snapshot.New(documents)), exported(t, snap))
		v, err := b.version(context.Background())
		require.NoError(t, err)
		require.Equal(t, v, snap.Revision)
		return nil
	}))
	return snap
}

// testSnapshotFollowsEveryWrite also reads what another store on the same place
// wrote.
func testSnapshotFollowsEveryWrite(t *testing.T, s *Store) {
	ctx := context.Background()
	for n := range 12 {
		if n%5 == 4 {
			_, err := s.Unload(ctx, numbered(n-2).ID)
			require.NoError(t, err)
		}
		require.NoError(t, s.Load(ctx, []graph.Document{numbered(n), numbered(n + 1)}, func(int, Change) {}))
		if n%3 != 0 {
			requireNewest(t, s)
		}
	}
}

// testWhatIsThereIsNotReadAgain also changes what it has loaded, which must not
// change what the store remembers of it.
func testWhatIsThereIsNotReadAgain(t *testing.T, s *Store) {
	ctx := context.Background()
	_, err := s.Snapshot(ctx)
	require.NoError(t, err)
	d := graphtest.Sample("A", "ga/resolution/76/185")
	for n := range 3 {
		d.Facts[2].Value = fmt.Sprint("Report ", n)
		d.Statements[0].Qualifiers["verb"] = fmt.Sprint("Recalling ", n)
		assert.NotEqual(t, Change{}, replace(t, s, d))
		assert.Equal(t, Change{}, replace(t, s, d))
		requireDocument(t, s, d)
		if n == 1 {
			requireNewest(t, s)
			assert.Equal(t, Change{}, replace(t, s, d))
		}
	}
	_, err = s.Unload(ctx, d.ID)
	require.NoError(t, err)
	assert.NotEqual(t, Change{}, replace(t, s, d))
	requireNewest(t, s)
}

func TestSnapshotFileIsUsedOnlyForTheStoreItIsOf(t *testing.T) {
	ctx := context.Background()
	directory := t.TempDir()
	path := filepath.Join(directory, "graph.db")
	var warnings []error
	s := kept(t, "bbolt:"+path, &warnings)
	replace(t, s, numbered(0))
	requireNewest(t, s)
	require.NoError(t, s.Close())
	before, err := os.ReadFile(path)
	require.NoError(t, err)

	t.Run("unchanged", func(t *testing.T) {
		reader, err := Open(ctx, "bbolt:"+path, Options{ReadOnly: true})
		require.NoError(t, err)
		defer reader.Close()
		require.NoError(t, os.Chtimes(path+SnapshotExtension, graphtest.TestTime, graphtest.TestTime))
		requireNewest(t, reader)
		info, err := os.Stat(path + SnapshotExtension)
		require.NoError(t, err)
		assert.True(t, info.ModTime().Equal(graphtest.TestTime), "a good file is not written again")
	})
	t.Run("store written since", func(t *testing.T) {
		writer := kept(t, "bbolt:"+path, &warnings)
		replace(t, writer, numbered(1))
		require.NoError(t, writer.Close())
		requireNewest(t, kept(t, "bbolt:"+path, &warnings))
	})
	t.Run("store put back and written otherwise", func(t *testing.T) {
		require.NoError(t, os.WriteFile(path, before, 0o644))
		writer := kept(t, "bbolt:"+path, &warnings)
		replace(t, writer, numbered(2))
		assert.NotContains(t, requireNewest(t, writer).Documents(), numbered(1).ID)
	})
	assert.Empty(t, warnings)
}

// writtenSnapshot makes a store of one document and gives its path and the content
// of the snapshot beside it.
func writtenSnapshot(t *testing.T, warnings *[]error) (path string, content []byte) {
	path = filepath.Join(t.TempDir(), "graph.db")
	s := kept(t, "bbolt:"+path, warnings)
	replace(t, s, numbered(0))
	requireNewest(t, s)
	require.NoError(t, s.Close())
	content, err := os.ReadFile(path + SnapshotExtension)
	require.NoError(t, err)
	return path, content
}

func TestSnapshotFileThatCannotBeUsedIsMadeAnew(t *testing.T) {
	var warnings []error
	path, content := writtenSnapshot(t, &warnings)
	file := path + SnapshotExtension
	content[bytes.Index(content, []byte(numbered(0).ID))] ^= 1
	require.NoError(t, os.WriteFile(file, content, 0o644))
	s := kept(t, "bbolt:"+path, &warnings)
	requireNewest(t, s)
	require.NoError(t, s.Close())
	require.Len(t, warnings, 1)
	assert.ErrorContains(t, warnings[0], "graph.db.snapshot: damaged")
	_, err := snapshot.Read(file)
	assert.NoError(t, err, "a whole one has taken its place")

	// Nor is it an error where none can be written.
	require.NoError(t, os.Remove(file))
	require.NoError(t, os.MkdirAll(file+"/in the way", 0o755))
	requireNewest(t, kept(t, "bbolt:"+path, &warnings))
	assert.ErrorContains(t, warnings[len(warnings)-1], "the snapshot is not kept")
}

// A file of an earlier program is sound, but laid out otherwise.
func TestSnapshotFileOfAnEarlierFormatIsMadeAnew(t *testing.T) {
	var warnings []error
	path, content := writtenSnapshot(t, &warnings)
	file := path + SnapshotExtension
	format := bytes.Index(content, fmt.Appendf(nil, `"format":%d`, snapshot.Format)) + len(`"format":`)
	content[format]--
	head := len(snapshot.Magic) + 8 + int(binary.NativeEndian.Uint32(content[len(snapshot.Magic)+4:]))
	binary.NativeEndian.PutUint32(content[head:], crc32.Checksum(content[:head], crc32.MakeTable(crc32.Castagnoli)))
	require.NoError(t, os.WriteFile(file, content, 0o644))
	_, err := snapshot.Read(file)
	require.ErrorIs(t, err, snapshot.ErrOther)

	requireNewest(t, kept(t, "bbolt:"+path, &warnings))
	assert.Empty(t, warnings)
	_, err = snapshot.Read(file)
	assert.NoError(t, err, "one of this program has taken its place")
}

func TestRefreshSeesWhatOtherProcessesLoad(t *testing.T) {
	ctx := context.Background()
	url := "bbolt:" + filepath.Join(t.TempDir(), "graph.db")
	writer := openStore(t, url)
	replace(t, writer, numbered(0))
	require.NoError(t, writer.Close())
	reader, err := Open(ctx, url, Options{ReadOnly: true})
	require.NoError(t, err)
	defer reader.Close()
	first, err := reader.Refresh(ctx)
	require.NoError(t, err)
	again, err := reader.Refresh(ctx)
	require.NoError(t, err)
	assert.Same(t, first, again)
	for n := 1; n < 5; n++ {
		writer = openStore(t, url)
		replace(t, writer, numbered(n))
		// Clocks may jump: what the file's journal says counts, and not its time.
		require.NoError(t, os.Chtimes(strings.TrimPrefix(url, "bbolt:"), graphtest.TestTime, graphtest.TestTime))
		newest, err := reader.Refresh(ctx)
		require.NoError(t, err, "the writer has it open, and has kept no snapshot")
		require.NoError(t, writer.Close())
		again, err := reader.Refresh(ctx)
		require.NoError(t, err)
		assert.Same(t, newest, again)
		newest, err = reader.Refresh(ctx)
		require.NoError(t, err)
		d, ok := newest.Document(numbered(n).ID)
		assert.True(t, ok)
		assert.Equal(t, numbered(n), d)
	}
	_, ok := first.Document(numbered(1).ID)
	assert.False(t, ok, "an old snapshot stays as it was")
}

// A load of more documents than shall wait in memory lays them out on the way, and
// ends with the same snapshot in the same file.
func TestManyDocumentsAreLaidOutOnTheWay(t *testing.T) {
	ctx := context.Background()
	load := func(room int) (text string, kept *snapshot.Snapshot) {
		path := filepath.Join(t.TempDir(), "graph.db")
		s := openStore(t, "bbolt:"+path)
		s.room = room
		_, err := s.Snapshot(ctx)
		require.NoError(t, err)
		for i := range 6 {
			var documents []graph.Document
			for j := range 20 * (1 + i) {
				documents = append(documents, graphtest.Sample(fmt.Sprint(i, j), fmt.Sprintf("ga/resolution/%d/%d", i, j)))
			}
			require.NoError(t, s.Load(ctx, documents, func(int, Change) {}))
			if i == 3 {
				_, err = s.Unload(ctx, "document/2 1")
				require.NoError(t, err)
			}
		}
		shown, err := s.Snapshot(ctx)
		require.NoError(t, err)
		kept, err = snapshot.Read(path + SnapshotExtension)
		require.NoError(t, err)
		assert.Equal(t, shown.Revision, kept.Revision)
		return exported(t, shown), kept
	}
	want, _ := load(pendingFacts)
	got, kept := load(1)
	assert.Equal(t, want, got)
	assert.Equal(t, want, exported(t, kept))
}
