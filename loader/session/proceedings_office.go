package session

import (
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/names"
	"mandategraph/loader/scan"
)

var (
	electing = scan.Compile(`\b(?:elected|officers|welcomed)\b`)
)

// officeTitles are offices as a list of officers names them.
const officeTitles = `(?:(?:First|Second|Third|Fourth|Acting|Co)[- ])?(?:Vice-)?` +
	`(?:Presidents?|Chair(?:s|persons?|m[ae]n|wom[ae]n)?|Rapporteurs?(?:-General)?)(?:-cum-Rapporteur|` +
	` and Rapporteur)?`

const (
	nameWord     = `\p{Lu}[\p{L}’'.-]*`
	nameParticle = `(?:al|el|bin|ibn|de|da|do|dos|das|del|della|di|la|le|van|von|der|den|ten|y)`
	honorific    = `(?:Mr|Ms|Mrs|Dr|Sir|H\.E)\.? `
)

var (
	// "Irena Vasková (Czechia)"; whether the bracket holds a State is asked later.
	personOf = scan.Compile(`(?:(` + honorific + `))?` +
		`(` + nameWord + `(?: (?:` + nameParticle + `|(?:al|el)-\p{Lu}[\p{L}’'-]*|` + nameWord + `))*) ` +
		`\(([^()]+(?:\([^()]*\))?)\)`)
	// What stands before a name, and after its bracket.
	officeBefore = scan.Compile(`(\b[Tt]he |\b[Ff]ollowing |^|[ ;,:] ?)(?:[A-Z]{2,8} )?(` + officeTitles + `)` +
		`(?: of (?:the )?([A-Z][\w ]*?))?(?: (?:at|of|for) (?:its|the) [\w-]+ session)?[,:]? $`)
	officeAfter = scan.Compile(`^(, )?(?: ?(?:was|were|had been) (?:also )?(?:re-?)?(?:elected|appointed|designated)(?:,? by acclamation,?)? )?` +
		`(?: ?(?:as|to serve as) )? ?(?:an? |the |its )?(?:new |additional )?(?:[A-Z]{2,8} )?(` + officeTitles + `)\b` +
		`(?: of (?:the )?([A-Z][\w ]*?)(?:[,.;]| at | and |$))?`)
	forOffice   = scan.Compile(`^ (?:for|to) the office of (` + officeTitles + `)\b`)
	nominates   = scan.Compile(`\b(the \p{Lu}[\p{L} -]*?) (?:had )?nominated $`)
	nominatedBy = scan.Compile(`\b(` + officeTitles + `)(?: of the \w+)?,? ` +
		`(?:was |were |had been |having been )?(?:nominated )?by (the \p{L})`)
)

// holdsOffice adds that a person of a State holds an office, or each of several.
func (r *reporter) holdsOffice(x utterance, name stateman, office string) {
	state := ""
	if e, ok := names.StateFinder().Named(strings.TrimPrefix(x.text[name.stateFrom:name.stateTo], "the ")); ok {
		r.found.Entity(e.ID, "State")
		state = e.ID
	}
	end := max(name.nameTo, names.CloseBracket(x.text, name.nameFrom, name.stateTo))
	r.holds(x, scan.Span{Start: name.nameFrom, End: name.nameTo}, end, office, state)
}

// holds adds that the person whose name stands at a place holds an office; to is where
// the words end that prove it.
func (r *reporter) holds(x utterance, name scan.Span, to int, office, state string) {
	if b, _ := names.BodyByCode(r.body); b.President && !strings.Contains(office, "President") {
		return // of a committee that the text does not name
	}
	person, ok := r.person(x.text[name.Start:name.End], false)
	if !ok {
		return
	}
	q := r.by("officers")
	if state != "" {
		q = append(q, [2]string{"state", state})
	}
	title, part, _ := strings.Cut(office, " of ")
	for _, one := range strings.Split(title, " and ") {
		one = names.SingularOffice(one)
		if part != "" {
			one += " of " + part
		}
		x.state(&r.found, name.Start, to, person, "holdsOffice", r.officeRole(one), q)
	}
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
