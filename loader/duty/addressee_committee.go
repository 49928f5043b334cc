package duty

import (
	"slices"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/names"
	"mandategraph/loader/cite"
	"mandategraph/loader/scan"
	"mandategraph/loader/text"
	"mandategraph/loader/tree"
)

// committee reads a body of the Security Council by its short form: the committee,
// panel or group of which the act names the resolution that set it up.
func (r *addresseeReader) committee(at int) (a Addressee, end int, ok bool) {
	if r.p.Act == nil {
		return a, at, false
	}
	for _, noun := range setUpNouns {
		if !r.head(at, noun) {
			continue
		}
		end = at + len(noun)
		if id, stop := r.duty.setUpAt(r.p, r.text[:r.limit], at, noun); id != "" {
			return Addressee{ID: id, Kind: "Body"}, stop, true
		}
		if scan.IsCapital(nextWord(r.text[end:r.limit])) || namedFurther.MatchString(r.text[end:r.limit]) {
			continue
		}
		if id := r.duty.setUpNamed(r.p, r.text[:r.limit], at, noun); id != "" {
			return Addressee{ID: id, Kind: "Body"}, end, true
		}
	}
	return a, at, false
}

// setUpNouns are the nouns of bodies that are known by the resolution that set them
// up, the longest first.
var setUpNouns = []string{
	"Security Council Committee", "Sanctions Committee", "Panel of Experts", "Group of Experts", "Monitoring Group",
	"Monitoring Mechanism", "Commission of Inquiry", "Sub-Committee", "Committee", "Panel", "Group",
	"Commission", "Force", "Mission", "Operation", "Tribunal",
}

// setUpOnly are how many of these are known by that resolution alone; the others must be
// the operation that it founded.
const setUpOnly = 11

var setUpBy = scan.Compile(
	`^,? (?:which was |that was |initially |originally )?(?:established|appointed|created|set up|reconvened)(?: in)? ` +
		`(?:pursuant to|by|under|in accordance with|in pursuance of|in)(?: the terms of)? ` +
		`(?:(paragraphs? \d+(?: \([a-z]\))*(?: (?:and|to) \d+)?) (?:of|above|below)(?: its| the)?,? ?)?(?:Security Council )?(?:resolution )?(\d{1,4})? ?\(?`,
)

// setUpAt is the id of the body whose noun stands at byte at, where the text says
// behind it which resolution set it up.
func (d *dutyReader) setUpAt(p *tree.Paragraph, text string, at int, noun string) (id string, end int) {
	rest := text[at+len(noun):]
	m := setUpBy.FindStringSubmatchIndex(rest)
	if m == nil {
		return "", at
	}
	number := ""
	if m[4] >= 0 {
		number = rest[m[4]:m[5]]
	}
	if strings.Contains(rest[m[0]:m[1]], " above") || number == "" && p.Act != nil && strings.Contains(rest[m[0]:m[1]], "paragraph") {
		number = p.Act.Number
	}
	if number == "" || d.tree.Speaker(p) != "sc" {
		return "", at
	}
	if o, ok := operationsFounded()["sc/resolution/"+number]; ok && strings.HasSuffix(o.Name, noun) ||
		ok && strings.Contains(o.Name, noun+" ") {
		cite.AddSubsidiary(&d.found, operation(o))
		return o.ID("sc"), at + len(noun)
	}
	if !slices.Contains(setUpNouns[:setUpOnly], noun) {
		return "", at
	}
	stop := at + len(noun) + m[1]
	if i := strings.IndexByte(text[stop:min(len(text), stop+len("(1994) "))], ')'); i >= 0 {
		stop += i + 1
	}
	return d.setUpID(noun, number), stop
}

// setUpID is the id of a body of the Security Council by its noun and the number of the
// resolution that set it up. Of the many panels of experts of the Council the tables tell
// one from another; committees alone are called by the number.
func (d *dutyReader) setUpID(noun, number string) string {
	if o, known := expertsFounded()[number+" "+noun]; known {
		cite.AddSubsidiary(&d.found, operation(o))
		return o.ID("sc")
	}
	name, id := noun, "body/sc/"+graph.Slug(noun)
	if strings.HasSuffix(noun, "Committee") && noun != "Sub-Committee" {
		name, id = "Committee established pursuant to resolution "+number, "body/sc/"+number+"-committee"
	}
	d.found.NewEntity(id, "Body", [2]string{"name", name}, [2]string{"partOf", "body/sc"})
	return id
}

