package duty

import (
	"strings"

	"mandategraph/loader/scan"
	"mandategraph/loader/tree"
)

// sameAgain is how a verb names again those whom the verb before it addresses.
var sameAgain = scan.Compile(`^(them|those (that have not (?:yet )?done so))\b,? (?:to|also|further|in) `)

// officerAgain is how a verb names again the one officer of whom its paragraph
// has spoken.
var officerAgain = scan.Compile(`^(?:him|her)\b(?:,| (?:to|also|further|in|within)\b)`)

// namedAnew begins the object of a verb that names again those of whom the verb before speaks.
var namedAnew = scan.Compile(`^(?:them|it|him|her|those that have not)\b`)

var pronoun = scan.Compile(`^(?:them|it|him|her)\b`)

// again finds those whom the words at a byte name by a pronoun only; before are
// those whom the verb before it addresses.
func (d *dutyReader) again(p *tree.Paragraph, text string, at, end int, before []Addressee) []Addressee {
	words := text[at:end]
	if m := sameAgain.FindStringSubmatchIndex(words); m != nil && len(before) == 1 && before[0].Kind == "AddresseeClass" {
		again := before[0]
		again.Start, again.End, again.Restriction = at+m[2], at+m[3], ""
		if m[4] >= 0 {
			again.Restriction = words[m[4]:m[5]]
		}
		return []Addressee{again}
	}
	if len(before) == 0 {
		before = d.addressedLast(p)
	}
	r := addresseeReader{duty: d, p: p, text: text, limit: end}
	if m := pronoun.FindString(words); m != "" && r.dutyFollows(at+len(m)) && asksSomebody(before) &&
		!strings.HasPrefix(words[len(m):], " to be ") && // of a thing: "calls for it to be kept up to date"
		(m == "them" && (len(before) > 1 || before[0].Kind != "State") || m == "it" && len(before) == 1) {
		return namedAgain(before, at, at+len(m))
	}
	if !officerAgain.MatchString(words) {
		return nil
	}
	if officer, ok := d.officerBefore(p, text, at); ok {
		officer.Start, officer.End = at, at+len("him")
		return []Addressee{officer}
	}
	return nil
}

// officerBefore is the only officer whom the paragraph names before byte at, else the
// only one whom the act has asked anything.
func (d *dutyReader) officerBefore(p *tree.Paragraph, text string, at int) (Addressee, bool) {
	if officer, ok := d.oneOfficer(p, text[max(0, at-mostBack):at]); ok {
		return officer, true
	}
	officer := d.officers[p.Act]
	officer.Restriction = ""
	return officer, officer.ID != ""
}

// namedAgain are those of a list who can be asked, named by the pronoun from one byte
// to another.
func namedAgain(before []Addressee, start, end int) (list []Addressee) {
	for _, a := range before {
		if Addressed[a.Kind] {
			a.Start, a.End, a.Restriction = start, end, ""
			list = append(list, a)
		}
	}
	return list
}

// addressedLast are those of whom the paragraph before asked something last, where they
// are several.
func (d *dutyReader) addressedLast(p *tree.Paragraph) []Addressee {
	if d.last.act != p.Act || len(d.last.list) == 1 && d.last.list[0].Kind != "AddresseeClass" {
		return nil
	}
	return d.last.list
}

// noteAddressed keeps whom a paragraph addresses, for the pronouns of later ones: him is
// the only officer of whom the act has asked anything.
func (d *dutyReader) noteAddressed(p *tree.Paragraph, list []Addressee) {
	if d.last = (lastAddressed{p.Act, nil}); asksSomebody(list) {
		d.last.list = list
	}
	for _, a := range list {
		if a.Kind != "Role" {
			continue
		}
		known, ok := d.officers[p.Act]
		if ok && known.ID != a.ID {
			a.ID = ""
		}
		d.officers[p.Act] = a
	}
}

// lastAddressed are those whom an act addressed last.
type lastAddressed struct {
	act  *tree.Act
	list []Addressee
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
