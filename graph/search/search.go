package search

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"

	"mandategraph/graph/snapshot"
)

// A Hit is an entity that fits a search.
type Hit struct {
	Node snapshot.Node
	// Score tells how well it fits; only the order has a meaning.
	Score float64
	// Property is where the words were found: a name of [graph.Properties], "id", or
	// "citedTitle" for the title that citations give.
	Property string
	// Snippet is the value of the property, cut to the surroundings of the first
	// words found.
	Snippet string
	// Matches are the words found in the snippet.
	Matches []Match
}

// A SnippetMatch is a range of a snippet that counts Unicode code points.
type Match struct{ Start, End int }

// MaxWords is the number of words that one query may have, those of phrases among
// them and others once: each is looked up on its own, and a fuzzy one compared with every word there is.
const MaxWords = 64

// A TooManyWords says how many words a query has where they are more than
// [MaxWords].
type TooManyWords int

func (n TooManyWords) Error() string {
	return fmt.Sprintf("the query has %d words; at most %d can be looked for", int(n), MaxWords)
}

// Find finds entities by the words of their titles, names, aliases, numbers,
// symbols, codes, clauses and paragraph texts, best first, at most limit of
// them (all where limit is not positive), and of the given kinds where there
// are any.
//
// An entity fits when it has every word; a word also finds longer ones that
// begin with it; words in quotation marks must follow one another. Case and
// accents do not matter. The order is that of Okapi BM25 (Robertson and
// Zaragoza, 2009) with more weight for titles; above all stand entities that
// the whole query names: by id or symbol, then by number or as a reference to
// an act ("General Assembly resolution 76/185"), then by title or name. Equals
// come in the order of their ids. A query without a word finds nothing.
//
// The error is [TooManyWords], or that of the context, at the end of which the
// search stops.
func Find(ctx context.Context, s *snapshot.Snapshot, query string, limit int, kinds ...string) ([]Hit, error) {
	return find(ctx, s, query, termsOf(query, false), limit, kinds)
}

// FindFuzzy is [Find] with words that are nearly written like
// those of the query, which count for less: one letter more, less or other in
// words of four letters and more, two in those of eight and more. Phrases,
// numbers and symbols must be as they are asked for.
func FindFuzzy(ctx context.Context, s *snapshot.Snapshot, query string, limit int, kinds ...string) ([]Hit, error) {
	return find(ctx, s, query, termsOf(query, true), limit, kinds)
}

func find(
	ctx context.Context, s *snapshot.Snapshot, query string, terms []term, limit int, kinds []string,
) ([]Hit, error) {
	if len(terms) == 0 {
		return nil, ctx.Err()
	}
	if n := countWords(terms); n > MaxWords {
		return nil, TooManyWords(n)
	}
	x, err := indexOf(ctx, s)
	if err != nil {
		return nil, err
	}
	a := newAsking(ctx, x, terms)
	fits := a.match()
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	ranks := x.namedWhole(s, query)
	for n := range ranks {
		if _, ok := fits[n]; !ok {
			fits[n] = fit{unit: -1}
		}
	}
	list := a.best(s, fits, ranks, kinds)
	if limit > 0 && len(list) > limit {
		list = list[:limit]
	}
	hits := make([]Hit, len(list))
	for i, e := range list {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		hits[i] = a.hit(s, e.node, fits[e.node], ranks[e.node].property)
		hits[i].Score = e.score
	}
	return hits, nil
}

// A scored entity is one that fits a search, before it is shown.
type scored struct {
	node  snapshot.Node
	score float64
}

// best are the entities of the given kinds, best first.
func (a *asking) best(
	s *snapshot.Snapshot, fits map[snapshot.Node]fit, ranks map[snapshot.Node]exactly, kinds []string,
) []scored {
	list := make([]scored, 0, len(fits))
	for n, f := range fits {
		if len(kinds) == 0 || slices.Contains(kinds, s.Kind(n)) {
			// The ranks lie further apart than any sum of word scores.
			list = append(list, scored{n, f.score + 1e6*float64(ranks[n].rank)})
		}
	}
	slices.SortFunc(list, func(e, f scored) int {
		if a.stopped() {
			return 0
		}
		return cmp.Or(cmp.Compare(f.score, e.score), cmp.Compare(e.node, f.node))
	})
	return list
}

// HasWords reports whether a query has a word to look for.
func HasWords(query string) bool { return CountWords(query) > 0 }

// CountWords is the number of words of a query as [MaxWords] counts them.
func CountWords(query string) int { return countWords(termsOf(query, false)) }

func countWords(terms []term) int {
	n := 0
	for _, t := range terms {
		n += len(t.forms)
	}
	return n
}

// namedWhole are the entities that the whole query names, with the highest rank.
func (x *textIndex) namedWhole(s *snapshot.Snapshot, query string) map[snapshot.Node]exactly {
	ranks := map[snapshot.Node]exactly{}
	for _, e := range x.exact[exactKey(query)] {
		if e.rank > ranks[e.node].rank {
			ranks[e.node] = e
		}
	}
	for _, n := range snapshot.Resolve(s, query) {
		if ranks[n].rank < byNumber {
			ranks[n] = exactly{n, "number", byNumber}
		}
	}
	return ranks
}

// A fit is how well an entity has all terms, and its best unit.
type fit struct {
	score float64
	terms int
	unit  int32
}

// match finds the entities that have every term. Of several values that have
// it, the best one counts for each term.
func (a *asking) match() map[snapshot.Node]fit {
	x, fits := a.textIndex, map[snapshot.Node]fit{}
	inUnit := map[int32]float64{}
	for i, t := range a.terms {
		best := map[snapshot.Node]float64{}
		found := a.find(t)
		for unit, count := range found {
			if a.stopped() {
				return nil
			}
			u := x.units[unit]
			if i > 0 && fits[u.node].terms < i {
				continue
			}
			score := x.weigh(u, count)
			inUnit[unit] += score
			best[u.node] = max(best[u.node], score)
		}
		rarity := x.rarity(len(best))
		for n, score := range best {
			f := fits[n]
			fits[n] = fit{f.score + rarity*score, i + 1, -1}
		}
	}
	for n, f := range fits {
		if f.terms < len(a.terms) {
			delete(fits, n)
		}
	}
	x.chooseUnits(fits, inUnit)
	return fits
}

// chooseUnits sets the unit that is shown: the best one, the first of equals.
func (x *textIndex) chooseUnits(fits map[snapshot.Node]fit, inUnit map[int32]float64) {
	for unit, score := range inUnit {
		n := x.units[unit].node
		f, ok := fits[n]
		if !ok {
			continue
		}
		if f.unit < 0 || score > inUnit[f.unit] || score == inUnit[f.unit] && unit < f.unit {
			f.unit = unit
			fits[n] = f
		}
	}
}

// The usual parameters of BM25.
const (
	saturation = 1.2
	lengthPart = 0.75
)

func (x *textIndex) weigh(u textUnit, count float64) float64 {
	long := 1 - lengthPart + lengthPart*float64(u.length)/x.mean[u.field]
	return searchWeights[u.field].weight * count * (saturation + 1) / (count + saturation*long)
}

func (x *textIndex) rarity(having int) float64 {
	return math.Log(1 + (float64(len(x.units))+0.5)/(float64(having)+0.5))
}
