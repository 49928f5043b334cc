package graph

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"time"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
)

// StoreVersion is the version of the layout of quads. A store of another
// version is not opened: load its documents into a new one.
const StoreVersion = 1

// Errors that callers tell apart with [errors.Is].
var (
	ErrNotFound = errors.New("no such document in the store")
	ErrNoStore  = errors.New("there is no store")
	ErrLocked   = errors.New("in use by another process")
	ErrVersion  = errors.New("not a store of this version")
	ErrReadOnly = errors.New("the store was opened for reading only")
	ErrClosed   = errors.New("the store is closed")
)

// Options of [Open]; the zero value suits a program that loads documents.
type Options struct {
	// ReadOnly opens an existing store without changing it. Several processes
	// may have a bbolt file open so, but none together with one that writes.
	ReadOnly bool
	// LockTimeout is how long to wait for another process that has a bbolt file
	// open; zero means one second.
	LockTimeout time.Duration
}

// A Store keeps documents as quads in Cayley. All methods may be called from
// several goroutines; one runs at a time, since Cayley's memory back end has
// no locks and an open iterator of bbolt stops writers. Questions are not put
// to a store but to its [Store.Snapshot].
type Store struct {
	options Options
	open    func(context.Context) (backend, error)

	mu       sync.Mutex
	backend  backend // nil after an error, until it is opened again
	closed   bool
	snapshot *Snapshot // nil after a write
	changes  int64     // of the back end when the snapshot was made
}

// A backend is a Cayley quad store with what Cayley does not do alike
// everywhere.
type backend interface {
	cayley.QuadStore
	// write removes and adds quads, all or nothing. The lists are disjoint,
	// every quad to remove is there and none to add is.
	write(ctx context.Context, remove, add []quad.Quad) error
	// values looks up the terms of many references at once.
	values(ctx context.Context, refs []cayley.Ref) ([]quad.Value, error)
	// exclusively runs f while no other process writes.
	exclusively(ctx context.Context, f func() error) error
	// changes counts the writes of all processes. It stays zero where no other
	// one can write.
	changes(ctx context.Context) (int64, error)
}

// Open opens the store that a URL names and makes it where there is none:
//
//	mem:                            in memory, gone with the process
//	bbolt:PATH                      a file; its directory is made
//	postgres://user@host/database   PostgreSQL, parameters as in libpq
//	cockroach://user@host/database  CockroachDB
//
// The errors name the store and wrap [ErrNoStore], [ErrLocked] or [ErrVersion]
// where these say why.
func Open(ctx context.Context, url string, options Options) (*Store, error) {
	scheme, rest, ok := strings.Cut(url, ":")
	if !ok {
		return nil, fmt.Errorf("store %q: expected mem:, bbolt:PATH, postgres://... or cockroach://...", url)
	}
	s := &Store{options: options}
	switch scheme {
	case "mem":
		if rest != "" {
			return nil, fmt.Errorf("store %q: mem: takes no path", url)
		}
		s.open = openMemory()
	case "bbolt":
		s.open = func(ctx context.Context) (backend, error) { return openBolt(ctx, rest, options) }
	case "postgres", "postgresql", "cockroach":
		s.open = func(ctx context.Context) (backend, error) { return openSQL(ctx, scheme, rest, options) }
	default:
		return nil, fmt.Errorf("store %q: unknown kind %q; expected mem:, bbolt:PATH, postgres://... or cockroach://...", url, scheme)
	}
	if err := s.use(ctx); err != nil {
		return nil, err
	}
	return s, nil
}

// use opens the back end where an error has closed it. The caller holds the
// lock, or is the only one to know the store.
func (s *Store) use(ctx context.Context) error {
	if s.closed {
		return ErrClosed
	}
	if s.backend != nil {
		return nil
	}
	b, err := s.open(ctx)
	if err != nil {
		return err
	}
	s.backend = b
	return nil
}

// with runs f on the back end, again where another process was in the way.
func (s *Store) with(ctx context.Context, f func(backend) error) error {
	return retry(ctx, isConflict, func() error { return s.once(ctx, f) })
}

// once runs f on the back end. After an error the back end is closed, to be
// opened again by the next call: Cayley's caches may then hold nodes that were
// never committed, and a write that met one would store a quad without a
// subject.
func (s *Store) once(ctx context.Context, f func(backend) error) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := ctx.Err(); err != nil {
		return err
	}
	if err := s.use(ctx); err != nil {
		return err
	}
	err := f(s.backend)
	if err != nil && !errors.Is(err, ErrNotFound) && !errors.Is(err, ErrReadOnly) {
		err = errors.Join(err, s.backend.Close())
		s.backend = nil
	}
	return err
}

// Close closes the store; snapshots stay usable. Closing twice is no error.
func (s *Store) Close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.closed = true
	if s.backend == nil {
		return nil
	}
	err := s.backend.Close()
	s.backend = nil
	return err
}

// versionQuad says which version of the layout a store has.
func versionQuad(version quad.Int) quad.Quad {
	store := entityIRI(storeID)
	return quad.Quad{Subject: store, Predicate: vocabularyIRI(versionTerm), Object: version, Label: store}
}

// initialize checks the version marker of a store and writes it into an empty
// one.
func initialize(ctx context.Context, b backend, url string, options Options) error {
	version, err := readVersion(ctx, b)
	if err != nil {
		return fmt.Errorf("store %s: %w", url, err)
	}
	var rows []row
	if version == 0 {
		// Then the marker again: another process may just have made the store.
		if rows, err = scan(ctx, b, b.QuadsAllIterator(), 1); err == nil {
			version, err = readVersion(ctx, b)
		}
		if err != nil {
			return fmt.Errorf("store %s: %w", url, err)
		}
	}
	switch {
	case version == StoreVersion:
		return nil
	case version != 0:
		return fmt.Errorf("store %s: %w: it has version %d, this program needs %d; load its documents into a new store", url, ErrVersion, version, StoreVersion)
	case len(rows) > 0:
		return fmt.Errorf("store %s: %w: it holds quads of another program", url, ErrVersion)
	case options.ReadOnly:
		return fmt.Errorf("store %s: %w: it is empty", url, ErrNoStore)
	}
	if err := b.write(ctx, nil, []quad.Quad{versionQuad(StoreVersion)}); err != nil {
		return fmt.Errorf("store %s: %w", url, err)
	}
	return nil
}
