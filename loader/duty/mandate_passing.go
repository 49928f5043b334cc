package duty

import (
	"strings"

	"mandategraph/graph"
	"mandategraph/loader/cite"
	"mandategraph/loader/scan"
	"mandategraph/loader/text"
	"mandategraph/loader/tree"
)

// toldVerbs are what a text tells in passing that an earlier act did, by the
// past tense.
var toldVerbs = func() (list []tree.Cue) {
	for _, r := range graph.Relations {
		if r.Traits&graph.ToldInPassing != 0 {
			forms, _ := r.Forms()
			list = append(list, tree.Cue{Phrase: forms.Past, Relation: r.Name, Form: tree.PastForm})
		}
		if r.Traits&(graph.ToldInPassing|graph.Creates) == graph.ToldInPassing|graph.Creates {
			list = append(list, tree.Cue{Phrase: "decided to " + r.Verb, Relation: r.Name, Form: tree.PastForm})
		}
	}
	return list
}()

var (
	tellingClause  = scan.Compile(`\b(?:in|by|through|with|under) which\b|\bwhereby\b|\bwherein\b`)
	tellingSubject = scan.Compile(`^[^.;]*?(?:, (?:it|the [A-Z][A-Za-z]+)(?:,[^,]*,)? (?:had )?)$`)
	tellingLead    = scan.Compile(`\b(?:[Ii]n|[Bb]y) (?:(?:its|their) )?$`)
	// An act that is itself the subject: "Recalling that decision 2/18 established the ...".
	thatItself = scan.Compile(`\bthat (?:its |the )?(?:[A-Z][a-z]+ )*(?:resolution|decision)? ?$`)
	// "Recalling decision 2/18, whereby the Mechanism was established".
	wasEstablished = scan.Compile(
		`^, (?:whereby|by which|in which|through which) the ([A-Z][^,;:]{2,140}?) (?:was|were) established\b`,
	)
	itEstablished = scan.Compile(`^ (?:established|created|set up) `)
	interlude     = scan.Compile(`^,? ?(?:inter alia|at its [a-z-]+ session|in particular), ?`)
)

// What passages told in passing hold.
var (
	madeGate = text.NewGate(
		"established ",
		"appointed ",
		"created ",
		"set up ",
		"extended ",
		"renewed ",
		"expanded ",
		" as amended ",
	)
	changeGate = text.NewGate("mend", "odif", "xtend", "enew", "djust", "xpan")
	doneGate   = text.NewGate(
		"erminat",
		"issol",
		"xtens",
		"enew",
		"rolong",
		"xpan",
		"nlarge",
		"stablish",
		"ecision to ",
	)
	adoptionGate = text.NewGate("adoption ")
	groupGate    = text.NewGate("decided that a")
)

// A passage is where a paragraph cites an earlier act, and may tell in passing
// what that has done. It goes on to byte to, where the next act is cited.
type passage struct {
	*cite.Citation
	p    *tree.Paragraph
	part text.Text
	to   int
}

// passing finds what a paragraph tells earlier acts to have done.
func (d *dutyReader) passing(p *tree.Paragraph) {
	if p.Kind == tree.Footnote || p.Kind == tree.Annexed {
		return
	}
	for _, part := range p.Parts {
		list := d.cites.Of(part, d.tree.Speaker(p))
		for i := range list {
			x := passage{&list[i], p, part, len(part.S)}
			if x.ID == "" {
				continue
			}
			if i+1 < len(list) {
				x.to = max(x.End, list[i+1].LeadStart) // parts of one number share their place
			}
			d.told(x)
			if madeGate.In(part) {
				d.made(x)
				d.amended(x)
			}
			if changeGate.In(part) {
				d.measuresChanged(x, list[i+1:])
				d.didTo(x)
			}
			if doneGate.In(part) {
				d.doneIn(x)
				d.decidedOn(x)
			}
			if adoptionGate.In(part) {
				d.adoptedIn(x)
			}
			if groupGate.In(part) {
				d.groupNamed(x)
			}
		}
	}
}

// passed adds what bytes from to to of a passage tell that its act did.
func (d *dutyReader) passed(x passage, from, to int, relation, object string, told tree.Qualifiers) {
	told = append(told, [2]string{"rule", "told in passing"}, [2]string{"confidence", "certain"})
	d.found.State(x.p, x.part, from, to, x.ID, relation, object, told)
}

