package duty

import (
	"strings"

	"mandategraph/graph/names"
	"mandategraph/loader/scan"
	"mandategraph/loader/text"
	"mandategraph/loader/tree"
)

// lifeVerbs are the verbs by which an act begins, carries on, changes or ends a body, an
// operation or a measure, by the relation that they state.
var lifeVerbs = []struct {
	relation, base, participle string
}{
	{"establishes", "establish|set up|create|constitute", "established|set up|created|constituted"},
	{"extends", "extend|prolong|continue|maintain", "extended|prolonged|continued|maintained"},
	{"renews", "renew|reauthorize|re-establish|reconstitute", "renewed|reauthorized|re-established|reconstituted"},
	{
		"terminates",
		"terminate|dissolve|disband|lift|discontinue|rescind|revoke|repeal|abolish|end|close|bring to an end",
		"terminated|dissolved|disbanded|lifted|discontinued|rescinded|revoked|repealed|abolished|ended|closed|brought to an end",
	},
	{"supersedes", "replace|supersede", "replaced|superseded"},
	{
		"amends",
		"amend|modify|expand|enlarge|revise|adjust|restructure|entrust a new mandate to",
		"amended|modified|expanded|enlarged|revised|adjusted|restructured|increased",
	},
}

var (
	lifeBases, lifeParticiples = lifeWords()
	lifeGate                   = text.NewGate(
		"stablish",
		"set up",
		"reate",
		"onstitut",
		"xtend",
		"rolong",
		"ontinu",
		"aintain",
		"enew",
		"eauthor",
		"erminat",
		"issol",
		"isband",
		"lift",
		"escind",
		"evoke",
		"epeal",
		"bolish",
		"end",
		"close",
		"eplace",
		"upersede",
		"mend",
		"odif",
		"xpan",
		"nlarge",
		"evis",
		"djust",
		"ntrust",
		"structur",
		"xpire",
		"cease",
		"apply",
		"ncrease",
		"xtens",
		"iquidat",
		"include",
		"addition of",
		"initial ",
	)
	deciding = scan.WordSet("decides resolves agrees approves determines")
	lifeInf  = scan.Compile(
		`\b(?:[tT]o|and|and to|or to) (?:(?:also|further|again|once more|hereby|immediately|therefore) )*(` + lifeWordsOf(
			true,
		) + `)\b`,
	)
	lifeThird = scan.Compile(
		`^(?:[A-Z][a-z]+ )?(?i:(extends|prolongs|continues|maintains|renews|re-establishes|reconstitutes|establishes|creates|constitutes|terminates|dissolves|lifts|rescinds|revokes|repeals|abolishes|ends|replaces|supersedes|amends|modifies|expands|enlarges|revises|adjusts|sets up))\b`,
	)
	// foundingOf is the noun for the verb: "Authorizes the establishment of a Commission".
	foundingOf = scan.Compile(
		`^(?: (?:the|his) recommendations? of the [A-Z][^,;]{1,160}? to (?:authorize|approve))? the (?:establishment|creation)(?: and (?:[a-z]+ )?[a-z]+)?(?:,[^,;]{0,80},)? (?:of|by [^,;]{0,60}? of)\b`,
	)
	lifePassive = scan.Compile(
		`\b(?:shall|should|will|is|are|be) (?:not )?(?:(?:also|further|again|hereby|thereby|therefore|immediately|now|accordingly) )*(?:be )?` +
			`(?:(?:also|further|again|hereby) )*(` + lifeWordsOf(
			false,
		) + `)\b`,
	)
	lifeActive = scan.Compile(
		`\b(?:shall|should|will) (?:(?:also|further|hereby|automatically) )*(terminate|expire|cease to exist|cease|end|lapse|come to an end|be brought to an end` +
			`|no longer apply|cease to apply|continue|remain in force|remain in effect|continue to apply|include)\b`,
	)
)

func lifeWords() (bases, participles map[string]string) {
	bases, participles = map[string]string{}, map[string]string{}
	for _, v := range lifeVerbs {
		for _, w := range strings.Split(v.base, "|") {
			bases[w] = v.relation
		}
		for _, w := range strings.Split(v.participle, "|") {
			participles[w] = v.relation
		}
	}
	return bases, participles
}

