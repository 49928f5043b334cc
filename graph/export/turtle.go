package export

import (
	"bufio"
	"slices"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/snapshot"
)

// writeTriG writes RDF 1.1 TriG (W3C Recommendation, 25 February 2014): one
// graph for each document, one for each statement, named by its statement
// node, and in the default graph how the terms specialize public ontologies.
func writeTriG(w *bufio.Writer, s *snapshot.Snapshot, o Options) error {
	return writeTurtleFamily(w, s, o, func(t *turtle, d graph.Document) {
		graphs := map[string][]rdfQuad{}
		for _, q := range append(t.document(d), t.types(d)...) {
			graphs[q.label] = append(graphs[q.label], q)
		}
		names := []string{t.entity(d.ID)}
		for _, st := range d.Statements {
			names = append(names, t.entity(st.Node()))
		}
		for _, name := range names {
			t.text("\n" + t.iri(name) + " {\n")
			t.triples(graphs[name])
			t.text("}\n")
		}
	})
}

// writeTurtle writes RDF 1.1 Turtle (W3C Recommendation, 25 February 2014).
// Turtle has no graphs: a statement is one triple, and its statement node
// repeats it as rdf:subject, rdf:predicate and rdf:object, so that evidence and
// qualifiers keep their place. Which document states a fact is lost.
func writeTurtle(w *bufio.Writer, s *snapshot.Snapshot, o Options) error {
	return writeTurtleFamily(w, s, o, func(t *turtle, d graph.Document) {
		quads := append(t.document(d), t.types(d)...)
		for _, st := range d.Statements {
			node, label := t.entity(st.Node()), t.entity(d.ID)
			quads = append(quads,
				rdfQuad{node, typeTerm, rdfTerm{iri: publicTerm("rdf:Statement")}, label},
				rdfQuad{node, publicTerm("rdf:subject"), rdfTerm{iri: t.entity(st.Subject)}, label},
				rdfQuad{node, publicTerm("rdf:predicate"), rdfTerm{iri: vocabularyTerm(st.Relation)}, label},
				rdfQuad{node, publicTerm("rdf:object"), t.object(st), label})
		}
		for i := range quads {
			quads[i].label = ""
		}
		t.text("\n")
		t.triples(quads)
	})
}

// writeTurtleFamily writes the head and the mapping, then each document.
func writeTurtleFamily(w *bufio.Writer, s *snapshot.Snapshot, o Options, document func(*turtle, graph.Document)) error {
	r, err := newRDFWriter(o)
	if err != nil {
		return err
	}
	t := &turtle{rdfWriter: r, w: w}
	if isHierarchical(t.base) {
		t.text("@base <" + t.base + "> .\n")
	}
	t.text("@prefix v: <" + VocabularyBase + "> .\n")
	for _, n := range namespaces {
		t.text("@prefix " + n.prefix + ": <" + n.iri + "> .\n")
	}
	t.text("\n")
	documents := o.documents(s)
	t.triples(t.mapping(documents))
	for d := range documents {
		document(t, d)
	}
	return w.Flush()
}

// turtle leaves errors to the buffer, which keeps the first one until Flush.
type turtle struct {
	rdfWriter
	w *bufio.Writer
}

func (t *turtle) text(text string) { _, _ = t.w.WriteString(text) }

// triples writes what is said of one subject together.
func (t *turtle) triples(quads []rdfQuad) {
	quads = sortQuads(quads)
	for i, q := range quads {
		switch {
		case i == 0 || quads[i-1].subject != q.subject:
			t.text(t.iri(q.subject) + "\n  " + t.predicate(q.predicate))
		case quads[i-1].predicate != q.predicate:
			t.text(" ;\n  " + t.predicate(q.predicate))
		default:
			t.text(",")
		}
		t.text(" " + t.term(q.object))
		if i+1 == len(quads) || quads[i+1].subject != q.subject {
			t.text(" .\n")
		}
	}
}

func (t *turtle) predicate(iri string) string {
	if iri == typeTerm {
		return "a"
	}
	return t.iri(iri)
}

func (t *turtle) term(term rdfTerm) string {
	if term.iri != "" {
		return t.iri(term.iri)
	}
	if term.datatype != "" {
		return rdfTerm{text: term.text}.absolute() + "^^" + t.iri(term.datatype)
	}
	return term.absolute()
}

// iri writes an IRI in its shortest form: a term by its prefix, an entity
// relative to the base.
func (t *turtle) iri(iri string) string {
	if name, ok := prefixed(iri); ok {
		return name
	}
	return "<" + relative(t.base, iri) + ">"
}

// prefixed is the prefixed name of a vocabulary's term. Names of terms are
// letters, digits and underscores.
func prefixed(iri string) (string, bool) {
	for _, n := range slices.Concat([]struct{ prefix, iri string }{{"v", VocabularyBase}}, namespaces) {
		if local, ok := strings.CutPrefix(iri, n.iri); ok && local != "" && !strings.ContainsFunc(local, notInName) {
			return n.prefix + ":" + local, true
		}
	}
	return "", false
}

func notInName(r rune) bool {
	return r != '_' && (r < '0' || r > '9') && (r < 'A' || r > 'Z') && (r < 'a' || r > 'z')
}

// isHierarchical reports whether relative references to a base are the base
// with the reference appended (RFC 3986, section 5.2).
func isHierarchical(base string) bool {
	_, path, ok := strings.Cut(base, "://")
	return ok && strings.HasSuffix(path, "/") && !strings.ContainsAny(path, "?")
}

// relative is a reference that resolves to iri against base, or iri itself
// where none is sure to: a colon may end a scheme or prefix, and dots and empty
// segments would be resolved away.
func relative(base, iri string) string {
	reference, ok := strings.CutPrefix(iri, base)
	if !ok || !isHierarchical(base) {
		return iri
	}
	path, _, _ := strings.Cut(reference, "#")
	for _, segment := range strings.Split(path, "/") {
		if segment == "" || segment == "." || segment == ".." || strings.ContainsAny(segment, ":?@") {
			return iri
		}
	}
	return reference
}
