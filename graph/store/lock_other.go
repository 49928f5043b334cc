//go:build !unix

package store

import "os"

// tryLock has nothing to do where a file that is open cannot be replaced.
func tryLock(*os.File) (free func(), err error) { return func() {}, nil }

// mapped is how much of a file is mapped into memory at first: as much as there is,
// since a larger map would make the file as large.
const mapped = 0
