package duty

import (
	"strings"

	"mandategraph/loader/tree"
)

// A report that an item of a list asks is a duty of its own, as it has its own day or rhythm:
// "Requests the Secretary-General: ... (d) To report to the Council by 1 May". Verb and
// addressees are those of the lead.
func (d *dutyReader) reportingItem(p *tree.Paragraph, text string) []Mandate {
	lead, ok := d.leads[p.Intro]
	if !ok || !reportGate.In(p.Parts[0]) {
		return nil
	}
	clause := strings.TrimRight(text[p.Words:], " ,;.")
	clause = strings.TrimSuffix(strings.TrimSuffix(clause, " and"), ";")
	if w := strings.ToLower(clause[:min(len(clause), len("to "))]); w != "to " || !asksReport(" t"+clause[1:]) {
		return nil
	}
	m := Mandate{ID: p.ID + "/mandate/1", Paragraph: p, Relation: lead.Relation, Verb: lead.Verb, Clause: clause,
		Start: p.Words, End: p.Words + len(clause)}
	d.terms(&m, p.Parts[0], clause)
	if m.Reports = true; len(m.Recipients) == 0 && len(m.Due) == 0 && m.Recurrence == "" {
		return nil
	}
	for _, a := range lead.Addressees {
		a.Start, a.End = m.Start, m.End
		m.Addressees = append(m.Addressees, a)
	}
	return []Mandate{m}
}

// leadsItems keeps who is asked by a paragraph whose items say what.
func (d *dutyReader) leadsItems(p *tree.Paragraph, text string, m Mandate) {
	if strings.HasSuffix(strings.TrimRight(text, " "), ":") && asksSomebody(m.Addressees) {
		d.leads[p] = m
	}
}
