package duty

import (
	"cmp"
	"slices"

	"mandategraph/loader/cite"
	"mandategraph/loader/clause"
	"mandategraph/loader/scan"
	"mandategraph/loader/text"
	"mandategraph/loader/tree"
)

// The acts that a turn in the life of something cites: those that it is about, those
// that began what it is about, and those on which that rests.

// liveMeasure states a turn about measures of the acts that began them.
func (d *dutyReader) liveMeasure(p *tree.Paragraph, part text.Text, t turn, acts []cite.Citation, q tree.Qualifiers) {
	s, at := part.S, -1 // where the last act ends that only changed the measures
	for _, c := range acts {
		before := s[max(t.start, c.LeadStart-mostTail*3):c.LeadStart]
		if changed.MatchString(before) || at >= 0 && c.LeadStart >= at && changedToo.MatchString(s[at:c.LeadStart]) {
			at = c.End
			continue
		}
		if c.ID == "" || c.ID == p.Act.ID || c.Start > t.objectTo {
			continue
		}
		pin := cmp.Or(clause.PinIn(s[max(t.objectFrom, c.LeadStart-mostPin):c.LeadStart]), c.Pin)
		d.found.State(p, part, c.Start, c.End, p.Act.ID, t.relation, c.ID, append(slices.Clone(q), [2]string{"pin", pin}))
	}
}

// mostPin is within how many bytes before an act its part is named.
const mostPin = 80

// actsAtOnce are the acts that are themselves what a turn is about: "Decides to
// supersede resolutions 5/1 and 5/2". Behind other words they are where it comes from. What
// takes the place of a part of an act amends it.
func actsAtOnce(s string, t turn, acts []cite.Citation) (of turn, list []cite.Citation) {
	at := scan.SkipPrefix(s, t.objectFrom, " that ")
	for len(acts) > 0 && at <= acts[0].LeadStart && acts[0].Start < t.objectTo {
		if !clause.OnlyLeads(s[at:acts[0].LeadStart]) {
			break
		}
		list, at, acts = append(list, acts[0]), acts[0].End, acts[1:]
	}
	if len(list) > 0 && t.relation == "supersedes" && list[0].Pin != "" {
		t.relation = "amends" // "to replace resolution 5/1, annex, paragraph 3, with the following"
	}
	return t, list
}

// actsIn are the acts that a turn cites.
func (d *dutyReader) actsIn(p *tree.Paragraph, part text.Text, t turn) (list []cite.Citation) {
	for _, c := range d.cites.Of(part, d.tree.Speaker(p)) {
		if c.Start >= t.start && c.End <= t.end {
			list = append(list, c)
		}
	}
	return list
}

// basisIn is the first act on which the mandate of a body rests, as the words before it
// say.
func basisIn(s string, acts []cite.Citation, own, relation string) string {
	for _, c := range acts {
		if c.ID != "" && c.ID != own && relation != "establishes" && relation != "terminates" &&
			rested.MatchString(s[max(0, c.LeadStart-mostPin-mostTail):c.LeadStart]) {
			return c.ID
		}
	}
	return ""
}
