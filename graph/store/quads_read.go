package store

import (
	"errors"
	"fmt"
	"slices"

	"github.com/cayleygraph/quad"

	"mandategraph/graph"
)

var (
	errMisplaced = errors.New("unexpected quad")
	rangeIRI     = vocabularyIRI(graph.RangeTerm)
)

// DocumentOf makes the document of that id from its quads, in any order. It
// undoes [Quads]; a quad that has no place in the layout is an error, and so is a
// statement of which a part is missing.
func DocumentOf(id string, quads []quad.Quad) (graph.Document, error) {
	r := quadReader{label: entityIRI(id), statements: map[quad.Value]*saidStatement{}}
	r.document.ID = id
	// The ranges are the list of statement nodes, which decides how every other
	// quad is to be read.
	for _, q := range quads {
		if q.Label == r.label && q.Predicate == rangeIRI {
			r.statements[q.Subject] = &saidStatement{}
		}
	}
	for _, q := range quads {
		if err := r.read(q); err != nil {
			return graph.Document{}, fmt.Errorf("document %s is %w: %w in %v", id, ErrDamaged, err, q)
		}
	}
	if !r.text {
		return graph.Document{}, fmt.Errorf("document %s is %w: its text is missing", id, ErrDamaged)
	}
	statements := make([]*saidStatement, 0, len(r.statements))
	for node, s := range r.statements {
		s.Evidence.Document = id
		if entityIRI(s.Node()) != node {
			return graph.Document{}, fmt.Errorf("document %s is %w: statement %v is incomplete", id, ErrDamaged, node)
		}
		statements = append(statements, s)
	}
	r.finish(statements)
	return r.document, nil
}

// A quadReader puts a document together from its quads.
type quadReader struct {
	document   graph.Document
	label      quad.IRI
	statements map[quad.Value]*saidStatement // by statement node
	text       bool                          // the source text was among the quads
	extents    []extent
	withheld   []graph.Fact // without values
}

// A saidStatement is what the quads say of one.
type saidStatement struct {
	graph.Statement
	withheld []string
}

func (r *quadReader) read(q quad.Quad) error {
	predicate, ok := nameOf(q.Predicate, graph.VocabularyPrefix)
	if !ok {
		return errMisplaced
	}
	if s := r.statements[q.Label]; s != nil {
		return readTriple(&s.Statement, q, predicate)
	}
	if q.Label != r.label {
		return errMisplaced
	}
	if s := r.statements[q.Subject]; s != nil {
		return s.read(predicate, q.Object)
	}
	switch {
	case q.Subject == entityIRI(graph.StoreID) && predicate == graph.HoldsTerm:
		return nil
	case q.Subject == r.label && predicate == graph.SourceTerm:
		r.text = true
		var err error
		r.document.Source, err = textOf(q.Object)
		return err
	}
	return r.readFact(q, predicate)
}

func (r *quadReader) readFact(q quad.Quad, property string) error {
	subject, ok := nameOf(q.Subject, graph.EntityPrefix)
	if !ok {
		return errMisplaced
	}
	switch property {
	case graph.ExtentTerm:
		place, err := readSpan(q.Object)
		r.extents = append(r.extents, extent{place, subject})
		return err
	case graph.WithoutTerm:
		name, ok := nameOf(q.Object, graph.VocabularyPrefix)
		r.withheld = append(r.withheld, graph.Fact{Subject: subject, Property: name})
		if !ok {
			return errMisplaced
		}
		return nil
	}
	if _, known := graph.PropertyRange[property]; !known {
		return errMisplaced
	}
	value, err := textOf(q.Object)
	r.document.Facts = append(r.document.Facts, graph.Fact{Subject: subject, Property: property, Value: value})
	return err
}

func readSpan(v quad.Value) (span, error) {
	text, ok := v.(quad.String)
	place, read := spanOf(string(text))
	if !ok || !read {
		return place, errMisplaced
	}
	return place, nil
}

func readTriple(s *graph.Statement, q quad.Quad, relation string) error {
	subject, ok := nameOf(q.Subject, graph.EntityPrefix)
	if _, known := graph.RelationByName(relation); !ok || !known {
		return errMisplaced
	}
	s.Subject, s.Relation = subject, relation
	var err error
	s.Object, err = textOf(q.Object)
	return err
}

