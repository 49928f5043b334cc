package snapshot

import "encoding/binary"

// rows are lists of numbers of different lengths, each number in as many bytes
// as it needs (encoding/binary's Uvarint).
type rows struct {
	// bases are of every 1<<blockBits rows; a row's place counts from there. A
	// last place is the end.
	bases []uint64
	begin []uint32
	bytes []byte
}

// add appends a row. The last one is followed by done.
func (r *rows) add(row []byte) {
	r.done()
	r.bytes = append(r.bytes, row...)
}

func (r *rows) done() {
	if len(r.begin)&(1<<blockBits-1) == 0 {
		r.bases = append(r.bases, uint64(len(r.bytes)))
	}
	r.begin = append(r.begin, uint32(uint64(len(r.bytes))-r.bases[len(r.bases)-1]))
}

// of reads a row; what stands after its last number is not its own.
func (r *rows) of(i uint32) reader {
	return reader{r.bytes, r.bases[i>>blockBits] + uint64(r.begin[i])}
}

// end is where a row ends.
func (r *rows) end(i uint32) uint64 { return r.of(i + 1).at }

// A reader takes one number after the other from a row.
type reader struct {
	bytes []byte
	at    uint64
}

func (r *reader) next() uint64 {
	v := uint64(r.bytes[r.at])
	r.at++
	if v >= 0x80 {
		v = r.rest(v)
	}
	return v
}

// rest reads the bytes of a number after its first.
func (r *reader) rest(v uint64) uint64 {
	v &= 0x7f
	for shift := 7; ; shift += 7 {
		b := r.bytes[r.at]
		r.at++
		v |= uint64(b&0x7f) << shift
		if b < 0x80 {
			return v
		}
	}
}

// skip goes past some numbers.
func (r *reader) skip(numbers int) {
	for ; numbers > 0; r.at++ {
		if r.bytes[r.at] < 0x80 {
			numbers--
		}
	}
}

// signed undoes appendSigned.
func (r *reader) signed() int64 { return unfold(r.next()) }

func appendSigned(to []byte, v int64) []byte { return binary.AppendUvarint(to, fold(v)) }

// fold makes small numbers of either sign small ones without.
func fold(v int64) uint64 { return uint64(v<<1 ^ v>>63) }

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

// textOf undoes appendText.
func (c *columns) textOf(v uint64, near, far uint32) uint32 {
	switch v & 3 {
	case fromTexts:
		return c.nodes + uint32(v>>2)
	case fromNear:
		return near + uint32(unfold(v>>2))
	default:
		return far + uint32(unfold(v>>2))
	}
}
