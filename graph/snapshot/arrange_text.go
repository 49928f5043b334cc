package snapshot

import (
	"slices"
	"strings"
)

// arrangeTexts numbers the texts: the ids of entities in their order, then the
// others as they came.
func (a *arranger) arrangeTexts() {
	var nodes []uint32
	for text, node := range a.node {
		if node {
			nodes = append(nodes, uint32(text))
		}
	}
	slices.SortFunc(nodes, func(x, y uint32) int { return strings.Compare(a.strings[x], a.strings[y]) })
	roots, suffixes := a.arrangeRoots(nodes)
	own, parts := a.ownAndSlices()
	a.final = make([]uint32, len(a.strings))
	for i, text := range slices.Concat(nodes, own, parts) {
		a.final[text] = uint32(i)
	}
	a.setTexts(append(roots, own...))
	a.setSlices(parts)
	for _, text := range suffixes {
		a.suffixes = append(a.suffixes, a.final[text]-uint32(len(a.rest)))
	}
	a.fillSlots()
}

// arrangeRoots tells the nodes with a whole id from those whose ids begin with
// the one before.
func (a *arranger) arrangeRoots(nodes []uint32) (roots, suffixes []uint32) {
	a.texts.nodes = uint32(len(nodes))
	codes := map[uint32]uint16{}
	last := ""
	a.roots = newRankSet(len(nodes), func(i uint32) bool {
		id := a.strings[nodes[i]]
		if at := strings.IndexByte(id, suffixMark); at > 0 && id[:at] == last {
			suffix := a.intern(id[at:])
			code, known := codes[suffix]
			if !known && !a.node[suffix] && len(suffixes) < maxSuffixes {
				code, known = uint16(len(suffixes)), true
				codes[suffix] = code
				suffixes = append(suffixes, suffix)
			}
			if known {
				a.rest = append(a.rest, code)
				return false
			}
		}
		last = id
		roots = append(roots, nodes[i])
		return true
	})
	return roots, suffixes
}

// ownAndSlices tells the texts that need room from those that are part of a
// source.
func (a *arranger) ownAndSlices() (own, parts []uint32) {
	isSource := make([]bool, len(a.strings))
	for _, d := range a.documents {
		isSource[d.source] = true
	}
	for text, node := range a.node {
		switch home := a.home[text].source; {
		case node:
		case home == emptyText || a.node[home] || isSource[text]:
			own = append(own, uint32(text))
		default:
			parts = append(parts, uint32(text))
		}
	}
	return own, parts
}

// setTexts lays strings out.
func (a *arranger) setTexts(list []uint32) {
	size := 0
	for _, text := range list {
		size += len(a.strings[text])
	}
	a.arena = make([]byte, 0, size)
	a.offsets = make([]uint32, len(list)+1)
	for i := range len(list) + 1 {
		if i&(1<<blockBits-1) == 0 {
			a.bases = append(a.bases, uint64(len(a.arena)))
		}
		a.offsets[i] = uint32(uint64(len(a.arena)) - a.bases[i>>blockBits])
		if i < len(list) {
			s := a.strings[list[i]]
			a.arena = append(a.arena, s...)
			if plain(s) {
				a.offsets[i] |= plainBit
			}
		}
	}
}

// setSlices notes where in the sources texts stand.
func (a *arranger) setSlices(list []uint32) {
	a.slices = make([]uint64, len(list))
	for i, text := range list {
		s, home := a.strings[text], a.home[text]
		at := a.place(a.final[home.source]-uint32(len(a.rest))) + uint64(home.at)
		a.slices[i] = at<<(sliceBits+1) | uint64(len(s))
		if plain(s) {
			a.slices[i] |= plainSlice
		}
	}
}

// fillSlots makes the hash table of the roots, three quarters full.
func (a *arranger) fillSlots() {
	roots := a.Len() - len(a.rest)
	a.slots = make([]uint32, roots*4/3+2)
	for n := range a.texts.nodes {
		before, root := a.roots.find(n)
		if !root {
			continue
		}
		slot := a.slot(a.entry(before))
		for a.slots[slot] != 0 {
			slot = (slot + 1) % len(a.slots)
		}
		a.slots[slot] = n + 1
	}
}
