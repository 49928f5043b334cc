package snapshot

import (
	"slices"
	"strings"
)

// An arranger turns the rows of a builder into columns: it numbers, sorts and
// counts.
type arranger struct {
	columns
	*builder
	// Of each text of the builder: its number in the snapshot, and its place in
	// the lists of names; one name may be in several.
	final                                   []uint32
	propertyOf, relationOf, qualifierNameOf []uint32
	// Of each document of the builder: its place in the snapshot.
	shelf []uint32
}

func (b *builder) snapshot() *Snapshot {
	a := &arranger{builder: b}
	a.arrangeTexts()
	a.properties, a.propertyOf = a.list(func(yield func(uint32)) { each(b.facts, func(f *factRow) { yield(f.property) }) })
	a.relations, a.relationOf = a.list(func(yield func(uint32)) { each(b.edges, func(e *edgeRow) { yield(e.relation) }) })
	a.columns.qualifiers, a.qualifierNameOf = a.list(func(yield func(uint32)) { each(b.qualifiers, func(q *[2]uint32) { yield(q[0]) }) })
	a.arrangeDocuments()
	a.arrangeFacts()
	a.arrangeEdges()
	a.arrangeIncoming()
	a.arrangeKinds()
	s := a.columns.open()
	s.arrangeCited()
	s.arrangeByDate()
	s.arrangeLineage()
	return s
}

func each[T any](list []T, f func(*T)) {
	for i := range list {
		f(&list[i])
	}
}

// list sorts the different texts of a column, and notes the place of each.
func (a *arranger) list(column func(yield func(uint32))) (list, place []uint32) {
	seen := map[uint32]bool{}
	column(func(text uint32) {
		if !seen[text] {
			seen[text] = true
		}
	})
	for text := range seen {
		list = append(list, text)
	}
	slices.SortFunc(list, a.compareTexts)
	place = make([]uint32, len(a.strings))
	for i, text := range list {
		place[text] = uint32(i)
		list[i] = a.final[text]
	}
	return list, place
}

func (a *arranger) compareTexts(x, y uint32) int {
	if x == y {
		return 0
	}
	return strings.Compare(a.strings[x], a.strings[y])
}

func (a *arranger) arrangeDocuments() {
	order := make([]uint32, len(a.documents))
	for i := range order {
		order[i] = uint32(i)
	}
	slices.SortFunc(order, func(x, y uint32) int { return a.compareTexts(a.documents[x].id, a.documents[y].id) })
	a.shelf = make([]uint32, len(order))
	for place, i := range order {
		a.shelf[i] = uint32(place)
		a.documentID = append(a.documentID, a.final[a.documents[i].id])
		a.documentSource = append(a.documentSource, a.final[a.documents[i].source])
	}
}

// starts turns counts, each at the place after its own, into starts of rows.
func starts(counts []uint32) []uint32 {
	for i := 1; i < len(counts); i++ {
		counts[i] += counts[i-1]
	}
	return counts
}

// GroupRows lists the numbers of rows by a key, those of one key in their order.
func GroupRows(rows, keys int, key func(row int) uint32) (start, list []uint32) {
	start = make([]uint32, keys+1)
	for row := range rows {
		start[key(row)+1]++
	}
	starts(start)
	next := slices.Clone(start)
	list = make([]uint32, rows)
	for row := range rows {
		k := key(row)
		list[next[k]] = uint32(row)
		next[k]++
	}
	return start, list
}
