package names

import (
	"cmp"
	"slices"
	"strings"

	"mandategraph/graph"
)

// Some bodies number their acts in a form that no other has: 46 C/Resolution 31 of
// UNESCO, A45-13 of ICAO, Resolution 14 (Cg-22) of WMO. The column "numbers" of the
// table of bodies says how each is printed:
//
//	#   figures
//	^   a Roman numeral
//	~   a session: figures or a Roman numeral
//	&   capitals
//	@   figures, and letters with points between: 7A.4, 5.I
//	*   words up to what stands next
//	<>  what is printed between these is no part of the number
//	!   in front: the number names an act wherever it stands, also without a noun
//
// A blank may be printed or not, and stands in no id; all else is printed as written.

// An ownForm is a form of numbers of one body.
type ownForm struct {
	body   string
	form   string // without the mark in front
	number string // the form of the number in ids
	kind   string // resolution or decision, where the form says which
	alone  bool   // names an act wherever it stands
	// distinct says that no other body has numbers of this form: letters stand in it.
	distinct bool
}

func newForm(body, form string) ownForm {
	f := ownForm{body: body}
	f.form, f.alone = strings.CutPrefix(form, "!")
	switch lower := strings.ToLower(f.form); {
	case !f.alone:
	case strings.Contains(lower, "dec"):
		f.kind = graph.Decision
	case strings.Contains(lower, "res"):
		f.kind = graph.Resolution
	}
	inside := false
	for i := range len(f.form) {
		switch c := f.form[i]; {
		case c == '<' || c == '>':
			inside = c == '<'
		case c != ' ' && !inside:
			f.number += string(c)
			f.distinct = f.distinct || isLetter(c)
		}
	}
	return f
}

// ownForms are the forms of all bodies.
var ownForms = Derived(func(t *Tables) (list []ownForm) {
	for _, b := range t.Bodies {
		list = append(list, b.own...)
	}
	return list
})

// formsByFirst are the forms by the first byte of what they match.
var formsByFirst = Derived(func(*Tables) *[256][]ownForm {
	var table [256][]ownForm
	for _, f := range ownForms() {
		for c := range 256 {
			if begins(f.form[0], byte(c)) {
				table[c] = append(table[c], f)
			}
		}
	}
	return &table
})

// begins says that a number whose form begins with that sign may begin with a byte.
func begins(sign, c byte) bool {
	switch sign {
	case '#', '@':
		return isDigit(c)
	case '^', '&':
		return isCapital(c)
	case '~':
		return isDigit(c) || isCapital(c)
	}
	return sign == c
}

// An OwnNumber is the number of an act in a form of a body's own.
type OwnNumber struct {
	Number string // as in ids
	Kind   string // empty where the form does not say
	// Bodies are those whose acts have such numbers; Distinct says that the form
	// tells no other.
	Bodies          []string
	Distinct, Alone bool
	End             int // the byte after it
}

// ReadOwnNumber reads the number in a body's own form at the start of a text, the
// longest there is; false where none is.
func ReadOwnNumber(text string) (n OwnNumber, ok bool) {
	if text == "" || !isDigit(text[0]) && !isCapital(text[0]) {
		return n, false
	}
	var best ownForm
	for _, f := range formsByFirst()[text[0]] {
		m := formMatch{text: text}
		if !m.read(f.form) || m.at < n.End || m.at < len(text) && goesOn(text[m.at:]) {
			continue
		}
		if m.at > n.End || n.Distinct != f.distinct {
			n, best = OwnNumber{Kind: f.kind, Distinct: f.distinct, Alone: f.alone, End: m.at}, f
		}
		n.Bodies, n.Kind = append(n.Bodies, f.body), cmp.Or(f.kind, n.Kind)
		n.Alone = n.Alone || f.alone
	}
	if n.Bodies == nil {
		return n, false
	}
	slices.Sort(n.Bodies)
	n.Bodies = slices.Compact(n.Bodies)
	m := formMatch{text: text, build: true}
	m.read(best.form)
	n.Number = string(m.number)
	return n, true
}

// goesOn says that what follows a number belongs to it, so that this is another.
func goesOn(rest string) bool {
	switch c := rest[0]; {
	case isDigit(c), isLetter(c), c == '/':
		return true
	case c == '-' || c == '.':
		return len(rest) > 1 && isDigit(rest[1])
	}
	return false
}

