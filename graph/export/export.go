package export

import (
	"bufio"
	"context"
	"io"
	"iter"
	"slices"
	"strconv"

	"mandategraph/graph"
	"mandategraph/graph/snapshot"
)

// DefaultBase is what un: is expanded to where no option says otherwise, and
// VocabularyBase the namespace of relations, properties and qualifiers.
const (
	DefaultBase    = "https://mandategraph.example/id/"
	VocabularyBase = "https://mandategraph.example/vocabulary#"
)

// Options say what is exported and how it is named.
type Options struct {
	// Base is what the ids of entities are appended to in formats that need
	// IRIs; empty means [DefaultBase].
	Base string
	// Only selects a part of the snapshot: the facts about its nodes, and its
	// edges with their ends. Nil means everything.
	Only *snapshot.Neighbourhood
	// SheetSafe says which cells of CSV are made safe for spreadsheets.
	SheetSafe SheetSafety

	*pace
}

// A pace looks at a context now and then. Where that has ended, what a format
// goes through seems to be at its end, and nothing is written any more.
type pace struct {
	ctx   context.Context
	steps int
	over  bool
}

// stopped counts a step and reports whether the context has ended, at which it
// looks every 64 steps.
func (p *pace) stopped() bool {
	if p.steps++; p.steps%64 == 0 {
		p.over = p.ctx.Err() != nil
	}
	return p.over
}

// eachOf goes through a list, until the context ends.
func eachOf[T any](o Options, list []T) iter.Seq[T] {
	return func(yield func(T) bool) {
		for _, v := range list {
			if o.stopped() || !yield(v) {
				return
			}
		}
	}
}

// A Format is a file format that a snapshot can be written in.
type Format struct {
	// Name is what the command line and the web address call it.
	Name string
	// Extension is that of a file, with its dot.
	Extension  string
	MediaType  string
	Definition string
	// Entities says that it holds entities and no statements.
	Entities bool
	// Write writes a snapshot, the same bytes for the same snapshot. It returns
	// the error of the writer or of the context, after which what was written is
	// not whole, or names what the format cannot hold.
	Write func(context.Context, io.Writer, *snapshot.Snapshot, Options) error
}

// Formats in the order in which documentation lists them.
var Formats = []Format{
	{"csv", ".csv", "text/csv; charset=utf-8; header=present", "One statement a row, with its evidence and qualifiers (RFC 4180, lines end in LF).", false, buffered(writeCSV)},
	{"nquads", ".nq", "application/n-quads", "Every fact and statement with its provenance as label (W3C RDF 1.1 N-Quads); without the source text.", false, buffered(writeNQuads)},
	{"jsonl", ".jsonl", "application/jsonl", "Complete, source text included: one JSON object a line, which loading reads back.", false, buffered(writeJSONLines)},
	{"trig", ".trig", "application/trig", "The same as named graphs, to be read by eye (W3C RDF 1.1 TriG), with the mapping to public ontologies.", false, buffered(writeTriG)},
	{"turtle", ".ttl", "text/turtle; charset=utf-8", "The same without graphs (W3C RDF 1.1 Turtle): a statement is a triple and an rdf:Statement with its evidence.", false, buffered(writeTurtle)},
	{"jsonld", ".jsonld", "application/ld+json", "The same as named graphs in JSON-LD 1.1, with the mapping to public ontologies.", false, buffered(writeJSONLD)},
	{"annotations", ".jsonld", `application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"`, "One W3C Web Annotation a statement: its words in the document as target, what they state as body.", false, buffered(writeAnnotations)},
	{"ndjson", ".ndjson", "application/x-ndjson", "One statement a line as a JSON object: the columns of csv that have a value.", false, buffered(writeNDJSON)},
	{"ndjson-nodes", ".ndjson", "application/x-ndjson", "One entity a line as a JSON object: the columns of csv-nodes that have a value, its date, and whether it is loaded.", true, buffered(writeNodeNDJSON)},
	{"csv-nodes", ".csv", "text/csv; charset=utf-8; header=present", "One entity a row, with its properties: the other half of csv.", true, buffered(writeNodeCSV)},
	{"csv-mandates", ".csv", "text/csv; charset=utf-8; header=present", "The register of mandates: one row for each duty and each of whom it is asked.", false, buffered(writeRegister)},
	{"xlsx-mandates", ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "The same register as a workbook.", false, buffered(writeRegisterSheet)},
	{"graphml", ".graphml", "application/graphml+xml", "Entities and statements with their attributes, dates and weights (GraphML 1.0), up to 10,000 entities with the places of a drawing on a time axis.", false, buffered(writeGraphML)},
	{"annotated", ".txt", "text/plain; charset=utf-8", "The source text with everything that was found in it drawn under its lines, for a person to check.", false, buffered(writeAnnotated)},
	{"gexf", ".gexf", "application/gexf+xml", "The same as a graph in time (GEXF 1.2draft), for networkx, Gephi and its timeline.", false, buffered(writeGEXF)},
	{"gexf13", ".gexf", "application/gexf+xml", "The same in GEXF 1.3, by which Gephi keeps statements apart that join the same entities.", false, buffered(writeGEXF13)},
	{"cytoscape", ".json", "application/json", "Entities and statements as elements of Cytoscape.js, up to 10,000 of them with the places of a drawing on a time axis.", false, buffered(writeCytoscape)},
	{"nodelink", ".json", "application/json", "Entities and statements as the node-link JSON of D3 and networkx.", false, buffered(writeNodeLink)},
	{"dot", ".gv", "text/vnd.graphviz; charset=utf-8", "Entities and statements with their attributes in the DOT language of Graphviz.", false, buffered(writeDOT)},
	{"mermaid", ".mmd", "text/vnd.mermaid; charset=utf-8", "A Mermaid flowchart of names, relations and paragraphs, for a part that fits on a page.", false, buffered(writeMermaid)},
	{"bibtex", ".bib", "application/x-bibtex; charset=utf-8", "Acts and documents as entries of a bibliography.", true, buffered(writeBibTeX)},
	{"html", ".html", "text/html; charset=utf-8", "A report to read and print: acts in the order of time, each statement with its words. One file, no scripts.", false, buffered(writeHTML)},
}

