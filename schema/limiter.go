package schema

import (
	"net"
	"sync"
	"time"
)

// maxBuckets bounds the memory of a limiter.
const maxBuckets = 10_000

// A limiter is a token bucket for each remote address.
type limiter struct {
	rate, burst float64
	now         func() time.Time
	mu          sync.Mutex
	buckets     map[string]bucket
}

type bucket struct {
	tokens float64
	at     time.Time
}

func newLimiter(rate, burst int, now func() time.Time) *limiter {
	return &limiter{rate: float64(rate), burst: float64(burst), now: now, buckets: map[string]bucket{}}
}

// allow takes one token of an address (host:port). Loopback addresses are
// always allowed: a proxy on this machine must tell its clients apart itself.
func (l *limiter) allow(address string) bool {
	host, _, err := net.SplitHostPort(address)
	if err != nil {
		host = address
	}
	if ip := net.ParseIP(host); l.rate <= 0 || ip != nil && ip.IsLoopback() {
		return true
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	now := l.now()
	b, known := l.buckets[host]
	if !known {
		l.forget(now)
		b = bucket{l.burst, now}
	}
	b.tokens = min(l.burst, b.tokens+now.Sub(b.at).Seconds()*l.rate)
	b.at = now
	allowed := b.tokens >= 1
	if allowed {
		b.tokens--
	}
	l.buckets[host] = b
	return allowed
}

// forget drops the buckets that would be full again, and all of them where that
// does not make room.
func (l *limiter) forget(now time.Time) {
	if len(l.buckets) < maxBuckets {
		return
	}
	for host, b := range l.buckets {
		if b.tokens+now.Sub(b.at).Seconds()*l.rate >= l.burst {
			delete(l.buckets, host)
		}
	}
	if len(l.buckets) >= maxBuckets {
		clear(l.buckets)
	}
}
