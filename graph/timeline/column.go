package timeline

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/names"
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

// setColumns gives every entity its column: first what has a date, is part of what
// has one, or is an act of a session whose year is known; then what is no act and
// those speak of, at the earliest. An act of which nothing tells the year stands in
// the last column: where another act speaks of it is no date of its own.
func (d *draft) setColumns(axis Axis) []Column {
	own := make([]Column, len(d.nodes))
	var columns []Column
	for i, n := range d.nodes {
		own[i], d.by[i] = d.ownColumn(n, axis)
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

// ownColumn is the column of an entity by what is known of itself, and by what.
func (d *draft) ownColumn(n snapshot.Node, axis Axis) (Column, Ground) {
	if c := columnOf(d.Snapshot, n, axis); c.Year != 0 {
		if d.Text(n, "dateFrom") == "" {
			return c, OfDate
		}
		// What was read of a session may be the date of its report, in the next year.
		if year := tabledYear(sessionOf(d.Snapshot, n)); year != "" {
			return columnIn(d.Snapshot, n, year, axis), OfSession
		}
		return c, OfSession
	}
	if owner, ok := owner(d.Snapshot, n); ok {
		c, by := d.ownColumn(owner, axis)
		if by == OfDate {
			by = OfOwner
		}
		return c, by
	}
	if year := yearOfSession(d.Snapshot, n); year != "" {
		return columnIn(d.Snapshot, n, year, axis), OfSession
	}
	return Column{}, Nowhere
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
				if at, known := found[other]; d.column[other] == noColumn && !d.isAct(other) && (!known || d.column[i] < at) {
					found[other] = d.column[i]
				}
			}
		}
		reached = reached[:0]
		for i, c := range found {
			d.column[i], d.by[i] = c, OfSpeaker
			reached = append(reached, i)
		}
	}
}

func (d *draft) isAct(i int) bool { return d.Kind(d.nodes[i]) == "Act" }

// owner is the act or document that an entity is a part of; that of a draft is the
// document that holds it.
func owner(s *snapshot.Snapshot, n snapshot.Node) (snapshot.Node, bool) {
	id, _, part := strings.Cut(s.ID(n), "#")
	if document, _, draft := strings.Cut(id, "/draft-"); !part && draft {
		id, part = document, true
	}
	if !part {
		return snapshot.NoNode, false
	}
	return s.Lookup(id)
}

// yearOfSession is the year in which the session of an act without a date was held:
// that of the session itself, else the one that a table of the field says, else the
// year of most dated acts of the body and session, the earlier of two; or the year
// that the number says. Empty where nothing says it.
func yearOfSession(s *snapshot.Snapshot, n snapshot.Node) string {
	_, _, number, act := graph.SplitActID(s.ID(n))
	if !act {
		return ""
	}
	if read := graph.ReadNumber(number); read.Form == graph.YearForm || read.Form == graph.SerialYearForm {
		return strconv.Itoa(read.Session)
	}
	id := sessionOf(s, n)
	if session, ok := s.Lookup(id); ok && len(s.Date(session)) >= 4 {
		return s.Date(session)[:4]
	}
	return cmp.Or(tabledYear(id), sessionYears(s)[id])
}

// tabledYear is the year in which a session opened, by a table of the field; empty
// where no row says it.
func tabledYear(session string) string {
	body, number, _ := strings.Cut(strings.TrimPrefix(session, "body/"), "/session/")
	n, err := strconv.Atoi(number)
	if year := names.YearOfSession(body, n); err == nil && year > 0 {
		return strconv.Itoa(year)
	}
	return ""
}

type sessionYearsKey struct{}

// sessionYears are the years of most dated acts of each session, by its id.
func sessionYears(s *snapshot.Snapshot) map[string]string {
	return s.Derived(sessionYearsKey{}, func() any {
		counts := map[string]map[string]int{}
		for _, n := range s.Nodes("Act") {
			if id, date := sessionOf(s, n), s.Date(n); id != "" && len(date) >= 4 {
				if counts[id] == nil {
					counts[id] = map[string]int{}
				}
				counts[id][date[:4]]++
			}
		}
		years := map[string]string{}
		for id, of := range counts {
			for year, n := range of {
				if most := of[years[id]]; n > most || n == most && year < years[id] {
					years[id] = year
				}
			}
		}
		return years
	}).(map[string]string)
}

// columnOf is the column of an entity's own date; its year is 0 without one.
func columnOf(s *snapshot.Snapshot, n snapshot.Node, axis Axis) Column {
	date := s.Date(n)
	if len(date) < 4 {
		return Column{}
	}
	return columnIn(s, n, date[:4], axis)
}

// columnIn is the column in which an entity of a year stands.
func columnIn(s *snapshot.Snapshot, n snapshot.Node, printed string, axis Axis) Column {
	year, err := strconv.Atoi(printed)
	if err != nil {
		return Column{}
	}
	c := Column{Key: printed, Label: printed, Year: year}
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
	case read.Session == 0,
		read.Form == graph.YearForm,
		read.Form == graph.DatedForm,
		strings.Contains(number, "S-") && read.Form == graph.BracketForm:
		return ""
	case read.Form == graph.SpecialForm:
		return read.Prefix + "-" + strconv.Itoa(read.Session)
	default:
		return strconv.Itoa(read.Session)
	}
}
