package cite

import (
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/names"
	"mandategraph/loader/scan"
	"mandategraph/loader/tree"
)

// bareForms are the numbers that need no mark of their own where the body is
// known: 1373 of the Security Council, 17.54 of the Parties to CITES; any of a body
// that no table knows.
type bareForms struct{ plain, dotted, any bool }

// actNumber reads the number of an act at byte at, in the forms of all bodies,
// without spaces; end is at where there is none.
//
//	12/4  2011/36  S-30/1  ES-11/1  1/CP.21  3/CMA.1  75/290 A  217 A (III)
//	1373 (2001)  WHA64.1  IPBES-2/3  BC-10/2  XII/12  SS.XI/9  Conf. 9.24
func actNumber(s string, at int, bare bareForms) (number string, end int) {
	if at >= len(s) {
		return "", at
	}
	switch c := s[at]; {
	case scan.IsDigit(c), c == '-' && strings.HasPrefix(s[at:], "-/C"):
		return digitNumber(s, at, bare)
	case c >= 'A' && c <= 'Z':
		return letterNumber(s, at)
	}
	return "", at
}

// ends says that a number may end at byte end: no more of a word or symbol
// follows.
func ends(s string, end int) bool {
	if end >= len(s) {
		return true
	}
	decimal := s[end] == '.' && end+1 < len(s) && scan.IsDigit(s[end+1])
	return s[end] != '/' && (s[end] >= 0x80 || !scan.IsWord(s[end])) && !decimal
}

// mostPrefix is the most capital letters before a number.
const mostPrefix = 8

// letterNumber reads numbers that begin with capital letters.
func letterNumber(s string, at int) (number string, end int) {
	if strings.HasPrefix(s[at:], "Conf.") {
		return conferenceNumber(s, at)
	}
	i := at
	for i < len(s) && scan.IsCapitalAt(s, i) && i-at < mostPrefix {
		i++
	}
	if i >= len(s) {
		return "", at
	}
	prefix := s[at:i]
	if number, behind := longDash(s, prefix, i); number != "" {
		return number, behind
	}
	if number, behind := whole(s, at, i, prefix); number != "" {
		return number, behind
	}
	if end = prefixedEnd(s, i, prefix); end == 0 || !ends(s, end) {
		return "", at
	}
	return s[at:end], end
}

// whole reads the numbers that end in a bracket or in the letter of a part: the
// prefix stands at bytes at to i.
func whole(s string, at, i int, prefix string) (number string, end int) {
	switch {
	case names.GluedMark(prefix):
		if k := tailNumber(s, scan.DigitsEnd(s, i), '('); scan.IsDigit(s[i]) && k > 0 && k < len(s) && s[k] == ')' {
			return s[at : k+1], k + 1 // decision WHA72(11)
		}
	case s[i] == '.' && numbersBySession(prefix):
		serial := scan.SkipPrefix(s, i+1, " ") // scanning parts them: A. 1071 (28)
		digits := scan.DigitsEnd(s, serial)
		if k := sessionBehind(s, scan.SkipPrefix(s, digits, " ")); k > 0 && digits > serial {
			return tree.WithoutSpaces(s[at:k]), k // A.1071(28), MEPC.379(80)
		}
	case s[i] == '-' && prefix == "S":
		if k := tailNumber(s, scan.DigitsEnd(s, i+1), '/'); k > 0 {
			if letter, after, ok := partLetter(s, k); ok {
				return s[at:k] + letter, after // S-20/4 B
			}
		}
	case s[i] == '/' && graph.Roman(prefix) > 0:
		if k := tailNumber(s, i, '/'); k > 0 {
			if letter, after, ok := partLetter(s, k); ok {
				return s[at:k] + letter, after
			}
		}
	}
	return "", at
}

// numbersBySession says that behind a prefix and a point stand a serial and the
// session in brackets.
func numbersBySession(prefix string) bool {
	return prefix == "A" || names.BodyOfNumber(prefix+".1(1)") != ""
}

