package graph

import "slices"

// A strain says how hard a drawing is to follow: how many straight lines cross,
// and how far up and down all lines go.
type strain struct{ crossings, length int }

func (s strain) less(o strain) bool {
	return s.crossings < o.crossings || s.crossings == o.crossings && s.length < o.length
}

// A measure finds the strain of a draft. Lines between columns are cut at each
// column that they pass: between two neighbouring columns, two of them cross
// where their order at the one is not that at the other. Lines inside a column
// are crossed by those that pass it.
type measure struct {
	*draft
	lanes  []Lane
	gaps   [][]stretch   // by the column on their left
	inside [][][2]uint32 // of each column: the heights of both ends
	space  []stretch
}

// A stretch is a line between two neighbouring columns: in its upper half its
// height at the left one, in its lower half that at the right one and, as the
// last bit, whether it goes on there.
type stretch uint64

// fine is a row in the units in which heights between rows are compared.
const fine = 1 << 12

func (s stretch) left() uint32  { return uint32(s >> 32) }
func (s stretch) right() uint32 { return uint32(s) >> 1 }
func (s stretch) goesOn() bool  { return s&1 != 0 }

func (d *draft) measure(lanes []Lane) *measure {
	columns := 0
	for _, c := range d.column {
		columns = max(columns, c+1)
	}
	return &measure{draft: d, lanes: lanes, gaps: make([][]stretch, columns), inside: make([][][2]uint32, columns)}
}

// strain measures the rows as they are.
func (m *measure) strain() strain {
	var s strain
	for i := range m.gaps {
		m.gaps[i], m.inside[i] = m.gaps[i][:0], m.inside[i][:0]
	}
	for _, l := range m.lines {
		a, b := l[0], l[1]
		if m.column[a] > m.column[b] {
			a, b = b, a
		}
		from, to := m.level(a, m.lanes), m.level(b, m.lanes)
		s.length += max(from-to, to-from)
		m.cut(m.column[a], m.column[b], from, to)
	}
	for column, gap := range m.gaps {
		if len(m.space) < len(gap) {
			m.space = make([]stretch, 2*len(gap))
		}
		slices.Sort(gap)
		s.crossings += inversions(gap, m.space) + meetings(gap)
		if column+1 < len(m.inside) {
			s.crossings += passings(gap, m.inside[column+1])
		}
	}
	return s
}

// cut adds a line between or inside columns.
func (m *measure) cut(column, last, from, to int) {
	span := last - column
	if span == 0 {
		m.inside[column] = append(m.inside[column], [2]uint32{uint32(min(from, to) * fine), uint32(max(from, to) * fine)})
	}
	at := from * fine
	for k := 1; k <= span; k++ {
		next := (from*(span-k) + to*k) * fine
		next = (next + span/2) / span
		s := stretch(at)<<32 | stretch(next)<<1
		if k < span {
			s |= 1
		}
		m.gaps[column+k-1] = append(m.gaps[column+k-1], s)
		at = next
	}
}

// few stretches are sorted in the plain way.
const few = 12

// inversions counts the pairs that are in the wrong order on the right, and
// sorts by that order; equal ones stay as they are.
func inversions(list, space []stretch) int {
	count := 0
	if len(list) <= few {
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
func passings(list []stretch, inside [][2]uint32) int {
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
	for _, ends := range inside {
		from, _ := slices.BinarySearch(heights, ends[0]+1)
		to, _ := slices.BinarySearch(heights, ends[1])
		count += max(0, to-from)
	}
	return count
}
