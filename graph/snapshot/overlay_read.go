package snapshot

import (
	"slices"

	"mandategraph/graph"
)

// What the methods of a snapshot do where it is an overlay: nodes and edges are final
// numbers here, and joint ones where it is said.

// id is that of a node.
func (o *overlay) id(n Node) string {
	if joint := o.nodes.jointOf(uint32(n)); joint < o.nodes.bound {
		return o.base.text(joint)
	} else {
		return o.delta.text(joint - o.nodes.bound)
	}
}

// node gives the layer that holds a node, and its number there. Facts of it may be
// others: see o.facts.
func (o *overlay) node(n Node) (layer *Snapshot, number Node) {
	if joint := o.nodes.jointOf(uint32(n)); joint >= o.nodes.bound {
		return o.delta, Node(joint - o.nodes.bound)
	} else {
		return o.base, Node(joint)
	}
}

// changed are the facts of a node where they are not those of its layer.
func (o *overlay) changed(layer *Snapshot, number Node) ([]graph.Fact, bool) {
	if layer == o.delta || !o.factsChanged.has(uint32(number)) {
		return nil, false
	}
	return o.facts[uint32(number)], true
}

func (o *overlay) text(n Node, property string) string {
	layer, number := o.node(n)
	facts, changed := o.changed(layer, number)
	if !changed {
		return layer.Text(number, property)
	}
	for _, f := range facts {
		if f.Property == property {
			return f.Value
		}
	}
	return ""
}

func (o *overlay) values(n Node, property string) (values []string) {
	layer, number := o.node(n)
	facts, changed := o.changed(layer, number)
	if !changed {
		return layer.Values(number, property)
	}
	for _, f := range facts {
		if f.Property == property {
			values = append(values, f.Value)
		}
	}
	return values
}

func (o *overlay) factsOf(n Node) []graph.Fact {
	layer, number := o.node(n)
	if facts, changed := o.changed(layer, number); changed {
		return slices.Clone(facts)
	}
	return layer.Facts(number)
}

func (o *overlay) lookup(id string) (Node, bool) {
	if b, ok := o.base.Lookup(id); ok {
		if o.lost[uint32(b)] {
			return 0, false
		}
		return Node(o.nodes.finalOf(uint32(b))), true
	}
	d, ok := o.delta.Lookup(id)
	if !ok {
		return 0, false
	}
	return Node(o.nodes.delta[d]), true
}

func (o *overlay) nodesOf(kind string) []Node {
	var list []Node
	for _, b := range o.base.Nodes(kind) {
		if !o.factsChanged.has(uint32(b)) && !o.lost[uint32(b)] {
			list = append(list, Node(o.nodes.finalOf(uint32(b))))
		}
	}
	return joined(list, o.kinds[kind])
}

// joined merges two ascending lists.
func joined[T ~int32](x, y []T) []T {
	if len(y) == 0 {
		return x
	}
	list := make([]T, 0, len(x)+len(y))
	for len(x) > 0 && len(y) > 0 {
		if x[0] < y[0] {
			list, x = append(list, x[0]), x[1:]
		} else {
			list, y = append(list, y[0]), y[1:]
		}
	}
	return append(append(list, x...), y...)
}

// own is [Snapshot.own]: what citations say is counted again where other statements
// are about the node.
func (o *overlay) own(s *Snapshot, n Node, qualifier string, properties ...string) string {
	layer, number := o.node(n)
	if layer == o.delta || !o.inChanged.has(uint32(number)) && !o.factsChanged.has(uint32(number)) {
		if qualifier == "citedTitle" {
			return layer.Title(number)
		}
		return layer.Date(number)
	}
	for _, property := range properties {
		if t := o.text(n, property); t != "" {
			return t
		}
	}
	type key struct {
		node      Node
		qualifier string
	}
	return s.Derived(key{n, qualifier}, func() any { return o.mostCited(n, qualifier) }).(string)
}

