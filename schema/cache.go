package schema

import (
	"container/list"
	"sync"
)

// A cache keeps the values that were used last. It is safe for concurrent use.
type cache[K comparable, V any] struct {
	mu      sync.Mutex
	size    int
	recent  *list.List // of *cached, most recent first
	entries map[K]*list.Element
}

type cached[K comparable, V any] struct {
	key   K
	value V
}

func newCache[K comparable, V any](size int) *cache[K, V] {
	return &cache[K, V]{size: size, recent: list.New(), entries: map[K]*list.Element{}}
}

func (c *cache[K, V]) get(key K) (value V, ok bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	e, ok := c.entries[key]
	if !ok {
		return value, false
	}
	c.recent.MoveToFront(e)
	return e.Value.(*cached[K, V]).value, true
}

func (c *cache[K, V]) put(key K, value V) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if e, ok := c.entries[key]; ok {
		c.recent.MoveToFront(e)
		return
	}
	c.entries[key] = c.recent.PushFront(&cached[K, V]{key, value})
	if c.recent.Len() > c.size {
		delete(c.entries, c.recent.Remove(c.recent.Back()).(*cached[K, V]).key)
	}
}
