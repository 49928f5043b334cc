package duty

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"mandategraph/graph"
	"mandategraph/loader/cite"
	"mandategraph/loader/scan"
	"mandategraph/loader/text"
	"mandategraph/loader/tree"
)

// A Mandate is one operative verb of a paragraph: what an act asks, decides or
// says by it, and of whom.
type Mandate struct {
	ID        string
	Paragraph *tree.Paragraph
	// Relation is that of the verb, and verb the verb as printed.
	Relation, Verb string
	Clause         string // what the verb governs, as printed
	Start, End     int    // verb and clause in the first part of the paragraph
	// Asks says that the verb addresses somebody.
	Asks bool
	// Condition, deadline and participation are printed words of the clause.
	Condition, Deadline, Participation string
	Due                                string // id of the session by which it is due
	Recipient                          string // id of the body to which a report is owed
	// Addressees are those of whom it is asked, or the things that the verb
	// governs; none where the text names nobody and nothing that has an id.
	Addressees []Addressee
}

// What only some paragraphs hold, and what in them shows that.
var (
	conditionGate     = text.GateOf(conditions)
	deadlineGate      = text.NewGate(append([]string{"session", "meeting"}, scan.Digits...)...)
	recipientGate     = text.GateOf(reportTo)
	participationGate = text.NewGate("participation", "open to ", "with the ")
	creationGate      = text.NewGate("stablish", "onvene", "reate", "et up", "ets up")
)

// Mandates lists the mandates of the acts that a document prints, and finds
// the bodies, organizations and instruments that they name.
func Mandates(ctx context.Context, t *tree.Tree, c *cite.Citations, short *ShortNames) (list []Mandate, found tree.Findings) {
	r := newDutyReader(t, c, short)
	for _, p := range t.Paragraphs {
		if ctx.Err() != nil {
			break
		}
		if p.Act != nil && (p.Kind == tree.Operative || p.Kind == tree.Decided) {
			list = append(list, r.mandatesIn(p)...)
		}
	}
	return list, r.found
}

// mandatesIn lists what each operative verb of a paragraph asks, and of whom.
func (d *dutyReader) mandatesIn(p *tree.Paragraph) (list []Mandate) {
	text := p.Parts[0].S
	verbs := demands(p, text)
	if creationGate.In(p.Parts[0]) {
		d.remember(p, text, verbs)
	}
	var before []Addressee
	for i, v := range verbs {
		shared := ""
		if i+1 < len(verbs) {
			next := verbs[i+1]
			if strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(text[v.from:v.end]), "and")) == "" {
				v.from, v.end = next.from, next.end // "Reaffirms and renews ..."
			}
			shared = d.sharedDuty(p, text, v, next)
		}
		m := d.mandate(p, v, before)
		m.ID = p.ID + "/mandate/" + strconv.Itoa(i+1)
		m.Clause += shared
		list, before = append(list, m), m.Addressees
	}
	return list
}

// mandate reads one operative verb; before are those whom the verb before it in
// the paragraph addresses.
func (d *dutyReader) mandate(p *tree.Paragraph, v demand, before []Addressee) Mandate {
	part := p.Parts[0]
	clause := clauseOf(part.S, v)
	end := v.from + len(clause)
	r, _ := graph.RelationByName(v.relation)
	m := Mandate{Paragraph: p, Relation: v.relation, Verb: v.verb, Clause: strings.Trim(clause, " ,"),
		Start: v.start, End: end, Asks: r.Broader == graph.Addresses}
	m.Addressees = d.targets(p, part.S, v, end, before)
	if m.Asks {
		d.terms(&m, part, clause)
	}
	if participationGate.In(part) {
		m.Participation = participationIn(clause)
	}
	if m.Asks || slices.ContainsFunc(m.Addressees, func(a Addressee) bool { return Addressed[a.Kind] }) {
		m.Recipient = d.recipientIn(p, clause)
	}
	m.Due = d.dueAt(m.Deadline, m.Recipient)
	return m
}

// clauseOf is what a verb governs, without what joins the next one to it.
func clauseOf(text string, v demand) string {
	clause := strings.TrimRight(text[v.from:v.end], " ,;.")
	for _, w := range []string{" and", ",", " and, in this regard"} {
		clause = strings.TrimSuffix(clause, w)
	}
	return clause
}

// terms reads under which condition and until when a clause asks something.
func (d *dutyReader) terms(m *Mandate, part text.Text, clause string) {
	if conditionGate.In(part) {
		m.Condition = conditionIn(clause)
	}
	if deadlineGate.In(part) {
		m.Deadline = deadlineIn(clause)
	}
	if graph.HasTrait(m.Relation, graph.Settles) && limbs(clause) > 1 {
		m.Deadline = "" // it is that of one limb
	} else if len(m.Addressees) == 1 && m.Condition != "" {
		m.Condition = ownCondition(clause, m.Addressees[0].ID)
	}
}

// sharedDuty reads "calls upon A, and encourages B, to strengthen ...": where a
// verb has addressees and nothing to ask, it asks what the next one asks.
func (d *dutyReader) sharedDuty(p *tree.Paragraph, text string, v, next demand) string {
	if strings.Trim(strings.TrimSuffix(strings.TrimSpace(d.duty(p, text, v)), "and"), " ,") != "" {
		return ""
	}
	if duty := strings.Trim(d.duty(p, text, next), " ,;."); strings.HasPrefix(duty, "to ") {
		return " … " + duty
	}
	return ""
}

// duty is what a verb asks, without those of whom it asks it.
func (d *dutyReader) duty(p *tree.Paragraph, text string, v demand) string {
	at := v.from + len(text[v.from:v.end]) - len(strings.TrimLeft(text[v.from:v.end], " "))
	if list, end := d.addresseesAt(p, text, at, v.end); len(list) > 0 {
		return text[end:v.end]
	}
	return text[v.from:v.end]
}
