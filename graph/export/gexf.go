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

// A gexfVersion is one of the two that programs read. networkx knows 1.2draft (as do
// Gephi, igraph and sigma); only 1.3 has kinds of edges, by which Gephi keeps parallel
// edges apart.
type gexfVersion struct {
	namespace, viz, number string
	kinds                  bool
}

var (
	gexf12 = gexfVersion{"http://www.gexf.net/1.2draft", "http://www.gexf.net/1.2draft/viz", "1.2", false}
	gexf13 = gexfVersion{"http://gexf.net/1.3", "http://gexf.net/1.3/viz", "1.3", true}
)

func writeGEXF(w *bufio.Writer, s *snapshot.Snapshot, o Options) error {
	return gexf12.write(w, s, o)
}

func writeGEXF13(w *bufio.Writer, s *snapshot.Snapshot, o Options) error {
	return gexf13.write(w, s, o)
}

// write writes GEXF (https://gexf.net), a dynamic graph by dates. An entity exists
// from its date on, a statement from that of the text that makes it; what has no date
// is always there. GEXF wants whole days: a date of which only the year or month is
// printed begins with its first day, and the attribute keeps what is printed. The
// label of a node is its short name, as acts of one series have one title. Places are
// those of a drawing on a time axis, y growing upwards as in Gephi.
func (v gexfVersion) write(w *bufio.Writer, s *snapshot.Snapshot, o Options) error {
	g := xmlWriter{w}
	g.gexfHead(v, "directed", ` mode="dynamic" timeformat="date"`)
	g.gexfColumns("node", nodeColumns)
	g.gexfColumns("edge", joinColumns)
	places := o.positions(s)
	g.text("<nodes>\n")
	eachNode(s, o, func(id string, list []attribute) {
		start, label := "", list[1].value
		if n, ok := s.Lookup(id); ok {
			start, label = firstDay(s.Date(n)), short(s, n)
		}
		g.element("node", []attribute{{"id", id}, {"label", label}, {"start", start}})
		g.gexfValues("node", list)
		if at, ok := places[id]; ok {
			g.element("viz:position", []attribute{{"x", strconv.Itoa(at.X)}, {"y", strconv.Itoa(-at.Y)}, {"z", "0"}})
			g.text("</viz:position>")
		}
		g.text("</node>\n")
	})
	g.text("</nodes>\n<edges>\n")
	eachEdge(s, o, func(e joined) {
		list := []attribute{{"id", e.id}, {"source", e.source}, {"target", e.target}, {"label", e.statement.Relation},
			{"weight", "1"}, {"start", firstDay(since(s, *e.statement))}}
		if v.kinds {
			list = append(list, attribute{"kind", e.statement.Relation})
		}
		g.element("edge", list)
		g.gexfValues("edge", e.attributes)
		g.text("</edge>\n")
	})
	g.text("</edges>\n</graph>\n</gexf>\n")
	return w.Flush()
}

// gexfHead begins a file; more are attributes of the graph.
func (x xmlWriter) gexfHead(v gexfVersion, edges, more string) {
	x.text(xml.Header, `<gexf xmlns="`, v.namespace, `" xmlns:viz="`, v.viz, `" version="`, v.number, "\">\n")
	x.text("<meta><creator>Mandate Graph</creator></meta>\n")
	x.text(`<graph defaultedgetype="`, edges, `"`, more, ">\n")
}

func (x xmlWriter) gexfColumns(class string, columns []column) {
	x.text(`<attributes class="`, class, "\">\n")
	for i, c := range columns {
		datatype := "string"
		if c.kind == graph.Integer {
			datatype = "integer"
		}
		x.text(`<attribute id="`, strconv.Itoa(i), `" title="`, c.name, `" type="`, datatype, "\"/>\n")
	}
	x.text("</attributes>\n")
}

// gexfValues writes attributes under the numbers of their columns.
func (x xmlWriter) gexfValues(class string, list []attribute) {
	columns := nodeColumns
	if class == "edge" {
		columns = joinColumns
	}
	x.gexfAttributes(columns, single(class, list))
}

func (x xmlWriter) gexfAttributes(columns []column, list []attribute) {
	x.text("<attvalues>")
	for _, a := range list {
		i := slices.IndexFunc(columns, func(c column) bool { return c.name == a.name })
		if i >= 0 && a.value != "" {
			x.element("attvalue", []attribute{{"for", strconv.Itoa(i)}, {"value", a.value}})
			x.text("</attvalue>")
		}
	}
	x.text("</attvalues>")
}

// since is the date from which a statement is made: when it was done, else that
// of the act or document that makes it.
func since(s *snapshot.Snapshot, st graph.Statement) string {
	if date := st.Qualifiers["date"]; date != "" {
		return date
	}
	act, _, _ := strings.Cut(st.Evidence.Paragraph, "#")
	for _, id := range []string{st.Subject, act, st.Evidence.Document} {
		if n, ok := s.Lookup(id); ok {
			if date := s.Date(n); date != "" {
				return date
			}
		}
	}
	return ""
}

// firstDay completes a date as printed to a day, or is empty for no date.
func firstDay(date string) string {
	if _, ok := graph.DateType(date); !ok {
		return ""
	}
	return date + "2000-01-01"[len(date):]
}
