package duty

import (
	"strings"

	"mandategraph/loader/cite"
	"mandategraph/loader/scan"
	"mandategraph/loader/tree"
)

var (
	wasMade = scan.Compile(
		`\b(?:(?:was|were) )?(?:initially |originally |first |previously |subsequently |most recently )?(established|appointed|created|set up|extended|renewed|expanded) ` +
			`(?:by|in|under|pursuant to|in accordance with)(?: the terms of)?(?: (paragraphs? \d+(?: \([a-z]\))*(?: (?:and|to) \d+)?) of)?(?: (?:Security |General )?(?:Council|Assembly))?` +
			`(?: its| the)?()(?: resolutions?)?(?:[ ,]*(?:and )?\d+(?:/\d+)? ?(?:\(\d{4}\))?(?: of \d{1,2} [A-Z][a-z]+(?: \d{4})?)?)*[ ,]*(?:and )?$`,
	)
	asAmended  = scan.Compile(`,? as amended (?:by|in)(?: the [A-Z][a-z]+ in)?(?: its)?(?: the)? ?$`)
	smallRules = scan.Compile(`(?:(rule \d+) of )?the (rules of procedure|terms of reference)(?: of the [A-Z][a-z]+)?$`)
	adoptionOf = scan.Compile(`\badoption (?:by the [A-Z][^,;]*? )?of the ([A-Z][^;]*?),? (?:by|in) (?:its )?$`)
)

// made reads the passive before a citation: "the Working Group on Firearms was
// established by resolution 5/4", "the Panel of Experts on Ports established pursuant
// to paragraph 24 of resolution 3573 (2025)", "and extended by resolutions 2 and 3".
func (d *dutyReader) made(x passage) {
	before := x.part.S[:x.LeadStart]
	from := max(0, len(before)-mostMade)
	m := wasMade.FindStringSubmatchIndex(before[from:])
	if m == nil {
		return
	}
	relation := lifeParticiples[before[from+m[2]:from+m[3]]]
	if relation == "" {
		relation = "establishes" // appointed
	}
	pin := ""
	if m[4] >= 0 {
		pin = before[from+m[4] : from+m[5]]
	}
	b := d.bodyBefore(x.p, x.part.S, from+m[0])
	if b.ID == "" ||
		strings.TrimSpace(before[b.End:from+m[0]]) == "as" &&
			mandateOf.MatchString(before[max(0, b.Start-mostMandate):b.End+len("’s mandate")]) {
		return // "the mandate of the Mission as established in"
	}
	verb, _, _ := strings.Cut(strings.TrimRight(before[from+m[0]:from+m[6]], " "), " paragraph")
	d.passed(x, b.Start, b.End, relation, b.ID, tree.Qualifiers{{"verb", verb}, {"pin", pin}})
}

// mostMandate is within how many bytes before a body its mandate is named.
const mostMandate = 20

// mostMade is within how many bytes before an act its verb stands.
const mostMade = 240

// between are words that may stand between a body and what is told of it: acts that
// did something else with it, and adverbs.
var betweenMade = scan.Compile(
	`^(?:’s mandate)?[ ,]*(?:(?:as|and|was|were|which|that|has|have|been|originally|initially|first|previously|subsequently|most recently|last|further|the mandate of|` +
		`its last mandate|(?:established|appointed|created|set up|extended|renewed|amended|modified|expanded|adjusted)(?: (?:by|in|under|pursuant to))?|` +
		`(?:its )?resolutions?|paragraphs? \d+(?: \([a-z]\))*(?: of)?|[0-9/]+(?: ?\(\d{4}\))?|of \d{1,2} [A-Z][a-z]+(?: \d{4})?|mandate|during the course of)[ ,]*)*$`,
)

// bodyBefore is the body named last before byte end of a text, where only such words
// follow it.
func (d *dutyReader) bodyBefore(p *tree.Paragraph, text string, end int) (b cite.Subsidiary) {
	before := text[:end]
	for i := len(before) - 1; i >= max(0, len(before)-mostMade); i-- {
		if !scan.IsCapitalAt(before, i) || i > 0 && (scan.IsWord(before[i-1]) || before[i-1] == '-') {
			continue
		}
		if n, ok := cite.SubsidiaryAt(before[i:], d.tree.Speaker(p)); ok && betweenMade.MatchString(before[i+n.End:]) {
			if longer := d.subsidiaryAround(p, before, i, i+n.End); longer.ID != "" {
				n = longer
			} else {
				n.Start, n.End = i, i+n.End
			}
			cite.AddSubsidiary(&d.found, n)
			return n
		}
		for _, noun := range setUpNouns[:setUpOnly] {
			if d.tree.Speaker(p) != "sc" || !strings.HasPrefix(before[i:], noun) || !betweenMade.MatchString(before[i+len(noun):]) {
				continue
			}
			if strings.Contains(noun, " ") {
				return cite.Subsidiary{ID: d.setUpNamed(p, text, i, noun), Start: i, End: i + len(noun)}
			}
			id, _ := d.setUpAt(p, text, i, noun) // a committee only where this very act is said to have set it up
			return cite.Subsidiary{ID: id, Start: i - len(ofTheCouncil.FindString(before[:i])), End: i + len(noun)}
		}
	}
	return b
}

