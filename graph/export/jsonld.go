package export

import (
	"bufio"
	"strconv"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/snapshot"
)

// writeJSONLD writes JSON-LD 1.1 (W3C Recommendation, 16 July 2020): the quads
// of N-Quads as named graphs, one object a line. The context gives relations,
// properties and qualifiers their plain names; the objects without a graph say
// of which terms of public ontologies they are specializations.
func writeJSONLD(w *bufio.Writer, s *snapshot.Snapshot, o Options) error {
	r, err := newRDFWriter(o)
	if err != nil {
		return err
	}
	l := linked{rdfWriter: r, list: jsonList{w: w}}
	l.list.head(`{"@context":`, l.context(), `,"@graph":[`)
	documents := o.documents(s)
	l.subjects("", l.mapping(documents))
	for d := range documents {
		graphs := map[string][]rdfQuad{}
		for _, q := range append(l.document(d), l.types(d)...) {
			graphs[q.label] = append(graphs[q.label], q)
		}
		l.subjects(l.entity(d.ID), graphs[l.entity(d.ID)])
		for _, st := range d.Statements {
			l.subjects(l.entity(st.Node()), graphs[l.entity(st.Node())])
		}
	}
	l.list.text("\n]}\n")
	return l.list.err
}

// linked writes objects of JSON-LD.
type linked struct {
	rdfWriter
	list jsonList
}

// context declares the prefixes, and which names have entities as values.
func (l linked) context() map[string]any {
	context := map[string]any{"@version": 1.1, "@vocab": VocabularyBase, "v": VocabularyBase}
	if isHierarchical(l.base) {
		context["@base"] = l.base
	}
	for _, n := range namespaces {
		context[n.prefix] = n.iri
	}
	entities := []string{graph.StatementTerm, graph.DocumentTerm, graph.ParagraphTerm}
	for _, rel := range graph.Relations {
		if !graph.IsLiteral(graph.Statement{Relation: rel.Name}) {
			entities = append(entities, rel.Name)
		}
	}
	for _, p := range graph.Properties {
		if p.Range == graph.Entity {
			entities = append(entities, p.Name)
		}
	}
	for _, q := range graph.Qualifiers {
		if q.Range == graph.Entity {
			entities = append(entities, q.Name)
		}
	}
	for _, name := range entities {
		context[name] = map[string]string{"@id": "v:" + name, "@type": "@id"}
	}
	return context
}

// subjects writes the objects of a graph: those of the default graph one by
// one, those of a named graph within it.
func (l *linked) subjects(name string, quads []rdfQuad) {
	quads = sortQuads(quads)
	var objects []any
	var object map[string]any
	for i, q := range quads {
		if i == 0 || quads[i-1].subject != q.subject {
			object = map[string]any{"@id": l.reference(q.subject)}
			objects = append(objects, object)
		}
		key, value := l.pair(q)
		switch old := object[key].(type) {
		case nil:
			object[key] = value
		case []any:
			object[key] = append(old, value)
		default:
			object[key] = []any{old, value}
		}
	}
	if name != "" {
		objects = []any{map[string]any{"@id": l.reference(name), "@graph": objects}}
	}
	for _, o := range objects {
		l.list.add(o)
	}
}

// pair is the name and value of a quad in its subject's object.
func (l *linked) pair(q rdfQuad) (string, any) {
	if q.predicate == typeTerm {
		return "@type", l.reference(q.object.iri)
	}
	key, own := strings.CutPrefix(q.predicate, VocabularyBase)
	if !own {
		key, _ = prefixed(q.predicate)
	}
	switch {
	case q.object.iri != "" && own && !isMoment(key):
		return key, l.reference(q.object.iri)
	case q.object.iri != "":
		return key, map[string]string{"@id": l.reference(q.object.iri)}
	case q.object.datatype == graph.XsdInteger:
		if n, err := strconv.Atoi(q.object.text); err == nil {
			return key, n
		}
	}
	if own && l.isEntity(key) || q.object.datatype != "" {
		value := map[string]string{"@value": q.object.text}
		if q.object.datatype != "" {
			value["@type"], _ = prefixed(q.object.datatype)
		}
		return key, value
	}
	return key, q.object.text
}

// isEntity reports whether plain text under a name would be read as an IRI.
func (l *linked) isEntity(name string) bool {
	return graph.PropertyRange[name] == graph.Entity || graph.QualifierRange[name] == graph.Entity
}

// isMoment reports whether values under a name are entities and dates.
func isMoment(name string) bool {
	return graph.PropertyRange[name] == graph.Moment || graph.QualifierRange[name] == graph.Moment
}

// reference is an IRI in its shortest form.
func (l *linked) reference(iri string) string {
	if name, ok := prefixed(iri); ok {
		return name
	}
	return relative(l.base, iri)
}
