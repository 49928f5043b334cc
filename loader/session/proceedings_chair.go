package session

import (
	"strings"

	"mandategraph/loader/scan"
	"mandategraph/loader/tree"
)

var (
	presiding = scan.Compile(`(?:(` + honorific + `))?(` + nameWord + `(?: (?:` + nameParticle + `|` + nameWord + `))*)` +
		`(?: \([^()]+(?:\([^()]*\))?\))?(?:, (?:an? |the )?(` + officeTitles + `))?,? ` +
		`(?:chaired|presided over|took the [Cc]hair)(?: (?:of |at )?the (\d+)(?:st|nd|rd|th) meeting\b)?`)
	presidedBy = scan.Compile(`\b[Tt]he (\d+)(?:st|nd|rd|th) meeting(?: of the session)? was (?:chaired|presided over) by ` +
		`(?:(` + honorific + `))?(` + nameWord + `(?: (?:` + nameParticle + `|` + nameWord + `))*)`)
)

// chairs reads who chaired which meeting.
func (r *reporter) chairs(x utterance) {
	if r.session == "" {
		return
	}
	for _, m := range presidedBy.FindAll(x.text) {
		r.chair(x, m[4] >= 0, m[6], m[7], x.text[m[2]:m[3]])
	}
	for _, m := range presiding.FindAll(x.text) {
		switch {
		case m[8] >= 0:
			r.chair(x, m[2] >= 0, m[4], m[5], x.text[m[8]:m[9]])
		case len(r.meetings) == 1 && strings.Contains(x.text[m[0]:m[1]], "took the") && r.stated(x):
			number := r.meetings[0][strings.LastIndexByte(r.meetings[0], '/')+1:]
			r.chair(x, m[2] >= 0, m[4], m[5], number)
		}
	}
}

// stated says that a sentence itself begins with its meeting.
func (r *reporter) stated(x utterance) bool { return meetingPhrase.MatchString(x.text) }

func (r *reporter) chair(x utterance, titled bool, from, to int, number string) {
	person, ok := r.person(x.text[from:to], titled)
	if !ok {
		return
	}
	meeting := r.session + "/meeting/" + number
	r.found.Entity(meeting, "Meeting")
	x.state(&r.found, from, to, person, "chairs", meeting, tree.Qualifiers{{"rule", "officers"}})
}
