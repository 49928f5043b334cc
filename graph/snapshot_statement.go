package graph

import (
	"slices"
	"strconv"
	"strings"
)

// Out and In list the statements of which a node is subject or object, in the
// order of [Statement.Compare]; relations, where given, select. The caller
// must not change the statements.
func (s *Snapshot) Out(n Node, relations ...string) []Edge {
	from, to := s.outStart[n], s.outStart[n+1]
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
	all := numbers[Edge](s.inEdge[s.inStart[n]:s.inStart[n+1]])
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
	statement Statement
}

// Statement is the statement of an edge.
func (s *Snapshot) Statement(e Edge) *Statement {
	place := &s.made[int(e)%len(s.made)]
	if made := place.Load(); made != nil && made.edge == e {
		return &made.statement
	}
	made := &madeStatement{e, s.make(e)}
	place.Store(made)
	return &made.statement
}

func (s *Snapshot) make(e Edge) Statement {
	st := Statement{Subject: s.text(s.source[e]), Relation: s.Relation(e), Object: s.text(s.object[e]), Evidence: s.Evidence(e)}
	from, to := s.qualifierStart[e], s.qualifierStart[e+1]
	if from < to {
		st.Qualifiers = make(map[string]string, to-from)
	}
	for ; from < to; from++ {
		st.Qualifiers[s.text(s.qualifiers[s.qualifierName[from]])] = s.text(s.qualifierValue[from])
	}
	return st
}

// Relation, Evidence and Qualifier read one part of a statement without making
// the whole; a qualifier that is not there is empty.
func (s *Snapshot) Relation(e Edge) string { return s.text(s.relations[s.relation[e]]) }

func (s *Snapshot) Evidence(e Edge) Evidence {
	return Evidence{Document: s.text(s.documentID[s.document[e]]), Paragraph: s.text(s.paragraph[e]),
		Start: int(int32(s.start[e])), End: int(int32(s.end[e])), Quote: s.text(s.quote[e])}
}

func (s *Snapshot) Qualifier(e Edge, name string) string {
	if code, ok := s.qualifierCode[name]; ok {
		for i := s.qualifierStart[e]; i < s.qualifierStart[e+1]; i++ {
			if uint32(s.qualifierName[i]) == code {
				return s.text(s.qualifierValue[i])
			}
		}
	}
	return ""
}

// StatementNode is the id of the statement node of an edge, as
// [Statement.Node].
func (s *Snapshot) StatementNode(e Edge) string {
	return s.text(s.documentID[s.document[e]]) + statementNode(s.hash[e])
}

// StatementByNode finds a statement by the id of its statement node.
func (s *Snapshot) StatementByNode(id string) (Edge, bool) {
	i := strings.LastIndex(id, statementMark)
	if i < 0 || len(id)-i-len(statementMark) != statementDigits {
		return 0, false
	}
	hash, err := strconv.ParseUint(id[i+len(statementMark):], 16, 64)
	d, ok := s.findDocument(id[:i])
	if err != nil || !ok {
		return 0, false
	}
	for _, e := range s.documentEdge[s.documentEdgeStart[d]:s.documentEdgeStart[d+1]] {
		if s.hash[e] == hash && statementNode(hash) == id[i:] {
			return Edge(e), true
		}
	}
	return 0, false
}

// Ends are the nodes that an edge joins; the target of a literal is [NoNode].
func (s *Snapshot) Ends(e Edge) (source, target Node) {
	if s.literal[s.relation[e]] {
		return Node(s.source[e]), NoNode
	}
	return Node(s.source[e]), Node(s.object[e])
}

// findDocument is the place of a document among all.
func (s *Snapshot) findDocument(id string) (int, bool) {
	return slices.BinarySearchFunc(s.documentID, id, func(text uint32, id string) int { return strings.Compare(s.text(text), id) })
}

// Document gives back what one document contributed, normalized.
func (s *Snapshot) Document(id string) (Document, bool) {
	place, ok := s.findDocument(id)
	if !ok {
		return Document{}, false
	}
	d := Document{ID: s.text(s.documentID[place]), Source: s.text(s.documentSource[place])}
	subject := 0
	for _, f := range s.documentFact[s.documentFactStart[place]:s.documentFactStart[place+1]] {
		if s.factStart[subject+1] <= f {
			// The last of the nodes that begin there: those before have no facts.
			rest, _ := slices.BinarySearch(s.factStart[subject+1:], f+1)
			subject += rest
		}
		d.Facts = append(d.Facts, s.fact(Node(subject), f))
	}
	for _, e := range s.documentEdge[s.documentEdgeStart[place]:s.documentEdgeStart[place+1]] {
		d.Statements = append(d.Statements, s.make(Edge(e)))
	}
	return d, true
}

// Documents lists the ids of all loaded documents, sorted, without
// [ReferenceData].
func (s *Snapshot) Documents() []string {
	var ids []string
	for _, text := range s.documentID {
		if id := s.text(text); id != ReferenceData {
			ids = append(ids, id)
		}
	}
	return ids
}

// DocumentEdges lists the statements of a document, in the order of
// [Statement.Compare]. The caller must not change the list.
func (s *Snapshot) DocumentEdges(id string) []Edge {
	place, ok := s.findDocument(id)
	if !ok {
		return nil
	}
	return numbers[Edge](s.documentEdge[s.documentEdgeStart[place]:s.documentEdgeStart[place+1]])
}
