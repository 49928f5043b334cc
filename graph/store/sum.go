package store

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"

	"github.com/cayleygraph/quad"

	"mandategraph/graph/snapshot"
)

func addQuads(s *snapshot.Sum, quads []quad.Quad) {
	for i := range quads {
		for lane, n := range digest(&quads[i]) {
			s[lane] += n
		}
	}
}

func removeQuads(s *snapshot.Sum, quads []quad.Quad) {
	for i := range quads {
		for lane, n := range digest(&quads[i]) {
			s[lane] -= n
		}
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
