package schema

import (
	"log/slog"
	"runtime"
	"time"

	"mandategraph/schema/guard"
)

// Options bound what one request may ask of the API. The zero value of a field
// stands for its default.
type Options struct {
	guard.Limits
	// MaxHops bounds the steps of a traversal: 6.
	MaxHops int
	// MaxResult counts the bytes of a response: 8 MiB.
	MaxResult int
	// Timeout is the deadline of one request: 5 seconds.
	Timeout time.Duration
	// Concurrency is the number of requests that are worked on at a time (twice
	// the processors), Queue the number that may wait for their turn (256). Long is
	// the number of those that may take long, such as searches, questions and
	// exports, which have places and a queue of their own: one less than the
	// processors, but one, so that they never keep short ones from their turn.
	Concurrency, Queue, Long int
	// Documents is the number of parsed and validated queries that are kept:
	// 1,000.
	Documents int
	// Logger receives masked errors with their request id; slog.Default().
	Logger *slog.Logger
}

// WithDefaults puts the defaults in the place of zeros.
func (o Options) WithDefaults() Options {
	o.Limits = o.Limits.WithDefaults()
	for _, d := range []struct {
		field *int
		value int
	}{
		{&o.MaxHops, 6}, {&o.MaxResult, 8 << 20},
		{&o.Concurrency, 2 * runtime.GOMAXPROCS(0)}, {&o.Queue, 256},
		{&o.Long, max(1, runtime.GOMAXPROCS(0)-1)}, {&o.Documents, 1000},
	} {
		if *d.field == 0 {
			*d.field = d.value
		}
	}
	if o.Timeout == 0 {
		o.Timeout = 5 * time.Second
	}
	if o.Logger == nil {
		o.Logger = slog.Default()
	}
	return o
}
