package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime/debug"
	"time"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/kv"
	"github.com/cayleygraph/quad"
	hidalgo "github.com/hidal-go/hidalgo/kv"
	"github.com/hidal-go/hidalgo/kv/bbolt"
	bolt "go.etcd.io/bbolt"
)

// Unloading and replacing start from labels, so they need an index. With the
// subject in it, the check whether a quad is there reads one short list; of
// labels alone, it would read the list of all quads of the document each time.
func init() {
	kv.DefaultQuadIndexes = append(kv.DefaultQuadIndexes,
		kv.QuadIndex{Dirs: []quad.Direction{quad.Label, quad.Subject}})
}

// boltStore is Cayley's key-value back end on a bbolt file.
type boltStore struct {
	cayley.QuadStore
	db       *grouped
	file     *bolt.DB
	readOnly bool
}

func openBolt(ctx context.Context, path string, options Options) (backend, error) {
	file, err := openBoltFile(path, options)
	if err != nil {
		return nil, fmt.Errorf("store bbolt:%s: %w", path, err)
	}
	b := &boltStore{db: &grouped{KV: bbolt.New(file)}, file: file, readOnly: options.ReadOnly}
	// Bloom filters would be filled by reading the whole file at every opening.
	settings := cayley.Options{kv.OptNoBloom: true}
	b.QuadStore, err = kv.New(b.db, settings)
	if errors.Is(err, cayley.ErrNotInitialized) && options.ReadOnly {
		err = ErrNoStore
	} else if errors.Is(err, cayley.ErrNotInitialized) {
		// In one transaction: a file with half of Cayley's metadata would later
		// be taken for one of an old version, without the index of labels.
		err = b.db.group(ctx, func() error {
			if err := kv.Init(b.db, settings); err != nil {
				return err
			}
			b.QuadStore, err = kv.New(b.db, settings)
			return err
		})
	}
	if err != nil {
		return nil, errors.Join(fmt.Errorf("store bbolt:%s: %w", path, err), file.Close())
	}
	if err := initialize(ctx, b, "bbolt:"+path, options); err != nil {
		return nil, errors.Join(err, b.Close())
	}
	return b, nil
}

func openBoltFile(path string, options Options) (*bolt.DB, error) {
	if path == "" {
		return nil, errors.New("a path is missing after bbolt:")
	}
	info, err := os.Stat(path)
	switch {
	case err == nil && info.IsDir():
		return nil, errors.New("this is a directory; expected a file")
	case err == nil && !info.Mode().IsRegular():
		return nil, errors.New("this is not a regular file")
	case errors.Is(err, fs.ErrNotExist) && options.ReadOnly:
		return nil, ErrNoStore
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		return nil, err
	}
	if !options.ReadOnly {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return nil, err
		}
	}
	timeout := options.LockTimeout
	if timeout == 0 {
		timeout = time.Second
	}
	file, err := openBoltSafely(path, &bolt.Options{Timeout: timeout, ReadOnly: options.ReadOnly})
	switch {
	case errors.Is(err, bolt.ErrTimeout):
		return nil, ErrLocked
	case errors.Is(err, bolt.ErrInvalid), errors.Is(err, bolt.ErrVersionMismatch), errors.Is(err, bolt.ErrChecksum):
		return nil, fmt.Errorf("this is not a bbolt file, or it is damaged: %w", err)
	}
	return file, err
}

// openBoltSafely turns into an error what bbolt meets in a damaged file: its
// own panics, and memory faults where the file is shorter than its pages say.
func openBoltSafely(path string, options *bolt.Options) (file *bolt.DB, err error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		if r := recover(); r != nil {
			file, err = nil, fmt.Errorf("this bbolt file is damaged: %v", r)
		}
	}()
	file, err = bolt.Open(path, 0o644, options)
	if err != nil {
		return nil, err
	}
	info, err := os.Stat(path)
	if err != nil {
		return nil, errors.Join(err, file.Close())
	}
	var used int64
	err = file.View(func(tx *bolt.Tx) error {
		used = tx.Size()
		return nil
	})
	if err == nil && info.Size() < used {
		err = fmt.Errorf("this bbolt file is damaged: %d bytes of %d are left", info.Size(), used)
	}
	if err != nil {
		return nil, errors.Join(err, file.Close())
	}
	return file, nil
}

// write removes first and adds then, in one transaction of bbolt. Cayley's own
// order within one ApplyDeltas would lose a quad that is in both lists, and,
// where a term loses more quads than it gains, write its new quads without
// that term.
func (b *boltStore) write(ctx context.Context, remove, add []quad.Quad, documents ...manifest) error {
	if b.readOnly {
		return ErrReadOnly
	}
	v, err := b.version(ctx)
	if err != nil {
		return err
	}
	return b.db.group(ctx, func() error {
		for _, list := range [][]cayley.Delta{deltas(remove, nil), deltas(nil, add)} {
			if len(list) == 0 {
				continue
			}
			if err := b.ApplyDeltas(list, cayley.IgnoreOpts{}); err != nil {
				return err
			}
		}
		return putEntry(ctx, b.db.tx, entryAfter(v, remove, add, documents))
	})
}

// The lock on the file lets no other process in.
func (b *boltStore) exclusively(_ context.Context, f func() error) error { return f() }

// valuesBatch bounds how many terms one read transaction looks up.
const valuesBatch = 4096

func (b *boltStore) values(ctx context.Context, refs []cayley.Ref) ([]quad.Value, error) {
	values := make([]quad.Value, 0, len(refs))
	for len(refs) > 0 {
		n := min(len(refs), valuesBatch)
		batch, err := cayley.ValuesOf(ctx, b.QuadStore, refs[:n])
		if err != nil {
			return nil, err
		}
		values, refs = append(values, batch...), refs[n:]
	}
	return values, nil
}

// grouped is a key-value store that can run several transactions of Cayley as
// one of its own.
type grouped struct {
	hidalgo.KV
	tx hidalgo.Tx // of the group that runs
}

// group runs f; what it commits is written when it returns nil, and only then.
func (g *grouped) group(ctx context.Context, f func() error) error {
	tx, err := g.KV.Tx(ctx, true)
	if err != nil {
		return err
	}
	g.tx = tx
	err = f()
	g.tx = nil
	if err != nil {
		return errors.Join(err, tx.Close())
	}
	return tx.Commit(ctx)
}

func (g *grouped) Tx(ctx context.Context, write bool) (hidalgo.Tx, error) {
	if g.tx != nil {
		return member{g.tx}, nil
	}
	return g.KV.Tx(ctx, write)
}

// member is a transaction within a group: only the group ends it.
type member struct{ hidalgo.Tx }

func (member) Commit(context.Context) error { return nil }

func (member) Close() error { return nil }
