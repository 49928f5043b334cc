package names

import (
	"cmp"
	"slices"
	"strings"

	"mandategraph/graph"
)

// Forms are the shapes of numbers of acts by the words of the tables.
var Forms = map[string]graph.NumberForm{
	"none":          graph.UnknownForm,
	"session":       graph.SessionForm,      // 12/4
	"year":          graph.YearForm,         // 2011/36
	"roman-session": graph.RomanSessionForm, // XII/12
	"bracket":       graph.BracketForm,      // 217A(III)
	"dated":         graph.DatedForm,        // 1373(2001)
	"plain":         graph.PlainForm,        // 1373
	"special":       graph.SpecialForm,      // S-30/1
	"suffix":        graph.SuffixForm,       // 1/CP.21
	"prefix":        graph.PrefixForm,       // BC-14/12
	"dotted":        graph.DottedForm,       // 17.54
	"roman-dotted":  graph.RomanDottedForm,  // VIII.19
	"serial-year":   graph.SerialYearForm,   // 7/2031
}

// numbers says that a shape is one of the body's numbers.
func (b Body) numbers(form graph.NumberForm) bool { return slices.Contains(b.Forms, form) }

// Dated says that the body numbers its acts in one series and prints the year
// behind the number, 1373 (2001), where it is no part of the number.
func (b Body) Dated() bool { return b.numbers(graph.DatedForm) }

// NumbersAnew says that the body numbers its acts from 1 at each session or meeting
// and prints the number alone.
func (b Body) NumbersAnew() bool { return b.numbers(graph.PlainForm) && !b.Dated() && !b.OneSeries }

// Kind is the kind of act that the body adopts where its numbers do not say which.
func (b Body) Kind() string {
	if b.Decides {
		return graph.Decision
	}
	return graph.Resolution
}

// DatedBody is the code of the body whose numbers are [Body.Dated].
func DatedBody() string {
	for _, b := range Bodies() {
		if b.Dated() {
			return b.Code
		}
	}
	return ""
}

// IsDated says that the body of a code is [Body.Dated].
func IsDated(code string) bool {
	b, _ := BodyByCode(code)
	return b.Dated()
}

// CanNumber says whether the body of that code can have an act of that number:
// a number of another shape is never its own. A body outside the table numbers
// by session or year.
func CanNumber(code, kind, number string) bool {
	n := graph.ReadNumber(number)
	b, _ := BodyByCode(code)
	switch {
	case b.prints(number):
		return true
	case code == "" || n.Form == graph.UnknownForm:
		return false
	case n.Form == graph.SuffixForm || n.Form == graph.PrefixForm:
		return b.marked(n)
	case (b.Decides || strings.Contains(code, "/")) && kind != graph.Decision:
		return false // committees and boards decide; resolutions are their parents'
	case kind != graph.Decision && n.Form == graph.SessionForm && inHundreds(number):
		return b.counts(n) && (b.MainCommittees || len(b.Forms) == 0)
	}
	return b.counts(n)
}

// inHundreds says that so many acts were adopted before this one in its session:
// resolutions in hundreds has the General Assembly alone, with its Main Committees;
// councils number some decisions from 101 on.
func inHundreds(number string) bool {
	_, serial, _ := strings.Cut(number, "/")
	return len(strings.TrimRight(serial, "ABCDEFGHIJKLMNOPQRSTUVWXYZ")) > 2
}

// ByHundreds is the code of the body of which alone a resolution of that number can be,
// where a text of the body of another code does not say whose it is: 53/217 in a text of
// the Human Rights Council. It is empty outside the system to which both belong.
func ByHundreds(code, kind, number string) string {
	n := graph.ReadNumber(number)
	if kind != graph.Resolution || n.Form != graph.SessionForm || !inHundreds(number) {
		return ""
	}
	root, known := BodyByCode(code)
	for range Bodies() {
		parent, ok := BodyByCode(root.Parent)
		if !ok {
			break
		}
		root = parent
	}
	for _, b := range Bodies() {
		if known && b.MainCommittees && b.Treaty == root.Treaty && b.counts(n) {
			return b.Code
		}
	}
	return ""
}

