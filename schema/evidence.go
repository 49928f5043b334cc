package schema

import (
	"slices"
	"strings"

	"github.com/graphql-go/graphql"

	"mandategraph/graph"
	"mandategraph/graph/snapshot"
)

// A statement is an edge of the graph as a source of fields; far is the node
// at the end that the list shows, or [snapshot.NoNode] for a literal.
type statement struct {
	*view
	edge snapshot.Edge
	far  snapshot.Node
}

func (s statement) get() *graph.Statement { return s.Statement(s.edge) }

func (s statement) subject() string { n, _ := s.Ends(s.edge); return s.ID(n) }

// entityOf gives the entity at the far end.
func (s statement) entity() any { return s.at(s.far) }

func (v *view) at(n snapshot.Node) any {
	if n == snapshot.NoNode {
		return nil
	}
	return entity{v, n}
}

// statementOf finds the statement in an edge of a connection or in itself.
func statementOf(source any) statement {
	if e, ok := source.(connectionEdge); ok {
		return e.value.(statement)
	}
	return source.(statement)
}

func stated(get func(statement) any) resolver {
	return func(c call) (any, error) { return get(statementOf(c.source)), nil }
}

func statedText(get func(statement) string) func(source any) string {
	return func(source any) string { return get(statementOf(source)) }
}

func (b *builder) declareEvidence() {
	b.property = pair(b, "Property", "A property of an entity, as in the vocabulary.")
	b.qualifier = pair(b, "Qualifier", "A qualifier of a statement, as in the vocabulary.")
	b.statement = b.interfaceType("Statement", "One statement of a text with the words that prove it.", b.statementRows,
		func(p graphql.ResolveTypeParams) *graphql.Object { return b.link })
	evidence := []*graphql.Interface{b.statement}
	b.statements = b.connection(
		"Statement", "statements, in the order in which a reader of the texts meets them.", b.entity, b.statementRows,
		evidence, func(v any) any { return v.(statement).entity() },
	)
	b.literal = b.object("LiteralStatement", "A statement whose object is text.", evidence, b.statementRows)
	b.link = b.object("Link", "A statement between two entities.", evidence, b.statementRows)
}

// statementRows are the fields of everything that is a statement: its ends, its
// evidence and every qualifier of the vocabulary.
func (b *builder) statementRows() []field {
	rows := append(b.statedRows(), b.evidenceRows()...)
	for _, q := range graph.Qualifiers {
		rows = append(rows, b.qualifierRow(q))
	}
	return rows
}

// statedRows are what a statement says, and its id.
func (b *builder) statedRows() []field {
	return []field{
		{
			name: "statement", typ: required(graphql.ID), doc: "The id of the statement itself.",
			text: statedText(func(s statement) string { return s.StatementNode(s.edge) }),
		},
		{
			name: "source", typ: required(graphql.ID), doc: "The id of the subject.",
			text: statedText(func(s statement) string { return s.subject() }),
		},
		{
			name: "target", typ: graphql.ID, doc: "The id of the object; null where the object is text.",
			resolve: stated(func(s statement) any {
				_, n := s.Ends(s.edge)
				if n == snapshot.NoNode {
					return nil
				}
				return s.ID(n)
			}),
		},
		{name: "value", typ: graphql.String, doc: "The object where it is text.", resolve: stated(func(s statement) any {
			if _, n := s.Ends(s.edge); n != snapshot.NoNode {
				return nil
			}
			return s.get().Object
		})},
		{
			name: "sourceNode", typ: b.entity, doc: "The subject.",
			resolve: stated(func(s statement) any { n, _ := s.Ends(s.edge); return s.at(n) }),
		},
		{
			name: "targetNode", typ: b.entity, doc: "The object; null where it is text.",
			resolve: stated(func(s statement) any { _, n := s.Ends(s.edge); return s.at(n) }),
		},
		{
			name: "relation", typ: required(b.relationName), doc: "The relation, from subject to object.",
			text: statedText(func(s statement) string { return s.Relation(s.edge) }),
		},
	}
}

// evidenceRows are the words that prove a statement, and where they stand.
func (b *builder) evidenceRows() []field {
	return []field{
		{
			name: "quote", typ: graphql.String,
			doc:  "The words that prove the statement, without page furniture, footnotes and markup, single-spaced.",
			text: statedText(func(s statement) string { return s.Evidence(s.edge).Quote }),
		},
		{
			name: "start", typ: required(graphql.Int),
			doc:     "The first code point of the evidence in the document's source (RFC 5147).",
			resolve: stated(func(s statement) any { return s.Evidence(s.edge).Start }),
		},
		{
			name: "end", typ: required(graphql.Int), doc: "The code point after the last one of the evidence.",
			resolve: stated(func(s statement) any { return s.Evidence(s.edge).End }),
		},
		{
			name: "document", typ: graphql.ID, doc: "The id of the document that states it.",
			text: statedText(func(s statement) string { return s.Evidence(s.edge).Document }),
		},
		{
			name: "documentNode", typ: b.entity, doc: "The document that states it.",
			resolve: stated(func(s statement) any { return s.find(s.Evidence(s.edge).Document) }),
		},
		{
			name: "paragraph", typ: graphql.ID, doc: "The id of the paragraph that states it.",
			text: statedText(func(s statement) string { return s.Evidence(s.edge).Paragraph }),
		},
		{
			name: "paragraphNode", typ: b.entity, doc: "The paragraph that states it.",
			resolve: stated(func(s statement) any { return s.find(s.Evidence(s.edge).Paragraph) }),
		},
		{
			name: "locator", typ: graphql.String, doc: "The paragraph's id after '#', for example op5.a.",
			text: statedText(func(s statement) string { return s.Evidence(s.edge).Locator() }),
		},
		{
			name: "qualifiers", typ: listOf(b.qualifier), weight: inherit, doc: "Every qualifier of the statement, by name.",
			resolve: stated(func(s statement) any { return sortedPairs(s.get().Qualifiers) }),
		},
	}
}

// qualifierRow shows an entity as itself and every other value as printed.
func (b *builder) qualifierRow(q graph.Qualifier) field {
	row := field{name: q.Name, typ: b.leaf(q.Range), doc: q.Definition}
	if q.Range == graph.Entity {
		row.typ = b.entity
		row.resolve = stated(func(s statement) any { return s.find(s.Qualifier(s.edge, q.Name)) })
		return row
	}
	row.text = statedText(func(s statement) string { return s.Qualifier(s.edge, q.Name) })
	return row
}

// A namedValue is a property or qualifier in the form of the vocabulary.
type namedValue struct{ name, value string }

func pair(b *builder, name, doc string) *graphql.Object {
	return b.object(name, doc, nil, func() []field {
		return []field{
			{
				name: "name", typ: required(graphql.String), doc: "The name in the vocabulary.",
				resolve: of(func(v namedValue) any { return v.name }),
			},
			{
				name: "value", typ: required(graphql.String), doc: "The value; an id where it is an entity.",
				resolve: of(func(v namedValue) any { return v.value }),
			},
		}
	})
}

func sortedPairs(values map[string]string) []namedValue {
	list := make([]namedValue, 0, len(values))
	for name, value := range values {
		list = append(list, namedValue{name, value})
	}
	slices.SortFunc(list, func(a, b namedValue) int { return strings.Compare(a.name, b.name) })
	return list
}
