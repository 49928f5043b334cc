package session

import (
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/names"
	"mandategraph/loader/scan"
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
	listJoint = scan.Compile(`^(?:, an? (?:non-member|observer)(?: State)?,(?: and)? |` +
		`, and also |, as well as | as well as |,? and by |, and |; and | and also | and |, |; )`)
	// Who says that a list of a kind follows.
	listLead = scan.Compile(`^(?:by )?(?:[Tt]he )?(?:following )?(?:permanent )?` +
		`(?:representatives? of|observers? (?:for|of)|delegations? of|delegates? of) (?:the following [^:;.]{3,60}: )?`)
	bureau       = scan.Compile(`^(?:the )?Bureau\b(?: of the [A-Z]\w+\b)?`)
	secretariats = scan.Compile(`^(?i:(?:an?|the|two|three|several) )?` +
		`(?:(?:representatives?|members?|officials?) of )?the [Ss]ecretariat\b`)
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
	}
	if a, ok = r.actorName(s, at); !ok {
		return a, at, false
	}
	a.brackets(s)
	return a, a.insertion(s), true
}

// actorName reads the name at a byte.
func (r *reporter) actorName(s string, at int) (a listedActor, ok bool) {
	if e, end, found := names.Actors().At(s, at); found && nameEnds(s, end) {
		return listedActor{id: e.ID, kind: e.Kind, name: e.Name, start: at, end: end}, true
	}
	id := graph.BodyID(r.body)
	if m := secretariats.FindString(s[at:]); m != "" && r.body != "" {
		return listedActor{id: id + "/secretariat", kind: "Secretariat", start: at, end: at + len(m)}, true
	}
	if m := bureau.FindString(s[at:]); m != "" && r.body != "" {
		return listedActor{id: id + "/bureau", kind: "Body", name: "Bureau", start: at, end: at + len(m)}, true
	}
	if office, end := officeAt(s, at); office != "" {
		return listedActor{id: r.role(office), kind: "Role", name: office, start: at, end: end}, true
	}
	return a, false
}

var (
	forOthers = scan.Compile(`^, (?:speaking )?(?:also )?on behalf (?:also )?of `)
	// "Iraq on behalf of the Group of 77 and China, Zambia on behalf of the African Group"
	forOthersBare = scan.Compile(`^ (?:speaking )?on behalf of (?:the )?` +
		`(?:States Members of the United Nations (?:that|which) are members of (?:the )?)?`)
	whoDid    = scan.Compile(`^, (?:who|in) [^;.]*`)
	othersEnd = scan.Compile(`; | \(|, and (?:the|by)\b|, (?:introduced|made|expressed|said|spoke|` +
		`delivered|stated)\b`)
)

// insertion reads what stands behind a name between commas, and where the list
// goes on: for whom it speaks, what it did.
func (a *listedActor) insertion(s string) (next int) {
	next = max(a.end, a.stop+1)
	if m := forOthers.FindString(s[next:]); m != "" {
		end := len(s)
		if k := othersEnd.FindStringIndex(s[next+len(m):]); k != nil {
			end = next + len(m) + k[0]
		}
		a.forWhom = knownGroup(strings.TrimRight(s[next+len(m):end], ". "))
		a.end = next + len(m) + len(strings.TrimRight(s[next+len(m):end], ". "))
		a.brackets(s)
		next = max(a.end, a.stop+1)
	}
	if m := forOthersBare.FindString(s[next:]); m != "" && a.forWhom == "" {
		at := next + len(m)
		if e, end, ok := names.Actors().At(s, at); ok {
			a.forWhom, a.end = e.ID, end
		} else if end := strings.IndexAny(s[at:]+",", ",;("); a.kind == "State" || a.kind == "Group" {
			words := s[at:min(len(s), at+end)]
			if i := strings.Index(words, " and "); i > 0 {
				words = words[:i]
			}
			words = strings.TrimRight(words, ". ")
			a.forWhom, a.end = knownGroup(words), at+len(words)
		}
		a.stop = -1
		next = max(next, a.end)
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

// declare makes the entity of a listed actor known.
func (r *reporter) declare(a listedActor) {
	r.entity(a.id, a.kind)
	if a.kind == "Role" || a.kind == "Organization" && a.name != "" {
		r.found.Fact(a.id, "name", a.name)
	}
}

var behalf = scan.Compile(`(?:also )?on (?:(?:his|her|their) own behalf and on )?behalf (?:also )?of ([^;]+)`)

// onBehalf reads the brackets of a listed actor.
func (a listedActor) onBehalf(s string) string {
	if a.stop < 0 || a.forWhom != "" {
		return a.forWhom
	}
	if m := behalf.FindStringSubmatch(s[a.inner:a.stop]); m != nil {
		return knownGroup(strings.TrimSpace(m[1]))
	}
	return ""
}

// entity makes an actor known by its id and kind.
func (r *reporter) entity(id, kind string) {
	r.found.Entity(id, kind)
	if kind == "Organization" {
		r.organizations[id] = true
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
