package graph

import (
	"slices"
	"unsafe"
)

// columns are the arrays of a snapshot, in memory and in its file alike. Starts
// are of compressed sparse rows: what belongs to i stands from start[i] to
// start[i+1].
type columns struct {
	texts

	// Names, sorted: the numbers below are places in these lists.
	properties, relations, qualifiers, kinds []uint32

	// The different facts of each node, by property and value.
	factStart    []uint32
	factProperty []uint16
	factValue    []uint32
	// The nodes of each kind.
	kindStart, kindNode []uint32
	// What citations say of a node that has no title or date of its own.
	citedTitleOf, citedTitle, citedDateOf, citedDate []uint32

	// Statements; outStart is of the subjects. The object is a node, or a text
	// where the relation's row says Literal.
	outStart, source, object      []uint32
	relation                      []uint16
	document                      []uint32 // place in documentID
	paragraph, quote              []uint32
	start, end                    []uint32
	hash                          []uint64 // of the statement node's id
	qualifierStart                []uint32
	qualifierName                 []uint16
	qualifierValue                []uint32
	inStart, inEdge               []uint32
	outByDate, inByDate           []uint32 // as outStart and inStart; by relation and date
	documentID, documentSource    []uint32 // sorted by id
	documentFactStart             []uint32
	documentFact                  []uint32
	documentEdgeStart             []uint32
	documentEdge                  []uint32
	lineageNode                   []uint32 // nodes that take part in a lineage, sorted
	lineageOutStart, lineageOut   []uint32 // in numbers of lineageNode
	lineageOutEdge, lineageInEdge []uint32
	lineageInStart, lineageIn     []uint32
}

// own is the first of a node's properties, else what citations say.
func (s *Snapshot) own(n Node, of, values []uint32, properties ...string) string {
	for _, property := range properties {
		if t := s.Text(n, property); t != "" {
			return t
		}
	}
	if i, ok := slices.BinarySearch(of, uint32(n)); ok {
		return s.text(values[i])
	}
	return ""
}

// numbers shows an array as numbers of nodes or edges, without copying it.
func numbers[T ~int32](list []uint32) []T {
	return unsafe.Slice((*T)(unsafe.Pointer(unsafe.SliceData(list))), len(list))
}
