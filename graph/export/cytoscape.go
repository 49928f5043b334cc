package export

import (
	"bufio"
	"maps"
	"strconv"

	"mandategraph/graph"
	"mandategraph/graph/snapshot"
)

// writeCytoscape writes the elements JSON of Cytoscape.js:
// {"elements":{"nodes":[{"data":{...}}],"edges":[{"data":{...}}]}}, one element
// a line. Attributes without a value are left out. What stands before the
// elements, the value of a node and the key of an edge are what networkx wants.
// Nodes have the position of a drawing on a time axis, for the layout preset,
// unless there are too many of them.
func writeCytoscape(w *bufio.Writer, s *snapshot.Snapshot, o Options) error {
	l := jsonList{w: w}
	data := func(element map[string]any) any { return map[string]any{"data": element} }
	l.text(`{"data":{},"directed":true,"multigraph":true,"elements":{"nodes":[`)
	places := o.positions(s)
	nodeElements(s, o, func(element map[string]any) {
		element["value"] = element["id"]
		if at, ok := places[element["id"].(string)]; ok {
			l.add(map[string]any{"data": element, "position": at})
			return
		}
		l.add(data(element))
	})
	l.text("\n" + `],"edges":[`)
	l.more = false
	edgeElements(s, o, func(id string, element map[string]any) {
		element["id"], element["key"] = id, id
		l.add(data(element))
	})
	l.text("\n]}}\n")
	return l.err
}

// writeNodeLink writes the node-link JSON that d3-force and networkx read, as a
// directed multigraph: {"nodes":[{"id":...}],"links":[{"source":..., "key":...}]},
// one element a line. The key of a link is its statement's id.
func writeNodeLink(w *bufio.Writer, s *snapshot.Snapshot, o Options) error {
	l := jsonList{w: w}
	l.text(`{"directed":true,"multigraph":true,"graph":{},"nodes":[`)
	nodeElements(s, o, func(element map[string]any) { l.add(element) })
	l.text("\n" + `],"links":[`)
	l.more = false
	edgeElements(s, o, func(id string, element map[string]any) {
		element["key"] = id
		l.add(element)
	})
	l.text("\n]}\n")
	return l.err
}

// nodeElements makes the objects of entities, and of targets that are text.
func nodeElements(s *snapshot.Snapshot, o Options, add func(map[string]any)) {
	eachNode(s, o, func(id string, list []attribute) {
		element := element(list, func(name string) bool { return graph.PropertyRange[name] == graph.Integer })
		element["id"] = id
		add(element)
	})
}

// edgeElements makes the objects of statements.
func edgeElements(s *snapshot.Snapshot, o Options, add func(id string, element map[string]any)) {
	eachEdge(s, o, func(e joined) {
		element := element(e.attributes, func(name string) bool { return name == graph.StartTerm || name == graph.EndTerm })
		maps.Copy(element, map[string]any{"source": e.source, "target": e.target})
		add(e.id, element)
	})
}

// element makes an object of attributes that have a value. Integers are
// numbers, so that styles can map them.
func element(list []attribute, isInteger func(name string) bool) map[string]any {
	data := map[string]any{}
	for _, a := range list {
		n, err := strconv.Atoi(a.value)
		switch {
		case a.value == "":
		case err == nil && isInteger(a.name):
			data[a.name] = n
		default:
			data[a.name] = a.value
		}
	}
	return data
}
