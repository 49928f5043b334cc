package search

import (
	"cmp"
	"slices"

	"mandategraph/graph/snapshot"
)

// Lengths of a snippet in code points.
const (
	snippetLength = 240
	snippetBefore = 60 // shown before the first word found
)

const ellipsis = "…"

// hit makes what is shown of an entity: the value that has its words best. One that
// is named by the query and has none of its words is shown with its title, or its
// id.
func (a *asking) hit(part uint32, property string) Hit {
	h := Hit{Property: property}
	n := snapshot.Node(part)
	text := cmp.Or(a.snap.Title(n), a.snap.ID(n))
	if l, unit, ok := a.bestUnit(part); ok {
		text, h.Property = l.text(l.snap, unit), searchWeights[l.field[unit]].property
	}
	h.Snippet, h.Matches = a.snippet(text)
	return h
}

// bestUnit is the value of a node in which the terms stand best, the first of
// equals, and the layer that has it.
func (a *asking) bestUnit(n uint32) (l *layer, best uint32, ok bool) {
	if len(a.found) == 0 {
		return nil, 0, false
	}
	at, number := a.home(n)
	l = &a.layers[at]
	from, to := l.unitsOf(number)
	scores := make([]float64, to-from)
	for _, places := range a.found[at] {
		i, _ := slices.BinarySearchFunc(
			places,
			from,
			func(p place, unit uint32) int { return cmp.Compare(p.unit, unit) },
		)
		for ; i < len(places) && places[i].unit < to; i++ {
			if l.field[places[i].unit] != headingField {
				scores[places[i].unit-from] += a.weigh(l, places[i])
			}
		}
	}
	most := 0.0
	for i, score := range scores {
		if score > most {
			best, most, ok = from+uint32(i), score, true
		}
	}
	return l, best, ok
}

// snippet cuts a text to the surroundings of the first matched word.
func (a *asking) snippet(text string) (string, []Match) { return Cut(text, a.matchesOf(text)) }

// Cut cuts a text to the surroundings of the first of its marks, as long as a
// snippet.
func Cut(text string, matches []Match) (string, []Match) { return CutTo(text, matches, snippetLength) }

// CutTo cuts a text to a length in code points where most of its marks stand, between
// words where it can, and moves the marks along.
func CutTo(text string, matches []Match, length int) (string, []Match) {
	runes := []rune(text)
	from, to := 0, len(runes)
	if to > length {
		if first := densest(matches, length-snippetBefore); first > snippetBefore {
			from = wordStart(runes, min(first-snippetBefore, to-length))
		}
		to = min(to, from+length)
		if to < len(runes) {
			to = wordEnd(runes, from, to)
		}
	}
	cut := string(runes[from:to])
	shift := -from
	if from > 0 {
		cut = ellipsis + " " + cut
		shift += 2
	}
	if to < len(runes) {
		cut += " " + ellipsis
	}
	var shown []Match
	for _, m := range matches {
		if m.Start >= from && m.End <= to {
			shown = append(shown, Match{m.Start + shift, m.End + shift})
		}
	}
	return cut, shown
}

// densest is where the stretch of a length begins that has most of the marks; 0 where
// there are none.
func densest(matches []Match, length int) (start int) {
	most, to := 0, 0
	for from, m := range matches {
		for to < len(matches) && matches[to].End <= m.Start+length {
			to++
		}
		if to-from > most {
			most, start = to-from, m.Start
		}
	}
	return start
}

// wordStart and wordEnd move a cut to the nearest space inside the snippet, so
// that it does not split a word; a word longer than that is split.
func wordStart(runes []rune, from int) int {
	for i := from; i > 0 && i < from+snippetBefore/2 && i < len(runes); i++ {
		if runes[i-1] == ' ' {
			return i
		}
	}
	return from
}

func wordEnd(runes []rune, from, to int) int {
	for i := to; i > to-snippetBefore/2 && i > from; i-- {
		if runes[i] == ' ' {
			return i
		}
	}
	return to
}

// matchesOf lists the words of a text that fit a term, in the text's order and
// without overlap.
func (a *asking) matchesOf(text string) []Match {
	list := wordsOf(text)
	var found []Match
	for i, w := range list {
		if a.fits(w.form) {
			found = append(found, Match{w.start, w.end})
		}
		for _, t := range a.terms {
			if end, ok := t.at(list, i); ok {
				found = append(found, Match{w.start, end})
			}
		}
	}
	slices.SortFunc(found, func(a, b Match) int {
		if a.Start != b.Start {
			return a.Start - b.Start
		}
		return b.End - a.End
	})
	kept := found[:0]
	for _, m := range found {
		if len(kept) == 0 || m.Start >= kept[len(kept)-1].End {
			kept = append(kept, m)
		}
	}
	return kept
}

// at tells whether a phrase begins at a word of a list, and where it ends.
func (t term) at(list []word, i int) (end int, ok bool) {
	if !t.phrase || list[i].form != t.forms[0] {
		return 0, false
	}
	end = list[i].end
	for k, form := range t.forms[1:] {
		place := list[i].place + k + 1
		next := slices.IndexFunc(list[i:], func(w word) bool { return w.place == place && w.form == form })
		if next < 0 {
			return 0, false
		}
		end = list[i+next].end
	}
	return end, true
}
