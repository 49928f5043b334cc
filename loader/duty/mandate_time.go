package duty

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"mandategraph/graph/names"
	"mandategraph/loader/cite"
	"mandategraph/loader/scan"
	"mandategraph/loader/text"
	"mandategraph/loader/tree"
)

const (
	aDay    = `(?:(?:the )?end of |early |mid-|late )?(?:(?:` + names.MonthPattern + `) \d{1,2}, \d{4}|(?:\d{1,2} )?(?:` + names.MonthPattern + `) \d{4}|(?:19|20)\d\d\b)`
	aNumber = `(?:\d+|[a-z]+(?:[- ][a-z]+)?)`
	// counts is how a text prints a length of time that begins with its adoption.
	fromAdoption = `(?: (?:of|from|after|following)(?: the)?(?: date of)?(?: the)?(?: adoption)?(?: of)? (?:this|the present|the) ` +
		`(?:resolution|decision|adoption)(?: of (?:this|the present) (?:resolution|decision))?)`
)

var (
	timeGate = text.NewGate(append([]string{
		"session", "meeting", "within", "days", "month", "year", "annual", "quarter", "dail", "weekl", "bienn", "basis",
	}, scan.Digits...)...)
	// dueDays are the days by which something is to be done; several are joined.
	dueDays = scan.Compile(`\b(?:(?:by|before|prior to|until|(?:no|not) later than|at the latest by|on or before|in time for)` +
		`(?: the)? )(` + aDay + `(?:(?:,| and| and then| and again)(?: by| on| no later than| not later than)? ` + aDay + `)*)`)
	oneDay    = scan.Compile(aDay)
	dueWithin = scan.Compile(`\b(?:within|(?:no|not) later than|in) (?:the next |a period of |a maximum of )?(` + aNumber +
		`) (?:calendar |working )?(days?|weeks?|months?|years?)\b(` + fromAdoption + `)?`)
	dueSittings = scan.Compile(`\b(?:at|before|by|prior to|no later than|not later than|in time for|during|for|to|until)` +
		`(?: the (?:end|main part|beginning|conclusion) of)? (?:its|the|their) ((?:(?:19|20)\d\d|next|` + cite.OrdinalPattern +
		`)(?:(?:,| and|, and) (?:(?:19|20)\d\d|` + cite.OrdinalPattern + `))*) ?(?:regular |annual |substantive |ordinary |special )?` +
		`(sessions?|meetings?)\b`)
	behindCount = scan.Compile(`^ (?:of|from|after|following|prior|before)\b`)
	countsBack  = scan.Compile(`^ (?:prior|before|in advance)\b`)
)

// time reads by when, how often and until when a clause asks something.
func (d *dutyReader) time(m *Mandate, part text.Text, clause string) {
	if !timeGate.In(part) {
		return
	}
	m.Due = d.dueIn(m, clause)
	m.Recurrence = recurrenceIn(clause)
	if goesOn.MatchString(clause) {
		m.Until = endIn(m.Paragraph, clause, false).Value
	}
}

// goesOn is what is asked until a day.
var goesOn = scan.Compile(
	`\b(?:extend|continue|maintain|remain|renew|keep|serve|prolong|apply|retain|refrain|suspend|stay)[^;]{0,100}\b(?:until|period)\b`,
)

// dueIn is by when a clause asks something.
func (d *dutyReader) dueIn(m *Mandate, clause string) []Worded {
	list := slices.Concat(daysIn(clause), withinIn(m.Paragraph, clause), d.sittingsIn(m, clause))
	return list[:min(len(list), mostDue)]
}

// mostDue is as many dates as one clause may set.
const mostDue = 20

// due is the same for a recommendation.
func (d *dutyReader) due(p *tree.Paragraph, part text.Text, clause string, asked []Addressee) string {
	if !timeGate.In(part) {
		return ""
	}
	return Joined(d.dueIn(&Mandate{Paragraph: p, Addressees: asked, End: len(part.S)}, clause))
}

// daysIn are the days by which something is due: "by 4 July 2032 and 5 January 2033".
func daysIn(clause string) (list []Worded) {
	if !strings.ContainsAny(clause, "0123456789") {
		return nil
	}
	for _, at := range dueDays.FindAll(clause) {
		if strings.HasPrefix(clause[at[0]:], "until") {
			continue
		}
		for _, day := range oneDay.FindAllStrings(clause[at[2]:at[3]]) {
			if value := dayOf(day); value != "" {
				list = append(list, Worded{clause[at[0]:at[1]], value})
			}
		}
	}
	return list
}

// dayOf is a date as printed: the end of a month or year is its last day, and what
// is only near a month is that month.
func dayOf(s string) string {
	lower := strings.TrimPrefix(s, "the ")
	rest, ends := strings.CutPrefix(lower, "end of ")
	for _, near := range []string{"early ", "mid-", "late "} {
		rest = strings.TrimPrefix(rest, near)
	}
	date := tree.ParseDate(rest)
	if m := monthFirst.FindStringSubmatch(rest); m != nil {
		date = tree.ParseDate(m[2] + " " + m[1] + " " + m[3])
	}
	if date == "" && len(rest) == len("2031") {
		date = rest
	}
	switch {
	case ends && len(date) == len("2031"):
		return date + "-12-31"
	case ends && len(date) == len("2031-12"):
		first, err := time.Parse("2006-01", date)
		if err != nil {
			return date
		}
		return first.AddDate(0, 1, -1).Format(time.DateOnly)
	}
	return date
}

