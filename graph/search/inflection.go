package search

import (
	"strings"

	"github.com/cespare/xxhash/v2"
)

// inflected gives one text for all inflections of a word: requests, requested and
// requesting are those of request. It does what undoes inflections in Porter's
// algorithm (An algorithm for suffix stripping, 1980): steps 1 and 5. Steps 2 to 4,
// which undo derivations, are left out, as national is not nation, nor is
// organization organ. The text need not be a word.
func inflected(form string) string {
	switch base, ok := irregular[form]; {
	case ok && base == "":
		return form
	case ok:
		form = base
	case len(form) < 4 || len(form) > longestInflected || strings.ContainsAny(form, digits):
		return form
	}
	return withoutEnd(withoutPast(withoutPlural(form)))
}

// longestInflected bounds what a word's inflections cost.
const longestInflected = 40

// irregular are words that are inflected in a way of their own (Quirk and others,
// A Comprehensive Grammar of the English Language, 1985, chapters 3 and 5), and
// some that only look inflected, which stand alone: each by its base, or the empty
// text.
var irregular = func() map[string]string {
	bases := map[string]string{}
	for line := range strings.Lines(irregularWords) {
		list := strings.Fields(line)
		for _, form := range list[1:] {
			bases[form] = list[0]
		}
		if len(list) == 1 {
			bases[list[0]] = ""
		}
	}
	return bases
}()

const irregularWords = `woman women
man men
child children
foot feet
criterion criteria
phenomenon phenomena
index indices
appendix appendices
analysis analyses
crisis crises
hypothesis hypotheses
life lives
half halves
bear bore borne
become became
begin began begun
break broke broken
bring brought
build built
choose chose chosen
come came
deal dealt
draw drew drawn
drive drove driven
fall fell fallen
fight fought
find found
forbid forbade forbidden
give gave given
go went gone
grow grew grown
hear heard
hold held
keep kept
know knew known
lead led
leave left
lose lost
make made
meet met
overcome overcame
pay paid
rise rose risen
run ran
say said
seek sought
sell sold
send sent
show shown
speak spoke spoken
spend spent
stand stood
take took taken
teach taught
tell told
think thought
understand understood
undertake undertook undertaken
uphold upheld
win won
withdraw withdrew withdrawn
write wrote written
united
arms
goods
news
species
series
`

// wordsHash covers what decides which words are one. A change elsewhere is told by
// fileFormat.
func wordsHash() uint64 {
	h := xxhash.New()
	_, _ = h.WriteString(irregularWords) // a hash never fails
	for _, s := range spellings {
		_, _ = h.WriteString(s.ending + " " + s.instead + "\n")
	}
	for _, row := range searchWeights {
		_, _ = h.WriteString(row.property + "\n")
	}
	return h.Sum64()
}

// withoutPlural is step 1a.
func withoutPlural(w string) string {
	switch {
	case strings.HasSuffix(w, "ss"):
		return w
	case strings.HasSuffix(w, "sses"), strings.HasSuffix(w, "ies"):
		return w[:len(w)-2]
	}
	return strings.TrimSuffix(w, "s")
}

// withoutPast is steps 1b and 1c.
func withoutPast(w string) string {
	stem, cut := w, false
	if rest, ok := strings.CutSuffix(w, "eed"); !ok {
		for _, end := range []string{"ed", "ing"} {
			if rest, ok := strings.CutSuffix(w, end); ok && hasVowel(rest) {
				stem, cut = rest, true
			}
		}
	} else if measure(rest) > 0 {
		w = rest + "ee"
	}
	if cut {
		w = mended(stem)
	}
	if rest, ok := strings.CutSuffix(w, "y"); ok && hasVowel(rest) {
		w = rest + "i"
	}
	return w
}

// mended is a stem from which an ending was cut, with the e that the ending took
// away or without the letter that it doubled.
func mended(stem string) string {
	n := len(stem)
	switch {
	case strings.HasSuffix(stem, "at"), strings.HasSuffix(stem, "bl"), strings.HasSuffix(stem, "iz"):
		return stem + "e"
	case n > 1 && stem[n-1] == stem[n-2] && !isVowel(stem, n-1) && !strings.ContainsRune("lsz", rune(stem[n-1])):
		return stem[:n-1]
	case measure(stem) == 1 && isShort(stem):
		return stem + "e"
	}
	return stem
}

// withoutEnd is step 5.
func withoutEnd(w string) string {
	if rest, ok := strings.CutSuffix(w, "e"); ok {
		if m := measure(rest); m > 1 || m == 1 && !isShort(rest) {
			w = rest
		}
	}
	if strings.HasSuffix(w, "ll") && measure(w) > 1 {
		w = w[:len(w)-1]
	}
	return w
}

// isVowel tells vowels; y is one after a consonant.
func isVowel(w string, i int) bool {
	switch w[i] {
	case 'a', 'e', 'i', 'o', 'u':
		return true
	case 'y':
		return i > 0 && !isVowel(w[:i], i-1)
	}
	return false
}

func hasVowel(w string) bool {
	for i := range len(w) {
		if isVowel(w, i) {
			return true
		}
	}
	return false
}

// measure is Porter's m: how often vowels are followed by consonants.
func measure(w string) (m int) {
	for i := 1; i < len(w); i++ {
		if isVowel(w, i-1) && !isVowel(w, i) {
			m++
		}
	}
	return m
}

// isShort is Porter's *o: the word ends with consonant, vowel, consonant, the last
// of which is none of w, x and y.
func isShort(w string) bool {
	n := len(w)
	return n > 2 && !isVowel(w, n-1) && isVowel(w, n-2) && !isVowel(w, n-3) && !strings.ContainsRune("wxy", rune(w[n-1]))
}
