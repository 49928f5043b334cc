package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"mandategraph/graph"
)

// ErrExists says that a store to be restored holds documents already.
var ErrExists = errors.New("there is a store already")

// restoring follows the path of a bbolt store in the name of the file that is to
// take its place.
const restoring = ".restoring"

// Restore makes a store hold exactly these documents, as a whole or not at all.
// The error wraps [ErrExists] where it holds others and replace is false, and
// [ErrLocked] where another process writes to it.
//
// A bbolt store is made anew beside the old one and takes its place once it is
// whole and on the disk; a damaged one may be restored so, too. In a database the
// difference is written, in one transaction.
func Restore(ctx context.Context, address string, documents []graph.Document, replace bool, options Options) error {
	for i := range documents {
		if err := documents[i].Check(); err != nil {
			return err
		}
	}
	options.ReadOnly = false
	if path, ok := strings.CutPrefix(address, "bbolt:"); ok && path != "" {
		if err := restoreFile(ctx, path, documents, replace, options); err != nil {
			return fmt.Errorf("store %s: %w", address, err)
		}
		return nil
	}
	s, err := Open(ctx, address, options)
	if err != nil {
		return err
	}
	return errors.Join(s.become(ctx, documents, replace), s.Close())
}

// become writes what makes the store hold exactly these documents.
func (s *Store) become(ctx context.Context, documents []graph.Document, replace bool) error {
	held, err := s.Documents(ctx)
	if err != nil {
		return err
	}
	if len(held) > 0 && !replace {
		return s.named(ErrExists)
	}
	var b batch
	for _, d := range documents {
		p := newPart(d, "")
		if p.refused != nil {
			return p.refused
		}
		b.parts = append(b.parts, p)
	}
	for _, info := range held {
		if !slices.ContainsFunc(b.parts, func(p part) bool { return p.id == info.ID }) {
			b.parts = append(b.parts, goingPart(info.ID))
		}
	}
	if len(b.parts) == 0 {
		return nil
	}
	if err := s.change(ctx, &b); err != nil {
		return err
	}
	_, err = s.Snapshot(ctx)
	return err
}

func restoreFile(ctx context.Context, path string, documents []graph.Document, replace bool, options Options) error {
	mode := fs.FileMode(0o644)
	if info, err := os.Stat(path); err == nil {
		mode = info.Mode().Perm()
		if !replace {
			return ErrExists
		}
		if path, err = filepath.EvalSymlinks(path); err != nil {
			return err
		}
	} else if !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	free, err := lockOut(ctx, path, options)
	if err != nil {
		return err
	}
	defer free()
	beside := path + restoring
	freeBeside, err := lockOut(ctx, beside, options) // of another restore
	if err != nil {
		return err
	}
	defer freeBeside()
	if err = removeStore(beside); err == nil {
		err = fillFile(ctx, beside, options, func(s *Store) error { return s.Load(ctx, documents, func(int, Change) {}) })
	}
	if err == nil {
		err = os.Chmod(beside, mode)
	}
	if err != nil {
		return errors.Join(err, removeStore(beside))
	}
	return takePlace(beside, path)
}

// takePlace gives a store that was made beside another one its name. The lock of
// the other must be held.
func takePlace(beside, path string) error {
	if err := os.Rename(beside, path); err != nil {
		return err
	}
	// Until the snapshot has followed, the old one is of another version.
	return errors.Join(os.Rename(beside+SnapshotExtension, path+SnapshotExtension), SyncFolder(path))
}

// fillFile makes a bbolt store and its snapshot. Each of its transactions is on the
// disk before the next begins.
func fillFile(ctx context.Context, path string, options Options, fill func(*Store) error) error {
	s, err := Open(ctx, "bbolt:"+path, options)
	if err != nil {
		return err
	}
	if err = fill(s); err == nil {
		_, err = s.Snapshot(ctx)
	}
	if err == nil {
		err = s.Settle(ctx)
	}
	return errors.Join(err, s.Close())
}

func removeStore(path string) error {
	var errs []error
	for _, name := range []string{path, path + SnapshotExtension} {
		if err := os.Remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
			errs = append(errs, err)
		}
	}
	return errors.Join(errs...)
}

// lockOut lets no process open a bbolt file for writing until free is called.
// The file may be damaged; where there is none, there is nothing to lock.
func lockOut(ctx context.Context, path string, options Options) (free func(), err error) {
	file, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return func() {}, nil
	}
	if err != nil {
		return nil, err
	}
	for end := time.Now().Add(options.wait()); ; {
		free, err := tryLock(file)
		if err == nil {
			return func() { free(); _ = file.Close() }, nil // it was only read
		}
		if time.Now().After(end) {
			return nil, errors.Join(ErrLocked, file.Close())
		}
		if err := pause(ctx, pauseOfReading); err != nil {
			return nil, errors.Join(err, file.Close())
		}
	}
}

// SyncFolder waits until the name of a file in its folder is on the disk.
func SyncFolder(path string) error {
	folder, err := os.Open(filepath.Dir(path))
	if err != nil {
		return err
	}
	return errors.Join(folder.Sync(), folder.Close())
}
