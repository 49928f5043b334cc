package loader

import (
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/names"
)

// A listed actor is one member of a list of sponsors or speakers.
type listedActor struct {
	id, kind    string
	name        string // as printed, for what no table knows
	start, end  int    // with the name, without what is in brackets
	inner, stop int    // what stands in the brackets after it
	function    string // the office in which a State's speaker speaks
	forWhom     string // "Pakistan, on behalf of the Group of 77 and China"
}

var (
	listJoint = compile(`^(?:, an? (?:non-member|observer)(?: State)?,(?: and)? |, and also |, as well as | as well as |, and |; and | and also | and |, |; )`)
	// Who says that a list of a kind follows.
	listLead = compile(`^(?:by )?(?:[Tt]he )?(?:following )?(?:permanent )?(?:representatives? of|observers? (?:for|of)|delegations? of) (?:the following [^:;.]{3,60}: )?`)
	// An office, up to the words that end it.
	officePhrase = compile(`^(?:[Tt]he |[Aa]n? )?((?:[Aa]cting )?(?:Co-Chairs?|[Cc]o-[Cc]hairs?|Vice-Chairs?|Chairs?|Chairpersons?|Chairm[ae]n|Presidents?|Vice-Presidents?|Rapporteurs?|Executive Secretary|Executive Director|Special Representative of the Secretary-General|Secretary-General|Deputy Secretary-General|Under-Secretary-General|Assistant Secretary-General|Secretary|Director-General|Director|High Commissioner|Special Rapporteur|Facilitators?|Co-[Ff]acilitators?)\b(?: (?:of|for|on|in) (?:(?:[A-Z][\w’'-]*|of|the|on|for|and|in|against|to|group|committee|panel)[ ,]?)+)?)`)
	bureau       = compile(`^(?:the )?Bureau\b(?: of the [A-Z]\w+\b)?`)
	officeEnd    = compile(`,? (?:and|of|the|on|for|in|at|to)$|,$| $`)
	secretariats = compile(`^(?i:(?:an?|the|two|three|several) )?(?:(?:representatives?|members?|officials?) of )?the [Ss]ecretariat\b`)
)

// actorList reads a list from byte at on and stops at the first thing that is
// no actor.
func (r *reporter) actorList(s string, at int) (list []listedActor, end int) {
	end = at
	for i := at; i < len(s); {
		a, next, ok := r.actor(s, i)
		if !ok {
			break
		}
		list = append(list, a)
		end = next
		m := listJoint.FindString(s[next:])
		if m == "" {
			break
		}
		i = next + len(m)
	}
	return list, end
}

// actor reads one State, group, known organization, secretariat or office,
// and the brackets after it.
func (r *reporter) actor(s string, at int) (a listedActor, next int, ok bool) {
	if a, next, ok = r.officer(s, at); ok {
		return a, next, ok
	} else if e, end, found := names.Actors().At(s, at); found && nameEnds(s, end) {
		a = listedActor{id: e.ID, kind: e.Kind, name: e.Name, start: at, end: end}
	} else if m := secretariats.FindString(s[at:]); m != "" {
		a = listedActor{id: graph.BodyID(r.body) + "/secretariat", kind: "Secretariat", start: at, end: at + len(m)}
	} else if m := bureau.FindString(s[at:]); m != "" {
		a = listedActor{id: graph.BodyID(r.body) + "/bureau", kind: "Body", name: "Bureau", start: at, end: at + len(m)}
	} else if m := officePhrase.FindStringSubmatchIndex(s[at:]); m != nil {
		office := s[at+m[2] : at+m[3]]
		for cut := officeEnd.FindString(office); cut != "" || strings.Contains(office, " and sponsored"); cut = officeEnd.FindString(office) {
			office = strings.TrimSuffix(office, cut)
		}
		a = listedActor{id: r.role(office), kind: "Role", name: office, start: at, end: at + m[2] + len(office)}
	} else {
		return a, at, false
	}
	a.brackets(s)
	return a, a.insertion(s), true
}

var (
	// The head of a State's office, which names no person.
	functionHead = compile(`^(?:[Tt]he |[Aa]n? )?((?:[A-Z][\w’-]*,? )*?(?:Minister|Secretary|Director|Envoy|Prosecutor|President|Head|Attorney|Commissioner|Chief|Ambassador|Governor|Chancellor|Representative)\b[^,;:.()]*?) of (?:the )?$`)
	functionEnd  = compile(` and the | made | addressed | delivered | also | gave | spoke `)
	statesOffice = newGate("Minister", "Secretary", "Director", "Envoy", "Prosecutor", "President", "Head", "Attorney", "Commissioner", "Chief", "Ambassador", "Governor", "Chancellor", "Representative")
	forOthers    = compile(`^, (?:speaking )?(?:also )?on behalf (?:also )?of `)
	whoDid       = compile(`^, (?:who|in) [^;.]*`)
	othersEnd    = compile(`; | \(|, and (?:the|by)\b|, (?:introduced|made|expressed|said|spoke|delivered|stated)\b`)
)

// functionBytes is about how long an office of a State is at most.
const functionBytes = 160

