package loader

import (
	"sort"
	"strings"
	"unicode/utf8"
)

// A Source is a text as decoded: valid UTF-8, LF line ends, nothing removed.
type Source struct {
	Text string
	// runes[i] counts the code points before byte i<<runeShift.
	runes []int32
}

const runeShift = 8

// NewSource takes a text as its format is decoded. CR LF and lone CR become LF,
// and NUL and bytes that are not UTF-8 become U+FFFD, so that every later
// position is well defined and every store takes the text.
func NewSource(text string) *Source {
	if !utf8.ValidString(text) {
		text = strings.ToValidUTF8(text, "\uFFFD")
	}
	if strings.IndexByte(text, 0) >= 0 {
		text = strings.ReplaceAll(text, "\x00", "\uFFFD")
	}
	if strings.IndexByte(text, '\r') >= 0 {
		text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
	}
	s := &Source{Text: text, runes: make([]int32, len(text)>>runeShift+1)}
	count := int32(0)
	for i := 0; i <= len(text); i++ {
		if i&(1<<runeShift-1) == 0 {
			s.runes[i>>runeShift] = count
		}
		if i < len(text) && text[i]&0xC0 != 0x80 {
			count++
		}
	}
	return s
}

// CodePoint is the number of Unicode code points before a byte offset, the
// unit of RFC 5147 character positions.
func (s *Source) CodePoint(offset int) int {
	if offset > len(s.Text) {
		offset = len(s.Text)
	}
	block := offset >> runeShift
	if block >= len(s.runes) {
		block = len(s.runes) - 1
	}
	n := int(s.runes[block])
	for i := block << runeShift; i < offset; i++ {
		if s.Text[i]&0xC0 != 0x80 {
			n++
		}
	}
	return n
}

// A Text is running text cut out of a source: page furniture, footnotes and
// markup left out, white space single. It knows where each byte comes from.
type Text struct {
	S     string
	runs  []run
	Marks []Mark
}

// A run says that bytes from at on stand in the source from source on.
type run struct{ at, source int }

// A Mark is a footnote mark that stood in the text before byte At.
type Mark struct {
	At   int
	Note string
}

// SourceStart is the byte offset in the source of the byte at i.
func (t Text) SourceStart(i int) int {
	if len(t.runs) == 0 {
		return 0
	}
	k := sort.Search(len(t.runs), func(k int) bool { return t.runs[k].at > i }) - 1
	return t.runs[max(k, 0)].source + i - t.runs[max(k, 0)].at
}

// SourceEnd is the byte offset in the source after the byte before i.
func (t Text) SourceEnd(i int) int {
	if i <= 0 {
		return t.SourceStart(0)
	}
	return t.SourceStart(i-1) + 1
}

// MarksIn lists the footnote marks from byte i to byte j, both included.
func (t Text) MarksIn(i, j int) []Mark {
	var marks []Mark
	for _, m := range t.Marks {
		if m.At >= i && m.At <= j {
			marks = append(marks, m)
		}
	}
	return marks
}

// A textBuilder makes a Text of pieces of a source.
type textBuilder struct {
	b     strings.Builder
	runs  []run
	marks []Mark
	space bool // white space is due before the next byte
}

var superscripts = map[rune]byte{'¹': '1', '²': '2', '³': '3', '⁰': '0', '⁴': '4', '⁵': '5', '⁶': '6', '⁷': '7', '⁸': '8', '⁹': '9'}

// superscript reads a run of superscript digits at the start of s.
func superscript(s string) (digits string, length int) {
	for length < len(s) && s[length] >= 0x80 {
		r, n := utf8.DecodeRuneInString(s[length:])
		d, ok := superscripts[r]
		if !ok {
			break
		}
		digits += string(d)
		length += n
	}
	return digits, length
}

// add appends source[from:to] without markup.
func (t *textBuilder) add(source string, from, to int) {
	start := from // start of the pending run of plain bytes
	flush := func(end int) {
		if end > start {
			t.plain(source, start, end)
		}
	}
	for i := from; i < to; {
		c := source[i]
		if c > ' ' && c < 0x80 && c != '*' && c != '[' && c != ']' && c != '<' {
			i++
			continue
		}
		skip, mark := markup(source, i, to)
		if skip == 0 {
			_, n := utf8.DecodeRuneInString(source[i:to])
			i += n
			continue
		}
		flush(i)
		switch {
		case mark == " ":
			t.space = t.b.Len() > 0
		case mark != "":
			t.marks = append(t.marks, Mark{t.b.Len(), mark})
		}
		i += skip
		start = i
	}
	flush(to)
}

// maxLink is the most bytes of the text or of the address of a link.
const maxLink = 2048

// markup measures what is no text at i: white space (mark " "), a footnote
// mark (mark its number) or Markdown and HTML markup (mark empty).
func markup(source string, i, to int) (length int, mark string) {
	switch c := source[i]; {
	case c <= ' ':
		return 1, " "
	case c == '*':
		return 1, ""
	case c == '[':
		// [76/185](#): a link keeps its text.
		if end := strings.IndexByte(source[i:min(to, i+maxLink)], ']'); end > 0 && i+end+1 < to && source[i+end+1] == '(' {
			return 1, ""
		}
	case c == ']':
		if i+1 < to && source[i+1] == '(' {
			if end := strings.IndexByte(source[i:min(to, i+maxLink)], ')'); end > 0 {
				return end + 1, ""
			}
		}
	case c == '<':
		return tag(source[i:to]), ""
	case c == 0xC2 || c == 0xE2:
		if digits, n := superscript(source[i:to]); n > 0 {
			return n, digits
		}
		r, n := utf8.DecodeRuneInString(source[i:to])
		switch {
		case r == '\u00A0' || r >= '\u2000' && r <= '\u200A' || r == '\u202F' || r == '\u2028' || r == '\u2029':
			return n, " "
		case r == '\u00AD' || r >= '\u200B' && r <= '\u200F' || r >= '\u202A' && r <= '\u202E' || r >= '\u2060' && r <= '\u2069':
			return n, ""
		}
	case c == 0xEF && strings.HasPrefix(source[i:to], "\uFEFF"):
		return 3, ""
	}
	return 0, ""
}

// tag measures an inline HTML tag (<i>, </i>, <br/>) or the brackets of an
// autolink, of which only the first bracket is left out.
func tag(s string) int {
	end := strings.IndexByte(s[:min(len(s), 200)], '>')
	if end < 2 {
		return 0
	}
	name := strings.Trim(s[1:end], "/ ")
	if len(name) <= 6 && strings.IndexFunc(name, func(r rune) bool { return r < 'a' || r > 'z' }) < 0 {
		return end + 1
	}
	return 0
}

// plain appends bytes that are all text.
func (t *textBuilder) plain(source string, from, to int) {
	if t.space && t.b.Len() > 0 {
		t.runs = append(t.runs, run{t.b.Len(), from - 1})
		t.b.WriteByte(' ')
	}
	t.space = false
	t.runs = append(t.runs, run{t.b.Len(), from})
	t.b.WriteString(source[from:to])
}

// gap asks for white space before whatever is added next.
func (t *textBuilder) gap() { t.space = t.b.Len() > 0 }

func (t *textBuilder) text() Text {
	return Text{S: t.b.String(), runs: t.runs, Marks: t.marks}
}
