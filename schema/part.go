package schema

import (
	"cmp"
	"slices"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/snapshot"
)

// A part is a list of the entities that belong to another one. Where property
// is set they name it there; otherwise their ids continue its id with infix.
type part struct {
	owner, field, kind, doc string
	infix, property         string
}

var parts = []part{
	{"Act", "paragraphs", "Paragraph", "Its paragraphs, in the order of the text.", "#", ""},
	{"Act", "mandateItems", "Mandate", "The mandates that its paragraphs give.", "#", ""},
	{"Paragraph", "mandateItems", "Mandate", "The mandates that it gives.", "/mandate/", ""},
	{"Document", "paragraphs", "Paragraph", "Its own paragraphs, in the order of the text.", "#", ""},
	{"Document", "acts", "Act", "The acts whose text it prints.", "", "inDocument"},
	{"Body", "acts", "Act", "The acts that it adopted.", "", "body"},
	{"Body", "sessions", "Session", "Its sessions.", "/session/", ""},
	{"Body", "meetings", "Meeting", "Its meetings outside sessions.", "/meeting/", ""},
	{"Session", "meetings", "Meeting", "Its meetings.", "/meeting/", ""},
	{"Session", "agendaItems", "AgendaItem", "The items of its agenda.", "/agenda/", ""},
	{"Session", "acts", "Act", "The acts adopted at it.", "", "session"},
	{"Treaty", "articles", "Article", "Its articles, as far as texts cite them.", "/article/", ""},
}

// partRows are the lists of parts that a kind owns.
func (b *builder) partRows(kind string) []field {
	var rows []field
	for _, p := range parts {
		if p.owner != kind {
			continue
		}
		rows = append(rows, field{
			name: p.field, typ: required(b.connections[p.kind]), args: pageArguments, weight: pageWeight, doc: p.doc,
			resolve: with(func(e entity, c call) (any, error) {
				return e.entities(e.members(p), false).page(c)
			}),
		})
	}
	return rows
}

// members lists parts by their position in the text, then by id.
func (e entity) members(p part) []snapshot.Node {
	if p.property != "" {
		return e.having(p.property, e.node, p.kind)
	}
	nodes := slices.Clone(e.below(p.kind, e.id()+p.infix))
	slices.SortStableFunc(nodes, func(a, b snapshot.Node) int {
		return cmp.Or(e.position(a)-e.position(b), graph.CompareNatural(e.ID(a), e.ID(b)))
	})
	return nodes
}

func (v *view) position(n snapshot.Node) int {
	position, _ := decode[graph.Integer](v, v.Text(n, "position")).(int)
	return position
}

// below lists the entities of a kind whose ids start with a prefix. Ids are
// sorted, so they lie side by side.
func (v *view) below(kind, prefix string) []snapshot.Node {
	nodes := v.Nodes(kind)
	from, _ := slices.BinarySearchFunc(
		nodes, prefix, func(n snapshot.Node, p string) int { return strings.Compare(v.ID(n), p) },
	)
	to := from
	for to < len(nodes) && strings.HasPrefix(v.ID(nodes[to]), prefix) {
		to++
	}
	return nodes[from:to]
}
