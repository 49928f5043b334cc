package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/kv"
	"github.com/cayleygraph/quad"
	hidalgo "github.com/hidal-go/hidalgo/kv"
	bolt "go.etcd.io/bbolt"
)

// The quads of a document, and of a statement, are found by their labels; nothing
// else is asked of a store. With the subject in the index, the check whether a quad
// is there reads one short list. Cayley's own two indexes, which its paths lean on,
// would take as much again: paths run on snapshots.
func init() {
	kv.DefaultQuadIndexes = []kv.QuadIndex{{Dirs: []quad.Direction{quad.Label, quad.Subject}}}
}

// boltStore is Cayley's key-value back end on a bbolt file.
type boltStore struct {
	cayley.QuadStore
	db            *grouped
	file          *bolt.DB
	disk          *os.File // of file
	opened        int64    // how many bytes it had
	readOnly      bool
	journalBucket string
}

func openBolt(ctx context.Context, path string, options Options) (backend, error) {
	b := &boltStore{readOnly: options.ReadOnly, journalBucket: journalBucket}
	err := b.openPlace(ctx, path, options)
	if err != nil {
		return nil, err
	}
	b.db = &grouped{KV: packed{b.file}}
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
		return nil, errors.Join(err, b.file.Close())
	}
	if err := initialize(ctx, b, options); err != nil {
		return nil, errors.Join(err, b.Close())
	}
	return b, nil
}

// openPlace opens a file for writing, or a copy of it, and brings one of the version
// before to this one.
func (b *boltStore) openPlace(ctx context.Context, path string, options Options) error {
	open := b.openFile
	if options.ReadOnly {
		open = b.openCopy
	}
	for {
		if err := open(ctx, path, options); err != nil {
			return err
		}
		before, err := isBefore(b.file)
		switch {
		case err == nil && !before:
			info, err := b.disk.Stat()
			if err == nil {
				b.opened = info.Size()
			}
			return err
		case err == nil && options.ReadOnly:
			if _, err = openBefore(ctx, b.file); err == nil {
				err = fmt.Errorf("%w: it has version %d, this program needs %d", ErrOld, StoreVersion-1, StoreVersion)
			}
		case err == nil:
			err = b.migrate(ctx, path, options)
		}
		if err = errors.Join(err, b.file.Close()); err != nil {
			return err
		}
	}
}

// openCopy opens a copy of a file, to be read only. Bbolt maps what it reads:
// nothing that happens to the file itself can then end the program.
func (b *boltStore) openCopy(ctx context.Context, path string, options Options) (err error) {
	if b.disk, err = copyBolt(ctx, path, options); err != nil {
		return err
	}
	opened := func(string, int, os.FileMode) (*os.File, error) { return b.disk, nil }
	b.file, err = bolt.Open(path, 0, &bolt.Options{ReadOnly: true, OpenFile: opened})
	return err
}

// openFile opens a file for writing and makes it where there is none.
func (b *boltStore) openFile(ctx context.Context, path string, options Options) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	err := readBolt(ctx, path, options, func(_ *os.File, pages *boltPages) error { return pages.check(false) })
	if err != nil && !errors.Is(err, ErrNoStore) {
		return err
	}
	end, told := time.Now().Add(options.wait()), false
	for {
		current, err := b.lock(path)
		switch {
		case err == nil && current:
			return nil
		case err == nil: // another file has taken its place
		case !errors.Is(err, bolt.ErrTimeout):
			return err
		case time.Now().After(end):
			return ErrLocked
		case !told:
			told = true
			options.warn(fmt.Errorf("store bbolt:%s: %w; waiting for it up to %v", path, ErrLocked, options.wait()))
		}
		if err := pause(ctx, pauseOfReading); err != nil {
			return err
		}
	}
}

// growth is by how many bytes a file grows more than it must.
const growth = 1 << 20

// lock opens a file that no other process has open for writing. Current is
// false, and it is closed again, where it is no longer the one at the path.
func (b *boltStore) lock(path string) (current bool, err error) {
	open := func(name string, flag int, mode os.FileMode) (_ *os.File, err error) {
		b.disk, err = os.OpenFile(name, flag, mode)
		return b.disk, err
	}
	b.file, err = bolt.Open(path, 0o644, &bolt.Options{Timeout: 1, OpenFile: open, InitialMmapSize: mapped})
	if err != nil {
		return false, err
	}
	b.file.AllocSize = growth
	there, err := os.Stat(path)
	if err == nil {
		var opened os.FileInfo
		opened, err = b.disk.Stat()
		current = err == nil && os.SameFile(there, opened)
	}
	if errors.Is(err, fs.ErrNotExist) {
		err = nil
	}
	if !current {
		err = errors.Join(err, b.file.Close())
	}
	return current, err
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
		if err := b.apply(deltas(remove, nil)); err != nil {
			return err
		}
		left, err := b.db.tx.(*packedTx).add(add)
		if err != nil {
			return err
		}
		if err := b.apply(deltas(nil, left)); err != nil {
			return err
		}
		return putEntry(ctx, b.db.tx, entryAfter(v, remove, add, documents))
	})
}

func (b *boltStore) apply(list []cayley.Delta) error {
	if len(list) == 0 {
		return nil
	}
	return b.ApplyDeltas(list, cayley.IgnoreOpts{})
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
