package schema

import (
	"cmp"
	"slices"

	"github.com/graphql-go/graphql"

	"mandategraph/graph"
	"mandategraph/graph/snapshot"
)

// knowledgeRows are the fields about the graph as a whole.
func (b *builder) knowledgeRows() []field {
	statistics := b.statisticsType(b.count)
	return []field{
		{
			name: "statistics", typ: required(statistics), doc: "The size of the graph.",
			resolve: func(c call) (any, error) { return c.request.view, nil },
		},
		b.searchRow(),
		b.passagesRow(),
		b.storyRow(),
		b.statementsRow(),
		b.diagnosticsRow(),
	}
}

// countType is a name with how often it occurs.
func (b *builder) countType() *graphql.Object {
	return b.object("Count", "How often something occurs.", nil, func() []field {
		return []field{
			{
				name: "name", typ: required(graphql.String), doc: "The kind or relation.",
				resolve: of(func(t tally) any { return t.name }),
			},
			{
				name: "count", typ: required(graphql.Int), doc: "How many there are.",
				resolve: of(func(t tally) any { return t.count }),
			},
		}
	})
}

func (b *builder) statisticsType(count *graphql.Object) *graphql.Object {
	return b.object("Statistics", "The size of the graph.", nil, func() []field {
		return []field{
			{
				name: "entities", typ: required(graphql.Int), doc: "The number of entities.",
				resolve: of(func(v *view) any { return v.Len() }),
			},
			{
				name: "statements", typ: required(graphql.Int), doc: "The number of statements.",
				resolve: of(func(v *view) any { return v.Edges() }),
			},
			{
				name: "documents", typ: required(graphql.Int), doc: "The number of loaded documents.",
				resolve: of(func(v *view) any { return len(v.Documents()) }),
			},
			{
				name: "byKind", typ: listOf(count), weight: inherit,
				doc: "The number of entities of each kind, most frequent first.", resolve: of(byKind),
			},
			{
				name: "byRelation", typ: listOf(count), weight: inherit,
				doc: "The number of statements of each relation, most frequent first.", resolve: with(byRelation),
			},
		}
	})
}

type tally struct {
	name  string
	count int
}

func byKind(v *view) any {
	counts := map[string]int{}
	for _, k := range graph.Kinds {
		counts[k.Name] = len(v.Nodes(k.Name))
	}
	return tallies(counts)
}

func byRelation(v *view, c call) (any, error) {
	counts := map[string]int{}
	for e := range snapshot.Edge(v.Edges()) {
		if c.request.stopped() {
			return nil, errLate
		}
		counts[v.Relation(e)]++
	}
	return tallies(counts), nil
}

func tallies(counts map[string]int) []tally {
	var list []tally
	for name, n := range counts {
		if n > 0 {
			list = append(list, tally{name, n})
		}
	}
	slices.SortFunc(list, func(a, b tally) int { return cmp.Or(b.count-a.count, cmp.Compare(a.name, b.name)) })
	return list
}
