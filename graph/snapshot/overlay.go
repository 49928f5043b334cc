package snapshot

import (
	"cmp"
	"slices"
	"sort"
	"strings"
	"sync"

	"mandategraph/graph"
)

// An overlay is a snapshot in two layers, each of which is one: a large base, of which
// some documents are gone, and a small delta with what was loaded since. It has the
// numbers that one snapshot of all documents would have, which a seam gives it; what
// the delta says nothing of is read from the base as it is. Making one costs what the
// delta holds, and one bit for each node and statement of the base.
type overlay struct {
	base, delta *Snapshot
	gone        map[uint32]bool // documents of the base, by their place
	goneEdges   bitset          // statements of the base
	nodes       seam
	edges       seam
	// Of each node of the delta its joint number, and of nodes of the base that the
	// delta has too their number there.
	jointNode []uint32
	twin      map[uint32]uint32
	// Before which node of the base each of the delta's own stands, and what of the
	// base is no more.
	nodeAt []uint32
	lost   map[uint32]bool
	// The nodes of the base of which other facts are known, or other statements, and
	// these facts.
	factsChanged, outChanged, inChanged bitset
	facts                               map[uint32][]graph.Fact
	// Nodes that no lineage of the base has and the delta's has, as joint numbers;
	// in a lineage they are numbered after those of the base.
	lineageNode   []uint32
	lineageNumber map[uint32]uint32
	unlinked      map[uint32]bool   // of the base's lineage, and of no lineage any more
	rows          sync.Map          // links in lineages of changed nodes, by rowKey
	kinds         map[string][]Node // of nodes of changed facts and of the delta's own
	// See [Snapshot.Fresh]; adopted are parts whose whole only the delta has.
	fresh   []Node
	adopted map[uint32]bool
}

// over lays documents over a snapshot.
func (s *Snapshot) over(changed []graph.Document, gone []string) *Snapshot {
	return lay(s.layers(changed, gone))
}

// lay lays a delta over a base of which some documents are hidden.
func lay(base, delta *Snapshot, hidden map[uint32]bool) *Snapshot {
	o := &overlay{
		base: base, delta: delta, gone: hidden, twin: map[uint32]uint32{}, lost: map[uint32]bool{},
		adopted: map[uint32]bool{}, facts: map[uint32][]graph.Fact{},
		goneEdges: newBitset(base.Edges()), factsChanged: newBitset(base.Len()), outChanged: newBitset(base.Len()),
		inChanged: newBitset(base.Len()), lineageNumber: map[uint32]uint32{}, kinds: map[string][]Node{},
	}
	inserted := o.placeNodes()
	goneEdges, suspects := o.hide()
	o.changeFacts(suspects)
	lost := o.vanished(suspects)
	for _, b := range lost {
		o.lost[b] = true
	}
	at := make([]uint32, len(inserted))
	for i, d := range inserted {
		at[i] = o.nodeAt[d]
	}
	o.nodes = newSeam(uint32(base.Len()), make([]uint32, delta.Len()), inserted, at, lost)
	for b, d := range o.twin {
		o.nodes.delta[d] = o.nodes.finalOf(b)
	}
	o.placeEdges(goneEdges)
	o.listKinds()
	o.listFresh()
	made := &Snapshot{layered: o}
	o.unlinked = made.unlinked(suspects)
	return made
}

// unlinked are those of some nodes of the base that take no part in a lineage any
// more.
func (s *Snapshot) unlinked(suspects map[uint32]bool) map[uint32]bool {
	list := map[uint32]bool{}
	p := s.plane(nil)
	for b := range suspects {
		number, ok := slices.BinarySearch(p.nodes, b)
		if !ok || s.layered.lost[b] {
			continue
		}
		_, from, to := p.row(&p.out, uint32(number))
		_, inFrom, inTo := p.row(&p.in, uint32(number))
		if from == to && inFrom == inTo {
			list[b] = true
		}
	}
	return list
}

// placeNodes finds the nodes of the delta in the base, and where the others stand.
func (o *overlay) placeNodes() (inserted []uint32) {
	from := 0
	o.nodeAt = make([]uint32, o.delta.Len())
	for d := range uint32(o.delta.Len()) {
		id := o.delta.ID(Node(d))
		if b, ok := o.base.Lookup(id); ok {
			o.twin[uint32(b)] = d
			o.jointNode = append(o.jointNode, uint32(b))
			continue
		}
		o.jointNode = append(o.jointNode, uint32(o.base.Len())+d)
		from += sort.Search(o.base.Len()-from, func(i int) bool { return o.base.ID(Node(from+i)) > id })
		inserted, o.nodeAt[d] = append(inserted, d), uint32(from)
	}
	return inserted
}

