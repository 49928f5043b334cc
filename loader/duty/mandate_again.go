package duty

import (
	"mandategraph/loader/scan"
	"mandategraph/loader/tree"
)

// sameAgain is how a verb names again those whom the verb before it addresses.
var sameAgain = scan.Compile(`^(them|those (that have not (?:yet )?done so))\b,? (?:to|also|further|in) `)

// officerAgain is how a verb names again the one officer of whom its paragraph
// has spoken.
var officerAgain = scan.Compile(`^(?:him|her)\b(?:,| (?:to|also|further|in|within)\b)`)

// again finds those whom the words at a byte name by a pronoun only; before are
// those whom the verb before it addresses.
func (d *dutyReader) again(p *tree.Paragraph, text string, at, end int, before []Addressee) []Addressee {
	m := sameAgain.FindStringSubmatchIndex(text[at:end])
	if m != nil && len(before) == 1 && before[0].Kind == "AddresseeClass" {
		again := before[0]
		again.Start, again.End, again.Restriction = at+m[2], at+m[3], ""
		if m[4] >= 0 {
			again.Restriction = text[at+m[4] : at+m[5]]
		}
		return []Addressee{again}
	}
	if officerAgain.MatchString(text[at:end]) {
		if officer, ok := d.oneOfficer(p, text[max(0, at-mostBack):at]); ok {
			officer.Start, officer.End = at, at+len("him")
			return []Addressee{officer}
		}
	}
	return nil
}

// mostBack is how many bytes before a pronoun its officer is looked for.
const mostBack = 2000

// officerNamed is how a text names an officer.
var officerNamed = scan.Compile(`\b[Tt]he [A-Z]`)

// oneOfficer is the only officer that a text names.
func (d *dutyReader) oneOfficer(p *tree.Paragraph, text string) (officer Addressee, ok bool) {
	r := addresseeReader{duty: d, p: p, text: text, limit: len(text)}
	for _, m := range officerNamed.FindAll(text) {
		a, _, found := r.office(m[0] + len("the "))
		if !found || a.ID == officer.ID {
			continue
		}
		if ok {
			return officer, false
		}
		officer, ok = a, true
	}
	return officer, ok
}
