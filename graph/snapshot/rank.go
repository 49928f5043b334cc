package snapshot

import "math/bits"

// A rankSet is a set of numbers that knows how many of them are less than a
// given one (Jacobson, Space-efficient static trees and graphs, 1989). For
// every 64 numbers it has the count of all before, then a word of bits.
type rankSet []uint64

// newRankSet makes a set of numbers that are less than a bound.
func newRankSet(bound int, in func(i uint32) bool) rankSet {
	set := make(rankSet, 2*(bound/64+1))
	for i := range bound {
		if in(uint32(i)) {
			set[i/64*2+1] |= 1 << (i % 64)
		}
	}
	for word := 2; word < len(set); word += 2 {
		set[word] = set[word-2] + uint64(bits.OnesCount64(set[word-1]))
	}
	return set
}

// find tells how many numbers of the set are less than one, and whether it is
// in the set itself.
func (s rankSet) find(i uint32) (before uint32, in bool) {
	word := s[i/64*2+1]
	bit := uint64(1) << (i % 64)
	return uint32(s[i/64*2]) + uint32(bits.OnesCount64(word&(bit-1))), word&bit != 0
}
