package schema

import (
	"context"
	"time"
)

// Most requests are known and short. They need no goroutine and no timer of
// their own to end at the deadline: the plan looks at the time as it goes.

// A limited context ends at a time without a timer: whoever works on must ask it.
type limited struct {
	context.Context
	end time.Time
}

func (l limited) Err() error {
	if !time.Now().Before(l.end) {
		return context.DeadlineExceeded
	}
	return l.Context.Err()
}

// brief reports whether no field of a known query takes long, so that the
// request needs no goroutine of its own to end at the deadline. Whoever wants the
// version may be the first to ask for that of a snapshot, which takes long.
func (p *Params) brief() bool {
	return p.Prepared != nil && p.Prepared.brief && !p.Versioned
}
