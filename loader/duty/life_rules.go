package duty

import (
	"strings"

	"mandategraph/loader/cite"
	"mandategraph/loader/clause"
	"mandategraph/loader/scan"
	"mandategraph/loader/text"
	"mandategraph/loader/tree"
)

var (
	// rulesOf are the rules under which a body works, which its acts change: "to amend
	// Rules 70 and 108 of the Rules of Procedure of the Assembly".
	rulesOf = scan.Compile(`^ ?(?:((?:[Rr]ules?|[Aa]rticles?|[Rr]egulations?|[Ss]ections?) [^,;]{1,60}?) of )?(?:the|its) ` +
		`((?:[Pp]rovisional )?[Rr]ules of [Pp]rocedure|Financial (?:Regulations|Rules)(?: and (?:Financial )?Rules)?|Staff (?:Regulations|Rules)(?: and Rules)?|[Ss]tatutes?)\b`)
	// laidDown stands between measures and the act that laid them down.
	laidDown = scan.Compile(
		`\b(?:measures?|provisions?|restrictions?|embargo(?:es)?|prohibitions?|sanctions|ban|freeze|exemptions?|requirements?|obligations?)\b[^;.]{0,120}?` +
			`\b(?:imposed|established|set out|set forth|laid down|contained|introduced|specified)(?: originally| initially| previously)?(?: (?:by|in|under|pursuant to))(?: ` + partOfAct + ` of)?(?: its| Security Council| the)* ?$`,
	)
	// changedBy joins an act to one that changed what it had laid down.
	changedBy = scan.Compile(`^,?(?: as| and as| and)?(?: (?:further|subsequently|most recently|last|later|then|previously))? ` +
		`(amended|modified|extended|renewed|adjusted|expanded)(?: most recently| further)? (?:by|in|pursuant to|under)(?: ` + partOfAct + ` of)?(?: its| Security Council| the)* ?$`)
	// changedToo goes on with further acts that did the same.
	changedToo = scan.Compile(`^,? ?(?:and )?(?:(?:further )?(?:by|in) )?(?:` + partOfAct + ` of )?(?:its |Security Council |the )*$`)
	// doneBy is the noun for what an act did, before the act, and doneTo what it was done
	// to, behind it: "the termination in accordance with resolution 1048 (1996) of the
	// mandate of the Mission".
	doneBy = scan.Compile(`\b(termination|dissolution|extension|renewal|prolongation|expansion|enlargement|establishment),? ` +
		`(?:in accordance with|pursuant to|by|under|in)(?: its| Security Council| the)* ?$`)
	doneTo = scan.Compile(`^(?: of \d{1,2} [A-Z][a-z]+ \d{4})?,? of (?:the )?(?:mandate of )?(?:the )?`)
)

// partOfAct names parts of an act before it: "paragraphs 1 and 2", "paragraph 1 (b)".
const partOfAct = `paragraphs? \d+(?: ?\([a-z]+\))*(?:(?:, | and |, and | to | or )\d+(?: ?\([a-z]+\))*)*(?: above)?`

var doneRelations = map[string]string{
	"termination": "terminates", "dissolution": "terminates", "extension": "extends", "prolongation": "extends", "renewal": "renews",
	"expansion": "amends", "enlargement": "amends", "establishment": "establishes",
}

// liveRules states that an act changes the rules of a body.
func (d *dutyReader) liveRules(p *tree.Paragraph, part text.Text, t turn, q tree.Qualifiers) bool {
	m := rulesOf.FindStringSubmatchIndex(part.S[t.objectFrom:t.objectTo])
	if m == nil || t.relation != "amends" && t.relation != "supersedes" {
		return false
	}
	from, to := t.objectFrom+m[4], t.objectFrom+m[5]
	if m[2] >= 0 {
		q = append(q, [2]string{"pin", part.S[t.objectFrom+m[2] : t.objectFrom+m[3]]})
	}
	d.found.State(p, part, from, to, p.Act.ID, t.relation, tree.AddInstrument(&d.found, part.S[from:to]), q)
	return true
}