func (s *saidStatement) read(predicate string, object quad.Value) error {
	if predicate == graph.RangeTerm {
		place, err := readSpan(object)
		s.Evidence.Start, s.Evidence.End = place.start, place.end
		return err
	}
	if predicate == graph.WithoutTerm {
		name, ok := nameOf(object, graph.VocabularyPrefix)
		s.withheld = append(s.withheld, name)
		if !ok {
			return errMisplaced
		}
		return nil
	}
	value, err := textOf(object)
	if err != nil {
		return err
	}
	switch predicate {
	case graph.ParagraphTerm:
		s.Evidence.Paragraph = value
	case graph.QuoteTerm:
		s.Evidence.Quote = value
	default:
		if _, ok := graph.QualifierRange[predicate]; !ok {
			return errMisplaced
		}
		s.qualify(predicate, value)
	}
	return nil
}

func (s *saidStatement) qualify(name, value string) {
	if s.Qualifiers == nil {
		s.Qualifiers = map[string]string{}
	}
	s.Qualifiers[name] = value
}

// finish adds what follows from what was read.
func (r *quadReader) finish(statements []*saidStatement) {
	d := &r.document
	for _, s := range statements {
		d.Statements = append(d.Statements, s.Statement)
	}
	g := newGround(d.ID, d.Source, r.extents, d.Statements)
	for i, s := range statements {
		s.follow(g)
		d.Statements[i] = s.Statement
	}
	// Statements differ in what their node's hash covers, so this order is total.
	slices.SortFunc(d.Statements, graph.Statement.Compare)
	g.statements = d.Statements
	d.Facts = g.complete(d.Facts, r.withheld)
}

// follow adds what follows from the range and from other qualifiers.
func (s *saidStatement) follow(g *ground) {
	place := span{s.Evidence.Start, s.Evidence.End}
	if s.Evidence.Paragraph == "" && !slices.Contains(s.withheld, graph.ParagraphTerm) {
		s.Evidence.Paragraph = g.paragraph(place)
	}
	if s.Evidence.Quote == "" && !slices.Contains(s.withheld, graph.QuoteTerm) {
		s.Evidence.Quote = g.source.cut(place)
	}
	for _, name := range followingQualifiers {
		if _, said := s.Qualifiers[name]; said || slices.Contains(s.withheld, name) {
			continue
		}
		if value := qualifierOf(&s.Statement, name); value != "" {
			s.qualify(name, value)
		}
	}
}

// complete adds to the facts that are said those that follow and are not withheld,
// and sorts all.
func (g *ground) complete(said, withheld []graph.Fact) []graph.Fact {
	said, withheld = sortedFacts(said), sortedFacts(withheld)
	var kinds, others []graph.Fact
	for _, f := range said {
		if f.Property == kindProperty {
			kinds = append(kinds, f)
		} else {
			others = append(others, f)
		}
	}
	follow := append(g.facts(), g.inheritedHeadings(others, withheld)...)
	others = together(others, sortedFacts(follow), withheld)
	return sortedFacts(append(others, together(kinds, g.kinds(others), withheld)...))
}

// together are sorted facts that are said, and of other properties those that
// follow and are not withheld.
func together(said, follow, withheld []graph.Fact) (all []graph.Fact) {
	all = slices.Grow(all, len(said)+len(follow))
	for len(said)+len(follow) > 0 {
		have, due := group(said), group(follow)
		switch c := compareGroups(have, due); {
		case c > 0:
			have = nil
			for len(withheld) > 0 && compareGroups(withheld, due) < 0 { // none of these follows
				withheld = withheld[1:]
			}
			if len(withheld) == 0 || compareGroups(withheld, due) > 0 {
				all = append(all, due...)
			}
		case c < 0:
			due = nil
		}
		all = append(all, have...)
		said, follow = said[len(have):], follow[len(due):]
	}
	return all
}

// sortedFacts sorts a list and leaves out repetitions.
func sortedFacts(facts []graph.Fact) []graph.Fact {
	d := graph.Document{Facts: facts}
	d.Normalize()
	return d.Facts
}