// ofTheCouncil stands before a committee in its full name.
var ofTheCouncil = scan.Compile(`(?:Security Council|Sanctions) $`)

// subsidiaryAround is the body whose longer name holds bytes from to end of a text.
func (d *dutyReader) subsidiaryAround(p *tree.Paragraph, s string, from, end int) cite.Subsidiary {
	for i := max(0, from-mostBody); i < from; i++ {
		if !scan.IsCapitalAt(s, i) || i > 0 && (scan.IsWord(s[i-1]) || s[i-1] == '-') {
			continue
		}
		if n, ok := cite.SubsidiaryAt(s[i:], d.tree.Speaker(p)); ok && i+n.End >= end {
			n.Start, n.End = i, i+n.End
			return n
		}
	}
	return cite.Subsidiary{}
}

// mostAmended is the most bytes of the name of an instrument that was amended.
const mostAmended = 200

// amended reads "the Terms of Reference of the Fund, as amended by decision 13/6".
func (d *dutyReader) amended(x passage) {
	text := x.part.S
	m := asAmended.FindStringIndex(text[:x.LeadStart])
	if m == nil {
		return
	}
	before := text[:m[0]]
	if r := smallRules.FindStringSubmatchIndex(before); r != nil {
		pin := ""
		if r[2] >= 0 {
			pin = before[r[2]:r[3]]
		}
		id := tree.AddInstrument(&d.found, before[r[4]:r[5]])
		d.passed(x, r[4], r[5], "amends", id, tree.Qualifiers{{"verb", "as amended by"}, {"pin", pin}})
		return
	}
	for at := max(0, len(before)-mostAmended); at < len(before); at++ {
		if strings.HasSuffix(before[:at], " the ") && scan.CapitalPhrase(before, at) == len(before) {
			id := tree.AddInstrument(&d.found, before[at:])
			d.passed(x, at, len(before), "amends", id, tree.Qualifiers{{"verb", "as amended by"}})
			return
		}
	}
}

// adoptedIn reads "the adoption by the General Assembly of the Global Framework
// for ..., in its resolution 78/47" before a citation.
func (d *dutyReader) adoptedIn(x passage) {
	m := adoptionOf.FindStringSubmatchIndex(x.part.S[:x.LeadStart])
	if m == nil {
		return
	}
	if hit, ok := scan.NameAt(x.part.S, m[2], tree.InstrumentNouns); ok && hit.End == m[3] {
		id := tree.AddInstrument(&d.found, x.part.S[m[2]:m[3]])
		d.passed(x, m[2], m[3], "adopts", id, tree.Qualifiers{{"verb", "adoption"}})
	}
}

// A founding is a group that an act was said to establish without a name: "an
// open-ended working group to hold discussions on ...".
type founding struct {
	passage
	noun       string
	start, end int
}

// aGroup is a group without a name.
const aGroup = `([a-z-]+ (?:[a-z]+ )*?(?:group|committee|panel))`

var (
	namelessGroup = scan.Compile(`^an? ` + aGroup + ` to [a-z]+`)
	constantGroup = scan.Compile(`decided that an? (?:` + aGroup + ` (on [a-z][a-z ]*?)) (?:would|should|shall|will) `)
)

// foundNameless remembers the group without a name that stands behind byte at.
func (d *dutyReader) foundNameless(x passage, at int) {
	at = skipInterlude(x.part.S, at)
	if m := namelessGroup.FindStringSubmatchIndex(x.part.S[at:]); m != nil && x.p.Act != nil {
		d.nameless = &founding{x, x.part.S[at+m[2] : at+m[3]], at + m[2], at + m[3]}
	}
}

// groupNamed reads what a later act of the same body decided on a group of the same
// kind, by its name: "decided that an open-ended working group on international
// cooperation would be a constant element". The group that was founded without
// a name is then likely the same.
func (d *dutyReader) groupNamed(x passage) {
	rest := x.part.S[x.End:]
	m := constantGroup.FindStringSubmatchIndex(rest)
	if m == nil || x.p.Act == nil {
		return
	}
	noun := rest[m[2]:m[3]]
	name := strings.TrimPrefix(noun, "open-ended ") + " " + rest[m[4]:m[5]]
	b := cite.SubsidiaryNamed(d.tree.Speaker(x.p), name, 0)
	cite.AddSubsidiary(&d.found, b)
	d.passed(x, x.End+m[2], x.End+m[5], "decides", b.ID, tree.Qualifiers{{"verb", "decided"}})
	if f := d.nameless; f != nil && f.p.Act.ID == x.p.Act.ID && f.noun == noun {
		d.found.State(f.p, f.part, f.start, f.end, f.ID, "establishes", b.ID,
			tree.Qualifiers{{"verb", "decided to establish"}, {"rule", "told in passing"}, {"confidence", "likely"}})
	}
}
