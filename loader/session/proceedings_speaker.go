package session

import (
	"cmp"
	"strings"

	"mandategraph/graph/names"
	"mandategraph/loader/scan"
	"mandategraph/loader/tree"
)

// topic is what speakers speak on: the agenda item, else the only meeting,
// else the session.
func (r *reporter) topic(kind string) string {
	switch {
	case r.item == "" && len(r.meetings) > 0 && (kind == "opening" || kind == "closing" || r.opens):
		return r.meetings[len(r.meetings)-1]
	case r.subItem != "":
		return r.subItem
	case len(r.meetings) == 1 && len(r.itemsAt[r.meetings[0]]) == 1 && (r.item == "" || r.agenda != r.session):
		return r.itemsAt[r.meetings[0]][0]
	case r.item != "":
		return r.item
	case len(r.meetings) > 0:
		return r.meetings[len(r.meetings)-1]
	}
	return r.session
}

var (
	// "Mr. Berg (Norway) (spoke in French): I thank you."
	turnOf = scan.Compile(`^(?:` + honorific + `)(?:` + nameWord + `|` + nameParticle + `)` +
		`(?: (?:` + nameParticle + `|` + nameWord + `))* \(([^()]+(?:\([^()]*\))?)\)(?: \([^()]*\))?: `)
	// "I shall now make a statement in my capacity as the representative of Norway."
	ownCapacity = scan.Compile(`\bin my (?:national )?capacity as (?:the )?representative of (?:the )?`)
)

// turn reads in the record of a meeting that somebody has the floor.
func (r *reporter) turn(x utterance) {
	from, to := 0, 0
	if m := turnOf.FindStringSubmatchIndex(x.text); m != nil && x.start == 0 {
		from, to = m[2], m[3]
	} else if m := ownCapacity.FindStringIndex(x.text); m != nil {
		from = m[1]
		_, to, _ = names.StateFinder().At(x.text, from)
	}
	if to <= from {
		return
	}
	if e, ok := names.StateFinder().Named(strings.TrimPrefix(x.text[from:to], "the ")); ok {
		r.entity(e.ID, "State")
		x.state(&r.found, from, to, e.ID, "speaksOn", r.topic(""), tree.Qualifiers{{"rule", "speakers"}})
	}
}

// speech reads the speakers between two bytes of a sentence.
func (r *reporter) speech(x utterance, from, to int, kind string) {
	text := strings.TrimRight(x.text[:to], ". ")
	if from > len(text) {
		return
	}
	if m := personsLead.FindString(text[from:]); m != "" {
		r.persons(x, text, from+len(m), kind)
		return
	}
	for at := from; at < len(text); {
		list, end := r.speakerList(text, at)
		r.spokeAll(x, list, kind)
		rest := text[end:]
		joint := listJoint.FindString(rest)
		if len(list) == 0 || joint == "" {
			return
		}
		at = end + len(joint)
		at += len(speechBy.FindString(text[at:]))
	}
}

// speakerList reads one class of speakers: "the representatives of ...", "the
// observers for ...", or names without a class.
func (r *reporter) speakerList(s string, at int) ([]listedActor, int) {
	if m := secretariats.FindString(s[at:]); m != "" {
		return r.actorList(s, at)
	}
	m := classLead.FindStringSubmatch(s[at:])
	if m == nil {
		return r.actorList(s, at)
	}
	at += len(m[0])
	at += len(followingOrg.FindString(s[at:]))
	single := !strings.HasSuffix(m[1], "s")
	list, end := r.freeList(s, at, single || !strings.HasPrefix(m[1], "observer"), strings.HasPrefix(m[1], "observer"))
	return list, end
}

// spoke states one speaker and what stands in the brackets after the name.
func (r *reporter) spoke(x utterance, a listedActor, kind string) {
	r.declare(a)
	behalf := cmp.Or(a.onBehalf(x.text), r.behalf)
	if known, ok := names.ActorKind(behalf); ok {
		r.entity(behalf, known)
	}
	x.state(&r.found, a.start, max(a.end, a.stop+1), a.id, "speaksOn", r.topic(kind), tree.Qualifiers{
		{"statementType", kind}, {"onBehalfOf", behalf}, {"function", cmp.Or(a.function, r.function)}, {"rule", "speakers"},
	})
	joined := a.id
	if e, _, ok := names.Actors().At(behalf, 0); ok && e.Kind == "Group" {
		joined = e.ID
	} else if strings.HasPrefix(behalf, "group/") {
		joined = behalf
	}
	if a.kind == "Group" || joined != a.id {
		r.group = joined
	}
	if a.stop < 0 {
		return
	}
	if m := aligned.FindStringIndex(x.text[a.inner:a.stop]); m != nil {
		from := a.inner
		if strings.HasPrefix(x.text[a.inner+m[1]:], ": ") {
			r.align(x, a.inner+m[1]+len(": "), joined)
			return
		}
		if i := strings.LastIndex(x.text[a.inner:a.inner+m[0]], "; "); i >= 0 {
			from += i + 2
		}
		r.align(x, from, joined)
	}
}
