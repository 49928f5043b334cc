package ask

import (
	"context"
	"fmt"
	"sync"
)

// A memory is what was found out for one question and is needed again. It goes with the
// context of the question, so that the queries that answer it have it as well.
type memory struct {
	lock sync.Mutex
	// acronyms are those that were looked for in the texts, parts and corrected what
	// questions are made of and how they were put right, passages what was searched for.
	acronyms  map[string]term
	parts     map[string][]part
	corrected map[string]string
	passages  map[string]*Passages
}

type memoryKey struct{}

// remembering is a context with a memory: that of the question which it has already, else
// a new one.
func remembering(ctx context.Context) (context.Context, *memory) {
	if m := memoryOf(ctx); m != nil {
		return ctx, m
	}
	m := &memory{
		acronyms: map[string]term{}, parts: map[string][]part{},
		corrected: map[string]string{}, passages: map[string]*Passages{},
	}
	return context.WithValue(ctx, memoryKey{}, m), m
}

// memoryOf is the memory of a context; nil where it has none.
func memoryOf(ctx context.Context) *memory {
	m, _ := ctx.Value(memoryKey{}).(*memory)
	return m
}

// remembered is what one of the lists of a memory has under a key, else what is found
// now. What comes with an error is not kept.
func remembered[V any](m *memory, list map[string]V, key string, find func() (V, error)) (V, error) {
	m.lock.Lock()
	v, known := list[key]
	m.lock.Unlock()
	if known {
		return v, nil
	}
	v, err := find()
	if err == nil {
		m.lock.Lock()
		list[key] = v
		m.lock.Unlock()
	}
	return v, err
}

// FindPassages finds the paragraphs that have the most of some words: all of them
// where one paragraph has all. Inside of one question the same search is made once. The
// error is that of the search: too many words, or the end of the context.
func (r *Reader) FindPassages(ctx context.Context, q PassageQuery) (*Passages, error) {
	m := memoryOf(ctx)
	if m == nil {
		return r.findPassages(ctx, q)
	}
	if r.memory == nil {
		inside := *r
		inside.memory = m
		r = &inside
	}
	return remembered(m, m.passages, fmt.Sprintf("%#v", q), func() (*Passages, error) {
		return r.findPassages(ctx, q)
	})
}
