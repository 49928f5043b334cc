package loader

import (
	"strings"
	"sync"

	"mandategraph/graph"
)

// A demand is one operative verb of a paragraph with its clause.
type demand struct {
	relation, verb string
	start, from    int    // the verb's first byte, and the byte after it
	end            int    // of the clause
	shared         string // what the next verb asks too: "calls upon A, and encourages B, to ..."
}

// mandates states what each operative verb asks, and of whom.
func (s *stater) mandates() {
	for _, p := range s.tree.Paragraphs {
		if p.Act == nil || p.Kind != operative && p.Kind != decided {
			continue
		}
		text := p.Parts[0].S
		list := demands(p, text)
		if creationGate.in(p.Parts[0]) {
			s.remember(p, text, list)
		}
		s.before = nil
		for i, d := range list {
			if i+1 < len(list) {
				if strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(text[d.from:d.end]), "and")) == "" {
					d.from, d.end = list[i+1].from, list[i+1].end // "Reaffirms and renews ..."
				}
				d.shared = s.sharedDuty(p, text, d, list[i+1])
			}
			s.demand(p, d, itoa(i+1))
		}
	}
}

// demands lists the operative verbs of a paragraph.
func demands(p *Paragraph, text string) []demand {
	var list []demand
	quotes := quoted(text)
	for i := p.Words; i < len(text); {
		w, next := word(text, i)
		if w == "" {
			i = max(next, i) + 1
			continue
		}
		start := next - len(w)
		i = next
		if _, known := verbWordOf(w); !known {
			continue
		}
		c, end, ok := verbAt(text, start, start == p.Words)
		if !ok || inSpans(quotes, start) || !operates(p, c, text, start, len(list) == 0) {
			continue
		}
		if n := len(list); n > 0 {
			list[n-1].end = start
		}
		list = append(list, demand{c.relation, strings.TrimPrefix(strings.TrimSpace(text[start:end]), "and "), start, end, len(text), ""})
		i = end
	}
	return list
}

func inSpans(list []span, at int) bool {
	for _, q := range list {
		if at >= q.start && at < q.end {
			return true
		}
	}
	return false
}

// operates says that a verb governs a clause of the paragraph itself.
func operates(p *Paragraph, c cue, text string, start int, first bool) bool {
	if start == p.Words {
		return c.form == thirdForm || c.form == pastForm && p.Kind == decided
	}
	if p.Kind == decided && c.form == pastForm {
		return tellsDecision(c, text, start, first)
	}
	if c.form != thirdForm || graph.HasTrait(c.relation, graph.NounLike) {
		return false
	}
	r, _ := graph.RelationByName(c.relation)
	if r.Broader != graph.Addresses && r.Traits&graph.MayBeginClause == 0 {
		return false
	}
	before := strings.TrimRight(text[:start], " ")
	if first && p.Kind == decided {
		// "The Conference of the Parties to the ... approves": after its name.
		bodies := findBodies(before)
		if n := len(bodies); n > 0 && bodies[n-1].end == len(before) {
			return true
		}
		return strings.HasSuffix(before, ",")
	}
	return !first && (strings.HasSuffix(before, ",") || strings.HasSuffix(before, ";") || strings.HasSuffix(before, " and"))
}

// pastParticiple tells a past form that is a participle by the word behind it.
var pastParticiple = compile(`^\w+ (?:by|in|at|on|under|pursuant|as|for|from|thereto|therein|earlier)\b`)

var decidedByVote = compile(`^decided by (?:a recorded vote|\d+ votes|consensus)\b`)

// tellsDecision says that a past form tells what a body did in the sentence of a
// decision: "At its 9th meeting, the Commission, recalling ..., decided that ...,
// and requested ...".
func tellsDecision(c cue, text string, start int, first bool) bool {
	r, _ := graph.RelationByName(c.relation)
	if r.Broader != graph.Addresses && r.Traits&graph.ToldAsDecision == 0 {
		return false
	}
	if pastParticiple.MatchString(text[start:]) && !decidedByVote.MatchString(text[start:]) {
		return false
	}
	before := strings.TrimRight(text[:start], " ")
	if !first {
		return strings.HasSuffix(before, " and")
	}
	lead := before
	if cut := strings.LastIndex(before, ", "); cut >= 0 {
		lead = before[cut+2:]
	}
	return strings.HasSuffix(before, ",") || strings.HasPrefix(lead, "the ") && len(findBodies(lead)) > 0 || strings.HasPrefix(before, "The ") && len(findBodies(before)) == 1
}

// What only some paragraphs hold, and what in them shows that.
var (
	conditionGate     = gateOf(conditions)
	deadlineGate      = newGate(append([]string{"session", "meeting"}, digits...)...)
	recipientGate     = gateOf(reportTo)
	participationGate = newGate("participation", "open to ", "with the ")
	creationGate      = newGate("stablish", "onvene", "reate", "et up", "ets up")
)

