package scan

import "strings"

// A NameHit is a capitalized name that ends in one of the nouns.
type NameHit struct {
	Short      string // up to the noun, or over "of ..."
	Start, End int    // the full name as printed
	Noun       string
}

// SmallWords may stand between the capitalized words of a name.
var SmallWords = WordSet("of the and for on to in against its all with by at")

// NameAt reads a capitalized name at byte at: "Kyoto Declaration on Advancing
// Crime Prevention, Criminal Justice and the Rule of Law: Towards ...".
func NameAt(s string, at int, nouns map[string]bool) (NameHit, bool) {
	hit := NameHit{Start: at}
	shortEnd := 0
	for i := at; ; {
		w, next := WordInName(s, i)
		capital := IsCapital(w) || w != "" && IsDigit(w[0])
		if !capital && (!SmallWords[w] || i == at) {
			break
		}
		if capital {
			hit.End = next
		}
		if shortEnd == 0 && nouns[w] {
			shortEnd, hit.Noun = next, w
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
	hit.Short = s[at:ofPhrase(s, shortEnd, hit.End)]
	return hit, true
}

// pauses says that a comma or a colon stands at byte i.
func pauses(s string, i int) bool { return i < len(s) && (s[i] == ',' || s[i] == ':') }

// goesOnBehind says that a name goes on behind the comma or colon at byte i: with
// a capital, and behind a comma with more of them that a conjunction joins.
func goesOnBehind(s string, i int) bool {
	w, _ := WordInName(s, i+1)
	return IsCapital(w) && (s[i] == ':' || nameGoesOn(s, i+1))
}

// ofPhrase extends a short name over "of Human Rights", "of Action".
func ofPhrase(s string, end, limit int) int {
	if !strings.HasPrefix(s[end:], " of ") {
		return end
	}
	i := SkipPrefix(s, end+len(" of "), "the ")
	for i < limit {
		w, next := WordInName(s, i)
		if !IsCapital(w) {
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
		w, next := WordInName(s, i)
		if w == "and" {
			v, _ := WordInName(s, next)
			if v == "the" {
				v, _ = WordInName(s, next+len(" the"))
			}
			return IsCapital(v)
		}
		if w == "" || w[0] >= 'a' && !SmallWords[w] {
			return false
		}
		i = next
	}
	return false
}

// WordInName is the next word of a name, without a dash or quotation mark, and
// the byte behind it.
func WordInName(s string, at int) (w string, next int) {
	for at < len(s) && s[at] == ' ' {
		at++
	}
	end := at
	for end < len(s) && (IsWord(s[end]) && s[end] != 0xE2 || s[end] == '-' && end > at) {
		end++
	}
	return s[at:end], end
}
