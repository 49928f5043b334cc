package loader

import (
	"slices"
	"strings"
)

// word reads the next word of s from at.
func word(s string, at int) (w string, next int) {
	for at < len(s) && (s[at] == ' ' || s[at] == '*') {
		at++
	}
	end := at
	for end < min(len(s), at+longestWord) && (isLetter(s[end]) || s[end] == '-' && end > at) {
		end++
	}
	return s[at:end], end
}

func isWord(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c >= 0x80
}

func isCapital(w string) bool { return w != "" && w[0] >= 'A' && w[0] <= 'Z' }

// longestWord is more bytes than a word has. What goes on longer is none, and looking
// for its end again and again would take longer than the text is long.
const longestWord = 200

func lastWord(s string) string {
	i, least := len(s), max(0, len(s)-longestWord)
	for i > least && (isWord(s[i-1]) || s[i-1] == '-') {
		i--
	}
	return s[i:]
}

func isCapitalAt(s string, i int) bool { return i < len(s) && s[i] >= 'A' && s[i] <= 'Z' }

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// digitsEnd is the byte after the decimal digits at byte i.
func digitsEnd(s string, i int) int {
	for i < len(s) && isDigit(s[i]) {
		i++
	}
	return i
}

func wordSet(list string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(list) {
		set[w] = true
	}
	return set
}

func appendNew(list []string, s string) []string {
	if slices.Contains(list, s) {
		return list
	}
	return append(list, s)
}

// digits are the decimal digits.
var digits = strings.Split("0123456789", "")

// isLetter says that a byte is a letter of the alphabet, or of one with accents.
func isLetter(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= 0x80 && c != 0xE2
}
