package loader

import (
	"strings"

	"mandategraph/graph"
)

// toldVerbs are what a text tells in passing that an earlier act did, by the
// past tense.
var toldVerbs = func() (list []cue) {
	for _, r := range graph.Relations {
		if r.Traits&graph.ToldInPassing != 0 {
			forms, _ := r.Forms()
			list = append(list, cue{forms.Past, r.Name, pastForm})
		}
		if r.Traits&(graph.ToldInPassing|graph.Creates) == graph.ToldInPassing|graph.Creates {
			list = append(list, cue{"decided to " + r.Verb, r.Name, pastForm})
		}
	}
	return list
}()

var (
	tellingClause  = compile(`\b(?:in|by|through|with|under) which\b|\bwhereby\b|\bwherein\b`)
	tellingSubject = compile(`^[^.;]*?(?:, (?:it|the [A-Z][A-Za-z]+)(?:,[^,]*,)? (?:had )?)$`)
	tellingLead    = compile(`\b(?:[Ii]n|[Bb]y) (?:(?:its|their) )?$`)
	wasMade        = compile(`(?:was|were) established (?:by|in|under|pursuant to) (?:its |the )?$`)
	asAmended      = compile(`,? as amended (?:by|in)(?: the [A-Z][a-z]+ in)?(?: its)?(?: the)? ?$`)
	smallRules     = compile(`(?:(rule \d+) of )?the (rules of procedure|terms of reference)(?: of the [A-Z][a-z]+)?$`)
	interlude      = compile(`^,? ?(?:inter alia|at its [a-z-]+ session|in particular), ?`)
)

// What passages told in passing hold.
var (
	madeGate     = newGate(" established ", " as amended ")
	adoptionGate = newGate("adoption ")
	groupGate    = newGate("decided that a")
)

// passing states what a paragraph tells an earlier act to have done.
func (s *stater) passing(p *Paragraph) {
	if p.Kind == footnote || p.Kind == annexed {
		return
	}
	for _, part := range p.Parts {
		list := s.citationsOf(part, s.speaker(p))
		for i := range list {
			c := &list[i]
			id, d := s.memory.resolve(c, p.ID)
			if d != nil {
				continue
			}
			end := len(part.S)
			if i+1 < len(list) {
				end = max(c.end, list[i+1].leadStart) // parts of one number share their place
			}
			s.told(p, part, c, id, end)
			if madeGate.in(part) {
				s.made(p, part, c, id)
			}
			if adoptionGate.in(part) {
				s.adoptedIn(p, part, c, id)
			}
			if groupGate.in(part) {
				s.groupNamed(p, part, c, id)
			}
		}
	}
}

// told reads "..., in which the Conference urged States parties to ..., and
// encouraged ..." after a citation.
func (s *stater) told(p *Paragraph, part Text, c *citation, id string, end int) {
	text := part.S
	leads := tellingLead.MatchString(tail(text[:c.leadStart])) || tellingLead.MatchString(tail(text[:c.start]))
	if !leads && !strings.Contains(text[c.end:end], "which") && !strings.Contains(text[c.end:end], "where") {
		return
	}
	for _, v := range toldVerbs {
		for at := c.end; ; {
			i := strings.Index(text[at:end], v.phrase)
			if i < 0 {
				break
			}
			start := at + i
			at = start + len(v.phrase)
			if at == end || text[at] != ' ' && text[at] != ',' {
				continue
			}
			between := text[c.end:start]
			if strings.Contains(between, ". ") || !tellingClause.MatchString(between) && !(leads && tellingSubject.MatchString(between)) {
				continue
			}
			if v.phrase == "decided to establish" {
				s.foundNameless(p, part, id, s.foundingAt(text, at))
			}
			for _, a := range s.toldObjects(p, text, v.relation, at, len(text)) {
				s.entity(a.id, a.kind)
				s.state(p, part, a.start, a.end, id, v.relation, a.id, qualifiers{
					{"verb", v.phrase}, {"restriction", a.restriction}, {"rule", "told in passing"}, {"confidence", "certain"}})
			}
		}
	}
}

