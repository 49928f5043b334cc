package graph

import (
	"bufio"
	"io"
	"slices"
	"strconv"
	"strings"
)

// DefaultBase is what un: is expanded to where no option says otherwise, and
// VocabularyBase the namespace of relations, properties and qualifiers.
const (
	DefaultBase    = "https://mandategraph.example/id/"
	VocabularyBase = "https://mandategraph.example/vocabulary#"
)

// ExportOptions say what is exported and how it is named.
type ExportOptions struct {
	// Base is what the ids of entities are appended to in formats that need
	// IRIs; empty means [DefaultBase].
	Base string
	// Only selects a part of the snapshot: the facts about its nodes, and its
	// edges with their ends. Nil means everything.
	Only *Neighbourhood
}

// A Format is a file format that a snapshot can be written in.
type Format struct {
	// Name is what the command line and the web address call it.
	Name string
	// Extension is that of a file, with its dot.
	Extension  string
	MediaType  string
	Definition string
	// Write writes a snapshot, the same bytes for the same snapshot. It returns
	// the error of the writer, or names what the format cannot hold.
	Write func(io.Writer, *Snapshot, ExportOptions) error
}

// Formats in the order in which documentation lists them.
var Formats = []Format{
	{"csv", ".csv", "text/csv; charset=utf-8; header=present", "One statement a row, with its evidence and qualifiers (RFC 4180, lines end in LF).", buffered(writeCSV)},
	{"nquads", ".nq", "application/n-quads", "Every fact and statement with its provenance as label (W3C RDF 1.1 N-Quads); without the source text.", buffered(writeNQuads)},
	{"jsonl", ".jsonl", "application/jsonl", "Complete, source text included: one JSON object a line, which loading reads back.", buffered(writeJSONLines)},
	{"graphml", ".graphml", "application/graphml+xml", "Entities and statements with their attributes (GraphML 1.0), for programs that draw and measure graphs.", buffered(writeGraphML)},
	{"cytoscape", ".json", "application/json", "Entities and statements as elements of Cytoscape.js.", buffered(writeCytoscape)},
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
// pieces.
func buffered(write func(*bufio.Writer, *Snapshot, ExportOptions) error) func(io.Writer, *Snapshot, ExportOptions) error {
	return func(w io.Writer, s *Snapshot, o ExportOptions) error {
		b := bufio.NewWriterSize(w, 1<<16)
		if err := write(b, s, o); err != nil {
			return err
		}
		return b.Flush()
	}
}

// base is the namespace of entities.
func (o ExportOptions) base() string {
	if o.Base == "" {
		return DefaultBase
	}
	return o.Base
}

// nodes and edges are what the options select, sorted. The ends of an edge are
// selected with it: no format can draw an edge into nothing.
func (o ExportOptions) nodes(s *Snapshot) []Node {
	var list []Node
	if o.Only == nil {
		for n := range Node(s.Len()) {
			list = append(list, n)
		}
		return list
	}
	list = slices.Clone(o.Only.Nodes)
	for _, e := range o.Only.Edges {
		source, target := s.Ends(e)
		list = append(list, source)
		if target != NoNode {
			list = append(list, target)
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// chosenEdges is edges as a set; all says that nothing is left out.
func (o ExportOptions) chosenEdges() (chosen map[Edge]bool, all bool) {
	if o.Only == nil {
		return nil, true
	}
	chosen = make(map[Edge]bool, len(o.Only.Edges))
	for _, e := range o.Only.Edges {
		chosen[e] = true
	}
	return chosen, false
}

func (o ExportOptions) edges(s *Snapshot) []Edge {
	if o.Only == nil {
		list := make([]Edge, s.Edges())
		for i := range list {
			list[i] = Edge(i)
		}
		return list
	}
	list := slices.Clone(o.Only.Edges)
	slices.Sort(list)
	return slices.Compact(list)
}

// documents are what each document contributes to the selection, in the order
// of their ids. One that contributes nothing to a selected part is left out.
func (o ExportOptions) documents(s *Snapshot) []Document {
	ids := s.Documents()
	if _, ok := s.Document(ReferenceData); ok {
		ids = append(ids, ReferenceData)
		slices.Sort(ids)
	}
	subjects, statements := map[string]bool{}, map[string]bool{}
	if o.Only != nil {
		for _, n := range o.nodes(s) {
			subjects[s.ID(n)] = true
		}
		for _, e := range o.Only.Edges {
			statements[s.Statement(e).Node()] = true
		}
	}
	var list []Document
	for _, id := range ids {
		d, _ := s.Document(id)
		if o.Only != nil {
			d = d.part(subjects, statements)
			if len(d.Facts)+len(d.Statements) == 0 {
				continue
			}
		}
		list = append(list, d)
	}
	return list
}

// part keeps the facts about some entities and some statements.
func (d Document) part(subjects, statements map[string]bool) Document {
	p := Document{ID: d.ID, Source: d.Source}
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
	for _, q := range Qualifiers {
		if !slices.Contains(edgeColumns, q.Name) {
			names = append(names, q.Name)
		}
	}
	return names
}()

// columns are all attributes of a statement, empty ones included.
func (s Statement) columns() []attribute {
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

// nodeProperties are the properties that formats for drawing graphs show: all
// but those that only say how a source was read.
var nodeProperties = func() []string {
	var names []string
	for _, p := range Properties {
		if p.Name != "kind" && p.Name != "furniture" && p.Name != "diagnostic" {
			names = append(names, p.Name)
		}
	}
	return names
}()

// attributes are an entity's kind, what to write beside it, and its properties;
// several values of one property are joined, as those formats know no lists.
func (s *Snapshot) attributes(n Node) []attribute {
	caption := s.Title(n)
	if caption == "" {
		caption = s.ID(n)
	}
	list := []attribute{{"kind", s.Kind(n)}, {"caption", caption}}
	for _, name := range nodeProperties {
		list = append(list, attribute{name, strings.Join(s.Values(n, name), "; ")})
	}
	return list
}

// literalNode is the id of a node that stands for a target that is text, in
// formats whose edges join nodes only.
func literalNode(st Statement) string { return st.Node() + "/literal" }
