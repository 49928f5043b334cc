package httpapi

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
)

func TestTokensComeBackWithTime(t *testing.T) {
	now := time.Unix(0, 0)
	l := newLimiter(2, 3, func() time.Time { return now })
	count := func() (n int) {
		for l.allow("192.0.2.1:1") {
			n++
		}
		return n
	}
	assert.Equal(t, 3, count())
	now = now.Add(time.Second)
	assert.Equal(t, 2, count())
	now = now.Add(time.Hour)
	assert.Equal(t, 3, count())
	for i := range 2 * maxBuckets {
		l.allow(string(rune(i)) + ":1")
	}
	assert.LessOrEqual(t, len(l.buckets), maxBuckets)
}
