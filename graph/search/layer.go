package search

import (
	"context"
	"slices"

	"mandategraph/graph/snapshot"
)

// An index is that of a snapshot: of one that was extended, the index of its base and
// a small one of what is fresh, so that following costs what came, not what is there.
type index struct {
	snap   *snapshot.Snapshot
	layers []layer
	// Of each row of searchWeights, how many units have words, and how many words; and
	// how many units there are.
	count, words []uint64
	units        int
}

// A layer is an index, with the snapshot that its nodes are of.
type layer struct {
	*textIndex
	snap *snapshot.Snapshot
	base bool // under another: some of its nodes are changed, all have other numbers
}

// over adds the index of what is fresh to that of the base.
func over(ctx context.Context, s *snapshot.Snapshot) (*index, error) {
	base, err := indexOf(ctx, s.Base())
	if err != nil {
		return nil, err
	}
	fresh := newIndex(s, slices.Values(s.Fresh()))
	x := &index{
		snap: s, layers: []layer{{base.layers[0].textIndex, s.Base(), true}, {fresh, s, false}},
		count: slices.Clone(base.count), words: slices.Clone(base.words), units: base.units + len(fresh.node),
	}
	s.EachChanged(func(b snapshot.Node) {
		old := base.layers[0]
		for unit, to := old.unitsOf(uint32(b)); unit < to; unit++ {
			x.units--
			if length := old.length[unit]; length > 0 {
				x.count[old.field[unit]]--
				x.words[old.field[unit]] -= uint64(length)
			}
		}
	})
	for field := range x.count {
		x.count[field] += fresh.count[field]
		x.words[field] += fresh.words[field]
	}
	return x, nil
}

// alone is the index of a snapshot in one layer.
func alone(s *snapshot.Snapshot, x *textIndex) *index {
	return &index{snap: s, layers: []layer{{x, s, false}}, count: x.count, words: x.words, units: len(x.node)}
}

// mean is the number of words of a unit of a row of searchWeights.
func (x *index) mean(field byte) float64 {
	return float64(x.words[field]) / float64(max(x.count[field], 1))
}

// final is the number of a node of a layer in the snapshot; ok is false where another
// layer has it.
func (x *index) final(l *layer, n uint32) (uint32, bool) {
	if !l.base {
		return n, true
	}
	if x.snap.Changed(snapshot.Node(n)) {
		return 0, false
	}
	final, ok := x.snap.FromBase(snapshot.Node(n))
	return uint32(final), ok
}

// wholeOf is what a node of a layer is a part of, or itself, as numbers of the
// snapshot.
func (x *index) wholeOf(l *layer, unit, final uint32) uint32 {
	whole := l.whole[unit]
	switch {
	case whole == l.node[unit]:
		return final
	case !l.base:
		return whole
	}
	if n, ok := x.snap.FromBase(snapshot.Node(whole)); ok {
		return uint32(n)
	}
	return final
}

// home is the layer that has the values of a node, and its number there.
func (x *index) home(n uint32) (l int, number uint32) {
	if b, ok := x.snap.InBase(snapshot.Node(n)); ok && x.layers[0].base && !x.snap.Changed(b) {
		return 0, uint32(b)
	}
	return len(x.layers) - 1, n
}
