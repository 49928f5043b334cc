package session

import (
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/names"
	"mandategraph/loader/scan"
	"mandategraph/loader/text"
	"mandategraph/loader/tree"
)

var (
	// "President: Peter Burian (Slovakia)"; later lines may lack the office.
	officeLine = scan.Compile(`^(?:([A-Z][A-Za-z-]+(?: [A-Za-z-]+){0,2}): *)?` +
		`(\p{Lu}[^:;()]{2,60}) \(([^()]+(?:\([^()]*\))?)\)[.;]?$`)
	electing = scan.Compile(`\b(?:elected|officers)\b`)
)

// officeTitles are offices as a list of officers names them.
const officeTitles = `(?:(?:First|Second|Third|Fourth|Acting|Co)[- ])?(?:Vice-)?` +
	`(?:Presidents?|Chair(?:s|persons?|m[ae]n|wom[ae]n)?|Rapporteurs?)`

const (
	nameWord     = `\p{Lu}[\p{L}’'.-]*`
	nameParticle = `(?:al|el|bin|ibn|de|da|do|dos|das|del|della|di|la|le|van|von|der|den|ten|y)`
	honorific    = `(?:Mr|Ms|Mrs|Dr|Sir|H\.E)\.? `
)

var (
	officeAlone = scan.Compile(`^([A-Z][A-Za-z-]+(?: [A-Za-z-]+){0,2}):$`)
	// "Irena Vasková (Czechia)"; whether the bracket holds a State is asked later.
	personOf = scan.Compile(`(?:(` + honorific + `))?` +
		`(` + nameWord + `(?: (?:` + nameParticle + `|(?:al|el)-\p{Lu}[\p{L}’'-]*|` + nameWord + `))*) ` +
		`\(([^()]+(?:\([^()]*\))?)\)`)
	// What stands before a name, and after its bracket.
	officeBefore = scan.Compile(`(\b[Tt]he |\b[Ff]ollowing |^|[ ;,:] ?)(` + officeTitles + `)` +
		`(?: of the ([A-Z][\w ]*?))?(?: (?:at|of|for) its [\w-]+ session)?[,:]? $`)
	officeAfter = scan.Compile(`^(, )?(?: ?(?:was|were|had been) (?:re-?)?(?:elected|appointed|designated) )?` +
		`(?: ?(?:as|to serve as) )? ?(?:an? |the |its )?(?:new |additional )?(` + officeTitles + `)\b` +
		`(?: of the ([A-Z][\w ]*?)(?:[,.;]| at |$))?`)
	forOffice   = scan.Compile(`^ (?:for|to) the office of (` + officeTitles + `)\b`)
	nominates   = scan.Compile(`\b(the \p{Lu}[\p{L} -]*?) (?:had )?nominated $`)
	nominatedBy = scan.Compile(`\b(` + officeTitles + `)(?: of the \w+)?,? ` +
		`(?:was |were |had been |having been )?(?:nominated )?by (the \p{L})`)
)

// officerLine reads a line of a list of officers that follows a paragraph on
// their election; the office stands on the first line of each group only.
func (r *reporter) officerLine(p *tree.Paragraph, part text.Text, first bool) bool {
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
	r.holdsOffice(utterance{p, part, 0, part.S}, m[4], m[5], m[6], m[7], r.office)
	return true
}

// holdsOffice adds that a person of a State holds an office.
func (r *reporter) holdsOffice(x utterance, from, to, stateFrom, stateTo int, office string) {
	person, ok := r.person(x.text[from:to], false)
	if !ok {
		return
	}
	role := r.officeRole(office)
	q := r.by("officers")
	if e, ok := names.StateFinder().Named(x.text[stateFrom:stateTo]); ok {
		r.found.Entity(e.ID, "State")
		q = append(q, [2]string{"state", e.ID})
	}
	x.state(&r.found, from, names.CloseBracket(x.text, from, stateTo), person, "holdsOffice", role, q)
}

// officeRole makes an office of the body known and gives its id.
func (r *reporter) officeRole(office string) string {
	role := "role/" + r.body + "/" + graph.Slug(office)
	r.found.Entity(role, "Role")
	r.found.Fact(role, "name", office)
	return role
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
	r.found.Entity(id, "Person")
	r.found.Fact(id, "name", name)
	if surname := scan.LastWord(name); r.surnames[surname] == "" {
		r.surnames[surname] = id
	} else if r.surnames[surname] != id {
		r.surnames[surname] = "" // of several
	}
	return id, true
}

// officeWord stands in no name of a person.
var officeWord = scan.Compile(`\b(?:Presidents?|Chairs?|Vice-\w+|Committee|Commission|Conference|Group|` +
	`States|Meeting|Minister|Secretary)\b`)
