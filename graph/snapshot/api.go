package snapshot

import (
	"crypto/sha256"
	"encoding/hex"
	"maps"
	"slices"
	"strconv"
)

// Version identifies what a snapshot holds: it is the same for the same
// documents, in whatever order and into whatever store they were loaded. It
// reads everything, so callers keep it.
func (s *Snapshot) Version() string {
	sum := sha256.New()
	write := func(texts ...string) {
		for _, t := range texts {
			sum.Write([]byte(t)) // a hash never fails
			sum.Write([]byte{0})
		}
	}
	for _, id := range s.Documents() {
		d, _ := s.Document(id)
		write(id, d.Source)
	}
	for n := range Node(s.Len()) {
		write(s.ID(n))
		for _, f := range s.Facts(n) {
			write(f.Property, f.Value)
		}
	}
	for e := range Edge(s.Edges()) {
		st := s.Statement(e)
		write(st.Subject, st.Relation, st.Object, st.Evidence.Document, st.Evidence.Paragraph,
			strconv.Itoa(st.Evidence.Start), strconv.Itoa(st.Evidence.End), st.Evidence.Quote)
		for _, name := range slices.Sorted(maps.Keys(st.Qualifiers)) {
			write(name, st.Qualifiers[name])
		}
	}
	return hex.EncodeToString(sum.Sum(nil)[:16])
}
