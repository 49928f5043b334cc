package schema

import (
	"slices"
	"strings"

	"github.com/graphql-go/graphql"

	"mandategraph/graph/snapshot"
)

// A statementFilter is a condition of a list of statements: a member of the
// input type StatementFilter.
type statementFilter struct {
	argument
	test func(v *view, value any) func(s statement) bool
}

func (b *builder) statementFilters() []statementFilter {
	return append(b.endFilters(), b.evidenceFilters()...)
}

// endFilters look at the relation and at the entity at the far end.
func (b *builder) endFilters() []statementFilter {
	return []statementFilter{
		{
			argument{
				name: "relations", typ: graphql.NewList(required(b.relationName)), doc: "Only these relations; all where empty.",
			},
			anyOf(func(s statement) string { return s.Relation(s.edge) }),
		},
		{
			argument{
				name: "kinds", typ: graphql.NewList(required(b.kindName)),
				doc: "Only with an entity of these kinds at the far end; all where empty.",
			},
			anyOf(func(s statement) string { return s.farKind() }),
		},
		{
			argument{
				name: "ends", typ: graphql.NewList(required(graphql.ID)),
				doc: "Only with one of these entities at the far end, by id; all where empty.",
			},
			anyOf(func(s statement) string { return s.farID() }),
		},
		{
			argument{
				name: "body", typ: graphql.String, doc: "Only with an act of this body at the far end, by code, id or name.",
			},
			atFarEnd(byBody),
		},
		{
			argument{
				name: "loaded", typ: graphql.Boolean,
				doc: "Only with an act at the far end whose own text is in the store, or is not.",
			},
			atFarEnd(byLoadedAct),
		},
		{
			argument{name: "since", typ: b.date, doc: "Only with an entity of this date and later at the far end."},
			atFarEnd(bySince),
		},
		{
			argument{name: "until", typ: b.date, doc: "Only with an entity of this date and earlier at the far end."},
			atFarEnd(byUntil),
		},
	}
}

// evidenceFilters look at what states the statement, and how.
func (b *builder) evidenceFilters() []statementFilter {
	return []statementFilter{
		{
			argument{name: "document", typ: graphql.ID, doc: "Only what this document states, by id."},
			equal(func(s statement) string { return s.Evidence(s.edge).Document }),
		},
		{
			argument{name: "endsSince", typ: b.date, doc: "Only what says that something goes on until this date or later."},
			ending(notBefore),
		},
		{
			argument{name: "endsUntil", typ: b.date, doc: "Only what says that something goes on until this date or earlier."},
			ending(notAfter),
		},
		{
			argument{name: "rule", typ: graphql.String, doc: "Only what this rule of the loader made."},
			equal(func(s statement) string { return s.Qualifier(s.edge, "rule") }),
		},
		{
			argument{name: "confidence", typ: graphql.String, doc: "Only with this confidence: certain, or likely."},
			equal(func(s statement) string { return s.Qualifier(s.edge, "confidence") }),
		},
		{
			argument{
				name: "quote", typ: graphql.String,
				doc: "Only where the words that prove the statement contain these, in any case.",
			},
			quoting,
		},
	}
}

func (s statement) farID() string {
	if s.far == snapshot.NoNode {
		return ""
	}
	return s.ID(s.far)
}

func (s statement) farKind() string {
	if s.far == snapshot.NoNode {
		return ""
	}
	return s.Kind(s.far)
}

func equal(get func(statement) string) func(*view, any) func(statement) bool {
	return func(_ *view, value any) func(statement) bool {
		return func(s statement) bool { return get(s) == value }
	}
}

func anyOf(get func(statement) string) func(*view, any) func(statement) bool {
	return func(_ *view, value any) func(statement) bool {
		list, _ := value.([]any)
		return func(s statement) bool { return len(list) == 0 || slices.Contains(list, any(get(s))) }
	}
}

func atFarEnd(test func(*view, any) condition) func(*view, any) func(statement) bool {
	return func(v *view, value any) func(statement) bool {
		holds := test(v, value)
		return func(s statement) bool { return s.far != snapshot.NoNode && holds(entity{s.view, s.far}) }
	}
}

// ending compares the date until which a statement says that something goes on.
func ending(fits func(date, bound string) bool) func(*view, any) func(statement) bool {
	return func(v *view, value any) func(statement) bool {
		return func(s statement) bool { return fits(v.dateOf(s.Qualifier(s.edge, "until")), value.(string)) }
	}
}

func quoting(_ *view, value any) func(statement) bool {
	words := strings.ToLower(value.(string))
	return func(s statement) bool { return strings.Contains(strings.ToLower(s.Evidence(s.edge).Quote), words) }
}

// selected keeps the edges that fit the argument filter, in the order of the
// argument orderBy; sorted says that this is the order of their numbers.
func (v *view) selected(
	c call, edges []snapshot.Edge, far ends, filters []statementFilter,
) (list []snapshot.Edge, sorted bool) {
	given, _ := c.args["filter"].(map[string]any)
	for _, f := range filters {
		if value := given[f.name]; value != nil {
			holds := f.test(v, value)
			edges = slices.DeleteFunc(slices.Clone(edges), func(e snapshot.Edge) bool {
				return c.request.stopped() || !holds(statement{v, e, far(v.Ends(e))})
			})
		}
	}
	return ordered(c, edges, statementOrders(v, far))
}
