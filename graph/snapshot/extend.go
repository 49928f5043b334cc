package snapshot

import (
	"maps"

	"mandategraph/graph"
)

// With is a snapshot in which documents are added or take the place of those
// with the same identity, and others are gone. This one stays as it is.
//
// Its cost is that of the documents, and of those that came since the base was made.
// Once these are many, all is laid out anew.
func (s *Snapshot) With(changed []graph.Document, gone ...string) *Snapshot {
	most := min(s.Base().Edges()/deltaShare, largestDelta)
	if s.Base().Edges() < leastLayered || statementsOf(changed) > most {
		return s.anew(changed, gone)
	}
	base, delta, hidden := s.layers(changed, gone)
	if max(delta.Edges(), delta.Len()/2, len(hidden)) > most {
		return s.anew(changed, gone)
	}
	return lay(base, delta, hidden)
}

const (
	// leastLayered statements are laid out anew at once.
	leastLayered = 1 << 12
	// A delta has at most one statement for so many of the base, and so many: then
	// laying it over the base takes about 10 ms.
	deltaShare, largestDelta = 32, 2048
)

func statementsOf(documents []graph.Document) (n int) {
	for i := range documents {
		n += len(documents[i].Statements)
	}
	return n
}

// anew lays everything out in one layer.
func (s *Snapshot) anew(changed []graph.Document, gone []string) *Snapshot {
	without := make(map[string]bool, len(changed)+len(gone))
	for _, id := range gone {
		without[id] = true
	}
	for i := range changed {
		without[changed[i].ID] = true
	}
	b := newBuilder()
	if o := s.layered; o != nil {
		hidden := maps.Clone(without)
		for place := range o.gone {
			hidden[o.base.text(o.base.documentID[place])] = true
		}
		b.addFrom(o.base, hidden)
		b.addFrom(o.delta, without)
	} else {
		b.addFrom(s, without)
	}
	for i := range changed {
		b.add(&changed[i])
	}
	return b.snapshot()
}

// Whole is the same content in one layer, made when first asked for; of a snapshot
// that has one, itself.
func (s *Snapshot) Whole() *Snapshot {
	if s.layered == nil {
		return s
	}
	type key struct{}
	return s.Derived(key{}, func() any {
		whole := s.anew(nil, nil)
		whole.Revision = s.Revision
		return whole
	}).(*Snapshot)
}

// layers are what a snapshot with other documents is made of.
func (s *Snapshot) layers(changed []graph.Document, gone []string) (base, delta *Snapshot, hidden map[uint32]bool) {
	hidden = map[uint32]bool{}
	if o := s.layered; o != nil {
		base, delta, hidden = o.base, o.delta.anew(changed, gone), maps.Clone(o.gone)
	} else {
		base, delta = s, New(changed)
	}
	hide := func(id string) {
		if place, ok := base.findDocument(id); ok {
			hidden[uint32(place)] = true
		}
	}
	for i := range changed {
		hide(changed[i].ID)
	}
	for _, id := range gone {
		hide(id)
	}
	return base, delta, hidden
}
