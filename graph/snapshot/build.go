package snapshot

import (
	"slices"

	"mandategraph/graph"
)

// A builder gathers documents as rows of numbers, in the order in which they
// come, and then lays the columns of a snapshot out.
type builder struct {
	number    map[string]uint32
	strings   []string
	node      []bool // of each text: whether it is the id of an entity
	home      []home // of each text: where it stands in a source
	documents []documentRow
	facts     []factRow
	edges     []edgeRow
	// names and values of qualifiers, those of one edge together
	qualifiers [][2]uint32
	literal    map[string]bool // by relation
	last       [2]string       // subjects repeat
	lastNumber [2]uint32
}

type documentRow struct{ id, source uint32 }

type factRow struct{ subject, property, value, document uint32 }

type edgeRow struct {
	subject, relation, object, paragraph, quote, document uint32
	start, end                                            uint32
	qualifiers, qualifiersEnd                             uint32
	hash                                                  uint64
	literal                                               bool
}

// emptyText is the number of the empty string in every builder.
const emptyText = 0

func newBuilder() *builder {
	b := &builder{number: map[string]uint32{}, literal: map[string]bool{}}
	b.intern("") // emptyText
	for _, r := range graph.Relations {
		b.literal[r.Name] = graph.IsLiteralRelation(r)
	}
	return b
}

// reserve makes room for what will be added.
func (b *builder) reserve(facts, edges int) {
	b.facts, b.edges = slices.Grow(b.facts, facts), slices.Grow(b.edges, edges)
}

// intern gives a string its number.
func (b *builder) intern(s string) uint32 {
	if n, ok := b.number[s]; ok {
		return n
	}
	n := uint32(len(b.strings))
	b.number[s] = n
	b.strings, b.node, b.home = append(b.strings, s), append(b.node, false), append(b.home, home{})
	return n
}

// again is intern for strings that come in runs, of two sorts.
func (b *builder) again(sort int, s string) uint32 {
	if s == "" || b.last[sort] != s {
		b.last[sort], b.lastNumber[sort] = s, b.intern(s)
	}
	return b.lastNumber[sort]
}

func (b *builder) entity(s string) uint32 {
	n := b.again(0, s)
	b.node[n] = true
	return n
}

// add takes a document.
func (b *builder) add(d *graph.Document) {
	place, facts, edges := uint32(len(b.documents)), len(b.facts), len(b.edges)
	b.documents = append(b.documents, documentRow{b.intern(d.ID), b.intern(d.Source)})
	for i := range d.Facts {
		f := &d.Facts[i]
		b.facts = append(b.facts, factRow{b.entity(f.Subject), b.intern(f.Property), b.intern(f.Value), place})
	}
	for i := range d.Statements {
		st := &d.Statements[i]
		row := edgeRow{
			subject:    b.entity(st.Subject),
			relation:   b.intern(st.Relation),
			paragraph:  b.again(1, st.Evidence.Paragraph),
			quote:      b.intern(st.Evidence.Quote),
			document:   place,
			start:      uint32(st.Evidence.Start),
			end:        uint32(st.Evidence.End),
			hash:       st.Hash(),
			object:     b.intern(st.Object),
			literal:    b.literal[st.Relation],
			qualifiers: uint32(len(b.qualifiers)),
		}
		if !row.literal {
			b.node[row.object] = true
		}
		for name, value := range st.Qualifiers {
			b.qualifiers = append(b.qualifiers, [2]uint32{b.intern(name), b.intern(value)})
		}
		row.qualifiersEnd = uint32(len(b.qualifiers))
		b.edges = append(b.edges, row)
	}
	b.findQuoted(b.documents[place].source, b.facts[facts:], b.edges[edges:])
}

// addFrom takes all documents of a snapshot but some, number by number.
func (b *builder) addFrom(s *Snapshot, without map[string]bool) {
	b.reserve(0, s.Edges())
	known := make([]uint32, s.count())
	homes := s.homes(without)
	text := func(old uint32) uint32 {
		if known[old] == 0 {
			n := b.intern(s.text(old))
			known[old] = n + 1
			if old >= s.firstSlice() {
				b.home[n] = homes.find(b, s.slices[old-s.firstSlice()])
			}
		}
		return known[old] - 1
	}
	for place, id := range s.documentID {
		if without[s.text(id)] {
			continue
		}
		document := uint32(len(b.documents))
		b.documents = append(b.documents, documentRow{text(id), text(s.documentSource[place])})
		s.eachFact(uint32(place), func(n uint32, p *pairs) {
			row := factRow{text(n), text(s.properties[p.name]), text(p.value), document}
			b.node[row.subject] = true
			b.facts = append(b.facts, row)
		})
		for _, e := range s.edgesOf(uint32(place)) {
			b.edges = append(b.edges, b.edgeFrom(s, uint32(e), document, text))
		}
	}
}

func (b *builder) edgeFrom(s *Snapshot, e, document uint32, text func(uint32) uint32) edgeRow {
	r := s.said(e)
	row := edgeRow{
		subject:    text(r.subject),
		relation:   text(s.relations[s.relation[e]]),
		object:     text(s.object[e]),
		paragraph:  text(r.paragraph),
		quote:      text(r.quote),
		document:   document,
		start:      uint32(r.start),
		end:        uint32(r.end),
		hash:       s.hash[e],
		literal:    s.literal[s.relation[e]],
		qualifiers: uint32(len(b.qualifiers)),
	}
	for r.qualifiers.more() {
		b.qualifiers = append(b.qualifiers, [2]uint32{text(s.qualifiers[r.qualifiers.name]), text(r.qualifiers.value)})
	}
	row.qualifiersEnd = uint32(len(b.qualifiers))
	b.node[row.subject] = true
	if !row.literal {
		b.node[row.object] = true
	}
	return row
}
