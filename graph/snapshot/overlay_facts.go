package snapshot

import (
	"slices"

	"mandategraph/graph"
)

// changeFacts finds what is now known of the nodes of which something else was said.
func (o *overlay) changeFacts(suspects map[uint32]bool) {
	for b, d := range o.twin {
		if added := o.delta.Facts(Node(d)); len(added) > 0 && !suspects[b] {
			o.setFacts(b, append(o.base.Facts(Node(b)), added...))
		}
	}
	for b, said := range suspects {
		if !said {
			continue
		}
		left := o.base.factsWithout(b, o.gone)
		if d, ok := o.twin[b]; ok {
			left = append(left, o.delta.Facts(Node(d))...)
		}
		o.setFacts(b, left)
	}
}

func (o *overlay) setFacts(b uint32, facts []graph.Fact) {
	slices.SortFunc(facts, graph.Fact.Compare)
	o.facts[b] = slices.Compact(facts)
	o.factsChanged.set(b)
}

// factsWithout is what documents say of a node, but for some.
func (s *Snapshot) factsWithout(n uint32, gone map[uint32]bool) (facts []graph.Fact) {
	type key struct{}
	speakers := s.Derived(key{}, func() any { return s.speakers() }).(speakers)
	all := s.factsOf(n)
	for _, document := range speakers.document[speakers.start[n]:speakers.start[n+1]] {
		if gone[document] {
			continue
		}
		s.factsIn(document, n, func(p *pairs) {
			facts = append(facts, graph.Fact{Subject: s.text(n), Property: s.text(s.properties[p.name]), Value: s.text(p.value)})
		})
		slices.SortFunc(facts, graph.Fact.Compare)
		if facts = slices.Compact(facts); len(facts) == all.left() {
			break
		}
	}
	return facts
}

// speakers are the documents that say facts of each node.
type speakers struct{ start, document []uint32 }

func (s *Snapshot) speakers() (all speakers) {
	var nodes, documents []uint32
	for d := range uint32(len(s.documentID)) {
		s.eachSubject(d, func(n uint32, _ uint64) { nodes, documents = append(nodes, n), append(documents, d) })
	}
	start, list := GroupRows(len(nodes), s.Len(), func(row int) uint32 { return nodes[row] })
	for i, row := range list {
		list[i] = documents[row]
	}
	return speakers{start, list}
}
