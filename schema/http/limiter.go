package httpapi

import (
	"sync"
	"time"

	"golang.org/x/time/rate"
)

// maxBuckets bounds the memory of a limiter.
const maxBuckets = 10_000

// A limiter has for each client a token bucket, and the number of its requests
// that are not answered yet. The client without a name (see [proxies.client]) is
// not limited.
type limiter struct {
	rate    rate.Limit
	burst   int
	most    int // requests of one client at a time; any number below 1
	now     func() time.Time
	mu      sync.Mutex
	buckets map[string]*rate.Limiter
	running map[string]int
}

func newLimiter(perSecond, burst, most int, now func() time.Time) *limiter {
	return &limiter{
		rate: rate.Limit(perSecond), burst: burst, most: most, now: now,
		buckets: map[string]*rate.Limiter{}, running: map[string]int{},
	}
}

// begin takes one token of a client and counts its request as running; whoever
// began must end. Where it may not begin, the reason says which limit it met.
func (l *limiter) begin(client string) (end func(), reason string) {
	if client == "" {
		return func() {}, ""
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.rate > 0 && !l.allows(client) {
		return nil, refusedRate
	}
	if l.most > 0 && l.running[client] >= l.most {
		return nil, refusedRunning
	}
	l.running[client]++
	return func() { l.end(client) }, ""
}

func (l *limiter) end(client string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.running[client]--; l.running[client] == 0 {
		delete(l.running, client)
	}
}

// allows takes a token.
func (l *limiter) allows(client string) bool {
	now := l.now()
	bucket, known := l.buckets[client]
	if !known {
		l.forget(now)
		bucket = rate.NewLimiter(l.rate, l.burst)
		l.buckets[client] = bucket
	}
	return bucket.AllowN(now, 1)
}

// forget drops the buckets that are full again, and all of them where that does
// not make room.
func (l *limiter) forget(now time.Time) {
	if len(l.buckets) < maxBuckets {
		return
	}
	for client, bucket := range l.buckets {
		if bucket.TokensAt(now) >= float64(l.burst) {
			delete(l.buckets, client)
		}
	}
	if len(l.buckets) >= maxBuckets {
		clear(l.buckets)
	}
}
