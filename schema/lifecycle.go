package schema

import (
	"github.com/graphql-go/graphql"

	"mandategraph/graph"
	"mandategraph/graph/snapshot"
	"mandategraph/graph/timeline"
	"mandategraph/schema/guard"
)

// A life is how an entity began, went on and ended.
type life struct {
	*view
	timeline.Life
	pin string
}

// A step is what one act did with it.
type lifeStep struct {
	*view
	timeline.Step
	entity snapshot.Node
}

// lifecycleRow is the root field that walks the chain of an entity.
func (b *builder) lifecycleRow() field {
	step := b.object("LifecycleStep", "What one act did: began, carried on, changed or ended something.", nil, b.stepRows)
	gap := b.object("LifecycleGap", "A time for which no loaded text keeps the entity alive.", nil, gapRows)
	whole := b.object("Lifecycle", "How something began, went on and ended, as far as the loaded texts say.", nil,
		func() []field { return b.lifeRows(step, gap) })
	return field{
		name: "lifecycle", typ: whole, weight: fixedWeight(100), resolve: lifecycle,
		doc: "How a body, operation, mechanism or measure began, by what it was extended until when, what changed it and " +
			"what ended it. A measure or a request is the act that laid it down, with the paragraph as pin.",
		args: []argument{
			idArgument("The id of a body, act or instrument."),
			{name: "pin", typ: graphql.String, doc: "Of an act only this part: paragraph 9."},
		},
	}
}

func lifecycle(c call) (any, error) {
	v := c.request.view
	n, ok := v.Lookup(c.string("id"))
	if !ok {
		return nil, guard.Refuse(guard.NotFound, "there is no entity %q", guard.Shorten(c.string("id")))
	}
	return life{v, timeline.LifeOf(v.Snapshot, n, c.string("pin")), c.string("pin")}, nil
}

func (b *builder) lifeRows(step, gap *graphql.Object) []field {
	return []field{
		{name: "entity", typ: required(b.entity), doc: "What it is about.", resolve: of(func(l life) any { return l.at(l.Entity) })},
		{name: "pin", typ: graphql.String, doc: "The part of the act, where one was asked for.", text: text(func(l life) string { return l.pin })},
		{
			name: "steps", typ: listOf(step), weight: inherit, doc: "The steps by their dates; those without a date come last.",
			resolve: of(func(l life) any {
				steps := make([]lifeStep, len(l.Steps))
				for i, s := range l.Steps {
					steps[i] = lifeStep{l.view, s, l.Entity}
				}
				return steps
			}),
		},
		{
			name: "until", typ: graphql.String, doc: "The date, or the id of the session, until which the last step lets it go on.",
			text: text(func(l life) string { return l.Until }),
		},
		{
			name: "ended", typ: required(graphql.Boolean), doc: "Whether the last step ended it.",
			resolve: of(func(l life) any { return l.Ended }),
		},
		{
			name: "gaps", typ: listOf(gap), weight: inherit,
			doc:     "The times between the end that one step set and the next step: what kept it alive is not loaded.",
			resolve: of(func(l life) any { return l.Gaps }),
		},
	}
}

func (b *builder) stepRows() []field {
	return []field{
		{name: "act", typ: required(b.entity), doc: "The act that did it.", resolve: of(func(s lifeStep) any { return s.at(s.Act) })},
		{name: "relation", typ: required(b.relationName), doc: "What it did.", resolve: of(func(s lifeStep) any { return s.Relation })},
		{name: "words", typ: required(graphql.String), doc: "The relation in words.", resolve: of(func(s lifeStep) any { return graph.Spaced(s.Relation) })},
		{name: "date", typ: b.date, doc: "When: the date of the act.", text: text(func(s lifeStep) string { return s.Date })},
		{
			name: "until", typ: graphql.String, doc: "The date, or the id of the session, until which it goes on.",
			text: text(func(s lifeStep) string { return s.Until }),
		},
		{
			name: "basis", typ: b.entity, doc: "The act in which it was contained.",
			resolve: of(func(s lifeStep) any { return s.find(s.qualifier("basis")) }),
		},
		{
			name: "derived", typ: required(graphql.Boolean), doc: "Whether no words say so: the act that laid down a measure began it.",
			resolve: of(func(s lifeStep) any { return len(s.Edges) == 0 }),
		},
		{
			name: "statements", typ: listOf(b.link), weight: inherit, doc: "The statements that say so, with the words that prove them.",
			resolve: of(func(s lifeStep) any {
				list := make([]statement, len(s.Edges))
				for i, e := range s.Edges {
					list[i] = statement{s.view, e, s.entity}
				}
				return list
			}),
		},
	}
}

// qualifier is one of the first statement of the step that has it.
func (s lifeStep) qualifier(name string) string {
	for _, e := range s.Edges {
		if value := s.Qualifier(e, name); value != "" {
			return value
		}
	}
	return ""
}

func gapRows() []field {
	return []field{
		{name: "from", typ: required(graphql.String), doc: "The end that the step before set.", resolve: of(func(g timeline.Gap) any { return g.From })},
		{name: "to", typ: required(graphql.String), doc: "The date of the next step.", resolve: of(func(g timeline.Gap) any { return g.To })},
	}
}
