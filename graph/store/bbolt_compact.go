package store

import (
	"context"
	"errors"
	"fmt"
	"os"

	bolt "go.etcd.io/bbolt"
)

const (
	// compacting follows the path of a bbolt store in the name of the file that is to
	// take its place.
	compacting = ".compacting"
	// compactBatch is how many bytes one transaction of compacting writes.
	compactBatch = 32 << 20
)

// Settle writes a bbolt file anew, with full pages in the order of their keys, where
// it has grown to more than twice of what it was when it was opened: what many
// transactions leave is full of holes. So all that is ever written is written anew
// about once. Other stores, and smaller growth, are left alone. What goes wrong
// is told as a warning, as the store then stays as it was.
func (s *Store) Settle(ctx context.Context) error {
	if s.path == "" || s.options.ReadOnly {
		return nil
	}
	return s.with(ctx, func(b backend) error {
		file, ok := b.(*boltStore)
		if !ok || !file.hasGrown() {
			return nil
		}
		if err := file.compact(s.path); err != nil {
			s.options.warn(fmt.Errorf("the store %s takes more room than it needs: %w", s.name, err))
			return nil
		}
		return s.release() // the next use opens the new file
	})
}

// hasGrown says that a file is more than twice as large as it was, and not small.
func (b *boltStore) hasGrown() bool {
	const small = 4 << 20
	info, err := b.disk.Stat()
	return err == nil && info.Size() > max(2*b.opened, small)
}

// compact copies a file that is open for writing to one that takes its place.
func (b *boltStore) compact(path string) error {
	info, err := b.disk.Stat()
	if err != nil {
		return err
	}
	beside := path + compacting
	if err = removeStore(beside); err != nil {
		return err
	}
	if err = b.copyCompact(beside, info.Mode().Perm()); err == nil {
		err = os.Rename(beside, path)
	}
	if err != nil {
		return errors.Join(err, removeStore(beside))
	}
	return SyncFolder(path)
}

// copyCompact waits for the disk once, at the end.
func (b *boltStore) copyCompact(path string, mode os.FileMode) error {
	to, err := bolt.Open(path, mode, &bolt.Options{NoSync: true, InitialMmapSize: mapped})
	if err != nil {
		return err
	}
	to.AllocSize = growth
	if err = bolt.Compact(to, b.file, compactBatch); err == nil {
		err = to.Sync()
	}
	return errors.Join(err, to.Close(), os.Chmod(path, mode))
}
