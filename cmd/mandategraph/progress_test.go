package main

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
)

func TestProgressSaysHowFarHowFastAndHowLong(t *testing.T) {
	start := time.Date(2044, 1, 1, 12, 0, 0, 0, time.UTC)
	s := &progress{verb: "write", count: 250, all: 1000, start: start}
	assert.Equal(
		t, "write 250 of 1000, 25 a second, 30s left: document/A", s.line("document/A", start.Add(10*time.Second)),
	)
	s.count = 1
	assert.Equal(
		t, "write 1 of 1000, 0.1 a second, 2h46m30s left: document/A", s.line("document/A", start.Add(10*time.Second)),
	)
}

func TestProgressIsShownOnATerminalOnly(t *testing.T) {
	for _, terminal := range []bool{true, false} {
		var out strings.Builder
		p := &program{}
		if terminal {
			p.screen = &out
		}
		s := p.progress("read", 2)
		s.step("early")
		s.start = s.start.Add(-time.Minute)
		s.step("late")
		s.done()
		assert.Equal(t, terminal, strings.Contains(out.String(), "read 2 of 2, "))
		assert.NotContains(t, out.String(), "early")
	}
}
