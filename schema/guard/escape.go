package guard

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// graphql-go reads \uD83D\uDE00, one character beyond the first 65,536, as two
// broken ones, and does not know \u{1F600} at all (section 2.9.4 of the GraphQL
// specification). Both are written out before it parses.

// An escape is a place in the query, in bytes, and what stands there instead.
type escape struct {
	at, length int
	text       string
}

// escapes finds those that graphql-go misreads in a string of the query; broken
// says that one means no character.
func escapes(token string, at int) (list []escape, broken bool) {
	for i := 1; i+1 < len(token); i++ {
		if token[i] != '\\' {
			continue
		}
		if token[i+1] == 'u' {
			r, length := escaped(token[i:])
			switch {
			case length == 0: // the parser says what is wrong with it
			case !utf8.ValidRune(r):
				broken = true
			case length != shortEscape || token[i+2] == '{':
				list = append(list, escape{at + i, length, plainly(r)})
			}
			i += max(length, 2) - 1
			continue
		}
		i++
	}
	return list, broken
}

// shortEscape is the length of an escape with four digits.
const shortEscape = len(`\u0000`)

// longestEscape bounds the search for the end of one in braces, which may begin
// with zeros.
const longestEscape = 16

// escaped reads the escape at the start of s, or the pair of them; its length is
// 0 where it is none.
func escaped(s string) (r rune, length int) {
	if strings.HasPrefix(s, `\u{`) {
		digits, _, ok := strings.Cut(s[len(`\u{`):min(len(s), longestEscape)], "}")
		code, err := strconv.ParseUint(digits, 16, 31)
		if !ok || err != nil {
			return 0, 0
		}
		return rune(code), len(`\u{}`) + len(digits)
	}
	first, ok := fourDigits(s)
	if !ok {
		return 0, 0
	}
	if second, ok := fourDigits(s[shortEscape:]); ok && utf16.DecodeRune(first, second) != utf8.RuneError {
		return utf16.DecodeRune(first, second), 2 * shortEscape
	}
	return first, shortEscape
}

func fourDigits(s string) (rune, bool) {
	if len(s) < shortEscape || s[:2] != `\u` {
		return 0, false
	}
	code, err := strconv.ParseUint(s[2:shortEscape], 16, 16)
	return rune(code), err == nil
}

// plainly writes a character as graphql-go reads it inside a string.
func plainly(r rune) string {
	if r < utf8.RuneSelf {
		return fmt.Sprintf(`\u%04X`, r)
	}
	return string(r)
}

// withoutEscapes puts the characters in the places of their escapes.
func withoutEscapes(query string, list []escape) string {
	if len(list) == 0 {
		return query
	}
	var b strings.Builder
	from := 0
	for _, e := range list {
		b.WriteString(query[from:e.at] + e.text)
		from = e.at + e.length
	}
	b.WriteString(query[from:])
	return b.String()
}
