package store

import (
	"context"
	"sync"
)

// marks are the versions of the rules by which documents were read, by their
// identities, as the journal says. They are read when they are first asked for.
type marks struct {
	lock sync.Mutex
	of   map[string]string // nil until then
}

// know says that a document has a mark, or that there is none to be given.
func (m *marks) know(ctx context.Context, b backend, id, rules string) (bool, error) {
	if rules == "" {
		return true, nil
	}
	m.lock.Lock()
	defer m.lock.Unlock()
	if m.of == nil {
		v, err := b.version(ctx)
		if err != nil {
			return false, err
		}
		written, err := manifests(ctx, b, v)
		if err != nil {
			return false, err
		}
		m.of = make(map[string]string, len(written))
		for id, w := range written {
			m.of[id] = w.Rules
		}
	}
	return m.of[id] == rules, nil
}

// note keeps what was written.
func (m *marks) note(id, rules string) {
	m.lock.Lock()
	defer m.lock.Unlock()
	if m.of != nil {
		m.of[id] = rules
	}
}
