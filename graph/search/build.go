package search

import (
	"cmp"
	"encoding/binary"
	"iter"
	"runtime"
	"slices"
	"strings"
	"sync"

	"github.com/cespare/xxhash/v2"

	"mandategraph/graph/snapshot"
)

// A builder makes an index: it goes through the nodes in their order, so that what
// it notes of each word is in the order of the units.
type builder struct {
	textIndex
	number map[string]uint32
	forms  []formRows
	exact  []exactRow
	spots  []wordSpot // of the unit in hand
	reader reader
}

// formRows are where one word stands: see [textIndex].
type formRows struct {
	form          string
	last          uint32 // unit
	units, places []byte
}

// A wordSpot is where a word stands in the unit in hand.
type wordSpot struct{ form, place uint32 }

type exactRow struct {
	hash  uint64
	node  uint32
	field byte
}

// newIndex makes the index of some nodes, ascending; where they come in several
// lists, one after the other, the lists are gone through at the same time.
func newIndex(s *snapshot.Snapshot, nodes ...iter.Seq[snapshot.Node]) *textIndex {
	parts, failed := make([]*builder, len(nodes)), make([]any, len(nodes))
	var readers sync.WaitGroup
	for i, list := range nodes {
		readers.Go(func() {
			defer func() { failed[i] = recover() }()
			parts[i] = newBuilder()
			parts[i].addNodes(s, list)
		})
	}
	readers.Wait()
	for _, cause := range failed {
		if cause != nil {
			panic(cause)
		}
	}
	b := newBuilder()
	for _, part := range parts {
		b.append(part)
	}
	b.settle()
	return &b.textIndex
}

func newBuilder() *builder {
	b := &builder{number: map[string]uint32{}, reader: reader{forms: map[string]string{}}}
	b.count, b.words = make([]uint64, len(searchWeights)), make([]uint64, len(searchWeights))
	return b
}

func (b *builder) addNodes(s *snapshot.Snapshot, nodes iter.Seq[snapshot.Node]) {
	root, whole, known := "", snapshot.Node(0), false
	for n := range nodes {
		id := s.ID(n)
		if r, _, part := strings.Cut(id, "#"); !part {
			root, whole, known = id, n, true
		} else if r != root {
			root = r
			whole, known = s.Lookup(r)
		}
		if !known {
			whole = n
		}
		for field, row := range searchWeights {
			for _, value := range searched(s, n, row.property) {
				b.add(uint32(n), uint32(whole), byte(field), value)
			}
		}
	}
}

// append takes what another builder noted of the nodes that come next.
func (b *builder) append(next *builder) {
	before := uint32(len(b.node))
	b.node, b.whole = append(b.node, next.node...), append(b.whole, next.whole...)
	b.field, b.length = append(b.field, next.field...), append(b.length, next.length...)
	b.exact = append(b.exact, next.exact...)
	for field := range b.count {
		b.count[field] += next.count[field]
		b.words[field] += next.words[field]
	}
	for _, rows := range next.forms {
		to := &b.forms[b.intern(rows.form)]
		unit, n := binary.Uvarint(rows.units)
		to.units = append(binary.AppendUvarint(to.units, unit+uint64(before-to.last)), rows.units[n:]...)
		to.places = append(to.places, rows.places...)
		to.last = before + rows.last
	}
}

// allNodes are those of a snapshot, in as many lists as there are processors.
func allNodes(s *snapshot.Snapshot) (lists []iter.Seq[snapshot.Node]) {
	many := runtime.GOMAXPROCS(0)
	for i := range many {
		lists = append(lists, func(yield func(snapshot.Node) bool) {
			for n := s.Len() * i / many; n < s.Len()*(i+1)/many; n++ {
				if !yield(snapshot.Node(n)) {
					return
				}
			}
		})
	}
	return lists
}

// add takes a value of a property of a node.
func (b *builder) add(n, whole uint32, field byte, value string) {
	row := &searchWeights[field]
	if row.rank > 0 {
		b.exact = append(b.exact, exactRow{xxhash.Sum64String(exactKey(value)), n, field})
	}
	if row.weight == 0 {
		return
	}
	list := b.reader.words(value)
	length := uint32(0)
	if len(list) > 0 {
		length = uint32(list[len(list)-1].place + 1)
		b.count[field]++
		b.words[field] += uint64(length)
	}
	unit := uint32(len(b.node))
	b.node, b.whole = append(b.node, n), append(b.whole, whole)
	b.field, b.length = append(b.field, field), append(b.length, length)
	b.spots = b.spots[:0]
	for _, w := range list {
		b.spots = append(b.spots, wordSpot{b.intern(w.form), uint32(w.place)})
	}
	slices.SortFunc(b.spots, func(x, y wordSpot) int {
		return cmp.Or(cmp.Compare(x.form, y.form), cmp.Compare(x.place, y.place))
	})
	for rest := b.spots; len(rest) > 0; {
		many := 1
		for many < len(rest) && rest[many].form == rest[0].form {
			many++
		}
		b.forms[rest[0].form].add(unit, rest[:many])
		rest = rest[many:]
	}
}

// add notes where a word stands in a unit.
func (r *formRows) add(unit uint32, spots []wordSpot) {
	r.units = binary.AppendUvarint(binary.AppendUvarint(r.units, uint64(unit-r.last)), uint64(len(spots)))
	r.last = unit
	last := uint32(0)
	for _, s := range spots {
		r.places = binary.AppendUvarint(r.places, uint64(s.place-last))
		last = s.place
	}
}

func (b *builder) intern(form string) uint32 {
	n, ok := b.number[form]
	if !ok {
		n = uint32(len(b.forms))
		form = strings.Clone(form)
		b.number[form] = n
		b.forms = append(b.forms, formRows{form: form})
	}
	return n
}

// settle sorts what was noted.
func (b *builder) settle() {
	slices.SortFunc(b.forms, func(x, y formRows) int { return strings.Compare(x.form, y.form) })
	for _, r := range b.forms {
		b.begin = append(b.begin, uint32(len(b.arena)))
		b.arena = append(b.arena, r.form...)
		b.unitsBegin, b.placesBegin = append(b.unitsBegin, uint64(len(b.units))), append(b.placesBegin, uint64(len(b.places)))
		b.units, b.places = append(b.units, r.units...), append(b.places, r.places...)
	}
	b.begin = append(b.begin, uint32(len(b.arena)))
	b.unitsBegin, b.placesBegin = append(b.unitsBegin, uint64(len(b.units))), append(b.placesBegin, uint64(len(b.places)))
	bases := make([]string, len(b.forms))
	for i, r := range b.forms {
		bases[i] = inflected(r.form)
		b.byBase = append(b.byBase, uint32(i))
	}
	slices.SortFunc(b.byBase, func(x, y uint32) int { return cmp.Or(strings.Compare(bases[x], bases[y]), cmp.Compare(x, y)) })
	slices.SortFunc(b.exact, func(x, y exactRow) int {
		return cmp.Or(cmp.Compare(x.hash, y.hash), cmp.Compare(x.node, y.node), cmp.Compare(x.field, y.field))
	})
	for _, e := range slices.Compact(b.exact) {
		b.exactHash, b.exactNode = append(b.exactHash, e.hash), append(b.exactNode, e.node)
		b.exactField = append(b.exactField, e.field)
	}
}