// counts says that the body numbers in the form of a number, at the time that it tells.
func (b Body) counts(n graph.Number) bool {
	switch {
	case len(b.Forms) == 0:
		return n.Form == graph.SessionForm || n.Form == graph.YearForm || n.Form == graph.RomanSessionForm
	case n.Form == graph.SessionForm && n.Session < b.First:
		return false
	case n.Form == graph.BracketForm && b.Last > 0 && n.Session > b.Last:
		return false
	}
	return b.numbers(n.Form)
}

// marked says that the letters of a number, before or after it, are the body's.
func (b Body) marked(n graph.Number) bool {
	return slices.Contains(b.Marks, n.Prefix) && b.numbers(graph.SuffixForm) == (n.Form == graph.SuffixForm) &&
		!b.numbers(graph.UnknownForm)
}

// marks are the letters of bodies by where they stand in numbers.
var marks = Derived(func(t *Tables) (m struct{ glued, behind map[string]bool }) {
	m.glued, m.behind = map[string]bool{}, map[string]bool{}
	for _, b := range t.Bodies {
		for _, mark := range b.Marks {
			if b.GluedMarks {
				m.glued[mark] = true
			}
			if b.numbers(graph.SuffixForm) || b.numbers(graph.UnknownForm) {
				m.behind[mark] = true
			}
		}
	}
	return m
})

// GluedMark says that letters are a mark behind which the session stands at once:
// the WHA of WHA64.24.
func GluedMark(letters string) bool { return marks().glued[letters] }

// MarkBehind says that letters are a mark of a body, or of one without acts, that
// stands behind the stroke: the CP of 1/CP.21.
func MarkBehind(letters string) bool { return marks().behind[letters] }

// BodyOfNumber knows the bodies that mark their numbers: 1/CP.21, BC-14/12,
// WHA64.24; empty where the number does not tell.
func BodyOfNumber(number string) string {
	for _, f := range ownForms() {
		if f.distinct && f.fits(number) {
			return f.body
		}
	}
	n := graph.ReadNumber(number)
	switch {
	case n.Prefix == "":
	case n.Form == graph.SuffixForm, n.Form == graph.PrefixForm:
		for _, b := range Bodies() {
			if b.marked(n) {
				return b.Code
			}
		}
	case n.Form == graph.RomanSessionForm:
		return markOf(n.Prefix + ".") // SS.XI/9
	case n.Form == graph.SpecialForm:
		return markOf(n.Prefix + "-") // ES-11/1
	}
	return ""
}

// markOf is the first body that has a mark.
func markOf(mark string) string {
	for _, b := range Bodies() {
		if slices.Contains(b.Marks, mark) {
			return b.Code
		}
	}
	return ""
}

// BodyOfSymbol is the code of the body whose documents bear symbols of this
// kind; empty where the table does not tell.
func BodyOfSymbol(symbol string) string {
	code, length := "", 0
	for _, b := range Bodies() {
		for _, prefix := range b.Documents {
			if _, end, ok := matchTemplate(prefix, symbol); ok && end > length {
				code, length = b.Code, end
			}
		}
	}
	return code
}

// ActOfSymbol reads the symbol of an act's own document at the start of a text:
// A/RES/70/1, S/RES/1373 (2001), UNEP/EA.4/Res.1. end is the byte after it; ok
// is false where the text begins with no such symbol.
func ActOfSymbol(text string) (r Reference, end int, ok bool) {
	if n, ok := ReadOwnNumber(text); ok && n.Alone && len(n.Bodies) == 1 {
		b, _ := BodyByCode(n.Bodies[0])
		return Reference{Body: b.Code, Kind: cmp.Or(n.Kind, b.Kind()), Number: n.Number}, n.End, true
	}
	for _, b := range Bodies() {
		for _, template := range b.Acts {
			session, at, fits := matchTemplate(template, text)
			if !fits {
				continue
			}
			number, length := symbolNumber(text[at:])
			if session != "" {
				number = session + "/" + number
			}
			kind := graph.Resolution
			if strings.Contains(strings.ToUpper(template), "/DEC") {
				kind = graph.Decision
			}
			if length > 0 && CanNumber(b.Code, kind, number) {
				return Reference{Body: b.Code, Kind: kind, Number: Canonical(b.Code, kind, number)}, at + length, true
			}
		}
	}
	return Reference{}, 0, false
}

