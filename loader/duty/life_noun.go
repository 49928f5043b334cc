package duty

import (
	"strings"

	"mandategraph/graph"
	"mandategraph/loader/cite"
	"mandategraph/loader/scan"
	"mandategraph/loader/tree"
)

// lifeNouns are the nouns by which an act says what it does with a mandate, by the
// relation that they state: "Authorizes the enlargement of the mandate of".
var lifeNouns = map[string]string{
	"enlargement": "amends", "expansion": "amends", "modification": "amends", "addition of new tasks": "amends",
	"extension": "extends", "continuation": "extends", "prolongation": "extends", "continued presence": "extends",
	"renewal": "renews", "termination": "terminates", "dissolution": "terminates", "liquidation": "terminates",
}

var (
	// nounOfLife stands behind a deciding verb: "Decides on the continuation of", "Decides
	// to authorize, on a contingency basis, an enlargement of the mandate of".
	nounOfLife = scan.Compile(
		`^(?:, [^,;]{1,80},)? (?:to (?:authorize|approve),?(?: [^,;]{1,80},)? |on |the (?:proposals?|recommendations?)(?: of [^,;]{1,60}?)? (?:for|concerning|on|regarding) )?(?:the|an?|its) (?:(?:further|proposed|immediate|temporary) )?` +
			`(enlargement|expansion|modification|addition of new tasks|extension|continuation|prolongation|continued presence|renewal|termination|dissolution|liquidation)s?(?:,[^,;]{1,80},)? (?:of|to) `,
	)
	// proposal stands between "approves" and what it carries out: "Approves the
	// recommendation of the Secretary-General to extend".
	proposal = scan.Compile(
		`^ (?:the|his|its) (?:proposals?|recommendations?|requests?|intention|decision)(?: (?:of|by|made by|contained in|set out in) (?:the )?[^,;]{1,80}?)? to `,
	)
	// mandateOf says that a mandate is spoken of.
	mandateOf = scan.Compile(`\bmandate of\b|’s mandate\b`)
)

// nounTurn reads what a deciding verb does to a mandate by a noun, and where in the clause
// the object begins.
func nounTurn(s, verb string) (relation string, from int) {
	if !deciding[verb] && verb != "authorizes" {
		return "", 0
	}
	m := nounOfLife.FindStringSubmatchIndex(s)
	if m == nil {
		return "", 0
	}
	return lifeNouns[s[m[2]:m[3]]], m[1]
}

// proposed are the words between "approves" and the infinitive of what was proposed.
func proposed(s, verb string) string {
	if verb != "approves" && verb != "agrees" {
		return ""
	}
	return strings.TrimSuffix(proposal.FindString(s), "to ")
}

// placed reads an operation whose name and place a clause prints apart: "the stationing in
// Cyprus of the United Nations Peace-keeping Force".
func (d *dutyReader) placed(p *tree.Paragraph, object string) (b cite.Subsidiary) {
	m := inPlace.FindStringSubmatchIndex(object)
	if m == nil || d.tree.Speaker(p) != "sc" {
		return b
	}
	name := unitedForce.FindStringIndex(object)
	if name == nil || aside.MatchString(object[:name[0]]) {
		return b
	}
	full := object[name[0]:name[1]] + object[m[0]:m[1]]
	known, ok := cite.SubsidiaryAt(full, "sc")
	if !ok || !known.Single || known.End != len(full) {
		return b
	}
	known.Start, known.End = name[0], name[1]
	cite.AddSubsidiary(&d.found, known)
	return known
}

var (
	// aside stands before an operation that is only spoken of.
	aside       = scan.Compile(`\b(?:unless|whether|suspension|measures?|provided|so that|in order)\b`)
	inPlace     = scan.Compile(` in (?:the )?[A-Z][a-z]+(?: [A-Z][a-z]+)*`)
	unitedForce = scan.Compile(`United Nations (?:[A-Z][a-z]+(?:-[a-z]+)? )*(?:Force|Mission|Operation|Group)\b`)
)

