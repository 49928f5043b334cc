package schema

import (
	"cmp"
	"slices"

	"github.com/graphql-go/graphql"

	"mandategraph/graph/network"
	"mandategraph/graph/snapshot"
)

// A central entity is one with its measures in the network of all citations.
type central struct {
	entity
	*network.Measures
	at int
}

// centralityRows are the root fields that measure the network of all citations.
func (b *builder) centralityRows() []field {
	order := enum("CentralityOrder", "By what entities are ranked.", func(add func(name, doc string)) {
		add("PAGE_RANK", "PageRank: what is cited by what is itself cited comes first.")
		add("CITED", "How many entities cite it.")
	})
	count := b.object("YearCount", "How many there are in a year.", nil, yearRows)
	list := b.connection("Centrality", "entities with their measures, the first first.", b.entity,
		func() []field { return centralityFields(count) }, nil, func(v any) any { return v.(central).entity })
	filters := b.entityFilters()
	return []field{
		{
			name: "centrality", typ: required(list), weight: pageWeight,
			doc: "Entities that cite or are cited, those first that matter most in the network of all citations. The " +
				"measures are worked out when first asked for, and kept until something is loaded; where that takes longer " +
				"than a request may, the next request finds them.",
			args: paged(
				argument{name: "by", typ: order, doc: "By what they are ranked; PAGE_RANK where not given."},
				argument{name: "filter", typ: b.entityFilter, doc: "Only entities that fit. They are measured among all."},
			),
			resolve: func(c call) (any, error) { return c.centrality(filters) },
		},
		b.mainPathRow(),
	}
}

// mainPathRow is the root field of the main path.
func (b *builder) mainPathRow() field {
	filters := b.statementFilters()
	return field{
		name: "mainPath", typ: listOf(b.link), weight: fixedWeight(100),
		doc: "The spine of citations through time, the oldest first: the way through the links by which most ways from " +
			"what cites nothing to what nothing cites go (search path count). Only what has a date and cites what is " +
			"older counts.",
		args: []argument{{
			name: "filter", typ: b.statementFilter,
			doc: "Only by statements that fit; those of one subject show how it developed.",
		}},
		resolve: func(c call) (any, error) {
			v := c.request.view
			i := slices.IndexFunc(networkKinds, func(k networkKind) bool { return k.name == "CITATIONS" })
			n, err := c.network(networkKinds[i], filters)
			if err != nil {
				return nil, err
			}
			path, err := n.MainPath(c.ctx, v.Snapshot)
			if err != nil {
				return nil, errLate
			}
			edges := make([]snapshot.Edge, len(path))
			for i, l := range path {
				edges[i] = l.Edge
			}
			return v.list(edges), nil
		},
	}
}

// centrality ranks the entities that fit.
func (c call) centrality(filters []filter) (any, error) {
	v := c.request.view
	given, _ := c.args["filter"].(map[string]any)
	holds, err := c.fitting(filters, given)
	if err != nil {
		return nil, err
	}
	m, err := network.MeasuresOf(c.ctx, v.Snapshot, citationRelations())
	if err != nil {
		return nil, measuring(c, err)
	}
	rank := func(int) float64 { return 0 }
	if c.string("by") != "CITED" {
		ranks, err := m.PageRank(c.ctx)
		if err != nil {
			return nil, measuring(c, err)
		}
		rank = func(i int) float64 { return ranks[i] }
	}
	var nodes []snapshot.Node
	for _, n := range m.Nodes {
		if !c.request.stopped() && holds(entity{v, n}) {
			nodes = append(nodes, n)
		}
	}
	place := func(n snapshot.Node) int { i, _ := m.Place(n); return i }
	slices.SortStableFunc(nodes, func(a, b snapshot.Node) int {
		i, j := place(a), place(b)
		return cmp.Or(cmp.Compare(rank(j), rank(i)), m.Weights[j]-m.Weights[i])
	})
	if c.ctx.Err() != nil {
		return nil, errLate
	}
	s := v.entities(nodes, false)
	s.at = func(i int) any { return central{entity{v, nodes[i]}, m, place(nodes[i])} }
	return s.page(c)
}

func centralityFields(count *graphql.Object) []field {
	about := func(get func(m central, c call) (any, error)) resolver {
		return with(func(e connectionEdge, c call) (any, error) {
			value, err := get(e.value.(central), c)
			if err != nil {
				return nil, measuring(c, err)
			}
			return value, nil
		})
	}
	return []field{
		{
			name: "pageRank", typ: required(graphql.Float),
			doc: "Its share in what a reader meets who follows citations at random (Brin and Page 1998, damping 0.85); all " +
				"together are 1.",
			resolve: about(func(m central, c call) (any, error) {
				ranks, err := m.PageRank(c.ctx)
				if err != nil {
					return nil, err
				}
				return ranks[m.at], nil
			}),
		},
		{
			name: "cited", typ: required(graphql.Int), doc: "How many entities cite it.",
			resolve: about(func(m central, _ call) (any, error) { return m.Weights[m.at], nil }),
		},
		{
			name: "citedByYear", typ: listOf(count), weight: inherit,
			doc: "How many entities of each year cite it, the undated last.",
			resolve: about(func(m central, c call) (any, error) {
				years, err := m.CitedByYear(c.ctx)
				if err != nil {
					return nil, err
				}
				return append([]network.YearCount{}, years[m.at]...), nil
			}),
		},
		{
			name: "community", typ: required(graphql.Int),
			doc:     "The number of its community among all that cite or are cited, the largest 1 (Louvain).",
			resolve: about(func(m central, c call) (any, error) { return communityOf(c, m.Network, m.at) }),
		},
	}
}

func yearRows() []field {
	return []field{
		{
			name: "year", typ: graphql.String, doc: "The year; null for the undated.",
			text: text(func(y network.YearCount) string { return y.Year }),
		},
		{
			name: "count", typ: required(graphql.Int), doc: "How many there are.",
			resolve: of(func(y network.YearCount) any { return y.Count }),
		},
	}
}
