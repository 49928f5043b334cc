package loader

import (
	"strings"

	"mandategraph/graph"
)

var (
	// "President: Peter Burian (Slovakia)"; later lines may lack the office.
	officeLine = compile(`^(?:([A-Z][A-Za-z-]+(?: [A-Za-z-]+){0,2}): *)?(\p{Lu}[^:;()]{2,60}) \(([^()]+(?:\([^()]*\))?)\)[.;]?$`)
	chaired    = compile(`\b(?:The|the) (\d+)(?:st|nd|rd|th) meeting(?: of the session)? was (?:chaired|presided over) by (\p{Lu}[^:;()]{2,60}) \(([^()]+(?:\([^()]*\))?)\)(?:, (?:an? )?(\p{Lu}[\w-]+))?`)
	elected    = compile(`\b(?:elected|appointed|designated) (\p{Lu}[^:;()]{2,60}) \(([^()]+(?:\([^()]*\))?)\) (?:as |to serve as )(?:an? |the )?(?:additional |new |its )?(\p{Lu}[\w-]+)`)
	nominated  = compile(`\b(?:the )?(\p{Lu}[\w-]+)(?: of the \w+)? (?:was|were|had been) nominated by (the \p{L})`)
	electing   = compile(`\b(?:elected|officers)\b`)
	officesOf  = []struct{ plural, singular string }{{"Vice-Presidents", "Vice-President"}, {"Presidents", "President"}, {"Rapporteurs", "Rapporteur"}, {"Co-Chairs", "Co-Chair"}, {"Vice-Chairs", "Vice-Chair"}, {"Chairs", "Chair"}, {"Vice-Chairpersons", "Vice-Chairperson"}, {"Vice-Chairmen", "Vice-Chairman"}}
)

func singularOffice(office string) string {
	for _, o := range officesOf {
		if office == o.plural {
			return o.singular
		}
	}
	return office
}

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
	m := officeLine.FindStringSubmatchIndex(part.S)
	if m == nil {
		return false
	}
	if m[2] >= 0 {
		r.office = singularOffice(part.S[m[2]:m[3]])
	}
	if r.office == "" {
		return false
	}
	r.holds(utterance{p, part, 0, part.S}, m[4], m[5], m[6], m[7], r.office)
	return true
}

// holds states that a person of a State holds an office.
func (r *reporter) holds(x utterance, from, to, stateFrom, stateTo int, office string) string {
	name := strings.TrimSpace(x.text[from:to])
	person := "person/" + graph.Slug(name)
	r.s.entity(person, "Person")
	r.s.fact(person, "name", name)
	role := r.officeRole(office)
	q := qualifiers{{"rule", "officers"}, {"date", r.date}}
	if e, ok := stateIndex.named(x.text[stateFrom:stateTo]); ok {
		r.s.entity(e.ID, "State")
		q = append(q, [2]string{"state", e.ID})
	}
	x.state(r.s, from, closeBracket(x.text, from, stateTo), person, "holdsOffice", role, q)
	return person
}

func (r *reporter) officeRole(office string) string {
	role := "role/" + r.body + "/" + graph.Slug(office)
	r.s.entity(role, "Role")
	r.s.fact(role, "name", office)
	return role
}

// officers reads elections, nominations and who chaired a meeting.
func (r *reporter) officers(x utterance) {
	for _, m := range elected.findAll(x.text) {
		r.holds(x, m[2], m[3], m[4], m[5], singularOffice(x.text[m[6]:m[7]]))
	}
	r.chairs(x)
	for _, m := range nominated.findAll(x.text) {
		if e, end, ok := actorIndex.at(x.text, m[4]); ok {
			r.s.entity(e.ID, e.Kind)
			x.state(r.s, m[4], end, e.ID, "nominates", r.officeRole(singularOffice(x.text[m[2]:m[3]])), qualifiers{{"rule", "officers"}})
		}
	}
}

func (r *reporter) chairs(x utterance) {
	for _, m := range chaired.findAll(x.text) {
		if r.session == "" {
			return
		}
		name := x.text[m[4]:m[5]]
		person := "person/" + graph.Slug(name)
		if m[8] >= 0 {
			r.holds(x, m[4], m[5], m[6], m[7], singularOffice(x.text[m[8]:m[9]]))
		}
		r.s.entity(person, "Person")
		meeting := r.session + "/meeting/" + x.text[m[2]:m[3]]
		r.s.entity(meeting, "Meeting")
		x.state(r.s, m[4], m[5], person, "chairs", meeting, qualifiers{{"rule", "officers"}})
	}
}
