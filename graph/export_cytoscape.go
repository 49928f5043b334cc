package graph

import (
	"bufio"
	"encoding/json"
	"strconv"
)

// writeCytoscape writes the elements JSON of Cytoscape.js:
// {"elements":{"nodes":[{"data":{...}}],"edges":[{"data":{...}}]}}, one element
// a line. Attributes without a value are left out.
func writeCytoscape(w *bufio.Writer, s *Snapshot, o ExportOptions) error {
	c := cytoscape{w: w}
	c.text(`{"elements":{"nodes":[`)
	for _, n := range o.nodes(s) {
		c.element(element("", s.attributes(n), "id", s.ID(n)))
	}
	edges := o.edges(s)
	for _, e := range edges {
		if st := s.Statement(e); isLiteral(*st) {
			c.element(element("", nil, "id", literalNode(*st), "kind", Literal, "caption", st.Object))
		}
	}
	c.text("\n" + `],"edges":[`)
	c.more = false
	for _, e := range edges {
		st := *s.Statement(e)
		target := st.Object
		if isLiteral(st) {
			target = literalNode(st)
		}
		c.element(element("edge", st.columns(), "id", st.Node(), "target", target))
	}
	c.text("\n]}}\n")
	return c.err
}

// cytoscape keeps the first error and writes nothing after it.
type cytoscape struct {
	w    *bufio.Writer
	more bool
	err  error
}

func (c *cytoscape) text(text string) {
	if c.err == nil {
		_, c.err = c.w.WriteString(text)
	}
}

func (c *cytoscape) element(data map[string]any) {
	separator := "\n"
	if c.more {
		separator = ",\n"
	}
	c.more = true
	encoded, err := json.Marshal(map[string]any{"data": data})
	if c.err == nil {
		c.err = err
	}
	c.text(separator + string(encoded))
}

// element makes the data of an element; pairs of name and value come on top of
// the attributes. Integers are numbers, so that styles can map them.
func element(of string, list []attribute, pairs ...string) map[string]any {
	data := map[string]any{}
	for _, a := range list {
		n, err := strconv.Atoi(a.value)
		isRange := of == "edge" && (a.name == startTerm || a.name == endTerm)
		switch {
		case a.value == "":
		case err == nil && (isRange || of != "edge" && propertyRange[a.name] == Integer):
			data[a.name] = n
		default:
			data[a.name] = a.value
		}
	}
	for i := 0; i < len(pairs); i += 2 {
		data[pairs[i]] = pairs[i+1]
	}
	return data
}
