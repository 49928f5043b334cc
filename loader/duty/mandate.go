package duty

import (
	"cmp"
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
	// ID is that of the mandate; empty where the verb asks nothing of anybody, so
	// that there is none: "Welcomes the report", "Decides to remain seized".
	ID        string
	Paragraph *tree.Paragraph
	// Relation is that of the verb, and verb the verb as printed.
	Relation, Verb string
	Clause         string // what the verb governs, as printed
	Start, End     int    // verb and clause in the first part of the paragraph
	// Conditions and Due have their words and their values; a due date that cannot
	// be told has words only.
	Conditions, Due []Worded
	// Recurrence is how often it is to be done: P90D, P1M, P1Y, session. Until is the
	// date at which it ends.
	Recurrence, Until string
	Participation     string   // who takes part, as printed
	Recipients        []string // ids of those to whom is to be reported
	Reports           bool     // a report, submission or briefing is asked
	// Addressees are those of whom it is asked, or the things that the verb
	// governs; none where the text names nobody and nothing that has an id.
	Addressees []Addressee
}

// Worded is a value with the words that print it.
type Worded struct{ Words, Value string }

// What only some paragraphs hold, and what in them shows that.
var (
	conditionGate     = text.GateOf(conditions)
	participationGate = text.NewGate("participation", "open to ", "with the ")
	creationGate      = text.NewGate("stablish", "onvene", "reate", "et up", "ets up")
)

// Mandates lists what the operative verbs of the acts ask that a document prints,
// and finds the bodies, organizations and instruments that they name.
func Mandates(ctx context.Context, t *tree.Tree, c *cite.Citations, short *ShortNames) (list []Mandate, found tree.Findings) {
	r := newDutyReader(t, c, short)
	for _, p := range t.Paragraphs {
		if ctx.Err() != nil {
			break
		}
		switch {
		case p.Act != nil && (p.Kind == tree.Operative || p.Kind == tree.Decided):
			list = append(list, r.mandatesIn(p)...)
		case p.Act == nil && p.Kind == tree.Narrative:
			list = append(list, r.conclusions(p)...)
		}
	}
	return list, r.found
}

// mandatesIn lists what each operative verb of a paragraph asks, and of whom.
func (d *dutyReader) mandatesIn(p *tree.Paragraph) (list []Mandate) {
	text := p.Parts[0].S
	verbs := demands(p, text)
	if item, ok := d.itemOfDecision(p, text); ok && len(verbs) == 0 {
		verbs = []demand{item}
	}
	if creationGate.In(p.Parts[0]) {
		d.remember(p, text, verbs)
	}
	if len(verbs) == 0 {
		if p.Intro != nil {
			if list = d.reportingItem(p, text); list != nil {
				return list
			}
		}
		return d.passive(p, text)
	}
	n := 0
	var before []Addressee
	for i, v := range verbs {
		lives := lifeGate.In(p.Parts[0]) && d.lives(p, p.Parts[0], v)
		if v.from == v.start {
			continue // an item that only its lead gives a verb
		}
		shared := ""
		if i+1 < len(verbs) {
			next := verbs[i+1]
			if strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(text[v.from:v.end]), "and")) == "" {
				v.from, v.end = next.from, next.end // "Reaffirms and renews ..."
			}
			shared = d.sharedDuty(p, text, v, next)
		}
		m, asks := d.mandate(p, v, before)
		if lives && !asks && graph.HasTrait(v.relation, graph.Lives) {
			continue // what it says is said of what it names
		}
		if asks {
			n++
			m.ID = p.ID + "/mandate/" + strconv.Itoa(n)
		}
		m.Clause += shared
		if asks {
			d.noteAddressed(p, m.Addressees)
			d.leadsItems(p, text, m)
		}
		if list, before = append(
			list,
			m,
		), m.Addressees; !asks && before == nil && i+1 < len(verbs) &&
			namedAnew.MatchString(strings.TrimLeft(text[verbs[i+1].from:verbs[i+1].end], " ")) {
			before = d.praised(p, text, v)
		}
	}
	return list
}

// mandate reads one operative verb, and says whether it asks something; before
// are those whom the verb before it in the paragraph addresses.
func (d *dutyReader) mandate(p *tree.Paragraph, v demand, before []Addressee) (m Mandate, asks bool) {
	part := p.Parts[0]
	clause := clauseOf(part.S, v)
	end := v.from + len(clause)
	m = Mandate{Paragraph: p, Relation: v.relation, Verb: v.verb, Clause: strings.Trim(clause, " ,"), Start: v.start, End: end}
	m.Addressees, asks = d.targets(p, part.S, v, end, before)
	if participationGate.In(part) {
		m.Participation = participationIn(clause)
	}
	if asks {
		d.terms(&m, part, clause)
	}
	return m, asks
}

// praised are those of whom a verb that asks nothing speaks: "commends all States that
// have sent food, and encourages them to go on".
func (d *dutyReader) praised(p *tree.Paragraph, text string, v demand) []Addressee {
	clause := clauseOf(text, v)
	at := v.from + len(clause) - len(strings.TrimLeft(clause, " "))
	at += len(workBy.FindString(text[at : v.from+len(clause)]))
	if list, ok := d.exactAddressees(p, text, at, v.from+len(clause)); ok || !given.MatchString(text[v.from:at]) {
		return list
	}
	list, end := d.addresseesAt(p, text, at, v.from+len(clause))
	if scan.SkipPrefix(text, end, " on ", " about ", " regarding ") == end {
		return nil
	}
	return list
}

// given is what somebody gives who is named behind it, before what it is about: "welcomes the
// information provided by A and B on their work, and encourages them".
var given = scan.Compile(`\b(?:information|reports?|updates?|briefings?) (?:provided|submitted|given|presented|prepared) by `)

// workBy is what somebody is praised for: "commends the efforts of".
var workBy = scan.Compile(
	`^(?:the |with appreciation )?(?:[a-z]+ )*?(?:efforts?|work|role|contributions?|commitment|initiatives?|progress|leadership|decision|willingness|readiness|cooperation|support|assistance|information|reports?|updates?|briefings?)` +
		`(?: made| undertaken| provided| played| already taken| submitted| given| presented| prepared)? (?:of|by) `,
)

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
		m.Conditions = conditionsIn(clause, m.Addressees)
	}
	d.report(m, clause)
	d.time(m, part, clause)
	if graph.HasTrait(m.Relation, graph.Settles) && limbs(clause) > 1 {
		m.Due = nil // they are those of one limb
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

// asksSomebody says that a list holds somebody who can be asked.
func asksSomebody(list []Addressee) bool {
	return slices.ContainsFunc(list, func(a Addressee) bool { return Addressed[a.Kind] })
}

// Joined are the values of a list as they stand in one cell; a word without a value
// stands for itself.
func Joined(list []Worded) string {
	var all []string
	for _, w := range list {
		all = scan.AppendNew(all, cmp.Or(w.Value, w.Words))
	}
	return strings.Join(all, "|")
}
