//go:build !unix

package snapshot

import "os"

func mapFile(file *os.File, size int64) ([]byte, error) { return contentOf(file, size, false) }
