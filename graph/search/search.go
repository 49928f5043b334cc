package search

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"

	"mandategraph/graph/snapshot"
)

// A Hit is an entity that fits a search.
type Hit struct {
	Node snapshot.Node
	// Part is where the words stand that are shown: the entity itself, or one of its
	// paragraphs.
	Part snapshot.Node
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

// Options say what a search finds; the zero value finds entities of all kinds.
type Options struct {
	// Kinds are those of what is found; all where empty. Where paragraphs are not
	// among them but what they are a part of is, that is found by the words of each of
	// its paragraphs.
	Kinds []string
	// InAct lets an act or document fit that has the words anywhere, in its title and
	// its paragraphs together; then no paragraph is found on its own.
	InAct bool
	// Fuzzy also finds words that are nearly written like those of the query, which
	// count for less: one letter more, less or other in words of four letters and more,
	// two in those of eight and more. Phrases, numbers and symbols must be as they are
	// asked for.
	Fuzzy bool
}

// Search finds entities by the words of their titles, names, aliases, numbers,
// symbols, codes, clauses and paragraph texts, best first.
//
// An entity fits when it has every word; a word also finds its inflections and
// longer ones that begin with it; words in quotation marks must follow one another.
// Case and accents do not matter. The order is that of Okapi BM25 (Robertson and
// Zaragoza, 2009) with more weight for titles; above all stand entities that
// the whole query names: by id or symbol, then by number or as a reference to
// an act ("General Assembly resolution 76/185"), then by title or name. Equals
// come in the order of their ids. A query without a word finds nothing.
//
// The error is [TooManyWords], or that of the context, at the end of which the
// search stops.
func Search(ctx context.Context, s *snapshot.Snapshot, query string, o Options) (*Found, error) {
	terms := termsOf(query, o.Fuzzy)
	if len(terms) == 0 {
		return &Found{}, ctx.Err()
	}
	if n := countWords(terms); n > MaxWords {
		return nil, TooManyWords(n)
	}
	x, err := indexOf(ctx, s)
	if err != nil {
		return nil, err
	}
	a := &asking{index: x, ctx: ctx, terms: terms, known: map[string]bool{}}
	f := &Found{asking: a, list: a.match(o), ranks: x.namedWhole(query)}
	f.arrange(o.Kinds)
	return f, ctx.Err()
}

// Found are the entities that a search found, best first.
type Found struct {
	asking *asking
	list   []scored
	ranks  map[snapshot.Node]exactly
	// partial says that none has all the words of the query; see [Most].
	partial bool
	query   string
	// had says which of the terms each has, a bit for each.
	had map[uint32]uint64
	// marking lets one at a time mark words, which remembers them.
	marking sync.Mutex
}

// A scored entity is one that fits a search, before it is shown; its words are
// shown from itself or from a part of it.
type scored struct {
	node, part uint32
	whole      uint32 // what the node is a part of, or itself
	score      float64
}

// Nodes are all entities found.
func (f *Found) Nodes() []snapshot.Node {
	nodes := make([]snapshot.Node, len(f.list))
	for i, e := range f.list {
		nodes[i] = snapshot.Node(e.node)
	}
	return nodes
}

// Hit is one of them, by its place, with the words found.
func (f *Found) Hit(i int) Hit {
	e := f.list[i]
	part := f.asking.shown(e)
	h := f.asking.hit(part, f.ranks[snapshot.Node(e.node)].property)
	h.Node, h.Part, h.Score = snapshot.Node(e.node), snapshot.Node(part), e.score
	return h
}

// shown is the part whose words are shown: for a mandate, which repeats words of its
// paragraph, that paragraph.
func (a *asking) shown(e scored) uint32 {
	paragraph, _, mandate := strings.Cut(a.snap.ID(snapshot.Node(e.part)), "/mandate/")
	if n, ok := a.snap.Lookup(paragraph); mandate && ok && e.part != e.node {
		return uint32(n)
	}
	return e.part
}

// Find is [Search] for the best hits, at most limit of them (all where limit is not
// positive).
func Find(ctx context.Context, s *snapshot.Snapshot, query string, limit int, kinds ...string) ([]Hit, error) {
	return find(ctx, s, query, limit, Options{Kinds: kinds})
}

// FindFuzzy is [Find] with [Options].Fuzzy.
func FindFuzzy(ctx context.Context, s *snapshot.Snapshot, query string, limit int, kinds ...string) ([]Hit, error) {
	return find(ctx, s, query, limit, Options{Kinds: kinds, Fuzzy: true})
}

// FindInAct is [Find] with [Options].InAct.
func FindInAct(ctx context.Context, s *snapshot.Snapshot, query string, limit int, kinds ...string) ([]Hit, error) {
	return find(ctx, s, query, limit, Options{Kinds: kinds, InAct: true})
}

func find(ctx context.Context, s *snapshot.Snapshot, query string, limit int, o Options) ([]Hit, error) {
	found, err := Search(ctx, s, query, o)
	if err != nil {
		return nil, err
	}
	n := len(found.list)
	if limit > 0 {
		n = min(n, limit)
	}
	hits := make([]Hit, n)
	for i := range hits {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		hits[i] = found.Hit(i)
	}
	return hits, nil
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
func (x *index) namedWhole(query string) map[snapshot.Node]exactly {
	ranks := map[snapshot.Node]exactly{}
	for i := range x.layers {
		l := &x.layers[i]
		for _, e := range l.identified(l.snap, query) {
			n, ok := x.final(l, uint32(e.node))
			if e.node = snapshot.Node(n); ok && e.rank > ranks[e.node].rank {
				ranks[e.node] = e
			}
		}
	}
	for _, n := range snapshot.Resolve(x.snap, query) {
		if ranks[n].rank < byNumber {
			ranks[n] = exactly{n, "number", byNumber}
		}
	}
	return ranks
}

// arrange adds what the query names, leaves out other kinds, and sorts.
func (f *Found) arrange(kinds []string) {
	a := f.asking
	named := make(map[uint32]bool, len(f.ranks))
	for n := range f.ranks {
		named[uint32(n)] = len(kinds) == 0 || slices.Contains(kinds, a.snap.Kind(n))
	}
	for i := range f.list {
		if e := &f.list[i]; named[e.node] {
			// The ranks lie further apart than any sum of word scores.
			e.score += rankScore * float64(f.ranks[snapshot.Node(e.node)].rank)
			named[e.node] = false
		}
	}
	for n, missing := range named {
		if missing {
			f.list = append(f.list, scored{n, n, n, rankScore * float64(f.ranks[snapshot.Node(n)].rank)})
		}
	}
	slices.SortFunc(f.list, func(x, y scored) int {
		if a.stopped() {
			return 0
		}
		return cmp.Or(cmp.Compare(y.score, x.score), cmp.Compare(x.node, y.node))
	})
}

const rankScore = 1e6
