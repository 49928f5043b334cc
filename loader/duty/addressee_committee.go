package duty

import (
	"slices"
	"strings"

	"mandategraph/graph"
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
		if list := r.duty.short.setUp(r.duty, r.p)[noun]; len(list) == 1 {
			return Addressee{ID: list[0], Kind: "Body"}, end, true
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

var setUpBy = scan.Compile(`^,? (?:which was |that was |initially |originally )?(?:established|appointed|created|set up|reconvened)(?: in)? ` +
	`(?:pursuant to|by|under|in accordance with|in|in pursuance of)(?: the terms of)? ` +
	`(?:(paragraphs? \d+(?: \([a-z]\))*(?: (?:and|to) \d+)?) (?:of|above|below)(?: its| the)?,? ?)?(?:Security Council )?(?:resolution )?(\d{1,4})? ?\(?`)

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
	if o, ok := operationsFounded()["sc/resolution/"+number]; ok && strings.HasSuffix(o.Name, noun) || ok && strings.Contains(o.Name, noun+" ") {
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

// setUpID is the id of a body of the Security Council by its noun and the number of
// the resolution that set it up; committees alone are called by the number.
func (d *dutyReader) setUpID(noun, number string) string {
	id := "body/sc/" + graph.Slug(noun)
	if strings.HasSuffix(noun, "Committee") && noun != "Sub-Committee" {
		noun, id = "Committee established pursuant to resolution "+number, "body/sc/"+number+"-committee"
	}
	d.found.NewEntity(id, "Body", [2]string{"name", noun}, [2]string{"partOf", "body/sc"})
	return id
}

// setUp lists the ids of such bodies that an act names, by their nouns.
func (n *ShortNames) setUp(d *dutyReader, p *tree.Paragraph) map[string][]string {
	if list, read := n.set[p.Act]; read {
		return list
	}
	list := map[string][]string{}
	n.set[p.Act] = list
	for _, q := range p.Act.Paragraphs {
		s := q.Parts[0].S
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
	return list
}

var setUpGate = text.NewGate("stablished", "ppointed", "reated", " set up")
