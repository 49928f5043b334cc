package export

import (
	"bufio"
	"encoding/xml"
	"strconv"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/snapshot"
)

// writeGEXF writes GEXF 1.3 (https://gexf.net), a dynamic graph by dates. An
// entity exists from its date on, a statement from that of the text that makes
// it; what has no date is always there. GEXF wants whole days: a date of which
// only the year or month is printed begins with its first day, and the
// attribute keeps what is printed. The label of a node is its short name, as
// acts of one series have one title. The kind of an edge is its relation, by
// which Gephi keeps parallel edges apart.
func writeGEXF(w *bufio.Writer, s *snapshot.Snapshot, o Options) error {
	g := xmlWriter{w}
	g.text(xml.Header + `<gexf xmlns="http://gexf.net/1.3" version="1.3">` + "\n")
	g.text("<meta><creator>Mandate Graph</creator></meta>\n")
	g.text(`<graph defaultedgetype="directed" mode="dynamic" timeformat="date">` + "\n")
	g.gexfColumns("node", nodeColumns)
	g.gexfColumns("edge", joinColumns)
	g.text("<nodes>\n")
	eachNode(s, o, func(id string, list []attribute) {
		start, label := "", list[1].value
		if n, ok := s.Lookup(id); ok {
			start, label = firstDay(s.Date(n)), short(s, n)
		}
		g.element("node", []attribute{{"id", id}, {"label", label}, {"start", start}})
		g.gexfValues("node", list)
		g.text("</node>\n")
	})
	g.text("</nodes>\n<edges>\n")
	eachEdge(s, o, func(e joined) {
		g.element("edge", []attribute{{"id", e.id}, {"source", e.source}, {"target", e.target},
			{"kind", e.statement.Relation}, {"label", e.statement.Relation}, {"start", firstDay(since(s, *e.statement))}})
		g.gexfValues("edge", e.attributes)
		g.text("</edge>\n")
	})
	g.text("</edges>\n</graph>\n</gexf>\n")
	return w.Flush()
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
	x.text("<attvalues>")
	for _, a := range single(class, list) {
		for i, c := range columns {
			if c.name == a.name {
				x.element("attvalue", []attribute{{"for", strconv.Itoa(i)}, {"value", a.value}})
				x.text("</attvalue>")
			}
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
