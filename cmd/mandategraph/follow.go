package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"sync/atomic"
	"time"

	"mandategraph/graph/snapshot"
	"mandategraph/graph/store"
)

// A follower holds the newest snapshot of a store into which other programs
// load. Requests read the one that was newest when they began.
type follower struct {
	store  *store.Store
	newest atomic.Pointer[snapshot.Snapshot]
	failed string // what went wrong last, to be told once
}

func (p *program) follow(ctx context.Context) (*follower, error) {
	store, err := p.openExisting(ctx)
	if err != nil {
		return nil, err
	}
	snapshot, err := store.Refresh(ctx)
	if err != nil {
		return nil, errors.Join(fmt.Errorf("read the store %s: %w", p.storeName(), err), store.Close())
	}
	recallNames(snapshot, p.warn)
	f := &follower{store: store}
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

// look takes a new snapshot where there is one. While a loader has the store,
// answers come from the last one.
func (f *follower) look(ctx context.Context) {
	snapshot, err := f.store.Refresh(ctx)
	switch {
	case err == nil:
		f.failed = ""
		recallNames(snapshot, func(err error) { slog.Warn("names", "error", err) })
		if f.newest.Swap(snapshot) != snapshot {
			slog.Info("the store has changed", "documents", len(snapshot.Documents()), "statements", snapshot.Edges())
		}
	case errors.Is(err, store.ErrLocked), ctx.Err() != nil:
	case err.Error() != f.failed:
		f.failed = err.Error()
		slog.Error("the store cannot be read; answers are from before", "error", err)
	}
}
