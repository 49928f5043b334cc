package httpapi

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"sync/atomic"
)

// An allowance is a number of bytes that answers on their way may have together.
type allowance struct{ left atomic.Int64 }

func newAllowance(bytes int) *allowance {
	a := &allowance{}
	a.left.Store(int64(bytes))
	return a
}

// take reports whether there was room for so many more bytes; whoever took them
// must give them back.
func (a *allowance) take(bytes int) bool {
	if a.left.Add(-int64(bytes)) >= 0 {
		return true
	}
	a.give(bytes)
	return false
}

func (a *allowance) give(bytes int) { a.left.Add(int64(bytes)) }

// A spool holds an export from when it is worked out until its client has taken
// it, however slowly: in memory or, where it is long, in a file without a name.
type spool struct {
	most      int
	allowance *allowance
	memory    bytes.Buffer
	file      *os.File
	size      int
}

// spooledInMemory is the longest export that is kept in memory, in bytes.
const spooledInMemory = 1 << 20

var (
	errExportTooLong = errors.New("the export is too long")
	errSpoolFull     = errors.New("too many exports are on their way; try again later")
)

func (s *spool) Write(b []byte) (int, error) {
	if s.size+len(b) > s.most {
		return 0, fmt.Errorf("%w: it has more than %d bytes; ask for a part, or use the command", errExportTooLong, s.most)
	}
	if !s.allowance.take(len(b)) {
		return 0, errSpoolFull
	}
	s.size += len(b)
	if s.file == nil && s.size <= spooledInMemory {
		return s.memory.Write(b)
	}
	if s.file == nil {
		if err := s.begin(); err != nil {
			return 0, err
		}
	}
	return s.file.Write(b)
}

// begin goes over from memory to a file.
func (s *spool) begin() (err error) {
	if s.file, err = os.CreateTemp("", "mandategraph-export-"); err != nil {
		return err
	}
	_ = os.Remove(s.file.Name()) // where the system refuses that, close does it
	_, err = s.memory.WriteTo(s.file)
	return err
}

// send writes what was kept.
func (s *spool) send(w io.Writer) error {
	if s.file == nil {
		_, err := s.memory.WriteTo(w)
		return err
	}
	if _, err := s.file.Seek(0, io.SeekStart); err != nil {
		return err
	}
	_, err := io.Copy(w, struct{ io.Reader }{s.file})
	return err
}

// close gives everything back.
func (s *spool) close() {
	if s.file != nil {
		_ = s.file.Close()           // what was not sent is not wanted
		_ = os.Remove(s.file.Name()) // has gone where begin removed it
	}
	s.allowance.give(s.size)
}
