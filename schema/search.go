package schema

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

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
	words := searchWords(c.string("query"))
	if len(words) == 0 {
		return nil, refuse(BadRequest, "the query has no word to look for")
	}
	kinds := c.strings("kinds")
	var hits []hit
	for n := range graph.Node(v.Len()) {
		if len(kinds) > 0 && !slices.Contains(kinds, v.Kind(n)) {
			continue
		}
		if n%1024 == 0 && c.ctx.Err() != nil {
			return nil, errLate
		}
		if h, ok := (entity{v, n}).fits(words); ok {
			hits = append(hits, h)
		}
	}
	slices.SortStableFunc(hits, func(a, b hit) int { return cmp.Compare(b.score, a.score) })
	hits = hits[:min(len(hits), maxHits)]
	nodes := make([]graph.Node, len(hits))
	for i, h := range hits {
		nodes[i] = h.node
	}
	sequence := v.entities(nodes, false)
	sequence.at = func(i int) any { return hits[i] }
	return sequence.page(c)
}

// searchedProperties are looked at in this order; a word in one of the first
// counts for more.
var searchedProperties = []string{"title", "name", "alias", "number", "symbol", "code", "clause", "text"}

// fits scores an entity of which some value has every word.
func (e entity) fits(words []string) (hit, bool) {
	for i, property := range append([]string{""}, searchedProperties...) {
		values := e.Values(e.node, property)
		switch {
		case property == "":
			values = []string{e.Title(e.node)}
		case property == "number" && values == nil:
			values = []string{actNumber(e.id())}
		}
		for _, value := range values {
			folded := " " + strings.Join(searchWords(value), " ")
			if !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(folded, " "+w) }) {
				length := float64(len(folded)) / 10_000
				return hit{e, float64(len(searchedProperties)-i) + 1/(1+length), excerpt(value)}, true
			}
		}
	}
	return hit{}, false
}

// searchWords folds text to lower case and ASCII and splits it into words;
// numbers such as 76/185 stay whole.
func searchWords(text string) []string {
	return strings.FieldsFunc(strings.ToLower(graph.Fold(text)), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '/'
	})
}

// excerpt is the beginning of a value, 240 code points at most.
func excerpt(value string) string {
	runes := []rune(value)
	if len(runes) <= 240 {
		return value
	}
	return string(runes[:240]) + " …"
}
