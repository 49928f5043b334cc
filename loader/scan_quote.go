package loader

import "strings"

type span struct{ start, end int }

// quoted lists what stands between quotation marks: titles, which may hold
// whatever looks like a citation.
func quoted(s string) []span {
	var list []span
	open, closed, straight := newSeeker(s, "“"), newSeeker(s, "”"), newSeeker(s, `"`)
	for i := 0; ; {
		start, other := open.from(i), straight.from(i)
		if start == len(s) && other == len(s) {
			return list
		}
		var end, width int
		if start < other {
			end, width = closed.from(start), len("”")
		} else {
			start, other = other, straight.from(other+1)
			end, width = other, 1
		}
		if other < end {
			end, width = other, 1
		}
		if end == len(s) {
			return list
		}
		i = end + width
		list = append(list, span{start, i})
	}
}

// A seeker finds one string in a text from rising places, each byte once.
type seeker struct {
	text, what string
	at         int
}

func newSeeker(text, what string) seeker { return seeker{text, what, -1} }

// from is the first place from i on, or the text's length.
func (k *seeker) from(i int) int {
	if k.at < i {
		if j := strings.Index(k.text[min(i, len(k.text)):], k.what); j >= 0 {
			k.at = i + j
		} else {
			k.at = len(k.text)
		}
	}
	return k.at
}
