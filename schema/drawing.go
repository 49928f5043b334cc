package schema

import (
	"slices"

	"github.com/graphql-go/graphql"

	"mandategraph/graph"
	"mandategraph/graph/snapshot"
	"mandategraph/graph/timeline"
)

// What a drawing shows beside places: lines instead of statements, what to write on
// an act, and how much is folded into it.

// A drawnLine is one line of a drawing.
type drawnLine struct {
	*view
	timeline.Line
}

// declareDrawing makes the types of a drawing's lines, folds and legend.
func (b *builder) declareDrawing() {
	b.class = enum(
		"RelationClassName", "What relations have in common to whoever looks at a drawing.",
		func(add func(name, doc string)) {
			for _, c := range graph.Classes {
				add(c.Name, "What "+c.Title+".")
			}
		},
	)
	b.count = b.countType()
	b.line = b.object(
		"Line", "All statements that run from one entity to another, as one line of a drawing.", nil, b.lineRows,
	)
	b.fold = b.object("Fold", "What is joined to an entity and is no act, of one family of kinds.", nil, b.foldRows)
}

func (b *builder) lineRows() []field {
	return append(joinRows(
		"The id of the subject.", func(l drawnLine) string { return l.ID(l.Source) },
		"The id of the object.", func(l drawnLine) string { return l.ID(l.Target) },
		"How many statements it stands for.", func(l drawnLine) int { return len(l.Edges) },
	), []field{
		{
			name: "class", typ: required(b.class),
			doc:  "The class of its strongest relation.",
			text: text(func(l drawnLine) string { return l.Class }),
		},
		{
			name: "relations", typ: listOf(b.count), weight: inherit,
			doc:     "Its relations with the number of statements, the most frequent first.",
			resolve: of(drawnLine.relations),
		},
		{
			name: "backbone", typ: required(graphql.Boolean),
			doc:     "Whether no chain of other lines leads from its source to its target (transitive reduction).",
			resolve: of(func(l drawnLine) any { return l.Backbone }),
		},
	}...)
}

func (l drawnLine) relations() any {
	counts := map[string]int{}
	for _, e := range l.Edges {
		counts[l.Relation(e)]++
	}
	return tallies(counts)
}

func (b *builder) foldRows() []field {
	return []field{
		{
			name: "key", typ: required(graphql.String),
			doc:  "Names the family, as the lanes of a timeline do.",
			text: text(func(f timeline.Fold) string { return f.Key }),
		},
		{
			name: "label", typ: required(graphql.String),
			doc:  "The family, in English.",
			text: text(func(f timeline.Fold) string { return f.Label }),
		},
		{
			name: "kinds", typ: listOf(b.kindName),
			doc:     "The kinds of the family.",
			resolve: of(func(f timeline.Fold) any { return f.Kinds }),
		},
		{
			name: "count", typ: required(graphql.Int),
			doc:     "How many different ones there are in the whole store.",
			resolve: of(func(f timeline.Fold) any { return f.Count }),
		},
	}
}

// drawnRows are the fields of an entity that a drawing shows.
func (b *builder) drawnRows() []field {
	return []field{
		{
			name: "number", typ: graphql.String, doc: "What to write inside an act: 1051 (1996), 12/4; null for what is no act.",
			text: text(func(n neighbour) string { return timeline.Number(n.Snapshot, n.node) }),
		},
		{
			name: "subject", typ: graphql.String,
			doc:  "What it is about in few words: its title without the usual opening, else what its text shows.",
			text: text(func(n neighbour) string { return timeline.Subject(n.Snapshot, n.node) }),
		},
		{
			name: "cited", typ: required(graphql.Int), doc: "How many acts and documents of the whole store cite it.",
			resolve: of(func(n neighbour) any { return timeline.Cited(n.Snapshot, n.node) }),
		},
		{
			name: "folds", typ: listOf(b.fold), weight: inherit, doc: "What is joined to it in the whole store and is no act.",
			resolve: of(func(n neighbour) any {
				folds := timeline.Folds(n.Snapshot, n.node)
				if folds == nil {
					return []timeline.Fold{}
				}
				return folds
			}),
		},
	}
}

// linesRow are the lines of what a traversal reached.
func (b *builder) linesRow() field {
	return field{
		name: "lines", typ: listOf(b.line), weight: inherit,
		doc: "The statements gathered into lines, in the order of their ends.",
		resolve: with(func(h neighbourhood, c call) (any, error) {
			lines, err := timeline.Lines(c.ctx, h.Snapshot, h.links)
			if err != nil {
				return nil, errLate
			}
			list := make([]drawnLine, len(lines))
			for i, l := range lines {
				list[i] = drawnLine{h.view, l}
			}
			return list, nil
		}),
	}
}

// drawingRows are the root fields that serve drawings.
func (b *builder) drawingRows(hood *graphql.Object, direction *graphql.Enum, relations, cites argument) []field {
	class := b.object("RelationClass", "A class of relations, with a line of its own in drawings.", nil, func() []field {
		return []field{
			{
				name: "name", typ: required(b.class),
				doc:  "Its name.",
				text: text(func(c graph.Class) string { return c.Name }),
			},
			{
				name: "title", typ: required(graphql.String),
				doc:  "What a legend says, in English.",
				text: text(func(c graph.Class) string { return c.Title }),
			},
			{
				name: "relations", typ: listOf(b.relationName),
				doc:     "The relations of the class.",
				resolve: of(relationsIn),
			},
		}
	})
	return []field{
		{
			name: "relationClasses", typ: listOf(class), weight: fixedWeight(len(graph.Classes)),
			doc:     "The classes of relations, the strongest first.",
			resolve: func(call) (any, error) { return graph.Classes, nil },
		},
		{
			name: "among", typ: hood, weight: listWeight("ids"), resolve: amongThem,
			doc: "Some entities and the statements that join two of them.",
			args: []argument{
				{
					name: "ids", typ: listOf(graphql.ID), most: maxGiven,
					doc: "The ids of the entities; the lane of the first one's body stands at the top.",
				},
				relations,
			},
		},
		b.commonRow(cites),
		b.overviewRow(direction, cites),
	}
}

func relationsIn(class graph.Class) any {
	var names []string
	for _, r := range graph.Relations {
		if r.Class == class.Name {
			names = append(names, r.Name)
		}
	}
	return names
}

func amongThem(c call) (any, error) {
	nodes, err := c.starts(c.strings("ids"))
	if err != nil {
		return nil, err
	}
	edges, err := snapshot.Among(c.ctx, c.request.view.Snapshot, nodes, c.strings("relations")...)
	if err != nil {
		return nil, errLate
	}
	h := neighbourhood{view: c.request.view, links: edges, direction: snapshot.Both, start: nodes}
	h.Distance = map[snapshot.Node]int{}
	for _, n := range nodes {
		if _, known := h.Distance[n]; !known {
			h.Distance[n] = 0
			h.Nodes = append(h.Nodes, n)
		}
	}
	return h.within(c), nil
}

// within cuts the statements to as many as an answer may have.
func (h neighbourhood) within(c call) neighbourhood {
	if most := c.request.options.MaxCost; len(h.links) > most {
		h.links, h.truncated = slices.Clip(h.links[:most]), true
	}
	return h
}