// prints says that a number, as it stands in ids, has one of the body's own forms.
func (b Body) prints(number string) bool {
	for _, f := range b.own {
		if f.fits(number) {
			return true
		}
	}
	return false
}

// fits says that a number, as it stands in ids, has the form.
func (f ownForm) fits(number string) bool {
	m := formMatch{text: number}
	return m.read(f.number) && m.at == len(number)
}

// Anchors are words that stand in numbers which name an act without a noun.
var Anchors = Derived(func(t *Tables) (list []string) {
	for _, b := range t.Bodies {
		for _, f := range b.own {
			if f.alone {
				list = append(list, anchorOf(f.form))
			}
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
})

// anchorOf is the longest part of a form that is printed as written, with the blanks
// around it where it is short.
func anchorOf(form string) (anchor string) {
	form = strings.NewReplacer("<", "", ">", "").Replace(form)
	for _, part := range strings.FieldsFunc(form, func(r rune) bool { return strings.ContainsRune("#^~&@*", r) }) {
		if word := strings.TrimSpace(part); len(word) > shortAnchor {
			part = word
		}
		if len(part) > len(anchor) {
			anchor = part
		}
	}
	return anchor
}

// shortAnchor is how many letters a word has that others hold.
const shortAnchor = 3

// A formMatch compares a text with a form.
type formMatch struct {
	text   string
	at     int
	number []byte
	build  bool // the number is wanted, not only where it ends
	inside bool // between < and >
}

// read reads the whole form; false where the text has another.
func (m *formMatch) read(form string) bool {
	for i := range len(form) {
		c, from := form[i], m.at
		switch c {
		case '<', '>':
			m.inside = c == '<'
		case ' ':
			m.blanks(2)
			continue
		case '*':
			if i+1 == len(form) || !m.words(form[i+1]) {
				return false
			}
		default:
			if !m.one(c, i == 0) {
				return false
			}
		}
		if m.build && !m.inside && c != '>' {
			m.number = append(m.number, m.text[from:m.at]...)
		}
		if c == '/' {
			m.blanks(1) // a line ended here
		}
	}
	return true
}

// blanks passes that many blanks at most.
func (m *formMatch) blanks(most int) {
	for ; most > 0 && m.at < len(m.text) && m.text[m.at] == ' '; most-- {
		m.at++
	}
}

// longestWords bounds what a star stands for, such as the name of a city.
const longestWords = 40

// words passes words with a capital first, up to byte next.
func (m *formMatch) words(next byte) bool {
	rest := m.text[m.at:min(len(m.text), m.at+longestWords)]
	end := strings.IndexByte(rest, next)
	if end <= 0 || !isCapital(rest[0]) || strings.ContainsAny(rest[:end], "();:/0123456789") {
		return false
	}
	m.at += end
	return true
}

// one passes what one sign of a form stands for; first says that it begins it.
func (m *formMatch) one(c byte, first bool) bool {
	rest := m.text[m.at:]
	length := 0
	switch c {
	case '#':
		if length = digits(rest); length > 4 {
			return false
		}
	case '^':
		length = romanLength(rest)
	case '~':
		if length = digits(rest); length == 0 {
			length = romanLength(rest)
		}
	case '&':
		length = capitals(rest)
	case '@':
		length = partLength(rest)
	default:
		if rest == "" || rest[0] != c && (first || !sameLetter(rest[0], c)) {
			return false
		}
		length = 1
	}
	m.at += length
	return length > 0
}

// romanLength is how many capitals of a Roman numeral a text begins with.
func romanLength(s string) int {
	if n := capitals(s); graph.Roman(s[:n]) > 0 {
		return n
	}
	return 0
}

// capitals counts the capitals that a text begins with.
func capitals(s string) (n int) {
	for n < len(s) && isCapital(s[n]) {
		n++
	}
	return n
}

// partLength measures figures, and letters with points between: 7A.4, 14.II, 6.a. A
// small letter stands alone behind a point.
func partLength(s string) int {
	n := digits(s)
	if n == 0 {
		return 0
	}
	for n < len(s) {
		switch {
		case isDigit(s[n]), isCapital(s[n]):
			n++
		case s[n] == '.' && n+1 < len(s) && (isDigit(s[n+1]) || isCapital(s[n+1]) || smallAlone(s[n+1:])):
			n += 2
		default:
			return n
		}
	}
	return n
}

// smallAlone says that a text begins with a small letter that is no word's.
func smallAlone(s string) bool { return isLetter(s[0]) && (len(s) == 1 || !isLetter(s[1])) }
