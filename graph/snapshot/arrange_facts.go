package snapshot

import (
	"cmp"
	"encoding/binary"
	"slices"
)

// arrangeFacts sorts the facts of each node and keeps the different ones; each
// document lists its own.
func (a *arranger) arrangeFacts() {
	start, list := GroupRows(len(a.facts), a.Len(), func(i int) uint32 { return a.final[a.facts[i].subject] })
	place := make([]uint32, len(list)) // of each in the list: its fact among those of the node
	var values []pair
	valueStart := make([]uint32, a.Len()+1)
	counts := make([]uint32, a.count())
	for n := range a.Len() {
		rows := list[start[n]:start[n+1]]
		slices.SortFunc(rows, func(x, y uint32) int { return a.compareFacts(&a.facts[x], &a.facts[y]) })
		for i, row := range rows {
			if f := &a.facts[row]; i == 0 || a.compareFacts(&a.facts[rows[i-1]], f) != 0 {
				p := pair{uint16(a.propertyOf[f.property]), a.final[f.value]}
				values = append(values, p)
				counts[p.value]++
			}
			place[int(start[n])+i] = uint32(len(values)) - valueStart[n] - 1
		}
		valueStart[n+1] = uint32(len(values))
	}
	shapes := a.shaper(&a.factShapes, counts, len(values), a.Len())
	var row []byte
	for n := range a.Len() {
		row = shapes.append(row[:0], values[valueStart[n]:valueStart[n+1]], uint32(n), uint32(n))
		a.factRows.add(row)
	}
	a.factRows.done()
	a.arrangeDocumentFacts(list, place, valueStart)
}

// arrangeDocumentFacts lists of each document the nodes that it speaks of and
// what it says of them. The list has the facts of the builder by node.
func (a *arranger) arrangeDocumentFacts(list, place, valueStart []uint32) {
	start, items := GroupRows(len(list), len(a.documents), func(i int) uint32 { return a.shelf[a.facts[list[i]].document] })
	a.selections.start = []uint32{0}
	known := map[string]uint64{}
	var row, key []byte
	var places []uint32
	for d := range len(a.documents) {
		row = row[:0]
		last := uint32(0)
		for rest := items[start[d]:start[d+1]]; len(rest) > 0; {
			n := a.final[a.facts[list[rest[0]]].subject]
			places = places[:0]
			for ; len(rest) > 0 && a.final[a.facts[list[rest[0]]].subject] == n; rest = rest[1:] {
				places = append(places, place[rest[0]])
			}
			places = slices.Compact(places)
			head := uint64(n-last) << 1
			last = n
			if len(places) == int(valueStart[n+1]-valueStart[n]) {
				row = binary.AppendUvarint(row, head|1)
				continue
			}
			key = array[uint32]{&places}.bytes()
			number, ok := known[string(key)]
			if !ok {
				number = uint64(len(known))
				known[string(key)] = number
				a.selections.place = append(a.selections.place, places...)
				a.selections.start = append(a.selections.start, uint32(len(a.selections.place)))
			}
			row = binary.AppendUvarint(binary.AppendUvarint(row, head), number)
		}
		a.documentFacts.add(row)
	}
	a.documentFacts.done()
}

func (a *arranger) compareFacts(x, y *factRow) int {
	return cmp.Or(cmp.Compare(a.propertyOf[x.property], a.propertyOf[y.property]), a.compareTexts(x.value, y.value))
}
