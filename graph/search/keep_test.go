package search

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mandategraph/graph/snapshot"
)

// revised is the library as a store would hold it at some time.
func revised(writes int64) *snapshot.Snapshot {
	s := library()
	s.Revision = snapshot.Revision{Writes: writes, Sum: snapshot.Sum{uint64(writes), 2, 3, 4}}
	return s
}

func TestAnIndexComesBackFromItsFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "graph.snapshot"+FileExtension)
	keep := func(s *snapshot.Snapshot, want error) {
		Keep(s, path, func(err error) {
			require.Error(t, want, err)
			require.ErrorContains(t, err, want.Error())
		})
	}
	first := revised(1)
	keep(first, nil)
	want := found(Find, first, "cultural property", 0)
	made, err := os.ReadFile(path)
	require.NoError(t, err)

	again := revised(1)
	keep(again, nil)
	x, err := indexOf(context.Background(), again)
	require.NoError(t, err)
	var nodes []snapshot.Node
	for n := range again.Len() {
		nodes = append(nodes, snapshot.Node(n))
	}
	assert.Equal(t, newIndex(again, slices.Values(nodes)), x.layers[0].textIndex)
	third := len(nodes) / 3 // a list may begin in the midst of an act
	inParts := newIndex(again, slices.Values(nodes[:third]), slices.Values(nodes[third:third+1]), slices.Values(nodes[third+1:]))
	assert.Equal(t, inParts, x.layers[0].textIndex)
	assert.Equal(t, want, found(Find, again, "cultural property", 0))

	later := revised(2)
	keep(later, nil)
	require.NoError(t, Prepare(context.Background(), later))
	other, err := os.ReadFile(path)
	require.NoError(t, err)
	assert.NotEqual(t, made, other, "made anew for another content")
}

// Whatever is wrong with the file, searches find the same, and it is whole again.
func TestADamagedIndexIsMadeAnew(t *testing.T) {
	path := filepath.Join(t.TempDir(), "graph"+FileExtension)
	s := revised(1)
	Keep(s, path, nil)
	want := found(Find, s, "cultural property", 0)
	whole, err := os.ReadFile(path)
	require.NoError(t, err)
	for i := 0; i < len(whole); i += 37 {
		damaged := bytes.Clone(whole)
		damaged[i] ^= 0x21
		if i%2 == 1 {
			damaged = whole[:i]
		}
		require.NoError(t, os.WriteFile(path, damaged, 0o644))
		s := revised(1)
		Keep(s, path, func(error) {})
		require.Equal(t, want, found(Find, s, "cultural property", 0), i)
	}
	warned := 0
	nowhere := revised(1)
	Keep(nowhere, filepath.Join(t.TempDir(), "none", "graph"), func(err error) { warned++; assert.ErrorContains(t, err, "not kept") })
	assert.Equal(t, want, found(Find, nowhere, "cultural property", 0))
	assert.Positive(t, warned)
	unkept := library()
	Keep(unkept, path, nil)
	assert.Equal(t, want, found(Find, unkept, "cultural property", 0), "of no store")
}
