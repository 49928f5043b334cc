package duty

import (
	"strings"

	"mandategraph/loader/cite"
	"mandategraph/loader/clause"
	"mandategraph/loader/scan"
	"mandategraph/loader/tree"
)

var (
	theRecommendations = scan.Compile(`^the (?:[a-z]+ )?recommendations\b`)
	theResults         = scan.Compile(`^the (?:results|outcomes?|reports?|holding|convening|conclusions|discussions` +
		`|deliberations) (?:of|on) the `)
	plainInstrument = scan.Compile(`^(?:the |its )`)
)

// instrumentHeads are nouns that open the name of an instrument.
var instrumentHeads = []string{
	"Terms of Reference", "Rules of Procedure", "Programme of Action", "Plan of Action", "Guidelines",
	"Guiding Principles", "Principles", "Global Framework", "Mechanism",
}

// things finds the entity that a verb governs: recommendations, meetings, a
// document, an instrument or somebody; nil where there is none with an id.
func (d *dutyReader) things(p *tree.Paragraph, text string, at, end int) []Addressee {
	if list := d.meetingsGoverned(p, text, at, end); list != nil {
		return list
	}
	words := text[at:end]
	if cite.NamesActs.In(p.Parts[0]) {
		for _, c := range cite.FindCitations(words, d.tree.Speaker(p), d.tree) {
			if clause.OnlyLeads(words[:c.LeadStart]) {
				return []Addressee{{ID: p.Act.ID, Kind: "Act"}} // stated with the citations
			}
		}
	}
	if i := strings.Index(words, "("); i > 0 && strings.HasPrefix(words, "the ") {
		if m := tree.SymbolShape.FindStringIndex(words[i:]); m != nil && m[0] <= 2 {
			from, to := at+i+m[0], at+i+m[1]
			return []Addressee{{ID: tree.AddDocument(&d.found, text[from:to]), Kind: "Document", Start: from, End: to}}
		}
	}
	if id, from, to := d.instrumentAt(text, at, end); id != "" {
		return []Addressee{{ID: id, Kind: "Instrument", Start: from, End: to}}
	}
	list, _ := d.addresseesAt(p, text, at, end)
	if len(list) > 0 && !list[0].generic && list[0].Kind != "AddresseeClass" {
		return list
	}
	return nil
}

// nearResults is within how many bytes the meeting stands whose results a verb
// governs.
const nearResults = 60

// meetingsGoverned finds the meetings of subsidiary bodies whose recommendations
// or results a verb governs.
func (d *dutyReader) meetingsGoverned(p *tree.Paragraph, text string, at, end int) (list []Addressee) {
	recommendations := theRecommendations.MatchString(text[at:end])
	results := theResults.MatchString(text[at:end])
	for _, m := range d.cites.Sittings(p.Parts[0], d.tree.Speaker(p)) {
		switch {
		case m.Start < at || m.End > end:
		case recommendations:
			list = append(list, Addressee{ID: d.recommended(m), Kind: "Recommendations", Start: m.Start, End: m.End})
		case results && m.Start < at+nearResults:
			cite.AddSitting(&d.found, m)
			list = append(list, Addressee{ID: m.ID, Kind: "Meeting", Start: m.Start, End: m.End})
		}
	}
	return list
}

// instrumentAt reads a named instrument at byte at.
func (d *dutyReader) instrumentAt(text string, at, end int) (id string, from, to int) {
	from = at + len(plainInstrument.FindString(text[at:end]))
	to = scan.CapitalPhrase(text[:end], from)
	name := text[from:to]
	for _, h := range instrumentHeads {
		if name != "" && (strings.HasPrefix(name, h) || strings.HasSuffix(name, " "+h)) {
			return tree.AddInstrument(&d.found, name), from, to
		}
	}
	if hit, ok := scan.NameAt(text, from, tree.InstrumentNouns); ok && hit.End <= end {
		return tree.AddInstrument(&d.found, tree.InstrumentName(text, hit)), hit.Start, hit.End
	}
	return "", at, at
}
