package store

import (
	"fmt"
	"slices"

	"github.com/cayleygraph/quad"

	"mandategraph/graph"
)

var (
	propertyOfIRI = func() map[quad.IRI]bool {
		names := make(map[quad.IRI]bool, len(graph.Properties))
		for _, p := range graph.Properties {
			names[vocabularyIRI(p.Name)] = true
		}
		return names
	}()
)

// spelledOut are all quads of a document, also those that [Quads] leaves out, as
// stores before version 3 had them. Cayley's path language finds them in a
// snapshot.
func spelledOut(d *graph.Document) []quad.Quad {
	label := entityIRI(d.ID)
	quads := make([]quad.Quad, 0, 2+len(d.Facts)+9*len(d.Statements))
	add := func(s quad.Value, predicate string, o, label quad.Value) {
		quads = append(quads, quad.Quad{Subject: s, Predicate: vocabularyIRI(predicate), Object: o, Label: label})
	}
	add(entityIRI(graph.StoreID), graph.HoldsTerm, label, label)
	add(label, graph.SourceTerm, termOf(graph.Text, d.Source), label)
	for _, s := range d.Statements {
		node := entityIRI(s.Node())
		add(label, graph.StatementTerm, node, label)
		add(entityIRI(s.Subject), s.Relation, objectTerm(&s), node)
		add(node, graph.DocumentTerm, label, label)
		add(node, graph.StartTerm, quad.Int(s.Evidence.Start), label)
		add(node, graph.EndTerm, quad.Int(s.Evidence.End), label)
		if s.Evidence.Paragraph != "" {
			add(node, graph.ParagraphTerm, entityIRI(s.Evidence.Paragraph), label)
		}
		if s.Evidence.Quote != "" {
			add(node, graph.QuoteTerm, termOf(graph.Text, s.Evidence.Quote), label)
		}
		for _, q := range graph.Qualifiers {
			if value, ok := s.Qualifiers[q.Name]; ok {
				add(node, q.Name, termOf(q.Range, value), label)
			}
		}
	}
	for _, f := range d.Facts {
		add(entityIRI(f.Subject), f.Property, termOf(graph.PropertyRange[f.Property], f.Value), label)
	}
	return quads
}

// spelledDocument undoes [spelledOut], for stores of the version before. The quads
// may be in any order; one that has no place in the layout, or one that is missing,
// is an error.
func spelledDocument(id string, quads []quad.Quad) (graph.Document, error) {
	r := documentReader{document: graph.Document{ID: id}, label: entityIRI(id), statements: map[quad.Value]*graph.Statement{}}
	// The list of statement nodes decides how every other quad is to be read.
	for _, q := range quads {
		if q.Label == r.label && q.Subject == r.label && q.Predicate == vocabularyIRI(graph.StatementTerm) {
			r.statements[q.Object] = &graph.Statement{}
		}
	}
	for _, q := range quads {
		if err := r.read(q); err != nil {
			return graph.Document{}, fmt.Errorf("document %s is %w: %w in %v", id, ErrDamaged, err, q)
		}
	}
	for node, s := range r.statements {
		if entityIRI(s.Node()) != node {
			return graph.Document{}, fmt.Errorf("document %s is %w: statement %v is incomplete", id, ErrDamaged, node)
		}
		r.document.Statements = append(r.document.Statements, *s)
	}
	if !r.text {
		return graph.Document{}, fmt.Errorf("document %s is %w: its text is missing", id, ErrDamaged)
	}
	// Statements differ in what their node's hash covers, so this order is total.
	slices.SortFunc(r.document.Statements, graph.Statement.Compare)
	slices.SortFunc(r.document.Facts, graph.Fact.Compare)
	return r.document, nil
}
