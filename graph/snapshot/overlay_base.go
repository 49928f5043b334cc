package snapshot

import (
	"slices"
	"sort"
	"strings"
)

// What others make of a snapshot, such as an index of its words, they can make of its
// base once, and of the rest each time.

// Base is what documents were laid over to make the snapshot; itself where none were.
func (s *Snapshot) Base() *Snapshot {
	if s.layered == nil {
		return s
	}
	return s.layered.base
}

// FromBase gives the number of a node of the base; ok is false where nothing is said
// of it any more.
func (s *Snapshot) FromBase(b Node) (n Node, ok bool) {
	switch o := s.layered; {
	case o == nil:
		return b, true
	case o.lost[uint32(b)]:
		return 0, false
	default:
		return Node(o.nodes.finalOf(uint32(b))), true
	}
}

// InBase undoes FromBase; ok is false where the base does not have the node.
func (s *Snapshot) InBase(n Node) (b Node, ok bool) {
	if s.layered == nil {
		return n, true
	}
	layer, number := s.layered.node(n)
	return number, layer == s.layered.base
}

// Changed reports whether of a node of the base something else is known by now: a
// fact, a title or date that citations give it, or what it is a part of.
func (s *Snapshot) Changed(b Node) bool {
	o := s.layered
	return o != nil &&
		(o.factsChanged.has(uint32(b)) || o.inChanged.has(uint32(b)) || o.lost[uint32(b)] || o.adopted[uint32(b)])
}

// EachChanged goes through the nodes of the base that are changed or gone.
func (s *Snapshot) EachChanged(f func(b Node)) {
	o := s.layered
	if o == nil {
		return
	}
	for b := range o.lost {
		f(Node(b))
	}
	for _, n := range o.fresh {
		if b, ok := s.InBase(n); ok {
			f(b)
		}
	}
}

// Fresh are the nodes that are changed or that the base does not have, ascending.
func (s *Snapshot) Fresh() []Node {
	if s.layered == nil {
		return nil
	}
	return s.layered.fresh
}

// listFresh finds them; parts whose whole the base did not have are among them.
func (o *overlay) listFresh() {
	add := func(b uint32) {
		if !o.lost[b] {
			o.fresh = append(o.fresh, Node(o.nodes.finalOf(b)))
		}
	}
	for d, joint := range o.jointNode {
		if joint < o.nodes.bound {
			continue
		}
		o.fresh = append(o.fresh, Node(o.nodes.delta[d]))
		parts := o.delta.ID(Node(d)) + string(suffixMark)
		at := int(o.nodeAt[d])
		at += sort.Search(o.base.Len()-at, func(i int) bool { return o.base.ID(Node(at+i)) >= parts })
		for b := uint32(at); int(b) < o.base.Len() && strings.HasPrefix(o.base.ID(Node(b)), parts); b++ {
			o.adopted[b] = true
		}
	}
	for b := range o.facts {
		add(b)
	}
	o.inChanged.each(func(b uint32) {
		if !o.factsChanged.has(b) {
			add(b)
		}
	})
	for b := range o.adopted {
		if !o.factsChanged.has(b) && !o.inChanged.has(b) {
			add(b)
		}
	}
	slices.Sort(o.fresh)
}