// officer reads the office of a State's speaker: "the Minister of Justice of
// Colombia".
func (r *reporter) officer(s string, at int) (a listedActor, next int, ok bool) {
	piece := s[at:min(len(s), at+functionBytes)]
	if i := strings.IndexAny(piece, ",;:.("); i >= 0 {
		piece = piece[:i]
	}
	if !strings.Contains(piece, " of ") {
		return a, at, false
	}
	if m := functionEnd.FindStringIndex(piece); m != nil {
		piece = piece[:m[0]]
	}
	of := strings.LastIndex(piece, " of ")
	if of < 0 {
		return a, at, false
	}
	name := strings.TrimPrefix(piece[of+len(" of "):], "the ")
	e, known := names.StateFinder().Named(name)
	m := functionHead.FindStringSubmatch(piece[:len(piece)-len(name)])
	if !known || m == nil {
		return a, at, false
	}
	a = listedActor{id: e.ID, kind: e.Kind, name: e.Name, start: at, end: at + len(piece), function: m[1]}
	a.brackets(s)
	return a, a.insertion(s), true
}

// insertion reads what stands behind a name between commas, and where the list
// goes on: for whom it speaks, what it did.
func (a *listedActor) insertion(s string) (next int) {
	next = max(a.end, a.stop+1)
	if m := forOthers.FindString(s[next:]); m != "" {
		end := len(s)
		if k := othersEnd.FindStringIndex(s[next+len(m):]); k != nil {
			end = next + len(m) + k[0]
		}
		a.forWhom = knownActor(strings.TrimRight(s[next+len(m):end], ". "))
		a.end = next + len(m) + len(strings.TrimRight(s[next+len(m):end], ". "))
		a.brackets(s)
		next = max(a.end, a.stop+1)
	}
	return next + len(whoDid.FindString(s[next:]))
}

// nameEnds refuses a name that is part of a longer one: "China Labor Watch".
func nameEnds(s string, end int) bool {
	rest := s[end:]
	if rest == "" || rest[0] != ' ' {
		return true
	}
	c := rest[1:]
	return c == "" || c[0] < 'A' || c[0] > 'Z'
}

// brackets finds what stands in brackets after the name.
func (a *listedActor) brackets(s string) {
	a.stop = -1
	if !strings.HasPrefix(s[a.end:], " (") {
		return
	}
	depth := 0
	for i := a.end + 1; i < len(s); i++ {
		switch s[i] {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				a.inner, a.stop = a.end+2, i
				return
			}
		}
	}
}

// ofOrganization are offices of the United Nations itself.
var ofOrganization = compile(`^(?:Secretary-General|Deputy Secretary-General|Under-Secretary-General|Assistant Secretary-General|Special Representative of the Secretary-General|United Nations High Commissioner)\b`)

// role is the id of an office: of the organization or body that its name ends
// with, else of the house; short names of the house are left out.
func (r *reporter) role(office string) string {
	if i := strings.LastIndex(office, " of "); i > 0 {
		owner := strings.TrimPrefix(office[i+len(" of "):], "the ")
		if e, ok := names.Actors().Named(owner); ok && e.Kind == "Organization" {
			return "role/" + e.Code + "/" + graph.Slug(office[:i])
		}
		if b, ok := names.BodyByText(owner); ok {
			return "role/" + b.Code + "/" + graph.Slug(office[:i])
		}
	}
	if i := strings.Index(office, " of the "); i > 0 {
		if e, ok := names.Actors().Named(office[i+len(" of the "):]); ok && e.Kind == "Organization" {
			return "role/" + e.Code + "/" + graph.Slug(office[:i])
		}
	}
	if ofOrganization.MatchString(office) {
		return "role/un/" + graph.Slug(office)
	}
	office = strings.TrimSuffix(office, " of the "+r.short)
	return "role/" + r.body + "/" + graph.Slug(office)
}

// declare makes the entity of a listed actor known.
func (r *reporter) declare(a listedActor) {
	r.s.entity(a.id, a.kind)
	if a.kind == "Role" || a.kind == "Organization" && a.name != "" {
		r.s.fact(a.id, "name", a.name)
	}
}

var behalf = compile(`(?:also )?on (?:his own behalf and on |her own behalf and on |their own behalf and on )?behalf of ([^;]+)`)

// onBehalf reads the brackets of a listed actor.
func (a listedActor) onBehalf(s string) string {
	if a.stop < 0 || a.forWhom != "" {
		return a.forWhom
	}
	if m := behalf.FindStringSubmatch(s[a.inner:a.stop]); m != nil {
		return knownActor(strings.TrimSpace(m[1]))
	}
	return ""
}

// behalfOf makes those known for whom somebody speaks.
func (s *stater) behalfOf(id string) {
	if kind, known := names.ActorKind(id); known {
		s.entity(id, kind)
	}
}

// knownActor is the id of whom words name, where a table knows all of them,
// else the words.
func knownActor(words string) string {
	if e, ok := names.Actors().Named(strings.TrimPrefix(words, "the ")); ok {
		return e.ID
	}
	return words
}
