package duty

import (
	"cmp"
	"fmt"
	"slices"
	"sort"
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
var goesOn = scan.Compile(`\b(?:extend|continue|maintain|remain|renew|keep|serve|prolong|apply|retain|refrain|suspend|stay)[^;]{0,100}\b(?:until|period)\b`)

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

// sittingsIn are the sessions at which something is due, each with its body: the one
// that is named behind it, else the one of whom the clause speaks before.
func (d *dutyReader) sittingsIn(m *Mandate, clause string) (list []Worded) {
	if !strings.Contains(clause, "ession") && !strings.Contains(clause, "eeting") {
		return nil
	}
	found := dueSittings.FindAll(clause)
	if found == nil {
		return nil
	}
	bodies := d.bodiesIn(m.Paragraph, clause)
	for _, at := range found[:min(len(found), mostDue)] {
		words := clause[at[0]:at[1]]
		if strings.HasPrefix(words, "for ") || strings.HasPrefix(words, "to ") && !strings.Contains(words, "its") {
			continue // "documents for the fiftieth session" are no deadline
		}
		code, end := d.sittingBody(m, clause, bodies, at[0], at[1])
		words = strings.TrimSpace(clause[at[0]:end] + monthOf.FindString(clause[end:]))
		if code == "" || strings.HasPrefix(clause[at[4]:], "meeting") {
			list = append(list, Worded{Words: words})
			continue
		}
		for _, n := range sessionNumbers(clause[at[2]:at[3]]) {
			d.found.Session(strings.TrimPrefix(code, "body/"), n)
			list = append(list, Worded{words, code + "/session/" + n})
		}
		if sessionNumbers(clause[at[2]:at[3]]) == nil {
			list = append(list, Worded{Words: words})
		}
	}
	return list
}

var ordinalOrYear = scan.Compile(`(?:19|20)\d\d|` + cite.OrdinalPattern)

// sessionNumbers are the numbers of "fiftieth and fifty-first", "2026".
func sessionNumbers(s string) (list []string) {
	for _, w := range ordinalOrYear.FindAllStrings(s) {
		if n := names.OrdinalNumber(w); n > 0 {
			list = append(list, strconv.Itoa(n))
		} else if scan.IsDigit(w[0]) {
			list = append(list, w)
		}
	}
	return list
}

// monthOf is the date in brackets behind a session.
var monthOf = scan.Compile(`^ \([A-Z][a-z]+(?:[–-][A-Z][a-z]+)? \d{4}\)`)

// sittingBody is the id of the body whose session is named at bytes from to end of
// a clause, and where its name ends.
func (d *dutyReader) sittingBody(m *Mandate, clause string, bodies []cite.Subsidiary, from, end int) (id string, behind int) {
	const of = " of the "
	if strings.HasPrefix(clause[end:], of) {
		if id, stop := d.bodyAt(m.Paragraph, clause, end+len(of)); id != "" {
			return id, stop
		}
		if b, ok := cite.SubsidiaryAt(clause[end+len(of):], d.tree.Speaker(m.Paragraph)); ok {
			cite.AddSubsidiary(&d.found, b)
			return b.ID, end + len(of) + b.End
		}
		return "", end
	}
	own := strings.Contains(clause[from:end], " its ")
	last, at := "", -1
	if n := sort.Search(len(bodies), func(i int) bool { return bodies[i].End > from }); n > 0 {
		last, at = bodies[n-1].ID, bodies[n-1].Start
	}
	for _, a := range m.Addressees {
		place := a.Start - (m.End - len(clause))
		if a.Kind == "Body" && own && len(m.Addressees) == 1 && place > at && place < from {
			last = a.ID
		}
	}
	if last == "" && own && !strings.HasPrefix(m.Relation, "decides") {
		last = d.body(d.tree.Speaker(m.Paragraph))
	}
	return last, end
}

// bodiesIn are the bodies that a clause names, also by their short forms.
func (d *dutyReader) bodiesIn(p *tree.Paragraph, clause string) (list []cite.Subsidiary) {
	for i := 0; i < len(clause); i++ {
		if i > 0 && scan.IsWord(clause[i-1]) || !scan.IsCapitalAt(clause, i) {
			continue
		}
		if id, stop := d.bodyAt(p, clause, i); id != "" {
			list = append(list, cite.Subsidiary{ID: id, Start: i, End: stop})
			i = stop - 1
		}
	}
	return list
}

// bodyAt is the id of the body with whose name, or short form, the text goes on.
func (d *dutyReader) bodyAt(p *tree.Paragraph, text string, at int) (id string, end int) {
	window := text[at:min(len(text), at+mostBody)]
	if found := tree.FindBodies(window); len(found) > 0 && found[0].Start == 0 {
		return d.body(found[0].Code), at + found[0].End
	}
	for _, code := range [...]string{d.tree.Speaker(p), d.tree.Body, parentConferences()[d.tree.Speaker(p)]} {
		b, ok := names.BodyByCode(code)
		if ok && b.Short != "" && strings.HasPrefix(window, b.Short) && !scan.IsCapital(nextWord(window[len(b.Short):])) &&
			!namedFurther.MatchString(window[len(b.Short):]) {
			return d.body(code), at + len(b.Short)
		}
	}
	return "", at
}

// parentConferences are the codes of the conferences of the parties to the convention
// of whose protocol or agreement a body is the meeting: the "Conference of the Parties"
// of the CMA is that of the convention.
var parentConferences = names.Derived(func(t *names.Tables) map[string]string {
	parents := map[string]string{}
	for _, b := range t.Bodies {
		short, serving, _ := strings.Cut(b.Short, " serving as ")
		stem, _, _ := strings.Cut(b.Code, "-")
		for _, c := range t.Bodies {
			if serving != "" && c.Short == short && strings.HasPrefix(c.Code, stem+"-") {
				parents[b.Code] = c.Code
			}
		}
	}
	return parents
})

// namedFurther goes on with the name of another body: "Council on Lakes".
var namedFurther = scan.Compile(`^ (?:on|of|for) (?:the )?[A-Z]|^ serving as `)

func nextWord(s string) string {
	if !strings.HasPrefix(s, " ") {
		return ""
	}
	w, _ := scan.Word(s, 0)
	return w
}

var (
	everyUnit = scan.Compile(`\b(?:every|each|at intervals of) (?:(` + aNumber + `) )?` +
		`(days?|weeks?|months?|years?|quarters?|sessions?)\b`)
	atIntervals = scan.Compile(`\bat (?:least )?(` + aNumber + `)[- ](month|day|week|year)(?:ly)? intervals\b`)
	perYear     = scan.Compile(`\b(once|twice|three times|four times) (?:a|per|each|every) (year|month|session)\b`)
	rhythm      = scan.Compile(`\b(daily|weekly|fortnightly|monthly|bimonthly|quarterly|semi-annual(?:ly)?|biannual(?:ly)?` +
		`|six-monthly|three-monthly|half-yearly|annual(?:ly)?|yearly|biennial(?:ly)?|triennial(?:ly)?|quadrennial(?:ly)?)` +
		`( basis| updates?| reports?| briefings?| progress| reviews?| interim| written| oral| assessments?| intervals| meetings?| workshops?| sessions?)?`)
	rhythms = map[string]string{
		"daily": "P1D", "weekly": "P7D", "fortnightly": "P14D", "monthly": "P1M", "bimonthly": "P2M", "quarterly": "P3M",
		"semi-annual": "P6M", "biannual": "P6M", "six-monthly": "P6M", "half-yearly": "P6M", "three-monthly": "P3M",
		"annual": "P1Y", "yearly": "P1Y", "biennial": "P2Y", "triennial": "P3Y", "quadrennial": "P4Y",
		"once year": "P1Y", "twice year": "P6M", "three times year": "P4M", "four times year": "P3M", "once month": "P1M",
		"twice month": "P14D", "once session": "session",
	}
	// madeReport is what makes an annual report one that is asked: "submit an annual
	// report", and not "reflect this in its annual report".
	madeReport = scan.Compile(`\b(?:submit|provide|present|prepare|issue|make|publish|transmit|produce|circulate|undertake|conduct|hold|organize|carry out|convene)[^,;]{0,60}$`)
	inReport   = scan.Compile(`\b(?:in|into|through|of|from|as part of|during|at) (?:the |its|his|her|their|each|an)[^,;]{0,40}$`)
)

// recurrenceIn is how often a clause asks something.
func recurrenceIn(clause string) string {
	if m := everyUnit.FindStringSubmatch(clause); m != nil {
		n := map[string]int{"": 1, "other": 2}[m[1]]
		if n == 0 {
			n = countOf(m[1])
		}
		switch unit := m[2][0]; {
		case unit == 's':
			return "session"
		case n == 0:
		case unit == 'w':
			return fmt.Sprintf("P%dD", n*daysInWeek)
		case unit == 'q':
			return fmt.Sprintf("P%dM", n*monthsInYear/4)
		default:
			return fmt.Sprintf("P%d%c", n, unit-'a'+'A')
		}
	}
	if m := atIntervals.FindStringSubmatch(clause); m != nil && countOf(m[1]) > 0 {
		return fmt.Sprintf("P%d%c", countOf(m[1]), m[2][0]-'a'+'A')
	}
	if m := perYear.FindStringSubmatch(clause); m != nil {
		return rhythms[m[1]+" "+m[2]]
	}
	for _, at := range rhythm.FindAll(clause) {
		word, before := clause[at[2]:at[3]], clause[:at[0]]
		said := strings.HasSuffix(word, "ally") || at[4] >= 0 && clause[at[4]:at[5]] == " basis"
		if !said && (inReport.MatchString(before) || at[4] < 0 && strings.HasSuffix(word, "al") || !madeReport.MatchString(before) && at[4] >= 0) {
			continue
		}
		return cmp.Or(rhythms[word], rhythms[strings.TrimSuffix(word, "ly")])
	}
	return ""
}

const daysInWeek = 7

var (
	endsAt = scan.Compile(`\b(?:until|till|up to|through|(?:extended|renewed|prolonged) to|to expire on|ending on|ending|terminating on|expiring on|expires? on|expire|months to|year to) ((?:midnight(?: of| on)? )?` + aDay + `)`)
	lasts  = scan.Compile(`\b(?:for|of|by) (?:an? |the )?(?:further |additional |initial |new |final |interim |another |single |limited |maximum |second |third )*` +
		`(?:period of )?(?:up to )?(?:an? )?(?:further |additional |initial )?(` + aNumber + `)[- ](?:calendar )?(?:further |additional )?` +
		`(days?|weeks?|months?|years?)\b`)
	lastsFrom = scan.Compile(`^(?: period)?,?(?: (?:of|from|after|beyond|following|beginning|starting|with effect from|to run from|as from))+(?: on)? (` + aDay + `)`)
	fromNow   = scan.Compile(`^(?: period)?,?` + fromAdoption)
)

// endIn is until when something is to last: the printed day, or the one at which a
// printed length of time ends, which begins with the adoption or on a printed day;
// bare takes also a length that is not called a period: "for six months".
func endIn(p *tree.Paragraph, clause string, bare bool) (end Worded) {
	if m := endsAt.FindStringSubmatchIndex(clause); m != nil {
		return Worded{clause[m[0]:m[1]], dayOf(strings.TrimSpace(atMidnight.ReplaceAllString(clause[m[2]:m[3]], "")))}
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
