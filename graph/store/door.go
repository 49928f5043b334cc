package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"runtime/debug"
	"syscall"
)

// ErrDamaged says that a store, or a file of it, does not hold what was written.
var ErrDamaged = errors.New("damaged")

// guard is the door through which everything passes that bbolt, Cayley or a
// driver does. What they meet in damaged data makes them panic, or touch memory
// that a file no longer fills; here that becomes an error.
func guard(f func() error) (panicked bool, err error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		if r := recover(); r != nil {
			panicked, err = true, fmt.Errorf("the store is %w: %v", ErrDamaged, r)
		}
	}()
	return false, f()
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
	_, err := guard(func() (err error) {
		s.backend, err = s.open(ctx)
		return err
	})
	if err != nil {
		s.backend = nil
	}
	return s.named(err)
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
	panicked, err := guard(func() error { return f(s.backend) })
	switch {
	case panicked:
		// What was open is still, and closing might wait for it for ever.
		abandoned := s.backend
		s.backend, s.pending = nil, pending{}
		go func() { _, _ = guard(abandoned.Close) }()
	case err != nil && !errors.Is(err, ErrNotFound) && !errors.Is(err, ErrReadOnly):
		err = errors.Join(err, s.release())
	}
	return s.named(err)
}

// named puts the store's name before an error that is about the store.
func (s *Store) named(err error) error {
	if err == nil || errors.Is(err, ErrNotFound) || errors.Is(err, ErrReadOnly) || errors.Is(err, ErrClosed) {
		return err
	}
	if s.isCopied() && !isKnown(err) {
		// Nothing but its content can make reading a copy fail.
		err = fmt.Errorf("the store is %w: %w", ErrDamaged, err)
	}
	return fmt.Errorf("store %s: %w", s.name, err)
}

// isKnown says that an error is one of this package, of a context or of the
// system, and not one of Cayley's or bbolt's.
func isKnown(err error) bool {
	for _, known := range []error{
		ErrDamaged, ErrLocked, ErrNoStore, ErrOld, ErrVersion, errChanged, context.Canceled, context.DeadlineExceeded,
	} {
		if errors.Is(err, known) {
			return true
		}
	}
	var system *fs.PathError
	var number syscall.Errno
	return errors.As(err, &system) || errors.As(err, &number)
}

// release closes the back end, to be opened again by the next call. In between
// another process may write. The caller holds the lock.
func (s *Store) release() error {
	if s.backend == nil {
		return nil
	}
	_, err := guard(s.backend.Close)
	s.backend, s.pending = nil, pending{}
	return err
}

// Trouble puts an error of a store into one word, for a program that counts
// them: damaged, locked, missing, forbidden, unreachable or other; empty for none.
func Trouble(err error) string {
	switch {
	case err == nil:
		return ""
	case errors.Is(err, ErrDamaged):
		return "damaged"
	case errors.Is(err, ErrLocked), errors.Is(err, errChanged):
		return "locked"
	case errors.Is(err, ErrNoStore):
		return "missing"
	case errors.Is(err, fs.ErrPermission):
		return "forbidden"
	case isNetwork(err):
		return "unreachable"
	}
	return "other"
}
