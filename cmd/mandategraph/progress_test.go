package main

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
)

func TestProgressSaysHowFarHowFastAndHowLong(t *testing.T) {
	start := time.Date(2044, 1, 1, 12, 0, 0, 0, time.UTC)
	s := &progress{verb: "load", files: 250, all: 1000, bytes: 5e6, size: 20e6, start: start}
	assert.Equal(
		t, "load 250 of 1000 files, 0.5 MB a second, 30s left: document/A", s.line("document/A", start.Add(10*time.Second)),
	)
	s.bytes = 0
	assert.Equal(t, "load 250 of 1000 files: document/A", s.line("document/A", start.Add(10*time.Second)))
}

func TestProgressIsShownOnATerminalOnly(t *testing.T) {
	for _, terminal := range []bool{true, false} {
		var out strings.Builder
		p := &program{}
		if terminal {
			p.screen = &out
		}
		files := []file{{path: "a.zip", size: 1e6}, {path: "b.txt", size: 1e6}}
		s := p.progress("read", files)
		s.step(files[0], "early")
		s.start = s.start.Add(-time.Minute)
		s.step(files[0], "second in the archive")
		s.step(files[1], "late")
		s.done()
		assert.Equal(t, terminal, strings.Contains(out.String(), "read 0 of 2 files: second in the archive"))
		assert.NotContains(t, out.String(), "early")
	}
}
