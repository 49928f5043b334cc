package timeline

import "slices"

// A stretch is a line between two neighbouring columns: in its upper half its
// height at the left one, in its lower half that at the right one and, as the
// last bit, whether it goes on there.
type stretch uint64

// fine is a row in the units in which heights between rows are compared.
const fine = 1 << 12

func (s stretch) left() uint32 { return uint32(s >> 32) }

func (s stretch) right() uint32 { return uint32(s) >> 1 }

func (s stretch) goesOn() bool { return s&1 != 0 }

// An upright is a line inside a column, by the rows of its ends.
type upright struct{ top, bottom int }

// fewLines stretches are sorted in the plain way.
const fewLines = 12

// inversions counts the pairs that are in the wrong order on the right, and
// sorts by that order; equal ones stay as they are.
func inversions(list, space []stretch) int {
	count := 0
	if len(list) <= fewLines {
		for i, s := range list {
			for ; i > 0 && list[i-1].right() > s.right(); i-- {
				list[i] = list[i-1]
				count++
			}
			list[i] = s
		}
		return count
	}
	half := len(list) / 2
	count = inversions(list[:half], space) + inversions(list[half:], space)
	merged := space[:0]
	i, j := 0, half
	for i < half && j < len(list) {
		if list[i].right() <= list[j].right() {
			merged = append(merged, list[i])
			i++
			continue
		}
		count += half - i
		merged = append(merged, list[j])
		j++
	}
	merged = append(append(merged, list[i:half]...), list[j:]...)
	copy(list, merged)
	return count
}

// meetings counts the pairs that cross just at the column on the right: both go
// on there. The list is sorted by the order on the right, then on the left.
func meetings(list []stretch) int {
	count := 0
	before, alike := 0, 0 // at this height: those that go on, and those of them from the same height
	for i, s := range list {
		if i > 0 && s.right() != list[i-1].right() {
			before, alike = 0, 0
		}
		if i > 0 && s.left() != list[i-1].left() {
			alike = 0
		}
		if s.goesOn() {
			count += before - alike
			before++
			alike++
		}
	}
	return count
}

// passings counts how often lines that go on cross those inside the column on
// the right. The list is sorted by the order on the right.
func passings(list []stretch, inside []upright) int {
	if len(inside) == 0 {
		return 0
	}
	var heights []uint32
	for _, s := range list {
		if s.goesOn() {
			heights = append(heights, s.right())
		}
	}
	count := 0
	for _, a := range inside {
		from, _ := slices.BinarySearch(heights, uint32(a.top*fine)+1)
		to, _ := slices.BinarySearch(heights, uint32(a.bottom*fine))
		count += max(0, to-from)
	}
	return count
}
