package snapshot

import "math/bits"

// A seam gives the numbers of two layers one order. A joint number is that of the
// base, or, from the base's bound on, that of the delta; a final number is its place
// in the order of all, without those that are gone.
type seam struct {
	bound  uint32
	joints runs // of final numbers
	finals runs // of the base's numbers
	// Of each number of the delta: the final one.
	delta []uint32
	count uint32
}

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
			s.joints.begin(s.count, next)
			s.finals.begin(next, s.count)
			s.count += end - next
			next = end
		}
	}
	for i, d := range inserted {
		base(at[i])
		s.joints.begin(s.count, bound+d)
		s.delta[d] = s.count
		s.count++
	}
	base(bound)
	s.joints.lay(s.count)
	s.finals.lay(bound)
	return s
}

// jointOf is the joint number of a final one, and finalOf the reverse, for what is
// not gone.
func (s *seam) jointOf(final uint32) uint32 { return s.joints.of(final) }

func (s *seam) finalOf(joint uint32) uint32 {
	if joint >= s.bound {
		return s.delta[joint-s.bound]
	}
	return s.finals.of(joint)
}

// runs give numbers others, run by run: in each, all are as far from the others.
type runs struct {
	from  []uint32 // where each run begins
	shift []uint32 // what is added in it, modulo 1<<32
	// Of each block of numbers: what is added in all of it, or severalRuns; and the run
	// of its first number.
	shiftOf, first []uint32
}

const (
	// seamBlock says how many numbers share an entry that says how far they are from the
	// others: nearly all blocks have one run, and need nothing else.
	seamBlock = 7
	// severalRuns is no shift, as all numbers are less.
	severalRuns = 1 << 31
)

// begin notes a run, unless the one before goes on.
func (r *runs) begin(from, to uint32) {
	if last := len(r.shift) - 1; last < 0 || r.shift[last] != to-from {
		r.from, r.shift = append(r.from, from), append(r.shift, to-from)
	}
}

// lay makes the blocks of numbers up to a bound.
func (r *runs) lay(bound uint32) {
	run := 0
	for number := uint32(0); number <= bound; number += 1 << seamBlock {
		for run+1 < len(r.from) && r.from[run+1] <= number {
			run++
		}
		r.first = append(r.first, uint32(run))
		shift := uint32(severalRuns)
		if run < len(r.from) && (run+1 == len(r.from) || r.from[run+1] >= number+1<<seamBlock) {
			shift = r.shift[run]
		}
		r.shiftOf = append(r.shiftOf, shift)
	}
}

func (r *runs) of(number uint32) uint32 {
	if shift := r.shiftOf[number>>seamBlock]; shift != severalRuns {
		return number + shift
	}
	return r.find(number)
}

// find looks through the runs of a block.
func (r *runs) find(number uint32) uint32 {
	run := r.first[number>>seamBlock]
	for int(run)+1 < len(r.from) && r.from[run+1] <= number {
		run++
	}
	return number + r.shift[run]
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
