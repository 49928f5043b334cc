package store

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"time"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"

	"mandategraph/graph/snapshot"
)

// StoreVersion is the version of the layout of a store. Opening one of the
// version before for writing brings it to this one: see migrate. Others are not
// opened: load their documents into a new store.
const StoreVersion = 2

// Errors that callers tell apart with [errors.Is].
var (
	ErrNotFound = errors.New("no such document in the store")
	ErrNoStore  = errors.New("there is no store")
	ErrLocked   = errors.New("in use by another process")
	ErrVersion  = errors.New("not a store of this version")
	ErrOld      = errors.New("a store of the version before; opening it for writing brings it to this one")
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
	// Snapshots is a folder for the snapshots of database servers, which have no
	// file beside which one could be kept; empty for none.
	Snapshots string
	// Warn is told what went wrong without being an error; it may be nil.
	Warn func(error)
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
	snapshot *snapshot.Snapshot // the last one that was made
	pending  pending
	file     string // of the snapshot
	stamp    stamp  // of a bbolt file when it was read
	isFile   bool   // of bbolt
	shared   bool   // with other processes that may write at any time
}

// A backend is a Cayley quad store with what Cayley does not do alike
// everywhere.
type backend interface {
	cayley.QuadStore
	// write removes and adds quads, all or nothing, and with them an entry of the
	// journal that says what each document now has. The lists are disjoint,
	// every quad to remove is there and none to add is.
	write(ctx context.Context, remove, add []quad.Quad, documents ...manifest) error
	// values looks up the terms of many references at once.
	values(ctx context.Context, refs []cayley.Ref) ([]quad.Value, error)
	// exclusively runs f while no other process writes.
	exclusively(ctx context.Context, f func() error) error
	// version is that of the last entry of the journal; journal gives the entries
	// from a number of writes on.
	version(ctx context.Context) (snapshot.Revision, error)
	journal(ctx context.Context, from int64) ([]entry, error)
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
		return nil, fmt.Errorf("store %q: expected mem:, bbolt:PATH, postgres://... or cockroach://...", Redacted(url))
	}
	s := &Store{options: options, file: snapshotFile(scheme, rest, options)}
	switch scheme {
	case "mem":
		if rest != "" {
			return nil, fmt.Errorf("store %q: mem: takes no path", Redacted(url))
		}
		s.open = openMemory()
	case "bbolt":
		s.isFile = true
		s.open = func(ctx context.Context) (backend, error) { return openBolt(ctx, rest, options) }
	case "postgres", "postgresql", "cockroach":
		s.shared = true
		s.open = func(ctx context.Context) (backend, error) { return openSQL(ctx, scheme, rest, options) }
	default:
		return nil, fmt.Errorf("store %q: unknown kind; expected mem:, bbolt:PATH, postgres://... or cockroach://...", Redacted(url))
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
		err = errors.Join(err, s.release())
	}
	return err
}

// release closes the back end, to be opened again by the next call. In between
// another process may write. The caller holds the lock.
func (s *Store) release() error {
	if s.backend == nil {
		return nil
	}
	err := s.backend.Close()
	s.backend, s.pending = nil, pending{}
	return err
}

// Close closes the store; snapshots stay usable. Closing twice is no error.
func (s *Store) Close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.closed = true
	return s.release()
}
