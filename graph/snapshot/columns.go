package snapshot

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

	// The different facts of each node, by property and value: a shape and what
	// varies.
	factRows   rows
	factShapes shapes
	// The nodes of each kind.
	kindStart, kindNode []uint32
	// What citations say of a node that has no title or date of its own.
	citedTitleOf, citedTitle, citedDateOf, citedDate []uint32

	// Statements, in the order of their subjects. The object is a node, or a text
	// where the relation's row says Literal. The rest stands in a row: document,
	// paragraph, start, length, quote, qualifiers.
	object          []uint32
	relation        []uint16
	hash            []uint64 // of the statement node's id
	evidence        rows
	qualifierShapes shapes
	// The subjects, what each says, and which statement is the last of each.
	subjects []uint32
	outgoing spans
	lastOf   rankSet
	// The statements about each node.
	incoming spans
	inEdge   []uint32
	// As outgoing and incoming, where there are more than few, by relation and
	// date.
	outDated, inDated   spans
	outByDate, inByDate []uint32
	// Documents, sorted by id: for each the nodes that it speaks of, with what it
	// says of them, and its statements.
	documentID, documentSource    []uint32
	documentFacts, documentEdges  rows
	selections                    selections
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