// measuresChanged reads which acts changed the measures that the act of a passage laid
// down: "imposed by paragraph 2 of resolution 1521 (2003) and modified by paragraph 4 of
// resolution 1683 (2006), and by paragraph 1 of resolution 1731 (2006)".
func (d *dutyReader) measuresChanged(x passage, next []cite.Citation) {
	s, at, relation, verb := x.part.S, x.End, "", ""
	if !laidDown.MatchString(s[max(0, x.LeadStart-mostMade):x.LeadStart]) {
		return
	}
	for i := range next {
		c := &next[i]
		if c.LeadStart < at || c.ID == "" || c.ID == x.ID || x.p.Act != nil && c.ID == x.p.Act.ID {
			return
		}
		between := s[at:c.LeadStart]
		if m := changedBy.FindStringSubmatch(between); m != nil {
			relation, verb = lifeParticiples[m[1]], m[1]
		} else if relation == "" || !changedToo.MatchString(between) {
			return
		}
		pin := clause.PinIn(s[max(0, x.LeadStart-mostPin):x.LeadStart])
		d.found.State(x.p, x.part, x.Start, c.End, c.ID, relation, x.ID,
			tree.Qualifiers{{"verb", verb + " by"}, {"pin", pin}, {"rule", "life of a mandate"}, {"confidence", "certain"}})
		at = c.End
	}
}

// whichDid tells behind an act what it did: "resolution 909 (1994), by which it extended
// the mandate of the Mission".
var whichDid = scan.Compile(
	`^(?: of \d{1,2} [A-Z][a-z]+ \d{4})?,? (?:(?:by|in|through) which|whereby|which|that)(?: (?:it|the (?:[A-Z][a-z]+ ){1,4}))? ?(?:had )?` +
		`(extended|renewed|terminated|adjusted|expanded|modified|amended|enlarged|prolonged|revised) (?:the )?(?:mandate of )?(?:the )?`,
)

// didTo reads what an act did to a body, told by a clause behind the act.
func (d *dutyReader) didTo(x passage) {
	s := x.part.S
	m := whichDid.FindStringSubmatchIndex(s[x.End:x.to])
	if m == nil || !scan.IsCapitalAt(s, x.End+m[1]) {
		return
	}
	at, verb := x.End+m[1], s[x.End+m[2]:x.End+m[3]]
	if b, ok := d.bodyHere(x.p, s, at); ok {
		end := s[b.End:x.to]
		if i := strings.IndexAny(end, ",;"); i >= 0 {
			end = end[:i]
		}
		d.passed(x, at, b.End, lifeParticiples[verb], b.ID, tree.Qualifiers{{"verb", verb}, {"until", endOf(x.p, end).Value}})
	}
}

// bodyHere is the body at a byte, by its name or by the acronym in brackets behind it.
func (d *dutyReader) bodyHere(p *tree.Paragraph, s string, at int) (b cite.Subsidiary, ok bool) {
	if b, ok = d.bodyNamed(p, s, at); ok {
		return b, ok
	}
	if m := acronymIn.FindStringSubmatchIndex(s[at:]); m != nil {
		return d.bodyNamed(p, s, at+m[2])
	}
	return b, false
}

// doneIn reads what an act did to a body, told by a noun that stands around the act.
func (d *dutyReader) doneIn(x passage) {
	s := x.part.S
	m := doneBy.FindStringSubmatch(s[max(0, x.LeadStart-mostPin):x.LeadStart])
	to := doneTo.FindStringIndex(s[x.End:])
	if m == nil || to == nil {
		return
	}
	at := x.End + to[1]
	if !scan.IsCapitalAt(s, at) {
		return
	}
	if b, ok := d.bodyHere(x.p, s, at); ok {
		verb := strings.TrimSpace(m[0])
		d.passed(x, at, b.End, doneRelations[m[1]], b.ID, tree.Qualifiers{{"verb", verb}})
	}
}
