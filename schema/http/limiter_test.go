package httpapi

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
)

func TestTokensComeBackWithTime(t *testing.T) {
	now := time.Unix(0, 0)
	l := newLimiter(2, 3, 100, func() time.Time { return now })
	count := func() (n int) {
		for {
			end, reason := l.begin("192.0.2.1")
			if reason != "" {
				assert.Equal(t, refusedRate, reason)
				return n
			}
			end()
			n++
		}
	}
	assert.Equal(t, 3, count())
	now = now.Add(time.Second)
	assert.Equal(t, 2, count())
	now = now.Add(time.Hour)
	assert.Equal(t, 3, count())
	for i := range 2 * maxBuckets {
		if end, reason := l.begin(string(rune(i + 1))); reason == "" {
			end()
		}
	}
	assert.LessOrEqual(t, len(l.buckets), maxBuckets)
	assert.Empty(t, l.running, "who has no request running takes no room")
}

func TestRequestsOfOneClientAtATime(t *testing.T) {
	l := newLimiter(-1, 0, 2, time.Now)
	first, reason := l.begin("192.0.2.1")
	assert.Empty(t, reason)
	_, reason = l.begin("192.0.2.1")
	assert.Empty(t, reason)
	_, reason = l.begin("192.0.2.1")
	assert.Equal(t, refusedRunning, reason)
	first()
	_, reason = l.begin("192.0.2.1")
	assert.Empty(t, reason)
	for range 5 {
		_, reason = l.begin("")
		assert.Empty(t, reason, "loopback is nobody's")
	}
}
