package loader

// sameAgain is how a verb names again those whom the verb before it addresses.
var sameAgain = compile(`^(them|those (that have not (?:yet )?done so))\b,? (?:to|also|further|in) `)

// officerAgain is how a verb names again the one officer of whom its paragraph
// has spoken.
var officerAgain = compile(`^(?:him|her)\b(?:,| (?:to|also|further|in|within)\b)`)

// again finds those whom the words at a byte name by a pronoun only; before are
// those whom the verb before it addresses.
func (d *dutyReader) again(p *Paragraph, text string, at, end int, before []addressee) []addressee {
	m := sameAgain.FindStringSubmatchIndex(text[at:end])
	if m != nil && len(before) == 1 && before[0].kind == "AddresseeClass" {
		again := before[0]
		again.start, again.end, again.restriction = at+m[2], at+m[3], ""
		if m[4] >= 0 {
			again.restriction = text[at+m[4] : at+m[5]]
		}
		return []addressee{again}
	}
	if officerAgain.MatchString(text[at:end]) {
		if officer, ok := d.oneOfficer(p, text[max(0, at-mostBack):at]); ok {
			officer.start, officer.end = at, at+len("him")
			return []addressee{officer}
		}
	}
	return nil
}

// mostBack is how many bytes before a pronoun its officer is looked for.
const mostBack = 2000

// officerNamed is how a text names an officer.
var officerNamed = compile(`\b[Tt]he [A-Z]`)

// oneOfficer is the only officer that a text names.
func (d *dutyReader) oneOfficer(p *Paragraph, text string) (officer addressee, ok bool) {
	r := addresseeReader{duty: d, p: p, text: text, limit: len(text)}
	for _, m := range officerNamed.findAll(text) {
		a, _, found := r.office(m[0] + len("the "))
		if !found || a.id == officer.id {
			continue
		}
		if ok {
			return officer, false
		}
		officer, ok = a, true
	}
	return officer, ok
}
