package main

import (
	"math"
	"runtime/debug"
	"runtime/metrics"
)

// readingMemory is how many bytes reading takes before garbage is cleared away as
// soon as it is made: a hostile text makes gigabytes of it.
const readingMemory = 320 << 20

// A thrift keeps the memory of reading low without slowing it: garbage grows freely
// while there is room.
type thrift struct {
	restore func()
	live    []metrics.Sample
	over    bool // what was read and is kept fills the memory
	getenv  func(string) string
}

// beThrifty begins, where the environment says nothing else, until restore is
// called.
func (p *program) beThrifty() *thrift {
	t := &thrift{restore: p.letGarbageGrow(), live: []metrics.Sample{{Name: "/gc/heap/live:bytes"}}, getenv: p.getenv}
	if t.over = p.getenv("GOMEMLIMIT") != ""; t.over {
		return t
	}
	grow, before := t.restore, debug.SetMemoryLimit(readingMemory)
	t.restore = func() { grow(); debug.SetMemoryLimit(before) }
	return t
}

// look gives up thrift where what many files say is itself large: then clearing
// away would be all that is done.
func (t *thrift) look() {
	if t.over {
		return
	}
	metrics.Read(t.live)
	if t.live[0].Value.Uint64() > readingMemory/2 {
		t.over = true
		debug.SetMemoryLimit(math.MaxInt64)
		if t.getenv("GOGC") == "" {
			debug.SetGCPercent(100) // much is kept now, and five times as much would be taken
		}
	}
}
