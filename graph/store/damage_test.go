package store

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"syscall"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mandategraph/graph"
	"mandategraph/graph/graphtest"
)

// flipsVariable asks for another number of flips than flips.
const (
	flipsVariable = "MANDATEGRAPH_TEST_FLIPS"
	flips         = 60
)

// countFrom is a number that the environment may change.
func countFrom(t *testing.T, variable string, number int) int {
	if text := os.Getenv(variable); text != "" {
		var err error
		number, err = strconv.Atoi(text)
		require.NoError(t, err)
	}
	return number
}

// library makes a bbolt store of many documents, of several transactions, and
// gives its content and what it holds.
func library(t *testing.T, path string) (file, kept []byte, holds string) {
	s := openStore(t, "bbolt:"+path)
	documents := edition(3)[:24]
	for _, some := range [][]graph.Document{documents[:5], documents[5:20], documents[20:]} {
		require.NoError(t, s.Load(context.Background(), some, func(int, Change) {}))
	}
	_, err := s.Unload(context.Background(), documents[4].ID)
	require.NoError(t, err)
	holds = exported(t, requireNewest(t, s))
	require.NoError(t, s.Close())
	file, err = os.ReadFile(path)
	require.NoError(t, err)
	kept, err = os.ReadFile(path + SnapshotExtension)
	require.NoError(t, err)
	return file, kept, holds
}

// usedPages are the numbers of the pages that a file needs.
func usedPages(t *testing.T, file []byte) (used []int, size int) {
	pages, err := openPages(bytes.NewReader(file), int64(len(file)))
	require.NoError(t, err)
	w := &boltWalk{pages, make([]uint64, pages.pages/64+1), true}
	require.NoError(t, w.tree(w.root, true))
	require.NoError(t, w.claim(0, 2))
	require.NoError(t, w.claim(w.freelist, 1))
	for n := range int(w.pages) {
		if w.reached[n/64]&(1<<(n%64)) != 0 {
			used = append(used, n)
		}
	}
	return used, int(pages.pageSize)
}

// A bit that a disk has turned over is either without effect or told of: no
// command shows another graph than was loaded, and none ends the program.
func TestFlippedBitsNeverGiveAWrongGraph(t *testing.T) {
	directory := t.TempDir()
	file, kept, holds := library(t, filepath.Join(directory, "whole.db"))
	used, size := usedPages(t, file)
	count, told := countFrom(t, flipsVariable, flips), 0
	random := rand.New(rand.NewPCG(7, 7))
	path := filepath.Join(directory, "flipped.db")
	for n := range count {
		at, bit := used[random.IntN(len(used))]*size+random.IntN(size), byte(1)<<random.IntN(8)
		changed := bytes.Clone(file)
		changed[at] ^= bit
		what := fmt.Sprintf("byte %d of page %d, bit %d", at%size, at/size, bit)
		for _, snapshot := range [][]byte{nil, kept} {
			require.NoError(t, os.WriteFile(path, changed, 0o644))
			require.NoError(t, os.RemoveAll(path+SnapshotExtension))
			if snapshot != nil {
				require.NoError(t, os.WriteFile(path+SnapshotExtension, snapshot, 0o644))
			}
			if err := readInAllWays(t, path, holds, what); err != nil {
				require.ErrorIs(t, err, ErrDamaged, what)
				require.ErrorContains(t, err, path, what)
				told++
			}
			if n%6 == 0 && snapshot == nil {
				writeAndTakeBack(t, path, holds, what)
			}
		}
	}
	assert.Positive(t, told)
	assert.Less(t, told, 2*count, "bits between the elements of a page mean nothing")
	t.Logf("%d flips: %d of %d readings told of damage", count, told, 2*count)
}

