package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"mandategraph/graph/search"
	"mandategraph/graph/snapshot"
	"mandategraph/graph/store"
)

// defaultStore is used where neither --store nor the environment names one.
const defaultStore = "bbolt:data/mandategraph.db"

// storeVariable is the environment variable that names the store.
const storeVariable = "MANDATEGRAPH_STORE"

// memoryStore is the URL of a store that is gone with the process.
const memoryStore = "mem:"

// storeFlag adds --store to a command.
func (p *program) storeFlag(c *cobra.Command) {
	c.Flags().StringVar(
		&p.store, "store", "",
		"`URL` of the store: mem:, bbolt:PATH, postgres://... or cockroach://...;\n$"+storeVariable+" names another default",
	)
	c.Flags().Lookup("store").DefValue = defaultStore
	c.Flags().DurationVar(&p.wait, "wait", 30*time.Second, "how long to wait for another program that writes to the store")
	c.Flags().DurationVar(
		&p.connectTimeout, "connect-timeout", 10*time.Second, "how long reaching a database server may take",
	)
	c.Flags().DurationVar(
		&p.statementTimeout, "statement-timeout", time.Minute,
		"how long a database server may be silent before it answers a\nstatement, or goes on answering",
	)
}

// storeURL is the store that was asked for.
func (p *program) storeURL() string {
	if p.store != "" {
		return p.store
	}
	if url := p.getenv(storeVariable); url != "" {
		return url
	}
	return defaultStore
}

// storeName is its URL as messages show it.
func (p *program) storeName() string { return store.Redacted(p.storeURL()) }

// options are those of every store. Where there is no folder for caches,
// snapshots of database servers are not kept.
func (p *program) options(readOnly bool) store.Options {
	o := store.Options{
		ReadOnly: readOnly, Wait: p.wait, ConnectTimeout: p.connectTimeout, StatementTimeout: p.statementTimeout,
		Warn: p.warn,
	}
	if caches, err := os.UserCacheDir(); err == nil {
		o.Snapshots = filepath.Join(caches, "mandategraph")
	}
	return o
}

// warn tells of something that does not fail the command.
func (p *program) warn(err error) { p.tell(fmt.Errorf("warning: %w", err)) }

// open opens the store for writing and makes it where there is none.
func (p *program) open(ctx context.Context) (*store.Store, error) {
	return store.Open(ctx, p.storeURL(), p.options(false))
}

// openExisting opens a store for reading, and brings one of the version before
// to this one. One that does not exist is an error, where open would make an
// empty one.
func (p *program) openExisting(ctx context.Context) (*store.Store, error) {
	readOnly := p.options(p.storeURL() != memoryStore)
	st, err := store.Open(ctx, p.storeURL(), readOnly)
	if errors.Is(err, store.ErrOld) {
		var old *store.Store
		if old, err = p.open(ctx); err == nil {
			err = old.Close()
		}
		if err == nil {
			st, err = store.Open(ctx, p.storeURL(), readOnly)
		}
	}
	if errors.Is(err, store.ErrNoStore) {
		return nil, fmt.Errorf("%w; load a document first: mandategraph load PATH", err)
	}
	return st, err
}

// ensureStore makes an empty store where there is none.
func (p *program) ensureStore(ctx context.Context) error {
	st, err := p.openExisting(ctx)
	if errors.Is(err, store.ErrNoStore) {
		st, err = p.open(ctx)
	}
	if err != nil {
		return err
	}
	return st.Close()
}

// openWritable opens a store that exists for writing.
func (p *program) openWritable(ctx context.Context) (*store.Store, error) {
	store, err := p.openExisting(ctx)
	if err != nil {
		return nil, err
	}
	if err := store.Close(); err != nil {
		return nil, err
	}
	return p.open(ctx)
}

// snapshot reads everything that the store holds.
func (p *program) snapshot(ctx context.Context) (*snapshot.Snapshot, error) {
	store, err := p.openExisting(ctx)
	if err != nil {
		return nil, err
	}
	s, err := store.Snapshot(ctx)
	if err = errors.Join(err, store.Close()); err != nil {
		return nil, err
	}
	search.Keep(s, store.Beside(search.FileExtension), p.warn)
	recallNames(s, p.warn)
	return s, nil
}

// keepSnapshot leaves the snapshot of a store that was written for those who ask, and
// with it the index of its words.
func (p *program) keepSnapshot(ctx context.Context, store *store.Store) error {
	s, err := store.Snapshot(ctx)
	if err != nil {
		return err
	}
	return p.keepWords(ctx, s, store)
}

// keepWords keeps the index of words of a store's snapshot.
func (p *program) keepWords(ctx context.Context, s *snapshot.Snapshot, of *store.Store) error {
	search.Keep(s, of.Beside(search.FileExtension), p.warn)
	return search.Prepare(ctx, s)
}

// knowledge is what the documents at paths say or, without paths, what the
// store holds.
func (p *program) knowledge(ctx context.Context, paths []string) (*snapshot.Snapshot, error) {
	if len(paths) == 0 {
		return p.snapshot(ctx)
	}
	read, err := p.readAll(ctx, paths, "")
	if err != nil {
		return nil, err
	}
	return snapshotOf(read, true), nil
}
