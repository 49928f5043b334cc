package session

import (
	"strings"

	"mandategraph/graph"
	"mandategraph/loader/cite"
	"mandategraph/loader/scan"
	"mandategraph/loader/tree"
)

// personName is the full name of a person, or the surname behind an honorific.
const personName = `(?:` + officeTitles + ` )?(?:(` + honorific + `))?` +
	`(` + nameWord + `(?: (?:` + nameParticle + `|` + nameWord + `))*)`

var (
	presiding = scan.Compile(personName +
		`(?: \([^()]+(?:\([^()]*\))?\))?(?:, (?:an? |the )?(` + officeTitles + `))?,? ` +
		`(?:chaired|presided over|took the [Cc]hair)` +
		`(?: (?:of |at |over |for |during )?the (?:((?:` + numberedMeetings + `|` + cite.OrdinalPattern + `)) (?:plenary )?meetings?\b|(` + partName + `)))?`)
	presidedBy = scan.Compile(`\b[Tt]he (` + numberedMeetings + `|` + cite.OrdinalPattern + `) (?:plenary )?meetings?(?: of the session)? (?:was|were) (?:chaired|` +
		`presided over) by ` + personName)
	// "The Committee was chaired by Eva Lund (Norway)"
	bodyChairedBy = scan.Compile(`\b[Tt]he ([A-Z]\w*(?: [A-Z]\w*)*) was chaired by ` + personName + ` \(([^()]+)\)`)
	// "moderated by Bo Berg, Director of", "co-chaired by Eva Lund (Norway) and Ana Soto"
	ledBy = scan.Compile(`\b(chaired|co-chaired|moderated|co-moderated|facilitated|` +
		`co-facilitated) by (?:the [^,;.()]{3,120}?, )?` + personName)
	// groups that meet beside the meetings
	ledGroup = scan.Compile(`\b(?:[Cc]ontact group|[Ii]nformal consultations|[Ww]orking [Gg]roup)\b`)
	// a paragraph that tells of a panel and its meeting: the next ones go on with it
	heldPanel     = scan.Compile(`\b(?:panel|round ?tables?|dialogue|discussion|debate|forum|segment|event)\b`)
	meetingWas    = scan.Compile(`\bmeetings?(?: of the session)? (?:was|were) $`) // as in presidedBy
	bracketBehind = scan.Compile(`^ \([^()]*\)`)
	// a round table or panel, of which meetings are made
	ledEvent = scan.Compile(`\b(?:panel|round ?table|dialogue|discussion|debate|segment|session|meeting|forum|` +
		`event)\b`)
)

// partName is a part of a body that is chaired apart.
const partName = `Committee of the Whole|Working Group (?:[IVX]+|\d+)`

// leadersBytes is about how long the names of those who led one panel are at most.
const leadersBytes = 300

// leaders are the functions of those who lead a panel, by the word for what they did.
var leaders = map[string]string{
	"chaired": "chair", "co-chaired": "co-chair", "moderated": "moderator", "co-moderated": "co-moderator",
	"facilitated": "facilitator", "co-facilitated": "co-facilitator",
}

// chairs reads who chaired which meeting, or a part of the body, and who led a panel.
func (r *reporter) chairs(x utterance) {
	if r.session == "" {
		return
	}
	for _, m := range presidedBy.FindAll(x.text) {
		r.chairsAll(x, m[4] >= 0, m[6], m[7], x.text[m[2]:m[3]])
	}
	for _, m := range presiding.FindAll(x.text) {
		switch {
		case m[8] >= 0:
			r.chairsAll(x, m[2] >= 0, m[4], m[5], x.text[m[8]:m[9]])
		case m[10] >= 0:
			r.chairsPart(x, m[2] >= 0, m[4], m[5], x.text[m[10]:m[11]])
		case len(r.meetings) == 1 && strings.Contains(x.text[m[0]:m[1]], "took the") && r.stated(x):
			r.chair(x, m[2] >= 0, m[4], m[5], r.meetings[0])
		}
	}
	for _, m := range bodyChairedBy.FindAll(x.text) {
		if r.organ(x.text[m[2]:m[3]]) == graph.BodyID(r.body) {
			r.holdsOffice(x, stateman{scan.Span{Start: m[0], End: m[1]}, m[6], m[7], m[8], m[9], false}, "Chair")
		}
	}
	r.leads(x)
}

// leads reads who moderated or chaired a panel or round table: of the meeting at which
// its paragraph or the one before says that it was held, else of the session.
func (r *reporter) leads(x utterance) {
	if !strings.Contains(x.text, "ed by ") {
		return
	}
	for _, m := range ledBy.FindAll(x.text) {
		if !ledEvent.MatchString(x.text[:m[0]]) || ledGroup.MatchString(x.text[:m[0]]) || meetingWas.MatchString(x.text[:m[0]]) {
			continue
		}
		function := leaders[x.text[m[2]:m[3]]]
		r.led(x, function, m[4] >= 0, m[6], m[7])
		last := m[7]
		for _, n := range statesmen(x.text[m[6]:min(len(x.text), m[6]+leadersBytes)]) { // "and Ana Soto (Chile)"
			from := m[6] + n.Start
			if from > last && !joinsNames(strings.TrimPrefix(x.text[last:from], bracketBehind.FindString(x.text[last:from]))) {
				break
			}
			if from > last {
				r.led(x, function, true, m[6]+n.nameFrom, m[6]+n.nameTo)
			}
			last = m[6] + n.End
		}
	}
}

// led adds who led a panel.
func (r *reporter) led(x utterance, function string, titled bool, from, to int) {
	if !r.personal(x.text[from:to]) {
		return
	}
	if person, ok := r.person(x.text[from:to], titled); ok {
		q := tree.Qualifiers{{"function", function}, {"rule", "officers"}}
		target := r.session
		if len(r.meetings) == 1 && r.metIn != nil && (r.metIn == x.p || heldPanel.MatchString(r.metIn.Parts[0].S)) {
			target = r.meetings[0]
		}
		x.state(&r.found, from, to, person, "chairs", target, q)
	}
}

// chairsPart adds who chaired a part of the body.
func (r *reporter) chairsPart(x utterance, titled bool, from, to int, name string) {
	id := graph.BodyID(r.body) + "/" + graph.Slug(name)
	r.found.Entity(id, "Body")
	r.found.Fact(id, "name", name)
	r.found.Fact(id, "partOf", graph.BodyID(r.body))
	if person, ok := r.person(x.text[from:to], titled); ok {
		x.state(&r.found, from, to, person, "chairs", id, tree.Qualifiers{{"rule", "officers"}})
	}
}

// stated says that a sentence itself begins with its meeting.
func (r *reporter) stated(x utterance) bool { return meetingPhrase.MatchString(x.text) }

// chairsAll adds who chaired each of several meetings: "the 38th and 41st meetings".
func (r *reporter) chairsAll(x utterance, titled bool, from, to int, numbers string) {
	for _, n := range meetingNumbers(numbers) {
		r.chair(x, titled, from, to, r.session+"/meeting/"+n)
	}
}

func (r *reporter) chair(x utterance, titled bool, from, to int, meeting string) {
	person, ok := r.person(x.text[from:to], titled)
	if !ok {
		return
	}
	r.found.Entity(meeting, "Meeting")
	x.state(&r.found, from, to, person, "chairs", meeting, tree.Qualifiers{{"rule", "officers"}})
}
