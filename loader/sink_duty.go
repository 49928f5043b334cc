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
	if m.ID != "" {
		s.mandateFacts(m)
	}
	targets := m.Addressees
	if targets == nil {
		targets = []duty.Addressee{{ID: m.Paragraph.ID, Kind: "Paragraph", Start: m.Start, End: m.End}}
	}
	condition := ""
	if len(m.Conditions) > 0 {
		condition = m.Conditions[0].Words
	}
	for _, a := range targets {
		s.entity(a.ID, a.Kind)
		if a.Kind == "Act" {
			continue // the citation itself is stated elsewhere
		}
		if m.ID != "" && duty.Addressed[a.Kind] {
			s.fact(m.ID, "addressee", a.ID)
			for _, recipient := range m.Recipients {
				s.reporting(a.ID, recipient)
			}
		}
		s.state(m.Paragraph, m.Paragraph.Parts[0], a.Start, a.End, m.Paragraph.Source(s.tree), m.Relation, a.ID, tree.Qualifiers{
			{"mandate", m.ID}, {"verb", m.Verb}, {"restriction", a.Restriction}, {"condition", condition},
			{"due", duty.Joined(m.Due)}, {"until", m.Until}, {"rule", "operative verb"}, {"confidence", "certain"}})
	}
}

// mandateFacts states what is asked, when and under which conditions.
func (s *sink) mandateFacts(m *duty.Mandate) {
	s.entity(m.ID, "Mandate")
	s.fact(m.ID, "partOf", m.Paragraph.ID)
	s.fact(m.ID, "verb", m.Relation)
	s.fact(m.ID, "clause", m.Clause)
	for i, c := range m.Conditions {
		if i == 0 {
			s.fact(m.ID, "conditionText", c.Words)
		}
		s.fact(m.ID, "condition", c.Value)
	}
	for _, w := range m.Due {
		s.fact(m.ID, "due", w.Value)
		s.fact(m.ID, "dueText", w.Words)
	}
	s.fact(m.ID, "recurrence", m.Recurrence)
	s.fact(m.ID, "until", m.Until)
	s.fact(m.ID, "participation", m.Participation)
	for _, id := range m.Recipients {
		s.fact(m.ID, "recipient", id)
	}
	if m.Reports {
		s.fact(m.ID, "reports", "yes")
	}
}

// reporting states to whom a group reports, where a duty to report falls on it
// or on its chair.
func (s *sink) reporting(actor, recipient string) {
	for _, id := range s.groupIDs {
		group := id[strings.LastIndex(id, "/")+1:]
		officer := strings.HasPrefix(actor, "role/") && strings.HasSuffix(actor, "-of-the-"+group)
		if strings.HasPrefix(id, recipient+"/") && (actor == id || officer) {
			s.fact(id, "reportsTo", recipient)
		}
	}
}
