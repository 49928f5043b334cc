package scan

import "strings"

type Span struct{ Start, End int }

// Quoted lists what stands between quotation marks: titles, which may hold
// whatever looks like a citation.
func Quoted(s string) []Span {
	var list []Span
	open, closed, straight := NewSeeker(s, "“"), NewSeeker(s, "”"), NewSeeker(s, `"`)
	for i := 0; ; {
		start, other := open.From(i), straight.From(i)
		if start == len(s) && other == len(s) {
			return list
		}
		var end, width int
		if start < other {
			end, width = closed.From(start), len("”")
		} else {
			start, other = other, straight.From(other+1)
			end, width = other, 1
		}
		if other < end {
			end, width = other, 1
		}
		if end == len(s) {
			return list
		}
		i = end + width
		list = append(list, Span{start, i})
	}
}

// A Seeker finds one string in a text from rising places, each byte once.
type Seeker struct {
	Text, what string
	at         int
}

func NewSeeker(text, what string) Seeker { return Seeker{text, what, -1} }

// From is the first place from i on, or the text's length.
func (k *Seeker) From(i int) int {
	if k.at < i {
		if j := strings.Index(k.Text[min(i, len(k.Text)):], k.what); j >= 0 {
			k.at = i + j
		} else {
			k.at = len(k.Text)
		}
	}
	return k.at
}
