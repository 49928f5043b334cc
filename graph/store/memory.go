package store

import (
	"context"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/memstore"
	"github.com/cayleygraph/quad"

	"mandategraph/graph/snapshot"
)

// memory is Cayley's memory back end.
type memory struct {
	*memstore.QuadStore
	entries []entry
}

// openMemory gives the same back end at every call: it checks a whole
// transaction before it changes anything, so after an error it is as it was.
func openMemory() func(context.Context) (backend, error) {
	b := &memory{QuadStore: memstore.New()}
	return func(ctx context.Context) (backend, error) {
		return b, initialize(ctx, b, Options{})
	}
}

func (b *memory) write(_ context.Context, remove, add []quad.Quad, documents ...manifest) error {
	if err := b.ApplyDeltas(deltas(remove, add), cayley.IgnoreOpts{}); err != nil {
		return err
	}
	b.entries = append(b.entries, entryAfter(last(b.entries), remove, add, documents))
	return nil
}

func (b *memory) values(ctx context.Context, refs []cayley.Ref) ([]quad.Value, error) {
	return cayley.ValuesOf(ctx, b.QuadStore, refs)
}

// No other process can have the store.
func (*memory) exclusively(_ context.Context, f func() error) error { return f() }

func (b *memory) everything(ctx context.Context) ([]quad.Quad, snapshot.Revision, error) {
	quads, err := allQuads(ctx, b)
	return quads, last(b.entries), err
}

func (b *memory) version(context.Context) (snapshot.Revision, error) { return last(b.entries), nil }

func (b *memory) journal(_ context.Context, from int64) ([]entry, error) {
	return b.entries[min(max(from-1, 0), int64(len(b.entries))):], nil
}

// deltas lists removals before additions.
func deltas(remove, add []quad.Quad) []cayley.Delta {
	list := make([]cayley.Delta, 0, len(remove)+len(add))
	for _, q := range remove {
		list = append(list, cayley.Delta{Quad: q, Action: cayley.Delete})
	}
	for _, q := range add {
		list = append(list, cayley.Delta{Quad: q, Action: cayley.Add})
	}
	return list
}
