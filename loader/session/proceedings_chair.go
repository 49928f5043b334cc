package session

import (
	"strconv"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/names"
	"mandategraph/loader/cite"
	"mandategraph/loader/scan"
	"mandategraph/loader/tree"
)

// personName is the full name of a person, or the surname behind an honorific.
const personName = `(?:` + officeTitles + ` )?(?:(` + honorific + `))?` +
	`((?:` + nameParticle + ` ){0,3}` + nameWord + `(?: ` + nextWord + `)*)`

// presidency is that of who leads a meeting.
const presidency = `(?:chair(?:wo)?(?:man)?ship|presidency|leadership|guidance)`

// inOffice is the office or post of somebody before the name: "the Chair of the Board, ".
const inOffice = `(?:(?:the|an?|its|one of the) [^,;.()]{3,120}?, )?`

var (
	presiding = scan.Compile(personName +
		`(?: \([^()]+(?:\([^()]*\))?\))?(?:, (?:an? |the )?(` + officeTitles + `)(?: of [^,;.()]{3,100})?)?,? (?:then |also |had |who )*` +
		`(?:chaired|presided|(?:took|occupied) the [Cc]hair|was in the [Cc]hair|(?:acted|served) as (?:[Aa]cting )?(?:Chair(?:person)?|President))` +
		`(?: (?:of |at |over |for |during )?the (?:((?:` + numberedMeetings + `|` + cite.OrdinalPattern + `)) ` + sittings + `\b|(` + partName + `)))?`)
	presidedBy = scan.Compile(
		`\b[Tt]he (` + numberedMeetings + `|` + cite.OrdinalPattern + `) ` + sittings + `(?: of the session)?(?:,? (?:held )?on [^,;.()]{3,60},)?` +
			`(?: (?:was|were) (?:also |then )?(?:(?:chaired|presided over|led|conducted) by|held under the ` + presidency + ` of)|` +
			`,? (?:(?:was|were|took place|convened|met) )?under the ` + presidency + ` of) ` + inOffice + personName,
	)
	// "The 4th meeting was held, with Ms. Soto in the chair"
	presidedWith = scan.Compile(`\b[Tt]he (` + numberedMeetings + `|` + cite.OrdinalPattern + `) ` + sittings +
		`[^.;()]{0,60}, with ` + inOffice + personName + `(?: \([^()]+\))?,? (?:in the [Cc]hair|presiding|as (?:its )?(?:Chair|President))`)
	// "The Committee was chaired by Eva Lund (Norway)"
	bodyChairedBy = scan.Compile(`\b[Tt]he ([A-Z]\w*(?: [A-Z]\w*)*) was chaired by ` + personName + ` \(([^()]+)\)`)
	// "moderated by Bo Berg, Director of", "co-chaired by Eva Lund (Norway) and Ana Soto"
	ledBy = scan.Compile(`\b(chaired|co-chaired|moderated|co-moderated|facilitated|` +
		`co-facilitated) by ` + inOffice + personName)
	// "; round table B by the Minister for Equality, Ana Soto"
	ledNext = scan.Compile(
		`^[^;.]{0,80}[;,] (?:and )?(?:the )?[Rr]ound ?table [^,;.]{1,40}? by ` + inOffice + personName,
	)
	// groups that meet beside the meetings
	ledGroup = scan.Compile(
		`\b(?:[Cc]ontact group|[Ii]nformal consultations|(?:[Ww]orking|[Ss]tudy|[Dd]rafting) [Gg]roup|[Ss]ubcommittee)\b`,
	)
	// a paragraph that tells of a panel and its meeting: the next ones go on with it
	heldPanel     = scan.Compile(`\b(?:panel|round ?tables?|dialogue|discussion|debate|forum|segment|event)\b`)
	meetingWas    = scan.Compile(`\bmeetings?(?: of the session)? (?:was|were) $`) // as in presidedBy
	bracketBehind = scan.Compile(`^ \([^()]*\)`)
	// a round table or panel, of which meetings are made
	ledEvent = scan.Compile(
		`\b(?:panel|round ?table|dialogue|discussion|debate|segment|session|meeting|forum|event|workshop|` +
			`hearing)s?\b|^(?:Panel|Round ?table|Dialogue|Workshop|Hearing|Discussion)\b|\bRound table (?:\d|[A-Z]\b)`,
	)
)

