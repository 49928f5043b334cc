package cite

import (
	"strconv"
	"strings"

	"mandategraph/graph/names"
	"mandategraph/loader/scan"
	"mandategraph/loader/text"
	"mandategraph/loader/tree"
)

// A Sitting is a meeting of a subsidiary body named in a running text.
type Sitting struct {
	ID, number    string
	Body          Subsidiary
	date, endDate string
	place         string
	Start, End    int
}

const (
	OrdinalPattern  = `[a-z]+(?:-[a-z]+)?|\d+(?:st|nd|rd|th)`
	ordinalsPattern = `((?:(?:` + OrdinalPattern + `)(?:, | and |, and ))*(?:` + OrdinalPattern + `))`
)

var (
	meetingsOf   = scan.Compile(`\b` + ordinalsPattern + ` (?:meetings?|sessions?) of the $`)
	atItsMeeting = scan.Compile(`^(?:,? (?:at|during|in)|[^.;]{0,60}? at) (?:its|their) ` +
		ordinalsPattern + ` meetings?\b`)
	atMeetingBy = scan.Compile(`\b[Aa]t its (` + OrdinalPattern + `) meeting(, held [^,;.]*)?, the $`)
	atTheirHeld = scan.Compile(`^ at (?:its|their) (?:joint )?meetings?,? held `)
	Held        = scan.Compile(`^,? ?held (?:in ([A-Z][^,;]*?) )?(?:on|from) `)
	splitList   = scan.Compile(`, and | and |, `)
)

// Sittings lists the meetings of subsidiary bodies that a text names.
func Sittings(s, parent string) []Sitting {
	return sittingsOf(s, Subsidiaries(text.Text{S: s}, parent))
}

// sittingGate holds a word of each sitting.
var sittingGate = text.NewGate("meeting", "session")

// ofMeetings are the words with which meetingsOf ends.
var ofMeetings = []string{"meeting of the ", "meetings of the ", "session of the ", "sessions of the "}

// heldBytes is about how far behind a body's name its meetings stand.
const heldBytes = 2000

// sittingsOf lists the meetings of the subsidiary bodies that a text names.
func sittingsOf(s string, bodies []Subsidiary) []Sitting {
	var list []Sitting
	for i, b := range bodies {
		next := len(s) // where the next body is named
		if i+1 < len(bodies) {
			next = bodies[i+1].Start
		}
		before := s[max(0, b.Start-160):b.Start]
		rest := s[b.End:min(len(s), b.End+heldBytes)]
		if m := meetingsOf.AtEnd(before, ofMeetings...); m != nil {
			start := b.Start - len(before) + m[2]
			list = append(list, ordinalMeetings(s, b, before[m[2]:m[3]], start, b.End, b.End)...)
		} else if m := atMeetingBy.AtEnd(before, ", the "); m != nil {
			start := b.Start - len(before)
			list = append(list, ordinalMeetings(s, b, before[m[2]:m[3]], start+m[0], b.End, start+max(m[4], m[3]))...)
		} else if m := meetingIn(rest); m != nil && next > b.End+m[1] && itsOwn(s[:b.Start], rest[:m[2]]) {
			list = append(list, ordinalMeetings(s, b, rest[m[2]:m[3]], b.Start, b.End+m[1], b.End+m[1])...)
		} else if m := atTheirHeld.FindStringIndex(rest); m != nil {
			list = append(list, datedMeetings(s, bodies[:i+1], b.End)...)
		}
	}
	return list
}

// meetingIn is where "at its tenth meeting" stands behind a body's name.
func meetingIn(rest string) []int {
	near := rest[:min(len(rest), farOwn)]
	if !strings.Contains(near, " its ") && !strings.Contains(near, " their ") {
		return nil
	}
	return atItsMeeting.FindStringSubmatchIndex(rest)
}

// farOwn is more bytes than stand before "its" in atItsMeeting.
const farOwn = 4*60 + 16

// itsOwn says that "at its tenth meeting" is of the body named before it. In
// "the Conference adopted the report of the Bureau on credentials at its 10th
// meeting" it is not: no participle says that the body did something there.
func itsOwn(before, between string) bool {
	if strings.Contains(between, "esolution") {
		return false
	}
	return !strings.HasSuffix(before, " of the ") || strings.HasPrefix(between, " at ") ||
		strings.HasPrefix(between, ", at ") || itsDoing.MatchString(between)
}

