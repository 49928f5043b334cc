package loader

import (
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/names"
)

// A heading of an annex that prints the agenda of a session.
var agendaOf = compile(`(?i)^(?:annex[^:]*:? )?((?:draft )?provisional |draft )?agenda (?:for|of) (?:the|its) (` + ordinalPattern + `) (?:regular |annual |substantive )?session\b`)

// agendas states the items of agendas that are printed in annexes, each in the
// session for which the agenda is, and where it is printed.
func (s *stater) agendas() {
	for _, p := range s.tree.Paragraphs {
		session, provisional := s.agendaSession(p)
		if session == "" {
			continue
		}
		_, mark, ok := strings.Cut(p.Locator, ".")
		if !ok {
			continue
		}
		number, letter, _ := strings.Cut(mark, ".")
		if letter != "" {
			number += "(" + strings.ReplaceAll(letter, ".", ")(") + ")"
		}
		part := p.Parts[0]
		if strings.Trim(part.S[p.Words:], " .;:") == "" {
			continue // a number without a title is no item
		}
		id := session + "/agenda/" + number
		s.entity(id, "AgendaItem")
		s.fact(id, "number", number)
		s.fact(id, "partOf", session)
		s.fact(id, "title", strings.Trim(part.S[p.Words:], " .;:"))
		if provisional {
			s.fact(id, "status", "provisional")
		}
		s.state(p, part, p.Words, len(strings.TrimRight(part.S, " .;:")), id, "containedIn", p.Source(s.tree), qualifiers{{"rule", "printed agenda"}, {"confidence", "certain"}})
	}
}

// agendaSession finds the session on whose agenda the items of an annex stand.
func (s *stater) agendaSession(p *Paragraph) (id string, provisional bool) {
	if p.Kind != annexed || len(p.Headings) == 0 {
		return "", false
	}
	m := agendaOf.FindStringSubmatch(p.Headings[0])
	if m == nil {
		return "", false
	}
	n, body := names.OrdinalNumber(m[2]), s.speaker(p)
	if n == 0 || body == "" {
		return "", false
	}
	s.entity(graph.BodyID(body), "Body")
	return s.session(body, itoa(n)), m[1] != ""
}
