package search

import (
	"context"
	"slices"
	"strings"
)

// An asking is one search on its way: what it looks for, and what it has found
// out about words, each once.
type asking struct {
	*textIndex
	ctx   context.Context
	terms []term
	known map[string]bool // by word: whether a term fits it that is no phrase
	steps int
	over  bool
}

func newAsking(ctx context.Context, x *textIndex, terms []term) *asking {
	return &asking{textIndex: x, ctx: ctx, terms: terms, known: map[string]bool{}}
}

// stopped counts a step and reports whether the context has ended, at which it
// looks every 1,024 steps. What is found after that is not whole.
func (a *asking) stopped() bool {
	if a.steps++; a.steps%1024 == 0 && a.ctx.Err() != nil {
		a.over = true
	}
	return a.over
}

// fits reports whether a term that is no phrase fits a word.
func (a *asking) fits(form string) bool {
	fits, known := a.known[form]
	if !known {
		fits = slices.ContainsFunc(a.terms, func(t term) bool { return !t.phrase && t.fit(form) > 0 })
		a.known[form] = fits
	}
	return fits
}

// find lists, by unit, how often a term stands there, each place by how well it
// fits.
func (a *asking) find(t term) map[int32]float64 {
	found := map[int32]float64{}
	if t.phrase {
		for _, p := range a.phrase(t.forms) {
			found[p.unit]++
		}
		return found
	}
	note := func(form string) {
		if a.stopped() {
			return
		}
		if fit := t.fit(form); fit > 0 {
			for _, p := range a.postings[form] {
				found[p.unit] += fit
			}
		}
	}
	for _, form := range a.beginning(t.forms[0]) {
		note(form)
	}
	for _, form := range a.asLong(t) {
		if !strings.HasPrefix(form, t.forms[0]) {
			note(form)
		}
	}
	return found
}

// beginning are the searched words that begin with a form.
func (x *textIndex) beginning(form string) []string {
	from, _ := slices.BinarySearch(x.forms, form)
	to := from
	for to < len(x.forms) && strings.HasPrefix(x.forms[to], form) {
		to++
	}
	return x.forms[from:to]
}

// asLong are the searched words of about the length of a fuzzy term.
func (x *textIndex) asLong(t term) []string {
	slips := slipsIn(t.forms[0])
	if !t.fuzzy || slips == 0 {
		return nil
	}
	length := min(len(t.forms[0]), len(x.byLength)) // none is longer by that much
	return slices.Concat(x.byLength[max(0, length-slips):min(len(x.byLength), length+slips+1)]...)
}

// phrase lists where words follow one another.
func (a *asking) phrase(forms []string) []posting {
	starts := a.postings[forms[0]]
	for i, form := range forms[1:] {
		next := a.postings[form]
		var kept []posting
		for _, p := range starts {
			if a.stopped() {
				return nil
			}
			after := posting{p.unit, p.place + int32(i) + 1}
			if _, ok := slices.BinarySearchFunc(next, after, posting.compare); ok {
				kept = append(kept, p)
			}
		}
		starts = kept
	}
	return starts
}
