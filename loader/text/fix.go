package text

import (
	"slices"
	"strings"

	"mandategraph/loader/scan"
)

// Words and numbers that a conversion broke or glued inside a line.

// A fix says what is different in the text from the source at byte at: bytes that
// are left out, perhaps as the mark of a footnote, or a hyphen that is put back.
type fix struct {
	at, cut int
	note    string
	hyphen  bool
	letter  bool // an l is put for the figure that is cut
}

// fixes lists what is mended, in the order of the text.
func fixes(text string, list []line) []fix {
	var all []fix
	for _, m := range gluedMarks(text, list) {
		all = append(all, fix{at: m.At, cut: len(m.Note), note: m.Note})
	}
	all = append(all, apartHyphens(text)...)
	all = append(all, lostHyphens(text)...)
	all = append(all, brokenNumbers(text)...)
	all = append(all, apartEndings(text)...)
	all = append(all, misreadLetters(text)...)
	slices.SortStableFunc(all, func(a, b fix) int { return a.at - b.at })
	return all
}

// apartHyphens finds spaces before the hyphen of a compound: "sixty -ninth". A dash
// that sets words apart has white space on both sides.
func apartHyphens(text string) (list []fix) {
	for at := 0; ; {
		i := strings.Index(text[at:], " -")
		if i < 0 {
			return list
		}
		at += i + 2
		if i = at - 2; i > 0 && isASCIILetter(text[i-1]) && at < len(text) && isASCIILetter(text[at]) {
			list = append(list, fix{at: i, cut: 1})
		}
	}
}

func isASCIILetter(c byte) bool { return IsLower(c | 0x20) }

// hyphened are the beginnings and ends of offices and adjectives whose hyphen is
// lost where it ended a line.
var hyphened = []struct{ first, second string }{
	{"Secretary", "General"}, {"Director", "General"}, {"Vice", "Chair"}, {"Vice", "President"},
	{"Under", "Secretary"}, {"Self", "Governing"}, {"Co", "Chair"},
}

// lostHyphens finds words whose hyphen is lost: "SecretaryGeneral".
func lostHyphens(text string) (list []fix) {
	for _, h := range hyphened {
		word := h.first + h.second
		for at := 0; ; {
			i := strings.Index(text[at:], word)
			if i < 0 {
				break
			}
			at += i + len(word)
			list = append(list, fix{at: at - len(h.second), hyphen: true})
		}
	}
	return list
}

// apartEnding are ends of words by which acts are named, which scanning sets apart:
// "resolut ion", "reso lution". None of them is a word behind the letters before it.
var apartEnding = []struct{ ending, behind string }{{" ion", "ts"}, {" tion", "u"}, {" lution", "o"}}

// apartEndings finds the spaces before such an end.
func apartEndings(text string) (list []fix) {
	for _, e := range apartEnding {
		for at := 0; ; {
			i := strings.Index(text[at:], e.ending)
			if i < 0 {
				break
			}
			at += i + len(e.ending)
			end := scan.SkipPrefix(text, at, "s")
			if i = at - len(e.ending); i < 2 || !IsLower(text[i-2]) || strings.IndexByte(e.behind, text[i-1]) < 0 {
				continue
			}
			if end == len(text) || !scan.IsWord(text[end]) && text[end] != '-' {
				list = append(list, fix{at: i, cut: 1})
			}
		}
	}
	return list
}

// misreadWords are ends of the names of organs as scanning leaves them, with the figure
// for the letter l: "General Assemb1y", "Counci1".
var misreadWords = []string{"Assemb1y", "Counci1", "Genera1 Ass", "Socia1 Cou"}

// misreadLetters finds such figures.
func misreadLetters(text string) (list []fix) {
	for _, w := range misreadWords {
		for at := 0; ; {
			i := strings.Index(text[at:], w)
			if i < 0 {
				break
			}
			list = append(list, fix{at: at + i + strings.IndexByte(w, '1'), cut: 1, letter: true})
			at += i + len(w)
		}
	}
	return list
}

// brokenNumbers finds spaces inside the number of a resolution of the Security
// Council, whose year stands behind it: "1 820 (2008)". No two numbers stand side by
// side in a list, and those of four figures began in 1995.
func brokenNumbers(text string) (list []fix) {
	for at := 0; ; {
		i := strings.Index(text[at:], " (")
		if i < 0 {
			return list
		}
		at += i + 2
		if at+5 > len(text) || text[at+4] != ')' || text[at:at+4] < "1995" || text[at:at+4] > "2099" || scan.DigitsEnd(text, at) != at+4 {
			continue
		}
		end := at - 2
		space := digitsStart(text, end) - 1
		start := digitsStart(text, space)
		if space <= start || end-start != 5 || text[space] != ' ' || text[start] == '0' || text[start] > '2' {
			continue
		}
		before := text[max(0, start-20):start]
		for _, lead := range []string{", ", " and ", "resolution ", "resolutions ", "resolution\n", "resolutions\n", ",\n", " and\n"} {
			if strings.HasSuffix(before, lead) {
				list = append(list, fix{at: space, cut: 1})
				break
			}
		}
	}
}

// digitsStart is the first of the decimal digits before byte i.
func digitsStart(s string, i int) int {
	for i > 0 && scan.IsDigit(s[i-1]) {
		i--
	}
	return max(i, 0)
}
