package graph

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"

	"github.com/cayleygraph/quad"
)

// A version says what a store holds: how many times it was written, and a sum
// over all quads of its documents. Two stores with the same sum hold the same.
type version struct {
	Writes int64 `json:"writes"`
	Sum    sum   `json:"sum"`
}

// A sum adds up the SHA-256 of quads, as four numbers modulo 2^64. The order
// makes no difference, and what is removed is subtracted again: a write needs
// no look at the rest (Bellare and Micciancio, A New Paradigm for Collision-free
// Hashing, 1997).
type sum [4]uint64

func (s *sum) add(quads []quad.Quad) {
	for i := range quads {
		for lane, n := range digest(&quads[i]) {
			s[lane] += n
		}
	}
}

func (s *sum) remove(quads []quad.Quad) {
	for i := range quads {
		for lane, n := range digest(&quads[i]) {
			s[lane] -= n
		}
	}
}

func (s *sum) plus(other sum) {
	for lane, n := range other {
		s[lane] += n
	}
}

// digest is the SHA-256 of the terms of a quad, each with its kind and length.
func digest(q *quad.Quad) (lanes [4]uint64) {
	var space [1024]byte
	text := space[:0]
	for _, d := range quad.Directions {
		text = appendTerm(text, q.Get(d))
	}
	hash := sha256.Sum256(text)
	for lane := range lanes {
		lanes[lane] = binary.LittleEndian.Uint64(hash[8*lane:])
	}
	return lanes
}

func appendTerm(to []byte, v quad.Value) []byte {
	kind, parts := byte('s'), [2]string{}
	switch v := v.(type) {
	case quad.IRI:
		kind, parts[0] = 'i', string(v)
	case quad.String:
		parts[0] = string(v)
	case quad.TypedString:
		kind, parts[0], parts[1] = 't', string(v.Value), string(v.Type)
	case quad.Int:
		return binary.AppendVarint(append(to, 'n'), int64(v))
	default:
		parts[0] = fmt.Sprint(v)
	}
	to = append(to, kind)
	for _, part := range parts {
		to = append(binary.AppendUvarint(to, uint64(len(part))), part...)
	}
	return to
}

// MarshalText and UnmarshalText write a sum in digits of base 16.
func (s sum) MarshalText() ([]byte, error) {
	var bytes []byte
	for _, n := range s {
		bytes = binary.BigEndian.AppendUint64(bytes, n)
	}
	return []byte(hex.EncodeToString(bytes)), nil
}

func (s *sum) UnmarshalText(text []byte) error {
	bytes, err := hex.DecodeString(string(text))
	if err != nil || len(bytes) != 8*len(s) {
		return fmt.Errorf("expected a sum of %d digits of base 16, found %q", 16*len(s), text)
	}
	for i := range s {
		s[i] = binary.BigEndian.Uint64(bytes[8*i:])
	}
	return nil
}