// monthFirst is a date in the American order: July 31, 2014.
var monthFirst = scan.Compile(`^([A-Z][a-z]+) (\d{1,2}), (\d{4})$`)

// withinIn are dates that count from the adoption: "within five months". What counts
// from another event has no value.
func withinIn(p *tree.Paragraph, clause string) (list []Worded) {
	for _, at := range dueWithin.FindAll(clause) {
		rest := clause[at[1]:]
		if strings.HasPrefix(clause[at[0]:], "in ") && at[6] < 0 {
			continue // "in two years" tells a length
		}
		if at[6] < 0 && (behindCount.MatchString(rest) || countsBack.MatchString(rest)) {
			if strings.HasPrefix(clause[at[0]:], "within") || !countsBack.MatchString(rest) {
				list = append(list, Worded{Words: clause[at[0]:at[1]]})
			}
			continue
		}
		if at[6] < 0 && !strings.HasPrefix(clause[at[0]:], "within") {
			continue
		}
		value := after(adopted(p), clause[at[2]:at[3]], clause[at[4]:at[5]])
		list = append(list, Worded{clause[at[0]:at[1]], value})
	}
	return list
}

// adopted is the day on which a paragraph was adopted, where its act prints it.
func adopted(p *tree.Paragraph) string {
	if p.Act == nil {
		return ""
	}
	return p.Act.Adopted
}

// after is the day that lies a length of time behind another; empty where one of
// them is not known.
func after(day, count, unit string) string {
	n := countOf(count)
	from, err := time.Parse(time.DateOnly, day)
	if n == 0 || err != nil {
		return ""
	}
	switch unit[0] {
	case 'd':
		from = from.AddDate(0, 0, n)
	case 'w':
		from = from.AddDate(0, 0, n*daysInWeek)
	case 'm':
		from = addMonths(from, n)
	case 'y':
		from = addMonths(from, n*monthsInYear)
	}
	return from.Format(time.DateOnly)
}

const monthsInYear = 12

// addMonths adds months; the 31st of a month that has none is its last day.
func addMonths(from time.Time, n int) time.Time {
	to := from.AddDate(0, n, 0)
	if to.Day() != from.Day() {
		to = to.AddDate(0, 0, -to.Day())
	}
	return to
}

// countOf reads a number in figures or in words up to ninety-nine; 0 for none.
func countOf(s string) int {
	if n, err := strconv.Atoi(s); err == nil {
		return n
	}
	total := 0
	for _, w := range strings.FieldsFunc(strings.ToLower(s), func(c rune) bool { return c == '-' || c == ' ' }) {
		n, known := cardinals[w]
		if !known {
			return 0
		}
		total += n
	}
	return total
}

var cardinals = func() map[string]int {
	table := map[string]int{"a": 1, "an": 1}
	for i, w := range strings.Fields("one two three four five six seven eight nine ten eleven twelve thirteen fourteen " +
		"fifteen sixteen seventeen eighteen nineteen") {
		table[w] = i + 1
	}
	for i, w := range strings.Fields("twenty thirty forty fifty sixty seventy eighty ninety") {
		table[w] = (i + 2) * 10
	}
	return table
}()

const daysInWeek = 7

var (
	endsAt = scan.Compile(
		`\b(?:until!?|till|up to|through|(?:extended|renewed|prolonged) to|to expire on|ending on|ending|terminating on|expiring on|expires? on|expire|months to|year to) ((?:midnight(?: of| on)? )?` + aDay + `)`,
	)
	lasts = scan.Compile(
		`\b(?:for|of|by) (?:an? |the )?(?:further |additional |initial |new |final |interim |another |single |limited |maximum |second |third )*` +
			`(?:period of )?(?:up to )?(?:an? )?(?:further |additional |initial )?(` + aNumber + `)[- ](?:calendar )?(?:further |additional )?` +
			`(days?|weeks?|m(?i:onths?)|years?)\b`,
	)
	lastsFrom = scan.Compile(
		`^(?: period)?,?(?: (?:of|from|after|beyond|following|beginning|starting|with effect from|to run from|as from))+(?: on)? (` + aDay + `)`,
	)
	fromNow = scan.Compile(`^(?: period)?,?` + fromAdoption)
)

// endIn is until when something is to last: the printed day, or the one at which a
// printed length of time ends, which begins with the adoption or on a printed day;
// bare takes also a length that is not called a period: "for six months".
func endIn(p *tree.Paragraph, clause string, bare bool) (end Worded) {
	if m := endsAt.FindStringSubmatchIndex(clause); m != nil {
		return Worded{clause[m[0]:m[1]], dayOf(strings.TrimSpace(atMidnight.Regexp().ReplaceAllString(clause[m[2]:m[3]], "")))}
	}
	for _, m := range lasts.FindAll(clause) {
		count, unit, rest := clause[m[2]:m[3]], clause[m[4]:m[5]], clause[m[1]:]
		if countOf(count) == 0 || !bare && !strings.Contains(clause[m[0]:m[1]], "period") {
			continue
		}
		if from := lastsFrom.FindStringSubmatch(rest); from != nil {
			return Worded{clause[m[0]:m[1]], after(dayOf(from[1]), count, unit)}
		}
		if fromNow.MatchString(rest) || !behindCount.MatchString(rest) {
			return Worded{clause[m[0]:m[1]], after(adopted(p), count, unit)}
		}
	}
	return end
}

var atMidnight = scan.Compile(`^midnight(?: of| on)? `)