// FormatByName finds a format; ok is false where there is none of that name.
func FormatByName(name string) (Format, bool) {
	i := slices.IndexFunc(Formats, func(f Format) bool { return f.Name == name })
	if i < 0 {
		return Format{}, false
	}
	return Formats[i], true
}

// buffered gives a writing function a buffer, so that it may write in small
// pieces, and a context.
func buffered(
	write func(*bufio.Writer, *snapshot.Snapshot, Options) error,
) func(context.Context, io.Writer, *snapshot.Snapshot, Options) error {
	return func(ctx context.Context, w io.Writer, s *snapshot.Snapshot, o Options) error {
		o.pace = &pace{ctx: ctx}
		b := bufio.NewWriterSize(untilDone{ctx, w}, 1<<16)
		err := write(b, s, o)
		switch {
		case ctx.Err() != nil:
			return ctx.Err()
		case err != nil:
			return err
		}
		return b.Flush()
	}
}

// untilDone writes nothing after the end of a context.
type untilDone struct {
	ctx context.Context
	to  io.Writer
}

func (w untilDone) Write(b []byte) (int, error) {
	if err := w.ctx.Err(); err != nil {
		return 0, err
	}
	return w.to.Write(b)
}

// base is the namespace of entities.
func (o Options) base() string {
	if o.Base == "" {
		return DefaultBase
	}
	return o.Base
}

// nodes and edges are what the options select, sorted. The ends of an edge are
// selected with it: no format can draw an edge into nothing.
func (o Options) nodes(s *snapshot.Snapshot) []snapshot.Node {
	var list []snapshot.Node
	if o.Only == nil {
		for n := range snapshot.Node(s.Len()) {
			list = append(list, n)
		}
		return list
	}
	list = slices.Clone(o.Only.Nodes)
	for _, e := range o.Only.Edges {
		source, target := s.Ends(e)
		list = append(list, source)
		if target != snapshot.NoNode {
			list = append(list, target)
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// chosenEdges is edges as a set; all says that nothing is left out.
func (o Options) chosenEdges() (chosen map[snapshot.Edge]bool, all bool) {
	if o.Only == nil {
		return nil, true
	}
	chosen = make(map[snapshot.Edge]bool, len(o.Only.Edges))
	for _, e := range o.Only.Edges {
		chosen[e] = true
	}
	return chosen, false
}

func (o Options) edges(s *snapshot.Snapshot) []snapshot.Edge {
	if o.Only == nil {
		list := make([]snapshot.Edge, s.Edges())
		for i := range list {
			list[i] = snapshot.Edge(i)
		}
		return list
	}
	list := slices.Clone(o.Only.Edges)
	slices.Sort(list)
	return slices.Compact(list)
}

// documents goes through what each document contributes to the selection, in the
// order of their ids. One that contributes nothing to a selected part is left out.
func (o Options) documents(s *snapshot.Snapshot) iter.Seq[graph.Document] {
	subjects, statements := map[string]bool{}, map[string]bool{}
	if o.Only != nil {
		for _, n := range o.nodes(s) {
			subjects[s.ID(n)] = true
		}
		for _, e := range o.Only.Edges {
			statements[s.Statement(e).Node()] = true
		}
	}
	return func(yield func(graph.Document) bool) {
		for _, id := range s.Sources() {
			d, _ := s.Document(id)
			if o.Only != nil {
				d = partOf(d, subjects, statements)
			}
			if o.ctx.Err() != nil {
				return
			}
			if (o.Only == nil || len(d.Facts)+len(d.Statements) > 0) && !yield(d) {
				return
			}
		}
	}
}

// part keeps the facts about some entities and some statements.
func partOf(d graph.Document, subjects, statements map[string]bool) graph.Document {
	p := graph.Document{ID: d.ID, Source: d.Source}
	for _, f := range d.Facts {
		if subjects[f.Subject] {
			p.Facts = append(p.Facts, f)
		}
	}
	for _, st := range d.Statements {
		if statements[st.Node()] {
			p.Statements = append(p.Statements, st)
		}
	}
	return p
}

// An attribute is one named value of a node or edge.
type attribute struct{ name, value string }

// edgeColumns are the attributes of a statement that come before its other
// qualifiers.
var edgeColumns = []string{"source", "relation", "target", "locator", "verb", "quote", "start", "end", "document", "paragraph"}

// qualifierColumns are the other qualifiers, in the order of the vocabulary.
var qualifierColumns = func() []string {
	var names []string
	for _, q := range graph.Qualifiers {
		if !slices.Contains(edgeColumns, q.Name) {
			names = append(names, q.Name)
		}
	}
	return names
}()

// columnsOf are all attributes of a statement, empty ones included.
func columnsOf(s graph.Statement) []attribute {
	e := s.Evidence
	values := []string{s.Subject, s.Relation, s.Object, e.Locator(), s.Qualifiers["verb"], e.Quote,
		strconv.Itoa(e.Start), strconv.Itoa(e.End), e.Document, e.Paragraph}
	list := make([]attribute, 0, len(edgeColumns)+len(qualifierColumns))
	for i, name := range edgeColumns {
		list = append(list, attribute{name, values[i]})
	}
	for _, name := range qualifierColumns {
		list = append(list, attribute{name, s.Qualifiers[name]})
	}
	return list
}
