package schema

import (
	"context"
	"errors"
	"html"
	"strings"

	"github.com/graphql-go/graphql"

	"mandategraph/graph/search"
	"mandategraph/graph/snapshot"
	"mandategraph/schema/guard"
)

// maxHits bounds the pages of one search.
const maxHits = 1000

// searchRow is the root field of the full text search.
func (b *builder) searchRow() field {
	match := b.object("Match", "A place in a snippet where words of the query stand.", nil, func() []field {
		return []field{
			{
				name: "start", typ: required(graphql.Int), doc: "The first code point in the snippet.",
				resolve: of(func(m search.Match) any { return m.Start }),
			},
			{
				name: "end", typ: required(graphql.Int), doc: "The code point after the last one.",
				resolve: of(func(m search.Match) any { return m.End }),
			},
		}
	})
	list := b.connection(
		"Search", "search results, best first.", b.entity, func() []field { return hitRows(match) }, nil,
		func(v any) any { return v.(hit).entity },
	)
	return field{name: "search", typ: required(list), weight: pageWeight, effort: wordEffort("query"), resolve: searchHits,
		doc: "Entities by the words of their titles, names, numbers and paragraphs; the best 1,000. What the whole " +
			"query names comes first; " +
			"a word also finds longer ones that begin with it; words in quotation marks must follow one another.",
		args: paged(argument{name: "query", typ: required(graphql.String), doc: "Words to look for; all must be there."},
			argument{name: "kinds", typ: graphql.NewList(required(b.kindName)), doc: "Only these kinds; all where empty."},
			argument{
				name: "fuzzy", typ: graphql.Boolean,
				doc: "Whether words that are nearly written like these fit as well: one letter other, or two neighbours " +
					"that changed places, in words of four letters; two such slips in those of eight.",
			})}
}

func hitRows(match *graphql.Object) []field {
	about := func(get func(h hit) any) resolver {
		return of(func(e connectionEdge) any { return get(e.value.(hit)) })
	}
	return []field{
		{
			name: "score", typ: required(graphql.Float), doc: "How well it fits; only the order has a meaning.",
			resolve: about(func(h hit) any { return h.Score }),
		},
		{
			name: "property", typ: graphql.String,
			doc:     "Where the words were found: title, name, text, clause, number, symbol, alias ...",
			resolve: about(func(h hit) any { return orNull(h.Property) }),
		},
		{
			name: "snippet", typ: graphql.String, doc: "The words that fit, with those around them.",
			resolve: about(func(h hit) any { return orNull(h.Snippet) }),
		},
		{
			name: "matches", typ: listOf(match), weight: inherit, doc: "Where in the snippet the words of the query stand.",
			resolve: about(func(h hit) any { return append([]search.Match{}, h.Matches...) }),
		},
		{
			name: "highlighted", typ: graphql.String,
			doc:     "The snippet as HTML: escaped, and with the words of the query in mark elements.",
			resolve: about(func(h hit) any { return orNull(highlighted(h.Snippet, h.Matches)) }),
		},
	}
}

func highlighted(snippet string, matches []search.Match) string {
	runes, at := []rune(snippet), 0
	var b strings.Builder
	for _, m := range matches {
		b.WriteString(html.EscapeString(string(runes[at:m.Start])))
		b.WriteString("<mark>" + html.EscapeString(string(runes[m.Start:m.End])) + "</mark>")
		at = m.End
	}
	b.WriteString(html.EscapeString(string(runes[at:])))
	return b.String()
}

// A hit is an entity that fits a search.
type hit struct {
	entity
	search.Hit
}

func searchHits(c call) (any, error) {
	v := c.request.view
	query := c.string("query")
	if !search.HasWords(query) {
		return nil, guard.Refuse(guard.BadRequest, "the query has no word to look for")
	}
	find := search.Find
	if c.args["fuzzy"] == true {
		find = search.FindFuzzy
	}
	hits, err := find(c.ctx, v.Snapshot, query, maxHits, c.strings("kinds")...)
	if err != nil {
		return nil, searchFault(err)
	}
	nodes := make([]snapshot.Node, len(hits))
	for i, h := range hits {
		nodes[i] = h.Node
	}
	sequence := v.entities(nodes, false)
	sequence.at = func(i int) any { return hit{entity{v, hits[i].Node}, hits[i]} }
	return sequence.page(c)
}

// searchFault says to a client why a search failed.
func searchFault(err error) error {
	var many search.TooManyWords
	switch {
	case errors.As(err, &many):
		return guard.Refuse(guard.TooComplex, "%s", many)
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return errLate
	}
	return err
}