// readInAllWays gives the first error; what is read without one must be right.
func readInAllWays(t *testing.T, path, holds, what string) error {
	ctx := context.Background()
	s, err := Open(ctx, "bbolt:"+path, Options{ReadOnly: true})
	if err != nil {
		return err
	}
	defer func() { require.NoError(t, s.Close(), what) }()
	snap, err := s.Snapshot(ctx)
	if err != nil {
		return err
	}
	require.Equal(t, holds, exported(t, snap), what)
	infos, err := s.Documents(ctx)
	if err != nil {
		return err
	}
	for _, info := range infos[:3] {
		want, _ := snap.Document(info.ID)
		got, err := s.Document(ctx, info.ID)
		if err != nil {
			return err
		}
		require.Equal(t, want, got, what)
	}
	_, err = s.Verify(ctx)
	return err
}

// writeAndTakeBack may fail, but not leave a wrong graph.
func writeAndTakeBack(t *testing.T, path, holds, what string) {
	ctx := context.Background()
	s, err := Open(ctx, "bbolt:"+path, Options{})
	if err == nil {
		_, err = s.Replace(ctx, graphtest.Sample("new", "ga/resolution/1/1"))
	}
	if err == nil {
		_, err = s.Unload(ctx, "document/new")
	}
	if err == nil {
		snap, failed := s.Snapshot(ctx)
		if err = failed; err == nil {
			require.Equal(t, holds, exported(t, snap), what)
		}
	}
	if err != nil {
		require.ErrorContains(t, err, path, what)
	}
	if s != nil {
		_ = s.Close()
	}
}

// garbled is a file with noise in a third of the pages that it needs.
func garbled(t *testing.T, file []byte) []byte {
	half := bytes.Clone(file)
	used, size := usedPages(t, file)
	for _, page := range used[len(used)/3 : 2*len(used)/3] {
		copy(half[page*size:], bytes.Repeat([]byte("garbled "), size/8))
	}
	return half
}

// Whatever happens to the file of a store, who reads it for long keeps what it
// had, is told why there is nothing newer, and goes on when there is.
func TestRefreshOutlivesItsFile(t *testing.T) {
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "graph.db")
	file, kept, holds := library(t, path)
	half := garbled(t, file)
	reader, err := Open(ctx, "bbolt:"+path, Options{ReadOnly: true})
	require.NoError(t, err)
	defer reader.Close()
	shown, err := reader.Refresh(ctx)
	require.NoError(t, err)
	overwrite := func(content []byte) func() error { // in place, as cp does
		return func() error { return os.WriteFile(path, content, 0o644) }
	}
	for name, c := range map[string]struct {
		spoil   func() error
		trouble string
	}{
		"cut off":  {func() error { return os.Truncate(path, int64(len(file)/2)) }, "damaged"},
		"emptied":  {func() error { return os.Truncate(path, 0) }, "missing"},
		"text":     {overwrite(bytes.Repeat([]byte("Recalling "), len(file)/10)), "damaged"},
		"garbled":  {overwrite(half), "damaged"},
		"gone":     {func() error { return os.Remove(path) }, "missing"},
		"a folder": {func() error { return errors.Join(os.Remove(path), os.Mkdir(path, 0o755)) }, "other"},
		"a pipe":   {func() error { return errors.Join(os.Remove(path), syscall.Mkfifo(path, 0o644)) }, "other"},
		"garbled, both": {func() error {
			return errors.Join(os.WriteFile(path+SnapshotExtension, half, 0o644), overwrite(half)())
		}, "damaged"},
	} {
		t.Run(name, func(t *testing.T) {
			require.NoError(t, c.spoil())
			for range 2 {
				_, err := reader.Refresh(ctx)
				require.ErrorContains(t, err, path)
				assert.Equal(t, c.trouble, Trouble(err), err)
			}
			assert.Equal(t, holds, exported(t, shown))
			require.NoError(t, os.RemoveAll(path))
			require.NoError(t, os.WriteFile(path, file, 0o644))
			require.NoError(t, os.WriteFile(path+SnapshotExtension, kept, 0o644))
			back, err := reader.Refresh(ctx)
			require.NoError(t, err)
			assert.Equal(t, holds, exported(t, back))
		})
	}
}
