package search

import (
	"slices"

	"mandategraph/graph/snapshot"
)

// What lifts some of what was found above the rest: further words, words next to one
// another, and what the one who asks thinks of each.

// liftBesides lifts what has further words.
func (f *Found) liftBesides(wish *Wish) {
	a := f.asking
	all, lifts := 0.0, map[uint32]float64{}
	for _, t := range termsOf(wish.Besides, false) {
		if slices.ContainsFunc(a.terms, func(other term) bool { return other.base == t.base && !other.phrase }) {
			continue
		}
		list := a.having(t)
		rarity := a.rarity(len(list))
		all += rarity
		for _, e := range list {
			lifts[e.node] += rarity
		}
	}
	for i := range f.list {
		if lift := lifts[f.list[i].node]; lift > 0 {
			f.list[i].score += besidesScore * lift / all
		}
	}
}

// liftPhrases lifts what has the words of the query next to one another.
func (f *Found) liftPhrases(wish *Wish) {
	a := f.asking
	phrase := term{phrase: true}
	for _, t := range a.terms {
		phrase.forms = append(phrase.forms, t.forms...)
	}
	if len(phrase.forms) < 2 {
		return
	}
	next := map[uint32]bool{}
	for _, e := range a.having(phrase) {
		next[e.node] = true
	}
	for i := range f.list {
		switch {
		case !next[f.list[i].node]:
		case wish.Above == nil:
			f.list[i].score += shareScore
		default:
			f.list[i].score += nearScore
		}
	}
}

// lookCloser reads the best ones: how near one another the words stand, and what the
// one who asks thinks of each.
func (f *Found) lookCloser(wish *Wish) {
	a := f.asking
	best := f.list[:min(len(f.list), closely)]
	for i := range best {
		n := snapshot.Node(best[i].node)
		best[i].score += nearScore * a.nearness(a.snap.Text(n, "text"))
		if wish.Worth != nil {
			best[i].score += wish.Worth(n)
		}
	}
	f.sort()
	before := map[uint32]float64{}
	for i := range best {
		before[best[i].whole]++
		best[i].score -= wish.Apart * (before[best[i].whole] - 1)
	}
	f.sort()
}

// nearness is how much of the shortest stretch of a text that has all its words of the
// query is these words: 1 where they follow one another, 0 where it has only one.
func (a *asking) nearness(text string) float64 {
	list := wordsOf(text)
	var at []int
	var which []int
	for i, w := range list {
		for k, t := range a.terms {
			if _, begins := t.at(list, i); begins || !t.phrase && t.fit(w.form) > 0 {
				at, which = append(at, w.place), append(which, k)
			}
		}
	}
	counts, different := map[int]int{}, 0
	for _, k := range which {
		if counts[k]++; counts[k] == 1 {
			different++
		}
	}
	if different < 2 {
		return 0
	}
	inside, has, shortest, from := map[int]int{}, 0, len(list)+different, 0
	for to := range at {
		if inside[which[to]]++; inside[which[to]] == 1 {
			has++
		}
		for has == different {
			shortest = min(shortest, at[to]-at[from]+1)
			if inside[which[from]]--; inside[which[from]] == 0 {
				has--
			}
			from++
		}
	}
	return min(1, float64(different)/float64(max(shortest, 1)))
}
