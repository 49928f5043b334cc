package store

import (
	"context"
	"errors"
	"os"
	"time"

	"mandategraph/graph/snapshot"
)

// A stamp tells whether a file was written since. Only whether two are equal
// counts, so that a clock may go wrong.
type stamp struct {
	changed time.Time
	size    int64
}

// A sight is what a look at a bbolt file found.
type sight struct {
	stamp  stamp
	failed error // where it was damaged
}

// stamp looks at a bbolt file.
func (s *Store) stamp() (stamp, error) {
	info, err := os.Stat(s.path)
	if errors.Is(err, os.ErrNotExist) {
		err = ErrNoStore
	}
	if err != nil {
		return stamp{}, s.named(err)
	}
	return stamp{info.ModTime(), info.Size()}, nil
}

// A loader keeps its snapshot soon after its transaction: then nothing need be copied.
const (
	keptLooks = 25
	keptPause = 10 * time.Millisecond
)

// awaitKept waits a little for the snapshot of what was written after another one.
func (s *Store) awaitKept(ctx context.Context, shown snapshot.Revision) {
	for range keptLooks {
		v, _, err := boltRevision(ctx, s.path, s.options)
		if err != nil || v == shown || snapshot.IsKept(s.file, v) {
			return
		}
		select {
		case <-ctx.Done():
			return
		case <-time.After(keptPause):
		}
	}
}

// Refresh is [Store.Snapshot] for a program that answers questions for long
// while others load. It does not keep a bbolt file open. A file that is damaged
// is read again only when it has changed, and one that has changed although
// nothing was loaded is read as a whole, to see whether it still holds what was
// written. Readers that have a snapshot keep it.
func (s *Store) Refresh(ctx context.Context) (*snapshot.Snapshot, error) {
	if !s.isCopied() {
		return s.Snapshot(ctx)
	}
	now, err := s.stamp()
	if err != nil {
		return nil, err
	}
	s.mu.Lock()
	before, shown := s.seen, s.snapshot
	s.mu.Unlock()
	if before.stamp == now && before.failed != nil {
		return nil, before.failed
	}
	if shown != nil && before.stamp != now {
		s.awaitKept(ctx, shown.Revision)
	}
	snap, err := s.Snapshot(ctx)
	if err == nil && snap == shown && before.stamp != now {
		err = s.with(ctx, func(b backend) error {
			_, _, err := readAll(ctx, b)
			return err
		})
	}
	if err == nil && snap != shown {
		// A transaction reaches the file in two steps, and its snapshot came after both.
		if later, err := s.stamp(); err == nil {
			now = later
		}
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.seen = (sight{stamp: now}); errors.Is(err, ErrDamaged) {
		s.seen.failed = err
	} else if err != nil {
		s.seen.stamp = stamp{}
	}
	return snap, errors.Join(err, s.release())
}
