package export

import (
	"bufio"
	"strings"

	"mandategraph/graph/snapshot"
)

// writeDOT writes a directed graph in the DOT language of Graphviz. Attributes
// keep their names but for the printed label of a paragraph, as label is what
// Graphviz shows: that one is called marker. A backslash, which would begin one
// of Graphviz's escapes, is written as a character reference.
func writeDOT(w *bufio.Writer, s *snapshot.Snapshot, o Options) error {
	d := dot{w}
	d.text(
		"digraph mandategraph {\n  graph [rankdir=RL, charset=\"UTF-8\"]\n  node [shape=box, fontname=\"Helvetica\"]\n  edge [fontname=\"Helvetica\", fontsize=10]\n",
	)
	eachNode(s, o, func(id string, list []attribute) {
		label := list[1].value
		if n, ok := s.Lookup(id); ok {
			label = short(s, n)
		}
		d.text("  " + quoteDOT(id))
		d.attributes(append([]attribute{{"shown", label}}, list...))
	})
	eachEdge(s, o, func(e joined) {
		d.text("  " + quoteDOT(e.source) + " -> " + quoteDOT(e.target))
		d.attributes(append([]attribute{{"shown", e.statement.Relation}, {"id", e.id}}, e.attributes...))
	})
	d.text("}\n")
	return w.Flush()
}

// dot leaves errors to the buffer, which keeps the first one until Flush.
type dot struct{ w *bufio.Writer }

func (d dot) text(text string) { _, _ = d.w.WriteString(text) }

// attributes writes those that have a value.
func (d dot) attributes(list []attribute) {
	separator := " ["
	for _, a := range list {
		if a.value == "" {
			continue
		}
		switch a.name {
		case "label":
			a.name = "marker"
		case "shown":
			a.name = "label"
		}
		d.text(separator + a.name + "=" + quoteDOT(a.value))
		separator = ", "
	}
	d.text("]\n")
}

// dotEscapes: an ampersand would begin a character reference, and Graphviz ends
// a string at NUL.
var dotEscapes = strings.NewReplacer(`"`, `\"`, `&`, "&amp;", `\`, "&#92;", "\x00", "\ufffd", "\r", "&#13;")

// quoteDOT is a double-quoted string of DOT; line ends may stand in it.
func quoteDOT(text string) string { return `"` + dotEscapes.Replace(text) + `"` }