// ofSession names the session in which a panel was held, the last before it.
var ofSession = scan.Compile(`^.*\b(?:at|during) (?:its|the) ([a-z-]+) session\b`)

// atMeeting names the meeting at which a panel was held: "the panel at the 4th meeting was".
var atMeeting = scan.Compile(`\bat (?:its|the) (\d+)(?:st|nd|rd|th) (?:plenary )?meeting\b`)

// partName is a part of a body that is chaired apart.
const partName = `Committee of the Whole|Working Group (?:[IVX]+|\d+)|(?:Drafting|Credentials|Main) Committee|Drafting Group`

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
	for _, form := range []*scan.Pattern{presidedBy, presidedWith} {
		if form == presidedWith && !strings.Contains(x.text, ", with ") {
			break
		}
		for _, m := range form.FindAll(x.text) {
			r.chairsAll(x, m[4] >= 0, m[6], m[7], x.text[m[2]:m[3]])
		}
	}
	for _, m := range presiding.FindAll(x.text) {
		switch {
		case m[8] >= 0:
			r.chairsAll(x, m[2] >= 0, m[4], m[5], x.text[m[8]:m[9]])
		case m[10] >= 0:
			r.chairsPart(x, m[2] >= 0, m[4], m[5], x.text[m[10]:m[11]])
		case len(r.meetings) == 1 && inTheChair.MatchString(x.text[m[0]:m[1]]) && r.stated(x):
			r.chair(x, m[2] >= 0, m[4], m[5], r.meetings[0])
		}
	}
	for _, m := range bodyChairedBy.FindAll(x.text) {
		if r.organ(x.text[m[2]:m[3]]) == graph.BodyID(r.body) {
			r.holdsOffice(x, stateman{scan.Span{Start: m[0], End: m[1]}, m[6], m[7], m[8], m[9], false}, "Chair")
		}
	}
	r.heldUnder(x)
	r.leads(x)
}

// meetingsUnder begins the names of those under whom the body met: "The Committee held its
// third and fourth meetings under the chairmanship of Dr Bo Berg (Fiji) and Ms Ana Soto (Chile)".
var meetingsUnder = scan.Compile(
	`^(?:[Tt]he )?([A-Z]\w*(?: [A-Z]\w*)*) (?:held|met|convened|conducted|opened) ?[^.;()]{0,160}? under the ` +
		presidency + ` of `,
)

// heldUnder reads under whom the body met. The first is its chair; who is named beside the
// chair chaired in turn, and may hold another office.
func (r *reporter) heldUnder(x utterance) {
	m := meetingsUnder.FindStringSubmatchIndex(x.text)
	if m == nil {
		return
	}
	name := x.text[m[2]:m[3]]
	own := r.organ(name) == graph.BodyID(r.body)
	if r.committee != "" {
		own = "/"+graph.Slug(name) == r.committee || name == "Committee"
	}
	last := -1
	for _, n := range statesmen(x.text[m[1]:]) {
		rest := x.text[m[1]:]
		if !own || last < 0 && n.Start > 0 || last >= 0 && !joinsNames(rest[last:n.Start]) {
			return
		}
		at := stateman{
			scan.Span{Start: m[1] + n.Start, End: m[1] + n.End}, m[1] + n.nameFrom, m[1] + n.nameTo,
			m[1] + n.stateFrom, m[1] + n.stateTo, n.titled,
		}
		if last < 0 {
			r.holdsOffice(x, at, "Chair")
		}
		if person, ok := r.person(x.text[at.nameFrom:at.nameTo], true); ok {
			x.state(
				&r.found,
				at.nameFrom,
				at.nameTo,
				person,
				"chairs",
				graph.BodyID(r.body+r.committee),
				tree.Qualifiers{{"rule", "officers"}},
			)
		}
		last = n.End
	}
}

