//go:build unix

package store

import (
	"os"
	"syscall"
)

// tryLock takes the lock that bbolt takes of a file that it writes to.
func tryLock(file *os.File) (free func(), err error) {
	fd := int(file.Fd())
	if err := syscall.Flock(fd, syscall.LOCK_EX|syscall.LOCK_NB); err != nil {
		return nil, err
	}
	return func() { _ = syscall.Flock(fd, syscall.LOCK_UN) }, nil // closing frees it, too
}

// mapped is how much of a file is mapped into memory at first, so that it need not
// be mapped again while it grows. It costs no memory.
const mapped = 1 << 30
