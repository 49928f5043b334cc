package loader

import (
	"strings"

	"mandategraph/graph"
)

const oneCondition = `(?:subject to the availability of [a-z ]*?resources(?: for (?:that|this) purpose)?|within (?:its|their)(?: respective)? (?:existing )?(?:mandates?|resources)|within existing resources|(?:up)?on (?:their |its )?request|in (?:close )?(?:consultation|cooperation|coordination) with (?:the )?[A-Za-z]+)`

var (
	conditions = compile(oneCondition + `(?:(?:,? and |, )` + oneCondition + `)*`)
	// A consultation alone is no condition.
	consultation = compile(`^in (?:close )?(?:consultation|cooperation|coordination) with`)
	deadlines    = compile(`\b(?:at|before|by|no later than|not later than|in time for) (?:the end of )?(?:(?:its|the|their) (?:next |` + ordinalPattern + `) ?(?:regular |annual )?(?:session|meeting)(?: of the [A-Z][a-z]+)?|(?:\d{1,2} )?(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{4}|20\d\d\b)`)
	reportTo     = compile(`\b(?:report|submit|present|inform|brief)\b[^.;]{0,80}?\b(?:to )?the (General Assembly|Security Council|Economic and Social Council|Human Rights Council|Conference|Assembly|Council|Commission)\b`)
)

// conditionIn finds the condition of a clause, as printed.
func conditionIn(clause string) string {
	for _, c := range conditions.FindAllString(clause, -1) {
		if !consultation.MatchString(c) {
			return c
		}
		if _, rest, ok := strings.Cut(c, " and "); ok && !consultation.MatchString(rest) {
			return rest
		}
	}
	return ""
}

func deadlineIn(clause string) string {
	if strings.IndexAny(clause, "0123456789") < 0 && !strings.Contains(clause, "session") && !strings.Contains(clause, "meeting") {
		return ""
	}
	return strings.TrimSpace(deadlines.FindString(clause))
}

// recipientIn finds the body to which a report is owed.
func (s *stater) recipientIn(p *Paragraph, clause string) string {
	m := reportTo.FindStringSubmatch(clause)
	if m == nil {
		return ""
	}
	if b, ok := graph.BodyByText(m[1]); ok {
		return s.body(b.Code)
	}
	if b, ok := graph.BodyByCode(s.speaker(p)); ok && b.Short == m[1] {
		return s.body(b.Code)
	}
	return ""
}

var participations = compile(`(?:with )?the (?:[a-z]+,? )*?participation .*?(?:,? (?:in line with|in accordance with|bearing|with a view|where|as appropriate|subject to|through)\b|;|$)|(?:open to (?:all |any |the )?(?:States|Member|[Pp]arties|signator|observers|relevant|interested)|with the (?:full )?(?:involvement|assistance|cooperation) of )[^,;]*`)

// participationIn finds who shall take part, as printed.
func participationIn(clause string) string {
	if !strings.Contains(clause, "participation") && !strings.Contains(clause, "open to ") && !strings.Contains(clause, "with the ") {
		return ""
	}
	m := participations.FindString(clause)
	for _, end := range []string{"in line with", "in accordance with", "bearing", "with a view", "where", "as appropriate", "subject to", "through"} {
		m = strings.TrimSuffix(m, end)
	}
	return strings.Trim(m, " ,;")
}
