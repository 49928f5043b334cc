package text

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"mandategraph/loader/scan"
)

// Succeeds says that one number is the other's successor.
func Succeeds(a, b string) bool {
	if a == "" || b == "" || !scan.IsDigit(a[0]) || !scan.IsDigit(b[0]) {
		return false
	}
	m, err1 := strconv.Atoi(a)
	n, err2 := strconv.Atoi(b)
	return err1 == nil && err2 == nil && n == m+1
}

// LastLetter is the last byte of a text that is no quotation mark, bracket or
// plain footnote number ("Society, 1").
func LastLetter(s string) byte {
	s = strings.TrimRight(s[max(0, len(s)-scan.LongestWord):], " \"'”’)»*")
	digits := strings.TrimRight(s, "0123456789")
	if n := len(s) - len(digits); n > 0 && n < 4 {
		if before := strings.TrimRight(digits, " "); before != "" && strings.IndexByte(",;.", before[len(before)-1]) >= 0 {
			s = before
		}
	}
	if s == "" {
		return 0
	}
	return s[len(s)-1]
}

func EndsClosed(s string) bool { return strings.IndexByte(".;:,", LastLetter(s)) >= 0 }

func StartsLower(s string) bool {
	s = strings.TrimLeft(s, "*\"“(‘'")
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}
