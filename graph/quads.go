package graph

import (
	"fmt"
	"slices"

	"github.com/cayleygraph/quad"
)

var (
	propertyOfIRI = func() map[quad.IRI]bool {
		names := make(map[quad.IRI]bool, len(Properties))
		for _, p := range Properties {
			names[vocabularyIRI(p.Name)] = true
		}
		return names
	}()
)

// Quads are the document's quads in a fixed order: identity, text, statements
// with their evidence, facts; none is there twice. The document must pass
// [Document.Check] and be normalized.
func Quads(d *Document) []quad.Quad {
	label := entityIRI(d.ID)
	quads := make([]quad.Quad, 0, 2+len(d.Facts)+9*len(d.Statements))
	add := func(s quad.Value, predicate string, o, label quad.Value) {
		quads = append(quads, quad.Quad{Subject: s, Predicate: vocabularyIRI(predicate), Object: o, Label: label})
	}
	add(entityIRI(storeID), holdsTerm, label, label)
	add(label, sourceTerm, termOf(Text, d.Source), label)
	for _, s := range d.Statements {
		node := entityIRI(s.Node())
		add(label, statementTerm, node, label)
		add(entityIRI(s.Subject), s.Relation, objectTerm(s), node)
		add(node, documentTerm, label, label)
		add(node, startTerm, quad.Int(s.Evidence.Start), label)
		add(node, endTerm, quad.Int(s.Evidence.End), label)
		if s.Evidence.Paragraph != "" {
			add(node, paragraphTerm, entityIRI(s.Evidence.Paragraph), label)
		}
		if s.Evidence.Quote != "" {
			add(node, quoteTerm, termOf(Text, s.Evidence.Quote), label)
		}
		for _, q := range Qualifiers {
			if value, ok := s.Qualifiers[q.Name]; ok {
				add(node, q.Name, termOf(q.Range, value), label)
			}
		}
	}
	for _, f := range d.Facts {
		add(entityIRI(f.Subject), f.Property, termOf(propertyRange[f.Property], f.Value), label)
	}
	return quads
}

func objectTerm(s Statement) quad.Value {
	if isLiteral(s) {
		return termOf(Text, s.Object)
	}
	return entityIRI(s.Object)
}

// DocumentOf makes the document of that id from its quads, in any order. It
// undoes [Document.Quads]; a quad that has no place in the layout, or one that
// is missing, is an error.
func DocumentOf(id string, quads []quad.Quad) (Document, error) {
	r := documentReader{document: Document{ID: id}, label: entityIRI(id), statements: map[quad.Value]*Statement{}}
	// The list of statement nodes decides how every other quad is to be read.
	for _, q := range quads {
		if q.Label == r.label && q.Subject == r.label && q.Predicate == vocabularyIRI(statementTerm) {
			r.statements[q.Object] = &Statement{}
		}
	}
	for _, q := range quads {
		if err := r.read(q); err != nil {
			return Document{}, fmt.Errorf("document %s: %w in %v", id, err, q)
		}
	}
	for node, s := range r.statements {
		if entityIRI(s.Node()) != node {
			return Document{}, fmt.Errorf("document %s: statement %v is incomplete", id, node)
		}
		r.document.Statements = append(r.document.Statements, *s)
	}
	if !r.text {
		return Document{}, fmt.Errorf("document %s: its text is missing", id)
	}
	// Statements differ in what their node's hash covers, so this order is total.
	slices.SortFunc(r.document.Statements, Statement.Compare)
	slices.SortFunc(r.document.Facts, Fact.compare)
	return r.document, nil
}
