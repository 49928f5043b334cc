package search

import (
	"cmp"
	"context"
	"math/bits"
	"slices"
	"strings"

	"mandategraph/graph/snapshot"
)

// A Wish is what [Most] looks for; the zero value of each part but the query lets
// everything through.
type Wish struct {
	// Query has the words to be found; those in quotation marks follow one another.
	Query string
	// Kinds are those of what is found, and Keep says which of them count, by themselves
	// and by what they are a part of.
	Kinds []string
	Keep  func(n, whole snapshot.Node) bool
	// Also has other ways to write a word of the query: phrases that count for it, such
	// as the name of which it is the acronym.
	Also map[string][]string
	// Besides are words that lift what has them and that nothing lacks.
	Besides string
	// Names are names as they stand in the query, with the small words between: what has
	// one of them as it stands is lifted.
	Names []string
	// Above are what stands above the parts of an act or document: itself, what prints
	// it, its body. A word that one of them is called by counts for each part, a little
	// less than in its own text. Nothing stands above where it is nil.
	Above func(whole snapshot.Node) []snapshot.Node
	// WorthOfWhole lifts or lowers what is a part of an act or document.
	WorthOfWhole func(whole snapshot.Node) float64
	// Worth lifts or lowers what is found by what it is; it is asked of the best ones.
	Worth func(n snapshot.Node) float64
	// Apart lowers each further one of the same act or document by so much.
	Apart float64
}

// Most finds among the entities of some kinds those that have the most words of a
// query: all words where one has all, else nearly as much as any has, where a rare
// word counts for more than a frequent one. Where the words of the query follow one
// another comes first, then what has more of them, near one another and in a short
// text, then the order is that of ids; [Found.Lacks] tells what one of them does not have.
//
// The error is [TooManyWords], or that of the context.
func Most(ctx context.Context, s *snapshot.Snapshot, wish Wish) (*Found, error) {
	f := &Found{query: wish.Query, had: map[uint32]uint64{}}
	terms := termsOf(wish.Query, false)
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
	a := &asking{index: x, ctx: ctx, terms: terms, known: map[string]bool{}, under: wish.Above != nil}
	f.asking = a
	f.tally(&wish)
	f.liftPhrases(&wish)
	f.liftNames(&wish)
	f.sort()
	f.lookCloser(&wish)
	return f, ctx.Err()
}

func (f *Found) sort() {
	slices.SortFunc(f.list, func(x, y scored) int {
		return cmp.Or(cmp.Compare(y.score, x.score), cmp.Compare(x.node, y.node))
	})
}

const (
	// enough is the part of the best share of a query's words that others need, where
	// none has all of them.
	enough = 0.75
	// aboveShare is how much a word counts that stands above and not in the text.
	aboveShare = 0.92
	// enoughBelow is the same where words count that stand above.
	enoughBelow = 0.5
	// besidesPart is how much of its rarity a word counts for that lifts besides.
	besidesPart = 0.6
	// A share of all words is worth shareScore; how often and in how long a text they
	// stand at most wordScore; all of them next to one another phraseScore, near one another
	// at most nearScore; all neighbours in the query near one another pairScore; a name as it
	// stands nameScore.
	shareScore, wordScore, phraseScore, nearScore, pairScore, nameScore = 100, 12, 5, 8, 10, 7
	// closely is how many of the best are looked at more closely.
	closely = 100
)

// A heard term is one with what has it.
type heard struct {
	own    []scored
	above  map[snapshot.Node]bool
	rarity float64
}

