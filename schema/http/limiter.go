package httpapi

import (
	"net"
	"sync"
	"time"

	"golang.org/x/time/rate"
)

// maxBuckets bounds the memory of a limiter.
const maxBuckets = 10_000

// A limiter is a token bucket for each remote address.
type limiter struct {
	rate    rate.Limit
	burst   int
	now     func() time.Time
	mu      sync.Mutex
	buckets map[string]*rate.Limiter
}

func newLimiter(perSecond, burst int, now func() time.Time) *limiter {
	return &limiter{rate: rate.Limit(perSecond), burst: burst, now: now, buckets: map[string]*rate.Limiter{}}
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
	bucket, known := l.buckets[host]
	if !known {
		l.forget(now)
		bucket = rate.NewLimiter(l.rate, l.burst)
		l.buckets[host] = bucket
	}
	return bucket.AllowN(now, 1)
}

// forget drops the buckets that are full again, and all of them where that does
// not make room.
func (l *limiter) forget(now time.Time) {
	if len(l.buckets) < maxBuckets {
		return
	}
	for host, bucket := range l.buckets {
		if bucket.TokensAt(now) >= float64(l.burst) {
			delete(l.buckets, host)
		}
	}
	if len(l.buckets) >= maxBuckets {
		clear(l.buckets)
	}
}
