package loader

import "strings"

// A nameHit is a capitalized name that ends in one of the nouns.
type nameHit struct {
	short      string // up to the noun, or over "of ..."
	start, end int    // the full name as printed
	noun       string
}

// smallWords may stand between the capitalized words of a name.
var smallWords = wordSet("of the and for on to in against its all with by at")

// nameAt reads a capitalized name at byte at: "Kyoto Declaration on Advancing
// Crime Prevention, Criminal Justice and the Rule of Law: Towards ...".
func nameAt(s string, at int, nouns map[string]bool) (nameHit, bool) {
	hit := nameHit{start: at}
	shortEnd := 0
	for i := at; ; {
		w, next := wordInName(s, i)
		capital := isCapital(w) || w != "" && isDigit(w[0])
		if !capital && (!smallWords[w] || i == at) {
			break
		}
		if capital {
			hit.end = next
		}
		if shortEnd == 0 && nouns[w] {
			shortEnd, hit.noun = next, w
		}
		i = next
		if pauses(s, i) {
			if shortEnd == 0 || !goesOnBehind(s, i) {
				break
			}
			i++
		}
	}
	if shortEnd == 0 {
		return hit, false
	}
	hit.short = s[at:ofPhrase(s, shortEnd, hit.end)]
	return hit, true
}

// pauses says that a comma or a colon stands at byte i.
func pauses(s string, i int) bool { return i < len(s) && (s[i] == ',' || s[i] == ':') }

// goesOnBehind says that a name goes on behind the comma or colon at byte i: with
// a capital, and behind a comma with more of them that a conjunction joins.
func goesOnBehind(s string, i int) bool {
	w, _ := wordInName(s, i+1)
	return isCapital(w) && (s[i] == ':' || nameGoesOn(s, i+1))
}

// ofPhrase extends a short name over "of Human Rights", "of Action".
func ofPhrase(s string, end, limit int) int {
	if !strings.HasPrefix(s[end:], " of ") {
		return end
	}
	i := skipPrefix(s, end+len(" of "), "the ")
	for i < limit {
		w, next := wordInName(s, i)
		if !isCapital(w) {
			break
		}
		end, i = next, next
		if pauses(s, i) {
			break
		}
	}
	return end
}

// nameGoesOn says that after the comma a conjunction joins further capitals:
// "Crime Prevention, Criminal Justice and the Rule of Law".
func nameGoesOn(s string, i int) bool {
	for n := 0; n < 8; n++ {
		w, next := wordInName(s, i)
		if w == "and" {
			v, _ := wordInName(s, next)
			if v == "the" {
				v, _ = wordInName(s, next+len(" the"))
			}
			return isCapital(v)
		}
		if w == "" || w[0] >= 'a' && !smallWords[w] {
			return false
		}
		i = next
	}
	return false
}

// wordInName is the next word of a name, without a dash or quotation mark, and
// the byte behind it.
func wordInName(s string, at int) (w string, next int) {
	for at < len(s) && s[at] == ' ' {
		at++
	}
	end := at
	for end < len(s) && (isWord(s[end]) && s[end] != 0xE2 || s[end] == '-' && end > at) {
		end++
	}
	return s[at:end], end
}
