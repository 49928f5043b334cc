package export

import (
	"bufio"
	"encoding/json"

	"mandategraph/graph"
	"mandategraph/graph/snapshot"
)

// writeNDJSON writes one statement a line, in the order of their subjects.
func writeNDJSON(w *bufio.Writer, s *snapshot.Snapshot, o Options) error {
	e := lines(w)
	for edge := range eachOf(o, o.edges(s)) {
		object := element(columnsOf(*s.Statement(edge)), func(name string) bool {
			return name == graph.StartTerm || name == graph.EndTerm
		})
		if err := e.Encode(object); err != nil {
			return err
		}
	}
	return nil
}

// writeNodeNDJSON writes one entity a line, in the order of ids. Several values of one
// property are joined as in the other tables, so that each column has one type.
func writeNodeNDJSON(w *bufio.Writer, s *snapshot.Snapshot, o Options) error {
	e := lines(w)
	for n := range eachOf(o, o.nodes(s)) {
		object := element(single("node", attributes(s, n)), func(name string) bool {
			return graph.PropertyRange[name] == graph.Integer
		})
		object["id"], object["loaded"] = s.ID(n), s.Loaded(n)
		if date := s.Date(n); date != "" {
			object["date"] = date
		}
		if err := e.Encode(object); err != nil {
			return err
		}
	}
	return nil
}

// lines writes JSON values, each a line, with < and > as they are.
func lines(w *bufio.Writer) *json.Encoder {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	return e
}
