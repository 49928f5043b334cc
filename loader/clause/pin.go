package clause

import (
	"strings"

	"mandategraph/graph"
	"mandategraph/loader/scan"
)

var pinPattern = scan.Compile(`^,? ?\(?((?:in particular |especially |notably |including )?(?:its )?` +
	`(?:(?:paragraphs?|paras?\.|annex(?:es)?|sections?|sect\.|chapters?|chap\.|part|article|appendix|preamble)` +
	`(?: (?:\d+(?: ?\([a-z]+\))*(?: ?\([ivx]+\))*|[IVX]+(?:\.[A-Z0-9])?\b|[A-Z](?:\.[IVX]+)?\b)` +
	`(?:(?:, | and |, and |–|-| to )(?:\d+(?: ?\([a-z]+\))*(?: ?\([ivx]+\))*|[IVX]+\b|\([a-z]\)))*)?))`)

// nextActs begins what a part that belongs to the act behind it is of.
var nextActs = scan.Compile(`^ (?:of|to) (?:its |the )?(?:[A-Z][a-z]+ |and |on ){0,6}(?:resolution|decision)s? `)

// PinAfter reads ", annex I" or ", paragraphs 5-7 (a)".
func PinAfter(s string, at int) (pin string, end int, ok bool) {
	window := s[at:min(len(s), at+160)]
	if len(window) < 4 || window[0] != ',' && window[0] != ' ' {
		return "", at, false
	}
	if pin, end, ok = sectionAfter(s, at); ok {
		return pin, end, true
	}
	if !pinnable(window) {
		return "", at, false
	}
	m := pinPattern.FindStringSubmatch(window)
	if m == nil || m[1] == "" {
		return "", at, false
	}
	pin, end = m[1], at+len(m[0])
	if nextActs.MatchString(s[end:min(len(s), end+80)]) {
		return "", at, false // "1333 (2000), paragraphs 1 and 2 of resolution 1390"
	}
	for actsNumber(s, end) {
		// "paragraphs 53 and 63, 14/CMA.1": the last number is the next act's.
		i := strings.LastIndexAny(pin, ",–-")
		if j := strings.LastIndex(pin, " and "); j > i {
			i = j
		}
		if i <= 0 {
			return "", at, false
		}
		end -= len(pin) - i
		pin = pin[:i]
	}
	return pin, end, true
}

// actsNumber says that the number before byte end goes on, or has the year of an
// act behind it, so that it is none of a part.
func actsNumber(s string, end int) bool {
	if end >= len(s) {
		return false
	}
	if s[end] == '/' || scan.IsWord(s[end]) && s[end] < 0x80 {
		return true
	}
	year := scan.SkipPrefix(s, end, " (")
	k := scan.DigitsEnd(s, year)
	return year > end && k == year+4 && k < len(s) && s[k] == ')'
}

// pinnable spares most texts the pattern: a part's name begins with one of few
// letters.
func pinnable(window string) bool {
	rest := strings.TrimLeft(window, ", (")
	return rest != "" && strings.IndexByte("pascien", rest[0]) >= 0
}

// sectionAfter reads the section of "25/5 III", a numeral of two letters and
// more; a single letter is that of a part.
func sectionAfter(s string, at int) (pin string, end int, ok bool) {
	if s[at] != ' ' {
		return "", at, false
	}
	end = at + 1
	for end < len(s) && (s[end] == 'I' || s[end] == 'V' || s[end] == 'X') {
		end++
	}
	goesOn := end < len(s) &&
		(scan.IsWord(s[end]) || s[end] == '/' || s[end] == '.' && end+1 < len(s) && s[end+1] != ' ')
	if end-at < 3 || goesOn || graph.Roman(s[at+1:end]) == 0 {
		return "", at, false
	}
	return s[at+1 : end], end, true
}

// EndsInPart says that words end in the name of a part and its numbers: "under
// paragraphs 15 and 16".
func EndsInPart(words string) bool {
	for i := len(words); i > max(0, len(words)-60); i-- {
		if w, end := scan.Word(words, i); PartNouns[w] && (i == 0 || words[i-1] == ' ') {
			return SkipNumbers(words, end) == len(words)
		}
	}
	return false
}
