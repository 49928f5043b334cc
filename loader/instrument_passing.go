package loader

import (
	"strings"

	"mandategraph/graph"
)

// What a text tells in passing of instruments: which act adopted one, which act
// holds its text, and which rule of an organ's own rules it names.

var (
	adoptionOf = compile(`\badoption (?:by the [A-Z][^,;]*? )?of the ([A-Z][^;]*?),? (?:by|in) (?:its )?$`)
	ruleCited  = compile(`\b[Rr]ules? (\d+(?:(?:, | and | to )\d+)*(?:, paragraphs? \d+(?:(?: and |, )\d+)*)?),? of (?:the|its) (rules of procedure)\b`)
	rulePair   = compile(`\band rule (\d+) of the (rules of procedure)\b`)
)

// adoptedIn reads "the adoption by the General Assembly of the Global
// Framework for ..., in its resolution 78/47" before a citation.
func (s *stater) adoptedIn(p *Paragraph, part Text, c *citation, id string) {
	m := adoptionOf.FindStringSubmatchIndex(part.S[:c.leadStart])
	if m == nil {
		return
	}
	if hit, ok := nameAt(part.S, m[2], instrumentNouns); ok && hit.end == m[3] {
		s.state(p, part, m[2], m[3], id, "adopts", s.instrument(part.S[m[2]:m[3]]), qualifiers{{"verb", "adoption"}, {"rule", "told in passing"}, {"confidence", "certain"}})
	}
}

// printedWhere reads the footnote at an instrument that names the act which
// holds its text: "General Assembly resolution 76/181, annex".
func (s *stater) printedWhere(p *Paragraph, part Text, id string, at int) {
	for _, mark := range part.Marks {
		if mark.At < at || mark.At > at+2 {
			continue
		}
		note := s.noteOf(p, mark.Note)
		if note == nil {
			continue
		}
		text := note.Parts[0]
		list := s.citationsOf(text, s.speaker(p))
		if len(list) != 1 || !strings.HasPrefix(list[0].pin, "annex") {
			continue
		}
		c := &list[0]
		if c.id != "" {
			s.state(note, text, c.start, c.end, id, "containedIn", c.id, qualifiers{{"pin", c.pin}, {"rule", "footnote of an instrument"}, {"confidence", "certain"}})
		}
	}
}

// noteOf finds the footnote of a mark in a paragraph.
func (s *stater) noteOf(p *Paragraph, note string) *Paragraph {
	for _, q := range s.tree.Paragraphs {
		if q.Kind == footnote && q.note == note && q.Start >= p.Start {
			return q
		}
	}
	return nil
}

// procedureRule names the rule by which rules of procedure are read.
const procedureRule = "rules of procedure"

var namesRules = newGate("rules of procedure")

// ruleMentions states which rules of procedure a text names.
func (s *stater) ruleMentions() {
	for _, p := range s.tree.Paragraphs {
		for _, part := range p.Parts {
			if !namesRules.in(part) {
				continue
			}
			for _, k := range []*pattern{ruleCited, rulePair} {
				for _, m := range k.findAll(part.S) {
					pin := "rule " + part.S[m[2]:m[3]]
					if strings.ContainsAny(part.S[m[2]:m[3]], " ") && !strings.Contains(pin, ", paragraph") {
						pin = "rules " + part.S[m[2]:m[3]]
					}
					s.state(p, part, m[0], m[5], p.Source(s.tree), "mentions", s.instrument(part.S[m[4]:m[5]]), qualifiers{{"pin", pin}, {"rule", procedureRule}, {"confidence", "certain"}})
				}
			}
		}
	}
}

// A founding is a group that an act was said to establish without a name: "an
// open-ended working group to hold discussions on ...".
type founding struct {
	act, decision string // who tells it, and of what
	noun          string
	p             *Paragraph
	part          Text
	start, end    int
}

var (
	namelessGroup = compile(`^an? ([a-z-]+ (?:[a-z]+ )*?(?:group|committee|panel)) to [a-z]+`)
	constantGroup = compile(`decided that an? (?:([a-z-]+ (?:[a-z]+ )*?(?:group|committee|panel)) (on [a-z][a-z ]*?)) (?:would|should|shall|will) `)
)

// foundNameless remembers a group without a name.
func (s *stater) foundNameless(p *Paragraph, part Text, id string, at int) {
	if m := namelessGroup.FindStringSubmatchIndex(part.S[at:]); m != nil && p.Act != nil {
		s.nameless = &founding{p.Act.ID, id, part.S[at+m[2] : at+m[3]], p, part, at + m[2], at + m[3]}
	}
}

// groupNamed reads what a later act of the same body decided on a group of the same
// kind, by its name: "decided that an open-ended working group on international
// cooperation would be a constant element". The group that was founded without
// a name is then likely the same.
func (s *stater) groupNamed(p *Paragraph, part Text, c *citation, id string) {
	m := constantGroup.FindStringSubmatchIndex(part.S[c.end:])
	if m == nil || p.Act == nil {
		return
	}
	noun, topic := part.S[c.end+m[2]:c.end+m[3]], part.S[c.end+m[4]:c.end+m[5]]
	name := strings.TrimPrefix(noun, "open-ended ") + " " + topic
	b := subsidiary{id: graph.BodyID(s.speaker(p)) + "/" + graph.Slug(name), name: name}
	s.subsidiary(b)
	s.state(p, part, c.end+m[2], c.end+m[5], id, "decides", b.id, qualifiers{{"verb", "decided"}, {"rule", "told in passing"}, {"confidence", "certain"}})
	if f := s.nameless; f != nil && f.act == p.Act.ID && f.noun == noun {
		s.state(f.p, f.part, f.start, f.end, f.decision, "establishes", b.id, qualifiers{{"verb", "decided to establish"}, {"rule", "told in passing"}, {"confidence", "likely"}})
	}
}
