package graph

import (
	"bufio"
	"encoding/xml"
	"slices"
	"strings"
)

// writeGraphML writes GraphML 1.0 (the GraphML Working Group's specification):
// keys first, then nodes, then edges. Ids are those of the entities and
// statement nodes, unchanged, as programs show them; GraphML's own schema would
// like them without slashes.
func writeGraphML(w *bufio.Writer, s *Snapshot, o ExportOptions) error {
	g := graphML{w}
	g.text(xml.Header + `<graphml xmlns="http://graphml.graphdrawing.org/xmlns">` + "\n")
	for _, name := range slices.Concat([]string{"kind", "caption"}, nodeProperties) {
		g.key("node", name, propertyRange[name])
	}
	for _, name := range slices.Concat(edgeColumns, qualifierColumns) {
		if name == "source" || name == "target" {
			continue
		}
		kind := Text
		if name == startTerm || name == endTerm {
			kind = Integer
		}
		g.key("edge", name, kind)
	}
	g.text(`<graph id="mandategraph" edgedefault="directed">` + "\n")
	for _, n := range o.nodes(s) {
		g.node(s.ID(n), s.attributes(n))
	}
	edges := o.edges(s)
	for _, e := range edges {
		if st := s.Statement(e); isLiteral(*st) {
			g.node(literalNode(*st), []attribute{{"kind", Literal}, {"caption", st.Object}})
		}
	}
	for _, e := range edges {
		g.edge(*s.Statement(e))
	}
	g.text("</graph>\n</graphml>\n")
	return w.Flush()
}

// graphML leaves errors to the buffer, which keeps the first one until Flush.
type graphML struct{ w *bufio.Writer }

func (g graphML) text(parts ...string) {
	for _, part := range parts {
		_, _ = g.w.WriteString(part)
	}
}

// escaped writes text as XML; characters that XML 1.0 cannot hold become
// U+FFFD.
func (g graphML) escaped(text string) { _ = xml.EscapeText(g.w, []byte(text)) }

func (g graphML) key(of, name, kind string) {
	datatype := "string"
	if kind == Integer {
		datatype = "int"
	}
	g.text(`<key id="`, of, "-", name, `" for="`, of, `" attr.name="`, name, `" attr.type="`, datatype, "\"/>\n")
}

func (g graphML) node(id string, list []attribute) {
	g.text(`<node id="`)
	g.escaped(id)
	g.text(`">`)
	g.data("node", list)
	g.text("</node>\n")
}

func (g graphML) edge(st Statement) {
	target := st.Object
	if isLiteral(st) {
		target = literalNode(st)
	}
	g.text(`<edge id="`)
	g.escaped(st.Node())
	g.text(`" source="`)
	g.escaped(st.Subject)
	g.text(`" target="`)
	g.escaped(target)
	g.text(`">`)
	g.data("edge", slices.DeleteFunc(st.columns(), func(a attribute) bool { return a.name == "source" || a.name == "target" }))
	g.text("</edge>\n")
}

// data writes attributes that have a value. An integer property of which
// sources say several values is shown with the first, so that it stays one.
func (g graphML) data(of string, list []attribute) {
	for _, a := range list {
		if of == "node" && propertyRange[a.name] == Integer {
			a.value, _, _ = strings.Cut(a.value, "; ")
		}
		if a.value == "" {
			continue
		}
		g.text(`<data key="`, of, "-", a.name, `">`)
		g.escaped(a.value)
		g.text("</data>")
	}
}
