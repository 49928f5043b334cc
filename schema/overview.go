package schema

import (
	"cmp"
	"slices"

	"github.com/graphql-go/graphql"

	"mandategraph/graph"
	"mandategraph/graph/snapshot"
	"mandategraph/graph/timeline"
	"mandategraph/schema/guard"
)

// An overview shows thousands of acts at once. It has a list for each of their
// attributes instead of an object for each act, so that one answer holds them all.
type overview struct {
	*view
	timeline.Timeline
	lines []timeline.Line
	// place is the number of each act in the lists.
	place map[snapshot.Node]int
	// whole is how many acts there are, of which some may be left out.
	whole int
}

// overviewRow is the root field that places all acts, or those of a lineage.
func (b *builder) overviewRow(direction *graphql.Enum, cites argument) field {
	whole := b.object("Overview", "Thousands of acts on a time axis, in lists of equal length.", nil, b.overviewRows)
	return field{
		name: "overview", typ: required(whole), weight: fixedWeight(1), effort: fixedWeight(1000), resolve: overviewOf,
		doc: "All acts of the store, or those around some of them, with their places and the citations among them.",
		args: []argument{
			{
				name: "ids", typ: graphql.NewList(required(graphql.ID)),
				doc: "The ids of the acts to start from, at most 100; all acts of the store where empty.",
			},
			{name: "direction", typ: direction, doc: "Which way to go; both ways where not given."},
			{name: "depth", typ: graphql.Int, fallback: 6, doc: "How many steps, at most 6."},
			{
				name: "limit", typ: graphql.Int, fallback: timeline.MaxPlaced,
				doc: "How many acts at most, the most cited first; at most 10,000.",
			},
			cites,
		},
	}
}

func (b *builder) overviewRows() []field {
	return slices.Concat([]field{
		{
			name: "totalCount", typ: required(graphql.Int),
			doc:     "How many acts there are; the lists may hold fewer.",
			resolve: of(func(o overview) any { return o.whole }),
		},
		{
			name: "timeline", typ: required(b.timeline),
			doc:     "Columns and lanes; its places are those of the lists.",
			resolve: of(func(o overview) any { return placement{o.view, o.Timeline} }),
		},
	}, overviewActs(), b.overviewLines())
}

// overviewActs are the lists with one value for each act.
func overviewActs() []field {
	list := func(name string, typ graphql.Type, doc string, each func(overview, timeline.Place) any) field {
		return field{name: name, typ: listOf(typ), doc: doc, resolve: of(func(o overview) any {
			return attributes(o.Places, func(p timeline.Place) any { return each(o, p) })
		})}
	}
	return []field{
		list(
			"ids", graphql.ID, "The id of each act.",
			func(o overview, p timeline.Place) any { return o.ID(p.Node) },
		),
		list("numbers", graphql.String, "What to write on each: 1051 (1996).", func(o overview, p timeline.Place) any {
			return cmp.Or(timeline.Number(o.Snapshot, p.Node), o.ID(p.Node))
		}),
		list(
			"subjects", graphql.String, "What each is about; empty where that is not known.",
			func(o overview, p timeline.Place) any { return timeline.Subject(o.Snapshot, p.Node) },
		),
		list(
			"cited", graphql.Int, "How many acts and documents cite each.",
			func(o overview, p timeline.Place) any { return timeline.Cited(o.Snapshot, p.Node) },
		),
		list(
			"columns", graphql.Int, "The column of each.",
			func(_ overview, p timeline.Place) any { return p.Column },
		),
		list(
			"lanes", graphql.Int, "The lane of each.",
			func(_ overview, p timeline.Place) any { return p.Lane },
		),
		list("rows", graphql.Int, "The row of each.", func(_ overview, p timeline.Place) any { return p.Row }),
		list(
			"dated", graphql.Boolean, "Whether each has a date of its own.",
			func(_ overview, p timeline.Place) any { return p.By == timeline.OfDate },
		),
	}
}

