package loader

import (
	"strings"

	"mandategraph/loader/duty"
	"mandategraph/loader/tree"
)

// mandates states what the operative verbs of acts ask, and of whom.
func (s *sink) mandates(list []duty.Mandate) {
	for i := range list {
		s.mandate(&list[i])
	}
}

func (s *sink) mandate(m *duty.Mandate) {
	s.entity(m.ID, "Mandate")
	s.fact(m.ID, "partOf", m.Paragraph.ID)
	s.fact(m.ID, "verb", m.Relation)
	s.fact(m.ID, "clause", m.Clause)
	s.fact(m.ID, "condition", m.Condition)
	s.fact(m.ID, "deadline", m.Deadline)
	s.fact(m.ID, "participation", m.Participation)
	s.fact(m.ID, "dueAt", m.Due)
	if m.Asks {
		s.fact(m.ID, "recipient", m.Recipient)
	}
	targets := m.Addressees
	if targets == nil {
		targets = []duty.Addressee{{ID: m.ID, Kind: "Mandate", Start: m.Start, End: m.End}}
	}
	for _, a := range targets {
		s.entity(a.ID, a.Kind)
		if a.Kind == "Act" {
			continue // the citation itself is stated elsewhere
		}
		if duty.Addressed[a.Kind] {
			s.fact(m.ID, "addressee", a.ID)
			s.reporting(a.ID, m.Recipient)
		}
		s.state(m.Paragraph, m.Paragraph.Parts[0], a.Start, a.End, m.Paragraph.Act.ID, m.Relation, a.ID, tree.Qualifiers{
			{"mandate", m.ID}, {"verb", m.Verb}, {"restriction", a.Restriction}, {"condition", m.Condition},
			{"deadline", m.Deadline}, {"rule", "operative verb"}, {"confidence", "certain"}})
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
