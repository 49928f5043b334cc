package search

import (
	"cmp"
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
	known map[string]bool   // by word: whether a term fits it that is no phrase
	bases map[string]string // by word: what inflected returns of it
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
	var list []place
	unit := uint64(0)
	for rest := x.units[x.unitsBegin[form]:x.unitsBegin[form+1]]; len(rest) > 0 && !a.stopped(); {
		step, count := next(&rest), next(&rest)
		unit += step
		list = append(list, place{uint32(unit), fit * float64(count)})
	}
	return list
}

// next takes a number from the front of a row.
func next(row *[]byte) uint64 {
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

// A spot is a place of a word in a unit.
type spot struct{ unit, place uint32 }

func (s spot) compare(t spot) int {
	return cmp.Or(cmp.Compare(s.unit, t.unit), cmp.Compare(s.place, t.place))
}

// spots are where a word stands, and in which units.
func (a *asking) spots(x *textIndex, text string) (list []spot) {
	form, ok := x.findForm(text)
	if !ok {
		return nil
	}
	units, places := x.units[x.unitsBegin[form]:x.unitsBegin[form+1]], x.places[x.placesBegin[form]:x.placesBegin[form+1]]
	for unit := uint64(0); len(units) > 0 && !a.stopped(); {
		step, count := next(&units), next(&units)
		unit += step
		for at := uint64(0); count > 0; count-- {
			at += next(&places)
			list = append(list, spot{uint32(unit), uint32(at)})
		}
	}
	return list
}

// phrase lists the units where words follow one another.
func (a *asking) phrase(x *textIndex, forms []string) (list []place) {
	starts := a.spots(x, forms[0])
	for i, form := range forms[1:] {
		rest, kept := a.spots(x, form), starts[:0]
		for _, s := range starts {
			if a.stopped() {
				return nil
			}
			after := spot{s.unit, s.place + uint32(i) + 1}
			for len(rest) > 0 && rest[0].compare(after) < 0 {
				rest = rest[1:]
			}
			if len(rest) > 0 && rest[0] == after {
				kept = append(kept, s)
			}
		}
		starts = kept
	}
	for _, s := range starts {
		if last := len(list) - 1; last >= 0 && list[last].unit == s.unit {
			list[last].count++
		} else {
			list = append(list, place{s.unit, 1})
		}
	}
	return list
}