var itsDoing = scan.Compile(`\b(?:[a-z]+ed|held|made|drawn|given)\b`)

// ordinalMeetings makes a meeting of each ordinal, with the dates that follow
// byte dates in their order.
func ordinalMeetings(s string, b Subsidiary, ordinals string, start, end, dates int) []Sitting {
	var list []Sitting
	after := s[dates:min(len(s), dates+heldBytes)]
	days := heldDates(after)
	if m := onDays.FindStringSubmatch(after); m != nil && days == nil {
		for _, d := range tree.DaysOf(m[1]) {
			days = append(days, [2]string{d, ""})
		}
		if len(days) != len(splitList.Regexp().Split(ordinals, -1)) {
			days = nil
		}
	}
	place := heldPlace(after)
	for _, w := range splitList.Regexp().Split(ordinals, -1) {
		n := names.OrdinalNumber(w)
		if n == 0 {
			continue
		}
		m := Sitting{ID: b.ID + "/meeting/" + strconv.Itoa(n), number: strconv.Itoa(n), Body: b, place: place,
			Start: start, End: end}
		if k := len(list); k < len(days) {
			m.date, m.endDate = days[k][0], days[k][1]
		}
		list = append(list, m)
	}
	return list
}

// onDays are the days of meetings that are only counted: "at its 1st and 2nd
// meetings, on 14 and 15 October 2024".
var onDays = scan.Compile(`^,? on ((?:\d{1,2}|, | and |[A-Z][a-z]+| )+\d{4})`)

// heldPlace reads "held in Vienna on".
func heldPlace(s string) string {
	if m := Held.FindStringSubmatch(s); m != nil {
		return m[1]
	}
	return ""
}

// datedMeetings makes a meeting known by its first date of each body in the
// list that ends before "at their meetings held from ...".
func datedMeetings(s string, bodies []Subsidiary, at int) []Sitting {
	i := strings.Index(s[at:], "held ")
	days := heldDates(s[at+i : min(len(s), at+i+heldBytes)])
	if len(days) == 0 {
		return nil
	}
	var list []Sitting
	for k := len(bodies) - 1; k >= 0; k-- {
		b := bodies[k]
		if k+1 < len(bodies) && !listGlueOnly(s[b.End:bodies[k+1].Start]) {
			break
		}
		list = append([]Sitting{{ID: b.ID + "/meeting/" + days[0][0], Body: b, date: days[0][0], endDate: days[0][1],
			Start: b.Start, End: at + i + len("held")}}, list...)
	}
	return list
}

func listGlueOnly(s string) bool {
	switch strings.TrimSuffix(strings.TrimSpace(s), " the") {
	case "and", ",", ", and", "as well as":
		return true
	}
	return false
}

// heldDates reads "held in Vienna on 3 and 4 May 2023 and on 3 and 4 April
// 2024": first and last day of each.
func heldDates(s string) [][2]string {
	m := Held.FindStringIndex(s)
	if m == nil {
		return nil
	}
	var days [][2]string
	for at := m[1]; ; {
		first, at2 := tree.Number(s, at)
		rest := s[at2:]
		for _, glue := range []string{" and ", " to ", "–", "-"} {
			if strings.HasPrefix(rest, glue) {
				at2 += len(glue)
				break
			}
		}
		date, end, ok := tree.DateAt(s, at2)
		if !ok {
			if date, end, ok = tree.DateAt(s, at); !ok {
				return days
			}
		}
		begin := date
		if first > 0 && len(date) == len("2006-01-02") && at2 > at {
			begin = date[:8] + twoDigits(first)
		}
		if days = append(days, [2]string{begin, date}); !strings.HasPrefix(s[end:], " and on ") {
			return days
		}
		at = end + len(" and on ")
	}
}

func twoDigits(n int) string {
	if n < 10 {
		return "0" + strconv.Itoa(n)
	}
	return strconv.Itoa(n)
}

// AddSitting adds a meeting of a subsidiary body, with the dates and the place
// of the first text that dates it.
func AddSitting(found *tree.Findings, m Sitting) {
	AddSubsidiary(found, m.Body)
	found.NewEntity(m.ID, "Meeting", [2]string{"number", m.number}, [2]string{"partOf", m.Body.ID})
	if m.date != "" {
		found.FirstFacts(m.ID, [2]string{"date", m.date}, [2]string{"endDate", m.endDate}, [2]string{"place", m.place})
	}
}
