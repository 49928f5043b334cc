package ask

import (
	"cmp"
	"fmt"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/names"
	"mandategraph/graph/snapshot"
)

// What the cells of a result say.

// node is the entity of a result, or NoNode.
func (t telling) node(r row) snapshot.Node {
	id := str(r, "id")
	if inner, ok := r["node"].(map[string]any); ok {
		id = cmp.Or(str(inner, "id"), id)
	}
	if act, ok := r["act"].(map[string]any); ok && id == "" {
		id = str(act, "id") // the step of a life or story
	}
	if n, ok := t.Lookup(id); ok {
		return n
	}
	return snapshot.NoNode
}

// str is a text in an object of the data, empty where there is none.
func str(object map[string]any, name string) string {
	s, _ := object[name].(string)
	return s
}

// inner is the object below the node of a result.
func inner(r row) map[string]any {
	if n, ok := r["node"].(map[string]any); ok {
		return n
	}
	return r
}

// number is an act's kind and number, or the kind of anything else.
func number(t telling, r row) string {
	n := t.node(r)
	if n == snapshot.NoNode {
		return ""
	}
	if _, kind, number, ok := graph.SplitActID(t.ID(n)); ok {
		return kind + " " + number
	}
	return graph.Spaced(t.Kind(n))
}

func bodyName(t telling, r row) string {
	n := t.node(r)
	if n == snapshot.NoNode {
		return ""
	}
	code, _, _, ok := graph.SplitActID(t.ID(n))
	if !ok {
		return ""
	}
	return ShortBody(code)
}

// ShortBody is what sentences call a body, by its code.
func ShortBody(code string) string { return names.Called(code, names.Line) }

func date(t telling, r row) string {
	if n := t.node(r); n != snapshot.NoNode {
		return t.Date(n)
	}
	return ""
}

func title(t telling, r row) string {
	n := t.node(r)
	if n == snapshot.NoNode {
		return ""
	}
	if s := t.Title(n); s != "" || t.Kind(n) == "Act" {
		return s
	}
	return t.ID(n)
}

// verb is that of the text, else the relation in words.
func verb(_ telling, r row) string { return cmp.Or(str(r, "verb"), graph.Spaced(str(r, "relation"))) }

func relationWords(_ telling, r row) string { return graph.Spaced(str(r, "relation")) }

// place is the asserting paragraph: its locator where it lies in the result
// itself, else its whole id.
func place(t telling, r row) string {
	paragraph := str(r, "paragraph")
	if n := t.node(r); n != snapshot.NoNode && strings.HasPrefix(paragraph, t.ID(n)+"#") {
		return str(r, "locator")
	}
	return shortPlace(paragraph)
}

func placeInDocument(_ telling, r row) string { return shortPlace(str(r, "paragraph")) }

// longestPlace is how much of a line the id of a paragraph may take.
const longestPlace = 60

// shortPlace names a paragraph of a document without a symbol, whose id is its
// whole title, by its number.
func shortPlace(paragraph string) string {
	id, locator, ok := strings.Cut(paragraph, "#")
	if !ok || len(paragraph) <= longestPlace || !strings.HasPrefix(id, "document/") {
		return paragraph
	}
	return "paragraph " + locator + " of the report"
}

func behalf(_ telling, r row) string {
	if s := str(r, "onBehalfOf"); s != "" {
		return "on behalf of " + s
	}
	return ""
}

func distance(_ telling, r row) string { return fmt.Sprintf("%v", r["distance"]) }
