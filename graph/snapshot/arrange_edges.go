package snapshot

import (
	"cmp"
	"slices"
)

// arrangeEdges sorts the statements of each subject as [graph.Statement.Compare]
// does.
func (a *arranger) arrangeEdges() {
	start, list := GroupRows(len(a.edges), a.Len(), func(i int) uint32 { return a.final[a.edges[i].subject] })
	for n := range a.Len() {
		rows := list[start[n]:start[n+1]]
		slices.SortStableFunc(rows, func(x, y uint32) int { return a.compareEdges(&a.edges[x], &a.edges[y]) })
		if len(rows) > 0 {
			a.subjects = append(a.subjects, uint32(n))
		}
	}
	a.outgoing = newSpans(start)
	a.lastOf = newRankSet(len(list), func(e uint32) bool {
		return int(e)+1 == len(list) || a.edges[list[e]].subject != a.edges[list[e+1]].subject
	})
	a.object, a.relation, a.hash = make([]uint32, len(list)), make([]uint16, len(list)), make([]uint64, len(list))
	for e, row := range list {
		r := &a.edges[row]
		a.object[e], a.relation[e], a.hash[e] = a.final[r.object], uint16(a.relationOf[r.relation]), r.hash
	}
	a.arrangeEvidence(list)
	byDocument, edges := GroupRows(len(list), len(a.documents), func(e int) uint32 { return a.shelf[a.edges[list[e]].document] })
	var row []byte
	for d := range len(a.documents) {
		row = appendRuns(row[:0], edges[byDocument[d]:byDocument[d+1]])
		a.documentEdges.add(row)
	}
	a.documentEdges.done()
}

// arrangeEvidence makes the row of each statement.
func (a *arranger) arrangeEvidence(list []uint32) {
	counts := make([]uint32, a.count())
	for _, q := range a.builder.qualifiers {
		counts[a.final[q[1]]]++
	}
	shapes := a.shaper(&a.qualifierShapes, counts, len(a.builder.qualifiers), len(list))
	var row []byte
	var values []pair
	for e, number := range list {
		r := &a.edges[number]
		s := said{
			subject:   a.final[r.subject],
			document:  a.shelf[r.document],
			paragraph: a.final[r.paragraph],
			quote:     a.final[r.quote],
			start:     int(int32(r.start)),
			end:       int(int32(r.end)),
		}
		values = values[:0]
		for _, q := range a.builder.qualifiers[r.qualifiers:r.qualifiersEnd] {
			values = append(values, pair{uint16(a.qualifierNameOf[q[0]]), a.final[q[1]]})
		}
		slices.SortFunc(values, func(x, y pair) int { return cmp.Compare(x.name, y.name) })
		row = a.appendSaid(row[:0], &s, a.object[e])
		a.evidence.add(shapes.append(row, values, s.subject, a.object[e]))
	}
	a.evidence.done()
}

func (a *arranger) compareEdges(x, y *edgeRow) int {
	return cmp.Or(
		cmp.Compare(a.shelf[x.document], a.shelf[y.document]),
		cmp.Compare(int32(x.start), int32(y.start)),
		cmp.Compare(int32(x.end), int32(y.end)),
		cmp.Compare(a.relationOf[x.relation], a.relationOf[y.relation]),
		a.compareTexts(x.object, y.object),
	)
}

// arrangeIncoming lists the statements of each object.
func (a *arranger) arrangeIncoming() {
	literal := make([]bool, len(a.relations))
	for _, row := range a.edges {
		literal[a.relationOf[row.relation]] = row.literal
	}
	c := &a.columns
	// Texts stand behind the nodes, and are cut off.
	start, list := GroupRows(len(c.object), a.Len()+1, func(e int) uint32 {
		if literal[c.relation[e]] {
			return uint32(a.Len())
		}
		return c.object[e]
	})
	c.incoming, c.inEdge = newSpans(start[:a.Len()+1]), list[:start[a.Len()]]
}

// arrangeKinds lists the nodes of each kind; those without one have the empty
// kind.
func (a *arranger) arrangeKinds() {
	property := slices.IndexFunc(a.properties, func(name uint32) bool { return a.text(name) == "kind" })
	of := map[uint32]uint32{}
	list := make([]uint32, a.Len())
	for n := range list {
		kind := a.final[emptyText]
		for p := a.factsOf(uint32(n)); p.more(); {
			if int(p.name) == property {
				kind = p.value
				break
			}
		}
		if _, ok := of[kind]; !ok {
			of[kind] = uint32(len(a.kinds))
			a.kinds = append(a.kinds, kind)
		}
		list[n] = of[kind]
	}
	a.kindStart, a.kindNode = GroupRows(len(list), len(a.kinds), func(n int) uint32 { return list[n] })
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
	from, to := s.incoming.of(uint32(n))
	if !known || from == to || slices.ContainsFunc(properties, func(p string) bool { return s.Text(n, p) != "" }) {
		return 0, false
	}
	counts := map[uint32]int{}
	for _, e := range s.inEdge[from:to] {
		for r := s.said(e); r.qualifiers.more(); {
			value := r.qualifiers.value
			if uint32(r.qualifiers.name) != code || s.text(value) == "" {
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
