package loader

import "strings"

// mandates states what the operative verbs of acts ask, and of whom.
func (s *sink) mandates(list []mandate) {
	for i := range list {
		s.mandate(&list[i])
	}
}

func (s *sink) mandate(m *mandate) {
	s.entity(m.id, "Mandate")
	s.fact(m.id, "partOf", m.paragraph.ID)
	s.fact(m.id, "verb", m.relation)
	s.fact(m.id, "clause", m.clause)
	s.fact(m.id, "condition", m.condition)
	s.fact(m.id, "deadline", m.deadline)
	s.fact(m.id, "participation", m.participation)
	s.fact(m.id, "dueAt", m.due)
	if m.asks {
		s.fact(m.id, "recipient", m.recipient)
	}
	targets := m.addressees
	if targets == nil {
		targets = []addressee{{id: m.id, kind: "Mandate", start: m.start, end: m.end}}
	}
	for _, a := range targets {
		s.entity(a.id, a.kind)
		if a.kind == "Act" {
			continue // the citation itself is stated elsewhere
		}
		if addressed[a.kind] {
			s.fact(m.id, "addressee", a.id)
			s.reporting(a.id, m.recipient)
		}
		s.state(m.paragraph, m.paragraph.Parts[0], a.start, a.end, m.paragraph.Act.ID, m.relation, a.id, qualifiers{
			{"mandate", m.id}, {"verb", m.verb}, {"restriction", a.restriction}, {"condition", m.condition},
			{"deadline", m.deadline}, {"rule", "operative verb"}, {"confidence", "certain"}})
	}
}

// reporting states to whom a group reports, where a duty to report falls on it
// or on its chair.
func (s *sink) reporting(actor, recipient string) {
	if recipient == "" {
		return
	}
	for _, id := range s.groupIDs {
		group := id[strings.LastIndex(id, "/")+1:]
		officer := strings.HasPrefix(actor, "role/") && strings.HasSuffix(actor, "-of-the-"+group)
		if strings.HasPrefix(id, recipient+"/") && (actor == id || officer) {
			s.fact(id, "reportsTo", recipient)
		}
	}
}