func lifeWordsOf(base bool) string {
	var all []string
	for _, v := range lifeVerbs {
		if base {
			all = append(all, v.base)
		} else {
			all = append(all, v.participle)
		}
	}
	return strings.Join(all, "|")
}

// lives finds what a clause begins, carries on, changes and ends, and says whether it
// found anything.
func (d *dutyReader) lives(p *tree.Paragraph, part text.Text, v demand) (found bool) {
	for _, t := range append(turns(part.S, v), d.foundedSo(p, part.S, v)...) {
		t.term = v.term
		found = d.live(p, part, t) || found
	}
	return found
}

var (
	onlyIf  = scan.Compile(`^(?: [a-z]+ly)?,? (?:if|once|when|as soon as) `)
	widened = scan.Compile(
		`\bmandate [^,;]{0,60} in order to (?:enable|allow)\b|\bterms of reference\b|\bto (?:also )?include\b|\bmandate (?:[^,;]{0,60} )?to (?:include|cover)\b`,
	)
	// measure is what has no entity of its own: the act that laid it down stands for it.
	measure = scan.Compile(
		`\b(?:measures?|prohibitions?|restrictions?|embargo(?:es)?|provisions?|exemptions?|sanctions|requests?|reporting|requirements?` +
			`|obligations?|arrangements?|decisions|freeze|ban|authorizations?|exceptions?)\b|^ ?(?:that )?(?:the )?paragraphs? \d`,
	)
	// permitOf stands before a body that others lead and the Council only authorizes.
	permitOf = scan.Compile(`^ (?:the|its) authorization(?:,[^,;]{0,80},)? of the [A-Z]`)
	// rested stands before the act on which a mandate rests.
	rested = scan.Compile(
		`(?:contained|set out|set forth|established|appointed|created|authorized|mandated|defined|outlined|specified|provided(?: for)?|described|given|laid down|mandate|as)` +
			`(?: initially| originally)? (?:in|by|under|pursuant to|in accordance with|by virtue of)(?: the)?(?: (?:paragraphs?|section|annex) [^,;]{0,40}? (?:of|to))?(?: its)?(?: Security)?(?: Council)?(?: the)?(?: General Assembly)? ?$`,
	)
	// changed stands before an act that only changed what is spoken of.
	changed = scan.Compile(
		`\b(?:amended|modified|extended|renewed|adjusted|clarified|updated|eased|reaffirmed|expanded|accordance with|line with|recommended)` +
			`(?: (?:by|in|pursuant to|with))?(?: (?:paragraphs?|section) [^,;]{0,40}? of)?(?: its)?(?: the)? ?$`,
	)
)

// foundedFor tells behind the founding of something for how long it is founded.
var foundedFor = scan.Compile(`; (?:the|it) [^,;.]{0,60}?\bestablished for [^,;.]{1,80}`)

// ending is until when a turn lets something last, where its own words or those of its
// decision say so.
func (t turn) ending(p *tree.Paragraph, s string) ending {
	end := endOf(p, s[t.start:t.end])
	if t.relation == "establishes" && end.Value == "" {
		end = endOf(
			p,
			foundedFor.FindString(s[t.end:]),
		) // "; the Force shall be established for a period of six months"
	}
	if end.Value == "" && t.term != "" {
		end = endOf(p, t.term)
	}
	return end
}

// live states one turn; false where nothing is named that it is about.
func (d *dutyReader) live(p *tree.Paragraph, part text.Text, t turn) bool {
	s := part.S
	object, whole := s[t.objectFrom:t.objectTo], s[t.start:t.end]
	if t.relation == "terminates" && strings.Contains(firstWords(object), "suspension") {
		return false // what was suspended goes on
	}
	if t.relation == "extends" && widened.MatchString(whole) && !endsAt.MatchString(whole) {
		t.relation = "amends"
	}
	end := t.ending(p, s)
	q, acts := t.qualifiers(end), d.actsIn(p, part, t)
	works := t.relation == "extends" && end.Words == "" && scan.EndsWithAny(t.verb, "maintain", "continue")
	if t.exception {
		d.liveMeasure(p, part, t, acts, q)
		return false // what else it decides is read apart
	}
	if !measure.MatchString(firstWords(object)) || t.relation == "establishes" || permitOf.MatchString(object) {
		if b := d.liveBody(p, s, t); b.ID != "" {
			if works {
				return false // it goes on with its work
			}
			d.found.State(
				p,
				part,
				b.Start,
				b.End,
				p.Act.ID,
				t.relation,
				b.ID,
				append(q, [2]string{"basis", basisIn(s, acts, p.Act.ID, t.relation)}),
			)
			d.succeeded(p, part, t, b, q)
			return true
		}
	}
	if d.liveRules(p, part, t, q) {
		return true
	}
	if t.relation == "establishes" || !t.goesOn(end) {
		return false
	}
	if !measure.MatchString(object) {
		if t, acts = actsAtOnce(s, t, acts); acts == nil {
			return false
		}
	}
	d.liveMeasure(p, part, t, acts, q)
	return true
}

