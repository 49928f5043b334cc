package export

import (
	"fmt"
	"iter"
	"slices"
	"strconv"
	"strings"

	"mandategraph/graph"
)

// What the formats of RDF have in common: the quads of a document in the model
// of the quad store, with IRIs expanded. A statement is one quad labelled with
// its statement node; the node's evidence and qualifiers, the document's list
// of its nodes and the facts are labelled with the document.

const rdfNamespace = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"

// namespaces are the public vocabularies of which [Kinds], [Relations] and
// [Properties] name terms, by prefix.
var namespaces = []struct{ prefix, iri string }{
	{"akn", "http://docs.oasis-open.org/legaldocml/ns/akn/3.0#"},
	{"allot", "https://w3id.org/akn/ontology/allot/"},
	{"cito", "http://purl.org/spar/cito/"},
	{"dcterms", "http://purl.org/dc/terms/"},
	{"eli", "http://data.europa.eu/eli/ontology#"},
	{"oa", "http://www.w3.org/ns/oa#"},
	{"prov", "http://www.w3.org/ns/prov#"},
	{"rdf", rdfNamespace},
	{"rdfs", "http://www.w3.org/2000/01/rdf-schema#"},
	{"schema", "http://schema.org/"},
	{"skos", "http://www.w3.org/2004/02/skos/core#"},
	{"undo", "https://w3id.org/un/ontology/undo/"},
	{"xsd", graph.Xsd},
}

// An rdfTerm is the object of a quad: an IRI, or a literal of a datatype (empty
// for a plain string).
type rdfTerm struct {
	iri            string
	text, datatype string
}

// An rdfQuad has absolute IRIs without angle brackets.
type rdfQuad struct {
	subject, predicate string
	object             rdfTerm
	label              string
}

// rdfWriter makes quads under a base.
type rdfWriter struct{ base string }

func newRDFWriter(o Options) (rdfWriter, error) {
	r := rdfWriter{o.base()}
	if !isBase(r.base) {
		return r, fmt.Errorf("base %q: expected an absolute IRI without a fragment", o.Base)
	}
	return r, nil
}

// isBase reports whether ids can be appended to a text to make IRIs. Ids have
// fragments of their own, and an IRI has one at most.
func isBase(text string) bool {
	scheme, _, ok := strings.Cut(text, ":")
	return ok && scheme != "" && !strings.ContainsFunc(text, func(r rune) bool {
		return r == '#' || !graph.InIRI(r) && !strings.ContainsRune("%[]", r)
	})
}

// entity expands an id. What IRIs forbid is percent-encoded (RFC 3987).
func (r rdfWriter) entity(id string) string { return r.base + graph.EscapeID(id) }

func vocabularyTerm(name string) string { return VocabularyBase + graph.EscapeID(name) }

// document lists the quads of a document.
func (r rdfWriter) document(d graph.Document) []rdfQuad {
	label := r.entity(d.ID)
	var quads []rdfQuad
	add := func(subject, predicate string, object rdfTerm, label string) {
		quads = append(quads, rdfQuad{subject, vocabularyTerm(predicate), object, label})
	}
	for _, f := range d.Facts {
		add(r.entity(f.Subject), f.Property, r.value(graph.PropertyRange[f.Property], f.Value), label)
	}
	for _, st := range d.Statements {
		node, e := r.entity(st.Node()), st.Evidence
		add(r.entity(st.Subject), st.Relation, r.object(st), node)
		add(label, graph.StatementTerm, rdfTerm{iri: node}, label)
		add(node, graph.DocumentTerm, rdfTerm{iri: r.entity(e.Document)}, label)
		add(node, graph.StartTerm, r.value(graph.Integer, strconv.Itoa(e.Start)), label)
		add(node, graph.EndTerm, r.value(graph.Integer, strconv.Itoa(e.End)), label)
		if e.Paragraph != "" {
			add(node, graph.ParagraphTerm, rdfTerm{iri: r.entity(e.Paragraph)}, label)
		}
		if e.Quote != "" {
			add(node, graph.QuoteTerm, rdfTerm{text: e.Quote}, label)
		}
		for _, q := range graph.Qualifiers {
			if value, ok := st.Qualifiers[q.Name]; ok {
				add(node, q.Name, r.value(q.Range, value), label)
			}
		}
	}
	return quads
}

