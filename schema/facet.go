package schema

import (
	"cmp"
	"slices"

	"github.com/graphql-go/graphql"

	"mandategraph/graph"
	"mandategraph/graph/snapshot"
	questions "mandategraph/queries/ask"
)

// maxFacets bounds the values of one facet, maxMonths those of a calendar.
const (
	maxFacets = 100
	maxMonths = 600
)

// An aspect is what facets count of one edge: the entity that it shows, or
// [snapshot.NoNode], and for a statement its relation and until when it says that
// something goes on.
type aspect struct {
	node            snapshot.Node
	relation, until string
}

// facets counts the edges of all pages of a list.
type facets struct {
	*view
	length int
	aspect func(i int) aspect
}

// facetRows say by what edges are counted. The empty value is that of what has none;
// only the undated are counted as such.
var facetRows = []struct {
	name, doc string
	values    func(v *view, a aspect) []string
	label     func(v *view, value string) string
}{
	{
		"relations", "By relation, of mandates by that of their verb; empty where the edges are neither.",
		relationsOf, spaced,
	},
	{
		"years", "By the year of the entity's date, of a mandate that of its act; the undated have an empty value.",
		aboutNode(func(v *view, n snapshot.Node) []string { d := v.dateOfOwner(n); return []string{d[:min(4, len(d))]} }),
		func(_ *view, year string) string { return cmp.Or(year, "undated") },
	},
	{
		"bodies", "By the code of the body that adopted the act or to which the entity belongs.",
		aboutNode(func(v *view, n snapshot.Node) []string { return present(v.ownerOf(entity{v, n}.owning().node)) }),
		func(_ *view, code string) string { return questions.ShortBody(code) },
	},
	{
		"kinds", "By the kind of the entity.",
		aboutNode(func(v *view, n snapshot.Node) []string { return present(v.Kind(n)) }), spaced,
	},
	{"addressees", "Mandates by whom they address, by id.", aboutNode(valuesOf("addressee")), named},
	{"recipients", "Mandates by whom they ask to report to, by id.", aboutNode(valuesOf("recipient")), named},
	{
		"subjects", "Acts and documents by the subjects of the thesaurus under which they are catalogued, by id.",
		aboutNode((*view).subjectsOf), named,
	},
	{
		"about", "Acts by what they are about, as the field about has it.", aboutNode(valuesOf("about")),
		func(_ *view, value string) string { return value },
	},
	{
		"sponsors", "Acts by who sponsored them, by id.",
		aboutNode((*view).sponsorsOf), named,
	},
	{
		"conditions", "Mandates by their condition.", aboutNode(valuesOf("condition")),
		func(_ *view, value string) string { return value },
	},
	{
		"due", "Mandates by the month in which they are due first, as far as it is known; at most 600 months.",
		func(v *view, a aspect) []string { return month(v, a.node, "due", "") },
		func(_ *view, value string) string { return value },
	},
	{
		"ends", "Mandates, and statements that something goes on, by the month in which that ends; at most 600 months.",
		func(v *view, a aspect) []string { return month(v, a.node, "until", a.until) },
		func(_ *view, value string) string { return value },
	},
}

// month is the month, or the year where no more is known, of a moment or, where it is
// empty, of the first one of a mandate's property.
func month(v *view, n snapshot.Node, property, moment string) []string {
	date := v.dateOf(moment)
	if date == "" && n != snapshot.NoNode && v.Kind(n) == "Mandate" {
		date = v.firstMoment(n, property)
	}
	return present(date[:min(len("2006-01"), len(date))])
}

func spaced(_ *view, value string) string { return graph.Spaced(value) }

func named(v *view, id string) string {
	if n, ok := v.Lookup(id); ok {
		return v.nameOf(n)
	}
	return id
}

// present is a value as a list; none where it is empty.
func present(value string) []string {
	if value == "" {
		return nil
	}
	return []string{value}
}

func relationsOf(v *view, a aspect) []string {
	if a.relation == "" && a.node != snapshot.NoNode && v.Kind(a.node) == "Mandate" {
		return present(v.Text(a.node, "verb"))
	}
	return present(a.relation)
}

func valuesOf(property string) func(v *view, n snapshot.Node) []string {
	return func(v *view, n snapshot.Node) []string { return v.Values(n, property) }
}

func aboutNode(get func(v *view, n snapshot.Node) []string) func(*view, aspect) []string {
	return func(v *view, a aspect) []string {
		if a.node == snapshot.NoNode {
			return nil
		}
		return get(v, a.node)
	}
}

// sponsorsOf are the sponsors of an act, each once.
func (v *view) sponsorsOf(n snapshot.Node) (ids []string) {
	for _, e := range v.In(n, "sponsors") {
		sponsor, _ := v.Ends(e)
		ids = append(ids, v.ID(sponsor))
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

// ownerOf is the code of the body that adopted an act or owns an entity.
func (v *view) ownerOf(n snapshot.Node) string {
	if code, _, _, ok := graph.SplitActID(v.ID(n)); ok {
		return code
	}
	if owner := v.Text(n, "body"); owner != "" {
		return bodyCode(owner)
	}
	return ""
}

// facetType makes the type of the field facets.
func (b *builder) facetType() *graphql.Object {
	count := b.object("FacetCount", "How many edges of a connection share a value.", nil, func() []field {
		return []field{
			{
				name: "value", typ: required(graphql.String), doc: "The value, as filters take it.",
				resolve: of(func(f facetCount) any { return f.name }),
			},
			{
				name: "label", typ: required(graphql.String), doc: "The value in words.",
				resolve: of(func(f facetCount) any { return f.label }),
			},
			{
				name: "count", typ: required(graphql.Int), doc: "The number of edges that have it.",
				resolve: of(func(f facetCount) any { return f.tally.count }),
			},
		}
	})
	return b.object(
		"Facets",
		"The edges of all pages counted by what they have in common, most frequent first, at most 100 values each "+
			"where no more are said.", nil,
		func() []field {
			var rows []field
			for _, r := range facetRows {
				rows = append(rows, field{
					name: r.name, typ: listOf(count), weight: inherit, doc: r.doc,
					resolve: with(func(f facets, c call) (any, error) {
						return f.count(c, r.values, r.label, mostOf(r.name))
					}),
				})
			}
			return rows
		},
	)
}

// mostOf is how many values a facet has at most.
func mostOf(name string) int {
	if name == "due" || name == "ends" {
		return maxMonths
	}
	return maxFacets
}

type facetCount struct {
	tally
	label string
}

func (f facets) count(
	c call, values func(*view, aspect) []string, label func(*view, string) string, most int,
) (any, error) {
	counts := map[string]int{}
	for i := range f.length {
		if c.request.stopped() {
			return nil, errLate
		}
		for _, s := range values(f.view, f.aspect(i)) {
			counts[s]++
		}
	}
	list := []facetCount{}
	for name, n := range counts {
		list = append(list, facetCount{tally{name, n}, label(f.view, name)})
	}
	slices.SortFunc(
		list, func(a, b facetCount) int { return cmp.Or(b.tally.count-a.tally.count, cmp.Compare(a.name, b.name)) },
	)
	return list[:min(len(list), most)], nil
}
