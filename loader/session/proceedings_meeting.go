package session

import (
	"cmp"
	"strconv"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/names"
	"mandategraph/loader/cite"
	"mandategraph/loader/scan"
	"mandategraph/loader/tree"
)

var (
	meetingPhrase = scan.Compile(
		`^(?:Also a|A|Later, a)t (?:its|the) (` + numberedMeetings + `|` + cite.OrdinalPattern + `) ` +
			sittings + `(?: of the session)?(?:,? (?:held )?on (` + meetingDays + `))?`,
	)
	meetingLater = scan.Compile(`^(.*?) at its (` + numberedMeetings + `|` + cite.OrdinalPattern + `) ` +
		sittings + `(?:,? (?:held )?on (` + meetingDays + `))?`)
	meetingDoing = scan.Compile(`^The (?:[A-Z]\w+ )?[A-Z]\w+ ` +
		`(?:considered|held|continued|concluded|began|resumed|took up|discussed) `)
	otherOrgan = scan.Compile(`^,? (?:the )?(?:\w+ )?(?:Bureau|Committee|Working Group|Subcommittee)\b`)
	digitsOnly = scan.Compile(`\d+`)
	throughTo  = scan.Compile(`^(?:st|nd|rd|th)(?: to |–)$`)
)

const (
	// a body whose session is called a meeting sits in plenary sessions
	sittings         = `(?:(?:plenary )?meetings?|plenary sessions?)`
	numberedMeetings = `(?:\d+(?:st|nd|rd|th)|, and |, | and | to |–)+`
	meetingDay       = `\d{1,2}(?: (?:` + names.MonthPattern + `))?(?: \d{4})?\b`
	meetingDays      = meetingDay + `(?:(?:, and |, | and )` + meetingDay + `)*`
)

// when reads the meetings and the date of a sentence that begins with them or
// has the body as its subject; other organs count their own meetings.
func (r *reporter) when(x utterance) {
	if r.session == "" {
		return
	}
	if strings.HasPrefix(x.text, "At the opening meeting") {
		r.setMeetings("1", "")
		return
	}
	if sameMeeting.MatchString(x.text) {
		r.metIn = x.p
	}
	if len(r.meetings) == 0 && sameMeeting.MatchString(x.text) {
		r.meetings, r.date = r.last.meetings, r.last.date
		return
	}
	if m := meetingPhrase.FindStringSubmatch(x.text); m != nil && len(meetingNumbers(m[1])) > 0 {
		rest := x.text[len(m[0]):]
		if strings.HasPrefix(rest, ", on the same day") {
			defer func(day string) { r.setDay(day) }(r.date)
		}
		if !otherOrgan.MatchString(rest) || strings.HasPrefix(strings.TrimPrefix(rest, ","), " the "+r.short+" ") {
			r.setMeetings(m[1], m[2])
			r.metIn = x.p
		}
		return
	}
	r.whenTheBody(x)
}

// whenTheBody reads the meetings of a sentence that has the body as its subject.
func (r *reporter) whenTheBody(x utterance) {
	subject := "The " + r.short + " "
	if name := "The " + r.tree.BodyName + " "; strings.HasPrefix(x.text, name) {
		subject = name
	}
	subject = strings.TrimRight(subject, " ")
	if !strings.HasPrefix(x.text, subject+" ") && !strings.HasPrefix(x.text, subject+", at its ") {
		r.whenDecided(x)
		return
	}
	m := meetingLater.FindStringSubmatch(x.text)
	if m == nil || len(meetingNumbers(m[2])) == 0 || !strings.HasPrefix(m[1], subject) ||
		strings.Contains(m[1], "Bureau at") {
		return
	}
	if m[3] != "" || meetingDoing.MatchString(x.text) {
		r.setMeetings(m[2], m[3])
		r.metIn = x.p
	}
}

// resolvedAt is the meeting at which a sentence says behind its verb that something was decided:
// "The draft was put to the vote at the 7th meeting, on 3 May".
var resolvedAt = scan.Compile(
	`\b(?:adopted|approved|rejected|withdrawn|withdrew|vot(?:e|ed)|deferred|postponed)\b[^;.]{0,80}? at (?:its|the) (` +
		numberedMeetings + `|` + cite.OrdinalPattern + `) ` + sittings + `\b(?: of the session)?(?:,? (?:held )?on (` + meetingDays + `))?`,
)

// bodyAt is the body with the meeting at which it acts, behind other words: "Following his
// departure, the Committee, at its 604th meeting, on 7 May, elected".
var bodyAt = scan.Compile(
	`\bthe ([A-Z]\w*(?: [A-Z]\w*)*), at its (` + numberedMeetings + `|` + cite.OrdinalPattern + `) ` + sittings +
		`\b(?: of the session)?(?:,? (?:held )?on (` + meetingDays + `))?,`,
)

// resolvedBy names another organ before that meeting.
var resolvedBy = scan.Compile(
	`\bby the [^,;.]{3,60}? at (?:its|the) |\b(?:last|previous|earlier|[a-z-]+th|first|second|third) session\b`,
)

// whenDecided reads it.
func (r *reporter) whenDecided(x utterance) {
	if m := bodyAt.FindStringSubmatch(x.text); m != nil && r.ownName(m[1]) && len(meetingNumbers(m[2])) > 0 {
		r.setMeetings(m[2], m[3])
		r.metIn = x.p
		return
	}
	if m := resolvedAt.FindStringSubmatch(
		x.text,
	); m != nil && len(meetingNumbers(m[1])) == 1 &&
		!resolvedBy.MatchString(m[0]) {
		if !r.aside {
			r.aside, r.earlier = true, sittingSpoken{r.meetings, r.date}
		}
		r.setMeetings(m[1], m[2])
		r.metIn = x.p
	}
}

