package loader

import (
	"regexp"
	"strings"
)

// actNumber reads the number of an act at byte at, in the forms of all houses,
// without spaces; plain allows a lone integer, as of the Security Council.
//
//	12/4  2011/36  S-30/1  ES-11/1  1/CP.21  3/CMA.1  75/290 A
//	217 A (III)  1373 (2001)  377 (V)  WHA64.1  IPBES-2/3  BC-10/2  XII/12
func actNumber(s string, at int, plain bool) (number string, end int) {
	i := at
	letters := i
	for letters < len(s) && (s[letters] >= 'A' && s[letters] <= 'Z' || s[letters] == '.' && letters > i) && letters-i < 9 {
		letters++
	}
	switch {
	case letters > i && letters < len(s) && (s[letters] == '-' || s[letters] == '/') && letters+1 < len(s) && isDigit(s[letters+1]):
		// S-30/1, IPBES-2/3, XII/12; a document symbol has more parts.
		end = letters + 1
		for end < len(s) && isDigit(s[end]) {
			end++
		}
		if s[letters] == '/' && roman(s[i:letters]) == 0 && s[i:letters] != "IPBES" {
			return "", at
		}
		if end < len(s) && s[end] == '/' && end+1 < len(s) && isDigit(s[end+1]) {
			end++
			for end < len(s) && isDigit(s[end]) {
				end++
			}
		} else if s[letters] == '-' && s[i:letters] != "BC" {
			return "", at
		}
	case strings.HasPrefix(s[i:], "WHA") && letters < len(s) && isDigit(s[letters]):
		end = letters
		for end < len(s) && (isDigit(s[end]) || s[end] == '.' && end+1 < len(s) && isDigit(s[end+1])) {
			end++
		}
	case i < len(s) && (isDigit(s[i]) || s[i] == '-' && strings.HasPrefix(s[i:], "-/C")):
		return digitNumber(s, i, plain)
	default:
		return "", at
	}
	if end < len(s) && (s[end] == '/' || isWord(s[end])) {
		return "", at
	}
	return s[i:end], end
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

var (
	slashNumber = regexp.MustCompile(`^(\d{1,4}|-)/((?:CP|CMP|CMA|SBI|SBSTA)\.?\s?\d+|\d{1,3})`)
	partLetter  = regexp.MustCompile(`^ ([A-Z])(?:[\s,;.)]|$)`)
	parenNumber = regexp.MustCompile(`^(\d{1,4})( [A-Z])?(?: and [A-Z])? ?\(((?:ES-|S-)?[IVXLC]+|(?:19|20)\d\d)\)`)
)

func digitNumber(s string, i int, plain bool) (number string, end int) {
	window := s[i:min(len(s), i+40)]
	if m := slashNumber.FindString(window); m != "" {
		end = i + len(m)
		if end < len(s) && (s[end] == '/' || isWord(s[end]) && s[end] < 0x80) {
			return "", i
		}
		number = compact(m)
		if p := partLetter.FindStringSubmatch(s[end:min(len(s), end+4)]); p != nil && p[1] != "A" || p != nil && !startsLowerAfter(s, end+2) {
			number += p[1]
			end += 2
		}
		return number, end
	}
	if m := parenNumber.FindStringSubmatch(window); m != nil {
		return m[1] + strings.TrimSpace(m[2]) + "(" + m[3] + ")", i + len(m[0])
	}
	if plain {
		end = i
		for end < len(s) && isDigit(s[end]) {
			end++
		}
		if end-i <= 4 && (end == len(s) || s[end] != '/' && s[end] != '.' && !isWord(s[end]) || s[end] == '.' && (end+1 == len(s) || s[end+1] == ' ')) {
			return s[i:end], end
		}
	}
	return "", i
}

// startsLowerAfter tells the part letter of "75/290 A," from an article.
func startsLowerAfter(s string, i int) bool {
	return i+1 < len(s) && s[i] == ' ' && s[i+1] >= 'a' && s[i+1] <= 'z' && !strings.HasPrefix(s[i:], " of ") && !strings.HasPrefix(s[i:], " and ")
}

var pinPattern = regexp.MustCompile(`^,? ?\(?((?:in particular |especially |notably |including )?(?:its )?(?:(?:paragraphs?|paras?\.|annex(?:es)?|sections?|sect\.|chapter|chap\.|part|article|appendix|preamble)(?: (?:\d+(?: ?\([a-z]+\))*(?: ?\([ivx]+\))*|[IVX]+\b|[A-Z]\b)(?:(?:, | and |, and |–|-| to )(?:\d+(?: ?\([a-z]+\))*(?: ?\([ivx]+\))*|[IVX]+\b|\([a-z]\)))*)?))`)

// pinAfter reads ", annex I" or ", paragraphs 5-7 (a)".
func pinAfter(s string, at int) (pin string, end int, ok bool) {
	window := s[at:min(len(s), at+160)]
	if len(window) < 5 || window[0] != ',' && window[0] != ' ' {
		return "", at, false
	}
	m := pinPattern.FindStringSubmatch(window)
	if m == nil || m[1] == "" {
		return "", at, false
	}
	end = at + len(m[0])
	if end < len(s) && isWord(s[end]) {
		return "", at, false
	}
	return m[1], end, true
}
