package search

import (
	"context"
	"encoding/binary"
	"slices"
	"strings"
)

// An asking is one search on its way: what it looks for, and what it has found
// out about words, each once.
type asking struct {
	*index
	ctx   context.Context
	terms []term
	steps int
	over  bool
	// Of each layer and term: where it stands, by unit.
	found [][][]place
	known map[string]bool // by word: whether a term fits it that is no phrase
	// under says that the words of a heading count for what stands under it.
	under bool
}

// A place is a unit in which a term stands, and how often and how well it fits
// there.
type place struct {
	unit  uint32
	count float64
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

// find lists the units of a layer where a term stands.
func (a *asking) find(x *textIndex, t term) []place {
	if t.phrase {
		return a.phrase(x, t.forms)
	}
	var lists [][]place
	note := func(form int) {
		if a.stopped() {
			return
		}
		if fit := t.fit(x.form(form)); fit > 0 {
			lists = append(lists, a.placesOf(x, form, fit))
		}
	}
	from, _ := x.findForm(t.forms[0])
	to := from
	for ; to < x.forms() && strings.HasPrefix(x.form(to), t.forms[0]); to++ {
		note(to)
	}
	apart := func(form int) bool { return form < from || form >= to }
	for _, form := range x.inflections(t.base) {
		if apart(int(form)) {
			note(int(form))
		}
	}
	if t.fuzzy {
		for form := range x.forms() {
			if x.isAsLong(form, t.forms[0]) && apart(form) && inflected(x.form(form)) != t.base {
				note(form)
			}
		}
	}
	return merged(lists)
}

// isAsLong reports whether a word may be one that is nearly written like another.
func (x *textIndex) isAsLong(form int, asked string) bool {
	slips := slipsIn(asked)
	d := int(x.begin[form+1]-x.begin[form]) - len(asked)
	return slips > 0 && -slips <= d && d <= slips
}

// inflections are the words of which inflected returns a text.
func (x *textIndex) inflections(base string) []uint32 {
	compare := func(form uint32, base string) int { return strings.Compare(inflected(x.form(int(form))), base) }
	from, _ := slices.BinarySearchFunc(x.byBase, base, compare)
	to := from
	for to < len(x.byBase) && compare(x.byBase[to], base) == 0 {
		to++
	}
	return x.byBase[from:to]
}

// placesOf are the units where a word stands.
func (a *asking) placesOf(x *textIndex, form int, fit float64) []place {
	rest := x.units[x.unitsBegin[form]:x.unitsBegin[form+1]]
	list := make([]place, 0, len(rest)/2) // two bytes or more for each
	for unit := uint64(0); len(rest) > 0 && !a.stopped(); {
		step, count := next(&rest), next(&rest)
		unit += step
		list = append(list, place{uint32(unit), fit * float64(count)})
	}
	return list
}

// next takes a number from the front of a row.
func next(row *[]byte) uint64 {
	if r := *row; len(r) > 0 && r[0] < 0x80 {
		*row = r[1:]
		return uint64(r[0])
	}
	v, n := binary.Uvarint(*row)
	*row = (*row)[n:]
	return v
}

// merged adds up lists that are sorted by unit.
func merged(lists [][]place) []place {
	switch len(lists) {
	case 0:
		return nil
	case 1:
		return lists[0]
	}
	x, y := merged(lists[:len(lists)/2]), merged(lists[len(lists)/2:])
	list := make([]place, 0, len(x)+len(y))
	for len(x) > 0 && len(y) > 0 {
		switch {
		case x[0].unit < y[0].unit:
			list, x = append(list, x[0]), x[1:]
		case x[0].unit > y[0].unit:
			list, y = append(list, y[0]), y[1:]
		default:
			list = append(list, place{x[0].unit, x[0].count + y[0].count})
			x, y = x[1:], y[1:]
		}
	}
	return append(append(list, x...), y...)
}
