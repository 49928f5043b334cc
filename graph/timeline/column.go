package timeline

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/snapshot"
)

// A TimeColumn is a column of a timeline.
type Column struct {
	// Key names it in the timeline, Label in a drawing.
	Key, Label string
	// Year is 0 for what no dated text speaks of.
	Year int
	// Session is the id of a session, on the axis of sessions; it need not be an
	// entity of the snapshot. Empty for what belongs to none.
	Session string
}

// noColumn is that of an entity for which none is found yet.
const noColumn = -1

// setColumns gives every entity its column: first what has a date, or is part of
// what has one; then what those speak of, at the earliest.
func (d *draft) setColumns(axis Axis) []Column {
	own := make([]Column, len(d.nodes))
	var columns []Column
	for i, n := range d.nodes {
		if own[i] = columnOf(d.Snapshot, n, axis); own[i].Year != 0 {
			d.dated[i] = true
		} else if owner, ok := owner(d.Snapshot, n); ok {
			own[i] = columnOf(d.Snapshot, owner, axis)
		}
		if own[i].Year != 0 {
			columns = append(columns, own[i])
		}
	}
	slices.SortFunc(columns, compareColumns)
	columns = slices.Compact(columns)
	for i, c := range own {
		d.column[i] = noColumn
		if c.Year != 0 {
			d.column[i], _ = slices.BinarySearchFunc(columns, c, compareColumns)
		}
	}
	if d.spread(); slices.Contains(d.column, noColumn) {
		for i, c := range d.column {
			if c == noColumn {
				d.column[i] = len(columns)
			}
		}
		columns = append(columns, Column{Label: "no date"})
	}
	return columns
}

// spread takes the columns on to what has none, one step of the lines at a time.
func (d *draft) spread() {
	var reached []int
	for i, c := range d.column {
		if c != noColumn {
			reached = append(reached, i)
		}
	}
	for len(reached) > 0 {
		found := map[int]int{}
		for _, i := range reached {
			for _, other := range d.near[i] {
				if at, known := found[other]; d.column[other] == noColumn && (!known || d.column[i] < at) {
					found[other] = d.column[i]
				}
			}
		}
		reached = reached[:0]
		for i, c := range found {
			d.column[i] = c
			reached = append(reached, i)
		}
	}
}

// owner is the act or document that an entity is a part of.
func owner(s *snapshot.Snapshot, n snapshot.Node) (snapshot.Node, bool) {
	id, _, part := strings.Cut(s.ID(n), "#")
	if !part {
		return snapshot.NoNode, false
	}
	return s.Lookup(id)
}

// columnOf is the column of an entity's own date; its year is 0 without one.
func columnOf(s *snapshot.Snapshot, n snapshot.Node, axis Axis) Column {
	date := s.Date(n)
	if len(date) < 4 {
		return Column{}
	}
	year, err := strconv.Atoi(date[:4])
	if err != nil {
		return Column{}
	}
	c := Column{Key: date[:4], Label: date[:4], Year: year}
	if axis == BySession {
		c.Session = sessionOf(s, n)
	}
	if c.Session != "" {
		body, number, _ := strings.Cut(c.Session, "/session/")
		c.Key, c.Label = c.Key+" "+c.Session, ShortName(s, body)+" "+number+" ("+c.Key+")"
	}
	return c
}

func compareColumns(a, b Column) int {
	return cmp.Or(a.Year-b.Year, graph.CompareNatural(a.Session, b.Session))
}

// sessionOf is the id of the session that an entity is or belongs to: by its id,
// by what its text says, or by the number of an act; else empty.
func sessionOf(s *snapshot.Snapshot, n snapshot.Node) string {
	id := s.ID(n)
	if body, rest, ok := strings.Cut(id, "/session/"); ok && strings.HasPrefix(id, "body/") {
		number, _, _ := strings.Cut(rest, "/")
		return body + "/session/" + number
	}
	if session := s.Text(n, "session"); session != "" {
		return session
	}
	code, _, number, act := graph.SplitActID(id)
	if !act {
		return ""
	}
	if session := sessionOfNumber(number); session != "" {
		return graph.BodyID(code) + "/session/" + session
	}
	return ""
}

// sessionOfNumber is the session that the number of an act names, or empty.
func sessionOfNumber(number string) string {
	switch read := graph.ReadNumber(number); {
	case read.Session == 0, read.Form == graph.YearForm, read.Form == graph.DatedForm, strings.Contains(number, "S-") && read.Form == graph.BracketForm:
		return ""
	case read.Form == graph.SpecialForm:
		return read.Prefix + "-" + strconv.Itoa(read.Session)
	default:
		return strconv.Itoa(read.Session)
	}
}