// A sittingSpoken is of which meetings a text spoke before a sentence names another in passing.
type sittingSpoken struct {
	meetings []string
	date     string
}

// sameMeeting goes on with the meeting of which the text spoke, also below another
// heading.
var sameMeeting = scan.Compile(`^(?:Also a|A)t the same meeting\b`)

// setDay gives the meeting of a sentence a day that is told as that of another.
func (r *reporter) setDay(day string) {
	if r.date = day; day != "" && len(r.meetings) == 1 {
		r.found.Fact(r.meetings[0], "date", day)
		r.days[r.meetings[0]] = day
		r.last.date = day
	}
}

// setMeetings states the meetings. A date belongs to a meeting only where it is
// the only one or there are as many dates as meetings.
func (r *reporter) setMeetings(numbers, dates string) {
	days := tree.DaysOf(r.withYear(dates))
	r.meetings, r.date, r.dates = nil, "", map[string]string{}
	list := meetingNumbers(numbers)
	for i, n := range list {
		id := r.meeting(n)
		switch {
		case len(days) == 1:
			r.found.Fact(id, "date", days[0])
		case len(days) == len(list):
			r.found.Fact(id, "date", days[i])
			r.dates[id] = days[i]
		}
		r.meetings = append(r.meetings, id)
	}
	if len(days) == 1 {
		r.date = days[0]
	}
	if len(list) == 1 { // its day may be told only once
		id := r.meetings[0]
		if r.date == "" {
			r.date = r.days[id]
		}
		r.days[id] = r.date
	}
	r.last.meetings, r.last.date = r.meetings, r.date
}

// recordOf is the symbol of the record of one meeting: S/PV.10711, A/90/PV.12.
var recordOf = scan.Compile(`/(?:PV|SR)\.(\d+)(?:\D|$)`)

// records finds the meeting whose record the document is, and its day.
func (r *reporter) records() {
	m := recordOf.FindStringSubmatch(r.tree.Symbol)
	if m == nil || r.body == "" {
		return
	}
	r.verbatim = true
	parent := cmp.Or(r.session, graph.BodyID(r.body))
	id := parent + "/meeting/" + m[1]
	r.found.Entity(graph.BodyID(r.body), "Body")
	r.found.NewEntity(id, "Meeting", [2]string{"number", m[1]}, [2]string{"partOf", parent})
	head := r.tree.Source.Text[:min(len(r.tree.Source.Text), headBytesAtMost)]
	if m := weekday.FindStringSubmatch(head); m != nil {
		r.date = tree.ParseDate(m[1])
		r.found.Fact(id, "date", r.date)
	}
	r.meetings = []string{id}
}

// weekday is the day of a meeting above its record.
var weekday = scan.Compile(`\b[A-Z][a-z]+day, (\d{1,2} (?:` + names.MonthPattern + `) \d{4})\b`)

// withYear gives days of the session the year that a report prints only at the
// first of them; what has none stays without.
func (r *reporter) withYear(days string) string {
	if n := len(days); n > len("2006") && scan.DigitsEnd(days, n-len("2006")) == n {
		r.year = days[n-len("2006"):]
		return days
	}
	if days == "" || r.yearMet() == "" {
		return days
	}
	return days + " " + r.year
}

// yearMet is the year in which the session met; empty where the text does not print it.
func (r *reporter) yearMet() string {
	if r.year == "" && !r.yearRead {
		r.year, r.yearRead = yearOf(r.tree), true
	}
	return r.year
}

// sessionDays are the days of a session in the masthead, and their year.
var sessionDays = scan.Compile(`\b\d{1,2}(?:\s(?:` + names.MonthPattern + `))?\s?(?:-|–|to)\s?` +
	`\d{1,2}\s(?:` + names.MonthPattern + `)\s(\d{4})\b`)

// sessionYear is the year of a session that has its year for a name.
var sessionYear = scan.Compile(`\bsession,? (?:of )?(\d{4})\b|\b(\d{4}) session\b`)

// headBytesAtMost is how long a masthead is at most.
const headBytesAtMost = 6000

// yearOf is the year in which the session of a document met, where its title or
// masthead prints its days; empty where it does not.
func yearOf(t *tree.Tree) string {
	head := t.Source.Text[:min(len(t.Source.Text), headBytesAtMost)]
	for _, s := range []string{t.Title, head} {
		if m := sessionDays.FindStringSubmatch(s); m != nil {
			return m[1]
		}
		if m := sessionYear.FindStringSubmatch(s); m != nil {
			return m[1] + m[2]
		}
	}
	return ""
}

// meeting makes a meeting of the session known by its number.
func (r *reporter) meeting(number string) string {
	id := r.session + "/meeting/" + number
	r.found.Entity(id, "Meeting")
	r.found.Fact(id, "number", number)
	r.found.Fact(id, "partOf", r.session)
	return id
}

// mostMeetings is more than the meetings of any session.
const mostMeetings = 400

// meetingNumbers lists the numbers in "1st, 3rd and 5th", in "2nd to 4th" and in "sixth".
func meetingNumbers(s string) (list []string) {
	if n := names.OrdinalNumber(s); n > 0 {
		return []string{strconv.Itoa(n)}
	}
	end := 0
	for _, m := range digitsOnly.FindAll(s) {
		n := s[m[0]:m[1]]
		if len(list) > 0 && throughTo.MatchString(s[end:m[0]]) {
			first, _ := strconv.Atoi(list[len(list)-1])
			last, _ := strconv.Atoi(n)
			for k := first + 1; k < last && k < first+mostMeetings; k++ {
				list = append(list, strconv.Itoa(k))
			}
		}
		list, end = append(list, n), m[1]
	}
	return list
}