// namedProgramme is the name of a mechanism or programme, which begins with the place
// where it was agreed and may have a noun without capitals: "Lima work programme on gender",
// "Warsaw International Mechanism for Loss and Damage". Its words up to the noun tell it
// from others, and one word of what it is on, where no other follows.
var namedProgramme = scan.Compile(
	`^ ?(?:(?:and|or) [a-z]+ )?the ((?:[A-Z][\pL–-]+ )+(?:[a-z-]+ )?(?:[Ww]ork [Pp]rogramme|[Mm]echanism|[Ff]acility|[Pp]latform)(?: on [a-z]+)?)( [a-z]+)?`,
)

// instrumentIn finds the mechanism or programme that stands first in what a verb governs.
func instrumentIn(object string) (span [2]int, ok bool) {
	m := namedProgramme.FindStringSubmatchIndex(object)
	if m == nil {
		return span, false
	}
	name := object[m[2]:m[3]]
	if short, _, has := strings.Cut(name, " on "); has && m[4] >= 0 && !endsName[object[m[4]+1:m[5]]] {
		name = short
	}
	return [2]int{m[2], m[2] + len(name)}, true
}

var endsName = scan.WordSet("for as and until through from in at under with that which by to")

// foundedHere is the operation that an act founds by the tables, where its clause calls it
// by a common noun: "to establish an international tribunal", "the Force is established".
func (d *dutyReader) foundedHere(p *tree.Paragraph, s string, from int) (b cite.Subsidiary) {
	o, known := operationsFounded()[p.Act.ID]
	if !known {
		return b
	}
	words := strings.Fields(o.Name)
	for _, m := range groupNoun.FindAll(s[from:]) {
		noun := s[from+m[0] : from+m[1]]
		for _, w := range words {
			if strings.EqualFold(w, noun) {
				b = operation(o)
				b.Start, b.End = from+m[0], from+m[1]
				cite.AddSubsidiary(&d.found, b)
				return b
			}
		}
	}
	return b
}

// numbered is the operation that an act founds by the tables where its text leaves out the
// number by which it is told from others: "Verification Mission" is the second one. The
// first one has no number while it is the only one.
func (d *dutyReader) numbered(p *tree.Paragraph, b cite.Subsidiary) cite.Subsidiary {
	o, known := operationsFounded()[p.Act.ID]
	if known && strings.HasPrefix(o.Name, b.Name+" ") && !strings.HasSuffix(o.Name, " I") {
		b.ID, b.Name = operation(o).ID, o.Name
		cite.AddSubsidiary(&d.found, b)
	}
	return b
}

var groupNoun = scan.Compile(`\b(?i:tribunal|force|mission|operation|office|team)\b`)

// termOfAll is for how long all holds that the items of a decision say: "Decides for a
// period of 12 months from the date of adoption of this resolution: (a) To renew".
var termOfAll = scan.Compile(`^,? ?(?:for|until) [^,;:]{3,100},?$`)

// itemOfDecision reads an item that says what its lead only begins: "Decides: (a) To renew
// the mandate of the Mission; (b) To request the Secretary-General to report".
func (d *dutyReader) itemOfDecision(p *tree.Paragraph, s string) (v demand, ok bool) {
	if p.Intro == nil || !strings.HasPrefix(s[p.Words:], "To ") {
		return v, false
	}
	lead := p.Intro.Parts[0].S
	verbs := demands(p.Intro, lead)
	if len(verbs) == 0 || !strings.HasSuffix(strings.TrimRight(lead, " "), ":") {
		return v, false
	}
	last := verbs[len(verbs)-1]
	if rest := strings.Trim(lead[last.from:], " :"); !deciding[last.relation] || rest != "" && !termOfAll.MatchString(rest) {
		return v, false
	}
	v = demand{relation: last.relation, verb: last.verb, start: p.Words, from: p.Words, end: len(s), term: lead[last.from:]}
	at := p.Words + len("To ")
	if c, end, is := tree.VerbAt(s, at, false); is && c.Form == tree.BaseForm && !graph.HasTrait(c.Relation, graph.Lives) {
		v = demand{relation: c.Relation, verb: s[p.Words:end], start: p.Words, from: end, end: len(s)}
	}
	return v, true
}
