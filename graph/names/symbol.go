package names

import (
	"strings"

	"mandategraph/graph"
)

// The grammar of document symbols, as the United Nations prints them
// (ST/CS/SER.B/5/Rev.5, Rules on document symbols):
//
//	symbol  = root "/" part { "/" part } { bracket { "/" part } }
//	root    = organ or organization: A, ST, UNEP, GC(91)
//	part    = subsidiary, session, year, nature, number, modification:
//	          AC.109, ES-19, 2025, L, L.8, PV.9852, RES, 1373, Rev.1
//	bracket = a part, volume or resumption, the session or year of an act:
//	          (Part I), (Vol. II), (Resumption 1), (XXVI), (2005)
//
// Other organizations begin theirs otherwise (48 C/19); the tables say how.

// A Symbol is the symbol of a document as a text prints it.
type Symbol struct {
	// Text is the symbol as it stands in ids: without spaces, and without the
	// year of an act that is no part of its number.
	Text string
	// End is the byte after it.
	End int
}

// ReadSymbol reads the symbol that a text begins with; ok is false where it
// begins with none. End is then the byte up to which there is none.
func ReadSymbol(text string) (y Symbol, ok bool) {
	if n, ok := ReadOwnNumber(text); ok && n.Alone {
		return Symbol{n.Number, n.End}, true
	}
	at := templateRoot(text)
	if at == 0 {
		if at = symbolRoot(text); at == 0 || at >= len(text) || text[at] != '/' {
			return Symbol{}, false
		}
		at++
	}
	r := symbolReader{text: text, at: at}
	r.canonical = append(r.canonical, strings.Join(strings.Fields(text[:at]), "")...)
	if text[at-1] != '/' {
		r.at += partLength(text[at:]) // Cg-22/Doc. 4, COP18 Doc.18.14
		r.canonical = append(r.canonical, text[at:r.at]...)
	} else if !r.part() {
		return Symbol{}, false
	}
	for n := 0; n < mostParts && r.next(); n++ {
	}
	if !strings.ContainsAny(text[:r.at], "0123456789") && !strings.HasSuffix(text[:r.at], ")") {
		return Symbol{End: r.at}, false
	}
	return Symbol{string(r.canonical), r.at}, true
}

// mostParts bounds the parts and brackets of a symbol; real ones have seven.
const mostParts = 16

// symbolRoots bounds the bytes of a symbol's first part.
const symbolRoots = 12

// symbolRoot measures the organ or organization: capitals, figures and points,
// and the session in brackets (GC(91)).
func symbolRoot(s string) int {
	n := 0
	for n < len(s) && n < symbolRoots && inRoot(s, n) {
		n++
	}
	if n == 0 || s[n-1] == '.' {
		return 0
	}
	if n < len(s) && s[n] == '(' {
		if k := digits(s[n+1:]); k > 0 && n+1+k < len(s) && s[n+1+k] == ')' {
			n += k + 2
		}
	}
	return n
}

// inRoot says that byte i may belong to a symbol's first part: a capital, and
// behind one also a figure or a single point.
func inRoot(s string, i int) bool {
	if isCapital(s[i]) {
		return true
	}
	if i == 0 {
		return false
	}
	return isDigit(s[i]) || s[i] == '.' && i+1 < len(s) && s[i-1] != '.'
}

// templateRoot measures what a table says that symbols of a body begin with,
// where that is no capital word before a stroke: "48 C/", "Cg-22/".
func templateRoot(text string) int {
	if text == "" || !isDigit(text[0]) && !isCapital(text[0]) {
		return 0
	}
	longest := 0
	for _, template := range templates() {
		_, end, ok := matchTemplate(template, text)
		if ok && strings.HasSuffix(template, ".") && strings.HasPrefix(text[end:], " ") {
			end++ // CoP19 Doc. 41
		}
		if ok && end > longest && end < len(text) && (isDigit(text[end]) || capitals(text[end:]) > 1) {
			longest = end
		}
	}
	return longest
}

// templates are the beginnings of symbols that hold the number of a session.
var templates = Derived(func(t *Tables) (list []string) {
	for _, b := range t.Bodies {
		for _, prefix := range b.Documents {
			if strings.ContainsAny(prefix, "# ") {
				list = append(list, prefix)
			}
		}
	}
	return list
})

type symbolReader struct {
	text      string
	at        int
	canonical []byte
}

// next reads a further part or bracket.
func (r *symbolReader) next() bool {
	if r.at < len(r.text) && r.text[r.at] == '/' {
		r.at++
		if r.part() {
			return true
		}
		r.at--
		return false
	}
	return r.bracket()
}

// part reads what stands between two strokes: a word, point and figures (AC.109),
// figures (2025, 40-41), a session (ES-19).
func (r *symbolReader) part() bool {
	s, from := r.text, r.at
	i := from
	switch {
	case i < len(s) && isDigit(s[i]):
		i = figuresEnd(s, i, strings.Contains(s[:from], "/RES/"))
	case i < len(s) && isCapital(s[i]):
		i = partWordEnd(s, i)
	default:
		return false
	}
	if r.canonical[len(r.canonical)-1] != '/' {
		r.canonical = append(r.canonical, '/')
	}
	r.canonical = append(r.canonical, s[from:i]...)
	r.at = i
	return true
}

// figuresEnd is the byte after figures: 2025, 40-41, in the number of an act also
// with the letter of its part, 217A.
func figuresEnd(s string, i int, act bool) int {
	i += digits(s[i:])
	if i+1 < len(s) && s[i] == '-' && isDigit(s[i+1]) {
		i++
		i += digits(s[i:])
	}
	if act && i < len(s) && isCapital(s[i]) && (i+1 == len(s) || !isLetter(s[i+1])) {
		i++
	}
	return i
}

