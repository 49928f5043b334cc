package ask

import (
	"maps"
	"slices"
	"strings"

	"mandategraph/graph/snapshot"
)

// What an answer gives as data.

// subjects are the entities that a question names, by variable.
func (u *understanding) subjects() []snapshot.Node {
	var list []snapshot.Node
	for _, variable := range slices.Sorted(maps.Keys(u.nodes)) {
		list = append(list, u.nodes[variable])
	}
	return list
}

// reading says how a question was read.
func (r *Reader) reading(u *understanding) Reading {
	if u.meant != nil {
		return r.readingOf(u.meant)
	}
	read := Reading{Line: u.query.Title}
	for i, slot := range u.slots {
		part := Part{Role: slot.Variable, Words: u.values[i], Nodes: u.lists[slot.Variable]}
		if n, ok := u.nodes[slot.Variable]; ok {
			part.Nodes = []snapshot.Node{n}
		}
		name := part.Words
		if len(part.Nodes) == 1 {
			name = r.called(part.Nodes[0])
		}
		read.Line += " · " + name
		read.Parts = append(read.Parts, part)
	}
	return read
}

// compared says what a question compares; nil where it compares nothing.
func (t telling) compared() *Comparison {
	if t.form.compares == "" {
		return nil
	}
	return &Comparison{t.u.nodes["act"], t.u.nodes["other"], t.form.compares}
}

// mandates are those among the results.
func (t telling) mandates() []map[string]any {
	var list []map[string]any
	for _, r := range t.found {
		if m := inner(r); str(r, "statement") == "" && strings.Contains(str(m, "id"), "/mandate/") {
			list = append(list, m)
		}
	}
	return list
}

// statements are those of the results and what joins them, each once.
func (t telling) statements() []map[string]any {
	s := statements{seen: map[string]bool{}}
	for _, r := range t.found {
		s.take(map[string]any(r))
	}
	for _, path := range t.form.also {
		for _, r := range rows(t.data, path) {
			s.take(map[string]any(r))
		}
	}
	return s.list
}

type statements struct {
	list []map[string]any
	seen map[string]bool
}

// take gathers the statements inside a value. Those of an entity at the end of
// a statement come after it.
func (s *statements) take(value any) {
	switch v := value.(type) {
	case []any:
		for _, element := range v {
			s.take(element)
		}
	case map[string]any:
		if str(v, "statement") != "" && str(v, "source") != "" {
			s.add(v)
			s.take(v["node"])
			return
		}
		for _, name := range slices.Sorted(maps.Keys(v)) {
			s.take(v[name])
		}
	}
}

// add keeps a statement with what the mandate that it brings along asks for.
func (s *statements) add(statement map[string]any) {
	id := str(statement, "statement")
	if s.seen[id] {
		return
	}
	s.seen[id] = true
	if mandate, ok := statement["mandate"].(map[string]any); ok {
		statement = maps.Clone(statement)
		delete(statement, "mandate")
		statement["clause"] = mandate["clause"]
	}
	s.list = append(s.list, statement)
}
