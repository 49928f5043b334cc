package network

import (
	"context"
	"fmt"
	"sync"
)

// A later is a value that takes long to work out: it is begun when first asked for and
// kept. Whoever waits may give up; the work goes on, so that who asks again has it.
// gonum cannot be stopped in the middle of a measure.
type later[T any] struct {
	once  sync.Once
	done  chan struct{}
	value T
	err   error
}

// get is the value; the error is that of the context, or of work that panicked.
func (l *later[T]) get(ctx context.Context, work func() T) (T, error) {
	l.once.Do(func() {
		l.done = make(chan struct{})
		go func() {
			defer close(l.done)
			defer func() {
				if cause := recover(); cause != nil {
					l.err = fmt.Errorf("measuring a network: %v", cause)
				}
			}()
			l.value = work()
		}()
	})
	select {
	case <-l.done:
		return l.value, l.err
	case <-ctx.Done():
		var none T
		return none, ctx.Err()
	}
}
