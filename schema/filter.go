package schema

import (
	"slices"
	"strings"

	"github.com/graphql-go/graphql"

	"mandategraph/graph"
	"mandategraph/graph/names"
	"mandategraph/graph/snapshot"
	"mandategraph/schema/guard"
)

// A filter is a condition of a list of entities: an argument of the list and a
// member of its input type. test turns its value into a condition once for a
// request.
type filter struct {
	argument
	kinds []string // empty: every kind
	test  func(v *view, value any) condition
	// settle finds what the value names before it is tested, or says that there is
	// nothing of the kind: an empty list would look like an answer. It is nil where
	// any value may be tested.
	settle func(c call, value any) (any, error)
}

type condition func(e entity) bool

func (b *builder) filters() []filter {
	return slices.Concat(b.actFilters(), subjectFilters(), b.commonFilters(), b.mandateFilters())
}

// actFilters are that of titles, which every kind has, and those of acts.
func (b *builder) actFilters() []filter {
	acts := []string{"Act"}
	return []filter{
		{
			argument{
				name: "title", typ: graphql.String,
				doc: "Only those whose title, or clause, contains these words, in any case and with or without accents.",
			},
			nil, byTitle, nil,
		},
		{argument{name: "number", typ: graphql.String, doc: "Only those with this number."}, acts, byNumber, nil},
		{
			argument{name: "kind", typ: b.actKind, doc: "Only resolutions, or only decisions."}, acts,
			byText(func(e entity) string { return e.either("actKind", actKind) }), nil,
		},
		{
			argument{name: "status", typ: graphql.String, doc: "Only adopted or draft ones."}, acts,
			byText(func(e entity) string { return e.value("status") }), nil,
		},
		{
			argument{
				name: "loaded", typ: graphql.Boolean,
				doc: "Only those whose own text is in the store, or only those that are merely cited.",
			},
			acts, byLoaded, nil,
		},
		{
			argument{name: "session", typ: graphql.ID, doc: "Only those of this session, by id."}, acts,
			byText(func(e entity) string { return e.value("session") }), one("session", "Session"),
		},
		{
			argument{name: "dated", typ: graphql.Boolean, doc: "Only those with a date, or only the others."}, acts,
			func(_ *view, value any) condition {
				return func(e entity) bool { return (e.date(e.node) != "") == value }
			}, nil,
		},
		{
			argument{name: "about", typ: graphql.String, doc: "Only those with exactly this subject, as the field about has it."}, acts,
			byText(func(e entity) string { return e.value("about") }), nil,
		},
		{
			argument{
				name: "sponsor", typ: graphql.ID, doc: "Only those that this State, group or organization sponsored, by id.",
			},
			acts, bySponsor, one("sponsor", sponsorKinds()...),
		},
	}
}

func sponsorKinds() []string {
	sponsors, _ := graph.RelationByName("sponsors")
	return sponsors.From
}

// commonFilters are those of acts and gatherings, and of what has a date.
func (b *builder) commonFilters() []filter {
	held := []string{"Act", "Session", "Meeting", "Mandate"}
	dated := slices.Concat(held, []string{"Document"})
	return []filter{
		{
			argument{name: "body", typ: graphql.String, doc: "Only those of this body, by code, id or name."},
			held, byBody, knownBody,
		},
		{
			argument{
				name: "since", typ: b.date,
				doc: "Only those of this date and later. A date that is printed less exactly fits where it may lie there.",
			},
			dated, bySince, nil,
		},
		{
			argument{name: "until", typ: b.date, doc: "Only those of this date and earlier, with the whole of a year or month."},
			dated, byUntil, nil,
		},
	}
}

// filtersOf are the filters that the list of a kind takes.
func (b *builder) filtersOf(kind string) []filter {
	return slices.DeleteFunc(
		b.filters(), func(f filter) bool { return len(f.kinds) > 0 && !slices.Contains(f.kinds, kind) },
	)
}