func (o *overlay) mostCited(n Node, qualifier string) (best string) {
	counts := map[string]int{}
	for _, e := range o.in(n, nil) {
		value := o.qualifier(e, qualifier)
		if value == "" {
			continue
		}
		counts[value]++
		if best == "" || counts[value] > counts[best] || counts[value] == counts[best] && value < best {
			best = value
		}
	}
	return best
}

// edge gives the layer that holds a statement, and its number there.
func (o *overlay) edge(e Edge) (layer *Snapshot, number Edge) {
	if joint := o.edges.jointOf(uint32(e)); joint >= o.edges.bound {
		return o.delta, Edge(joint - o.edges.bound)
	} else {
		return o.base, Edge(joint)
	}
}

func (o *overlay) qualifier(e Edge, name string) string {
	layer, number := o.edge(e)
	return layer.Qualifier(number, name)
}

func (o *overlay) ends(e Edge) (source, target Node) {
	joint := o.edges.jointOf(uint32(e))
	if joint >= o.edges.bound {
		source, target = o.delta.Ends(Edge(joint - o.edges.bound))
		if target != NoNode {
			target = Node(o.nodes.delta[target])
		}
		return Node(o.nodes.delta[source]), target
	}
	source, target = Node(o.nodes.finals.of(o.base.subject(joint))), NoNode
	if !o.base.literal[o.base.relation[joint]] {
		target = Node(o.nodes.finals.of(o.base.object[joint]))
	}
	return source, target
}

func (o *overlay) out(n Node, relations []string) []Edge {
	joint := o.nodes.jointOf(uint32(n))
	if joint < o.nodes.bound && !o.outChanged.has(joint) {
		return o.finalEdges(o.base.Out(Node(joint), relations...))
	}
	return o.merged(joint, relations, (*Snapshot).Out)
}

func (o *overlay) in(n Node, relations []string) []Edge {
	joint := o.nodes.jointOf(uint32(n))
	if joint < o.nodes.bound && !o.inChanged.has(joint) {
		return o.finalEdges(o.base.In(Node(joint), relations...))
	}
	return o.merged(joint, relations, (*Snapshot).In)
}

// finalEdges turns statements of the base, in its list, into those of all.
func (o *overlay) finalEdges(list []Edge) []Edge {
	for i, e := range list {
		list[i] = Edge(o.edges.finals.of(uint32(e)))
	}
	return list
}

// merged are the statements of or about a node in both layers.
func (o *overlay) merged(joint uint32, relations []string, find func(*Snapshot, Node, ...string) []Edge) []Edge {
	base, delta := []Edge{}, []Edge{}
	number, known := o.twin[joint], true
	if joint < o.nodes.bound {
		isGone := func(e Edge) bool { return o.goneEdges.has(uint32(e)) }
		base = slices.DeleteFunc(find(o.base, Node(joint), relations...), isGone)
		base = o.finalEdges(base)
		number, known = o.twin[joint]
	} else {
		number = joint - o.nodes.bound
	}
	if known {
		delta = find(o.delta, Node(number), relations...)
		for i, e := range delta {
			delta[i] = Edge(o.edges.delta[e])
		}
	}
	return joined(base, delta)
}

func (o *overlay) statementByNode(id, document string) (Edge, bool) {
	layer, ok := o.documentOf(document)
	if !ok {
		return 0, false
	}
	e, ok := layer.StatementByNode(id)
	if !ok {
		return 0, false
	}
	return o.finalEdge(layer, e), true
}

func (o *overlay) finalEdge(layer *Snapshot, e Edge) Edge {
	if layer == o.delta {
		return Edge(o.edges.delta[e])
	}
	return Edge(o.edges.finalOf(uint32(e)))
}

func (o *overlay) documentEdges(id string) []Edge {
	layer, ok := o.documentOf(id)
	if !ok {
		return nil
	}
	list := layer.DocumentEdges(id)
	for i, e := range list {
		list[i] = o.finalEdge(layer, e)
	}
	return list
}