// prefixedEnd is where the number ends whose prefix ends at byte i; 0 where there
// is none.
func prefixedEnd(s string, i int, prefix string) (end int) {
	switch {
	case scan.IsDigit(s[i]) && names.GluedMark(prefix):
		return healthEnd(s, scan.DigitsEnd(s, i))
	case s[i] == '.':
		return pointEnd(s, i, prefix)
	case s[i] == '/' && graph.Roman(prefix) > 0:
		return tailNumber(s, i, '/')
	case s[i] == '-' || s[i] == '/' && prefix == "IPBES":
		if k := scan.DigitsEnd(s, i+1); k > i+1 {
			return tailNumber(s, k, '/')
		}
	}
	return 0
}

// pointEnd is the same of a number with a point at byte i behind its prefix.
func pointEnd(s string, i int, prefix string) (end int) {
	switch {
	case prefix == "SS":
		for i++; i < len(s) && graph.Roman(s[i:i+1]) > 0; i++ {
		}
		return tailNumber(s, i, '/')
	case numbersBySession(prefix):
		return extraordinaryEnd(s, prefix, i)
	case graph.Roman(prefix) > 0:
		return tailNumber(s, i, '.')
	}
	return 0
}

// longDash reads "BC–12/1", with another dash than a number has; i is where the
// prefix ends.
func longDash(s, prefix string, i int) (number string, end int) {
	if len(prefix) < 2 {
		return "", i
	}
	for _, dash := range []string{"–", "‑"} {
		if strings.HasPrefix(s[i:], dash) && names.BodyOfNumber(prefix+"-1/1") != "" {
			if end = tailNumber(s, scan.DigitsEnd(s, i+len(dash)), '/'); end > 0 && ends(s, end) {
				return prefix + "-" + s[i+len(dash):end], end
			}
		}
	}
	return "", i
}

// healthEnd is where "WHA64.1" or "EB148.R6" ends, whose session ends at byte k; 0
// where there is no such number.
func healthEnd(s string, k int) (end int) {
	if end = tailNumber(s, k, '.'); end == 0 && strings.HasPrefix(s[k:], ".R") {
		end = tailNumber(s, k+1, 'R')
	}
	return end
}

// extraordinaryEnd is where the number of an extraordinary session ends whose
// prefix ends at byte i; 0 where there is none.
func extraordinaryEnd(s, prefix string, i int) (end int) {
	if ex := ".Ex-"; strings.HasPrefix(s[i:], ex) && names.BodyOfNumber(prefix+".Ex-1/1") != "" {
		return tailNumber(s, scan.DigitsEnd(s, i+len(ex)), '/')
	}
	return 0
}

// sessionBehind reads the session between brackets behind the digits that end
// at byte i; 0 where there is none.
func sessionBehind(s string, i int) (end int) {
	if i >= len(s) || s[i] != '(' {
		return 0
	}
	k := strings.IndexByte(s[i:min(len(s), i+9)], ')')
	if k < 2 {
		return 0
	}
	if inner := s[i+1 : i+k]; graph.Roman(inner) == 0 && strings.Trim(inner, "0123456789") != "" {
		return 0
	}
	return i + k + 1
}

// tailNumber reads a separator and digits: the /12 of 14/12; 0 where there are
// none.
func tailNumber(s string, i int, separator byte) (end int) {
	if i >= len(s) || s[i] != separator {
		return 0
	}
	if end = scan.DigitsEnd(s, i+1); end == i+1 {
		return 0
	}
	return end
}

// conferenceNumber reads "Conf. 9.24 (Rev. CoP17)".
func conferenceNumber(s string, at int) (number string, end int) {
	i := at + len("Conf.")
	for i < len(s) && s[i] == ' ' {
		i++
	}
	end = tailNumber(s, scan.DigitsEnd(s, i), '.')
	if end == 0 || !scan.IsDigit(s[i]) || !ends(s, end) {
		return "", at
	}
	end = revised(s, end)
	return tree.WithoutSpaces(s[at:end]), end
}