// goesOn says that a turn is one for measures: what is only maintained, or continued without
// an end, is as it was.
func (t turn) goesOn(end ending) bool {
	return t.verb != "maintain" && (!strings.HasSuffix(t.verb, "continue") || end.Value != "")
}

// qualifiers are what is said of a turn, with when it ends.
func (t turn) qualifiers(end ending) tree.Qualifiers {
	q := tree.Qualifiers{{"verb", strings.TrimSpace(t.verb)}, {"rule", "life of a mandate"}}
	if t.relation != "terminates" && t.relation != "supersedes" {
		q = append(q, [2]string{"until", end.Value})
	}
	if end.counted {
		return append(q, [2]string{"confidence", "likely"})
	}
	return append(q, [2]string{"confidence", "certain"})
}

// firstWords are as many bytes of an object as tell what it is.
func firstWords(s string) string {
	if i := strings.Index(s, " of "); i >= 0 {
		s = s[:i]
	}
	return s[:min(len(s), mostPin)]
}

// An ending is until when something lasts; counted says that no text prints the day.
type ending struct {
	Worded
	counted bool
}

var (
	startsOn = scan.Compile(
		`\b(?:as of|as from|with effect from|beginning(?: on)?|starting(?: on| from)?|commencing(?: on| from)?|(?:beginning|starting|commencing) (?:no|not) later than) (` + aDay + `)`,
	)
	// extendedTo is an end behind "to": "to extend the mandate of the Mission to 31 May 2034".
	extendedTo = scan.Compile(
		`\b(?:extend|renew|prolong|extended|renewed|prolonged)\b[^;,]{0,120}? to (?:the )?((?:end of )?(?:\d{1,2} )?(?:` + names.MonthPattern + `) \d{4})\b`,
	)
	furtherFor = scan.Compile(`\b(?:further|additional|another)\b`)
)

// endOf is until when a turn lets something last: as printed, else counted from the
// adoption or from a printed day. "A further six months" counts from an end that the
// text does not say.
func endOf(p *tree.Paragraph, s string) (e ending) {
	e.Worded = endIn(p, s, true)
	if m := extendedTo.FindStringSubmatch(s); m != nil {
		return ending{Worded: Worded{m[0], dayOf(m[1])}}
	}
	if e.Value == "" || endsAt.MatchString(s) {
		return e
	}
	e.counted = true
	m := lasts.FindStringSubmatchIndex(s)
	if m == nil || lastsFrom.MatchString(s[m[1]:]) || fromNow.MatchString(s[m[1]:]) {
		return e
	}
	if start := startsOn.FindStringSubmatch(s); start != nil {
		e.Value = after(dayOf(start[1]), s[m[2]:m[3]], s[m[4]:m[5]])
	} else if furtherFor.MatchString(s[m[0]:m[1]]) || strings.Contains(s[m[0]:m[1]], "up to") {
		e.Value = ""
	}
	return e
}

// operationsFounded are the operations by the act that founded them, where it founded one.
var operationsFounded = names.Derived(func(t *names.Tables) map[string]names.Operation {
	table, several := map[string]names.Operation{}, map[string]bool{}
	for _, o := range t.Operations {
		if strings.Contains(o.Name, " established pursuant to") {
			continue // a committee or panel, beside which others may be set up
		}
		if _, known := table[o.Founded]; known {
			several[o.Founded] = true
		}
		if o.Founded != "" {
			table[o.Founded] = o
		}
	}
	for id := range several {
		delete(table, id)
	}
	return table
})
