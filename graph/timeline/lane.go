package timeline

import (
	"cmp"
	"slices"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/names"
	"mandategraph/graph/snapshot"
)

// A Lane is a lane of a timeline: the acts of one body, or a family of kinds.
type Lane struct {
	// Key is "acts " and the code of the body, or the name of a family.
	Key, Label string
	// Rows is the number of entities in its fullest cell, Above that of the rows
	// of the lanes above it.
	Rows, Above int
}

const actLane = "acts "

// families are the lanes below those of the bodies, in their order. What is of
// no kind that they name stands in the lane without kinds.
var families = []struct {
	key, label string
	kinds      []string
}{
	{"meetings", "Sessions and meetings", []string{"Session", "Meeting", "AgendaItem", "Recommendations"}},
	{"documents", "Documents", []string{"Document"}},
	{"treaties", "Treaties and instruments", []string{"Treaty", "Article", "Instrument"}},
	{"bodies", "Bodies", []string{"Body", "Secretariat"}},
	{"states", "States and groups", []string{"State", "Group"}},
	{"others", "Organizations and offices", nil},
	{"texts", "Paragraphs and mandates", []string{"Paragraph", "Mandate"}},
}

// laneOf is the key of the lane in which an entity stands: a part of an act
// stands with its act.
func laneOf(id string) string {
	owner, _, _ := strings.Cut(id, "#")
	if code, _, _, act := graph.SplitActID(owner); act {
		return actLane + code
	}
	return familyLane(graph.KindOfID(id))
}

// familyLane is the key of the family of a kind.
func familyLane(kind string) string {
	rest := ""
	for _, f := range families {
		if slices.Contains(f.kinds, kind) {
			return f.key
		}
		if f.kinds == nil {
			rest = f.key
		}
	}
	return rest
}

// setLanes gives every entity its lane. The lane of the first one's body comes
// first, then bodies by the number of what stands there, then families.
func (d *draft) setLanes(nodes []snapshot.Node) []Lane {
	counts := map[string]int{}
	keys := make([]string, len(d.nodes))
	for i, n := range d.nodes {
		keys[i] = laneOf(d.ID(n))
		counts[keys[i]]++
	}
	first := ""
	if len(nodes) > 0 {
		first = bodyLane(d.ID(nodes[0]))
	}
	rank := func(key string) int {
		if key == first {
			return -2
		}
		return familyOf(key)
	}
	var lanes []Lane
	for key := range counts {
		lanes = append(lanes, Lane{Key: key, Label: laneLabel(d.Snapshot, key)})
	}
	slices.SortFunc(lanes, func(a, b Lane) int {
		return cmp.Or(rank(a.Key)-rank(b.Key), counts[b.Key]-counts[a.Key], strings.Compare(a.Key, b.Key))
	})
	for i, key := range keys {
		d.lane[i] = slices.IndexFunc(lanes, func(l Lane) bool { return l.Key == key })
	}
	return lanes
}

// familyOf is the place of a lane among the families; -1 for that of a body.
func familyOf(key string) int {
	for i, f := range families {
		if f.key == key {
			return i
		}
	}
	return -1
}

// bodyLane is the lane of the body to which an entity belongs by its id, whether
// there is one or not.
func bodyLane(id string) string {
	if rest, ok := strings.CutPrefix(id, "body/"); ok {
		code, _, _ := strings.Cut(rest, "/")
		return actLane + code
	}
	if lane := laneOf(id); strings.HasPrefix(lane, actLane) {
		return lane
	}
	return ""
}

func laneLabel(s *snapshot.Snapshot, key string) string {
	if i := familyOf(key); i >= 0 {
		return families[i].label
	}
	return ShortName(s, graph.BodyID(strings.TrimPrefix(key, actLane)))
}

// ShortName is the form in use of a body, or the title of one that no table names.
func ShortName(s *snapshot.Snapshot, id string) string {
	code := strings.TrimPrefix(id, "body/")
	if _, known := names.BodyByCode(code); !known {
		if n, ok := s.Lookup(id); ok && s.Title(n) != "" {
			return s.Title(n)
		}
	}
	return names.Called(code, names.Lane)
}