// filtered resolves the list of a kind.
func filtered(kind string, filters []filter) resolver {
	return func(c call) (any, error) {
		v := c.request.view
		nodes := v.Nodes(kind)
		whole, _ := c.args["filter"].(map[string]any)
		for _, f := range filters {
			for _, values := range []map[string]any{c.args, whole} {
				if value := values[f.name]; value != nil {
					holds, err := f.condition(c, value)
					if err != nil {
						return nil, err
					}
					nodes = slices.DeleteFunc(slices.Clone(nodes), func(n snapshot.Node) bool {
						return c.request.stopped() || !holds(entity{v, n})
					})
				}
			}
			if c.ctx.Err() != nil {
				return nil, errLate
			}
		}
		nodes, sorted := ordered(c, nodes, entityOrders(v))
		return v.entities(nodes, sorted).page(c)
	}
}

// condition turns a value into a condition.
func (f filter) condition(c call, value any) (condition, error) {
	if f.settle != nil {
		var err error
		if value, err = f.settle(c, value); err != nil {
			return nil, err
		}
	}
	return f.test(c.request.view, value), nil
}

// one settles the id of an entity of some kinds.
func one(what string, kinds ...string) func(call, any) (any, error) {
	return func(c call, value any) (any, error) {
		v := c.request.view
		for _, kind := range kinds {
			if n, ok := v.ofKind(kind, value.(string)); ok {
				return v.ID(n), nil
			}
		}
		return nil, guard.Refuse(guard.NotFound, "there is no %s %q", what, guard.Shorten(value.(string)))
	}
}

func everyKind() []string {
	kinds := make([]string, len(graph.Kinds))
	for i, k := range graph.Kinds {
		kinds[i] = k.Name
	}
	return kinds
}

// knownBody settles a body of the store or of the reference table.
func knownBody(c call, value any) (any, error) {
	code := bodyCode(value.(string))
	if _, known := names.BodyByCode(code); !known && c.request.view.findKind(graph.BodyID(code), "Body") == nil {
		return nil, guard.Refuse(guard.NotFound, "there is no body %q", guard.Shorten(value.(string)))
	}
	return value, nil
}

func byText(get func(e entity) string) func(*view, any) condition {
	return func(_ *view, value any) condition {
		return func(e entity) bool { return get(e) == value }
	}
}

func byTitle(_ *view, value any) condition {
	words := folded(value.(string))
	return func(e entity) bool {
		return strings.Contains(folded(e.Title(e.node)), words) ||
			e.kind() == "Mandate" && strings.Contains(folded(e.value("clause")), words)
	}
}

func byNumber(_ *view, value any) condition {
	reference := names.Reference{Number: strings.Join(strings.Fields(value.(string)), "")}
	return func(e entity) bool { return reference.Matches(e.id()) }
}

func byLoaded(_ *view, value any) condition {
	return func(e entity) bool { return e.Loaded(e.node) == value }
}

// byLoadedAct is byLoaded among entities of which only acts can be loaded.
func byLoadedAct(v *view, value any) condition {
	holds := byLoaded(v, value)
	return func(e entity) bool { return e.kind() == "Act" && holds(e) }
}

func byBody(_ *view, value any) condition {
	code := bodyCode(value.(string))
	return func(e entity) bool {
		e = e.owning()
		body, _, _, ok := graph.SplitActID(e.id())
		return ok && body == code || e.value("body") == graph.BodyID(code)
	}
}

func bySponsor(v *view, value any) condition {
	sponsored := map[snapshot.Node]bool{}
	if n, ok := v.Lookup(value.(string)); ok {
		for _, e := range v.Out(n, "sponsors") {
			_, act := v.Ends(e)
			sponsored[act] = true
		}
	}
	return func(e entity) bool { return sponsored[e.node] }
}

func bySince(_ *view, value any) condition {
	return func(e entity) bool { e = e.owning(); return notBefore(e.date(e.node), value.(string)) }
}

func byUntil(_ *view, value any) condition {
	return func(e entity) bool { e = e.owning(); return notAfter(e.date(e.node), value.(string)) }
}

// notBefore and notAfter compare dates of which each may be a year, a month or a
// day, as far as both say; no date is neither.
func notBefore(date, since string) bool {
	n := min(len(date), len(since))
	return n > 0 && date[:n] >= since[:n]
}

func notAfter(date, until string) bool {
	n := min(len(date), len(until))
	return n > 0 && date[:n] <= until[:n]
}
