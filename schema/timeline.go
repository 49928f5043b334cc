package schema

import (
	"errors"
	"fmt"

	"github.com/graphql-go/graphql"

	"mandategraph/graph/snapshot"
	"mandategraph/graph/timeline"
	"mandategraph/schema/guard"
)

// A timeline is where entities stand in a drawing.
type placement struct {
	*view
	timeline.Timeline
}

type timeColumn struct {
	*view
	timeline.Column
}

// A standing is where one entity stands.
type standing struct {
	*view
	timeline.Place
}

// axes by their names; none is YEAR.
var axes = map[string]timeline.Axis{"YEAR": timeline.ByYear, "SESSION": timeline.BySession}

// declareTimeline makes the types of a drawing, and the argument for its axis.
func (b *builder) declareTimeline() {
	column := b.object("TimelineColumn", "A column of a timeline: a year, or a session in a year.", nil, b.columnRows)
	lane := b.object("TimelineLane", "A lane of a timeline: the acts of one body, or a family of kinds.", nil, laneRows)
	spot := b.object(
		"TimelinePlace", "Where an entity stands in a timeline. The cell of a column and a lane has its entities in rows.",
		nil, b.placeRows,
	)
	b.timeline = b.object(
		"Timeline",
		"Where entities stand in a drawing on a time axis, so that few lines cross: the same for every front end. "+
			"Height is that of the lane's above and the place's row.",
		nil, func() []field {
			return []field{
				{
					name: "columns", typ: listOf(column), weight: inherit,
					doc:     "The columns, from the earliest to the latest; the last one may be that of what nothing dates.",
					resolve: of(placement.columns),
				},
				{
					name: "lanes", typ: listOf(lane), weight: inherit,
					doc: "The lanes, from top to bottom: that of the first entity's body, other bodies by the number of " +
						"their acts, then meetings, documents, treaties, bodies, States, others and texts.",
					resolve: of(func(t placement) any { return t.Lanes }),
				},
				{
					name: "places", typ: listOf(spot), weight: inherit, doc: "The places of the entities, by id.",
					resolve: of(placement.places),
				},
			}
		},
	)
	b.axis = argument{
		name: "axis", doc: "What the columns stand for; YEAR where not given.",
		typ: enum("TimelineAxis", "What the columns of a timeline stand for.", func(add func(name, doc string)) {
			add("YEAR", "Years.")
			add("SESSION", "Sessions, each in its year; what belongs to none stands in its year.")
		}),
	}
}

func (b *builder) columnRows() []field {
	return []field{
		{
			name: "key", typ: required(graphql.String), doc: "Names the column in its timeline.",
			resolve: of(func(c timeColumn) any { return c.Key }),
		},
		{
			name: "label", typ: required(graphql.String), doc: "What to write above it, in English.",
			text: text(func(c timeColumn) string { return c.Label }),
		},
		{
			name: "year", typ: graphql.Int, doc: "The year; null for what no dated text speaks of.",
			resolve: of(func(c timeColumn) any {
				if c.Year == 0 {
					return nil
				}
				return c.Year
			}),
		},
		{
			name: "session", typ: b.objects["Session"], weight: inherit,
			doc:     "The session, where the axis is that of sessions and the store has it.",
			resolve: of(func(c timeColumn) any { return c.findKind(c.Session, "Session") }),
		},
	}
}

func laneRows() []field {
	return []field{
		{
			name: "key", typ: required(graphql.String),
			doc:  "Names the lane: acts and the code of a body, or a family of kinds.",
			text: text(func(l timeline.Lane) string { return l.Key }),
		},
		{
			name: "label", typ: required(graphql.String), doc: "What to write beside it, in English.",
			text: text(func(l timeline.Lane) string { return l.Label }),
		},
		{
			name: "rows", typ: required(graphql.Int), doc: "How many entities its fullest cell has.",
			resolve: of(func(l timeline.Lane) any { return l.Rows }),
		},
		{
			name: "above", typ: required(graphql.Int), doc: "How many rows the lanes above it have.",
			resolve: of(func(l timeline.Lane) any { return l.Above }),
		},
	}
}

