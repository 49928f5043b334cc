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

// inAct is the value of SearchScope for whole acts.
const inAct = "ACT"

// matchType makes the type of a place where a word stands.
func (b *builder) matchType() *graphql.Object {
	return b.object("Match", "A place in a text where words of the query stand.", nil, func() []field {
		return []field{
			{
				name: "start", typ: required(graphql.Int), doc: "The first code point in the text.",
				resolve: of(func(m search.Match) any { return m.Start }),
			},
			{
				name: "end", typ: required(graphql.Int), doc: "The code point after the last one.",
				resolve: of(func(m search.Match) any { return m.End }),
			},
		}
	})
}

// searchRow is the root field of the full text search.
func (b *builder) searchRow() field {
	within := enum("SearchScope", "Where all words of a search must stand together.", func(add func(name, doc string)) {
		add("PARAGRAPH", "In one paragraph, title, name or clause.")
		add(inAct, "In one act or document: its title and all its paragraphs. No paragraph is found on its own.")
	})
	list := b.connection(
		"Search", "search results, best first.", b.entity, func() []field { return b.hitRows() }, nil,
		func(v any) any { return v.(hit).entity },
	)
	filters := b.entityFilters()
	return field{name: "search", typ: required(list), weight: pageWeight, effort: wordEffort("query"),
		resolve: func(c call) (any, error) { return c.searched(filters) },
		doc: "Entities by the words of their titles, names, numbers and paragraphs, best first. What the whole " +
			"query names comes first; a word also finds its inflections and longer ones that begin with it; words in " +
			"quotation marks must follow one another.",
		args: paged(argument{name: "query", typ: required(graphql.String), doc: "Words to look for; all must be there."},
			argument{
				name: "kinds", typ: graphql.NewList(required(b.kindName)),
				doc: "Only these kinds; all where empty. An act is also found by its paragraphs where these are left out.",
			},
			argument{
				name: "within", typ: within, doc: "Where all words must stand together; PARAGRAPH where not given.",
			},
			argument{name: "filter", typ: b.entityFilter, doc: "Only what fits; totalCount is that of these."},
			argument{
				name: "fuzzy", typ: graphql.Boolean,
				doc: "Whether words that are nearly written like these fit as well: one letter other, or two neighbours " +
					"that changed places, in words of four letters; two such slips in those of eight.",
			})}
}

func (b *builder) hitRows() []field {
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
			name: "part", typ: b.entity, weight: inherit,
			doc:     "Where the snippet stands: the entity itself, or one of its paragraphs.",
			resolve: of(func(e connectionEdge) any { h := e.value.(hit); return entity{h.view, h.Part} }),
		},
		{
			name: "snippet", typ: graphql.String, doc: "The words that fit, with those around them.",
			resolve: about(func(h hit) any { return orNull(h.Snippet) }),
		},
		{
			name: "matches", typ: listOf(b.match), weight: inherit, doc: "Where in the snippet the words of the query stand.",
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

// searched finds entities and keeps those that fit the argument filter.
func (c call) searched(filters []filter) (any, error) {
	v := c.request.view
	query := c.string("query")
	if !search.HasWords(query) {
		return nil, guard.Refuse(guard.BadRequest, "the query has no word to look for")
	}
	given, _ := c.args["filter"].(map[string]any)
	holds, err := c.fitting(filters, given)
	if err != nil {
		return nil, err
	}
	found, err := search.Search(c.ctx, v.Snapshot, query, search.Options{
		Kinds: c.strings("kinds"), Fuzzy: c.args["fuzzy"] == true, InAct: c.args["within"] == inAct,
	})
	if err != nil {
		return nil, searchFault(err)
	}
	var nodes []snapshot.Node
	var hits []int // their places among all that were found
	for i, n := range found.Nodes() {
		if given == nil || !c.request.stopped() && holds(entity{v, n}) {
			nodes, hits = append(nodes, n), append(hits, i)
		}
	}
	if c.ctx.Err() != nil {
		return nil, errLate
	}
	sequence := v.entities(nodes, false)
	sequence.at = func(i int) any { return hit{entity{v, nodes[i]}, found.Hit(hits[i])} }
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
