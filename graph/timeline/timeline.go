package timeline

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"mandategraph/graph"
	"mandategraph/graph/snapshot"
)

// MaxPlaced is the number of entities that [Arrange] places at most.
const MaxPlaced = 10_000

// A TooMany says how many entities were to be placed where they are more than
// [MaxPlaced].
type TooMany int

func (n TooMany) Error() string {
	return fmt.Sprintf("at most %d entities can be placed, not %d", MaxPlaced, int(n))
}

// An Axis is what the columns of a timeline stand for.
type Axis int

const (
	// ByYear has a column for each year, BySession one for each session and
	// year, and one for each year of what belongs to no session.
	ByYear Axis = iota
	BySession
)

// A Timeline says where entities stand in a drawing on a time axis: columns are
// years or sessions, lanes are bodies and families of kinds.
type Timeline struct {
	// Columns run from the earliest to the latest; acts whose year nothing tells, and
	// what no dated text speaks of, stand in the last one.
	Columns []Column
	// Lanes run from top to bottom.
	Lanes []Lane
	// Places are in the order of ids.
	Places []Place
}

// A Place is where one entity stands: in the cell of a column and a lane, both
// by their place in the list, and in the row of that cell, from 0.
type Place struct {
	Node              snapshot.Node
	Column, Lane, Row int
	// By says why it stands there.
	By Ground
}

// A Ground is why an entity stands in its column.
type Ground int

const (
	// Nowhere: nothing tells its year, and it stands in the last column.
	Nowhere Ground = iota
	// OfDate: it has a date. OfSession: it is of a session of that year, or has a
	// number of it. OfOwner: it is a part of what has that date. OfSpeaker: that is
	// when it is first spoken of.
	OfDate
	OfSession
	OfOwner
	OfSpeaker
)

// Arrange places entities, at most [MaxPlaced], so that few of the given
// statements among them cross. The lane of the first entity's body stands at the
// top. It gives the same for the same entities, whatever the order of the others.
// The error says that there are too many, or is that of the context, at the end
// of which the work stops.
func Arrange(
	ctx context.Context, s *snapshot.Snapshot, nodes []snapshot.Node, edges []snapshot.Edge, axis Axis,
) (Timeline, error) {
	different := slices.Clone(nodes)
	slices.Sort(different)
	different = slices.Compact(different)
	if len(different) > MaxPlaced {
		return Timeline{}, TooMany(len(different))
	}
	d := newDraft(s, different, edges)
	columns := d.setColumns(axis)
	lanes := d.setLanes(nodes)
	if d.order(ctx, lanes); ctx.Err() != nil {
		return Timeline{}, ctx.Err()
	}
	t := Timeline{Columns: columns, Lanes: lanes, Places: make([]Place, len(d.nodes))}
	for i, n := range d.nodes {
		t.Places[i] = Place{Node: n, Column: d.column[i], Lane: d.lane[i], Row: d.row[i], By: d.by[i]}
	}
	slices.SortFunc(t.Places, func(a, b Place) int { return cmp.Compare(a.Node, b.Node) })
	return t, nil
}

// Level is the row of a place counted from the first one of the first lane.
func (t Timeline) Level(p Place) int { return t.Lanes[p.Lane].Above + p.Row }

// A draft is a timeline in the making. Entities go by their places in nodes,
// which has them in the natural order of their ids.
type draft struct {
	*snapshot.Snapshot
	nodes  []snapshot.Node
	number map[snapshot.Node]int
	lines  [][2]int // each pair that statements join, once
	near   [][]int  // of each entity: the other ends of its lines

	column, lane, row []int
	by                []Ground
}

func newDraft(s *snapshot.Snapshot, nodes []snapshot.Node, edges []snapshot.Edge) *draft {
	d := &draft{Snapshot: s, nodes: nodes}
	slices.SortFunc(d.nodes, func(a, b snapshot.Node) int { return graph.CompareNatural(s.ID(a), s.ID(b)) })
	n := len(d.nodes)
	d.number, d.near, d.by = make(map[snapshot.Node]int, n), make([][]int, n), make([]Ground, n)
	d.column, d.lane, d.row = make([]int, n), make([]int, n), make([]int, n)
	for i, node := range d.nodes {
		d.number[node] = i
	}
	for _, e := range edges {
		source, target := s.Ends(e)
		a, ok := d.number[source]
		b, too := d.number[target]
		if ok && too && a != b {
			d.lines = append(d.lines, [2]int{min(a, b), max(a, b)})
		}
	}
	slices.SortFunc(d.lines, func(x, y [2]int) int { return cmp.Or(x[0]-y[0], x[1]-y[1]) })
	d.lines = slices.Compact(d.lines)
	for _, l := range d.lines {
		d.near[l[0]], d.near[l[1]] = append(d.near[l[0]], l[1]), append(d.near[l[1]], l[0])
	}
	return d
}
