package cite

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"mandategraph/graph"
	"mandategraph/graph/names"
	"mandategraph/loader/scan"
)

// Scanning takes the figures 0 and 1 for the letters O and l: "resolution 7O/1",
// "reso1ution l540 (2004)". Other signs are read as figures only where a year behind the
// number proves it.

// farMisread is how many bytes a number has at most with what is printed beside it.
const farMisread = 24

// misprinted reads a number at byte at in which signs stand for figures, as its year or date
// proves; end is at where there is none.
func (f *finder) misprinted(at int) (number string, end int) {
	if number, end = misreadDated(f.s, at); number != "" {
		return number, end
	}
	return f.firstSession(at)
}

// misread reads a number at byte at in which letters stand for figures; end is at where
// there is none.
func misread(s string, at int, bare bareForms) (number string, end int) {
	if at >= len(s) || !scan.IsDigit(s[at]) && s[at] != 'l' && s[at] != 'O' {
		return "", at
	}
	restored, changed := scan.InFigures(s[at:min(len(s), at+farMisread)])
	if !changed {
		return "", at
	}
	number, end = actNumber(restored, 0, bare)
	if number == "" || end == len(restored) && at+end < len(s) {
		return "", at
	}
	return number, at + end
}

// signFigures are signs that scanning leaves for a figure, each with that figure.
const signFigures = "S5s5$5!1|1l1I1[1]1O0o0B8&8Z2"

// misreadDated reads a number with its year of which scanning misread a figure or the
// bracket: "$46 (1984)", "70S (1991)", "662 é 1990)". In that year the body must have
// adopted an act of the number; end is at where it did not.
func misreadDated(s string, at int) (number string, end int) {
	i, changed := at, false
	var figures [mostFigures]byte
	for ; i < len(s) && i-at < mostFigures; i++ {
		figures[i-at] = s[i]
		if !scan.IsDigit(s[i]) {
			k := strings.IndexByte(signFigures, s[i])
			if k < 0 || k%2 > 0 {
				break
			}
			figures[i-at], changed = signFigures[k+1], true
		}
	}
	bracket := scan.SkipPrefix(s, i, " ")
	if i-at < 2 || bracket >= len(s) || !changed && s[bracket] == '(' || bracket == i && s[bracket] != '(' {
		return "", at
	}
	open, length := utf8.DecodeRuneInString(s[bracket:])
	year := scan.SkipPrefix(s, bracket+length, " ")
	end = year + len("1990)")
	if open < utf8.RuneSelf && scan.IsWord(s[bracket]) || end > len(s) || s[end-1] != ')' ||
		scan.DigitsEnd(s, year) != end-1 {
		return "", at
	}
	digits := string(figures[:i-at])
	if of := names.YearOfNumber(names.DatedBody(), digits); of == 0 || strconv.Itoa(of) != s[year:end-1] {
		return "", at
	}
	return digits + "(" + s[year:end-1] + ")", end
}

// mostFigures is how many figures a number has at most that its year proves.
const mostFigures = 4

// farDate is how many bytes behind a number the date of its list stands at most.
const farDate = 60

// firstSession reads the number of a resolution of a first session whose numeral scanning
// took for a figure: "41 (1) of 14 December 1946". It takes the name of the body that
// numbers so before it, or a date of its year behind it.
func (f *finder) firstSession(at int) (number string, end int) {
	digits := scan.DigitsEnd(f.s, at)
	if digits == at || digits-at > 3 || strings.IndexByte(f.s[digits:min(len(f.s), digits+len(" A (1)"))], '(') < 0 {
		return "", at
	}
	letter, after, ok := partLetter(f.s, digits)
	if !ok {
		letter, after = "", digits
	}
	end = scan.SkipPrefix(f.s, scan.SkipPrefix(f.s, after, " "), "(1)", "(l)")
	if end < after+len("(1)") {
		return "", at
	}
	number = f.s[at:digits] + letter + "(I)"
	if k := f.bodiesBefore(
		at,
	); k > 0 && at-f.bodies[k-1].End < farMisread &&
		names.CanNumber(f.bodies[k-1].Code, graph.Resolution, number) {
		return number, end
	}
	if strings.Contains(f.s[end:min(len(f.s), end+farDate)], " 1946") {
		return number, end
	}
	return "", at
}
