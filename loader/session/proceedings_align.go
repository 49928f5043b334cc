package session

import (
	"strings"

	"mandategraph/graph/names"
	"mandategraph/loader/scan"
	"mandategraph/loader/tree"
)

// align states that a list of actors joins the statement of a group.
func (r *reporter) align(x utterance, from int, group string) {
	list, _ := r.actorList(x.text, from)
	for _, b := range list {
		r.declare(b)
		x.state(&r.found, b.start, b.end, b.id, "alignsWith", group, tree.Qualifiers{{"rule", "alignment"}})
	}
}

// alignments reads a sentence of its own: "Georgia and Serbia aligned
// themselves with the statement of the European Union."
func (r *reporter) alignments(x utterance) {
	m := aligned.FindStringIndex(x.text)
	if m == nil || strings.Count(x.text[:m[0]], "(") > strings.Count(x.text[:m[0]], ")") {
		return
	}
	group := r.group
	if e, _, ok := names.Actors().At(x.text, m[1]); ok {
		group = e.ID
	}
	lead := len(speechLead.FindString(x.text))
	lead += len(classLead.FindString(x.text[lead:]))
	if group != "" && lead < m[0] {
		r.align(x, lead, group)
	}
}

// persons reads a list of offices without names, each of a State: "Minister of
// Justice of Italy; ...". The State is the last one named.
func (r *reporter) persons(x utterance, text string, at int, kind string) {
	for _, item := range strings.Split(text[at:], ";") {
		start := at
		at += len(item) + 1
		hits := names.Actors().Find(item)
		for i := len(hits) - 1; i >= 0; i-- {
			h := hits[i]
			lead := strings.TrimRight(strings.TrimSuffix(strings.TrimRight(item[:h.Start], " "), " the"), " ")
			if h.Actor.Kind == "Organization" || !scan.EndsWithAny(lead, " of", " for", ",") {
				continue
			}
			function := strings.TrimSuffix(strings.TrimSuffix(lead, " of"), ",") + item[h.End:]
			function = strings.TrimPrefix(strings.TrimSpace(function), "and ")
			a := listedActor{id: h.Actor.ID, kind: h.Actor.Kind}
			r.declare(a)
			from := start + len(item) - len(strings.TrimLeft(item, " "))
			x.state(&r.found, from, start+len(item), a.id, "speaksOn", r.topic(kind),
				tree.Qualifiers{{"statementType", kind}, {"function", function}, {"rule", "speakers"}})
			break
		}
	}
}
