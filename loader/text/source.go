package text

import (
	"math/bits"
	"strings"
	"unicode/utf8"

	"mandategraph/loader/scan"
)

// A Source is a text as decoded: valid UTF-8, LF line ends, nothing removed.
type Source struct {
	Text string
	// runes[i] counts the code points before byte i<<runeShift.
	runes []int32
}

const runeShift = 6

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
	for k := range s.runes {
		s.runes[k] = count
		at := k << runeShift
		count += int32(utf8Starts(text[at:min(len(text), at+1<<runeShift)]))
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
	return int(s.runes[block]) + utf8Starts(s.Text[block<<runeShift:offset])
}

// utf8Starts counts the code points that begin in a piece of a text, eight bytes
// at a time: all but those whose two highest bits are 10.
func utf8Starts(s string) int {
	n := 0
	for ; len(s) >= 8; s = s[8:] {
		eight := eightBytes(s)
		n += 8 - bits.OnesCount64(eight>>7&^(eight>>6)&0x0101010101010101)
	}
	for i := 0; i < len(s); i++ {
		if s[i]&0xC0 != 0x80 {
			n++
		}
	}
	return n
}

// A Text is running text cut out of a source: page furniture, footnotes and
// markup left out, white space single. It knows where each byte comes from.
type Text struct {
	S     string
	Runs  []Run
	Marks []Mark
	Held  *HeldWords // nil: not looked for
}

// A Run says that bytes from at on stand in the source from source on.
type Run struct{ At, Source int }

// A Mark is a footnote mark that stood in the text before byte At.
type Mark struct {
	At   int
	Note string
	// Plain says that the figure is not raised, so that it may be none.
	Plain bool
}

// SourceStart is the byte offset in the source of the byte at i.
func (t Text) SourceStart(i int) int {
	if len(t.Runs) == 0 {
		return 0
	}
	k, after := 0, len(t.Runs) // the run is in runs[k:after]
	for after-k > 1 {
		if middle := (k + after) / 2; t.Runs[middle].At > i {
			after = middle
		} else {
			k = middle
		}
	}
	return t.Runs[k].Source + i - t.Runs[k].At
}

// SourceEnd is the byte offset in the source after the byte before i.
func (t Text) SourceEnd(i int) int {
	if i <= 0 {
		return t.SourceStart(0)
	}
	return t.SourceStart(i-1) + 1
}

// SourceRange is from where to where the bytes from i up to j stand in the source, in
// which what a text joins may stand in another order.
func (t Text) SourceRange(i, j int) (start, end int) {
	start, end = t.SourceStart(i), t.SourceEnd(j)
	if start < end {
		return start, end
	}
	for k := i; k < j; k++ {
		if t.S[k] == ' ' {
			continue // what joins two pieces stands in neither
		}
		start, end = min(start, t.SourceStart(k)), max(end, t.SourceStart(k)+1)
	}
	return start, end
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

// A textBuilder makes Texts of pieces of a source, one after the other. They
// share its memory: a text of thousands of short paragraphs needs little more
// than its own length once.
type textBuilder struct {
	b     strings.Builder
	from  int   // where the current text begins in b
	runs  []Run // of all texts
	first int   // the current text's first run
	marks []Mark
	space bool        // white space is due before the next byte
	fixes []fix       // what is left out or added inside the text, by places in the source
	held  []HeldWords // of the texts to come
}

// begin starts the next text.
func (t *textBuilder) begin() {
	t.from, t.first, t.marks, t.space = t.b.Len(), len(t.runs), nil, false
}

// length of the current text.
func (t *textBuilder) length() int { return t.b.Len() - t.from }

// sofar is the current text as far as it is built.
func (t *textBuilder) sofar() string { return t.b.String()[t.from:] }

// superscripts of two bytes (¹²³) and of three (⁰⁴⁵⁶⁷⁸⁹).
func superscriptDigit(r rune) (digit byte, ok bool) {
	switch {
	case r == '¹':
		return '1', true
	case r == '²' || r == '³':
		return '2' + byte(r-'²'), true
	case r == '⁰' || r >= '⁴' && r <= '⁹':
		return '0' + byte(r-'⁰'), true
	}
	return 0, false
}

// superscript reads a run of up to four superscript digits at the start of s.
func superscript(s string) (digits string, length int) {
	for len(digits) < 4 && length < len(s) && s[length] >= 0x80 {
		r, n := utf8.DecodeRuneInString(s[length:])
		d, ok := superscriptDigit(r)
		if !ok {
			break
		}
		digits += string(d)
		length += n
	}
	return digits, length
}

// add appends source[from:to] without markup, with broken words and numbers
// mended and the plain marks of footnotes taken out.
func (t *textBuilder) add(source string, from, to int) {
	for len(t.fixes) > 0 && t.fixes[0].at < to {
		f := t.fixes[0]
		if t.fixes = t.fixes[1:]; f.at < from {
			continue
		}
		t.unmarked(source, from, f.at)
		if f.note != "" {
			t.marks = append(t.marks, Mark{t.length(), f.note, true})
		}
		if f.hyphen {
			t.run(f.at - 1)
			t.b.WriteByte('-')
		}
		if f.letter {
			t.run(f.at)
			t.b.WriteByte('l')
		}
		from = f.at + f.cut
	}
	t.unmarked(source, from, to)
}

// unmarked appends source[from:to] without markup.
func (t *textBuilder) unmarked(source string, from, to int) {
	start := from // start of the pending run of plain bytes
	flush := func(end int) {
		if end > start {
			t.plain(source, start, end)
		}
	}
	source = source[:to]
	for i := from; i < len(source); {
		if plainBytes[source[i]] {
			i = plainEnd(source, i)
			continue
		}
		if source[i] == ' ' && i > start && i+1 < len(source) && plainBytes[source[i+1]] {
			i++ // a single space inside stays as it is
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
			t.space = t.length() > 0
		case mark != "":
			t.marks = append(t.marks, Mark{t.length(), mark, false})
		}
		i += skip
		start = i
	}
	flush(to)
}

// plainBytes stand in a text as they stand in the source; [markup] looks at the
// others.
var plainBytes = func() (plain [256]bool) {
	for c := '!'; c < 0x80; c++ {
		plain[c] = !strings.ContainsRune(`*[]<\\`, c)
	}
	return plain
}()

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
	case c == '\\':
		if i+1 < to && escapable(source[i+1]) {
			return 1, ""
		}
	case c == '[' || c == ']':
		if digits, n := bracketMark(source[i:to]); n > 0 {
			return n, digits
		}
		return linkMarkup(source, i, to), ""
	case c == '<':
		return tag(source[i:to]), ""
	case c == 0xC2 || c == 0xE2:
		return raisedOrBlank(source[i:to])
	case c == 0xEF && strings.HasPrefix(source[i:to], "\uFEFF"):
		return 3, ""
	}
	return 0, ""
}

