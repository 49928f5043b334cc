package main

import (
	"fmt"
	"io"
	"sync"
	"time"
)

// patience is how long a command works before it shows progress.
const patience = time.Second

// A progress shows on a terminal how far a long command has come among files. It is
// silent elsewhere and in the first second.
type progress struct {
	out         io.Writer // nil: silent
	verb        string
	files, all  int
	bytes, size int64 // of the files that are done, and of all
	now         file  // the one that is worked on
	start, last time.Time
	lock        sync.Mutex
	shown       bool
}

func (p *program) progress(verb string, files []file) *progress {
	s := &progress{out: p.screen, verb: verb, all: len(files), start: time.Now()}
	for _, f := range files {
		s.size += f.size
	}
	return s
}

// line says how far it has come, how fast, and how long it will take at that
// pace, which bytes tell more steadily than files.
func (s *progress) line(name string, now time.Time) string {
	const megabyte = 1e6
	line := fmt.Sprintf("%s %d of %d files", s.verb, s.files, s.all)
	if elapsed := now.Sub(s.start); s.bytes > 0 {
		left := time.Duration(float64(elapsed) * float64(s.size-s.bytes) / float64(s.bytes)).Round(time.Second)
		line += fmt.Sprintf(", %.3g MB a second, %s left", float64(s.bytes)/megabyte/elapsed.Seconds(), left)
	}
	return line + ": " + name
}

// step counts a document of a file as done. Files come one after the other, so that
// the one before is done with all its documents.
func (s *progress) step(of file, name string) {
	s.lock.Lock()
	defer s.lock.Unlock()
	if of.path != s.now.path {
		if s.now.path != "" {
			s.files++
		}
		s.bytes += s.now.size
		s.now = of
	}
	now := time.Now()
	if s.out == nil || now.Sub(s.start) < patience || now.Sub(s.last) < patience/10 {
		return
	}
	s.last, s.shown = now, true
	fmt.Fprintf(s.out, "\r\x1b[K%s", s.line(shown(name), now))
}

// done clears the line.
func (s *progress) done() {
	if s.shown {
		fmt.Fprint(s.out, "\r\x1b[K")
	}
}
