package session

import (
	"mandategraph/loader/cite"
	"mandategraph/loader/scan"
	"mandategraph/loader/tree"
)

// plenaryBehind tells when the body itself adopts what its committee approved: "adopted by
// the Health Assembly at its eighth plenary meeting, on 9 May 2042,".
var plenaryBehind = scan.Compile(`^ by the ([A-Z]\w+(?: [A-Z]\w+)*),? at its (` + numberedMeetings + `|` + cite.OrdinalPattern + `) ` +
	`plenary meeting(?:,? (?:held )?on (` + meetingDays + `))?`)

// inPlenary makes the plenary meeting that the words behind "adopted" name that of the
// adoption, and gives what leads back to the meetings of which the report tells.
func (r *reporter) inPlenary(words string) (back func()) {
	m := plenaryBehind.FindStringSubmatch(words)
	if m == nil || r.session == "" || !r.ownName(m[1]) {
		return func() {}
	}
	numbers := meetingNumbers(m[2])
	if len(numbers) != 1 {
		return func() {}
	}
	meetings, date := r.meetings, r.date
	r.meetings, r.date = []string{r.meeting(numbers[0])}, r.days[r.session+"/meeting/"+numbers[0]]
	if days := tree.DaysOf(r.withYear(m[3])); len(days) == 1 {
		r.date = days[0]
		r.days[r.meetings[0]] = r.date
		r.found.Fact(r.meetings[0], "date", r.date)
	}
	return func() { r.meetings, r.date = meetings, date }
}