// hide marks the statements of the documents that are gone, and gives them and the
// nodes that these spoke of; true are those with facts of them.
func (o *overlay) hide() (edges []uint32, suspects map[uint32]bool) {
	suspects = map[uint32]bool{}
	for document := range o.gone {
		o.base.eachSubject(document, func(n uint32, _ uint64) { suspects[n] = true })
		for _, e := range o.base.edgesOf(document) {
			edges = append(edges, uint32(e))
			o.goneEdges.set(uint32(e))
			source, target := o.base.Ends(e)
			o.outChanged.set(uint32(source))
			suspects[uint32(source)] = suspects[uint32(source)]
			if target != NoNode {
				o.inChanged.set(uint32(target))
				suspects[uint32(target)] = suspects[uint32(target)]
			}
		}
	}
	slices.Sort(edges)
	return edges, suspects
}

// vanished are the nodes of which nothing says anything any more.
func (o *overlay) vanished(suspects map[uint32]bool) (list []uint32) {
	here := func(e uint32) bool { return !o.goneEdges.has(e) }
	for b := range suspects {
		_, twin := o.twin[b]
		facts := o.base.factsOf(b)
		if twin || len(o.facts[b]) > 0 || !o.factsChanged.has(b) && facts.left() > 0 {
			continue
		}
		from, to := o.base.outgoing.of(b)
		if slices.ContainsFunc(Ascending(int(from), int(to)), here) {
			continue
		}
		if from, to = o.base.incoming.of(b); !slices.ContainsFunc(o.base.inEdge[from:to], here) {
			list = append(list, b)
		}
	}
	slices.Sort(list)
	return list
}

// placeEdges finds where the statements of the delta stand: those of a subject that
// the base has too come in the order of their documents, which are others.
func (o *overlay) placeEdges(gone []uint32) {
	d := o.delta
	at := make([]uint32, d.Edges())
	for e := range at {
		subject := d.subject(uint32(e))
		joint := o.jointNode[subject]
		from, to := o.base.edgesFrom(o.nodeAt[subject]), uint32(0)
		if joint < uint32(o.base.Len()) {
			from, to = o.base.outgoing.of(joint)
			if from == to {
				from, to = o.base.edgesFrom(joint), 0
			}
			o.outChanged.set(joint)
		}
		if to > from {
			document := d.text(d.documentID[d.said(uint32(e)).document])
			from += uint32(sort.Search(int(to-from), func(i int) bool {
				return o.base.text(o.base.documentID[o.base.said(from+uint32(i)).document]) > document
			}))
		}
		at[e] = from
		if _, target := d.Ends(Edge(e)); target != NoNode {
			object := o.jointNode[target]
			if object < uint32(o.base.Len()) {
				o.inChanged.set(object)
			}
			if d.lineage[d.relation[e]] {
				o.joinLineage(joint)
				o.joinLineage(object)
			}
		}
	}
	o.edges = newSeam(uint32(o.base.Edges()), make([]uint32, d.Edges()), Ascending(0, d.Edges()), at, gone)
}

// joinLineage numbers a node that no lineage of the base has.
func (o *overlay) joinLineage(joint uint32) {
	if _, known := slices.BinarySearch(o.base.lineageNode, joint); known {
		return
	}
	if _, known := o.lineageNumber[joint]; !known {
		o.lineageNumber[joint] = uint32(len(o.base.lineageNode) + len(o.lineageNode))
		o.lineageNode = append(o.lineageNode, joint)
	}
}

// edgesFrom is the first statement whose subject is a node or comes behind it.
func (c *columns) edgesFrom(n uint32) uint32 {
	if n >= c.nodes {
		return uint32(len(c.object))
	}
	before, _ := c.outgoing.has.find(n)
	return c.outgoing.start[before]
}

// listKinds notes the kinds of nodes of which the base does not know them.
func (o *overlay) listKinds() {
	for b := range o.facts {
		if !o.lost[b] {
			n := Node(o.nodes.finalOf(b))
			kind := o.text(n, "kind")
			o.kinds[kind] = append(o.kinds[kind], n)
		}
	}
	for d, joint := range o.jointNode {
		if joint >= o.nodes.bound {
			kind := o.delta.Kind(Node(d))
			o.kinds[kind] = append(o.kinds[kind], Node(o.nodes.delta[d]))
		}
	}
	for _, nodes := range o.kinds {
		slices.SortFunc(nodes, func(a, b Node) int { return cmp.Compare(a, b) })
	}
}

// documentOf finds a document in the layer that holds it.
func (o *overlay) documentOf(id string) (layer *Snapshot, ok bool) {
	if _, ok := o.delta.findDocument(id); ok {
		return o.delta, true
	}
	place, ok := o.base.findDocument(id)
	return o.base, ok && !o.gone[uint32(place)]
}

// sources are the ids of all documents, sorted.
func (o *overlay) sources() []string {
	ids := o.delta.Sources()
	for place, text := range o.base.documentID {
		if !o.gone[uint32(place)] {
			ids = append(ids, o.base.text(text))
		}
	}
	slices.SortFunc(ids, strings.Compare)
	return ids
}
