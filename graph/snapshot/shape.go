package snapshot

import (
	"encoding/binary"
	"slices"
)

// shapes are lists of names with values that many rows begin with: the
// properties of a node, the qualifiers of a statement. A value that occurs
// often is a part of the shape; the others vary and stand in the row.
type shapes struct {
	start []uint32
	name  []uint16
	value []uint32
}

// varies stands for a value of the row.
const varies = ^uint32(0)

// pairs goes through the names and values of a row.
type pairs struct {
	reader
	c         *columns
	shapes    *shapes
	at, end   uint32
	near, far uint32
	// The pair that more came to.
	name  uint16
	value uint32
}

// pairs reads what follows in a row.
func (s *shapes) pairs(c *columns, r reader, near, far uint32) pairs {
	shape := r.next()
	return pairs{reader: r, c: c, shapes: s, at: s.start[shape], end: s.start[shape+1], near: near, far: far}
}

func (p *pairs) more() bool {
	if p.at == p.end {
		return false
	}
	p.name, p.value = p.shapes.name[p.at], p.shapes.value[p.at]
	if p.value == varies {
		p.value = p.c.textOf(p.next(), p.near, p.far)
	}
	p.at++
	return true
}

// left is the number of pairs to come.
func (p *pairs) left() int { return int(p.end - p.at) }

// A pair is a name's place in its list and the number of a text.
type pair struct {
	name  uint16
	value uint32
}

// A shaper finds the shapes of rows.
type shaper struct {
	*columns
	*shapes
	number map[string]uint64
	often  []bool // of each text, whether it is a value of many rows
	most   int    // of shapes with values
	key    []byte
}

const (
	// A value is a part of shapes where it is that of one row in commonShare,
	// and of commonRows at least.
	commonShare, commonRows = 1024, 8
	// Of shapes with values there is one for rowsOfShape rows, or leastShapes.
	rowsOfShape, leastShapes = 8, 4096
)

// shaper takes how often each text is a value in rows to come.
func (c *columns) shaper(s *shapes, counts []uint32, values, rows int) *shaper {
	s.start = []uint32{0}
	list := &shaper{
		columns: c,
		shapes:  s,
		number:  map[string]uint64{},
		often:   make([]bool, len(counts)),
		most:    max(leastShapes, rows/rowsOfShape),
	}
	for text, count := range counts {
		list.often[text] = int(count) >= max(commonRows, values/commonShare)
	}
	return list
}

// append writes the pairs of a row.
func (s *shaper) append(to []byte, row []pair, near, far uint32) []byte {
	number, ok := s.find(row, true)
	if !ok {
		number, _ = s.find(row, false)
	}
	to = binary.AppendUvarint(to, number)
	for i, value := range s.value[s.start[number]:s.start[number+1]] {
		if value == varies {
			to = s.appendText(to, row[i].value, near, far)
		}
	}
	return to
}

// find is the shape of a row, with what is common in it; ok is false where
// there are too many of those.
func (s *shaper) find(row []pair, common bool) (number uint64, ok bool) {
	s.key = s.key[:0]
	for _, p := range row {
		value := uint32(varies)
		if common && s.often[p.value] {
			value = p.value
		}
		s.key = binary.NativeEndian.AppendUint32(binary.NativeEndian.AppendUint16(s.key, p.name), value)
	}
	if number, ok := s.number[string(s.key)]; ok || common && len(s.number) >= s.most {
		return number, ok
	}
	number = uint64(len(s.number))
	s.number[string(s.key)] = number
	for field := range slices.Chunk(s.key, 6) {
		s.name = append(s.name, binary.NativeEndian.Uint16(field))
		s.value = append(s.value, binary.NativeEndian.Uint32(field[2:]))
	}
	s.start = append(s.start, uint32(len(s.name)))
	return number, true
}
