package store

import (
	"cmp"
	"slices"

	"github.com/cayleygraph/quad"

	"mandategraph/graph"
)

// documentReader puts a document together from its quads.
type documentReader struct {
	document   graph.Document
	label      quad.IRI
	statements map[quad.Value]*graph.Statement // by statement node
	text       bool                            // the source text was among the quads
}

func (r *documentReader) read(q quad.Quad) error {
	predicate, ok := nameOf(q.Predicate, graph.VocabularyPrefix)
	if !ok {
		return errMisplaced
	}
	if s := r.statements[q.Label]; s != nil {
		return readTriple(s, q, predicate)
	}
	if q.Label != r.label {
		return errMisplaced
	}
	if s := r.statements[q.Subject]; s != nil {
		return readSpelledEvidence(s, predicate, q.Object)
	}
	switch {
	case q.Subject == entityIRI(graph.StoreID) && predicate == graph.HoldsTerm:
		return nil
	case q.Subject == r.label && predicate == graph.StatementTerm:
		return nil
	case q.Subject == r.label && predicate == graph.SourceTerm:
		r.text = true
		var err error
		r.document.Source, err = textOf(q.Object)
		return err
	}
	return r.readFact(q, predicate)
}

// What the version before called otherwise.
var (
	propertiesBefore = map[string]string{"deadline": "dueText", "dueAt": "due", "condition": "conditionText"}
	qualifiersBefore = map[string]string{"deadline": "due", "status": "outcome"}
)

// fates are the values of status that say what became of a proposal.
var fates = []string{"discontinued", "withdrawn", "rejected", "deferred"}

func (r *documentReader) readFact(q quad.Quad, property string) error {
	value, err := textOf(q.Object)
	if property == "status" && slices.Contains(fates, value) {
		property = "outcome"
	}
	property = cmp.Or(propertiesBefore[property], property)
	subject, ok := nameOf(q.Subject, graph.EntityPrefix)
	if _, known := graph.PropertyRange[property]; !ok || !known {
		return errMisplaced
	}
	r.document.Facts = append(r.document.Facts, graph.Fact{Subject: subject, Property: property, Value: value})
	return err
}

func readSpelledEvidence(s *graph.Statement, predicate string, object quad.Value) error {
	value, err := textOf(object)
	if err != nil {
		return err
	}
	number, _ := object.(quad.Int)
	switch predicate {
	case graph.DocumentTerm:
		s.Evidence.Document = value
	case graph.ParagraphTerm:
		s.Evidence.Paragraph = value
	case graph.StartTerm:
		s.Evidence.Start = int(number)
	case graph.EndTerm:
		s.Evidence.End = int(number)
	case graph.QuoteTerm:
		s.Evidence.Quote = value
	default:
		predicate = cmp.Or(qualifiersBefore[predicate], predicate)
		if _, ok := graph.QualifierRange[predicate]; !ok {
			return errMisplaced
		}
		if s.Qualifiers == nil {
			s.Qualifiers = map[string]string{}
		}
		s.Qualifiers[predicate] = value
	}
	return nil
}
