package main

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// Files and texts of others are shown on terminals and written to logs. What in
// them would steer a terminal is escaped, as in Go's quoted strings.

// steers says that a terminal obeys a character instead of showing it: control
// characters, and those that turn the direction of writing.
func steers(r rune) bool {
	return r < ' ' || r >= 0x7F && r < 0xA0 || r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069
}

// shown is a name as it stands in a message, on one line.
func shown(name string) string { return escaped(name, "") }

// escaped is a text with what steers a terminal escaped, apart from the
// characters that are kept.
func escaped(text, kept string) string {
	var b strings.Builder
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		switch {
		case r == utf8.RuneError && n == 1:
			fmt.Fprintf(&b, `\x%02x`, text[i])
		case steers(r) && !strings.ContainsRune(kept, r):
			quoted := fmt.Sprintf("%+q", r)
			b.WriteString(quoted[1 : len(quoted)-1])
		default:
			b.WriteString(text[i : i+n])
		}
		i += n
	}
	return b.String()
}

// A harmless writer escapes what steers a terminal, apart from ends of lines and
// tabs.
type harmless struct {
	io.Writer
	cut []byte // the beginning of a character whose rest is not written yet
}

func (w *harmless) Write(b []byte) (int, error) {
	text := append(w.cut, b...)
	end := len(text)
	for k := 1; k < utf8.UTFMax && k <= len(text); k++ {
		if start := len(text) - k; utf8.RuneStart(text[start]) {
			if !utf8.FullRune(text[start:]) {
				end = start
			}
			break
		}
	}
	w.cut = append([]byte(nil), text[end:]...)
	if _, err := io.WriteString(w.Writer, escaped(string(text[:end]), "\n\t")); err != nil {
		return 0, err
	}
	return len(b), nil
}
