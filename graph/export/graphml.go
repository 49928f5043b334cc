package export

import (
	"bufio"
	"encoding/xml"
	"slices"
	"strconv"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/snapshot"
)

// Attributes that GraphML has no elements for: where a node stands in a drawing on a
// time axis, the day from which a node or edge exists, and the weight of an edge.
var (
	placeColumns = []column{{"x", graph.Integer}, {"y", graph.Integer}, {"dated", graph.Text}}
	linkColumns  = []column{{"weight", graph.Integer}, {"dated", graph.Text}}
)

// writeGraphML writes GraphML 1.0 (the GraphML Working Group's specification):
// keys first, then nodes, then edges. Ids are those of the entities and
// statement nodes, unchanged, as programs show them; GraphML's own schema would
// like them without slashes.
func writeGraphML(w *bufio.Writer, s *snapshot.Snapshot, o Options) error {
	g := graphML{xmlWriter{w}}
	g.head("directed", slices.Concat(nodeColumns, placeColumns), slices.Concat(joinColumns, linkColumns))
	places := o.positions(s)
	eachNode(s, o, func(id string, list []attribute) {
		g.element("node", []attribute{{"id", id}})
		if n, ok := s.Lookup(id); ok {
			list = append(list, attribute{"dated", firstDay(s.Date(n))})
		}
		if at, ok := places[id]; ok {
			list = append(list, attribute{"x", strconv.Itoa(at.X)}, attribute{"y", strconv.Itoa(at.Y)})
		}
		g.data("node", list)
		g.text("</node>\n")
	})
	eachEdge(s, o, func(e joined) {
		g.element("edge", []attribute{{"id", e.id}, {"source", e.source}, {"target", e.target}})
		g.data("edge", append(e.attributes, attribute{"weight", "1"}, attribute{"dated", firstDay(since(s, *e.statement))}))
		g.text("</edge>\n")
	})
	g.text("</graph>\n</graphml>\n")
	return w.Flush()
}

// head begins a file with the keys of its attributes.
func (g graphML) head(edges string, ofNodes, ofEdges []column) {
	g.text(xml.Header, `<graphml xmlns="http://graphml.graphdrawing.org/xmlns">`, "\n")
	for _, c := range ofNodes {
		g.key("node", c)
	}
	for _, c := range ofEdges {
		g.key("edge", c)
	}
	g.text(`<graph id="mandategraph" edgedefault="`, edges, "\">\n")
}

// xmlWriter leaves errors to the buffer, which keeps the first one until Flush.
type xmlWriter struct{ w *bufio.Writer }

func (x xmlWriter) text(parts ...string) {
	for _, part := range parts {
		_, _ = x.w.WriteString(part)
	}
}

// escaped writes text as XML; characters that XML 1.0 cannot hold become
// U+FFFD.
func (x xmlWriter) escaped(text string) { _ = xml.EscapeText(x.w, []byte(text)) }

// element opens an element with those of its attributes that have a value.
func (x xmlWriter) element(name string, attributes []attribute) {
	x.text("<", name)
	for _, a := range attributes {
		if a.value != "" {
			x.text(" ", a.name, `="`)
			x.escaped(a.value)
			x.text(`"`)
		}
	}
	x.text(">")
}

type graphML struct{ xmlWriter }

func (g graphML) key(of string, c column) {
	datatype := "string"
	if c.kind == graph.Integer {
		datatype = "int"
	}
	g.text(`<key id="`, of, "-", c.name, `" for="`, of, `" attr.name="`, c.name, `" attr.type="`, datatype, "\"/>\n")
}

// data writes attributes that have a value.
func (g graphML) data(of string, list []attribute) {
	for _, a := range single(of, list) {
		g.text(`<data key="`, of, "-", a.name, `">`)
		g.escaped(a.value)
		g.text("</data>")
	}
}

// single keeps the attributes that have a value. An integer property of which
// sources say several values is shown with the first, so that it stays one.
func single(of string, list []attribute) []attribute {
	list = slices.DeleteFunc(slices.Clone(list), func(a attribute) bool { return a.value == "" })
	for i, a := range list {
		if of == "node" && graph.PropertyRange[a.name] == graph.Integer {
			list[i].value, _, _ = strings.Cut(a.value, "; ")
		}
	}
	return list
}
