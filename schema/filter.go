package schema

import (
	"slices"
	"strings"

	"github.com/graphql-go/graphql"

	"mandategraph/graph"
)

// A filter is an argument of a list of entities. test turns its value into a
// condition once for a request.
type filter struct {
	argument
	kinds []string // empty: every kind
	test  func(v *view, value any) condition
}

type condition func(e entity) bool

func (b *builder) filters() []filter {
	acts, mandates, gatherings := []string{"Act"}, []string{"Mandate"}, []string{"Session", "Meeting"}
	return []filter{
		{argument{name: "title", typ: graphql.String, doc: "Only those whose title contains these words, in any case and with or without accents."}, nil, byTitle},
		{argument{name: "number", typ: graphql.String, doc: "Only those with this number."}, acts, byNumber},
		{argument{name: "kind", typ: b.actKind, doc: "Only resolutions, or only decisions."}, acts, byText(func(e entity) string { return e.either("actKind", actKind) })},
		{argument{name: "status", typ: graphql.String, doc: "Only adopted, draft or discontinued ones."}, acts, byText(func(e entity) string { return e.value("status") })},
		{argument{name: "loaded", typ: graphql.Boolean, doc: "Only those whose own text is in the store, or only those that are merely cited."}, acts, byLoaded},
		{argument{name: "session", typ: graphql.ID, doc: "Only those of this session, by id."}, acts, byText(func(e entity) string { return e.value("session") })},
		{argument{name: "sponsor", typ: graphql.ID, doc: "Only those that this State, group or organization sponsored, by id."}, acts, bySponsor},
		{argument{name: "body", typ: graphql.String, doc: "Only those of this body, by code, id or name."}, slices.Concat(acts, gatherings), byBody},
		{argument{name: "addressee", typ: graphql.ID, doc: "Only those that address this entity, by id."}, mandates, byAddressee},
		{argument{name: "act", typ: graphql.ID, doc: "Only those that this act or document gives, by id."}, mandates, byText(func(e entity) string { id, _, _ := strings.Cut(e.id(), "#"); return id })},
		{argument{name: "relation", typ: b.relationName, doc: "Only those whose operative verb is this relation."}, mandates, byText(func(e entity) string { return e.value("verb") })},
	}
}

// filtersOf are the filters that the list of a kind takes.
func (b *builder) filtersOf(kind string) []filter {
	return slices.DeleteFunc(b.filters(), func(f filter) bool { return len(f.kinds) > 0 && !slices.Contains(f.kinds, kind) })
}

// filtered resolves the list of a kind.
func filtered(kind string, filters []filter) resolver {
	return func(c call) (any, error) {
		v := c.request.view
		nodes := v.Nodes(kind)
		for _, f := range filters {
			if value, given := c.args[f.name]; given {
				holds := f.test(v, value)
				nodes = slices.DeleteFunc(slices.Clone(nodes), func(n graph.Node) bool { return !holds(entity{v, n}) })
			}
			if c.ctx.Err() != nil {
				return nil, errLate
			}
		}
		return v.entities(nodes, true).page(c)
	}
}

func byText(get func(e entity) string) func(*view, any) condition {
	return func(_ *view, value any) condition {
		return func(e entity) bool { return get(e) == value }
	}
}

func byTitle(_ *view, value any) condition {
	words := strings.ToLower(graph.Fold(value.(string)))
	return func(e entity) bool { return strings.Contains(strings.ToLower(graph.Fold(e.Title(e.node))), words) }
}

func byNumber(_ *view, value any) condition {
	reference := graph.Reference{Number: strings.Join(strings.Fields(value.(string)), "")}
	return func(e entity) bool { return reference.Matches(e.id()) }
}

func byLoaded(_ *view, value any) condition {
	return func(e entity) bool { return e.Loaded(e.node) == value }
}

func byBody(_ *view, value any) condition {
	code := bodyCode(value.(string))
	return func(e entity) bool {
		body, _, _, ok := graph.SplitActID(e.id())
		return ok && body == code || e.value("body") == graph.BodyID(code)
	}
}

func bySponsor(v *view, value any) condition {
	sponsored := map[graph.Node]bool{}
	if n, ok := v.Lookup(value.(string)); ok {
		for _, e := range v.Out(n, "sponsors") {
			_, act := v.Ends(e)
			sponsored[act] = true
		}
	}
	return func(e entity) bool { return sponsored[e.node] }
}

func byAddressee(_ *view, value any) condition {
	return func(e entity) bool { return slices.Contains(e.Values(e.node, "addressee"), value.(string)) }
}
