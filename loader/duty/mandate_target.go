package duty

import (
	"strings"

	"mandategraph/graph"
	"mandategraph/loader/cite"
	"mandategraph/loader/scan"
	"mandategraph/loader/tree"
)

// Addressed are the kinds of those who can be asked something.
var Addressed = scan.WordSet("AddresseeClass Organization Body Secretariat Role State Group")

var dutyThat = scan.Compile(`(?:^|, )that `)

// targets finds whom or what a verb governs; nil where neither is named. before
// are those whom the verb before it in the paragraph addresses.
func (d *dutyReader) targets(p *tree.Paragraph, text string, v demand, end int, before []Addressee) []Addressee {
	at := v.from
	for at < end && text[at] == ' ' {
		at++
	}
	at = scan.SkipPrefix(text[:end], at, "of ") // "Takes note with appreciation of"
	settles := graph.HasTrait(v.relation, graph.Settles)
	switch {
	case graph.HasTrait(v.relation, graph.Creates):
		if b, ok := d.created(p, text[:end], v.start); ok {
			cite.AddSubsidiary(&d.found, b)
			return []Addressee{{ID: b.ID, Kind: "Body", Start: b.Start, End: b.End}}
		}
	case graph.HasTrait(v.relation, graph.TakesDuty):
		if m := dutyThat.FindStringIndex(text[at:end]); m != nil && (m[0] == 0 || settles) {
			return d.onDuty(p, text, at+m[1], end, !settles)
		}
	}
	r, _ := graph.RelationByName(v.relation)
	if r.Broader != graph.Addresses || settles {
		return d.things(p, text, at, end)
	}
	if list := d.again(p, text, at, end, before); list != nil {
		return list
	}
	if i := strings.Index(text[at:end], ":"); i > 0 {
		end = at + i // before the items of a list
	}
	list, _ := d.addresseesAt(p, text, at, end)
	return list
}

var (
	laysDuty = scan.Compile(`^(?:, | (?:shall|should|will|may|must)\b)`)
	// What is done with somebody is no duty of his: "shall be convened".
	undergoes = scan.Compile(`^ (?:shall|should|will|may|must) (?:also |further )?be (?:convened|held|established` +
		`|extended|renewed|composed|chaired|postponed|discontinued|dissolved|open|funded|financed|reconvened` +
		`|elected|appointed|served)\b`)
)

// onDuty reads "that the Chair of the expert group shall submit": an actor on
// whom a duty is laid. After a verb that asks, the subjunctive needs no
// auxiliary: "requests that the Executive Director continue".
func (d *dutyReader) onDuty(p *tree.Paragraph, text string, at, end int, asks bool) []Addressee {
	list, next := d.addresseesAt(p, text, at, end)
	if len(list) == 0 || list[0].generic {
		return nil
	}
	rest := text[next:end]
	if asks && !strings.HasPrefix(rest, " be ") || laysDuty.MatchString(rest) && !undergoes.MatchString(rest) {
		return list
	}
	return nil
}
