package record

import (
	"html"
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// mostHealings is how often a text may have been encoded once too often.
const mostHealings = 3

// heal gives the text of a subfield as it was written: entities that were escaped
// twice, and UTF-8 that was taken for Windows-1252 or Latin-1 (CÃ´te for Côte).
func heal(s string) string {
	if strings.IndexByte(s, '&') >= 0 {
		s = html.UnescapeString(s)
	}
	for range mostHealings {
		healed := unmistaken(s)
		if healed == s {
			break
		}
		s = healed
	}
	return strings.Join(strings.Fields(strings.Map(printable, s)), " ")
}

// printable leaves control characters out; white space stays.
func printable(r rune) rune {
	if r < ' ' && r != '\t' && r != '\n' && r != '\r' || r >= 0x7F && r < 0xA0 || r == '\uFEFF' {
		return -1
	}
	return r
}

// unmistaken takes each run of characters beyond ASCII for the bytes that a code
// page of one byte has for them, and puts what these bytes are in UTF-8 in its
// place. A run that is no UTF-8 stays: one that is by chance is very rare, as no
// letter with an accent is followed by the signs that its second byte would be.
func unmistaken(s string) string {
	if !mistakable(s) {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); {
		bytes, end := singleBytes(s, i)
		switch {
		case len(bytes) > 0 && utf8.Valid(bytes):
			b.Write(bytes)
		case end > i:
			b.WriteString(s[i:end])
		default:
			_, n := utf8.DecodeRuneInString(s[i:])
			b.WriteString(s[i : i+n])
			end = i + n
		}
		i = end
	}
	return b.String()
}

// mistakable says that a text has a character that begins the UTF-8 of another.
func mistakable(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return r >= 0xC2 && r <= 0xF4 })
}

// singleBytes are the bytes of the run of characters at i, up to end, that a code
// page of one byte has beyond ASCII.
func singleBytes(s string, i int) (bytes []byte, end int) {
	for end = i; end < len(s); {
		r, n := utf8.DecodeRuneInString(s[end:])
		c, ok := singleByte(r)
		if !ok {
			break
		}
		bytes = append(bytes, c)
		end += n
	}
	return bytes, end
}

// singleByte is the byte of a character in Latin-1, else in Windows-1252.
func singleByte(r rune) (byte, bool) {
	if r >= 0x80 && r <= 0xFF {
		return byte(r), true
	}
	c, ok := charmap.Windows1252.EncodeRune(r)
	return c, ok && c >= 0x80
}

var forbidden = regexp.MustCompile(`&#(?:0*(?:[0-8]|1[124-9]|2[0-9]|3[01])|[xX]0*(?:[0-8bBcCeEfF]|1[0-9a-fA-F]));`)

// ampersand is one with the entity that it begins, if any.
var ampersand = regexp.MustCompile(`&(?:#?\w{1,32};)?`)

// wellFormed makes bytes such that a reader of XML takes them: those that are no
// UTF-8 are read as Windows-1252, characters that XML forbids are left out, also
// where they are written by number, and ampersands that begin no entity escaped.
func wellFormed(data []byte) []byte {
	if !utf8.Valid(data) {
		data = mixed(data)
	}
	kept := data[:0:0]
	for _, c := range data {
		if c >= ' ' || c == '\t' || c == '\n' || c == '\r' {
			kept = append(kept, c)
		}
	}
	return ampersand.ReplaceAllFunc(forbidden.ReplaceAll(kept, nil), func(found []byte) []byte {
		if len(found) == 1 {
			return []byte("&amp;")
		}
		return found
	})
}

// mixed reads each byte that is no UTF-8 as Windows-1252.
func mixed(data []byte) []byte {
	out := make([]byte, 0, len(data)+len(data)/8)
	for len(data) > 0 {
		r, n := utf8.DecodeRune(data)
		if r == utf8.RuneError && n == 1 {
			r = charmap.Windows1252.DecodeByte(data[0])
		}
		out = utf8.AppendRune(out, r)
		data = data[n:]
	}
	return out
}
