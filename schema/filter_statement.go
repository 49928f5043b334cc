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
	test statementTest
}

// A statementTest turns a value into a condition once for a request; the error says
// that there is nothing of what the value names.
type statementTest func(c call, value any) (func(s statement) bool, error)

func (b *builder) statementFilters() []statementFilter {
	return slices.Concat(b.endFilters(), b.eitherEnd(), b.evidenceFilters())
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
			atFarEnd(byBody, knownBody),
		},
		{
			argument{
				name: "loaded", typ: graphql.Boolean,
				doc: "Only with an act at the far end whose own text is in the store, or is not.",
			},
			atFarEnd(byLoadedAct, nil),
		},
		{
			argument{name: "since", typ: b.date, doc: "Only with an entity of this date and later at the far end."},
			atFarEnd(bySince, nil),
		},
		{
			argument{name: "until", typ: b.date, doc: "Only with an entity of this date and earlier at the far end."},
			atFarEnd(byUntil, nil),
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

func equal(get func(statement) string) statementTest {
	return func(_ call, value any) (func(statement) bool, error) {
		return func(s statement) bool { return get(s) == value }, nil
	}
}

func anyOf(get func(statement) string) statementTest {
	return func(_ call, value any) (func(statement) bool, error) {
		list, _ := value.([]any)
		return func(s statement) bool { return len(list) == 0 || slices.Contains(list, any(get(s))) }, nil
	}
}

// atFarEnd tests the entity at the far end; settle is that of a filter of entities.
func atFarEnd(test func(*view, any) condition, settle func(call, any) (any, error)) statementTest {
	return func(c call, value any) (func(statement) bool, error) {
		holds, err := filter{test: test, settle: settle}.condition(c, value)
		return func(s statement) bool { return s.far != snapshot.NoNode && holds(entity{s.view, s.far}) }, err
	}
}

// ending compares the date until which a statement says that something goes on.
func ending(fits func(date, bound string) bool) statementTest {
	return func(c call, value any) (func(statement) bool, error) {
		v := c.request.view
		return func(s statement) bool { return fits(v.dateOf(s.Qualifier(s.edge, "until")), value.(string)) }, nil
	}
}

func quoting(_ call, value any) (func(statement) bool, error) {
	words := strings.ToLower(value.(string))
	return func(s statement) bool { return strings.Contains(strings.ToLower(s.Evidence(s.edge).Quote), words) }, nil
}

// statementCondition is what the argument filter asks of statements.
func (c call) statementCondition(filters []statementFilter) (func(statement) bool, error) {
	given, _ := c.args["filter"].(map[string]any)
	var all []func(statement) bool
	for _, f := range filters {
		if value := given[f.name]; value != nil {
			holds, err := f.test(c, value)
			if err != nil {
				return nil, err
			}
			all = append(all, holds)
		}
	}
	return func(s statement) bool {
		return !slices.ContainsFunc(all, func(holds func(statement) bool) bool { return !holds(s) })
	}, nil
}

// selected keeps the edges that fit the argument filter, in the order of the
// argument orderBy; sorted says that this is the order of their numbers.
func (v *view) selected(
	c call, edges []snapshot.Edge, far ends, filters []statementFilter,
) (list []snapshot.Edge, sorted bool, err error) {
	if c.args["filter"] != nil {
		holds, err := c.statementCondition(filters)
		if err != nil {
			return nil, false, err
		}
		edges = slices.DeleteFunc(slices.Clone(edges), func(e snapshot.Edge) bool {
			return c.request.stopped() || !holds(statement{v, e, far(v.Ends(e))})
		})
	}
	list, sorted = ordered(c, edges, statementOrders(v, far))
	return list, sorted, nil
}
