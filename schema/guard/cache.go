package guard

import (
	"container/list"
	"sync"
)

// A Cache keeps the values that were used last, at most a number of them. It is
// safe for concurrent use.
type Cache[K comparable, V any] struct {
	mu      sync.Mutex
	size    int
	recent  *list.List // of *cached, most recent first
	entries map[K]*list.Element
}

type cached[K comparable, V any] struct {
	key   K
	value V
}

// NewCache makes an empty cache of a size.
func NewCache[K comparable, V any](size int) *Cache[K, V] {
	return &Cache[K, V]{size: size, recent: list.New(), entries: map[K]*list.Element{}}
}

// Get finds a value; ok is false where there is none.
func (c *Cache[K, V]) Get(key K) (value V, ok bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	e, ok := c.entries[key]
	if !ok {
		return value, false
	}
	c.recent.MoveToFront(e)
	return e.Value.(*cached[K, V]).value, true
}

// Put keeps a value, in place of the one that was used longest ago where the
// cache is full. A key that has a value keeps it.
func (c *Cache[K, V]) Put(key K, value V) {
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

// Len is the number of values.
func (c *Cache[K, V]) Len() int {
	c.mu.Lock()
	defer c.mu.Unlock()
	return len(c.entries)
}
