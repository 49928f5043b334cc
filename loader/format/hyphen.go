package format

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// words collects the words of the text, by which a hyphen at the end of a line
// is known as one of the word or one of the line.
func (l *layout) words() {
	l.known = map[string]bool{}
	for _, s := range l.sheets {
		for _, line := range s.body {
			fields := strings.Fields(line.text)
			for i, f := range fields {
				if i+1 < len(fields) {
					l.known[bareWord(f)] = true
				}
			}
		}
	}
	count := 0
	for _, s := range l.sheets {
		for i := 1; i < len(s.body); i++ {
			if first, second, ok := broken([]byte(s.body[i-1].text), s.body[i].text); ok && l.known[first+second] {
				count++
			}
		}
	}
	l.breaks = count > 2
}

// wordEnds are what typesetters put on the next line and no word is.
var wordEnds = map[string]bool{
	"tion": true, "tions": true, "tional": true, "sion": true, "sions": true, "ment": true, "ments": true, "mental": true,
	"ing": true, "ings": true, "ity": true, "ities": true, "ence": true, "ences": true, "ance": true, "ances": true,
	"tive": true, "tives": true, "ture": true, "tures": true, "tical": true, "ness": true, "cally": true, "ble": true, "ally": true,
}

// bareWord is a word as it is known.
func bareWord(s string) string {
	return strings.ToLower(strings.Trim(s, ".,;:()“”\"’‘⁰¹²³⁴⁵⁶⁷⁸⁹"))
}

// broken gives the halves of a word that a hyphen divides at the end of a text.
func broken(text []byte, line string) (first, second string, ok bool) {
	if len(text) < 2 || text[len(text)-1] != '-' || text[len(text)-2] == ' ' || !startsLower(line) {
		return "", "", false
	}
	tail := string(text[max(0, len(text)-60) : len(text)-1])
	first = bareWord(tail[strings.LastIndexAny(tail, " \t")+1:])
	second, _, _ = strings.Cut(line, " ")
	return first, bareWord(second), true
}

// compound says that the hyphen or stroke at the end of a text is one of a name, number
// or symbol that goes on in the line: "Secretary-" and "General", "A/80/81-" and
// "E/2025/62", "95/" and "540".
func compound(text []byte, line string) bool {
	n := len(text)
	if n < 2 || text[n-1] != '-' && text[n-1] != '/' || line == "" {
		return false
	}
	before, _ := utf8.DecodeLastRune(text[:n-1])
	after, _ := utf8.DecodeRuneInString(line)
	return (unicode.IsUpper(after) || unicode.IsDigit(after)) &&
		(unicode.IsUpper(before) || unicode.IsDigit(before) || text[n-1] == '-' && unicode.IsLetter(before))
}

// join adds a line to a text. A hyphen at the end stays where it is one of the
// word: where the text writes it so within a line, or its halves as words.
func (l *layout) join(text []byte, line string) []byte {
	first, second, ok := broken(text, line)
	switch {
	case compound(text, line):
	case !ok, second == "and", second == "or", second == "to": // short- and long-term
		return append(append(text, ' '), line...)
	case l.known[first+"-"+second]:
	case l.known[first+second], wordEnds[second], l.breaks && !(l.known[first] && l.known[second]):
		text = text[:len(text)-1]
	}
	return append(text, line...)
}