// tail keeps the last words, which is all that some patterns look at.
func tail(s string) string { return s[max(0, len(s)-24):] }

// foundingAt is where what an act decided to establish is named, behind a
// parenthesis such as ", at its third session,".
func (s *stater) foundingAt(text string, at int) int {
	at += len(interlude.FindString(text[at:]))
	return at + len(text[at:]) - len(strings.TrimLeft(text[at:], " "))
}

// toldObjects reads what a told verb governs.
func (s *stater) toldObjects(p *Paragraph, text, relation string, at, end int) []addressee {
	if m := interlude.FindString(text[at:end]); m != "" {
		at += len(m)
	}
	for at < end && text[at] == ' ' {
		at++
	}
	switch relation {
	case "endorses":
		return s.endorsed(p, text, at, end)
	case "establishes":
		return s.founded(p, text, at, end)
	}
	list, next := s.addresseesAt(p, text, at, end)
	if len(list) == 0 || list[0].generic || !strings.HasPrefix(text[next:], " to ") && !strings.HasPrefix(text[next:], ",") {
		return nil
	}
	return list
}

func (s *stater) endorsed(p *Paragraph, text string, at, end int) []addressee {
	if !theRecommendations.MatchString(text[at:end]) {
		return nil
	}
	var list []addressee
	for _, m := range sittings(text, s.speaker(p)) {
		if m.start >= at && m.end <= end {
			list = append(list, addressee{id: s.recommended(m), kind: "Recommendations", start: m.start, end: m.end})
		}
	}
	return list
}

// founded reads the body or mechanism that an act established.
func (s *stater) founded(p *Paragraph, text string, at, end int) []addressee {
	at = skipPrefix(text[:end], at, "the ", "an ", "a ")
	if b, ok := subsidiaryAt(text[at:end], s.speaker(p)); ok {
		s.subsidiary(b)
		return []addressee{{id: b.id, kind: "Body", start: at, end: at + b.end}}
	}
	if to := capitalPhrase(text[:end], at); to > at {
		return []addressee{{id: s.instrument(text[at:to]), kind: "Instrument", start: at, end: to}}
	}
	return nil
}

// made reads the passive before a citation: "the Working Group on Firearms was
// established by resolution 5/4", "the Terms of Reference of the Fund, as
// amended by decision 13/6".
func (s *stater) made(p *Paragraph, part Text, c *citation, id string) {
	text := part.S
	before := text[:c.leadStart]
	if m := wasMade.FindStringIndex(before); m != nil {
		list := subsidiaries(Text{S: before[:m[0]]}, s.speaker(p))
		if n := len(list); n > 0 && strings.TrimSpace(before[list[n-1].end:m[0]]) == "" {
			b := list[n-1]
			s.subsidiary(b)
			s.state(p, part, b.start, b.end, id, "establishes", b.id, qualifiers{{"verb", "was established by"}, {"rule", "told in passing"}, {"confidence", "certain"}})
		}
	}
	m := asAmended.FindStringIndex(before)
	if m == nil {
		return
	}
	if r := smallRules.FindStringSubmatchIndex(before[:m[0]]); r != nil {
		pin := ""
		if r[2] >= 0 {
			pin = before[r[2]:r[3]]
		}
		s.state(p, part, r[4], r[5], id, "amends", s.instrument(before[r[4]:r[5]]), qualifiers{{"verb", "as amended by"}, {"pin", pin}, {"rule", "told in passing"}, {"confidence", "certain"}})
		return
	}
	for at := max(0, m[0]-200); at < m[0]; at++ {
		if strings.HasSuffix(text[:at], " the ") && capitalPhrase(before[:m[0]], at) == m[0] {
			s.state(p, part, at, m[0], id, "amends", s.instrument(before[at:m[0]]), qualifiers{{"verb", "as amended by"}, {"rule", "told in passing"}, {"confidence", "certain"}})
			return
		}
	}
}
