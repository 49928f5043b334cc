package graph

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/cayleygraph/quad"
)

// How a document lies in the quad store. D is the document's IRI, N a
// statement node, V the vocabulary term of that name; the last column is the
// label. Nothing is labelled twice, so what a document contributes is exactly
// what carries its label or that of one of its statement nodes.
//
//	un:store  V:holds         D              D    the identity
//	D         V:sourceText    "..."          D    the text as decoded
//	D         V:hasStatement  N              D    one for each statement
//	subject   V:<relation>    object         N    the statement
//	N         V:document      D              D    its evidence
//	N         V:paragraph     un:<paragraph> D
//	N         V:start, V:end  integer        D
//	N         V:quote         "..."          D
//	N         V:<qualifier>   value          D
//	subject   V:<property>    value          D    one for each fact
//
// un:store also has, under its own label, the version of this layout.
const (
	storeID       = "store"
	holdsTerm     = "holds"
	sourceTerm    = "sourceText"
	statementTerm = "hasStatement"
	versionTerm   = "version"

	documentTerm  = "document"
	paragraphTerm = "paragraph"
	startTerm     = "start"
	endTerm       = "end"
	quoteTerm     = "quote"
)

var (
	propertyRange = func() map[string]string {
		ranges := make(map[string]string, len(Properties))
		for _, p := range Properties {
			ranges[p.Name] = p.Range
		}
		return ranges
	}()
	propertyOfIRI = func() map[quad.IRI]bool {
		names := make(map[quad.IRI]bool, len(Properties))
		for _, p := range Properties {
			names[vocabularyIRI(p.Name)] = true
		}
		return names
	}()
	qualifierRange = func() map[string]string {
		ranges := make(map[string]string, len(Qualifiers))
		for _, q := range Qualifiers {
			ranges[q.Name] = q.Range
		}
		return ranges
	}()
)

// Check reports the first thing in the document that a store or an export
// could not keep: an empty or reserved id, a name that the vocabulary does not
// have, evidence of another document, text that is not UTF-8.
func (d *Document) Check() error {
	if d.ID == "" || d.ID == storeID {
		return fmt.Errorf("a document's identity cannot be %q", d.ID)
	}
	if !utf8.ValidString(d.ID) || !utf8.ValidString(d.Source) {
		return fmt.Errorf("document %q is not valid UTF-8", d.ID)
	}
	nodes := make(map[string]bool, len(d.Statements))
	for _, s := range d.Statements {
		if err := d.checkStatement(s); err != nil {
			return fmt.Errorf("document %s: statement %s %s %s: %w", d.ID, s.Subject, s.Relation, s.Object, err)
		}
		nodes[s.Node()] = true
	}
	for _, f := range d.Facts {
		kind, ok := propertyRange[f.Property]
		switch {
		case !ok:
			return fmt.Errorf("document %s: fact about %s: the vocabulary has no property %q", d.ID, f.Subject, f.Property)
		case f.Subject == "" || f.Subject == storeID || nodes[f.Subject]:
			return fmt.Errorf("document %s: a fact %s cannot be about %q", d.ID, f.Property, f.Subject)
		case kind == Entity && f.Value == "":
			return fmt.Errorf("document %s: fact about %s: %s is empty", d.ID, f.Subject, f.Property)
		case !utf8.ValidString(f.Subject) || !utf8.ValidString(f.Value):
			return fmt.Errorf("document %s: fact about %q: %s is not valid UTF-8", d.ID, f.Subject, f.Property)
		}
	}
	return nil
}

func (d *Document) checkStatement(s Statement) error {
	if _, ok := RelationByName(s.Relation); !ok {
		return fmt.Errorf("the vocabulary has no relation %q", s.Relation)
	}
	if s.Subject == "" || s.Subject == storeID || s.Object == "" {
		return fmt.Errorf("an end is missing or reserved")
	}
	if s.Evidence.Document != d.ID {
		return fmt.Errorf("its evidence is of document %q", s.Evidence.Document)
	}
	for _, text := range []string{s.Subject, s.Object, s.Evidence.Paragraph, s.Evidence.Quote} {
		if !utf8.ValidString(text) {
			return fmt.Errorf("%q is not valid UTF-8", text)
		}
	}
	for name, value := range s.Qualifiers {
		kind, ok := qualifierRange[name]
		if !ok {
			return fmt.Errorf("the vocabulary has no qualifier %q", name)
		}
		if kind == Entity && value == "" || !utf8.ValidString(value) {
			return fmt.Errorf("%s cannot be %q", name, value)
		}
	}
	return nil
}

// Quads are the document's quads in a fixed order: identity, text, statements
// with their evidence, facts; none is there twice. The document must pass
// [Document.Check] and be normalized.
func (d *Document) Quads() []quad.Quad {
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

func (f Fact) compare(g Fact) int {
	return cmp.Or(strings.Compare(f.Subject, g.Subject), strings.Compare(f.Property, g.Property), strings.Compare(f.Value, g.Value))
}