// demand states one mandate and its statements.
func (s *stater) demand(p *Paragraph, d demand, n string) {
	part := p.Parts[0]
	clause := strings.TrimRight(part.S[d.from:d.end], " ,;.")
	for _, w := range []string{" and", ",", " and, in this regard"} {
		clause = strings.TrimSuffix(clause, w)
	}
	end := d.from + len(clause)
	id := p.ID + "/mandate/" + n
	targets := s.targets(p, part.S, d, end)
	s.entity(id, "Mandate")
	s.fact(id, "partOf", p.ID)
	s.fact(id, "verb", d.relation)
	s.fact(id, "clause", strings.Trim(clause, " ,")+d.shared)
	condition, deadline := "", ""
	recipient := sync.OnceValue(func() string { return s.recipientIn(p, clause) })
	if r, _ := graph.RelationByName(d.relation); r.Broader == graph.Addresses {
		if conditionGate.in(part) {
			condition = conditionIn(clause)
		}
		if deadlineGate.in(part) {
			deadline = deadlineIn(clause)
		}
		if graph.HasTrait(d.relation, graph.Settles) && limbs(clause) > 1 {
			deadline = "" // it is that of one limb
		} else if len(targets) == 1 && condition != "" {
			condition = ownCondition(clause, targets[0].id)
		}
		s.fact(id, "recipient", recipient())
	}
	s.fact(id, "condition", condition)
	s.fact(id, "deadline", deadline)
	if participationGate.in(part) {
		s.fact(id, "participation", participationIn(clause))
	}
	s.fact(id, "dueAt", s.dueAt(p, deadline, clause))
	if s.before = targets; targets == nil {
		targets = []addressee{{id: id, kind: "Mandate", start: d.start, end: end}}
	}
	for _, a := range targets {
		s.entity(a.id, a.kind)
		if a.kind == "Act" {
			continue // the citation itself is stated elsewhere
		}
		if a.id != id && addressed[a.kind] {
			s.fact(id, "addressee", a.id)
			s.reporting(a.id, recipient())
		}
		s.state(p, part, a.start, a.end, p.Act.ID, d.relation, a.id, qualifiers{
			{"mandate", id}, {"verb", d.verb}, {"restriction", a.restriction}, {"condition", condition}, {"deadline", deadline}, {"rule", "operative verb"}, {"confidence", "certain"}})
	}
}

// sharedDuty reads "calls upon A, and encourages B, to strengthen ...": where a
// verb has addressees and nothing to ask, it asks what the next one asks.
func (s *stater) sharedDuty(p *Paragraph, text string, d, next demand) string {
	rest := func(d demand) string {
		at := d.from + len(text[d.from:d.end]) - len(strings.TrimLeft(text[d.from:d.end], " "))
		if list, end := s.addresseesAt(p, text, at, d.end); len(list) > 0 {
			return text[end:d.end]
		}
		return text[d.from:d.end]
	}
	if strings.Trim(strings.TrimSuffix(strings.TrimSpace(rest(d)), "and"), " ,") != "" {
		return ""
	}
	if duty := strings.Trim(rest(next), " ,;."); strings.HasPrefix(duty, "to ") {
		return " … " + duty
	}
	return ""
}

// addressed are the kinds of those who can be asked something.
var addressed = map[string]bool{"AddresseeClass": true, "Organization": true, "Body": true, "Secretariat": true, "Role": true, "State": true, "Group": true}

var dutyThat = compile(`(?:^|, )that `)

// targets finds whom or what a verb governs; nil where neither is named.
func (s *stater) targets(p *Paragraph, text string, d demand, end int) []addressee {
	at := d.from
	for at < end && text[at] == ' ' {
		at++
	}
	at = skipPrefix(text[:end], at, "of ") // "Takes note with appreciation of"
	settles := graph.HasTrait(d.relation, graph.Settles)
	switch {
	case graph.HasTrait(d.relation, graph.Creates):
		if b, ok := s.created(p, text[:end], d.start); ok {
			s.subsidiary(b)
			return []addressee{{id: b.id, kind: "Body", start: b.start, end: b.end}}
		}
	case graph.HasTrait(d.relation, graph.TakesDuty):
		if m := dutyThat.FindStringIndex(text[at:end]); m != nil && (m[0] == 0 || settles) {
			return s.onDuty(p, text, at+m[1], end, !settles)
		}
	}
	r, _ := graph.RelationByName(d.relation)
	if r.Broader == graph.Addresses && !settles {
		if list := s.again(p, text, at, end); list != nil {
			return list
		}
		if list, _ := s.addresseesAt(p, text, at, s.listEnd(text, at, end)); list != nil {
			return list
		}
		return nil
	}
	return s.things(p, text, at, end)
}

// listEnd lets the addressees of a verb end before the items of a list.
func (s *stater) listEnd(text string, at, end int) int {
	if i := strings.Index(text[at:end], ":"); i > 0 {
		return at + i
	}
	return end
}

var (
	laysDuty = compile(`^(?:, | (?:shall|should|will|may|must)\b)`)
	// What is done with somebody is no duty of his: "shall be convened".
	undergoes = compile(`^ (?:shall|should|will|may|must) (?:also |further )?be (?:convened|held|established|extended|renewed|composed|chaired|postponed|discontinued|dissolved|open|funded|financed|reconvened|elected|appointed|served)\b`)
)

// onDuty reads "that the Chair of the expert group shall submit": an actor on
// whom a duty is laid.
// After a verb that asks, the subjunctive needs no auxiliary ("requests that
// the Executive Director continue").
func (s *stater) onDuty(p *Paragraph, text string, at, end int, asks bool) []addressee {
	list, next := s.addresseesAt(p, text, at, end)
	rest := text[next:end]
	if asks && len(list) > 0 && !list[0].generic && !strings.HasPrefix(rest, " be ") {
		return list
	}
	if len(list) > 0 && !list[0].generic && laysDuty.MatchString(rest) && !undergoes.MatchString(rest) {
		return list
	}
	return nil
}
