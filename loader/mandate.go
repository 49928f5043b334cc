package loader

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"mandategraph/graph"
)

// A mandate is one operative verb of a paragraph: what an act asks, decides or
// says by it, and of whom.
type mandate struct {
	id        string
	paragraph *Paragraph
	// relation is that of the verb, and verb the verb as printed.
	relation, verb string
	clause         string // what the verb governs, as printed
	start, end     int    // verb and clause in the first part of the paragraph
	// asks says that the verb addresses somebody.
	asks bool
	// condition, deadline and participation are printed words of the clause.
	condition, deadline, participation string
	due                                string // id of the session by which it is due
	recipient                          string // id of the body to which a report is owed
	// addressees are those of whom it is asked, or the things that the verb
	// governs; none where the text names nobody and nothing that has an id.
	addressees []addressee
}

// What only some paragraphs hold, and what in them shows that.
var (
	conditionGate     = gateOf(conditions)
	deadlineGate      = newGate(append([]string{"session", "meeting"}, digits...)...)
	recipientGate     = gateOf(reportTo)
	participationGate = newGate("participation", "open to ", "with the ")
	creationGate      = newGate("stablish", "onvene", "reate", "et up", "ets up")
)

// readMandates lists the mandates of the acts that a document prints, and finds
// the bodies, organizations and instruments that they name.
func readMandates(ctx context.Context, t *Tree, c *citations, short *shortNames) (list []mandate, found findings) {
	r := newDutyReader(t, c, short)
	for _, p := range t.Paragraphs {
		if ctx.Err() != nil {
			break
		}
		if p.Act != nil && (p.Kind == operative || p.Kind == decided) {
			list = append(list, r.mandatesIn(p)...)
		}
	}
	return list, r.found
}

// mandatesIn lists what each operative verb of a paragraph asks, and of whom.
func (d *dutyReader) mandatesIn(p *Paragraph) (list []mandate) {
	text := p.Parts[0].S
	verbs := demands(p, text)
	if creationGate.in(p.Parts[0]) {
		d.remember(p, text, verbs)
	}
	var before []addressee
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
		m.id = p.ID + "/mandate/" + strconv.Itoa(i+1)
		m.clause += shared
		list, before = append(list, m), m.addressees
	}
	return list
}

// mandate reads one operative verb; before are those whom the verb before it in
// the paragraph addresses.
func (d *dutyReader) mandate(p *Paragraph, v demand, before []addressee) mandate {
	part := p.Parts[0]
	clause := clauseOf(part.S, v)
	end := v.from + len(clause)
	r, _ := graph.RelationByName(v.relation)
	m := mandate{paragraph: p, relation: v.relation, verb: v.verb, clause: strings.Trim(clause, " ,"),
		start: v.start, end: end, asks: r.Broader == graph.Addresses}
	m.addressees = d.targets(p, part.S, v, end, before)
	if m.asks {
		d.terms(&m, part, clause)
	}
	if participationGate.in(part) {
		m.participation = participationIn(clause)
	}
	if m.asks || slices.ContainsFunc(m.addressees, func(a addressee) bool { return addressed[a.kind] }) {
		m.recipient = d.recipientIn(p, clause)
	}
	m.due = d.dueAt(m.deadline, m.recipient)
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
func (d *dutyReader) terms(m *mandate, part Text, clause string) {
	if conditionGate.in(part) {
		m.condition = conditionIn(clause)
	}
	if deadlineGate.in(part) {
		m.deadline = deadlineIn(clause)
	}
	if graph.HasTrait(m.relation, graph.Settles) && limbs(clause) > 1 {
		m.deadline = "" // it is that of one limb
	} else if len(m.addressees) == 1 && m.condition != "" {
		m.condition = ownCondition(clause, m.addressees[0].id)
	}
}

// sharedDuty reads "calls upon A, and encourages B, to strengthen ...": where a
// verb has addressees and nothing to ask, it asks what the next one asks.
func (d *dutyReader) sharedDuty(p *Paragraph, text string, v, next demand) string {
	if strings.Trim(strings.TrimSuffix(strings.TrimSpace(d.duty(p, text, v)), "and"), " ,") != "" {
		return ""
	}
	if duty := strings.Trim(d.duty(p, text, next), " ,;."); strings.HasPrefix(duty, "to ") {
		return " … " + duty
	}
	return ""
}

// duty is what a verb asks, without those of whom it asks it.
func (d *dutyReader) duty(p *Paragraph, text string, v demand) string {
	at := v.from + len(text[v.from:v.end]) - len(strings.TrimLeft(text[v.from:v.end], " "))
	if list, end := d.addresseesAt(p, text, at, v.end); len(list) > 0 {
		return text[end:v.end]
	}
	return text[v.from:v.end]
}
