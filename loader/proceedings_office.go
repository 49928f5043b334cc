package loader

import (
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/names"
)

var (
	// "President: Peter Burian (Slovakia)"; later lines may lack the office.
	officeLine = compile(`^(?:([A-Z][A-Za-z-]+(?: [A-Za-z-]+){0,2}): *)?(\p{Lu}[^:;()]{2,60}) \(([^()]+(?:\([^()]*\))?)\)[.;]?$`)
	electing   = compile(`\b(?:elected|officers)\b`)
)

// officeTitles are offices as a list of officers names them.
const officeTitles = `(?:(?:First|Second|Third|Fourth|Acting|Co)[- ])?(?:Vice-)?(?:Presidents?|Chair(?:s|persons?|m[ae]n|wom[ae]n)?|Rapporteurs?)`

const (
	nameWord     = `\p{Lu}[\p{L}’'.-]*`
	nameParticle = `(?:al|el|bin|ibn|de|da|do|dos|das|del|della|di|la|le|van|von|der|den|ten|y)`
	honorific    = `(?:Mr|Ms|Mrs|Dr|Sir|H\.E)\.? `
)

var (
	officeAlone = compile(`^([A-Z][A-Za-z-]+(?: [A-Za-z-]+){0,2}):$`)
	// "Irena Vasková (Czechia)"; whether the bracket holds a State is asked later.
	personOf = compile(`(?:(` + honorific + `))?(` + nameWord + `(?: (?:` + nameParticle + `|(?:al|el)-\p{Lu}[\p{L}’'-]*|` + nameWord + `))*) \(([^()]+(?:\([^()]*\))?)\)`)
	// What stands before a name, and after its bracket.
	officeBefore = compile(`(\b[Tt]he |\b[Ff]ollowing |^|[ ;,:] ?)(` + officeTitles + `)(?: of the ([A-Z][\w ]*?))?(?: (?:at|of|for) its [\w-]+ session)?[,:]? $`)
	officeAfter  = compile(`^(, )?(?: ?(?:was|were|had been) (?:re-?)?(?:elected|appointed|designated) )?(?: ?(?:as|to serve as) )? ?(?:an? |the |its )?(?:new |additional )?(` + officeTitles + `)\b(?: of the ([A-Z][\w ]*?)(?:[,.;]| at |$))?`)
	forOffice    = compile(`^ (?:for|to) the office of (` + officeTitles + `)\b`)
	nominates    = compile(`\b(the \p{Lu}[\p{L} -]*?) (?:had )?nominated $`)
	nominatedBy  = compile(`\b(` + officeTitles + `)(?: of the \w+)?,? (?:was |were |had been |having been )?(?:nominated )?by (the \p{L})`)
	presiding    = compile(`(?:(` + honorific + `))?(` + nameWord + `(?: (?:` + nameParticle + `|` + nameWord + `))*)(?: \([^()]+(?:\([^()]*\))?\))?(?:, (?:an? |the )?(` + officeTitles + `))?,? (?:chaired|presided over|took the [Cc]hair)(?: (?:of |at )?the (\d+)(?:st|nd|rd|th) meeting\b)?`)
	presidedBy   = compile(`\b[Tt]he (\d+)(?:st|nd|rd|th) meeting(?: of the session)? was (?:chaired|presided over) by (?:(` + honorific + `))?(` + nameWord + `(?: (?:` + nameParticle + `|` + nameWord + `))*)`)
)

// officerLine reads a line of a list of officers that follows a paragraph on
// their election; the office stands on the first line of each group only.
func (r *reporter) officerLine(p *Paragraph, part Text, first bool) bool {
	if first {
		r.office = ""
		return false
	}
	lead := p.Parts[0].S
	if !strings.HasSuffix(lead, ":") || !electing.MatchString(lead) {
		return false
	}
	if m := officeAlone.FindStringSubmatch(part.S); m != nil {
		r.office = names.SingularOffice(m[1])
		return true
	}
	m := officeLine.FindStringSubmatchIndex(part.S)
	if m == nil {
		return false
	}
	if m[2] >= 0 {
		r.office = names.SingularOffice(part.S[m[2]:m[3]])
	}
	if r.office == "" {
		return false
	}
	r.holds(utterance{p, part, 0, part.S}, m[4], m[5], m[6], m[7], r.office)
	return true
}

// holds states that a person of a State holds an office.
func (r *reporter) holds(x utterance, from, to, stateFrom, stateTo int, office string) {
	person, ok := r.person(x.text[from:to], false)
	if !ok {
		return
	}
	role := r.officeRole(office)
	q := qualifiers{{"rule", "officers"}, {"date", r.date}}
	if e, ok := names.StateFinder().Named(x.text[stateFrom:stateTo]); ok {
		r.s.entity(e.ID, "State")
		q = append(q, [2]string{"state", e.ID})
	}
	x.state(r.s, from, names.CloseBracket(x.text, from, stateTo), person, "holdsOffice", role, q)
}

func (r *reporter) officeRole(office string) string {
	role := "role/" + r.body + "/" + graph.Slug(office)
	r.s.entity(role, "Role")
	r.s.fact(role, "name", office)
	return role
}

// officers reads who holds an office, elections, nominations and who chaired a
// meeting.
func (r *reporter) officers(x utterance) {
	r.holders(x)
	r.chairs(x)
	if strings.Contains(x.text, "nominated by") {
		for _, m := range nominatedBy.findAll(x.text) {
			r.nominates(x, m[4], x.text[m[2]:m[3]])
		}
	}
}

