package snapshot

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// A home is where in a source a text stands: the source's number and a place in
// bytes. A source of [emptyText] says that none is known.
type home struct{ source, at uint32 }

const (
	// shortestQuoted is the length of texts that take less room as a part of a
	// source than of their own.
	shortestQuoted = 10
	// longestQuoted is what the length of a slice has room for.
	longestQuoted = plainSlice - 1
	// step is how many code points of a source lie between noted places.
	step = 32
	// patience bounds the search in a long source, in lengths of it.
	patience = 64
)

// A quoter finds the texts of a document that are a part of its source, so that
// they need no room of their own: titles, quotes, clauses, paragraphs.
type quoter struct {
	*builder
	number   uint32 // of the source
	source   string
	places   []uint32 // in bytes, of every step-th code point
	patience int
}

// findQuoted looks for the texts of the rows that a document added.
func (b *builder) findQuoted(source uint32, facts []factRow, edges []edgeRow) {
	text := b.strings[source]
	q := quoter{builder: b, number: source, source: text, patience: patience * len(text)}
	point := 0
	for at := range text {
		if point%step == 0 {
			q.places = append(q.places, uint32(at))
		}
		point++
	}
	for i := range edges {
		e := &edges[i]
		from, to := q.place(int(int32(e.start))), q.place(int(int32(e.end)))
		q.find(e.quote, from, to)
		for _, qualifier := range b.qualifiers[e.qualifiers:e.qualifiersEnd] {
			q.find(qualifier[1], from, to)
		}
	}
	q.findFacts(facts)
}

// findFacts goes through facts sorted by subject and property: the range of a
// paragraph comes before its text and before its mandates.
func (q *quoter) findFacts(facts []factRow) {
	paragraph, from, to := uint32(emptyText), 0, len(q.source)
	for i := range facts {
		f := &facts[i]
		if f.subject != paragraph && !strings.HasPrefix(q.strings[f.subject], q.strings[paragraph]+"/") {
			paragraph, from, to = f.subject, 0, len(q.source)
		}
		switch q.strings[f.property] {
		case "start":
			from = q.placeOf(f.value)
		case "end":
			to = q.placeOf(f.value)
		default:
			q.find(f.value, from, to)
		}
	}
}

// placeOf reads a code point's number; what is none is taken for the first.
func (q *quoter) placeOf(number uint32) int {
	point, _ := strconv.Atoi(q.strings[number])
	return q.place(point)
}

// place is that of a code point in bytes, or the end.
func (q *quoter) place(point int) int {
	if point < 0 || point/step >= len(q.places) {
		return len(q.source)
	}
	at := int(q.places[point/step])
	for range point % step {
		_, size := utf8.DecodeRuneInString(q.source[at:])
		at += size
	}
	return at
}

// find notes where a text stands between two places of the source.
func (q *quoter) find(number uint32, from, to int) {
	text := q.strings[number]
	if len(text) < shortestQuoted || len(text) > longestQuoted || to-from < len(text) || q.patience < to-from ||
		q.home[number].source != emptyText {
		return
	}
	q.patience -= to - from
	if i := strings.Index(q.source[from:to], text); i >= 0 {
		q.home[number] = home{q.number, uint32(from + i)}
	}
}

// sources are those of a snapshot's documents, by their place in the arena.
type sources struct {
	*Snapshot
	entries []uint32
}

// homes are the sources of all documents but some.
func (s *Snapshot) homes(without map[string]bool) sources {
	list := sources{Snapshot: s}
	for d, id := range s.documentID {
		if source := s.documentSource[d]; source >= s.texts.nodes && !without[s.text(id)] {
			list.entries = append(list.entries, source-uint32(len(s.rest)))
		}
	}
	slices.Sort(list.entries)
	return list
}

// find is the home of a slice in what is built; none where its source is gone.
func (l sources) find(b *builder, slice uint64) home {
	at := slice >> (sliceBits + 1)
	i, ok := slices.BinarySearchFunc(l.entries, at, func(entry uint32, at uint64) int { return cmp.Compare(l.place(entry), at) })
	if !ok {
		i--
	}
	if i < 0 || at >= l.place(l.entries[i]+1) {
		return home{}
	}
	return home{b.intern(l.entry(l.entries[i])), uint32(at - l.place(l.entries[i]))}
}
