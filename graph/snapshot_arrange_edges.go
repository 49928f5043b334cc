package graph

import (
	"cmp"
	"slices"
)

// arrangeEdges sorts the statements of each subject as [Statement.Compare]
// does.
func (a *arranger) arrangeEdges() {
	start, list := group(len(a.edges), a.Len(), func(i int) uint32 { return a.final[a.edges[i].subject] })
	a.outStart = start
	for n := range a.Len() {
		rows := list[start[n]:start[n+1]]
		slices.SortStableFunc(rows, func(x, y uint32) int { return a.compareEdges(&a.edges[x], &a.edges[y]) })
	}
	n := len(list)
	c := &a.columns
	for _, column := range []*[]uint32{&c.source, &c.object, &c.document, &c.paragraph, &c.quote, &c.start, &c.end} {
		*column = make([]uint32, n)
	}
	c.relation, c.hash, c.qualifierStart = make([]uint16, n), make([]uint64, n), make([]uint32, n+1)
	for e, row := range list {
		r := &a.edges[row]
		c.source[e], c.object[e], c.paragraph[e], c.quote[e] = a.final[r.subject], a.final[r.object], a.final[r.paragraph], a.final[r.quote]
		c.relation[e], c.document[e] = uint16(a.relationOf[r.relation]), a.shelf[r.document]
		c.start[e], c.end[e], c.hash[e] = r.start, r.end, r.hash
		a.arrangeQualifiers(a.builder.qualifiers[r.qualifiers:r.qualifiersEnd])
		c.qualifierStart[e+1] = uint32(len(c.qualifierName))
	}
	c.documentEdgeStart, c.documentEdge = group(n, len(a.documents), func(e int) uint32 { return c.document[e] })
}

func (a *arranger) arrangeQualifiers(pairs [][2]uint32) {
	slices.SortFunc(pairs, func(x, y [2]uint32) int { return cmp.Compare(a.qualifierNameOf[x[0]], a.qualifierNameOf[y[0]]) })
	for _, pair := range pairs {
		a.qualifierName = append(a.qualifierName, uint16(a.qualifierNameOf[pair[0]]))
		a.qualifierValue = append(a.qualifierValue, a.final[pair[1]])
	}
}

func (a *arranger) compareEdges(x, y *edgeRow) int {
	return cmp.Or(cmp.Compare(a.shelf[x.document], a.shelf[y.document]), cmp.Compare(int32(x.start), int32(y.start)), cmp.Compare(int32(x.end), int32(y.end)),
		cmp.Compare(a.relationOf[x.relation], a.relationOf[y.relation]), a.compareTexts(x.object, y.object))
}

// arrangeIncoming lists the statements of each object.
func (a *arranger) arrangeIncoming() {
	literal := make([]bool, len(a.relations))
	for _, row := range a.edges {
		literal[a.relationOf[row.relation]] = row.literal
	}
	c := &a.columns
	// Texts stand behind the nodes, and are cut off.
	start, list := group(len(c.object), a.Len()+1, func(e int) uint32 {
		if literal[c.relation[e]] {
			return uint32(a.Len())
		}
		return c.object[e]
	})
	c.inStart, c.inEdge = start[:a.Len()+1], list[:start[a.Len()]]
}

// arrangeKinds lists the nodes of each kind; those without one have the empty
// kind.
func (a *arranger) arrangeKinds() {
	property := slices.IndexFunc(a.properties, func(name uint32) bool { return a.text(name) == "kind" })
	of := map[uint32]uint32{}
	list := make([]uint32, a.Len())
	for n := range list {
		kind := a.final[emptyText]
		for f := a.factStart[n]; f < a.factStart[n+1]; f++ {
			if int(a.factProperty[f]) == property {
				kind = a.factValue[f]
				break
			}
		}
		if _, ok := of[kind]; !ok {
			of[kind] = uint32(len(a.kinds))
			a.kinds = append(a.kinds, kind)
		}
		list[n] = of[kind]
	}
	a.kindStart, a.kindNode = group(len(list), len(a.kinds), func(n int) uint32 { return list[n] })
}

// arrangeCited counts what citations say of nodes that say it not themselves.
func (s *Snapshot) arrangeCited() {
	for n := range Node(s.Len()) {
		if title, ok := s.mostCited(n, "citedTitle", "title", "name"); ok {
			s.citedTitleOf, s.citedTitle = append(s.citedTitleOf, uint32(n)), append(s.citedTitle, title)
		}
		if date, ok := s.mostCited(n, "citedDate", "adoptedOn", "date"); ok {
			s.citedDateOf, s.citedDate = append(s.citedDateOf, uint32(n)), append(s.citedDate, date)
		}
	}
}

// mostCited is the most frequent value of a qualifier among what points at a
// node, the first in the alphabet among equals; ok is false where there is none
// or one of the properties says it.
func (s *Snapshot) mostCited(n Node, qualifier string, properties ...string) (best uint32, ok bool) {
	code, known := s.qualifierCode[qualifier]
	incoming := s.inEdge[s.inStart[n]:s.inStart[n+1]]
	if !known || len(incoming) == 0 || slices.ContainsFunc(properties, func(p string) bool { return s.Text(n, p) != "" }) {
		return 0, false
	}
	counts := map[uint32]int{}
	for _, e := range incoming {
		for i := s.qualifierStart[e]; i < s.qualifierStart[e+1]; i++ {
			value := s.qualifierValue[i]
			if uint32(s.qualifierName[i]) != code || s.text(value) == "" {
				continue
			}
			counts[value]++
			if !ok || counts[value] > counts[best] || counts[value] == counts[best] && s.text(value) < s.text(best) {
				best, ok = value, true
			}
		}
	}
	return best, ok
}
