package session

import (
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/names"
	"mandategraph/loader/scan"
	"mandategraph/loader/tree"
)

var (
	electing = scan.Compile(`\b(?:elected|officers|welcomed)\b`)
)

// officeTitles are offices as a list of officers names them.
const officeTitles = `(?:(?:First|Second|Third|Fourth|Acting|Co)[- ])?(?:Vice[- ]|Deputy )?` +
	`(?:Presidents?|Chair(?:s|persons?|m[ae]n|wom[ae]n)?|Rapporteurs?(?:-General)?)(?:-cum-Rapporteur|` +
	`-Rapporteur| and Rapporteur)?`

const (
	// a word of a name: an initial, "Jr.", or a word without a full stop
	nameWord     = `(?:(?:\p{Lu}\.-?)+|(?:Jr|Sr|St|Md|Ma)\.|\p{Lu}[\p{L}’'-]*)`
	nameParticle = `(?:al|el|bin|ibn|de|da|do|dos|das|del|della|di|la|le|van|von|der|den|ten|y)`
	nextWord     = `(?:` + nameParticle + ` ){0,3}(?:(?:al|el)-\p{Lu}[\p{L}’'-]*|` + nameWord + `)`
	honorific    = `(?:Mr|Ms|Mrs|Miss|Dr|Sir|Dame|Prof|Professor|Judge|Ambassador|H\.E)\.? `
)

var (
	// "Irena Vasková (Czechia)"; whether the bracket holds a State is asked later.
	personOf = scan.Compile(`((?:` + honorific + `)+)?` +
		`(` + nameWord + `(?: ` + nextWord + `)*) ` +
		`\(([^()]+(?:\([^()]*\))?)\)`)
	// What stands before a name, and after its bracket.
	officeBefore = scan.Compile(`(\b[Tt]he |\b[Aa] |\b[Ff]ollowing |^|[ ;,:] ?)(?:[A-Z]{2,8} )?(` + officeTitles + `)` +
		`(?: of (?:the )?([A-Z][\w ]*?))?(?: (?:at|of|for) (?:its|the) [\w-]+ session)?[,:]? $`)
	officeAfter = scan.Compile(
		`^(, | [–—] )?(?: ?(?:was|were|had been) (?:also )?(?:re-?)?(?:elected|appointed|designated) ?)?` +
			`(?:,? ?by (?:acclamation|consensus),?)?(?: ?(?:as|to serve as) )? ?(?:an? |the |its )?(?:new |additional )?(?:[A-Z]{2,8} )?(` + officeTitles + `)\b` +
			`(?: of (?:the )?([A-Z][\w ]*?)(?:[,.;]| at | and |$))?`,
	)
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
	for _, one := range strings.Split(strings.Replace(title, "Vice ", "Vice-", 1), " and ") {
		one = names.SingularOffice(one)
		if part != "" {
			one += " of " + part
		}
		role := r.officeRole(one)
		if told := (toldOffice{x.p, person, role}); r.offices[told] == "" {
			r.offices[told], r.offices[toldOffice{nil, person, role}] = one, one
			x.state(&r.found, name.Start, to, person, "holdsOffice", role, q)
		}
	}
}

// A toldOffice is that a paragraph, or where it is nil the document, tells who holds an office, in whichever words.
type toldOffice struct {
	p            *tree.Paragraph
	person, role string
}

// officeRole makes an office of the body known and gives its id.
func (r *reporter) officeRole(office string) string {
	role := r.roleID(office)
	r.found.Entity(role, "Role")
	r.found.Fact(role, "name", names.SameOffice(office))
	return role
}

func (r *reporter) roleID(office string) string {
	return "role/" + r.body + r.committee + "/" + graph.Slug(names.SameOffice(office))
}

// person makes a person known by the full name, or finds the one person of the
// report with a surname: "Ms. Stanković".
func (r *reporter) person(name string, titled bool) (id string, ok bool) {
	name = strings.TrimRight(name[len(honorifics.FindString(name)):], " .")
	if id, ok = r.surnames[name]; ok {
		return id, id != ""
	}
	if !strings.Contains(name, " ") || name[0] >= 'a' && name[0] <= 'z' {
		if name = r.fullNameOf(name); name == "" {
			return "", false
		}
	}
	if !titled && officeWord.MatchString(name) {
		return "", false
	}
	id = "person/" + graph.Slug(name)
	r.found.Entity(id, "Person")
	r.found.Fact(id, "name", name)
	for at := strings.IndexByte(name, ' '); at >= 0; {
		name = name[at+1:]
		r.surname(name, id)
		at = strings.IndexByte(name, ' ')
	}
	return id, true
}

// honorifics stand before a name and are no part of it: "Dr Soto", "H.E. Ms. Soto".
var honorifics = scan.Compile(`^(?:` + honorific + `)+`)

// fullNameOf is the one full name that the document prints of somebody whom a sentence names
// by the surname alone, as in a list of members; empty where it prints none or several.
func (r *reporter) fullNameOf(surname string) (full string) {
	text := r.tree.Source.Text
	for at, seen := 0, 0; seen < mostMentions; seen++ {
		i := strings.Index(text[at:], " "+surname)
		if i < 0 {
			break
		}
		from, end := at+i, at+i+1+len(surname)
		at = end
		if end < len(text) && scan.IsWord(text[end]) {
			continue
		}
		m := givenNames.FindStringSubmatch(text[max(0, from-mostGiven):from])
		if m == nil || officeWord.MatchString(m[1]) {
			continue
		}
		if name := strings.Join(strings.Fields(m[1]+" "+surname), " "); full == "" || full == name {
			full = name
		} else {
			return ""
		}
	}
	return full
}

const (
	mostMentions = 200 // of a surname that are looked at
	mostGiven    = 60  // bytes of given names
)

// givenNames stand before a surname, behind an honorific or at the beginning of a line.
var givenNames = scan.Compile(`(?:` + honorific + `|\n[ \t]*(?:[-•] )?)(` + nameWord + `(?: ` + nextWord + `){0,3})$`)

// surname keeps how a text may name a person again: by the last words of the name, as
// surnames may have several and particles ("Ms. Quispe Huanca", "Ms. van Rossem").
func (r *reporter) surname(name, id string) {
	if known, ok := r.surnames[name]; ok && known != id {
		id = "" // of several
	}
	r.surnames[name] = id
}

// officeWord stands in no name of a person.
var officeWord = scan.Compile(`\b(?:Presidents?|Chairs?|Vice-\w+|Committee|Commission|Conference|Group|` +
	`States|Meeting|Minister|Secretary)\b`)
