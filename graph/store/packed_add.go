package store

import (
	"encoding/binary"
	"encoding/json"
	"fmt"
	"maps"
	"slices"

	"github.com/cayleygraph/cayley/graph/kv"
	"github.com/cayleygraph/quad"
	"github.com/cayleygraph/quad/pquads"
	hidalgo "github.com/hidal-go/hidalgo/kv"
)

// An adder writes quads as Cayley's ApplyDeltas would, but hashes each term only once.
// Cayley reads them, and removes them. Quads all of whose terms are there already may
// be there, too; they are left to Cayley, which looks.
type adder struct {
	tx    *packedTx
	last  uint64 // number of an entry
	added int
	left  []quad.Quad
	terms map[quad.Value]*addedTerm
	known map[[quad.HashSize]byte]*addedTerm // by its hash, by which Cayley knows it
	order []*addedTerm                       // as they come
	// of Cayley's indexes, those that the file has
	indexes []kv.QuadIndex
	lists   []map[[indexWidth]uint64][]byte
}

// An addedTerm is one that quads name which are added: its entry, and how many quads
// name it.
type addedTerm struct {
	hash          [quad.HashSize]byte
	number, count uint64
	fresh         bool
}

// indexWidth is how many terms an index has at most: all of a quad.
const indexWidth = 4

// Keys of Cayley's meta tree: the highest number of an entry, the count of quads,
// both as eight bytes, the lowest first, and the indexes in JSON.
const horizonKey, sizeKey, indexesKey = "horizon", "size", "indexes"

func metaKey(name string) hidalgo.Key { return hidalgo.Key{[]byte(metaTree), []byte(name)} }

// add writes quads as a part of a transaction, and gives those that Cayley shall write.
func (t *packedTx) add(quads []quad.Quad) (left []quad.Quad, err error) {
	if len(quads) == 0 {
		return nil, nil
	}
	a := &adder{
		tx: t, terms: make(map[quad.Value]*addedTerm, len(quads)), known: make(map[[quad.HashSize]byte]*addedTerm, len(quads)),
	}
	if err := a.begin(); err != nil {
		return nil, err
	}
	for i := range quads {
		if err := a.quad(&quads[i]); err != nil {
			return nil, err
		}
	}
	nodes := t.tree(nodesTree)
	for _, term := range a.order {
		nodes.put(term.hash[:], joinNode(binary.AppendUvarint(nil, term.number), binary.AppendUvarint(nil, term.count)))
	}
	a.putLists()
	return a.left, a.end()
}

func (a *adder) begin() error {
	horizon, err := a.tx.metaNumber(horizonKey)
	if err != nil {
		return err
	}
	a.last = horizon
	text, err := a.tx.get(metaKey(indexesKey))
	if err == nil {
		err = json.Unmarshal(text, &a.indexes)
	}
	if err != nil {
		return fmt.Errorf("the store is %w: its list of indexes: %w", ErrDamaged, err)
	}
	for range a.indexes {
		a.lists = append(a.lists, map[[indexWidth]uint64][]byte{})
	}
	return nil
}

func (a *adder) end() error {
	size, err := a.tx.metaNumber(sizeKey)
	if err != nil {
		return err
	}
	a.tx.putMetaNumber(sizeKey, size+uint64(a.added))
	a.tx.putMetaNumber(horizonKey, a.last)
	return nil
}

func (t *packedTx) metaNumber(name string) (uint64, error) {
	value, err := t.get(metaKey(name))
	switch {
	case err != nil || value == nil:
		return 0, err
	case len(value) != keyWord:
		return 0, fmt.Errorf("the store is %w: its %s has %d bytes", ErrDamaged, name, len(value))
	}
	return binary.LittleEndian.Uint64(value), nil
}

func (t *packedTx) putMetaNumber(name string, n uint64) {
	t.set(metaTree, []byte(name), 0, binary.LittleEndian.AppendUint64(nil, n))
}

// quad writes the entry of a quad, and notes it for the indexes.
func (a *adder) quad(q *quad.Quad) error {
	var terms [quad.Label + 1]*addedTerm // by direction
	var numbers [quad.Label + 1]uint64
	fresh := false
	for _, d := range quad.Directions {
		if value := q.Get(d); value != nil {
			term, err := a.term(value)
			if err != nil {
				return err
			}
			terms[d], numbers[d] = term, term.number
			fresh = fresh || term.fresh
		}
	}
	if !fresh {
		a.left = append(a.left, *q)
		return nil
	}
	a.added++
	for _, term := range terms {
		if term != nil {
			term.count++
		}
	}
	number := a.entry(numbers[quad.Subject], numbers[quad.Predicate], numbers[quad.Object], numbers[quad.Label], nil)
	for i, index := range a.indexes {
		var key [indexWidth]uint64
		for at, d := range index.Dirs {
			key[at] = numbers[d]
		}
		a.lists[i][key] = binary.AppendUvarint(a.lists[i][key], number)
	}
	return nil
}

// term finds a term, or gives it an entry.
func (a *adder) term(value quad.Value) (*addedTerm, error) {
	if term, ok := a.terms[value]; ok {
		return term, nil
	}
	hash := [quad.HashSize]byte(quad.HashOf(value))
	term := a.known[hash]
	if term != nil {
		a.terms[value] = term
		return term, nil
	}
	term = &addedTerm{hash: hash}
	a.terms[value], a.known[hash], a.order = term, term, append(a.order, term)
	number, count := splitNode(a.tx.tree(nodesTree).get(hash[:]))
	term.count, _ = binary.Uvarint(count)
	if term.number, _ = binary.Uvarint(number); term.number != 0 {
		return term, nil
	}
	text, err := pquads.MarshalValue(value)
	if err == nil {
		term.number, term.fresh = a.entry(0, 0, 0, 0, text), true
	}
	return term, err
}

// entry writes the next entry of the log: a quad by the numbers of its terms, or the
// text of a term. It is a message of protocol buffers, whose fields are numbered
// from one, and of which those that are zero are left out.
func (a *adder) entry(subject, predicate, object, label uint64, text []byte) uint64 {
	const textTag = 8<<3 | 2
	a.last++
	message := make([]byte, 0, 24+len(text))
	for i, n := range []uint64{a.last, subject, predicate, object, label} {
		if n != 0 {
			message = binary.AppendUvarint(append(message, byte(i+1)<<3), n)
		}
	}
	if text != nil {
		message = append(binary.AppendUvarint(append(message, textTag), uint64(len(text))), text...)
	}
	a.tx.set(entriesTree, shortKey(binary.BigEndian.AppendUint64(nil, a.last)), 0, message)
	return a.last
}

// putLists adds the numbers of new quads to those in the indexes.
func (a *adder) putLists() {
	for i, index := range a.indexes {
		width := len(index.Dirs)
		for _, numbers := range slices.SortedFunc(maps.Keys(a.lists[i]), func(x, y [indexWidth]uint64) int {
			return slices.Compare(x[:width], y[:width])
		}) {
			name, key, _ := placeOf(index.Key(numbers[:width]))
			tree := a.tx.tree(name)
			tree.put(key, slices.Concat(tree.get(key), a.lists[i][numbers]))
		}
	}
}
