package snapshot

import (
	"math/bits"
	"slices"
)

// A seam gives the numbers of two layers one order. A joint number is that of the
// base, or, from the base's bound on, that of the delta; a final number is its place
// in the order of all, without those that are gone.
type seam struct {
	bound uint32
	// Runs of final numbers: where each begins, and the joint number there.
	begin, joint []uint32
	// The runs of the base alone: the number in it, and the final one.
	from, final []uint32
	// Of each number of the delta: the final one.
	delta []uint32
	count uint32
	// The runs of the first number of each block, of both sorts.
	beginAt, fromAt []uint32
}

// seamBlock says how many numbers share an entry that says where their runs are.
const seamBlock = 10

// newSeam takes the numbers of the delta that have a place of their own, ascending,
// and before which number of the base each stands; and what of the base is gone.
func newSeam(bound uint32, delta []uint32, inserted, at, gone []uint32) seam {
	s := seam{bound: bound, delta: delta}
	next := uint32(0)
	base := func(to uint32) {
		for next < to {
			if len(gone) > 0 && gone[0] == next {
				gone = gone[1:]
				next++
				continue
			}
			end := to
			if len(gone) > 0 {
				end = min(to, gone[0])
			}
			s.begin, s.joint = append(s.begin, s.count), append(s.joint, next)
			s.from, s.final = append(s.from, next), append(s.final, s.count)
			s.count += end - next
			next = end
		}
	}
	for i, d := range inserted {
		base(at[i])
		if last := len(s.begin) - 1; last < 0 || s.joint[last]+s.count-s.begin[last] != bound+d {
			s.begin, s.joint = append(s.begin, s.count), append(s.joint, bound+d)
		}
		s.delta[d] = s.count
		s.count++
	}
	base(bound)
	s.beginAt, s.fromAt = blocks(s.begin, s.count), blocks(s.from, bound)
	return s
}

// blocks finds, for the first number of each block, the last run that begins there or
// before, or the first run.
func blocks(begin []uint32, count uint32) (at []uint32) {
	run := uint32(0)
	for number := uint32(0); number <= count; number += 1 << seamBlock {
		for int(run)+1 < len(begin) && begin[run+1] <= number {
			run++
		}
		at = append(at, run)
	}
	return at
}

// jointOf is the joint number of a final one, and finalOf the reverse, for what is
// not gone.
func (s *seam) jointOf(final uint32) uint32 {
	run := runOf(s.begin, s.beginAt, final)
	return s.joint[run] + final - s.begin[run]
}

func (s *seam) finalOf(joint uint32) uint32 {
	if joint >= s.bound {
		return s.delta[joint-s.bound]
	}
	run := runOf(s.from, s.fromAt, joint)
	return s.final[run] + joint - s.from[run]
}

// runOf is the last run that begins at a number or before.
func runOf(begin, at []uint32, number uint32) uint32 {
	run := at[number>>seamBlock]
	if next := number>>seamBlock + 1; int(next) < len(at) && at[next]-run > 8 {
		found, ok := slices.BinarySearch(begin[run:at[next]+1], number)
		if !ok {
			found--
		}
		return run + uint32(max(found, 0))
	}
	for int(run)+1 < len(begin) && begin[run+1] <= number {
		run++
	}
	return run
}

// A bitset is a set of numbers that are less than a bound.
type bitset []uint64

func newBitset(bound int) bitset { return make(bitset, bound/64+1) }

func (b bitset) set(i uint32) { b[i/64] |= 1 << (i % 64) }

// each goes through the set.
func (b bitset) each(f func(i uint32)) {
	for word, set := range b {
		for ; set != 0; set &= set - 1 {
			f(uint32(word*64 + bits.TrailingZeros64(set)))
		}
	}
}

func (b bitset) has(i uint32) bool { return b[i/64]&(1<<(i%64)) != 0 }
