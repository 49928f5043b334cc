package schema

import (
	"slices"

	"github.com/graphql-go/graphql"

	"mandategraph/graph"
)

// A presentation says how a property appears where that is not the rule. The
// rule: under its own name, with its first value, on every kind.
type presentation struct {
	property string
	// field is the name of the field, if not the property's; "-" for none.
	field string
	// many makes the field a list of all values.
	many bool
	// kinds that have the field; empty for all.
	kinds []string
	// kind narrows the type of an entity property.
	kind string
}

var (
	spanned = []string{"Paragraph", "Recommendations"}
	texts   = []string{"Document"}
	// proposals are what is put to the vote, paragraphs voted apart included.
	proposals = []string{"Act", "Document", "Paragraph"}
	held      = []string{"Session", "Meeting"}
	duties    = []string{"Mandate"}
)

// presentations of properties; kind, title, name and date are fields of
// [Entity] and have rows of their own.
var presentations = []presentation{
	{property: "kind", field: "-"},
	{property: "title", field: "-"},
	{property: "name", field: "-"},
	{property: "date", field: "-"},
	{property: "adoptedOn", field: "-"},
	{property: "actKind", field: "-"},
	{property: "alias", field: "aliases", many: true, kinds: []string{
		"Act", "Document", "Body", "Organization", "Group", "State", "Treaty", "Instrument", "Role", "Person",
	}},
	{property: "code", kinds: []string{"Body", "Organization", "Group", "State", "Treaty"}},
	{property: "agendaItem", kinds: []string{"Act", "Document"}},
	{property: "participation", kinds: duties},
	{property: "termsOfReference", kinds: []string{"Body"}},
	{property: "reportsTo", kinds: []string{"Body", "Secretariat", "Organization"}},
	{property: "partOf", kinds: []string{
		"Paragraph", "Mandate", "Recommendations", "Session", "Meeting", "AgendaItem", "Article", "Body", "Organization", "Treaty",
	}},
	{property: "number", kinds: []string{"Session", "Meeting", "AgendaItem", "Article", "Recommendations", "Paragraph"}},
	{property: "status", kinds: []string{"Act", "Document"}},
	{property: "outcome", kinds: proposals},
	{property: "procedure", kinds: proposals},
	{property: "votesFor", kinds: proposals},
	{property: "votesAgainst", kinds: proposals},
	{property: "abstentions", kinds: proposals},
	{property: "about", kinds: []string{"Act"}},
	{property: "aboutFrom", kinds: []string{"Act"}},
	{property: "dateFrom", kinds: []string{"Act"}},
	{property: "symbol", kinds: []string{"Act", "Document"}},
	{property: "endDate", kinds: held},
	{property: "place", kinds: held},
	{property: "text", kinds: []string{"Paragraph"}},
	{property: "paragraphKind", kinds: []string{"Paragraph"}},
	{property: "label", kinds: []string{"Paragraph", "AgendaItem"}},
	{property: "heading", kinds: []string{"Paragraph"}},
	{property: "position", kinds: []string{"Paragraph", "Act"}},
	{property: "start", kinds: spanned},
	{property: "end", kinds: spanned},
	{
		property: "body",
		kinds:    []string{"Act", "Session", "Meeting", "AgendaItem", "Role", "Secretariat", "Document", "Recommendations"},
		kind:     "Body",
	},
	{
		property: "inDocument", field: "document", kinds: []string{"Act", "Paragraph", "Mandate", "Recommendations"},
		kind: "Document",
	},
	{property: "session", kinds: []string{"Act", "Meeting", "AgendaItem", "Document"}, kind: "Session"},
	{property: "addressee", field: "addressees", many: true, kinds: duties},
	{property: "recipient", field: "recipients", many: true, kinds: duties},
	{property: "verb", kinds: duties},
	{property: "clause", kinds: duties},
	{property: "condition", field: "conditions", many: true, kinds: duties},
	{property: "conditionText", field: "condition", kinds: duties},
	{property: "due", many: true, kinds: duties},
	{property: "dueText", field: "deadline", kinds: duties},
	{property: "recurrence", kinds: duties},
	{property: "until", kinds: duties},
	{property: "reports", kinds: duties},
	{property: "topic", kinds: []string{"Paragraph", "Mandate", "Recommendations"}},
	{property: "documentType", kinds: texts},
	{property: "called", many: true, kinds: texts},
	{property: "house", kinds: texts},
	{property: "format", kinds: texts},
	{property: "language", kinds: texts},
	{property: "furniture", many: true, kinds: texts},
	{property: "diagnostic", field: "-"},
}

// propertyRows are the fields of a kind that show the vocabulary's properties.
func (b *builder) propertyRows(kind string) []field {
	var rows []field
	for _, p := range graph.Properties {
		show := presentation{property: p.Name}
		if i := slices.IndexFunc(presentations, func(q presentation) bool { return q.property == p.Name }); i >= 0 {
			show = presentations[i]
		}
		if show.field == "-" || len(show.kinds) > 0 && !slices.Contains(show.kinds, kind) {
			continue
		}
		rows = append(rows, b.propertyRow(p, show))
	}
	return rows
}

func (b *builder) propertyRow(p graph.Property, show presentation) field {
	row := field{name: show.field, typ: b.leaf(p.Range), doc: p.Definition}
	if row.name == "" {
		row.name = p.Name
	}
	get := decode[p.Range]
	if show.kind != "" {
		row.typ = b.objects[show.kind]
		get = func(v *view, value string) any { return v.findKind(value, show.kind) }
	}
	if !show.many && (p.Range == graph.Text || p.Range == graph.Date || p.Range == graph.Moment) {
		row.text = text(func(e entity) string { return e.value(p.Name) })
		return row
	}
	if !show.many {
		row.resolve = of(func(e entity) any { return get(e.view, e.value(p.Name)) })
		return row
	}
	row.typ = required(graphql.NewList(required(row.typ)))
	row.resolve = of(func(e entity) any {
		list := []any{}
		for _, value := range e.Values(e.node, p.Name) {
			if v := get(e.view, value); v != nil {
				list = append(list, v)
			}
		}
		return list
	})
	return row
}