// inTheChair says that somebody led the meeting of which the sentence speaks.
var inTheChair = scan.Compile(` (?:the [Cc]hair|presided)$`)

// leads reads who moderated or chaired a panel or round table: of the meeting at which
// its paragraph or the one before says that it was held, else of the session.
func (r *reporter) leads(x utterance) {
	if !strings.Contains(x.text, "ed by ") {
		return
	}
	for _, m := range ledBy.FindAll(x.text) {
		if !ledEvent.MatchString(x.text[:m[0]]) || ledGroup.MatchString(x.text[:m[0]]) ||
			x.text[m[2]:m[3]] == "chaired" && meetingWas.MatchString(x.text[:m[0]]) {
			continue
		}
		function := leaders[x.text[m[2]:m[3]]]
		r.led(x, function, m[4] >= 0, m[6], m[7])
		last := m[7]
		for _, n := range statesmen(x.text[m[6]:min(len(x.text), m[6]+leadersBytes)]) { // "and Ana Soto (Chile)"
			from := m[6] + n.Start
			if from > last &&
				!joinsNames(strings.TrimPrefix(x.text[last:from], bracketBehind.FindString(x.text[last:from]))) {
				break
			}
			if from > last {
				r.led(x, function, true, m[6]+n.nameFrom, m[6]+n.nameTo)
			}
			last = m[6] + n.End
		}
		if next := ledNext.FindStringSubmatchIndex(x.text[last:]); next != nil {
			r.led(x, function, next[2] >= 0, last+next[4], last+next[5])
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
		target := r.sitting()
		if m := ofSession.FindStringSubmatch(x.part.S[:x.start+from]); m != nil && names.OrdinalNumber(m[1]) > 0 {
			target = tree.SessionID(
				r.body+r.committee,
				strconv.Itoa(names.OrdinalNumber(m[1])),
			) // a report may tell of two
			r.found.Session(r.body+r.committee, strconv.Itoa(names.OrdinalNumber(m[1])))
		}
		if at := atMeeting.FindStringSubmatch(x.text[:from]); at != nil {
			target = r.meeting(at[1])
		} else if len(r.meetings) == 1 && r.metIn != nil && (r.metIn == x.p || heldPanel.MatchString(r.metIn.Parts[0].S)) {
			target = r.meetings[0]
		}
		if at, ok := strings.CutPrefix(target, r.session+"/"); ok {
			target = r.sitting() + "/" + at // of a committee the meetings are its own
			r.found.Entity(target, "Meeting")
		}
		x.state(&r.found, from, to, person, "chairs", target, q)
	}
}

// chairsPart adds who chaired a part of the body.
func (r *reporter) chairsPart(x utterance, titled bool, from, to int, name string) {
	id := graph.BodyID(r.body) + "/" + graph.Slug(name)
	if b, ok := names.BodyByText(name); ok {
		id = graph.BodyID(b.Code)
	}
	r.found.Entity(id, "Body")
	if strings.Count(id, "/") > 1 {
		r.found.Fact(id, "name", name)
		r.found.Fact(id, "partOf", graph.BodyID(r.body))
	}
	if person, ok := r.person(x.text[from:to], titled); ok {
		x.state(&r.found, from, to, person, "chairs", id, tree.Qualifiers{{"rule", "officers"}})
	}
}

// stated says that a sentence itself begins with its meeting.
func (r *reporter) stated(x utterance) bool { return meetingPhrase.MatchString(x.text) }

// chairsAll adds who chaired each of several meetings: "the 38th and 41st meetings".
func (r *reporter) chairsAll(x utterance, titled bool, from, to int, numbers string) {
	for _, n := range meetingNumbers(numbers) {
		r.chair(x, titled, from, to, r.sitting()+"/meeting/"+n)
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
