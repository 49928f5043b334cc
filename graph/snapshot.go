package graph

import (
	"slices"
	"strings"
	"sync"
)

// A Snapshot is an immutable view of everything that a store holds. Every
// query reads a snapshot; a load makes a new one and swaps it in whole, so a
// reader never waits and never sees half a document.
//
// Nodes are numbered densely in the order of their ids.
type Snapshot struct {
	ids    []string
	index  map[string]Node
	kinds  []string
	facts  [][]Fact // of each node, sorted by property and value
	out    [][]int32
	in     [][]int32
	edges  []Statement
	ends   []edgeEnds
	byKind map[string][]Node
	docs   map[string]Document
	byNode map[string]int32

	// The index of the full text is made when first asked for: most programs
	// that read a snapshot never search it.
	indexOnce sync.Once
	words     *textIndex
}

type edgeEnds struct{ source, target Node }

// Node is an entity's number in its snapshot.
type Node int32

// NoNode stands for a literal object.
const NoNode Node = -1

// An Edge is a statement's number in its snapshot.
type Edge int32

// NewSnapshot builds a snapshot of whole documents.
func NewSnapshot(documents []Document) *Snapshot {
	s := &Snapshot{index: map[string]Node{}, byKind: map[string][]Node{}, docs: map[string]Document{}, byNode: map[string]int32{}}
	for _, d := range documents {
		s.docs[d.ID] = d
		for _, f := range d.Facts {
			s.add(f.Subject)
		}
		for _, st := range d.Statements {
			s.add(st.Subject)
			if !isLiteral(st) {
				s.add(st.Object)
			}
			s.edges = append(s.edges, st)
		}
	}
	slices.Sort(s.ids)
	for i, id := range s.ids {
		s.index[id] = Node(i)
	}
	s.facts = make([][]Fact, len(s.ids))
	for _, d := range documents {
		for _, f := range d.Facts {
			n := s.index[f.Subject]
			s.facts[n] = append(s.facts[n], f)
		}
	}
	s.settle()
	return s
}

func (s *Snapshot) add(id string) {
	if _, ok := s.index[id]; !ok {
		s.index[id] = 0
		s.ids = append(s.ids, id)
	}
}

func isLiteral(st Statement) bool {
	r, ok := RelationByName(st.Relation)
	return ok && slices.Contains(r.To, Literal)
}

// settle sorts facts and edges and derives the adjacency.
func (s *Snapshot) settle() {
	s.kinds = make([]string, len(s.ids))
	for n := range s.facts {
		slices.SortFunc(s.facts[n], func(a, b Fact) int {
			if c := strings.Compare(a.Property, b.Property); c != 0 {
				return c
			}
			return strings.Compare(a.Value, b.Value)
		})
		s.facts[n] = slices.Compact(s.facts[n])
		s.kinds[n] = s.Text(Node(n), "kind")
		s.byKind[s.kinds[n]] = append(s.byKind[s.kinds[n]], Node(n))
	}
	slices.SortStableFunc(s.edges, Statement.Compare)
	s.out, s.in = make([][]int32, len(s.ids)), make([][]int32, len(s.ids))
	s.ends = make([]edgeEnds, len(s.edges))
	for i, st := range s.edges {
		e := edgeEnds{s.index[st.Subject], NoNode}
		s.out[e.source] = append(s.out[e.source], int32(i))
		if !isLiteral(st) {
			e.target = s.index[st.Object]
			s.in[e.target] = append(s.in[e.target], int32(i))
		}
		s.ends[i] = e
		s.byNode[st.Node()] = int32(i)
	}
}

// Len is the number of entities; Edges that of statements.
func (s *Snapshot) Len() int   { return len(s.ids) }
func (s *Snapshot) Edges() int { return len(s.edges) }

// Lookup finds an entity by its id.
func (s *Snapshot) Lookup(id string) (Node, bool) {
	n, ok := s.index[id]
	return n, ok
}

