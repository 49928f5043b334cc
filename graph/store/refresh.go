package store

import (
	"context"
	"errors"
	"os"
	"strings"
	"time"

	"mandategraph/graph/snapshot"
)

// A stamp tells whether a file was written since.
type stamp struct {
	changed time.Time
	size    int64
}

// Refresh is [Store.Snapshot] for a program that answers questions for long
// while others load. It does not keep a bbolt file open, so that they can write
// between two calls, and looks into it again only where it has changed; while
// another process writes, the error is [ErrLocked]. Readers that have a snapshot
// keep it.
func (s *Store) Refresh(ctx context.Context) (*snapshot.Snapshot, error) {
	path, ok := strings.CutSuffix(s.file, SnapshotExtension)
	if !ok || !s.isFile {
		return s.Snapshot(ctx)
	}
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	now := stamp{info.ModTime(), info.Size()}
	s.mu.Lock()
	snapshot, same := s.snapshot, s.stamp == now
	s.mu.Unlock()
	if snapshot != nil && same {
		return snapshot, nil
	}
	snapshot, err = s.Snapshot(ctx)
	s.mu.Lock()
	defer s.mu.Unlock()
	if err == nil {
		s.stamp = now
	}
	return snapshot, errors.Join(err, s.release())
}
