package store

import (
	"context"
	"encoding/binary"
	"fmt"
	"math/rand"
	"path/filepath"
	"testing"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	bolt "go.etcd.io/bbolt"

	"mandategraph/graph/graphtest"
)

// A store that Cayley itself fills holds the same as one that is filled here: every
// quad, found by its label, and of each term how many quads name it, so that Cayley
// removes it with the last of them.
func TestAddingIsWhatCayleyWouldDo(t *testing.T) {
	ctx := context.Background()
	open := func(name string) *boltStore {
		b, err := openBolt(ctx, filepath.Join(t.TempDir(), name), Options{})
		require.NoError(t, err)
		t.Cleanup(func() { assert.NoError(t, b.Close()) })
		return b.(*boltStore)
	}
	ours, theirs := open("ours"), open("theirs")
	r := rand.New(rand.NewSource(1))
	held := map[string][]quad.Quad{}
	for step := range 40 {
		id := fmt.Sprintf("document/%d", r.Intn(6))
		d := graphtest.RandomDocument(r, id, 1+r.Intn(8))
		next := Quads(&d)
		if step%5 == 4 {
			next = nil // unloaded
		}
		remove, add := difference(held[id], next), difference(next, held[id])
		held[id] = next
		require.NoError(t, ours.write(ctx, remove, add))
		require.NoError(t, theirs.db.group(ctx, func() error {
			for _, list := range [][]cayley.Delta{deltas(remove, nil), deltas(nil, add)} {
				if err := theirs.apply(list); err != nil {
					return err
				}
			}
			return nil
		}))
		require.Equal(t, contentOf(t, theirs), contentOf(t, ours), "step %d", step)
	}
}

// contentOf is what a store holds, without the numbers that it gives.
func contentOf(t *testing.T, b *boltStore) map[string]int {
	ctx := context.Background()
	quads, err := allQuads(ctx, b)
	require.NoError(t, err)
	content := map[string]int{}
	for _, q := range quads {
		content[q.NQuad()]++
		labelled, err := scanNode(ctx, b, quad.Label, q.Label)
		require.NoError(t, err)
		content["labelled "+q.Label.String()] = len(labelled)
	}
	size, err := b.Stats(ctx, true)
	require.NoError(t, err)
	content["size"] = int(size.Quads.Value)
	require.NoError(t, b.file.View(func(tx *bolt.Tx) error {
		return tx.Bucket([]byte(nodesTree)).ForEach(func(hash, value []byte) error {
			_, count := splitNode(value)
			n, _ := binary.Uvarint(count)
			content[fmt.Sprintf("term %x", hash)] = int(n)
			return nil
		})
	}))
	return content
}
