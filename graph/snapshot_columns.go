package graph

import (
	"math/bits"
	"slices"
	"unsafe"

	"github.com/cespare/xxhash/v2"
)

// columns are the arrays of a snapshot, in memory and in its file alike. A text
// is a number of an interned string; the first strings are the ids of the
// nodes, sorted, so that a node has the number of its id. Starts are of
// compressed sparse rows: what belongs to i stands from start[i] to
// start[i+1].
type columns struct {
	// The strings, one after the other. A string's offset counts from the base
	// of its block; its highest bit says that JSON writes the string as it is.
	arena   []byte
	bases   []uint64
	offsets []uint32
	// slots is a hash table of the nodes by id, with linear probing: a node's
	// number plus one, or zero.
	slots []uint32

	// Names, sorted: the numbers below are places in these lists.
	properties, relations, qualifiers, kinds []uint32

	// The different facts of each node, by property and value.
	factStart    []uint32
	factProperty []uint16
	factValue    []uint32
	// The nodes of each kind.
	kindStart, kindNode []uint32
	// What citations say of a node that has no title or date of its own.
	citedTitleOf, citedTitle, citedDateOf, citedDate []uint32

	// Statements; outStart is of the subjects. The object is a node, or a text
	// where the relation's row says Literal.
	outStart, source, object      []uint32
	relation                      []uint16
	document                      []uint32 // place in documentID
	paragraph, quote              []uint32
	start, end                    []uint32
	hash                          []uint64 // of the statement node's id
	qualifierStart                []uint32
	qualifierName                 []uint16
	qualifierValue                []uint32
	inStart, inEdge               []uint32
	outByDate, inByDate           []uint32 // as outStart and inStart; by relation and date
	documentID, documentSource    []uint32 // sorted by id
	documentFactStart             []uint32
	documentFact                  []uint32
	documentEdgeStart             []uint32
	documentEdge                  []uint32
	lineageNode                   []uint32 // nodes that take part in a lineage, sorted
	lineageOutStart, lineageOut   []uint32 // in numbers of lineageNode
	lineageOutEdge, lineageInEdge []uint32
	lineageInStart, lineageIn     []uint32
}

const (
	// blockBits says how many strings share a base: a block may hold 2 GiB.
	blockBits = 10
	plainBit  = 1 << 31
)

// text is the string of a number.
func (c *columns) text(i uint32) string {
	from := c.bases[i>>blockBits] + uint64(c.offsets[i]&^plainBit)
	to := c.bases[(i+1)>>blockBits] + uint64(c.offsets[i+1]&^plainBit)
	if from == to {
		return ""
	}
	return unsafe.String(&c.arena[from], to-from)
}

// names are the places of a list of texts by their strings.
func (c *columns) names(list []uint32) map[string]uint32 {
	names := make(map[string]uint32, len(list))
	for place, text := range list {
		names[c.text(text)] = uint32(place)
	}
	return names
}

// slot is where the search for an id begins.
func (c *columns) slot(id string) int {
	place, _ := bits.Mul64(xxhash.Sum64String(id), uint64(len(c.slots)))
	return int(place)
}

// fillSlots makes the hash table, three quarters full.
func (c *columns) fillSlots(nodes int) {
	c.slots = make([]uint32, nodes*4/3+2)
	for n := range uint32(nodes) {
		slot := c.slot(c.text(n))
		for c.slots[slot] != 0 {
			slot = (slot + 1) % len(c.slots)
		}
		c.slots[slot] = n + 1
	}
}

// setTexts lays strings out.
func (c *columns) setTexts(list []string) {
	size := 0
	for _, s := range list {
		size += len(s)
	}
	c.arena = make([]byte, 0, size)
	c.offsets = make([]uint32, len(list)+1)
	for i := range len(list) + 1 {
		if i&(1<<blockBits-1) == 0 {
			c.bases = append(c.bases, uint64(len(c.arena)))
		}
		c.offsets[i] = uint32(uint64(len(c.arena)) - c.bases[i>>blockBits])
		if i < len(list) {
			c.arena = append(c.arena, list[i]...)
			if plain(list[i]) {
				c.offsets[i] |= plainBit
			}
		}
	}
}

// own is the first of a node's properties, else what citations say.
func (s *Snapshot) own(n Node, of, values []uint32, properties ...string) string {
	for _, property := range properties {
		if t := s.Text(n, property); t != "" {
			return t
		}
	}
	if i, ok := slices.BinarySearch(of, uint32(n)); ok {
		return s.text(values[i])
	}
	return ""
}

// numbers shows an array as numbers of nodes or edges, without copying it.
func numbers[T ~int32](list []uint32) []T {
	return unsafe.Slice((*T)(unsafe.Pointer(unsafe.SliceData(list))), len(list))
}
