package search

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"mandategraph/graph/snapshot"
)

// Most finds among the entities of some kinds those that have the most words of a
// query: all words where one has all, else nearly as much as any has, where a rare
// word counts for more than a frequent one. keep says which entities count; nil
// counts all. Where the words of the query follow one another comes first, then what
// has more of them, then the order is that of [Search]; [Found.Lacks] tells what one
// of them does not have.
//
// The error is [TooManyWords], or that of the context.
func Most(
	ctx context.Context, s *snapshot.Snapshot, query string, kinds []string, keep func(n snapshot.Node) bool,
) (*Found, error) {
	f := &Found{query: query}
	terms := termsOf(query, false)
	if n := countWords(terms); n > MaxWords {
		return nil, TooManyWords(n)
	}
	if len(terms) == 0 {
		return f, ctx.Err()
	}
	x, err := indexOf(ctx, s)
	if err != nil {
		return nil, err
	}
	a := &asking{index: x, ctx: ctx, terms: terms, known: map[string]bool{}}
	f.asking = a
	a.found = make([][][]place, len(a.layers))
	f.tally(kinds, keep)
	f.liftPhrases()
	slices.SortFunc(f.list, func(x, y scored) int {
		return cmp.Or(cmp.Compare(y.score, x.score), cmp.Compare(x.node, y.node))
	})
	return f, ctx.Err()
}

// enough is the part of the best share of a query's words that others need, where
// none has all of them.
const enough = 0.75

// tally keeps what has the most terms. The share of an entity is the sum of how rare
// its terms are.
func (f *Found) tally(kinds []string, keep func(n snapshot.Node) bool) {
	a := f.asking
	counts, shares := map[uint32]int{}, map[uint32]float64{}
	most, best := 0, 0.0
	for _, t := range a.terms {
		list := a.having(t)
		rarity := a.rarity(len(list))
		list = slices.DeleteFunc(list, func(e scored) bool {
			n := snapshot.Node(e.node)
			return !slices.Contains(kinds, a.snap.Kind(n)) || keep != nil && !keep(n)
		})
		for k := range list {
			n := list[k].node
			list[k].score *= rarity
			counts[n]++
			shares[n] += rarity
			most, best = max(most, counts[n]), max(best, shares[n])
		}
		f.list = a.either(f.list, list)
	}
	f.list = slices.DeleteFunc(f.list, func(e scored) bool {
		return counts[e.node] < len(a.terms) && (most == len(a.terms) || shares[e.node] < enough*best)
	})
	f.partial = most < len(a.terms)
	for i := range f.list {
		f.list[i].score += shareScore * shares[f.list[i].node]
	}
}

// shareScore puts shares above the scores of words.
const shareScore = 1e3

// having is what has a term, in all layers.
func (a *asking) having(t term) (list []scored) {
	for l := range a.layers {
		places := a.find(a.layers[l].textIndex, t)
		a.found[l] = append(a.found[l], places)
		list = a.either(list, a.byNode(&a.layers[l], places))
	}
	return list
}

// liftPhrases lifts what has the words of the query next to one another.
func (f *Found) liftPhrases() {
	a := f.asking
	phrase := term{phrase: true}
	for _, t := range a.terms {
		phrase.forms = append(phrase.forms, t.forms...)
	}
	if len(phrase.forms) < 2 {
		return
	}
	next := map[uint32]bool{}
	for l := range a.layers {
		for _, e := range a.byNode(&a.layers[l], a.find(a.layers[l].textIndex, phrase)) {
			next[e.node] = true
		}
	}
	for i := range f.list {
		if next[f.list[i].node] {
			f.list[i].score += rankScore
		}
	}
}

// Marks are the words of a text that fit the query, in code points of the text.
func (f *Found) Marks(text string) []Match { return f.asking.matchesOf(text) }

// Lacks are the words of the query, as they were asked for, that a text does not
// have; those of a phrase together.
func (f *Found) Lacks(text string) (lacking []string) {
	list := wordsOf(text)
	for _, t := range f.asking.terms {
		has := false
		for i := 0; i < len(list) && !has; i++ {
			_, begins := t.at(list, i)
			has = begins || !t.phrase && t.fit(list[i].form) > 0
		}
		if !has {
			lacking = append(lacking, f.asked(t))
		}
	}
	return lacking
}

// asked is a term as the query writes it; the words of a phrase as they are searched.
func (f *Found) asked(t term) string {
	runes := []rune(f.query)
	for _, w := range wordsOf(f.query) {
		if !t.phrase && w.form == t.forms[0] {
			return string(runes[w.start:w.end])
		}
	}
	return strings.Join(t.forms, " ")
}

// Partial says that of what [Most] found nothing has all the words.
func (f *Found) Partial() bool { return f.partial }
