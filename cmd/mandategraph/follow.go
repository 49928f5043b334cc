package main

import (
	"context"
	"errors"
	"log/slog"
	"strings"
	"sync/atomic"
	"time"

	"mandategraph/graph/search"
	"mandategraph/graph/snapshot"
	"mandategraph/graph/store"
)

// A follower holds the newest snapshot of a store into which other programs
// load. Requests read the one that was newest when they began.
type follower struct {
	store  *store.Store
	newest atomic.Pointer[snapshot.Snapshot]
	log    *slog.Logger
	// degraded is told each time, in a word and in a sentence, why the store cannot
	// be read, and with nothing that it can again.
	degraded func(word, sentence string)
	failing  bool
}

func (p *program) follow(ctx context.Context, log *slog.Logger) (*follower, error) {
	store, err := p.openExisting(ctx)
	if err != nil {
		return nil, err
	}
	snapshot, err := store.Refresh(ctx)
	if err != nil {
		return nil, errors.Join(err, store.Close())
	}
	recallNames(snapshot, p.warn)
	f := &follower{store: store, log: log}
	f.keepIndex(snapshot)
	// The first search waits for its index, what else is asked does not.
	go func() { _ = search.Prepare(ctx, snapshot) }()
	f.newest.Store(snapshot)
	return f, nil
}

// watch looks at the store again and again until the context ends, and gives a
// function that waits until it has stopped.
func (f *follower) watch(ctx context.Context, every time.Duration) (wait func()) {
	done := make(chan struct{})
	go func() {
		defer close(done)
		if every <= 0 {
			return
		}
		ticker := time.NewTicker(every)
		defer ticker.Stop()
		for {
			select {
			case <-ctx.Done():
				return
			case <-ticker.C:
				f.look(ctx)
			}
		}
	}()
	return func() { <-done }
}

// keepIndex says where the index of a snapshot's words is kept.
func (f *follower) keepIndex(s *snapshot.Snapshot) {
	search.Keep(s, f.store.Beside(search.FileExtension), func(err error) { f.log.Warn("search", "error", err) })
}

// look takes a new snapshot where there is one, with the index of its words. Where the store cannot be read,
// answers come from the last one, and one line of the log says why. That a
// loader was in the way is no trouble.
func (f *follower) look(ctx context.Context) {
	snapshot, err := f.store.Refresh(ctx)
	switch {
	case err == nil:
		recallNames(snapshot, func(err error) { f.log.Warn("names", "error", err) })
		if f.failing {
			f.failing = false
			f.log.Info("the store can be read again")
			f.degraded("", "")
		}
		if f.newest.Load() != snapshot {
			f.keepIndex(snapshot)
			_ = search.Prepare(ctx, snapshot) // a search says what failed
		}
		if f.newest.Swap(snapshot) != snapshot {
			f.log.Info("the store has changed", "documents", len(snapshot.Documents()), "statements", snapshot.Edges())
		}
	case errors.Is(err, store.ErrLocked), ctx.Err() != nil:
	default:
		if !f.failing {
			f.failing = true
			f.log.Error("the store cannot be read; answers are the last good ones", "reason", store.Trouble(err), "error", err)
		}
		f.degraded(store.Trouble(err), strings.ReplaceAll(err.Error(), "\n", "; "))
	}
}
