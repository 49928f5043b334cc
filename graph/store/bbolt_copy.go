package store

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"time"

	"mandategraph/graph/snapshot"
)

// Reading takes no lock of a bbolt file, so that it is in no writer's way and
// waits for none: a file whose head is the same before and after has not lost a
// page in between. See [boltPages].

const (
	// pauseOfReading lies between attempts to read while another process writes.
	pauseOfReading = 30 * time.Millisecond
	// doubts are how often a file is read at least before it is called damaged or
	// locked.
	doubts = 3
)

// readBolt runs f on the pages of a file, again where they were written to
// meanwhile, until the time to wait is over.
func readBolt(ctx context.Context, path string, options Options, f func(*os.File, *boltPages) error) error {
	end := time.Now().Add(options.wait())
	for attempt := 1; ; attempt++ {
		changed, err := readBoltOnce(path, f)
		switch {
		case !changed, err != nil && !errors.Is(err, ErrDamaged):
			return err
		case attempt >= doubts && time.Now().After(end):
			return cmp.Or(err, ErrLocked)
		}
		if err := pause(ctx, pauseOfReading); err != nil {
			return err
		}
	}
}

// readBoltOnce also says whether a transaction was written meanwhile.
func readBoltOnce(path string, f func(*os.File, *boltPages) error) (changed bool, err error) {
	if err := requireFile(path); err != nil {
		return false, err
	}
	file, err := os.Open(path)
	if err != nil {
		return false, err
	}
	defer file.Close()
	before, err := headOf(file)
	if err != nil {
		return false, err
	}
	failed := f(file, before)
	after, err := headOf(file)
	if err != nil {
		return false, errors.Join(failed, err)
	}
	return after.boltHead != before.boltHead, failed
}

// requireFile says why no file can be read at a path; others, such as pipes,
// would be waited for.
func requireFile(path string) error {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return ErrNoStore
	case err != nil:
		return err
	case info.IsDir():
		return &fs.PathError{Op: "open", Path: path, Err: errors.New("this is a directory; expected a file")}
	case !info.Mode().IsRegular():
		return &fs.PathError{Op: "open", Path: path, Err: errors.New("this is not a regular file")}
	case info.Size() == 0:
		return fmt.Errorf("%w: it is empty", ErrNoStore)
	}
	return nil
}

// headOf reads the head of a file, again where it may have been met while it was
// being written.
func headOf(file *os.File) (*boltPages, error) {
	for attempt := 1; ; attempt++ {
		info, err := file.Stat()
		if err != nil {
			return nil, err
		}
		pages, err := openPages(file, info.Size())
		if err == nil || attempt == doubts {
			return pages, err
		}
		time.Sleep(pauseOfReading)
	}
}

// boltRevision reads what the journal of a file ends with; found is false where
// it has none.
func boltRevision(ctx context.Context, path string, options Options) (v snapshot.Revision, found bool, err error) {
	err = readBolt(ctx, path, options, func(_ *os.File, pages *boltPages) error {
		text, err := pages.last(journalBucket)
		if found = text != nil; err != nil || !found {
			return err
		}
		e, err := readEntry(text)
		v = e.Revision
		return err
	})
	return v, found, err
}

// copyBolt copies a file into one that has no name: no other process can open
// it, write to it or cut it off. It is gone when it is closed.
func copyBolt(ctx context.Context, path string, options Options) (private *os.File, err error) {
	private, err = os.CreateTemp("", "mandategraph-*.db")
	if err != nil {
		return nil, err
	}
	_ = os.Remove(private.Name()) // where the system removes no open file, one is left over
	err = readBolt(ctx, path, options, func(file *os.File, pages *boltPages) error {
		if err := private.Truncate(0); err != nil {
			return err
		}
		if _, err := private.Seek(0, io.SeekStart); err != nil {
			return err
		}
		if _, err := io.Copy(private, io.NewSectionReader(file, 0, int64(pages.pages*pages.pageSize))); err != nil {
			return fmt.Errorf("copy the file to %s, to read it there (TMPDIR names another folder): %w", os.TempDir(), err)
		}
		copied, err := headOf(private)
		if err != nil {
			return err
		}
		return copied.check(true)
	})
	if err != nil {
		return nil, errors.Join(err, private.Close())
	}
	return private, nil
}

// pause waits, but no longer than the context lasts.
func pause(ctx context.Context, length time.Duration) error {
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-time.After(length):
		return nil
	}
}
