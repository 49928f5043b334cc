package graph

import "encoding/binary"

// rows are lists of numbers of different lengths, each number in as many bytes
// as it needs (encoding/binary's Uvarint). Before each row stands its length in
// bytes.
type rows struct {
	begin []uint64 // of every rowGroup-th row
	bytes []byte
}

// rowGroup is how many rows share a noted place: the others are found by going
// from length to length, mostly in the same line of the processor's cache.
const rowGroup = 8

// add appends the i-th row.
func (r *rows) add(i int, row []byte) {
	if i%rowGroup == 0 {
		r.begin = append(r.begin, uint64(len(r.bytes)))
	}
	r.bytes = append(binary.AppendUvarint(r.bytes, uint64(len(row))), row...)
}

// of reads a row.
func (r *rows) of(i uint32) reader {
	row := reader{r.bytes[r.begin[i/rowGroup]:]}
	for range i % rowGroup {
		row.bytes = row.bytes[row.next():]
	}
	row.bytes = row.bytes[:row.next()]
	return row
}

// A reader takes one number after the other from a row.
type reader struct{ bytes []byte }

func (r *reader) next() uint64 {
	if v := r.bytes[0]; v < 0x80 {
		r.bytes = r.bytes[1:]
		return uint64(v)
	}
	return r.long()
}

func (r *reader) long() uint64 {
	v, n := binary.Uvarint(r.bytes)
	r.bytes = r.bytes[n:]
	return v
}

// signed undoes appendSigned.
func (r *reader) signed() int64 { return unfold(r.next()) }

func appendSigned(to []byte, v int64) []byte { return binary.AppendUvarint(to, fold(v)) }

// fold makes small numbers of either sign small ones without.
func fold(v int64) uint64   { return uint64(v<<1 ^ v>>63) }
func unfold(v uint64) int64 { return int64(v>>1) ^ -int64(v&1) }

// What a text in a row counts from stands in its two lowest bits.
const (
	fromTexts = iota // from the first that is no node
	fromNear         // from the row's own node
	fromFar          // from the node at the other end of a statement
)

// appendText appends a text, as seen from two nodes.
func (c *columns) appendText(to []byte, text, near, far uint32) []byte {
	if text >= c.nodes {
		return binary.AppendUvarint(to, uint64(text-c.nodes)<<2|fromTexts)
	}
	a, b := fold(int64(text)-int64(near)), fold(int64(text)-int64(far))
	if a <= b {
		return binary.AppendUvarint(to, a<<2|fromNear)
	}
	return binary.AppendUvarint(to, b<<2|fromFar)
}

// readText undoes appendText.
func (c *columns) readText(r *reader, near, far uint32) uint32 {
	switch v := r.next(); v & 3 {
	case fromTexts:
		return c.nodes + uint32(v>>2)
	case fromNear:
		return uint32(int64(near) + unfold(v>>2))
	default:
		return uint32(int64(far) + unfold(v>>2))
	}
}
