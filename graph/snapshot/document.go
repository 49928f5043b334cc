package snapshot

import (
	"encoding/binary"
	"slices"
	"strings"

	"mandategraph/graph"
)

// selections are lists of places among the facts of a node, for documents that
// say only some of what is known of it.
type selections struct{ start, place []uint32 }

// findDocument is the place of a document among all.
func (s *Snapshot) findDocument(id string) (int, bool) {
	return slices.BinarySearchFunc(s.documentID, id, func(text uint32, id string) int { return strings.Compare(s.text(text), id) })
}

// Document gives back what one document contributed, normalized.
func (s *Snapshot) Document(id string) (graph.Document, bool) {
	if s.layered != nil {
		layer, ok := s.layered.documentOf(id)
		if !ok {
			return graph.Document{}, false
		}
		return layer.Document(id)
	}
	place, ok := s.findDocument(id)
	if !ok {
		return graph.Document{}, false
	}
	d := graph.Document{ID: s.text(s.documentID[place]), Source: s.text(s.documentSource[place])}
	last, subject := NoNode, ""
	s.eachFact(uint32(place), func(n uint32, p *pairs) {
		if Node(n) != last {
			last, subject = Node(n), s.text(n)
		}
		d.Facts = append(d.Facts, graph.Fact{Subject: subject, Property: s.text(s.properties[p.name]), Value: s.text(p.value)})
	})
	for _, e := range s.edgesOf(uint32(place)) {
		d.Statements = append(d.Statements, s.make(e))
	}
	return d, true
}

// Documents lists the ids of all loaded documents, sorted, without
// [graph.ReferenceData].
func (s *Snapshot) Documents() []string {
	return slices.DeleteFunc(s.Sources(), func(id string) bool { return id == graph.ReferenceData })
}

// Sources lists the ids of all that says something, sorted: the loaded
// documents and [graph.ReferenceData], where it says something.
func (s *Snapshot) Sources() []string {
	if s.layered != nil {
		return s.layered.sources()
	}
	var ids []string
	for _, text := range s.documentID {
		ids = append(ids, s.text(text))
	}
	return ids
}

// DocumentEdges lists the statements of a document, in the order of
// [graph.Statement.Compare].
func (s *Snapshot) DocumentEdges(id string) []Edge {
	if s.layered != nil {
		return s.layered.documentEdges(id)
	}
	place, ok := s.findDocument(id)
	if !ok {
		return nil
	}
	return s.edgesOf(uint32(place))
}

// eachFact goes through the facts of a document. Its row has, for each node, how
// far it is from the one before and whether all its facts are meant, and if not,
// which selection of them.
func (c *columns) eachFact(document uint32, f func(n uint32, p *pairs)) {
	c.eachSubject(document, func(n uint32, selection uint64) {
		c.selected(n, selection, func(p *pairs) { f(n, p) })
	})
}

// factsIn goes through what a document says of one node.
func (c *columns) factsIn(document, n uint32, f func(p *pairs)) {
	c.eachSubject(document, func(subject uint32, selection uint64) {
		if subject == n {
			c.selected(n, selection, f)
		}
	})
}

// allFacts stands for the selection of all facts of a node.
const allFacts = ^uint64(0)

// eachSubject goes through the nodes of which a document says facts, and which.
func (c *columns) eachSubject(document uint32, f func(n uint32, selection uint64)) {
	n := uint32(0)
	for row, end := c.documentFacts.of(document), c.documentFacts.end(document); row.at < end; {
		head := row.next()
		n += uint32(head >> 1)
		selection := allFacts
		if head&1 == 0 {
			selection = row.next()
		}
		f(n, selection)
	}
}

// selected goes through a selection of the facts of a node.
func (c *columns) selected(n uint32, selection uint64, f func(p *pairs)) {
	p := c.factsOf(n)
	if selection == allFacts {
		for p.more() {
			f(&p)
		}
		return
	}
	at := uint32(0)
	for _, place := range c.selections.place[c.selections.start[selection]:c.selections.start[selection+1]] {
		for ; at <= place; at++ {
			p.more()
		}
		f(&p)
	}
}

// edgesOf lists the statements of a document. Its row has, for each run of them,
// how many others come before, and how many these are.
func (c *columns) edgesOf(document uint32) []Edge {
	var edges []Edge
	e := Edge(0)
	for row, end := c.documentEdges.of(document), c.documentEdges.end(document); row.at < end; {
		e += Edge(row.next())
		for range row.next() {
			edges = append(edges, e)
			e++
		}
	}
	return edges
}

// appendRuns makes the row of statements.
func appendRuns(to []byte, edges []uint32) []byte {
	next := uint32(0)
	for i := 0; i < len(edges); {
		from := i
		for i++; i < len(edges) && edges[i] == edges[i-1]+1; i++ {
		}
		to = binary.AppendUvarint(binary.AppendUvarint(to, uint64(edges[from]-next)), uint64(i-from))
		next = edges[i-1] + 1
	}
	return to
}