// Canonical is a number of a body's act as it stands in ids: without spaces, without
// the year that is no part of it (1373 (2001)), and with the letters that the body
// prints before it also where a text leaves them out: resolution 64.24 of the World
// Health Assembly is WHA64.24.
func Canonical(body, kind, number string) string {
	number = strings.Join(strings.Fields(number), "")
	if IsDated(body) {
		number, _, _ = strings.Cut(number, "(")
		return number
	}
	b, _ := BodyByCode(body)
	form := graph.ReadNumber(number).Form
	if form == graph.DottedForm && kind == graph.Resolution && len(b.Marks) > 0 {
		if b.GluedMarks {
			return b.Marks[0] + number
		}
		return b.Marks[0] + "." + number // Conf. 9.24
	}
	for _, f := range b.own {
		if form == graph.PlainForm && strings.Count(f.number, "#") == 1 && !strings.ContainsAny(f.number, "^~&@*") {
			return strings.Replace(f.number, "#", number, 1) // decision 1407 is PC.DEC/1407
		}
	}
	return number
}

// matchTemplate compares the beginning of a text with a template of symbols.
func matchTemplate(template, text string) (session string, end int, ok bool) {
	for i := 0; i < len(template); i++ {
		switch c := template[i]; {
		case c == '#':
			k := digits(text[end:])
			session = text[end : end+k]
			if k == 0 {
				return "", 0, false
			}
			end += k
		case c == '*':
			k := strings.IndexByte(text[end:], '/')
			if k <= 0 || strings.ContainsAny(text[end:end+k], " ,;") {
				return "", 0, false
			}
			end += k
		case c == ' ':
			for end < len(text) && (text[end] == ' ' || text[end] == '\t') {
				end++
			}
		case end < len(text) && sameLetter(text[end], c):
			end++
		default:
			return "", 0, false
		}
	}
	return session, end, true
}

// sameLetter says that two bytes are one letter, large or small: A/Res/57/302.
func sameLetter(a, b byte) bool {
	return a == b || a|0x20 == b|0x20 && (a|0x20) >= 'a' && (a|0x20) <= 'z'
}

// symbolNumber reads the number that ends a symbol, with a year or session in
// brackets, without spaces.
func symbolNumber(s string) (number string, length int) {
	for length < len(s) && inNumber(s, length) {
		length++
	}
	length = len(strings.TrimRight(s[:length], "/-"))
	number = s[:length]
	rest := s[length:]
	open := len(rest) - len(strings.TrimPrefix(rest, " "))
	if closing := strings.IndexByte(rest, ')'); closing > open && closing < 12 && rest[open] == '(' {
		inner := rest[open+1 : closing]
		if sessionMark(inner) || digits(inner) == 4 && len(inner) == 4 {
			return number + "(" + inner + ")", length + closing + 1
		}
	}
	return number, length
}

// inNumber says that byte i may belong to the number that ends a symbol: a figure,
// a capital, a stroke, a hyphen, or a point before a figure.
func inNumber(s string, i int) bool {
	if s[i] == '.' {
		return i+1 < len(s) && isDigit(s[i+1])
	}
	return isDigit(s[i]) || isCapital(s[i]) || s[i] == '/' || s[i] == '-'
}

// sessionMark says that a bracket behind a number is that of a session: XXVI, S-VI,
// ES-II, EX-LXXVII.
func sessionMark(inner string) bool { return graph.SessionNumber(inner) > 0 }

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// digits counts the decimal digits that s begins with.
func digits(s string) int {
	n := 0
	for n < len(s) && isDigit(s[n]) {
		n++
	}
	return n
}