// revised reads the " (Rev. CoP17)" after a number of the Parties to CITES.
func revised(s string, end int) int {
	for _, whole := range []string{" (Rev.)", "(Rev.)"} {
		if strings.HasPrefix(s[end:], whole) {
			return end + len(whole)
		}
	}
	for _, lead := range []string{" (Rev. CoP", " (Rev.CoP", "(Rev. CoP", "(Rev.CoP"} {
		if strings.HasPrefix(s[end:], lead) {
			if k := scan.DigitsEnd(s, end+len(lead)); k < len(s) && s[k] == ')' {
				return k + 1
			}
		}
	}
	return end
}

// digitNumber reads numbers that begin with digits.
func digitNumber(s string, i int, bare bareForms) (number string, end int) {
	if s[i] == '-' {
		return suffixNumber(s, i, i+1)
	}
	head := scan.DigitsEnd(s, i)
	if head-i > 4 {
		return "", i
	}
	if number, end = brokenNumber(s, i, head); number != "" {
		return number, end
	}
	if head < len(s) && s[head] == '/' {
		return strokeNumber(s, i, head)
	}
	if number, end = bracketNumber(s, i, head); number != "" {
		return number, end
	}
	if bare.dotted {
		if end = tailNumber(s, head, '.'); end > 0 && ends(s, end) {
			end = revised(s, end)
			return tree.WithoutSpaces(s[i:end]), end
		}
	}
	if w, _ := scan.Word(s, head); bare.plain && ends(s, head) && names.Month(w) == 0 {
		return s[i:head], head
	}
	return "", i
}

// brokenNumber reads a number that the end of a line or a wide space breaks: "70/
// 1", "1 820 (2008)".
func brokenNumber(s string, i, head int) (number string, end int) {
	switch rest := s[head:]; {
	case strings.HasPrefix(rest, "/ "), strings.HasPrefix(rest, " /"):
		end = scan.DigitsEnd(s, head+2)
		if end > head+2 && end-head <= 6 && ends(s, end) {
			return s[i:head] + "/" + s[head+2:end], end
		}
	case head-i == 1 && strings.HasPrefix(rest, " "):
		if tail := scan.DigitsEnd(s, head+1); tail == head+4 {
			year, end := bracketNumber(s, head+1, tail)
			if year != "" && graph.ReadNumber(year).Form == graph.DatedForm {
				return s[i:head] + year, end
			}
		}
	}
	return "", i
}

// strokeNumber reads "12/4", "75/290 A" and "1/CP.21"; head is where its stroke is.
func strokeNumber(s string, i, head int) (number string, end int) {
	if scan.IsCapitalAt(s, head+1) {
		return suffixNumber(s, i, head)
	}
	end = scan.DigitsEnd(s, head+1)
	if end == head+1 || end-head > 4 && graph.ReadNumber(s[i:end]).Form != graph.SerialYearForm {
		return "", i
	}
	number = s[i:end]
	if letter, after, ok := partLetter(s, end); ok {
		return number + letter, after
	}
	if !ends(s, end) {
		return "", i
	}
	return number, end
}

// brokenOff is the byte behind the digits that follow a number where its list or clause
// would go on: in "resolutions 89/1 17 and 89/203" scanning broke a number, or left a
// footnote mark, and which is not sure. It is end where none do.
func brokenOff(s, number string, end int) int {
	if end+1 >= len(s) || s[end] != ' ' || !strings.Contains(number, "/") || !scan.IsDigit(s[end-1]) {
		return end
	}
	digits := scan.DigitsEnd(s, end+1)
	if digits > end+3 || scan.SkipPrefix(s, digits, ", ", "; ", " and ", " or ", ")", " of the ") == digits {
		return end
	}
	return digits
}

