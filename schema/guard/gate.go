package guard

import (
	"context"
	"errors"
	"sync/atomic"
)

// A Gate bounds how many requests are worked on at a time and how many wait.
type Gate struct {
	places  chan struct{}
	waiting atomic.Int64
	queue   int64
}

// ErrQueueFull says that too many requests wait at a gate.
var ErrQueueFull = errors.New("too many requests are waiting")

// NewGate lets concurrency requests through at a time, while queue others may
// wait.
func NewGate(concurrency, queue int) *Gate {
	return &Gate{places: make(chan struct{}, concurrency), queue: int64(queue)}
}

// Try enters where a place is free. Whoever entered must leave.
func (g *Gate) Try() bool {
	select {
	case g.places <- struct{}{}:
		return true
	default:
		return false
	}
}

// Enter waits for a place. The error is ErrQueueFull, or that of the context.
func (g *Gate) Enter(ctx context.Context) error {
	if g.Try() {
		return nil
	}
	defer g.waiting.Add(-1)
	if g.waiting.Add(1) > g.queue {
		return ErrQueueFull
	}
	select {
	case g.places <- struct{}{}:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// Leave makes room for another request.
func (g *Gate) Leave() { <-g.places }

// Load is the number of requests that are worked on and that wait now.
func (g *Gate) Load() (working, waiting int) {
	return len(g.places), int(g.waiting.Load())
}