// expertsFounded are the panels, groups and commissions of the tables by the number of the
// resolution that set them up and the noun by which texts go on to call them.
var expertsFounded = names.Derived(func(t *names.Tables) map[string]names.Operation {
	table := map[string]names.Operation{}
	for _, o := range t.Operations {
		number, is := strings.CutPrefix(o.Founded, "sc/resolution/")
		if noun, _, set := strings.Cut(o.Name, " established pursuant to"); is && set && slices.Contains(setUpNouns, noun) {
			table[number+" "+noun] = o
		}
	}
	return table
})

// setUpNamed is the id of the body whose noun stands at byte at, by the resolution that the
// text behind it or another paragraph of the act says to have set it up, else by that of the
// only committee of which the act speaks, whose panel it then is. It is empty where none is
// named: which panel is meant is not guessed.
func (d *dutyReader) setUpNamed(p *tree.Paragraph, text string, at int, noun string) string {
	if id, _ := d.setUpAt(p, text, at, noun); id != "" {
		return id
	}
	if p.Act == nil || d.tree.Speaker(p) != "sc" {
		return ""
	}
	named := d.short.setUp(d, p)
	if list := named[noun]; len(list) == 1 {
		return list[0]
	}
	if list := named["Committee"]; len(list) == 1 && len(named[noun]) == 0 && ofExperts[noun] {
		number, _, _ := strings.Cut(strings.TrimPrefix(list[0], "body/sc/"), "-")
		if _, known := expertsFounded()[number+" "+noun]; known {
			return d.setUpID(noun, number)
		}
	}
	return ""
}

// ofExperts are those who work for a committee on sanctions.
var ofExperts = map[string]bool{"Panel of Experts": true, "Group of Experts": true, "Monitoring Group": true}

// setUp lists the ids of such bodies that an act names, by their nouns.
func (n *ShortNames) setUp(d *dutyReader, p *tree.Paragraph) map[string][]string {
	if list, read := n.set[p.Act]; read {
		return list
	}
	list := map[string][]string{}
	n.set[p.Act] = list
	specified := map[string][]string{}
	for _, q := range p.Act.Paragraphs {
		s := q.Parts[0].S
		if expertsGate.In(q.Parts[0]) {
			for _, m := range asSpecified.FindAll(s) {
				specified[s[m[2]:m[3]]] = scan.AppendNew(specified[s[m[2]:m[3]]], s[m[4]:m[5]])
			}
		}
		if !setUpGate.In(q.Parts[0]) {
			continue
		}
		for i := range s {
			if !scan.IsCapitalAt(s, i) || i > 0 && scan.IsWord(s[i-1]) {
				continue
			}
			for _, noun := range setUpNouns {
				if !strings.HasPrefix(s[i:], noun) {
					continue
				}
				if id, _ := d.setUpAt(q, s, i, noun); id != "" {
					for _, short := range setUpNouns {
						if strings.HasSuffix(noun, short) || strings.HasPrefix(noun, short) {
							if !slices.Contains(list[short], id) {
								list[short] = append(list[short], id)
							}
						}
					}
				}
				break
			}
		}
	}
	for noun, numbers := range specified {
		if len(list[noun]) == 0 && len(numbers) == 1 {
			list[noun] = []string{d.setUpID(noun, numbers[0])}
		}
	}
	return list
}

// asSpecified names the resolution that laid down the mandate of experts, where none is said
// to have appointed them.
var (
	asSpecified = scan.Compile(
		`\b(Panel of Experts|Group of Experts|Monitoring Group),? as (?:specified|set out|described|contained|established) in paragraphs? \d+(?: \([a-z]\))? of (?:its )?resolution (\d{1,4})\b`,
	)
	expertsGate = text.NewGate("of Experts", "Monitoring Group")
)

var setUpGate = text.NewGate("stablished", "ppointed", "reated", " set up")