// nominates states that the group whose name begins at a byte nominates for an
// office.
func (r *reporter) nominates(x utterance, at int, office string) {
	if e, end, ok := names.Actors().At(x.text, at); ok && e.Kind == "Group" {
		r.s.entity(e.ID, e.Kind)
		x.state(r.s, at, end, e.ID, "nominates", r.officeRole(names.SingularOffice(office)), qualifiers{{"rule", "officers"}})
	}
}

// beforeName is how many bytes before a name its office stands in.
const beforeName = 120

// holders reads the offices that stand beside the names of persons with their
// States. A list of officers has its offices either all before the names or all
// after them: the first name tells which.
func (r *reporter) holders(x utterance) {
	if !officeTitled(x.text) {
		return
	}
	listing, carried, before := electing.MatchString(x.text), "", false
	told := false
	var waiting [][]int // names in a row whose office stands behind the last of them
	for _, m := range personOf.findAll(x.text) {
		if _, ok := names.StateFinder().Named(strings.TrimPrefix(x.text[m[6]:m[7]], "the ")); !ok {
			carried, waiting = "", nil
			continue
		}
		lead := x.text[max(0, m[0]-beforeName):m[0]]
		left, right := r.beside(lead, x.text[m[1]:], listing)
		if !told && (left != nil || right != nil) {
			before, told = left != nil, true
		}
		office := ""
		switch {
		case left != nil && (before || strings.EqualFold(left[1], "the ")):
			office, carried = left[2], ""
			if names.SingularOffice(office) != office {
				carried = office
			}
		case right != nil && !before:
			office, carried = right[2], ""
		case carried != "" && joinsNames(lead):
			office = carried
		case forOffice.MatchString(x.text[m[1]:]):
			office = forOffice.FindStringSubmatch(x.text[m[1]:])[1]
			if by := nominates.FindStringSubmatchIndex(lead); by != nil {
				r.nominates(x, m[0]-len(lead)+by[2], office)
			}
			if !strings.Contains(x.text[m[1]:], "elected") {
				office = ""
			}
		}
		waiting = inRow(waiting, m, lead)
		if office == "" {
			continue
		}
		if names.SingularOffice(office) == office || before {
			waiting = waiting[len(waiting)-1:]
		}
		for _, name := range waiting {
			r.holds(x, name[4], name[5], name[6], name[7], names.SingularOffice(office))
		}
		waiting = nil
	}
}

// beside matches the office of the house before a name and that behind it.
func (r *reporter) beside(lead, rest string, listing bool) (left, right []string) {
	left, right = officeBefore.FindStringSubmatch(lead), officeAfter.FindStringSubmatch(rest)
	if right != nil && (right[1] == "" && !listing || !r.ownOffice(right[3])) {
		right = nil // no apposition, or another body's
	}
	if left != nil && (!r.ownOffice(left[3]) || left[1] != "the " && left[1] != "The " && !listing) {
		left = nil
	}
	if left != nil && right != nil && !listing {
		left = nil // "in the absence of the President, X (Serbia), Vice-President, chaired"
	}
	return left, right
}

// inRow adds a name to the names right before it in a list.
func inRow(waiting [][]int, name []int, lead string) [][]int {
	if !joinsNames(lead) {
		waiting = nil
	}
	return append(waiting, name)
}

// officeTitled says that a text may hold the title of an office.
func officeTitled(s string) bool {
	return strings.Contains(s, "Chair") || strings.Contains(s, "President") || strings.Contains(s, "Rapporteur")
}

// joinsNames says that a name follows another one in a list.
func joinsNames(lead string) bool {
	return strings.HasSuffix(lead, "), ") || strings.HasSuffix(lead, ") and ") || strings.HasSuffix(lead, "), and ") || strings.HasSuffix(lead, "); ") || strings.HasSuffix(lead, "); and ")
}

// ownOffice says that the body of an office is the house.
func (r *reporter) ownOffice(body string) bool {
	if body == "" || body == r.short || body == r.s.tree.HouseName {
		return true
	}
	b, ok := names.BodyByText(body)
	return ok && b.Code == r.body
}

// chairs reads who chaired which meeting.
func (r *reporter) chairs(x utterance) {
	if r.session == "" {
		return
	}
	for _, m := range presidedBy.findAll(x.text) {
		r.chair(x, m[4] >= 0, m[6], m[7], x.text[m[2]:m[3]])
	}
	for _, m := range presiding.findAll(x.text) {
		switch {
		case m[8] >= 0:
			r.chair(x, m[2] >= 0, m[4], m[5], x.text[m[8]:m[9]])
		case len(r.meetings) == 1 && strings.Contains(x.text[m[0]:m[1]], "took the") && r.stated(x):
			r.chair(x, m[2] >= 0, m[4], m[5], r.meetings[0][strings.LastIndexByte(r.meetings[0], '/')+1:])
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
	r.s.entity(meeting, "Meeting")
	x.state(r.s, from, to, person, "chairs", meeting, qualifiers{{"rule", "officers"}})
}

// person makes a person known by the full name, or finds the one person of the
// report with a surname: "Ms. Stanković".
func (r *reporter) person(name string, titled bool) (id string, ok bool) {
	name = strings.TrimRight(name, " .")
	if !strings.Contains(name, " ") {
		id, ok = r.surnames[name]
		return id, ok && id != ""
	}
	if !titled && officeWord.MatchString(name) {
		return "", false
	}
	id = "person/" + graph.Slug(name)
	r.s.entity(id, "Person")
	r.s.fact(id, "name", name)
	if surname := lastWord(name); r.surnames[surname] == "" {
		r.surnames[surname] = id
	} else if r.surnames[surname] != id {
		r.surnames[surname] = "" // of several
	}
	return id, true
}

// officeWord stands in no name of a person.
var officeWord = compile(`\b(?:Presidents?|Chairs?|Vice-\w+|Committee|Commission|Conference|Group|States|Meeting|Minister|Secretary)\b`)
