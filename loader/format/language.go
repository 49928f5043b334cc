package format

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

func isLetter(r rune) bool { return unicode.IsLetter(r) }

// scripts are those of official languages of the United Nations that are not
// written in Latin letters.
var scripts = []struct {
	language string
	table    *unicode.RangeTable
}{
	{"Arabic", unicode.Arabic}, {"Chinese", unicode.Han}, {"Russian", unicode.Cyrillic},
}

// stopWords are the most frequent short words that the other languages do not
// share.
var stopWords = []struct {
	language string
	words    string
}{
	{"", "the of and to in that for is on by with be its as at from this which are was or not has have it an"},
	{"French", "le la les des du et en que dans par sur au aux une est pour ce qui leur avec sont ses cette ou ainsi"},
	{"Spanish", "el los las del y que en una por para con su sus se al es lo como entre sobre ha la más o este"},
	{"German", "der die und den das von zu mit für des ist im dem nicht eine auf ein sich durch als bei über"},
	{"Portuguese", "os do da dos das que em um uma para com não por no na nos nas ao sua seu pelo são"},
	{"Italian", "il di che della delle dei gli del nel alla per con una sono degli nella dalla è"},
}

const (
	// sampled bytes are looked at, from a few places of the text.
	sampled = 64 << 10
	// A text with fewer letters or words is too short to judge.
	fewLetters = 60
	fewWords   = 40
	// Names in a table repeat one or two small words of another language.
	fewKinds = 5
)

// language names the language of a text that is surely not English; empty for
// English, for both languages of a parallel text, and where it is too short to
// tell.
func language(text string) string {
	sample := sampleOf(text)
	if l := byScript(sample); l != "" {
		return l
	}
	counts, kinds, words := map[string]int{}, map[string]map[string]bool{}, 0
	for _, w := range strings.FieldsFunc(strings.ToLower(sample), func(r rune) bool { return !unicode.IsLetter(r) }) {
		words++
		for _, l := range languagesOf[w] {
			if kinds[l] == nil {
				kinds[l] = map[string]bool{}
			}
			counts[l]++
			kinds[l][w] = true
		}
	}
	if words < fewWords {
		return ""
	}
	best := ""
	for _, s := range stopWords[1:] {
		if counts[s.language] > counts[best] {
			best = s.language
		}
	}
	if counts[best] < 3*counts[""] || counts[best]*8 < words || len(kinds[best]) < fewKinds {
		return ""
	}
	return best
}

var languagesOf = func() map[string][]string {
	of := map[string][]string{}
	for _, s := range stopWords {
		for _, w := range strings.Fields(s.words) {
			of[w] = append(of[w], s.language)
		}
	}
	return of
}()

func byScript(sample string) string {
	all := 0
	counts := make([]int, len(scripts))
	for _, r := range sample {
		if !unicode.IsLetter(r) {
			continue
		}
		all++
		if r < 0x250 {
			continue
		}
		for i, s := range scripts {
			if unicode.Is(s.table, r) {
				counts[i]++
			}
		}
	}
	for i, n := range counts {
		// A Chinese letter is a word.
		if all >= fewLetters && n*2 > all || i == 1 && n >= fewLetters/3 && n*2 > all {
			return scripts[i].language
		}
	}
	return ""
}

// sampleOf takes pieces of a long text.
func sampleOf(text string) string {
	if len(text) <= sampled {
		return text
	}
	const pieces = 8
	var b strings.Builder
	for i := range pieces {
		at := i * (len(text) - sampled/pieces) / (pieces - 1)
		for at < len(text) && !utf8.RuneStart(text[at]) {
			at++
		}
		end := min(at+sampled/pieces, len(text))
		for end < len(text) && !utf8.RuneStart(text[end]) {
			end--
		}
		b.WriteString(text[at:end])
		b.WriteByte(' ')
	}
	return b.String()
}
