package duty

import (
	"cmp"
	"strings"

	"mandategraph/graph"
	"mandategraph/loader/scan"
	"mandategraph/loader/text"
)

// An asking is a phrase by which a recommendation asks something: what comes
// before it is the addressee. find gives its places, and behind them that of the
// verb where that is in it.
type asking struct {
	find     func(s string) [][]int
	relation string // empty: that of the verb in the phrase
}

// mayConsider is "may also wish to".
var mayConsider = scan.Compile(` may (?:(?:` + strings.Join(adverbs, "|") + `|, [a-z ]+,) ?)*(?:wish to|consider)\b`)

// askings of recommendations: passives, and what a text says with should, may
// wish to and are to.
var askings = []asking{
	{passives, ""},
	{scan.Compile(` (?:should|ought to)\b`).FindAll, "recommends"},
	{mayConsider.FindAll, "recommends"},
	{duties, "recommends"},
}

// adverbs may stand before the verb that asks, as may words between commas.
var adverbs = []string{"also", "further", "strongly", "urgently", "hereby", "therefore", "again"}

// afterAdverbs is the byte behind such words.
func afterAdverbs(s string, at int) int {
	for {
		end := scan.SkipPrefix(s, at, adverbs...)
		if strings.HasPrefix(s[at:], ", ") {
			end = afterCommas(s, at)
		}
		if end == at {
			return at
		}
		at = scan.SkipPrefix(s, end, " ")
	}
}

// afterCommas is the byte behind words in small letters between the comma at a
// byte and the next one; the same byte where other words stand there.
func afterCommas(s string, at int) int {
	from := at + len(", ")
	end := from
	for end < len(s) && (text.IsLower(s[end]) || s[end] == ' ') {
		end++
	}
	if end == from || end == len(s) || s[end] != ',' {
		return at
	}
	return end + len(",")
}

// asked lists the places from one of the auxiliaries, with adverbs behind it, to
// where the verb ends.
func asked(s string, auxiliaries []string, verb func(s string, at int) (end int)) (all [][]int) {
	for at := 0; ; {
		i := strings.IndexByte(s[at:], ' ')
		if i < 0 {
			return all
		}
		start := at + i
		at = start + 1
		behind := scan.SkipPrefix(s, start, auxiliaries...)
		if behind == start {
			continue
		}
		from := afterAdverbs(s, behind)
		if end := verb(s, from); end > from {
			all = append(all, []int{start, end, from, end})
			at = end
		}
	}
}

// passives are "are also requested".
func passives(s string) [][]int {
	return asked(s, []string{" are ", " is ", " was ", " were "}, func(s string, at int) int {
		end := smallEnd(s, at)
		if byParticiple[s[at:end]] == "" && end < len(s) && s[end] == ' ' {
			end = smallEnd(s, end+1) // called upon
		}
		if byParticiple[s[at:end]] == "" {
			return at
		}
		return end
	})
}

// duties are "are to submit".
func duties(s string) [][]int {
	return asked(s, []string{" are ", " is "}, func(s string, at int) int {
		verb := scan.SkipPrefix(s, at, "to ")
		if end := smallEnd(s, verb); verb > at && end > verb {
			return end
		}
		return at
	})
}

// smallEnd is the end of a word in small letters; at where it goes on otherwise.
func smallEnd(s string, at int) int {
	end := at
	for end < len(s) && text.IsLower(s[end]) {
		end++
	}
	if end < len(s) && s[end] < 0x80 && (scan.IsWord(s[end]) || s[end] == '_') {
		return at
	}
	return end
}

// byParticiple holds the relations whose verb asks by its participle.
var byParticiple = func() map[string]string {
	names := map[string]string{}
	for _, r := range graph.Relations {
		f, ok := r.Forms()
		if !ok || r.Broader != graph.Addresses || r.Name == "decides" || r.Name == "determines" {
			continue
		}
		names[f.Participle] = cmp.Or(names[f.Participle], r.Name)
	}
	return names
}()