// grounds are the reasons for a place by their names.
var grounds = map[timeline.Ground]string{
	timeline.OfDate: "DATE", timeline.OfSession: "SESSION", timeline.OfOwner: "OWNER", timeline.OfSpeaker: "SPOKEN_OF",
	timeline.Nowhere: "NONE",
}

func (b *builder) placeRows() []field {
	ground := enum("PlaceGround", "Why an entity stands in its column.", func(add func(name, doc string)) {
		add("DATE", "It has a date.")
		add("SESSION", "It has none; its session was held in that year, or its number names it.")
		add("OWNER", "It is a part of what has that date.")
		add("SPOKEN_OF", "It is no act and first spoken of then.")
		add("NONE", "Nothing tells its year: it stands in the last column.")
	})
	number := func(name, doc string, get func(standing) int) field {
		return field{name: name, typ: required(graphql.Int), doc: doc, resolve: of(func(p standing) any { return get(p) })}
	}
	return []field{
		{
			name: "node", typ: required(b.entity), weight: inherit, doc: "The entity.",
			resolve: of(func(p standing) any { return entity{p.view, p.Node} }),
		},
		number("column", "Its column, by its place in the list, from 0.", func(p standing) int { return p.Column }),
		number("lane", "Its lane, by its place in the list, from 0.", func(p standing) int { return p.Lane }),
		number("row", "Its row in the cell of both, from 0.", func(p standing) int { return p.Row }),
		{
			name: "dated", typ: required(graphql.Boolean),
			doc:     "Whether it has a date of its own; by says why another one stands there.",
			resolve: of(func(p standing) any { return p.By == timeline.OfDate }),
		},
		{
			name: "by", typ: required(ground), doc: "Why it stands in its column.",
			text: text(func(p standing) string { return grounds[p.By] }),
		},
	}
}

func (t placement) columns() any {
	list := make([]timeColumn, len(t.Columns))
	for i, c := range t.Columns {
		list[i] = timeColumn{t.view, c}
	}
	return list
}

func (t placement) places() any {
	list := make([]standing, len(t.Places))
	for i, p := range t.Places {
		list[i] = standing{t.view, p}
	}
	return list
}

// maxGiven is how many entities a request may name to be drawn.
const maxGiven = 2000

// timelineRow is the root field that places given entities.
func (b *builder) timelineRow(relations argument) field {
	return field{name: "timeline", typ: required(b.timeline), weight: listWeight("ids"),
		doc: "Where some entities stand in a drawing of them and the statements among them.",
		args: []argument{b.axis, {name: "ids", typ: listOf(graphql.ID), most: maxGiven,
			doc: fmt.Sprintf("The ids of the entities, at most %d; the lane of the first one's body stands at the top.", maxGiven)}, relations},
		resolve: func(c call) (any, error) {
			nodes, err := c.starts(c.strings("ids"))
			if err != nil {
				return nil, err
			}
			edges, err := snapshot.Among(c.ctx, c.request.view.Snapshot, nodes, c.strings("relations")...)
			if err != nil {
				return nil, errLate
			}
			return c.timeline(nodes, edges)
		}}
}

// placedRow is the timeline of what a traversal reached.
func (b *builder) placedRow() field {
	return field{name: "timeline", typ: required(b.timeline), args: []argument{b.axis},
		doc: fmt.Sprintf(
			"Where the entities stand in a drawing of them and the statements; an error where there are more than %d.",
			timeline.MaxPlaced,
		),
		resolve: with(func(h neighbourhood, c call) (any, error) {
			return c.timeline(h.Nodes, h.links)
		})}
}

func (c call) timeline(nodes []snapshot.Node, edges []snapshot.Edge) (any, error) {
	v := c.request.view
	t, err := timeline.Arrange(c.ctx, v.Snapshot, nodes, edges, axes[c.string("axis")])
	var many timeline.TooMany
	switch {
	case errors.As(err, &many):
		return nil, guard.Refuse(guard.TooComplex, "%s", many)
	case err != nil:
		return nil, errLate
	}
	if t.Lanes == nil {
		t.Lanes = []timeline.Lane{}
	}
	return placement{v, t}, nil
}