// object is what a statement points to.
func (r rdfWriter) object(st graph.Statement) rdfTerm {
	if graph.IsLiteral(st) {
		return rdfTerm{text: st.Object}
	}
	return rdfTerm{iri: r.entity(st.Object)}
}

// value makes a term of a value by its range; one that does not fit stays a
// plain literal, so that nothing printed is lost.
func (r rdfWriter) value(kind, value string) rdfTerm {
	switch graph.RangeOf(kind, value) {
	case graph.Entity:
		return rdfTerm{iri: r.entity(value)}
	case graph.Integer:
		if n, err := strconv.Atoi(value); err == nil && strconv.Itoa(n) == value {
			return rdfTerm{text: value, datatype: graph.XsdInteger}
		}
	case graph.Date:
		if datatype, ok := graph.DateType(value); ok {
			return rdfTerm{text: value, datatype: datatype}
		}
	}
	return rdfTerm{text: value}
}

// mapping says how the terms that a selection uses specialize those of public
// ontologies: classes of its entities, then relations and properties. Only
// these quads have no label: no document says them.
func (r rdfWriter) mapping(documents iter.Seq[graph.Document]) []rdfQuad {
	kinds, terms := map[string]bool{}, map[string]bool{}
	for d := range documents {
		for _, f := range d.Facts {
			terms[f.Property] = true
			kinds[f.Value] = kinds[f.Value] || f.Property == "kind"
		}
		for _, st := range d.Statements {
			terms[st.Relation] = true
		}
	}
	var quads []rdfQuad
	add := func(name, class, link, definition string, broader ...string) {
		subject := vocabularyTerm(name)
		quads = append(quads, rdfQuad{subject: subject, predicate: typeTerm, object: rdfTerm{iri: publicTerm(class)}},
			rdfQuad{subject: subject, predicate: publicTerm("rdfs:comment"), object: rdfTerm{text: definition}})
		for _, b := range broader {
			quads = append(quads, rdfQuad{subject: subject, predicate: publicTerm(link), object: rdfTerm{iri: b}})
		}
	}
	for _, k := range graph.Kinds {
		if kinds[k.Name] {
			add(k.Name, "rdfs:Class", "rdfs:subClassOf", k.Definition, publicTerm(k.Term))
		}
	}
	for _, l := range graph.Relations {
		if terms[l.Name] {
			add(l.Name, "rdf:Property", "rdfs:subPropertyOf", l.Definition, vocabularyTerm(l.Broader), publicTerm(l.Term))
		}
	}
	for _, p := range graph.Properties {
		// What a kind is called is text; its class is said with rdf:type.
		if terms[p.Name] && p.Name != "kind" {
			add(p.Name, "rdf:Property", "rdfs:subPropertyOf", p.Definition, publicTerm(p.Term))
		}
	}
	return quads
}

var typeTerm = publicTerm("rdf:type")

// publicTerm expands a prefixed name of a public ontology.
func publicTerm(name string) string {
	prefix, local, _ := strings.Cut(name, ":")
	for _, n := range namespaces {
		if n.prefix == prefix {
			return n.iri + local
		}
	}
	panic("no namespace for " + name) // the vocabulary is part of the program; a test expands all its terms
}

// types are the classes of a document's entities, for readers of RDF that know
// no kinds.
func (r rdfWriter) types(d graph.Document) []rdfQuad {
	var quads []rdfQuad
	for _, f := range d.Facts {
		if f.Property == "kind" && f.Value != "" {
			quads = append(quads, rdfQuad{r.entity(f.Subject), typeTerm, rdfTerm{iri: vocabularyTerm(f.Value)}, r.entity(d.ID)})
		}
	}
	return quads
}

// compare orders quads by subject, predicate and object.
func (q rdfQuad) compare(other rdfQuad) int {
	return slices.Compare([]string{q.subject, q.predicate, q.object.iri, q.object.text, q.object.datatype},
		[]string{other.subject, other.predicate, other.object.iri, other.object.text, other.object.datatype})
}

// sortQuads sorts quads and drops repetitions.
func sortQuads(quads []rdfQuad) []rdfQuad {
	slices.SortFunc(quads, rdfQuad.compare)
	return slices.Compact(quads)
}
