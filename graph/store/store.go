package store

import (
	"cmp"
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
const StoreVersion = 3

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
	// ReadOnly opens an existing store without changing it, while others may
	// write to it. A bbolt file is then read from a copy, in the folder for
	// temporary files, and only where its snapshot is not of what it holds.
	ReadOnly bool
	// Wait is how long to wait for another process that writes to the store; zero
	// means one second.
	Wait time.Duration
	// ConnectTimeout is how long a connection to a database server may take, and
	// StatementTimeout how long the server may be silent before it answers a
	// statement, or goes on answering; zero means ten seconds and a minute.
	ConnectTimeout, StatementTimeout time.Duration
	// Snapshots is a folder for the snapshots of database servers, which have no
	// file beside which one could be kept; empty for none.
	Snapshots string
	// Warn is told what went wrong without being an error; it may be nil.
	Warn func(error)
}

func (o Options) warn(err error) {
	if o.Warn != nil {
		o.Warn(err)
	}
}

func (o Options) wait() time.Duration { return cmp.Or(o.Wait, time.Second) }

// A Store keeps documents as quads in Cayley. All methods may be called from
// several goroutines; one runs at a time, since Cayley's memory back end has
// no locks and an open iterator of bbolt stops writers. Questions are not put
// to a store but to its [Store.Snapshot].
type Store struct {
	options Options
	name    string // its URL, without a password
	path    string // of a bbolt file
	open    func(context.Context) (backend, error)

	mu       sync.Mutex
	backend  backend // nil after an error, until it is opened again
	closed   bool
	snapshot *snapshot.Snapshot // the last one that was made
	unkept   bool               // it is in no file yet
	pending  pending
	room     int    // of facts in pending
	file     string // of the snapshot
	seen     sight  // what the last look at a bbolt file found
	shared   bool   // with other processes that may write at any time
	marks    *marks
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
	// everything reads all quads, and the version of which they are.
	everything(ctx context.Context) ([]quad.Quad, snapshot.Revision, error)
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
func Open(ctx context.Context, address string, options Options) (*Store, error) {
	scheme, rest, ok := strings.Cut(address, ":")
	if !ok {
		return nil, fmt.Errorf("store %q: expected mem:, bbolt:PATH, postgres://... or cockroach://...", Redacted(address))
	}
	s := &Store{
		options: options, name: Redacted(address), file: snapshotFile(scheme, rest, options), room: pendingFacts, marks: &marks{},
	}
	switch scheme {
	case "mem":
		if rest != "" {
			return nil, fmt.Errorf("store %q: mem: takes no path", Redacted(address))
		}
		s.open = openMemory()
	case "bbolt":
		if s.path = rest; rest == "" {
			return nil, s.named(errors.New("a path is missing after bbolt:"))
		}
		s.open = func(ctx context.Context) (backend, error) { return openBolt(ctx, rest, options) }
	case "postgres", "postgresql", "cockroach":
		s.shared = true
		s.open = func(ctx context.Context) (backend, error) { return openSQL(ctx, scheme, rest, options) }
	default:
		return nil, fmt.Errorf("store %q: unknown kind; expected mem:, bbolt:PATH, postgres://... or cockroach://...", Redacted(address))
	}
	if err := s.begun(ctx); err != nil {
		return nil, err
	}
	return s, nil
}

// begun opens the back end, but not yet that of a bbolt file with a journal that
// is only read: it may do without.
func (s *Store) begun(ctx context.Context) error {
	if s.isCopied() {
		if _, found, err := boltRevision(ctx, s.path, s.options); found || err != nil {
			return s.named(err)
		}
	}
	return s.use(ctx)
}

// isCopied says that the store is a bbolt file of which copies are read.
func (s *Store) isCopied() bool { return s.path != "" && s.options.ReadOnly }

// Close closes the store; snapshots stay usable. Closing twice is no error.
func (s *Store) Close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.closed = true
	return s.release()
}
