package loader

import (
	"strings"

	"mandategraph/graph"
)

var (
	theRecommendations = compile(`^the (?:[a-z]+ )?recommendations\b`)
	theResults         = compile(`^the (?:results|outcomes?|reports?|holding|convening|conclusions|discussions|deliberations) (?:of|on) the `)
	plainInstrument    = compile(`^(?:the |its )`)
)

// instrumentHeads are nouns that open the name of an instrument.
var instrumentHeads = []string{"Terms of Reference", "Rules of Procedure", "Programme of Action", "Plan of Action", "Guidelines", "Guiding Principles", "Principles", "Global Framework", "Mechanism"}

// things finds the entity that a verb governs: recommendations, meetings, a
// document, an instrument or somebody; nil where there is none with an id.
func (s *stater) things(p *Paragraph, text string, at, end int) []addressee {
	clause := text[at:end]
	var meetings []sitting
	if namesSubsidiary().in(p.Parts[0]) {
		meetings = s.sittingsIn(p.Parts[0], s.speaker(p))
	}
	var list []addressee
	for _, m := range meetings {
		if m.start < at || m.end > end {
			continue
		}
		switch {
		case theRecommendations.MatchString(clause):
			list = append(list, addressee{id: s.recommended(m), kind: "Recommendations", start: m.start, end: m.end})
		case theResults.MatchString(clause) && m.start < at+60:
			s.sitting(m)
			list = append(list, addressee{id: m.id, kind: "Meeting", start: m.start, end: m.end})
		}
	}
	if list != nil {
		return list
	}
	if citing.in(p.Parts[0]) {
		for _, c := range findCitations(clause, s.speaker(p), s.tree) {
			if glue(clause[:c.leadStart]) {
				return []addressee{{id: p.Act.ID, kind: "Act"}} // stated with the citations
			}
		}
	}
	if i := strings.Index(clause, "("); i > 0 && strings.HasPrefix(clause, "the ") {
		if m := symbolShape.FindStringIndex(clause[i:]); m != nil && m[0] <= 2 {
			symbol := clause[i+m[0] : i+m[1]]
			return []addressee{{id: s.document(symbol), kind: "Document", start: at + i + m[0], end: at + i + m[1]}}
		}
	}
	if id, from, to := s.instrumentAt(text, at, end); id != "" {
		return []addressee{{id: id, kind: "Instrument", start: from, end: to}}
	}
	if found, _ := s.addresseesAt(p, text, at, end); len(found) > 0 && !found[0].generic && found[0].kind != "AddresseeClass" {
		return found
	}
	return nil
}

// instrumentAt reads a named instrument at byte at.
func (s *stater) instrumentAt(text string, at, end int) (id string, from, to int) {
	from = at
	if m := plainInstrument.FindString(text[at:end]); m != "" {
		from += len(m)
	}
	to = capitalPhrase(text[:end], from)
	for _, h := range instrumentHeads {
		if to > from && strings.HasPrefix(text[from:to], h) || to > from && strings.HasSuffix(text[from:to], " "+h) {
			return s.instrument(text[from:to]), from, to
		}
	}
	if hit, ok := nameAt(text, from, instrumentNouns); ok && hit.end <= end {
		if genericNouns[hit.noun] || !strings.Contains(hit.short, " ") {
			hit.short = text[hit.start:hit.end]
		}
		return s.instrument(hit.short), hit.start, hit.end
	}
	return "", at, at
}

func (s *stater) instrument(name string) string {
	id := "instrument/" + graph.Slug(name)
	if !s.kinds[id] {
		s.entity(id, "Instrument")
		s.fact(id, "name", name)
	}
	return id
}
