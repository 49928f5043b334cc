package session

import (
	"strconv"
	"strings"

	"mandategraph/loader/scan"
	"mandategraph/loader/tree"
)

var (
	meetingPhrase = scan.Compile(`^(?:Also a|A|Later, a)t (?:its|the) (` + numberedMeetings + `) ` +
		`(?:plenary )?meetings?(?: of the session)?(?:,? (?:held )?on (` + meetingDays + `))?`)
	meetingLater = scan.Compile(`^(.*?) at its (` + numberedMeetings + `) ` +
		`(?:plenary )?meetings?(?:,? (?:held )?on (` + meetingDays + `))?`)
	meetingDoing = scan.Compile(`^The (?:[A-Z]\w+ )?[A-Z]\w+ ` +
		`(?:considered|held|continued|concluded|began|resumed|took up|discussed) `)
	otherOrgan = scan.Compile(`^,? (?:the )?(?:\w+ )?(?:Bureau|Committee|Working Group|Subcommittee)\b`)
	digitsOnly = scan.Compile(`\d+`)
	throughTo  = scan.Compile(`^(?:st|nd|rd|th)(?: to |–)$`)
)

const (
	numberedMeetings = `(?:\d+(?:st|nd|rd|th)|, and |, | and | to |–)+`
	meetingDays      = `(?:\d{1,2}|, | and |[A-Z][a-z]+| )+\d{4}`
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
	if m := meetingPhrase.FindStringSubmatch(x.text); m != nil {
		rest := x.text[len(m[0]):]
		if !otherOrgan.MatchString(rest) || strings.HasPrefix(strings.TrimPrefix(rest, ","), " the "+r.short+" ") {
			r.setMeetings(m[1], m[2])
		}
		return
	}
	subject := "The " + r.short + " "
	if name := "The " + r.tree.BodyName + " "; strings.HasPrefix(x.text, name) {
		subject = name
	}
	if !strings.HasPrefix(x.text, subject) {
		return
	}
	m := meetingLater.FindStringSubmatch(x.text)
	if m == nil || !strings.HasPrefix(m[1], subject) || strings.Contains(m[1], "Bureau at") {
		return
	}
	if m[3] != "" || meetingDoing.MatchString(x.text) {
		r.setMeetings(m[2], m[3])
	}
}

// setMeetings states the meetings. A date belongs to a meeting only where it is
// the only one or there are as many dates as meetings.
func (r *reporter) setMeetings(numbers, dates string) {
	days := tree.DaysOf(dates)
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

// meetingNumbers lists the numbers in "1st, 3rd and 5th" and in "2nd to 4th".
func meetingNumbers(s string) (list []string) {
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
