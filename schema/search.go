package schema

import (
	"github.com/graphql-go/graphql"

	"mandategraph/graph"
)

// maxHits bounds the pages of one search.
const maxHits = 1000

// searchRow is the root field of the full text search.
func (b *builder) searchRow() field {
	list := b.connection("Search", "search results, best first.", b.entity, func() []field {
		return []field{
			{name: "score", typ: required(graphql.Float), doc: "How well it fits; only the order has a meaning.", resolve: of(func(e connectionEdge) any { return e.value.(hit).score })},
			{name: "snippet", typ: graphql.String, doc: "The words that fit, with those around them.", resolve: of(func(e connectionEdge) any { return orNull(e.value.(hit).snippet) })},
		}
	}, nil, func(v any) any { return v.(hit).entity })
	return field{name: "search", typ: required(list), weight: pageWeight, doc: "Entities by the words of their titles, names and paragraphs; the best 1,000.",
		args: paged(argument{name: "query", typ: required(graphql.String), doc: "Words to look for."},
			argument{name: "kinds", typ: graphql.NewList(required(b.kindName)), doc: "Only these kinds; all where empty."}),
		resolve: search}
}

// A hit is an entity that fits a search.
type hit struct {
	entity
	score   float64
	snippet string
}

func search(c call) (any, error) {
	v := c.request.view
	query := c.string("query")
	if !graph.HasWords(query) {
		return nil, refuse(BadRequest, "the query has no word to look for")
	}
	if c.ctx.Err() != nil {
		return nil, errLate
	}
	hits := v.Search(query, maxHits, c.strings("kinds")...)
	nodes := make([]graph.Node, len(hits))
	for i, h := range hits {
		nodes[i] = h.Node
	}
	sequence := v.entities(nodes, false)
	sequence.at = func(i int) any { return hit{entity{v, hits[i].Node}, hits[i].Score, hits[i].Snippet} }
	return sequence.page(c)
}
