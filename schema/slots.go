package schema

import (
	"context"
	"errors"
	"sync/atomic"
)

// Slots bound how many requests are worked on at a time and how many wait.
type slots struct {
	free    chan struct{}
	waiting atomic.Int64
	queue   int64
}

var errQueueFull = errors.New("too many requests are waiting")

func newSlots(concurrency, queue int) *slots {
	return &slots{free: make(chan struct{}, concurrency), queue: int64(queue)}
}

// try takes a slot where one is free.
func (s *slots) try() bool {
	select {
	case s.free <- struct{}{}:
		return true
	default:
		return false
	}
}

// take waits for a slot. The error is errQueueFull, or that of the context.
func (s *slots) take(ctx context.Context) error {
	if s.try() {
		return nil
	}
	defer s.waiting.Add(-1)
	if s.waiting.Add(1) > s.queue {
		return errQueueFull
	}
	select {
	case s.free <- struct{}{}:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// Load is the number of requests that are worked on and that wait now.
func (a *API) Load() (working, waiting int) {
	return len(a.slots.free), int(a.slots.waiting.Load())
}

func (s *slots) give() { <-s.free }
