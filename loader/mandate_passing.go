package loader

import (
	"strings"

	"mandategraph/graph"
)

// toldVerbs are what a text tells in passing that an earlier act did, by the
// past tense.
var toldVerbs = func() (list []cue) {
	for _, r := range graph.Relations {
		if r.Traits&graph.ToldInPassing != 0 {
			forms, _ := r.Forms()
			list = append(list, cue{forms.Past, r.Name, pastForm})
		}
		if r.Traits&(graph.ToldInPassing|graph.Creates) == graph.ToldInPassing|graph.Creates {
			list = append(list, cue{"decided to " + r.Verb, r.Name, pastForm})
		}
	}
	return list
}()

var (
	tellingClause  = compile(`\b(?:in|by|through|with|under) which\b|\bwhereby\b|\bwherein\b`)
	tellingSubject = compile(`^[^.;]*?(?:, (?:it|the [A-Z][A-Za-z]+)(?:,[^,]*,)? (?:had )?)$`)
	tellingLead    = compile(`\b(?:[Ii]n|[Bb]y) (?:(?:its|their) )?$`)
	interlude      = compile(`^,? ?(?:inter alia|at its [a-z-]+ session|in particular), ?`)
)

// What passages told in passing hold.
var (
	madeGate     = newGate(" established ", " as amended ")
	adoptionGate = newGate("adoption ")
	groupGate    = newGate("decided that a")
)

// A passage is where a paragraph cites an earlier act, and may tell in passing
// what that has done. It goes on to byte to, where the next act is cited.
type passage struct {
	*citation
	p    *Paragraph
	part Text
	to   int
}

// passing finds what a paragraph tells earlier acts to have done.
func (d *dutyReader) passing(p *Paragraph) {
	if p.Kind == footnote || p.Kind == annexed {
		return
	}
	for _, part := range p.Parts {
		list := d.cites.of(part, d.tree.speaker(p))
		for i := range list {
			x := passage{&list[i], p, part, len(part.S)}
			if x.id == "" {
				continue
			}
			if i+1 < len(list) {
				x.to = max(x.end, list[i+1].leadStart) // parts of one number share their place
			}
			d.told(x)
			if madeGate.in(part) {
				d.made(x)
				d.amended(x)
			}
			if adoptionGate.in(part) {
				d.adoptedIn(x)
			}
			if groupGate.in(part) {
				d.groupNamed(x)
			}
		}
	}
}

// passed adds what bytes from to to of a passage tell that its act did.
func (d *dutyReader) passed(x passage, from, to int, relation, object string, told qualifiers) {
	told = append(told, [2]string{"rule", "told in passing"}, [2]string{"confidence", "certain"})
	d.found.state(x.p, x.part, from, to, x.id, relation, object, told)
}

// told reads "..., in which the Conference urged States parties to ..., and
// encouraged ..." after a citation.
func (d *dutyReader) told(x passage) {
	text := x.part.S
	leads := tellingLead.MatchString(tail(text[:x.leadStart])) || tellingLead.MatchString(tail(text[:x.start]))
	if rest := text[x.end:x.to]; !leads && !strings.Contains(rest, "which") && !strings.Contains(rest, "where") {
		return
	}
	for _, v := range toldVerbs {
		for at := x.end; ; {
			i := strings.Index(text[at:x.to], v.phrase)
			if i < 0 {
				break
			}
			start := at + i
			at = start + len(v.phrase)
			if at == x.to || text[at] != ' ' && text[at] != ',' || !tells(text[x.end:start], leads) {
				continue
			}
			if v.phrase == "decided to establish" {
				d.foundNameless(x, at)
			}
			for _, a := range d.toldObjects(x.p, text, v.relation, at) {
				d.found.entity(a.id, a.kind)
				told := qualifiers{{"verb", v.phrase}, {"restriction", a.restriction}}
				d.passed(x, a.start, a.end, v.relation, a.id, told)
			}
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
func (d *dutyReader) toldObjects(p *Paragraph, text, relation string, at int) []addressee {
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
func (d *dutyReader) endorsed(p *Paragraph, text string, at int) (list []addressee) {
	if !theRecommendations.MatchString(text[at:]) {
		return nil
	}
	for _, m := range sittings(text, d.tree.speaker(p)) {
		if m.start >= at {
			list = append(list, addressee{id: d.recommended(m), kind: "Recommendations", start: m.start, end: m.end})
		}
	}
	return list
}

// founded reads the body or mechanism that an act established.
func (d *dutyReader) founded(p *Paragraph, text string, at int) []addressee {
	at = skipPrefix(text, at, "the ", "an ", "a ")
	if b, ok := subsidiaryAt(text[at:], d.tree.speaker(p)); ok {
		addSubsidiary(&d.found, b)
		return []addressee{{id: b.id, kind: "Body", start: at, end: at + b.end}}
	}
	if to := capitalPhrase(text, at); to > at {
		return []addressee{{id: addInstrument(&d.found, text[at:to]), kind: "Instrument", start: at, end: to}}
	}
	return nil
}
