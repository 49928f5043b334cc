package export

import (
	"slices"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/snapshot"
)

// What formats for programs that draw and measure graphs have in common: nodes
// with attributes, and edges that join nodes only.

// A column is the name of an attribute and the range of its values.
type column struct{ name, kind string }

// nodeColumns and joinColumns are all attributes of nodes and of edges; ends of
// an edge are no attributes there.
var (
	nodeColumns = func() []column {
		list := []column{{"kind", graph.Text}, {"caption", graph.Text}}
		for _, name := range nodeProperties {
			list = append(list, column{name, graph.PropertyRange[name]})
		}
		return list
	}()
	joinColumns = func() []column {
		var list []column
		for _, name := range slices.Concat(edgeColumns, qualifierColumns) {
			switch name {
			case "source", "target":
			case graph.StartTerm, graph.EndTerm:
				list = append(list, column{name, graph.Integer})
			default:
				list = append(list, column{name, graph.Text})
			}
		}
		return list
	}()
)

// nodeProperties are the properties that formats for drawing graphs show: all
// but those that only say how a source was read.
var nodeProperties = func() []string {
	var names []string
	for _, p := range graph.Properties {
		if p.Name != "kind" && p.Name != "furniture" && p.Name != "diagnostic" {
			names = append(names, p.Name)
		}
	}
	return names
}()

// attributes are an entity's kind, what to write beside it, and its properties;
// several values of one property are joined, as those formats know no lists.
func attributes(s *snapshot.Snapshot, n snapshot.Node) []attribute {
	list := []attribute{{"kind", s.Kind(n)}, {"caption", caption(s, n)}}
	for _, name := range nodeProperties {
		list = append(list, attribute{name, strings.Join(s.Values(n, name), "; ")})
	}
	return list
}

// caption is what to write beside an entity: its title, else its id.
func caption(s *snapshot.Snapshot, n snapshot.Node) string {
	if title := s.Title(n); title != "" {
		return title
	}
	return s.ID(n)
}

// eachNode visits the selected entities, then the targets that are text.
func eachNode(s *snapshot.Snapshot, o Options, visit func(id string, list []attribute)) {
	for n := range eachOf(o, o.nodes(s)) {
		visit(s.ID(n), attributes(s, n))
	}
	for e := range eachOf(o, o.edges(s)) {
		if st := s.Statement(e); graph.IsLiteral(*st) {
			visit(literalNode(*st), []attribute{{"kind", graph.Literal}, {"caption", st.Object}})
		}
	}
}

// A joined edge has nodes at both ends, by their ids.
type joined struct {
	id, source, target string
	attributes         []attribute
	statement          *graph.Statement
}

// eachEdge visits the selected statements.
func eachEdge(s *snapshot.Snapshot, o Options, visit func(joined)) {
	for e := range eachOf(o, o.edges(s)) {
		st := s.Statement(e)
		target := st.Object
		if graph.IsLiteral(*st) {
			target = literalNode(*st)
		}
		list := slices.DeleteFunc(columnsOf(*st), func(a attribute) bool { return a.name == "source" || a.name == "target" })
		visit(joined{st.Node(), st.Subject, target, list, st})
	}
}

// literalNode is the id of a node that stands for a target that is text, in
// formats whose edges join nodes only.
func literalNode(st graph.Statement) string { return st.Node() + "/literal" }