// partWordEnd is the byte after a word with points and a hyphen: AC.109, Conf.FinRep,
// ES-19.
func partWordEnd(s string, i int) int {
	i = lettersEnd(s, i)
	for i+1 < len(s) && s[i] == '.' && (isDigit(s[i+1]) || isLetter(s[i+1])) {
		i = lettersEnd(s, i+1)
	}
	if strings.HasPrefix(s[i:], ".(") || strings.HasPrefix(s[i:], "./") && i+2 < len(s) && isDigit(s[i+2]) {
		i++ // COMM.(CMLXXX), A78/A/CONF./5
	}
	if i+1 < len(s) && s[i] == '-' && (isDigit(s[i+1]) || isCapital(s[i+1]) && !joined(s[i+1:])) {
		for i++; i < len(s) && (isDigit(s[i]) || isCapital(s[i])); i++ {
		}
	}
	return i
}

// lettersEnd is the byte after letters and figures.
func lettersEnd(s string, i int) int {
	for i < len(s) && (isDigit(s[i]) || isLetter(s[i])) {
		i++
	}
	return i
}

// joined says that behind a hyphen another symbol begins: E/2025/34-E/ICEF/2025/7.
func joined(s string) bool {
	root := symbolRoot(s)
	return root > 0 && root < len(s) && s[root] == '/' && graph.Roman(s[:root]) == 0
}

// divisions are the words in brackets by which documents of one number are told
// apart, and how ids have them.
var divisions = []struct{ printed, canonical string }{
	{"part", "Part"}, {"parts", "Parts"}, {"volume", "Vol."}, {"vol.", "Vol."}, {"vol", "Vol."},
	{"resumption", "Resumption"}, {"resumed", "Resumed"}, {"supp.", "Supp."}, {"suppl.", "Suppl."}, {"suppl", "Suppl."},
	{"supp", "SUPP"}, {"supplement", "Supplement"}, {"summary", "Summary"},
	{"section", "Sect."}, {"sect.", "Sect."}, {"sect", "Sect."}, // of a budget
}

// longestBracket bounds what is read in brackets.
const longestBracket = 24

// bracket reads what stands in brackets behind a part, also behind a space.
func (r *symbolReader) bracket() bool {
	s := r.text[r.at:]
	open := len(s) - len(strings.TrimPrefix(s, " "))
	if open >= len(s) || s[open] != '(' {
		return false
	}
	length := strings.IndexByte(s[open:min(len(s), open+longestBracket)], ')')
	if length < 2 {
		return false
	}
	inner := strings.TrimSpace(s[open+1 : open+length])
	canonical, ok := r.bracketed(inner, open == 0)
	if !ok {
		return false
	}
	r.canonical = append(r.canonical, canonical...)
	r.at += open + length + 1
	return true
}

// bracketed is what a bracket adds to a symbol; attached says that no space
// stands before it.
func (r *symbolReader) bracketed(inner string, attached bool) (string, bool) {
	if canonical, ok := division(inner); ok {
		return canonical, true
	}
	act := strings.Contains(string(r.canonical), "/RES/") || strings.Contains(string(r.canonical), "/DEC")
	switch {
	case act && len(inner) == 4 && digits(inner) == 4:
		if code := BodyOfSymbol(string(r.canonical)); IsDated(code) {
			return "", true // 1373 (2001)
		}
		return "(" + inner + ")", attached
	case act && sessionMark(inner):
		return "(" + inner + ")", true // (XXVI), (S-VI), (ES-II)
	case attached && len(inner) == 4 && digits(inner) == 4 && BodyOfSymbol(string(r.canonical)) == "":
		return "(" + inner + ")", true // PSC/PR/COMM.1412(2036) of the African Union
	case attached && r.partOfSymbol(inner):
		return "(" + inner + ")", true
	}
	return "", false
}

// partOfSymbol says that a bracket without a space before it belongs to the
// symbol: (SUPP), EX(71), COP(8), 5(b)/2.
func (r *symbolReader) partOfSymbol(inner string) bool {
	if allCapitals(inner) || digits(inner) == len(inner) && len(inner) < 4 {
		return true
	}
	return len(inner) == 1 && isLetter(inner[0]) && strings.HasPrefix(r.text[r.at+len("(b)"):], "/")
}

// division is how ids have a bracket that tells apart documents of one number,
// (Part I) or (Vol. II); ok is false where the bracket is another.
func division(inner string) (canonical string, ok bool) {
	word, rest, _ := strings.Cut(inner, " ")
	if cut := strings.IndexByte(word, '.'); rest == "" && cut > 0 && cut+1 < len(word) { // Vol.II
		word, rest = word[:cut+1], word[cut+1:]
	}
	for _, d := range divisions {
		if strings.EqualFold(word, d.printed) {
			return "(" + d.canonical + strings.Join(strings.Fields(rest), "") + ")", true
		}
		if tail := inner[min(len(d.printed), len(inner)):]; strings.EqualFold(inner[:len(inner)-len(tail)], d.printed) &&
			(graph.Roman(tail) > 0 || digits(tail) == len(tail) && tail != "") { // PartI
			return "(" + d.canonical + tail + ")", true
		}
	}
	return "", false
}

func allCapitals(s string) bool {
	for i := range len(s) {
		if !isCapital(s[i]) {
			return false
		}
	}
	return s != ""
}

func isCapital(c byte) bool { return c >= 'A' && c <= 'Z' }

func isLetter(c byte) bool { return isCapital(c) || c >= 'a' && c <= 'z' }
