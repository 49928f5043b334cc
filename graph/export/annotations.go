package export

import (
	"bufio"
	"cmp"

	"mandategraph/graph"
	"mandategraph/graph/snapshot"
)

// annotationContext is the context of the W3C Web Annotation Vocabulary.
const annotationContext = "http://www.w3.org/ns/anno.jsonld"

// aroundQuote is how much text before and after the words helps to find them
// again, in code points.
const aroundQuote = 32

// writeAnnotations writes an AnnotationCollection of the W3C Web Annotation
// Data Model (Recommendation, 23 February 2017) with all annotations on its
// first page, one a line. The target of each is a range of a document, by
// position in code points and by quotation; its bodies are the statement, with
// its qualifiers, and the same in words.
func writeAnnotations(w *bufio.Writer, s *snapshot.Snapshot, o Options) error {
	r, err := newRDFWriter(o)
	if err != nil {
		return err
	}
	a := annotator{rdfWriter: r, snapshot: s, sources: map[string][]rune{}}
	edges := o.edges(s)
	l := jsonList{w: w}
	context := []any{annotationContext, map[string]string{"v": VocabularyBase, "rdf": rdfNamespace}}
	l.head(`{"@context":`, context, `,"id":"`+r.entity("annotations")+`","type":"AnnotationCollection","total":`)
	l.value(len(edges))
	l.text(`,"first":{"id":"` + r.entity("annotations/1") + `","type":"AnnotationPage","startIndex":0,"items":[`)
	for e := range eachOf(o, edges) {
		l.add(a.annotation(*s.Statement(e)))
	}
	l.text("\n]}}\n")
	return l.err
}

// annotator keeps the texts that it quotes from.
type annotator struct {
	rdfWriter
	snapshot *snapshot.Snapshot
	sources  map[string][]rune
}

func (a annotator) annotation(st graph.Statement) map[string]any {
	return map[string]any{
		"id": a.entity(st.Node() + "/annotation"), "type": "Annotation", "motivation": "linking",
		"body": []any{a.statement(st), map[string]string{"type": "TextualBody", "purpose": "describing", "format": "text/plain", "language": "en", "value": a.words(st)}},
		"target": map[string]any{"source": a.entity(st.Evidence.Document), "selector": []any{
			map[string]any{"type": "TextPositionSelector", "start": st.Evidence.Start, "end": st.Evidence.End},
			a.quotation(st.Evidence),
		}},
	}
}

// statement is the statement as RDF reification, with its qualifiers.
func (a annotator) statement(st graph.Statement) map[string]any {
	link := func(iri string) any { return map[string]string{"id": iri} }
	body := map[string]any{"id": a.entity(st.Node()), "type": "rdf:Statement",
		"rdf:subject": link(a.entity(st.Subject)), "rdf:predicate": link(vocabularyTerm(st.Relation)), "rdf:object": st.Object}
	if !graph.IsLiteral(st) {
		body["rdf:object"] = link(a.entity(st.Object))
	}
	if st.Evidence.Paragraph != "" {
		body["v:paragraph"] = link(a.entity(st.Evidence.Paragraph))
	}
	for name, value := range st.Qualifiers {
		body["v:"+name] = value
		if graph.RangeOf(graph.QualifierRange[name], value) == graph.Entity {
			body["v:"+name] = link(a.entity(value))
		}
	}
	return body
}

// words are the statement as a line of text.
func (a annotator) words(st graph.Statement) string {
	name := func(id string) string {
		if n, ok := a.snapshot.Lookup(id); ok && !(graph.IsLiteral(st) && id == st.Object) {
			return short(a.snapshot, n)
		}
		return id
	}
	return name(st.Subject) + " " + graph.Spaced(st.Relation) + " " + name(st.Object)
}

// quotation is the range as it stands in the source; where no source is at
// hand, the quote that the statement keeps.
func (a annotator) quotation(e graph.Evidence) map[string]string {
	source, known := a.sources[e.Document]
	if !known {
		d, _ := a.snapshot.Document(e.Document)
		source = []rune(d.Source)
		a.sources[e.Document] = source
	}
	selector := map[string]string{"type": "TextQuoteSelector", "exact": cmp.Or(e.Quote, " ")}
	if e.Start < e.End && e.End <= len(source) {
		selector["exact"] = string(source[e.Start:e.End])
		selector["prefix"] = string(source[max(0, e.Start-aroundQuote):e.Start])
		selector["suffix"] = string(source[e.End:min(len(source), e.End+aroundQuote)])
	}
	return selector
}
