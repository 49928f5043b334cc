package snapshot

import (
	"sync"
	"sync/atomic"

	"mandategraph/graph"
)

// A Snapshot is an immutable view of everything that a store holds. Every
// query reads a snapshot; a load makes a new one and swaps it in whole, so a
// reader never waits and never sees half a document.
//
// Nodes are numbered densely in the order of their ids, edges in the order of
// [graph.Statement.Compare]. All lies in arrays: see [columns].
type Snapshot struct {
	columns
	// layered is what the snapshot is made of where it has no arrays of its own.
	layered *overlay

	// What the arrays call by numbers, by name.
	property                          nameTable
	relationCode, qualifierCode, kind map[string]uint32
	// Of each relation: whether its objects are text, and whether it belongs in
	// a lineage.
	literal, lineage []bool
	relationName     []string
	// Names as JSON, those of qualifiers with the colon that follows.
	relationJSON, qualifierJSON []string

	// version is that of the store's content, where it was read from one.
	Revision Revision

	// made are the statements last asked for, each at its number modulo the
	// length: a reader asks for several parts of one statement in a row.
	made []atomic.Pointer[madeStatement]
	// scratch holds the marks of traversals for the next ones.
	scratch sync.Pool

	// derived are what other packages made of the snapshot and keep with it: see
	// [Snapshot.Derived].
	derived sync.Map
}

// Node is an entity's number in its snapshot.
type Node int32

// NoNode stands for a literal object.
const NoNode Node = -1

// An Edge is a statement's number in its snapshot.
type Edge int32

// New builds a snapshot of whole documents. Of two with the same
// identity the last one counts.
func New(documents []graph.Document) *Snapshot {
	b := newBuilder()
	last := make(map[string]int, len(documents))
	facts, edges := 0, 0
	for i := range documents {
		last[documents[i].ID] = i
		facts, edges = facts+len(documents[i].Facts), edges+len(documents[i].Statements)
	}
	b.reserve(facts, edges)
	for i := range documents {
		if last[documents[i].ID] == i {
			b.add(&documents[i])
		}
	}
	return b.snapshot()
}

// open makes what is found by name, over complete arrays.
func (c columns) open() *Snapshot {
	c.nodes = uint32(len(c.kindNode))
	s := &Snapshot{columns: c}
	s.property = newNameTable(c.names(c.properties))
	s.relationCode, s.qualifierCode, s.kind = c.names(c.relations), c.names(c.qualifiers), c.names(c.kinds)
	s.literal, s.lineage = make([]bool, len(c.relations)), make([]bool, len(c.relations))
	for code, name := range c.relations {
		r, known := graph.RelationByName(c.text(name))
		s.literal[code] = known && graph.IsLiteralRelation(r)
		s.lineage[code] = known && r.Lineage
		s.relationName = append(s.relationName, c.text(name))
		s.relationJSON = append(s.relationJSON, string(appendText(nil, c.text(name))))
	}
	for _, name := range c.qualifiers {
		s.qualifierJSON = append(s.qualifierJSON, string(appendText(nil, c.text(name)))+":")
	}
	s.made = make([]atomic.Pointer[madeStatement], min(max(len(c.object), 1), madeStatements))
	return s
}

// Len is the number of entities; Edges that of statements.
func (s *Snapshot) Len() int {
	if s.layered != nil {
		return int(s.layered.nodes.count)
	}
	return s.columns.Len()
}

func (s *Snapshot) Edges() int {
	if s.layered != nil {
		return int(s.layered.edges.count)
	}
	return len(s.object)
}

func (c *columns) Len() int { return int(c.nodes) }

// Lookup finds an entity by its id.
func (s *Snapshot) Lookup(id string) (Node, bool) {
	if s.layered != nil {
		return s.layered.lookup(id)
	}
	return s.columns.Lookup(id)
}

