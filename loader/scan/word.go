package scan

import (
	"slices"
	"strings"
)

// Word reads the next word of s from at.
func Word(s string, at int) (w string, next int) {
	for at < len(s) && (s[at] == ' ' || s[at] == '*') {
		at++
	}
	end := at
	for end < min(len(s), at+LongestWord) && (isLetter(s[end]) || s[end] == '-' && end > at) {
		end++
	}
	return s[at:end], end
}

func IsWord(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c >= 0x80
}

func IsCapital(w string) bool { return w != "" && w[0] >= 'A' && w[0] <= 'Z' }

// LongestWord is more bytes than a word has. What goes on longer is none, and looking
// for its end again and again would take longer than the text is long.
const LongestWord = 200

func LastWord(s string) string {
	i, least := len(s), max(0, len(s)-LongestWord)
	for i > least && (IsWord(s[i-1]) || s[i-1] == '-') {
		i--
	}
	return s[i:]
}

func IsCapitalAt(s string, i int) bool { return i < len(s) && s[i] >= 'A' && s[i] <= 'Z' }

func IsDigit(c byte) bool { return c >= '0' && c <= '9' }

// DigitsEnd is the byte after the decimal digits at byte i.
func DigitsEnd(s string, i int) int {
	for i < len(s) && IsDigit(s[i]) {
		i++
	}
	return i
}

func WordSet(list string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(list) {
		set[w] = true
	}
	return set
}

func AppendNew(list []string, s string) []string {
	if slices.Contains(list, s) {
		return list
	}
	return append(list, s)
}

// Digits are the decimal digits.
var Digits = strings.Split("0123456789", "")

// isLetter says that a byte is a letter of the alphabet, or of one with accents.
func isLetter(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= 0x80 && c != 0xE2
}