// linkMarkup measures what a link of Markdown sets around its text at i, a bracket
// or the address: [76/185](#) keeps its text.
func linkMarkup(source string, i, to int) int {
	within := source[i:min(to, i+maxLink)]
	if source[i] == '[' {
		if end := strings.IndexByte(within, ']'); end > 0 && i+end+1 < to && source[i+end+1] == '(' {
			return 1
		}
		return 0
	}
	if i+1 < to && source[i+1] == '(' {
		if end := strings.IndexByte(within, ')'); end > 0 {
			return end + 1
		}
	}
	return 0
}

// raisedOrBlank measures a raised footnote mark, white space or a sign without width
// at the start of s that is not ASCII.
func raisedOrBlank(s string) (length int, mark string) {
	if digits, n := superscript(s); n > 0 {
		return n, digits
	}
	r, n := utf8.DecodeRuneInString(s)
	switch {
	case isWideSpace(r):
		return n, " "
	case isUnseen(r):
		return n, ""
	}
	return 0, ""
}

// isWideSpace recognizes white space that is not ASCII, also one that does not break
// the line.
func isWideSpace(r rune) bool {
	return r == '\u00A0' || r >= '\u2000' && r <= '\u200A' || r == '\u202F' || r == '\u2028' || r == '\u2029'
}

// isUnseen recognizes signs without width: soft hyphens, joiners, directions of
// writing.
func isUnseen(r rune) bool {
	return r == '\u00AD' || r >= '\u200B' && r <= '\u200F' || r >= '\u202A' && r <= '\u202E' || r >= '\u2060' && r <= '\u2069'
}

// escapable says that Markdown lets a backslash stand before a byte, so that it
// has no meaning of its own: "1\." is no item of a list. The asterisk still has: in
// such a text it sets what conversions set in italics.
func escapable(c byte) bool { return c > ' ' && c < 0x7F && !scan.IsWord(c) && c != '*' }

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
	if t.space && t.length() > 0 {
		t.run(from - 1)
		t.b.WriteByte(' ')
	}
	t.space = false
	t.run(from)
	t.b.WriteString(source[from:to])
}

// run notes where what is added next stands in the source, unless it follows
// there on what was added last.
func (t *textBuilder) run(source int) {
	at := t.length()
	if n := len(t.runs); n > t.first && t.runs[n-1].Source-t.runs[n-1].At == source-at {
		return
	}
	t.runs = append(t.runs, Run{at, source})
}

// gap asks for white space before whatever is added next.
func (t *textBuilder) gap() { t.space = t.length() > 0 }

func (t *textBuilder) text() Text {
	if len(t.held) == 0 {
		t.held = make([]HeldWords, 64)
	}
	held := &t.held[0]
	t.held = t.held[1:]
	theLookout().look(t.sofar(), held)
	return Text{S: t.sofar(), Runs: t.runs[t.first:len(t.runs):len(t.runs)], Marks: t.marks, Held: held}
}
