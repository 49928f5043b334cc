package store

import (
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"mandategraph/graph"
)

// Quads are those of a document as a store keeps them, in a fixed order: identity,
// text, statements with their evidence, paragraphs, facts; none is there twice.
// What follows from others is not said: see [ground]. The document must pass
// [graph.Document.Check] and be normalized.
func Quads(d *graph.Document) []quad.Quad {
	g := newGround(d.ID, d.Source, extentsOf(d.Facts), d.Statements)
	w := quadWriter{label: entityIRI(d.ID)}
	w.list = make([]quad.Quad, 0, 2+6*len(d.Statements)+3*len(g.extents))
	w.say(entityIRI(graph.StoreID), graph.HoldsTerm, w.label)
	w.say(w.label, graph.SourceTerm, termOf(graph.Text, d.Source))
	for i := range d.Statements {
		w.statement(&d.Statements[i], g)
	}
	for _, e := range g.extents {
		w.say(entityIRI(e.id), graph.ExtentTerm, quad.String(e.String()))
	}
	unlike(d.Facts, g.all(d.Facts), func(f graph.Fact) {
		w.say(entityIRI(f.Subject), f.Property, termOf(graph.PropertyRange[f.Property], f.Value))
	}, func(f graph.Fact) { w.withhold(entityIRI(f.Subject), f.Property) })
	return w.list
}

// A quadWriter lists the quads of a document.
type quadWriter struct {
	label quad.IRI
	list  []quad.Quad
}

// say adds one with the document's label.
func (w *quadWriter) say(subject quad.IRI, predicate string, object quad.Value) {
	q := quad.Quad{Subject: subject, Predicate: vocabularyIRI(predicate), Object: object, Label: w.label}
	w.list = append(w.list, q)
}

// withhold says that nothing is said of a property, although something follows.
func (w *quadWriter) withhold(subject quad.IRI, name string) {
	w.say(subject, graph.WithoutTerm, vocabularyIRI(name))
}

func (w *quadWriter) statement(s *graph.Statement, g *ground) {
	node, place := entityIRI(s.Node()), span{s.Evidence.Start, s.Evidence.End}
	w.list = append(w.list, quad.Quad{
		Subject: entityIRI(s.Subject), Predicate: vocabularyIRI(s.Relation), Object: objectTerm(s), Label: node,
	})
	w.say(node, graph.RangeTerm, quad.String(place.String()))
	w.unlessFollows(node, graph.ParagraphTerm, graph.Entity, s.Evidence.Paragraph, g.paragraph(place))
	w.unlessFollows(node, graph.QuoteTerm, graph.Text, s.Evidence.Quote, g.source.cut(place))
	for _, q := range graph.Qualifiers {
		value, said := s.Qualifiers[q.Name]
		switch follows := qualifierOf(s, q.Name); {
		case said && (value != follows || follows == ""):
			w.say(node, q.Name, termOf(q.Range, value))
		case !said && follows != "":
			w.withhold(node, q.Name)
		}
	}
}

// unlessFollows says a part of the evidence, where it is not what follows.
func (w *quadWriter) unlessFollows(node quad.IRI, name, kind, value, follows string) {
	switch {
	case value == follows:
	case value == "":
		w.withhold(node, name)
	default:
		w.say(node, name, termOf(kind, value))
	}
}

func objectTerm(s *graph.Statement) quad.Value {
	if graph.IsLiteral(*s) {
		return termOf(graph.Text, s.Object)
	}
	return entityIRI(s.Object)
}

// extentsOf are the paragraphs among sorted facts: what has one start and one end.
func extentsOf(facts []graph.Fact) (extents []extent) {
	for i := 0; i < len(facts); {
		next, id := i, facts[i].Subject
		var starts, ends []string
		for ; next < len(facts) && facts[next].Subject == id; next++ {
			switch facts[next].Property {
			case startProperty:
				starts = append(starts, facts[next].Value)
			case endProperty:
				ends = append(ends, facts[next].Value)
			}
		}
		if i = next; len(starts) != 1 || len(ends) != 1 {
			continue
		}
		if s, ok := spanOf(starts[0] + "," + ends[0]); ok {
			extents = append(extents, extent{s, id})
		}
	}
	return extents
}

// unlike compares sorted facts with sorted ones that follow, property by property
// of each subject: say is given those that differ, withhold the first of those that
// follow where there are none.
func unlike(facts, follow []graph.Fact, say, withhold func(graph.Fact)) {
	for len(facts)+len(follow) > 0 {
		have, due := group(facts), group(follow)
		switch c := compareGroups(have, due); {
		case c > 0:
			have = nil
			withhold(due[0])
		case c < 0:
			due = nil
			fallthrough
		case !slices.Equal(have, due):
			for _, f := range have {
				say(f)
			}
		}
		facts, follow = facts[len(have):], follow[len(due):]
	}
}

// group are the first facts that are of one property of one subject.
func group(facts []graph.Fact) []graph.Fact {
	n := 0
	for n < len(facts) && facts[n].Property == facts[0].Property && facts[n].Subject == facts[0].Subject {
		n++
	}
	return facts[:n]
}

// compareGroups orders them as sorted facts stand; none comes last.
func compareGroups(a, b []graph.Fact) int {
	if len(a) == 0 || len(b) == 0 {
		return len(b) - len(a)
	}
	if c := strings.Compare(a[0].Subject, b[0].Subject); c != 0 {
		return c
	}
	return strings.Compare(a[0].Property, b[0].Property)
}
