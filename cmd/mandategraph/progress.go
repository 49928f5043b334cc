package main

import (
	"fmt"
	"io"
	"sync"
	"time"
)

// patience is how long a command works before it shows progress.
const patience = time.Second

// A progress shows on a terminal how far a long command has come. It is silent
// elsewhere and in the first second.
type progress struct {
	out         io.Writer // nil: silent
	verb        string
	count, all  int
	start, last time.Time
	lock        sync.Mutex
	shown       bool
}

func (p *program) progress(verb string, all int) *progress {
	s := &progress{out: p.screen, verb: verb, all: all, start: time.Now()}
	return s
}

// line says how far it has come, how fast, and how long it will take at that
// pace.
func (s *progress) line(name string, now time.Time) string {
	rate := float64(s.count) / now.Sub(s.start).Seconds()
	left := time.Duration(float64(s.all-s.count) / rate * float64(time.Second)).Round(time.Second)
	return fmt.Sprintf("%s %d of %d, %.3g a second, %s left: %s", s.verb, s.count, s.all, rate, left, name)
}

// step counts one piece of work as done.
func (s *progress) step(name string) {
	s.lock.Lock()
	defer s.lock.Unlock()
	s.count++
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
