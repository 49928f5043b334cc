package export

import (
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/names"
	"mandategraph/graph/snapshot"
)

// Names of entities for readers of drawings and reports, where the id would be
// the only other thing to show.

// Short is what drawings and lists call an entity: an act by its body and number, what
// has no title by its place, any other by its title or id.
func Short(s *snapshot.Snapshot, n snapshot.Node) string { return short(s, n) }

// short is what to write inside an entity: an act by its body and number, what
// has no title by its place, any other by its caption.
func short(s *snapshot.Snapshot, n snapshot.Node) string {
	id := s.ID(n)
	if code, kind, number, ok := graph.SplitActID(id); ok {
		return names.Called(code, names.Mark) + " " + kind + " " + number
	}
	if s.Title(n) == "" {
		if name := placeName(s, id); name != "" {
			return name
		}
	}
	return caption(s, n)
}

// placeName names what is a part of something else by that, its number first, as
// names may be cut: meeting 14, Working Group on Firearms. It is empty for an id
// that says no place.
func placeName(s *snapshot.Snapshot, id string) string {
	if owner, locator, ok := strings.Cut(id, "#"); ok {
		return nameByID(s, owner) + ", " + locator
	}
	if of, ok := strings.CutSuffix(id, "/recommendations"); ok {
		return "Recommendations of " + nameByID(s, of)
	}
	if of, ok := strings.CutSuffix(id, "/secretariat"); ok {
		return "Secretariat of " + nameByID(s, of)
	}
	for _, part := range []string{"meeting", "session", "article", "agenda"} {
		if i := strings.LastIndex(id, "/"+part+"/"); i > 0 {
			return part + " " + id[i+len(part)+2:] + ", " + nameByID(s, id[:i])
		}
	}
	symbol, _ := strings.CutPrefix(id, "document/")
	if symbol == id {
		return ""
	}
	return symbol
}

// nameByID is the short name of an entity by its id, or the id itself where there
// is none; a body is known by its form in use.
func nameByID(s *snapshot.Snapshot, id string) string {
	if code, ok := strings.CutPrefix(id, "body/"); ok && !strings.Contains(code, "/") {
		return names.Called(code, names.Mark)
	}
	if n, ok := s.Lookup(id); ok {
		return short(s, n)
	}
	if name := placeName(s, id); name != "" {
		return name
	}
	return id
}