// ID and Kind of a node; the kind is a name of [graph.Kinds], or empty where no
// document says it.
func (s *Snapshot) ID(n Node) string {
	if s.layered != nil {
		return s.layered.id(n)
	}
	return s.text(uint32(n))
}

func (s *Snapshot) Kind(n Node) string { return s.Text(n, "kind") }

// Nodes lists the entities of a kind in the order of their ids. The caller
// must not change the list.
func (s *Snapshot) Nodes(kind string) []Node {
	if s.layered != nil {
		type key struct{ kind string }
		return s.Derived(key{kind}, func() any { return s.layered.nodesOf(kind) }).([]Node)
	}
	code, ok := s.kind[kind]
	if !ok {
		return nil
	}
	return numbers[Node](s.kindNode[s.kindStart[code]:s.kindStart[code+1]])
}

// factsOf goes through the facts of a node by property and value.
func (c *columns) factsOf(n uint32) pairs {
	return c.factShapes.pairs(c, c.factRows.of(n), n, n)
}

// firstFact is the first value of a property, without reading what stands
// before.
func (c *columns) firstFact(n, property uint32) (value uint32, ok bool) {
	row := c.factRows.of(n)
	shape := row.next()
	before := 0
	for at, end := c.factShapes.start[shape], c.factShapes.start[shape+1]; at < end; at++ {
		switch value = c.factShapes.value[at]; {
		case uint32(c.factShapes.name[at]) != property:
			if value == varies {
				before++
			}
		case value == varies:
			row.skip(before)
			return c.textOf(row.next(), n, n), true
		default:
			return value, true
		}
	}
	return 0, false
}

// Text is the first value of a property, or empty.
func (s *Snapshot) Text(n Node, property string) string {
	if s.layered != nil {
		return s.layered.text(n, property)
	}
	if code, ok := s.property.find(property); ok {
		if value, ok := s.firstFact(uint32(n), code); ok {
			return s.text(value)
		}
	}
	return ""
}

// Values are all values of a property, sorted.
func (s *Snapshot) Values(n Node, property string) []string {
	if s.layered != nil {
		return s.layered.values(n, property)
	}
	var values []string
	if code, ok := s.property.find(property); ok {
		for p := s.factsOf(uint32(n)); p.more(); {
			if uint32(p.name) == code {
				values = append(values, s.text(p.value))
			}
		}
	}
	return values
}

// Facts are all properties of an entity, sorted by property and value.
func (s *Snapshot) Facts(n Node) []graph.Fact {
	if s.layered != nil {
		return s.layered.factsOf(n)
	}
	var facts []graph.Fact
	id := s.ID(n)
	for p := s.factsOf(uint32(n)); p.more(); {
		facts = append(facts, graph.Fact{Subject: id, Property: s.text(s.properties[p.name]), Value: s.text(p.value)})
	}
	return facts
}

// Loaded reports whether an act's own text is in the store.
func (s *Snapshot) Loaded(n Node) bool { return s.Text(n, "inDocument") != "" }

// Title is the title of an entity's own text, else its name, else the most
// frequent title among its citations (the first in the alphabet among equals).
func (s *Snapshot) Title(n Node) string {
	if s.layered != nil {
		return s.layered.own(s, n, "citedTitle", "title", "name")
	}
	return s.own(n, s.citedTitleOf, s.citedTitle, "title", "name")
}

// Date is the date of adoption or of the event, else the most frequent date
// among the citations.
func (s *Snapshot) Date(n Node) string {
	if s.layered != nil {
		return s.layered.own(s, n, "citedDate", "adoptedOn", "date")
	}
	return s.own(n, s.citedDateOf, s.citedDate, "adoptedOn", "date")
}

// Derived is what make makes of the snapshot, made when first asked for and kept
// with it under a key, which is a type of the caller's own. An index of the full
// text is such a thing: most programs that read a snapshot never search it.
func (s *Snapshot) Derived(key any, make func() any) any {
	once, _ := s.derived.LoadOrStore(key, sync.OnceValue(make))
	return once.(func() any)()
}
