package loader

import "strings"

var (
	theRecommendations = compile(`^the (?:[a-z]+ )?recommendations\b`)
	theResults         = compile(`^the (?:results|outcomes?|reports?|holding|convening|conclusions|discussions` +
		`|deliberations) (?:of|on) the `)
	plainInstrument = compile(`^(?:the |its )`)
)

// instrumentHeads are nouns that open the name of an instrument.
var instrumentHeads = []string{
	"Terms of Reference", "Rules of Procedure", "Programme of Action", "Plan of Action", "Guidelines",
	"Guiding Principles", "Principles", "Global Framework", "Mechanism",
}

// things finds the entity that a verb governs: recommendations, meetings, a
// document, an instrument or somebody; nil where there is none with an id.
func (d *dutyReader) things(p *Paragraph, text string, at, end int) []addressee {
	if list := d.meetingsGoverned(p, text, at, end); list != nil {
		return list
	}
	clause := text[at:end]
	if citing.in(p.Parts[0]) {
		for _, c := range findCitations(clause, d.tree.speaker(p), d.tree) {
			if glue(clause[:c.leadStart]) {
				return []addressee{{id: p.Act.ID, kind: "Act"}} // stated with the citations
			}
		}
	}
	if i := strings.Index(clause, "("); i > 0 && strings.HasPrefix(clause, "the ") {
		if m := symbolShape.FindStringIndex(clause[i:]); m != nil && m[0] <= 2 {
			from, to := at+i+m[0], at+i+m[1]
			return []addressee{{id: addDocument(&d.found, text[from:to]), kind: "Document", start: from, end: to}}
		}
	}
	if id, from, to := d.instrumentAt(text, at, end); id != "" {
		return []addressee{{id: id, kind: "Instrument", start: from, end: to}}
	}
	list, _ := d.addresseesAt(p, text, at, end)
	if len(list) > 0 && !list[0].generic && list[0].kind != "AddresseeClass" {
		return list
	}
	return nil
}

// nearResults is within how many bytes the meeting stands whose results a verb
// governs.
const nearResults = 60

// meetingsGoverned finds the meetings of subsidiary bodies whose recommendations
// or results a verb governs.
func (d *dutyReader) meetingsGoverned(p *Paragraph, text string, at, end int) (list []addressee) {
	if !namesSubsidiary().in(p.Parts[0]) {
		return nil
	}
	recommendations := theRecommendations.MatchString(text[at:end])
	results := theResults.MatchString(text[at:end])
	for _, m := range d.cites.sittings(p.Parts[0], d.tree.speaker(p)) {
		switch {
		case m.start < at || m.end > end:
		case recommendations:
			list = append(list, addressee{id: d.recommended(m), kind: "Recommendations", start: m.start, end: m.end})
		case results && m.start < at+nearResults:
			addSitting(&d.found, m)
			list = append(list, addressee{id: m.id, kind: "Meeting", start: m.start, end: m.end})
		}
	}
	return list
}

// instrumentAt reads a named instrument at byte at.
func (d *dutyReader) instrumentAt(text string, at, end int) (id string, from, to int) {
	from = at + len(plainInstrument.FindString(text[at:end]))
	to = capitalPhrase(text[:end], from)
	name := text[from:to]
	for _, h := range instrumentHeads {
		if name != "" && (strings.HasPrefix(name, h) || strings.HasSuffix(name, " "+h)) {
			return addInstrument(&d.found, name), from, to
		}
	}
	if hit, ok := nameAt(text, from, instrumentNouns); ok && hit.end <= end {
		return addInstrument(&d.found, instrumentName(text, hit)), hit.start, hit.end
	}
	return "", at, at
}
