package main

import (
	"context"

	"mandategraph/graph/snapshot"
)

// measure asks the snapshot.
func (d *data) measure() results {
	var buffer []byte
	return results{
		"hop":      {d.hopAnswer(), timed(processor, func() { buffer = d.hops(buffer) }) / float64(len(d.questions.Hops))},
		"hub":      {d.hubAnswer(), timed(processor, func() { buffer = d.hub(buffer) })},
		"lineage6": d.lineage(6),
		"lineage":  d.lineage(unbounded),
		"path":     d.paths(),
		"page":     d.pages(),
	}
}

// hops writes the citations of each act with their evidence.
func (d *data) hops(to []byte) []byte {
	s := d.snapshot
	for _, id := range d.questions.Hops {
		to = to[:0]
		n, _ := s.Lookup(id)
		for _, e := range s.Out(n, citations...) {
			to = append(s.AppendJSON(to, e), '\n')
		}
	}
	return to
}

func (d *data) hopAnswer() string {
	var sum digest
	for _, id := range d.questions.Hops {
		n, _ := d.snapshot.Lookup(id)
		for _, e := range d.snapshot.Out(n, citations...) {
			d.evidence(&sum, e)
		}
	}
	return sum.String()
}

// evidence is a citation as every engine gives it.
func (d *data) evidence(sum *digest, e snapshot.Edge) {
	s, v := d.snapshot, d.snapshot.Evidence(e)
	source, target := s.Ends(e)
	sum.add(v.Document, s.ID(source), s.Relation(e), s.ID(target), v.Paragraph, v.Start, v.End, v.Quote,
		s.Qualifier(e, "citedDate"), s.Qualifier(e, "citedTitle"), s.Qualifier(e, "confidence"), s.Qualifier(e, "rule"), s.Qualifier(e, "verb"))
}

func (d *data) hub(to []byte) []byte {
	to = to[:0]
	n, _ := d.snapshot.Lookup(d.questions.Hub)
	for _, e := range d.snapshot.In(n, citations...) {
		to = append(d.snapshot.AppendJSON(to, e), '\n')
	}
	return to
}

func (d *data) hubAnswer() string {
	var sum digest
	n, _ := d.snapshot.Lookup(d.questions.Hub)
	for _, e := range d.snapshot.In(n, citations...) {
		d.evidence(&sum, e)
	}
	return sum.String()
}

// reached is a walk backward that nothing stops.
func reached(s *snapshot.Snapshot, from snapshot.Node, depth int) snapshot.Reached {
	r, err := s.Reach(context.Background(), []snapshot.Node{from}, snapshot.Backward, snapshot.Limits{Depth: depth})
	if err != nil {
		panic(err) // the context never ends
	}
	return r
}

func (d *data) lineage(depth int) result {
	walk := func() snapshot.Reached {
		n, _ := d.snapshot.Lookup(d.questions.Lineage)
		return reached(d.snapshot, n, depth)
	}
	var sum digest
	for _, n := range walk().Nodes[1:] {
		sum.add(d.snapshot.ID(n))
	}
	return result{sum.String(), timed(processor, func() { walk() })}
}

// length is that of the shortest path between a pair.
func (d *data) length(pair [2]string) int {
	from, _ := d.snapshot.Lookup(pair[0])
	to, _ := d.snapshot.Lookup(pair[1])
	length, _, _ := d.snapshot.Paths(context.Background(), from, to, snapshot.Limits{Depth: unbounded})
	return length
}

func (d *data) paths() result {
	var sum digest
	for _, pair := range d.questions.Pairs {
		sum.add(pair[0], pair[1], d.length(pair))
	}
	return result{sum.String(), timed(processor, func() {
		for _, pair := range d.questions.Pairs {
			d.length(pair)
		}
	}) / float64(len(d.questions.Pairs))}
}

// pages give the first acts of each State by date, with their titles.
func (d *data) pages() result {
	s := d.snapshot
	page := func(state string, row func(act, title, date string)) {
		n, _ := s.Lookup(state)
		all := s.ByDate(n, snapshot.Backward, "sponsors")
		for _, e := range all[:min(pageLength, len(all))] {
			_, act := s.Ends(e)
			row(s.ID(act), s.Title(act), s.Date(act))
		}
	}
	var sum digest
	for _, state := range d.questions.States {
		page(state, func(act, title, date string) { sum.add(state, act, title, date) })
	}
	var buffer []byte
	return result{sum.String(), timed(processor, func() {
		for _, state := range d.questions.States {
			buffer = buffer[:0]
			page(state, func(act, title, date string) { buffer = appendRow(buffer, act, title, date) })
		}
	}) / float64(len(d.questions.States))}
}

// appendRow writes a JSON array of texts that need no escapes.
func appendRow(to []byte, cells ...string) []byte {
	for i, cell := range cells {
		mark := `,"`
		if i == 0 {
			mark = `["`
		}
		to = append(append(append(to, mark...), cell...), '"')
	}
	return append(to, ']')
}