// ID and Kind of a node; the kind is a name of [Kinds], or empty where no
// document says it.
func (s *Snapshot) ID(n Node) string   { return s.ids[n] }
func (s *Snapshot) Kind(n Node) string { return s.kinds[n] }

// Nodes lists the entities of a kind in the order of their ids. The caller
// must not change the list.
func (s *Snapshot) Nodes(kind string) []Node { return s.byKind[kind] }

// Text is the first value of a property, or empty.
func (s *Snapshot) Text(n Node, property string) string {
	for _, f := range s.facts[n] {
		if f.Property == property {
			return f.Value
		}
	}
	return ""
}

// Values are all values of a property, sorted.
func (s *Snapshot) Values(n Node, property string) []string {
	var values []string
	for _, f := range s.facts[n] {
		if f.Property == property {
			values = append(values, f.Value)
		}
	}
	return values
}

// Facts are all properties of an entity. The caller must not change the list.
func (s *Snapshot) Facts(n Node) []Fact { return s.facts[n] }

// Out and In list the statements of which a node is subject or object, in the
// order of [Statement.Compare]; relations, where given, select. The caller
// must not change the statements.
func (s *Snapshot) Out(n Node, relations ...string) []Edge { return s.pick(s.out[n], relations) }
func (s *Snapshot) In(n Node, relations ...string) []Edge  { return s.pick(s.in[n], relations) }

func (s *Snapshot) pick(list []int32, relations []string) []Edge {
	edges := make([]Edge, 0, len(list))
	for _, i := range list {
		if len(relations) == 0 || slices.Contains(relations, s.edges[i].Relation) {
			edges = append(edges, Edge(i))
		}
	}
	return edges
}

// Statement is the statement of an edge.
func (s *Snapshot) Statement(e Edge) *Statement { return &s.edges[e] }

// StatementByNode finds a statement by the id of its statement node.
func (s *Snapshot) StatementByNode(id string) (Edge, bool) {
	e, ok := s.byNode[id]
	return Edge(e), ok
}

// Ends are the nodes that an edge joins; the target of a literal is [NoNode].
func (s *Snapshot) Ends(e Edge) (source, target Node) { return s.ends[e].source, s.ends[e].target }

// Document gives back what one document contributed.
func (s *Snapshot) Document(id string) (Document, bool) {
	d, ok := s.docs[id]
	return d, ok
}

// Documents lists the ids of all loaded documents, sorted, without
// [ReferenceData].
func (s *Snapshot) Documents() []string {
	var ids []string
	for id := range s.docs {
		if id != ReferenceData {
			ids = append(ids, id)
		}
	}
	slices.Sort(ids)
	return ids
}

// Loaded reports whether an act's own text is in the store.
func (s *Snapshot) Loaded(n Node) bool { return s.Text(n, "inDocument") != "" }

// Title is the title of an entity's own text, else its name, else the most
// frequent title among its citations (the first in the alphabet among equals).
func (s *Snapshot) Title(n Node) string {
	for _, property := range []string{"title", "name"} {
		if t := s.Text(n, property); t != "" {
			return t
		}
	}
	return s.mostCited(n, "citedTitle")
}

// Date is the date of adoption or of the event, else the most frequent date
// among the citations.
func (s *Snapshot) Date(n Node) string {
	for _, property := range []string{"adoptedOn", "date"} {
		if t := s.Text(n, property); t != "" {
			return t
		}
	}
	return s.mostCited(n, "citedDate")
}

func (s *Snapshot) mostCited(n Node, qualifier string) string {
	counts := map[string]int{}
	for _, i := range s.in[n] {
		if v := s.edges[i].Qualifiers[qualifier]; v != "" {
			counts[v]++
		}
	}
	best := ""
	for v, c := range counts {
		if c > counts[best] || c == counts[best] && v < best {
			best = v
		}
	}
	return best
}
