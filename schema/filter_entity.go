package schema

import (
	"slices"

	"github.com/graphql-go/graphql"

	"mandategraph/graph/snapshot"
)

// entityFilters are the conditions of an entity of any kind, such as either end of a
// statement or what a search finds: the members of the input type EntityFilter.
func (b *builder) entityFilters() []filter {
	list := func(of graphql.Type) *graphql.List { return graphql.NewList(required(of)) }
	return []filter{
		{
			argument{name: "ids", typ: list(graphql.ID), doc: "Only these, by id; all where empty."}, nil,
			oneOf(entity.id), nil,
		},
		{
			argument{name: "kinds", typ: list(b.kindName), doc: "Only of these kinds; all where empty."}, nil,
			oneOf(entity.kind), nil,
		},
		{
			argument{
				name: "body", typ: graphql.String,
				doc: "Only what this body adopted or holds, and what stands therein, by code, id or name.",
			},
			nil, byBody, knownBody,
		},
		{
			argument{name: "actKind", typ: b.actKind, doc: "Only acts that are resolutions, or only decisions."}, nil,
			byText(func(e entity) string { return e.either("actKind", actKind) }), nil,
		},
		{
			argument{name: "loaded", typ: graphql.Boolean, doc: "Only acts whose own text is in the store, or is not."}, nil,
			byLoadedAct, nil,
		},
		{
			argument{name: "since", typ: b.date, doc: "Only of this date and later; a mandate has that of its act."}, nil,
			bySince, nil,
		},
		{
			argument{name: "until", typ: b.date, doc: "Only of this date and earlier, with the whole of a year or month."}, nil,
			byUntil, nil,
		},
		{
			argument{name: "title", typ: graphql.String, doc: "Only those whose title contains these words, in any case."}, nil,
			byTitle, nil,
		},
		{
			argument{
				name: "subject", typ: graphql.String,
				doc: "Only acts and documents, and what stands therein, that have all these words in their title or text or in a " +
					"subject under which they are catalogued; or, by its id, only those under a subject.",
			},
			nil, byOwnSubject, actsAbout,
		},
	}
}

func oneOf(get func(entity) string) func(*view, any) condition {
	return func(_ *view, value any) condition {
		list, _ := value.([]any)
		return func(e entity) bool { return len(list) == 0 || slices.Contains(list, any(get(e))) }
	}
}

// byOwnSubject is bySubject with what stands in an act or document.
func byOwnSubject(v *view, value any) condition {
	holds := bySubject(v, value)
	return func(e entity) bool { return holds(e.owning()) }
}

// fitting is the condition that a value of an input type of filters makes.
func (c call) fitting(filters []filter, given map[string]any) (condition, error) {
	var all []condition
	for _, f := range filters {
		if value := given[f.name]; value != nil {
			holds, err := f.condition(c, value)
			if err != nil {
				return nil, err
			}
			all = append(all, holds)
		}
	}
	return func(e entity) bool {
		return !slices.ContainsFunc(all, func(holds condition) bool { return !holds(e) })
	}, nil
}

// eitherEnd are the filters of statements that look at both their ends.
func (b *builder) eitherEnd() []statementFilter {
	filters := b.entityFilters()
	at := func(end ends) statementTest {
		return func(c call, value any) (func(statement) bool, error) {
			given, _ := value.(map[string]any)
			holds, err := c.fitting(filters, given)
			return func(s statement) bool {
				n := end(s.Ends(s.edge))
				return n != snapshot.NoNode && holds(entity{s.view, n})
			}, err
		}
	}
	return []statementFilter{
		{argument{name: "source", typ: b.entityFilter, doc: "Only where the subject fits."}, at(sourceEnd)},
		{argument{name: "target", typ: b.entityFilter, doc: "Only where the object is an entity that fits."}, at(targetEnd)},
	}
}