// overviewLines are the lists with one value for each line.
func (b *builder) overviewLines() []field {
	list := func(name string, typ graphql.Type, doc string, each func(overview, timeline.Line) any) field {
		return field{name: name, typ: listOf(typ), doc: doc, resolve: of(func(o overview) any {
			return attributes(o.lines, func(l timeline.Line) any { return each(o, l) })
		})}
	}
	return []field{
		list(
			"sources", graphql.Int, "Of each line: the number of the act that cites, from 0.",
			func(o overview, l timeline.Line) any { return o.place[l.Source] },
		),
		list(
			"targets", graphql.Int, "Of each line: the number of the act that is cited.",
			func(o overview, l timeline.Line) any { return o.place[l.Target] },
		),
		list(
			"weights", graphql.Int, "Of each line: how many statements it stands for.",
			func(_ overview, l timeline.Line) any { return len(l.Edges) },
		),
		list(
			"classes", b.class, "Of each line: the class of its strongest relation.",
			func(_ overview, l timeline.Line) any { return l.Class },
		),
		list(
			"backbone", graphql.Boolean, "Of each line: whether no chain of others says the same.",
			func(_ overview, l timeline.Line) any { return l.Backbone },
		),
	}
}

// attributes makes a list of one attribute.
func attributes[T any](of []T, attribute func(T) any) []any {
	list := make([]any, len(of))
	for i, each := range of {
		list[i] = attribute(each)
	}
	return list
}

func overviewOf(c call) (any, error) {
	nodes, err := c.overviewed()
	if err != nil {
		return nil, err
	}
	o := overview{view: c.request.view, whole: len(nodes), place: map[snapshot.Node]int{}}
	limit, _ := c.args["limit"].(int)
	if limit < 1 || limit > timeline.MaxPlaced {
		return nil, guard.Refuse(guard.BadRequest, "limit must lie between 1 and %d", timeline.MaxPlaced)
	}
	if len(c.strings("ids")) == 0 || len(nodes) > limit {
		nodes = o.mostCited(nodes, min(limit, len(nodes)))
	}
	relations := c.strings("relations")
	if len(relations) == 0 {
		relations = citationRelations()
	}
	edges, err := snapshot.Among(c.ctx, o.Snapshot, nodes, relations...)
	if err != nil {
		return nil, errLate
	}
	if o.Timeline, err = timeline.Arrange(c.ctx, o.Snapshot, nodes, edges, timeline.ByYear); err != nil {
		return nil, errLate
	}
	if o.lines, err = timeline.Lines(c.ctx, o.Snapshot, edges); err != nil {
		return nil, errLate
	}
	for i, p := range o.Places {
		o.place[p.Node] = i
	}
	return o, nil
}

// overviewed are the acts that an overview is asked for.
func (c call) overviewed() ([]snapshot.Node, error) {
	v := c.request.view
	ids := c.strings("ids")
	if len(ids) == 0 {
		return v.Nodes("Act"), nil
	}
	start, err := c.starts(ids)
	if err != nil {
		return nil, err
	}
	limits, err := c.hops()
	if err != nil {
		return nil, err
	}
	limits.Within = func(n snapshot.Node) bool { return v.Kind(n) == "Act" }
	direction, given := directions[c.string("direction")]
	if !given {
		direction = snapshot.Both
	}
	reached, err := v.Reach(c.ctx, start, direction, limits)
	if err != nil {
		return nil, errLate
	}
	return reached.Nodes, nil
}

// mostCited are so many of some entities, those that most others cite; among equals
// the first by id.
func (v *view) mostCited(nodes []snapshot.Node, most int) []snapshot.Node {
	cited := make(map[snapshot.Node]int, len(nodes))
	for _, n := range nodes {
		cited[n] = timeline.Cited(v.Snapshot, n)
	}
	sorted := slices.Clone(nodes)
	slices.SortFunc(sorted, func(a, b snapshot.Node) int {
		return cmp.Or(cited[b]-cited[a], graph.CompareNatural(v.ID(a), v.ID(b)))
	})
	return sorted[:most]
}
