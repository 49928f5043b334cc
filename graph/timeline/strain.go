package timeline

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
	gaps   [][]stretch // by the column on their left
	inside [][]upright // of each column
	space  []stretch
}

func (d *draft) measure(lanes []Lane) *measure {
	columns := 0
	for _, c := range d.column {
		columns = max(columns, c+1)
	}
	return &measure{draft: d, lanes: lanes, gaps: make([][]stretch, columns), inside: make([][]upright, columns)}
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
		m.inside[column] = append(m.inside[column], upright{min(from, to), max(from, to)})
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
