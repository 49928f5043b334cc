package loader

import (
	"strings"

	"mandategraph/graph"
)

// addressed are the kinds of those who can be asked something.
var addressed = wordSet("AddresseeClass Organization Body Secretariat Role State Group")

var dutyThat = compile(`(?:^|, )that `)

// targets finds whom or what a verb governs; nil where neither is named. before
// are those whom the verb before it in the paragraph addresses.
func (d *dutyReader) targets(p *Paragraph, text string, v demand, end int, before []addressee) []addressee {
	at := v.from
	for at < end && text[at] == ' ' {
		at++
	}
	at = skipPrefix(text[:end], at, "of ") // "Takes note with appreciation of"
	settles := graph.HasTrait(v.relation, graph.Settles)
	switch {
	case graph.HasTrait(v.relation, graph.Creates):
		if b, ok := d.created(p, text[:end], v.start); ok {
			addSubsidiary(&d.found, b)
			return []addressee{{id: b.id, kind: "Body", start: b.start, end: b.end}}
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
	laysDuty = compile(`^(?:, | (?:shall|should|will|may|must)\b)`)
	// What is done with somebody is no duty of his: "shall be convened".
	undergoes = compile(`^ (?:shall|should|will|may|must) (?:also |further )?be (?:convened|held|established` +
		`|extended|renewed|composed|chaired|postponed|discontinued|dissolved|open|funded|financed|reconvened` +
		`|elected|appointed|served)\b`)
)

// onDuty reads "that the Chair of the expert group shall submit": an actor on
// whom a duty is laid. After a verb that asks, the subjunctive needs no
// auxiliary: "requests that the Executive Director continue".
func (d *dutyReader) onDuty(p *Paragraph, text string, at, end int, asks bool) []addressee {
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
