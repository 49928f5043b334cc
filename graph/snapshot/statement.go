package snapshot

import (
	"slices"
	"strconv"
	"strings"

	"mandategraph/graph"
)

// Out and In list the statements of which a node is subject or object, in the
// order of [graph.Statement.Compare]; relations, where given, select. The caller
// must not change the statements.
func (s *Snapshot) Out(n Node, relations ...string) []Edge {
	if s.layered != nil {
		return s.layered.out(n, relations)
	}
	from, to := s.outgoing.of(uint32(n))
	edges := make([]Edge, 0, to-from)
	chosen := s.chosen(relations)
	for e := from; e < to; e++ {
		if chosen == nil || chosen[s.relation[e]] {
			edges = append(edges, Edge(e))
		}
	}
	return edges
}

func (s *Snapshot) In(n Node, relations ...string) []Edge {
	if s.layered != nil {
		return s.layered.in(n, relations)
	}
	from, to := s.incoming.of(uint32(n))
	all := numbers[Edge](s.inEdge[from:to])
	if len(relations) == 0 {
		return slices.Clone(all)
	}
	edges := make([]Edge, 0, len(all))
	chosen := s.chosen(relations)
	for _, e := range all {
		if chosen[s.relation[e]] {
			edges = append(edges, e)
		}
	}
	return edges
}

// chosen says of each relation of the snapshot whether it is among the given
// ones; nil means that all are.
func (s *Snapshot) chosen(relations []string) []bool {
	if len(relations) == 0 {
		return nil
	}
	chosen := make([]bool, len(s.relations))
	for _, name := range relations {
		if code, ok := s.relationCode[name]; ok {
			chosen[code] = true
		}
	}
	return chosen
}

// madeStatements bounds how many statements are kept as structures.
const madeStatements = 1 << 13

type madeStatement struct {
	edge      Edge
	statement graph.Statement
}

// Statement is the statement of an edge.
func (s *Snapshot) Statement(e Edge) *graph.Statement {
	if s.layered != nil {
		layer, number := s.layered.edge(e)
		return layer.Statement(number)
	}
	place := &s.made[int(e)%len(s.made)]
	if made := place.Load(); made != nil && made.edge == e {
		return &made.statement
	}
	made := &madeStatement{e, s.make(e)}
	place.Store(made)
	return &made.statement
}

func (s *Snapshot) make(e Edge) graph.Statement {
	r := s.said(uint32(e))
	st := graph.Statement{Subject: s.text(r.subject), Relation: s.Relation(e), Object: s.text(s.object[e]), Evidence: s.evidenceOf(&r)}
	if left := r.qualifiers.left(); left > 0 {
		st.Qualifiers = make(map[string]string, left)
	}
	for r.qualifiers.more() {
		st.Qualifiers[s.text(s.qualifiers[r.qualifiers.name])] = s.text(r.qualifiers.value)
	}
	return st
}

// Relation, Evidence and Qualifier read one part of a statement without making
// the whole; a qualifier that is not there is empty.
func (s *Snapshot) Relation(e Edge) string {
	if s.layered != nil {
		layer, number := s.layered.edge(e)
		return layer.Relation(number)
	}
	return s.relationName[s.relation[e]]
}

func (s *Snapshot) Evidence(e Edge) graph.Evidence {
	if s.layered != nil {
		layer, number := s.layered.edge(e)
		return layer.Evidence(number)
	}
	r := s.said(uint32(e))
	return s.evidenceOf(&r)
}

func (s *Snapshot) evidenceOf(r *said) graph.Evidence {
	return graph.Evidence{
		Document:  s.text(s.documentID[r.document]),
		Paragraph: s.text(r.paragraph),
		Start:     r.start,
		End:       r.end,
		Quote:     s.text(r.quote),
	}
}

func (s *Snapshot) Qualifier(e Edge, name string) string {
	if s.layered != nil {
		return s.layered.qualifier(e, name)
	}
	if code, ok := s.qualifierCode[name]; ok {
		for r := s.said(uint32(e)); r.qualifiers.more(); {
			if uint32(r.qualifiers.name) == code {
				return s.text(r.qualifiers.value)
			}
		}
	}
	return ""
}

// StatementNode is the id of the statement node of an edge, as
// [Statement.Node].
func (s *Snapshot) StatementNode(e Edge) string {
	if s.layered != nil {
		layer, number := s.layered.edge(e)
		return layer.StatementNode(number)
	}
	return s.text(s.documentID[s.said(uint32(e)).document]) + graph.StatementNode(s.hash[e])
}

// StatementByNode finds a statement by the id of its statement node.
func (s *Snapshot) StatementByNode(id string) (Edge, bool) {
	i := strings.LastIndex(id, graph.StatementMark)
	if i < 0 || len(id)-i-len(graph.StatementMark) != graph.StatementDigits {
		return 0, false
	}
	if s.layered != nil {
		return s.layered.statementByNode(id, id[:i])
	}
	hash, err := strconv.ParseUint(id[i+len(graph.StatementMark):], 16, 64)
	d, ok := s.findDocument(id[:i])
	if err != nil || !ok {
		return 0, false
	}
	for _, e := range s.edgesOf(uint32(d)) {
		if s.hash[e] == hash && graph.StatementNode(hash) == id[i:] {
			return e, true
		}
	}
	return 0, false
}

// Ends are the nodes that an edge joins; the target of a literal is [NoNode].
func (s *Snapshot) Ends(e Edge) (source, target Node) {
	if s.layered != nil {
		return s.layered.ends(e)
	}
	if s.literal[s.relation[e]] {
		return Node(s.subject(uint32(e))), NoNode
	}
	return Node(s.subject(uint32(e))), Node(s.object[e])
}
