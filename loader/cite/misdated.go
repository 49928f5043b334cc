package cite

import (
	"strconv"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/names"
)

// What is printed beside a number, its year or date, may show that figures of the one or
// the other were misread: no act is cited then.

// year notes whether an act was adopted in the year that is printed with it.
func (m *memory) year(code string, c *Citation) {
	if number, printed := yearToDate(c.Number, ""); misdated(code, c) {
		m.outOfYear++
	} else if names.YearOfNumber(code, number) > 0 && printed != "" {
		m.inYear++
	}
}

// misdated says that neither the year behind a number nor the date is that of the act.
func misdated(code string, c *Citation) bool {
	number, year := yearToDate(c.Number, "")
	return names.OutOfYear(code, number, year) &&
		(len(c.date) < len(year) || names.OutOfYear(code, number, c.date[:len(year)]))
}

// misread says that figures of a number or of its year were misread, as the other numbers
// of the document are those of their years.
func (m *memory) misread(code string, c *Citation) bool {
	return m.inYear > 2*m.outOfYear && misdated(code, c)
}

// otherSession says that an act was not adopted at the session in brackets behind its number,
// "2145 (XXII) of 27 October 1966": such numbers run on from session to session, so that
// number and date belong to another one.
func otherSession(code string, c *Citation) bool {
	n := graph.ReadNumber(c.Number)
	if n.Form != graph.BracketForm || strings.Contains(c.Number, "S-") {
		return false // special sessions have numbers of their own
	}
	opened := names.YearOfSession(code, n.Session)
	year, err := strconv.Atoi(c.date[:min(len(c.date), len("1966"))])
	return opened > 0 && err == nil && (year < opened || year > opened+1)
}
