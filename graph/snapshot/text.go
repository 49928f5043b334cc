package snapshot

import (
	"math/bits"
	"slices"
	"strings"
	"unsafe"

	"github.com/cespare/xxhash/v2"
)

// A text is a number. The first are the ids of the nodes, sorted, so that a
// node has the number of its id; then come texts of their own, then those that
// are a part of a document's source.
//
// Most nodes are paragraphs and mandates, whose ids begin with another node's,
// the last before them that is no such part: of those only the rest, from the
// '#' on, is kept, as a number in a list of all that occur. The others are
// roots.
type texts struct {
	// The roots and then the texts of their own, one after the other. The place
	// of one counts from the base of its block; its highest bit says that JSON
	// writes it as it is.
	arena   []byte
	bases   []uint64
	offsets []uint32
	// roots are the nodes with a whole id; rest is of the others, in suffixes.
	roots    rankSet
	rest     []uint16
	suffixes []uint32
	// slices are parts of the arena: from the highest bit on 40 bits of the
	// place, one that says that JSON writes it as it is, and the length.
	slices []uint64
	nodes  uint32 // how many there are
	// slots is a hash table of the roots by id, with linear probing: a node's
	// number plus one, or zero.
	slots []uint32
}

const (
	// blockBits says how many texts, or rows, share a base: a block of texts may
	// hold 2 GiB.
	blockBits = 10
	plainBit  = 1 << 31
	// sliceBits are those of the length of a slice, below its own plain bit.
	sliceBits  = 23
	plainSlice = 1 << sliceBits
	// suffixMark begins the part of an id that follows another node's.
	suffixMark = '#'
	// maxSuffixes bounds the list of them; further nodes keep whole ids.
	maxSuffixes = 1 << 16
)

// entry is a root, or a text of its own or a slice, which follow the roots.
func (c *texts) entry(i uint32) string {
	if own := uint32(len(c.offsets) - 1); i >= own {
		s := c.slices[i-own]
		return unsafe.String(&c.arena[s>>(sliceBits+1)], s&(plainSlice-1))
	}
	from, to := c.place(i), c.place(i+1)
	if from == to {
		return ""
	}
	return unsafe.String(&c.arena[from], to-from)
}

// place is where an entry of its own begins.
func (c *texts) place(i uint32) uint64 {
	return c.bases[i>>blockBits] + uint64(c.offsets[i]&^plainBit)
}

// parts gives the entries that a text is made of: one, or two for the id of a
// node that begins with another's.
func (c *texts) parts(i uint32) (first, second uint32, two bool) {
	rest := uint32(len(c.rest))
	if i >= c.nodes {
		return i - rest, 0, false
	}
	before, root := c.roots.find(i)
	if root {
		return before, 0, false
	}
	return before - 1, c.suffixes[c.rest[i-before]], true
}

// text is the string of a number.
func (c *texts) text(i uint32) string {
	first, second, two := c.parts(i)
	if two {
		return c.entry(first) + c.entry(second)
	}
	return c.entry(first)
}

// isPlain says that JSON writes an entry as it is.
func (c *texts) isPlain(i uint32) bool {
	if own := uint32(len(c.offsets) - 1); i >= own {
		return c.slices[i-own]&plainSlice != 0
	}
	return c.offsets[i]&plainBit != 0
}

// count is the number of texts.
func (c *texts) count() uint32 { return uint32(len(c.offsets) - 1 + len(c.rest) + len(c.slices)) }

// firstSlice is the number of the first text that is a slice.
func (c *texts) firstSlice() uint32 { return uint32(len(c.offsets) - 1 + len(c.rest)) }

// names are the places of a list of texts by their strings.
func (c *texts) names(list []uint32) map[string]uint32 {
	names := make(map[string]uint32, len(list))
	for place, text := range list {
		names[c.text(text)] = uint32(place)
	}
	return names
}

// slot is where the search for a root begins.
func (c *texts) slot(id string) int {
	place, _ := bits.Mul64(xxhash.Sum64String(id), uint64(len(c.slots)))
	return int(place)
}

// Lookup finds an entity by its id.
func (c *texts) Lookup(id string) (Node, bool) {
	if n, ok := c.root(id); ok {
		return Node(n), true
	}
	i := strings.IndexByte(id, suffixMark)
	if i <= 0 {
		return 0, false
	}
	root, ok := c.root(id[:i])
	if !ok {
		return 0, false
	}
	from, to := root+1, c.nextRoot(root+1)
	before, _ := c.roots.find(from)
	rests := c.rest[from-before : to-before]
	place, ok := slices.BinarySearchFunc(
		rests,
		id[i:],
		func(k uint16, rest string) int { return strings.Compare(c.entry(c.suffixes[k]), rest) },
	)
	return Node(from + uint32(place)), ok
}

// root finds a node that has a whole id.
func (c *texts) root(id string) (uint32, bool) {
	for slot := c.slot(id); c.slots[slot] != 0; slot = (slot + 1) % len(c.slots) {
		n := c.slots[slot] - 1
		if before, _ := c.roots.find(n); c.entry(before) == id {
			return n, true
		}
	}
	return 0, false
}

// nextRoot is the first root from a node on, or the number of nodes.
func (c *texts) nextRoot(n uint32) uint32 {
	for word := n / 64; int(word) < len(c.roots)/2; word++ {
		set := c.roots[word*2+1]
		if word == n/64 {
			set &= ^uint64(0) << (n % 64)
		}
		if set != 0 {
			return word*64 + uint32(bits.TrailingZeros64(set))
		}
	}
	return c.nodes
}