// told reads "..., in which the Conference urged States parties to ..., and
// encouraged ..." after a citation.
func (d *dutyReader) told(x passage) {
	text := x.part.S
	if rest := text[x.End:x.to]; strings.Contains(rest, "stablished") || strings.HasPrefix(rest, " created ") ||
		strings.HasPrefix(rest, " set up ") {
		d.itself(x)
	}
	leads := tellingLead.MatchString(tail(text[:x.LeadStart])) || tellingLead.MatchString(tail(text[:x.Start]))
	if rest := text[x.End:x.to]; !leads && !strings.Contains(rest, "which") && !strings.Contains(rest, "where") {
		return
	}
	for _, v := range toldVerbs {
		for at := x.End; ; {
			i := strings.Index(text[at:x.to], v.Phrase)
			if i < 0 {
				break
			}
			start := at + i
			at = start + len(v.Phrase)
			if at == x.to || text[at] != ' ' && text[at] != ',' || !tells(text[x.End:start], leads) {
				continue
			}
			if v.Phrase == "decided to establish" {
				d.foundNameless(x, at)
			}
			for _, a := range d.toldObjects(x.p, text, v.Relation, at) {
				d.found.Entity(a.ID, a.Kind)
				told := tree.Qualifiers{{"verb", v.Phrase}, {"restriction", a.Restriction}}
				d.passed(x, a.Start, a.End, v.Relation, a.ID, told)
			}
		}
	}
}

// itself reads what an act founded that is itself the subject, or that "whereby" follows.
func (d *dutyReader) itself(x passage) {
	text := x.part.S
	if m := itEstablished.FindStringIndex(
		text[x.End:x.to],
	); m != nil &&
		thatItself.MatchString(tail(text[:x.LeadStart])) {
		for _, a := range d.founded(x.p, text, x.End+m[1]) {
			d.found.Entity(a.ID, a.Kind)
			d.passed(x, a.Start, a.End, "establishes", a.ID, tree.Qualifiers{{"verb", "established"}})
		}
	}
	if m := wasEstablished.FindStringSubmatchIndex(text[x.End:x.to]); m != nil {
		if list := d.founded(x.p, text[:x.End+m[3]], x.End+m[2]); len(list) > 0 {
			a := list[0]
			d.found.Entity(a.ID, a.Kind)
			d.passed(x, a.Start, a.End, "establishes", a.ID, tree.Qualifiers{{"verb", "was established"}})
		}
	}
}

// tells says that the words between an act and a verb make the act the one that
// did it; leads says that the words before the act begin such a clause.
func tells(between string, leads bool) bool {
	return !strings.Contains(between, ". ") &&
		(tellingClause.MatchString(between) || leads && tellingSubject.MatchString(between))
}

// mostTail is as many bytes as the patterns look at that end a text.
const mostTail = 24

// tail keeps the last words, which is all that some patterns look at.
func tail(s string) string { return s[max(0, len(s)-mostTail):] }

// skipInterlude is the byte behind a parenthesis such as ", at its third
// session,".
func skipInterlude(text string, at int) int {
	at += len(interlude.FindString(text[at:]))
	for at < len(text) && text[at] == ' ' {
		at++
	}
	return at
}

// toldObjects reads what a told verb governs.
func (d *dutyReader) toldObjects(p *tree.Paragraph, text, relation string, at int) []Addressee {
	at = skipInterlude(text, at)
	switch relation {
	case "endorses":
		return d.endorsed(p, text, at)
	case "establishes":
		return d.founded(p, text, at)
	}
	list, next := d.addresseesAt(p, text, at, len(text))
	asked := strings.HasPrefix(text[next:], " to ") || strings.HasPrefix(text[next:], ",")
	if len(list) == 0 || list[0].generic || !asked {
		return nil
	}
	return list
}

// endorsed reads the meetings whose recommendations an act endorsed.
func (d *dutyReader) endorsed(p *tree.Paragraph, text string, at int) (list []Addressee) {
	if !theRecommendations.MatchString(text[at:]) {
		return nil
	}
	for _, m := range cite.Sittings(text, d.tree.Speaker(p)) {
		if m.Start >= at {
			list = append(list, Addressee{ID: d.recommended(m), Kind: "Recommendations", Start: m.Start, End: m.End})
		}
	}
	return list
}

// founded reads the body or mechanism that an act established.
func (d *dutyReader) founded(p *tree.Paragraph, text string, at int) []Addressee {
	at = scan.SkipPrefix(text, at, "the ", "an ", "a ")
	if b, ok := cite.SubsidiaryAt(text[at:], d.tree.Speaker(p)); ok {
		cite.AddSubsidiary(&d.found, b)
		return []Addressee{{ID: b.ID, Kind: "Body", Start: at, End: at + b.End}}
	}
	if i, ok := instrumentIn(" the " + text[at:]); ok {
		from, to := at+i[0]-len(" the "), at+i[1]-len(" the ")
		return []Addressee{{ID: tree.AddInstrument(&d.found, text[from:to]), Kind: "Instrument", Start: from, End: to}}
	}
	if to := scan.CapitalPhrase(text, at); to > at {
		return []Addressee{{ID: tree.AddInstrument(&d.found, text[at:to]), Kind: "Instrument", Start: at, End: to}}
	}
	return nil
}
