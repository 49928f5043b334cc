package search

import (
	"slices"

	"mandategraph/graph/snapshot"
)

// What lifts some of what was found above the rest: further words, words next to one
// another, and what the one who asks thinks of each.

// further are the words that lift besides and are not looked for.
func (f *Found) further(wish *Wish) (list []heard) {
	for _, t := range termsOf(wish.Besides, false) {
		same := func(other term) bool { return other.base == t.base && !other.phrase }
		if !slices.ContainsFunc(f.asking.terms, same) {
			list = append(list, f.hear(t, wish))
		}
	}
	return list
}

// under are the parts of what is called by nearly all terms that have none of them
// themselves, but further words: who submitted the resolution on something stands under
// its title.
func (f *Found) under(terms, further []heard, shares map[uint32]float64, all float64) (list []scored) {
	if len(terms) < 2 {
		return nil // one word calls too much
	}
	called := map[uint32]bool{}
	for _, h := range further {
		for _, e := range h.own {
			if _, has := shares[e.node]; has || e.whole == e.node {
				continue
			}
			is, known := called[e.whole]
			if !known {
				share := 0.0
				for _, t := range terms {
					if t.above[snapshot.Node(e.whole)] {
						share += t.rarity
					}
				}
				is = share >= enough*all
				called[e.whole] = is
			}
			if is {
				shares[e.node], e.score = 0, 0
				list = append(list, e)
			}
		}
	}
	return list
}

// besides adds to the shares those of further words, of which each counts for less than
// one that is looked for.
func (f *Found) besides(wish *Wish, further []heard, shares map[uint32]float64) {
	for _, h := range further {
		part := besidesPart * h.rarity
		has, above := map[uint32]bool{}, map[uint32]float64{}
		for _, e := range h.own {
			if _, found := shares[e.node]; found {
				shares[e.node] += part
				has[e.node] = true
			}
		}
		if len(h.above) == 0 || wish.Above == nil {
			continue
		}
		for _, e := range f.list {
			if has[e.node] {
				continue
			}
			over, known := above[e.whole]
			if !known {
				is := func(n snapshot.Node) bool { return h.above[n] }
				if slices.ContainsFunc(wish.Above(snapshot.Node(e.whole)), is) {
					over = aboveShare * part
				}
				above[e.whole] = over
			}
			shares[e.node] += over
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
			f.list[i].score += phraseScore
		}
	}
}

// liftNames lifts what has a name as it stands.
func (f *Found) liftNames(wish *Wish) {
	named := map[uint32]bool{}
	for _, name := range wish.Names {
		for _, t := range termsOf(`"`+name+`"`, false) {
			for _, e := range f.asking.having(t) {
				named[e.node] = true
			}
		}
	}
	for i := range f.list {
		if named[f.list[i].node] {
			f.list[i].score += nameScore
		}
	}
}

// lookCloser reads the best ones: how near one another the words stand, and what the
// one who asks thinks of each.
func (f *Found) lookCloser(wish *Wish) {
	a := f.asking
	best := f.list[:min(len(f.list), closely)]
	asked := &fitting{terms: a.terms, fit: func(t term, form, base string) bool { return t.fitBase(form, base) > 0 }}
	besides := &fitting{terms: termsOf(wish.Besides, false), fit: func(t term, form, base string) bool {
		return form == t.forms[0] || base == t.base
	}}
	r := reader{forms: map[string]string{}}
	for i := range best {
		n := snapshot.Node(best[i].node)
		list := r.words(a.snap.Text(n, "text"))
		best[i].score += nearScore*asked.nearness(list) + pairScore*besides.paired(list)
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

// A fitting knows which of some terms that are no phrases a word fits; each word is
// compared once in a search.
type fitting struct {
	terms []term
	fit   func(t term, form, base string) bool
	known map[string][]int
}

// of are the numbers of the terms that a word fits.
func (f *fitting) of(form string) []int {
	which, known := f.known[form]
	if known {
		return which
	}
	base := inflected(form)
	for k, t := range f.terms {
		if !t.phrase && f.fit(t, form, base) {
			which = append(which, k)
		}
	}
	if f.known == nil {
		f.known = map[string][]int{}
	}
	f.known[form] = which
	return which
}

// paired is which part of the neighbours among the terms stand near one another in a
// text, in their order: arms embargo is more than arms and embargo (the sequential
// dependence of Metzler and Croft, 2005).
func (f *fitting) paired(list []word) float64 {
	if len(f.terms) < 2 {
		return 0
	}
	places := make([][]int, len(f.terms))
	for _, w := range list {
		for _, k := range f.of(w.form) {
			places[k] = append(places[k], w.place)
		}
	}
	pairs := 0
	for k := range f.terms[1:] {
		if follow(places[k], places[k+1]) {
			pairs++
		}
	}
	return float64(pairs) / float64(len(f.terms)-1)
}

// apartInPair is how far the second word of a pair may stand behind the first: with an
// article or preposition between them.
const apartInPair = 3

// follow says that one of some places comes soon behind one of others.
func follow(first, second []int) bool {
	for _, at := range first {
		for _, next := range second {
			if next > at && next <= at+apartInPair {
				return true
			}
		}
	}
	return false
}

// nearness is how much of the shortest stretch of a text that has all its words of the
// query is these words: 1 where they follow one another, 0 where it has only one.
func (f *fitting) nearness(list []word) float64 {
	var at []int
	var which []int
	for i, w := range list {
		for _, k := range f.having(list, i) {
			at, which = append(at, w.place), append(which, k)
		}
	}
	counts, different := make([]int, len(f.terms)), 0
	for _, k := range which {
		if counts[k]++; counts[k] == 1 {
			different++
		}
	}
	if different < 2 {
		return 0
	}
	inside, has, shortest, from := make([]int, len(f.terms)), 0, len(list)+different, 0
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

// having are the numbers of the terms that a text has at one of its words, phrases that
// begin there among them.
func (f *fitting) having(list []word, i int) []int {
	which := f.of(list[i].form)
	for k, t := range f.terms {
		if _, begins := t.at(list, i); begins {
			which = append(slices.Clip(which), k)
		}
	}
	return which
}