// tally keeps what has the most terms. The share of an entity is the sum of how rare
// its terms are, of all terms together.
func (f *Found) tally(wish *Wish) {
	a := f.asking
	shares, all, most := map[uint32]float64{}, 0.0, 0.0
	var terms []heard
	for i, t := range a.terms {
		h := f.hear(t, wish)
		terms = append(terms, h)
		all += h.rarity
		for k := range h.own {
			n := h.own[k].node
			h.own[k].score *= h.rarity
			f.had[n] |= 1 << i
			shares[n] += h.rarity
		}
		f.list = a.either(f.list, h.own)
	}
	further := f.further(wish)
	f.list = append(f.list, f.under(terms, further, shares, all)...)
	f.fromAbove(wish, terms, shares)
	whole := uint64(1)<<len(a.terms) - 1
	f.partial = true
	for _, e := range f.list {
		f.partial = f.partial && f.had[e.node] != whole
	}
	f.besides(wish, further, shares)
	for _, e := range f.list {
		most = max(most, shares[e.node])
	}
	least := enough * most
	if wish.Above != nil {
		least = enoughBelow * most
	}
	f.list = slices.DeleteFunc(f.list, func(e scored) bool {
		return shares[e.node] < least || f.had[e.node] != whole && !f.partial && wish.Above == nil
	})
	wholes := map[uint32]float64{}
	for i := range f.list {
		e := &f.list[i]
		lift, known := wholes[e.whole]
		if !known && wish.WorthOfWhole != nil {
			lift = wish.WorthOfWhole(snapshot.Node(e.whole))
			wholes[e.whole] = lift
		}
		e.score = lift + shareScore*shares[e.node]/all + wordScore*e.score/(all*(saturation+1))
	}
}

// hear finds what has a term, or one of the other ways to write it.
func (f *Found) hear(t term, wish *Wish) (h heard) {
	a := f.asking
	list := a.having(t)
	if !t.phrase {
		for word, phrases := range wish.Also {
			if forms := termsOf(word, false); len(forms) != 1 || forms[0].forms[0] != t.forms[0] {
				continue
			}
			for _, p := range phrases {
				for _, other := range termsOf(`"`+p+`"`, false) {
					list = a.either(list, a.having(other))
				}
			}
		}
	}
	h.rarity = a.rarity(len(list))
	h.above = map[snapshot.Node]bool{}
	for _, e := range list {
		n := snapshot.Node(e.node)
		if slices.Contains(wish.Kinds, a.snap.Kind(n)) {
			if wish.Keep == nil || wish.Keep(n, snapshot.Node(e.whole)) {
				h.own = append(h.own, e)
			}
		} else if wish.Above != nil {
			h.above[n] = true
		}
	}
	return h
}

// fromAbove counts the words that stand above a text.
func (f *Found) fromAbove(wish *Wish, terms []heard, shares map[uint32]float64) {
	if wish.Above == nil {
		return
	}
	above := map[uint32]uint64{}
	for _, e := range f.list {
		over, known := above[e.whole]
		if !known {
			for _, n := range wish.Above(snapshot.Node(e.whole)) {
				for i, h := range terms {
					if h.above[n] {
						over |= 1 << i
					}
				}
			}
			above[e.whole] = over
		}
		for lacking := over &^ f.had[e.node]; lacking != 0; lacking &= lacking - 1 {
			i := bits.TrailingZeros64(lacking)
			f.had[e.node] |= 1 << i
			shares[e.node] += aboveShare * terms[i].rarity
		}
	}
}

// having is what has a term, in all layers.
func (a *asking) having(t term) (list []scored) {
	for l := range a.layers {
		places := a.find(a.layers[l].textIndex, t)
		if a.found != nil {
			a.found[l] = append(a.found[l], places)
		}
		list = a.either(list, a.byNode(&a.layers[l], places))
	}
	return list
}

// Marks are the words of a text that fit the query, in code points of the text.
// Several goroutines may ask for them.
func (f *Found) Marks(text string) []Match {
	f.marking.Lock()
	defer f.marking.Unlock()
	return f.asking.matchesOf(text)
}

// Lacks are the words of the query, as they were asked for, that something found has
// neither itself nor above it; those of a phrase together.
func (f *Found) Lacks(n snapshot.Node) (lacking []string) {
	for i, t := range f.asking.terms {
		if f.had[uint32(n)]&(1<<i) == 0 {
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

// Missing are the words of a query that a text has in no inflection, as the query writes them.
func Missing(query, text string) (missing []string) {
	a := &asking{terms: termsOf(query, false), known: map[string]bool{}}
	had := make([]bool, len(a.terms))
	list := wordsOf(text)
	for i, w := range list {
		for k, t := range a.terms {
			if !had[k] {
				_, begins := t.at(list, i)
				had[k] = begins || !t.phrase && t.fit(w.form) > 0
			}
		}
	}
	f := &Found{asking: a, query: query}
	for k, t := range a.terms {
		if !had[k] {
			missing = append(missing, f.asked(t))
		}
	}
	return missing
}

// Partial says that of what [Most] found nothing has all the words.
func (f *Found) Partial() bool { return f.partial }