// suffixNumber reads the "/CP.21" of 1/CP.21 at byte i; at is where the number
// begins.
func suffixNumber(s string, at, i int) (number string, end int) {
	k := i + 1
	for k < len(s) && s[k] >= 'A' && s[k] <= 'Z' {
		k++
	}
	if !names.MarkBehind(s[i+1 : k]) {
		return "", at
	}
	mark := k
	for k < len(s) && (s[k] == '.' || s[k] == ' ') {
		k++
	}
	if end = scan.DigitsEnd(s, k); end == k || k > mark+2 || !ends(s, end) {
		return "", at
	}
	return s[at:mark] + "." + s[k:end], end // also of "13/CMP 1"
}

// bracketNumber reads " A (III)" and " (2001)" after the digits that end at
// head.
func bracketNumber(s string, at, head int) (number string, end int) {
	i, letter := head, ""
	if l, after, ok := partLetter(s, head); ok {
		letter, i = l, after
	}
	if i < len(s) && s[i] == ' ' {
		i++
	}
	if i >= len(s) || s[i] != '(' {
		return "", at
	}
	closing := strings.IndexByte(s[i:min(len(s), i+14)], ')')
	if closing < 2 {
		return "", at
	}
	number = s[at:head] + letter + "(" + s[i+1:i+closing] + ")"
	if form := graph.ReadNumber(number).Form; form != graph.BracketForm && form != graph.DatedForm {
		return "", at
	}
	return number, i + closing + 1
}

// partLetter reads the letter of a part: the A of "75/290 A" or "75/290A". A
// capital A before a word of lower case is an article.
func partLetter(s string, i int) (letter string, end int, ok bool) {
	if i < len(s) && s[i] == ' ' {
		i++
	}
	if !scan.IsCapitalAt(s, i) {
		return "", i, false
	}
	if i+1 < len(s) && s[i+1] == s[i] && ends(s, i+2) {
		return s[i : i+2], i + 2, true // AA comes after Z
	}
	if letterGoesOn(s, i+1) || s[i] == 'A' && startsLowerAfter(s, i+1) {
		return "", i, false
	}
	return s[i : i+1], i + 1, true
}

// letterGoesOn says that what stands at byte i belongs to the letter before it, so
// that this is no part's.
func letterGoesOn(s string, i int) bool {
	if i >= len(s) {
		return false
	}
	switch s[i] {
	case '/':
		return true
	case '-':
		return i+1 < len(s) && scan.IsDigit(s[i+1])
	case '.':
		return i+1 < len(s) && s[i+1] != ' '
	}
	return scan.IsWord(s[i]) && s[i] < 0x80
}

// startsLowerAfter tells the part letter of "75/290 A of" from an article.
func startsLowerAfter(s string, i int) bool {
	if i+1 >= len(s) || s[i] != ' ' || s[i+1] < 'a' || s[i+1] > 'z' {
		return false
	}
	switch w, _ := scan.Word(s, i); w {
	case "of", "and", "to", "on", "or", "in", "as", "concerning", "entitled", "dated", "adopted":
		return false
	}
	return true
}

// moreLetters reads further letters of parts after one: "A and B", "A–C",
// "A, B and C"; a range is spelled out.
func moreLetters(s string, end int, last byte) (letters []string, after int) {
	after = end
	for {
		glue, isRange := 0, false
		for _, g := range []struct {
			text    string
			isRange bool
		}{{", and ", false}, {" and ", false}, {", ", false}, {"–", true}, {"-", true}, {" – ", true}, {" to ", true}} {
			if strings.HasPrefix(s[after:], g.text) {
				glue, isRange = len(g.text), g.isRange
				break
			}
		}
		i := after + glue
		if glue == 0 || i < len(s) && s[i] == ' ' {
			return letters, after
		}
		letter, next, ok := partLetter(s, i)
		if !ok || letter[0] <= last {
			return letters, after
		}
		from := letter[0]
		if isRange {
			from = last + 1
		}
		for c := from; c <= letter[0]; c++ {
			letters = append(letters, string(rune(c)))
		}
		last, after = letter[0], next
	}
}
