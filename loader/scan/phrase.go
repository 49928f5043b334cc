package scan

import "strings"

var linkWords = WordSet("of on the and for in against to with at from under")

// longestPhrase is more bytes than any name has: a text that is one long name is not read
// anew from each of its words to its end.
const longestPhrase = 1000

// CapitalPhrase gives the end of the name that begins at byte at: words with a
// capital letter and the small words between them. "and the" and "and of
// the" end a name, since another name follows.
func CapitalPhrase(s string, at int) int {
	end, links := at, 0
	for i := at; i < min(len(s), at+longestPhrase); {
		w, next := PhraseWord(s, i)
		switch {
		case w == "":
			return end
		case w[0] >= 'A' && w[0] <= 'Z':
			end, links = next, 0
		case linkWords[w] && end > at && links < 3:
			if w == "and" && strings.HasPrefix(s[next:], " the Protocols thereto") {
				return next + len(" the Protocols thereto")
			}
			if w == "and" && (strings.HasPrefix(s[next:], " the ") || strings.HasPrefix(s[next:], " of the ")) {
				return end
			}
			links++
		default:
			return end
		}
		i = next
		if i < len(s) && s[i] == ' ' {
			i++
		} else {
			return end
		}
	}
	return end
}

// PhraseWord reads one word of a name without the spaces before it.
func PhraseWord(s string, i int) (w string, next int) {
	for next = i; next < len(s); next++ {
		if c := s[next]; c == '-' || c == '\'' {
			continue
		}
		if !IsWord(s[next]) || endsPhrase(s[next:]) {
			break
		}
	}
	return s[i:next], next
}

// endsPhrase says that a text begins with a mark that no name holds.
func endsPhrase(s string) bool {
	return strings.HasPrefix(s, "“") || strings.HasPrefix(s, "”") || strings.HasPrefix(s, "–")
}
