package graph

import (
	"strconv"
	"strings"
)

// A NumberForm is a shape in which bodies number their acts.
type NumberForm int

// The shapes of all bodies, each with an example.
const (
	UnknownForm      NumberForm = iota
	SessionForm                 // 12/4, 75/290A
	YearForm                    // 2011/36
	RomanSessionForm            // XII/12, SS.XI/9
	BracketForm                 // 2758(XXVI), 217A(III), 2(ES-II)
	DatedForm                   // 1373(2001)
	PlainForm                   // 1373
	SpecialForm                 // S-30/1, ES-11/1
	SuffixForm                  // 1/CP.21
	PrefixForm                  // BC-14/12, IPBES/1/3, IPBES-2/3, WHA64.24, WHA72(11), Conf.9.24(Rev.CoP17)
	DottedForm                  // 17.54
	RomanDottedForm             // VIII.19
	SerialYearForm              // 7/2031
)

// A Number is the number of an act taken apart.
type Number struct {
	Form NumberForm
	// Prefix is the letters before it (BC, WHA, Conf) or the mark of its body
	// (the CP of 1/CP.21).
	Prefix string
	// Session is the session or year as an integer, 0 where it has none.
	Session int
}

// ReadNumber takes a number without spaces apart; its form is UnknownForm where
// it has the shape of none.
func ReadNumber(number string) Number {
	number = strings.TrimSuffix(number, "*")
	if number == "" {
		return Number{}
	}
	if !isDigit(number[0]) && number[0] != '-' {
		return lettered(number)
	}
	head := digits(number)
	n, _ := strconv.Atoi(number[:head])
	rest := number[head:]
	if rest == "" {
		return Number{Form: PlainForm}
	}
	switch {
	case strings.HasPrefix(rest, "-/"), rest[0] == '/' && len(rest) > 1 && isCapital(rest[1]):
		return suffixed(number)
	case rest[0] == '/':
		return slashed(n, head, rest[1:])
	case rest[0] != '.' && strings.HasSuffix(rest, ")"):
		return bracketed(rest)
	case rest[0] == '.':
		if k := digits(rest[1:]); k > 0 && (1+k == len(rest) || rest[1+k] == '(') {
			return Number{Form: DottedForm, Session: n}
		}
	}
	return Number{}
}

// slashed reads what stands behind the stroke of 12/4 and 2011/36; n is the
// number before it, of head digits.
func slashed(n, head int, serial string) Number {
	k := digits(serial)
	switch {
	case k == 0 || k > 4 || !partMark(serial[k:]):
		return Number{}
	case head == 4 && n >= 1900 && n < 2200:
		return Number{Form: YearForm, Session: n}
	case head <= 3 && k == 4 && len(serial) == k && serial >= "1900" && serial < "2200":
		year, _ := strconv.Atoi(serial)
		return Number{Form: SerialYearForm, Session: year}
	case head <= 3:
		return Number{Form: SessionForm, Session: n}
	}
	return Number{}
}

// partMark says that what stands behind a number is the letter of a part, or
// nothing; AA comes after Z.
func partMark(s string) bool {
	return s == "" || len(s) <= 2 && isCapital(s[0]) && s[len(s)-1] == s[0]
}

// suffixed reads 1/CP.21 and -/CP.20.
func suffixed(number string) Number {
	_, after, _ := strings.Cut(number, "/")
	mark, session, ok := strings.Cut(after, ".")
	if k := digits(session); !ok || k == 0 || k != len(session) {
		return Number{}
	}
	at, _ := strconv.Atoi(session)
	return Number{SuffixForm, mark, at}
}

// lettered reads numbers that begin with letters.
func lettered(number string) Number {
	letters := 0
	for letters < len(number) && (isCapital(number[letters]) || number[letters] >= 'a' && number[letters] <= 'z') {
		letters++
	}
	prefix, rest := number[:letters], number[letters:]
	switch {
	case rest == "":
		return Number{}
	case prefix == "SS" && rest[0] == '.':
		return Number{Form: RomanSessionForm, Prefix: prefix}
	case rest[0] == '.' && Roman(prefix) > 0 && len(rest) > 1 && digits(rest[1:]) == len(rest)-1:
		return Number{Form: RomanDottedForm, Session: Roman(prefix)}
	case rest[0] == '/' && Roman(prefix) > 0:
		return Number{Form: RomanSessionForm, Session: Roman(prefix)}
	}
	return prefixed(prefix, rest)
}

// prefixed reads what stands behind the letters of S-30/1, WHA64.24 and
// A.1071(28).
func prefixed(prefix, rest string) Number {
	serial := strings.TrimLeft(strings.TrimPrefix(rest, ".Ex"), "-/. ")
	k := digits(serial)
	if k == 0 {
		return Number{}
	}
	session, _ := strconv.Atoi(serial[:k])
	after := serial[k:]
	closed := strings.HasPrefix(after, "(") && strings.HasSuffix(after, ")")
	switch {
	case prefix == "S" || prefix == "ES":
		return Number{SpecialForm, prefix, session}
	case prefix == "A" && rest[0] == '.' && closed,
		len(prefix) > 1 && (closed || strings.HasPrefix(after, "/") || strings.HasPrefix(after, ".")):
		return Number{PrefixForm, prefix, session}
	}
	return Number{}
}

// sessionMarks stand before the number of a session that is no regular one: of the
// Assembly special and emergency special ones, of the Trade and Development Board
// executive ones.
var sessionMarks = []string{"ES-", "EX-", "S-"}

// SessionNumber is the number of a session in Roman figures, as XXVI, S-VI, ES-II and
// EX-LXXVII give it; none is 0.
func SessionNumber(mark string) int {
	for _, m := range sessionMarks {
		if rest, ok := strings.CutPrefix(mark, m); ok {
			return Roman(rest)
		}
	}
	return Roman(mark)
}

// bracketed reads (III), (ES-II), A(III) and (2001).
func bracketed(rest string) Number {
	open := strings.IndexByte(rest, '(')
	inner := rest[open+1 : len(rest)-1]
	if open > 1 || open == 1 && !isCapital(rest[0]) {
		return Number{}
	}
	if year, err := strconv.Atoi(inner); err == nil {
		if year > 1900 && year < 2200 {
			return Number{Form: DatedForm, Session: year}
		}
		return Number{}
	}
	if s := SessionNumber(inner); s > 0 {
		return Number{Form: BracketForm, Session: s}
	}
	return Number{}
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func isCapital(c byte) bool { return c >= 'A' && c <= 'Z' }

// digits counts the decimal digits that s begins with.
func digits(s string) int {
	n := 0
	for n < len(s) && isDigit(s[n]) {
		n++
	}
	return n
}

// Roman reads a Roman numeral; 0 where s is none.
func Roman(s string) int {
	total := 0
	for i := 0; i < len(s); i++ {
		v := romanDigit(s[i])
		if v == 0 {
			return 0
		}
		if i+1 < len(s) && romanDigit(s[i+1]) > v {
			total -= v
		} else {
			total += v
		}
	}
	return total
}

func romanDigit(c byte) int {
	switch c {
	case 'I':
		return 1
	case 'V':
		return 5
	case 'X':
		return 10
	case 'L':
		return 50
	case 'C':
		return 100
	case 'D':
		return 500
	case 'M':
		return 1000
	}
	return 0
}
