package duty

import (
	"strings"

	"mandategraph/loader/text"
	"mandategraph/loader/tree"
)

// asks states verb and addressees of each sentence of a recommendation.
func (d *dutyReader) asks(p *tree.Paragraph, part text.Text, words int) {
	for _, ask := range askings {
		for _, m := range ask.find(part.S) {
			relation := ask.relation
			if relation == "" {
				relation = byParticiple[part.S[m[2]:m[3]]]
			}
			asked := d.subjectsBefore(p, part.S, words, m[0])
			if len(asked) == 0 {
				continue
			}
			clause := restOfSentence(part.S, m[0])
			due, verb := d.due(p, part, clause, asked), strings.TrimSpace(part.S[m[0]:m[1]])
			for _, a := range asked {
				d.found.Entity(a.ID, a.Kind)
				condition := ""
				if conditionGate.In(part) {
					condition = ownCondition(clause, a.ID)
				}
				d.found.State(p, part, a.Start, a.End, p.ID, relation, a.ID, tree.Qualifiers{
					{"verb", verb}, {"restriction", a.Restriction}, {"condition", condition},
					{"due", due}, {"rule", tree.RecommendationRule}, {"confidence", "certain"}})
			}
		}
	}
}

// restOfSentence is the rest of the sentence from byte at.
func restOfSentence(s string, at int) string {
	rest := s[at:]
	for _, stop := range []string{". ", "; "} {
		if i := strings.Index(rest, stop); i >= 0 {
			rest = rest[:i]
		}
	}
	return rest
}

// subjectsBefore reads the addressees that stand as the subject directly
// before byte limit: the longest list that begins where a clause may begin.
func (d *dutyReader) subjectsBefore(p *tree.Paragraph, text string, words, limit int) []Addressee {
	for at := words; at < limit; at++ {
		if at > words && !subjectMayBegin(text, at) {
			continue
		}
		if list, ok := d.exactAddressees(p, text, at, limit); ok {
			return list
		}
	}
	return nil
}

func subjectMayBegin(s string, at int) bool {
	if s[at-1] != ' ' {
		return false
	}
	for _, lead := range []string{". ", "; ", ", ", " and ", ": "} {
		if strings.HasSuffix(s[:at], lead) {
			return true
		}
	}
	return false
}
