package schema

import (
	"slices"
	"strings"

	"github.com/graphql-go/graphql"

	"mandategraph/graph"
	"mandategraph/graph/snapshot"
)

// mandateFilters are those of the register of mandates: who must do what, by when,
// how often and until when.
func (b *builder) mandateFilters() []filter {
	rows := slices.Concat(b.askedFilters(), b.termFilters())
	for i := range rows {
		rows[i].kinds = duties
	}
	return rows
}

// askedFilters look at who asks what of whom.
func (b *builder) askedFilters() []filter {
	return []filter{
		{argument: argument{
			name: "addressee", typ: graphql.ID, doc: "Only those that address this entity, by id.",
		}, test: naming("addressee"), settle: one("entity", everyKind()...)},
		{argument: argument{
			name: "recipient", typ: graphql.ID, doc: "Only those that ask to report to this entity, by id.",
		}, test: naming("recipient"), settle: one("entity", everyKind()...)},
		{argument: argument{
			name: "act", typ: graphql.ID, doc: "Only those that this act or document gives, by id.",
		}, test: byText(func(e entity) string { return ownerID(e.id()) }), settle: one("act or document", "Act", "Document")},
		{argument: argument{
			name: "relation", typ: b.relationName, doc: "Only those whose operative verb is this relation.",
		}, test: byText(func(e entity) string { return e.value("verb") })},
		{argument: argument{
			name: "relations", typ: graphql.NewList(required(b.relationName)),
			doc: "Only those whose operative verb is one of these relations; all where empty.",
		}, test: byVerbs},
		{argument: argument{
			name: "words", typ: graphql.String, doc: "Only those whose clause has all these words, in any case, with or without accents.",
		}, test: byWords},
		{argument: argument{
			name: "reports", typ: graphql.Boolean, doc: "Only those that ask for a report, or only the others.",
		}, test: stating("reports")},
	}
}

// termFilters look at when, how often, until when and under which condition.
func (b *builder) termFilters() []filter {
	moment := "A session counts with its date, where that is known."
	return []filter{
		{argument: argument{
			name: "withDeadline", typ: graphql.Boolean, doc: "Only those that say by when, or only the others.",
		}, test: stating("due", "dueText")},
		{argument: argument{
			name: "dueSince", typ: b.date, doc: "Only those that are due on this date and later. " + moment,
		}, test: between("due", notBefore)},
		{argument: argument{
			name: "dueUntil", typ: b.date, doc: "Only those that are due on this date and earlier. " + moment,
		}, test: between("due", notAfter)},
		{argument: argument{
			name: "withEnd", typ: graphql.Boolean, doc: "Only those that say until when, or only the others.",
		}, test: stating("until")},
		{argument: argument{
			name: "endsSince", typ: b.date, doc: "Only those that end on this date and later. " + moment,
		}, test: between("until", notBefore)},
		{argument: argument{
			name: "endsUntil", typ: b.date, doc: "Only those that end on this date and earlier. " + moment,
		}, test: between("until", notAfter)},
		{argument: argument{
			name: "recurring", typ: graphql.Boolean, doc: "Only those that are to be done again and again, or only the others.",
		}, test: stating("recurrence")},
		{argument: argument{
			name: "condition", typ: graphql.String,
			doc: "Only those with this condition: extrabudgetary, existing resources, upon request, within mandate, other; " +
				"none for those without.",
		}, test: byCondition},
	}
}

// ownerID is the act or document of a mandate or paragraph.
func ownerID(id string) string { owner, _, _ := strings.Cut(id, "#"); return owner }

// owning is the act or document of a mandate or paragraph; any other entity is its own.
func (e entity) owning() entity {
	id := e.id()
	owner := ownerID(id)
	if owner == id {
		return e
	}
	if n, ok := e.Lookup(owner); ok {
		return entity{e.view, n}
	}
	return e
}

// naming looks for an entity among the values of a property.
func naming(property string) func(*view, any) condition {
	return func(_ *view, value any) condition {
		return func(e entity) bool { return slices.Contains(e.Values(e.node, property), value.(string)) }
	}
}

// stating asks whether one of some properties is stated.
func stating(properties ...string) func(*view, any) condition {
	return func(_ *view, value any) condition {
		return func(e entity) bool {
			return slices.ContainsFunc(properties, func(p string) bool { return e.value(p) != "" }) == value
		}
	}
}

// between compares the dates of a property that holds dates or sessions.
func between(property string, fits func(date, bound string) bool) func(*view, any) condition {
	return func(v *view, value any) condition {
		return func(e entity) bool {
			return slices.ContainsFunc(e.Values(e.node, property), func(s string) bool {
				return fits(v.dateOf(s), value.(string))
			})
		}
	}
}

// dateOf is a date, or that of a session by its id.
func (v *view) dateOf(moment string) string {
	if n, ok := v.Lookup(moment); ok {
		return v.date(n)
	}
	if _, ok := graph.DateType(moment); ok {
		return moment
	}
	return ""
}

// firstMoment is the earliest date of a property that holds dates or sessions.
func (v *view) firstMoment(n snapshot.Node, property string) string {
	first := ""
	for _, moment := range v.Values(n, property) {
		if date := v.dateOf(moment); date != "" && (first == "" || date < first) {
			first = date
		}
	}
	return first
}

// dateOfOwner is the date of an entity, of a mandate or paragraph that of its act.
func (v *view) dateOfOwner(n snapshot.Node) string {
	if kind := v.Kind(n); kind == "Mandate" || kind == "Paragraph" {
		return v.date(entity{v, n}.owning().node)
	}
	return v.date(n)
}

func byVerbs(_ *view, value any) condition {
	list, _ := value.([]any)
	return func(e entity) bool { return len(list) == 0 || slices.Contains(list, any(e.value("verb"))) }
}

func byWords(_ *view, value any) condition {
	words := strings.Fields(folded(value.(string)))
	return func(e entity) bool {
		clause := folded(e.value("clause"))
		return !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(clause, w) })
	}
}

func folded(text string) string { return strings.ToLower(graph.Fold(text)) }

func byCondition(_ *view, value any) condition {
	return func(e entity) bool {
		conditions := e.Values(e.node, "condition")
		return value == "none" && len(conditions) == 0 || slices.Contains(conditions, value.(string))
	}
}
