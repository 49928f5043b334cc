package snapshot

import (
	"encoding/binary"
	"encoding/hex"
	"fmt"
)

// A version says what a store holds: how many times it was written, and a sum
// over all quads of its documents. Two stores with the same sum hold the same.
type Revision struct {
	Writes int64 `json:"writes"`
	Sum    Sum   `json:"sum"`
}

// A Sum adds up the SHA-256 of quads, as four numbers modulo 2^64. The order
// makes no difference, and what is removed is subtracted again: a write needs
// no look at the rest (Bellare and Micciancio, A New Paradigm for Collision-free
// Hashing, 1997).
type Sum [4]uint64

func (s *Sum) Plus(other Sum) {
	for lane, n := range other {
		s[lane] += n
	}
}

// MarshalText and UnmarshalText write a sum in digits of base 16.
func (s Sum) MarshalText() ([]byte, error) {
	var bytes []byte
	for _, n := range s {
		bytes = binary.BigEndian.AppendUint64(bytes, n)
	}
	return []byte(hex.EncodeToString(bytes)), nil
}

func (s *Sum) UnmarshalText(text []byte) error {
	bytes, err := hex.DecodeString(string(text))
	if err != nil || len(bytes) != 8*len(s) {
		return fmt.Errorf("expected a sum of %d digits of base 16, found %q", 16*len(s), text)
	}
	for i := range s {
		s[i] = binary.BigEndian.Uint64(bytes[8*i:])
	}
	return nil
}
