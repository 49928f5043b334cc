package session

import (
	"strings"

	"mandategraph/graph/names"
	"mandategraph/loader/scan"
)

// An office without an owner is that of the group of which the sentence speaks, where it
// speaks of one: "The Working Group on Kites, with Ms. Soto as its Chair".

var (
	genericGroup = scan.Compile(
		`^(?:(?:Working|Study|Contact|Drafting|Expert|Planning|Negotiating) Group|Group|Committee|Commission|Subcommittee|Panel|Task Force)$`,
	)
	// a group of the body, in the name of which words may be small
	groupSpokenOf = scan.Compile(
		`\b((?:[A-Z][\w’-]* ){0,3}(?:[Ww]orking [Gg]roup|[Cc]ontact [Gg]roup|[Dd]rafting [Gg]roup|Group|Committee|` +
			`[Ss]ubcommittee|Sub-?[Cc]ommission|Task Force|[Rr]ound table|[Pp]anel)(?: (?:on|of|for) (?:[A-Z][\w’-]*|the|of|and|on|for|in|to|against|with)` +
			`(?: (?:[A-Z\d][\w’-]*|the|of|and|on|for|in|to|against|with))*)?)\b`,
	)
	// before a group of which the sentence does not speak: "on the report of the"
	inPassing = scan.Compile(
		`\b(?:report|proposal|nomination|recommendation|request|suggestion|advice|basis|proposed|nominated|recommended)s? (?:of|by) (?:the |its )?$`,
	)
)

// groupNamed is the full name of a group that the paragraph gives before it says "the Working
// Group" alone; the body's own word for itself stays.
func (r *reporter) groupNamed(x utterance, at int, short string) string {
	if r.ownName(short) || strings.HasSuffix(r.tree.BodyName, short) || strings.HasPrefix(r.tree.BodyName, short+" ") {
		return r.short
	}
	before := x.part.S[:x.start+at]
	for _, m := range groupSpokenOf.FindAll(before) {
		if name := groupName(before[m[2]:m[3]]); strings.HasPrefix(name, short+" on ") {
			return name
		}
	}
	return ""
}

// partSpokenOf is the group of which a text speaks where it names an office without saying
// of what: a group that stands nearer before it than the body, for "its Chair" also in the
// sentence before or in the heading. other says that it is of some group, named or not.
func (r *reporter) partSpokenOf(x utterance, at int, its bool) (part string, other bool) {
	text := x.text[:at]
	if its {
		text = x.part.S[:x.start+at]
	}
	all := groupSpokenOf.FindAll(text)
	if len(all) == 0 {
		if n := len(x.p.Headings); its && r.underCommittee(x.p) {
			head := x.p.Headings[n-1]
			return head[len(listNumber.FindString(head)):], true
		}
		return "", false
	}
	m := all[len(all)-1]
	if e, _, ok := names.Actors().At(text, m[2]); ok && e.Kind == "Group" || inPassing.MatchString(text[:m[2]]) {
		return "", false
	}
	name := groupName(text[m[2]:m[3]])
	if r.ownName(name) || strings.Contains(strings.ReplaceAll(text[m[1]:], " of the "+r.short, ""), " "+r.short) {
		return "", false
	}
	if len(strings.Fields(name)) < 3 && !strings.HasSuffix(name, " Committee") {
		return "", true
	}
	return name, true
}

// groupName is the name of a group without its article and without small words behind it.
func groupName(name string) string {
	name = strings.TrimPrefix(name, "The ")
	for cut := officeEnd.FindString(name); cut != ""; cut = officeEnd.FindString(name) {
		name = strings.TrimSuffix(name, cut)
	}
	return name
}

// replaces reads who is elected in the place of somebody whose office the document has told:
// "Mr. Berg had resigned, and the Forum elected Ms. Soto (Chile) to replace him".
func (r *reporter) replaces(x utterance, people []stateman) {
	for i, n := range people {
		m := inPlaceOf.FindStringIndex(x.text[n.End:])
		if m == nil || !electing.MatchString(x.text[:n.Start]) {
			continue
		}
		one := i - 1 // "him": the person before
		if next := i + 1; next < len(people) && people[next].Start-n.End <= m[1] {
			one = next
		}
		if one < 0 {
			continue
		}
		if office := r.onlyOffice(x.text[people[one].nameFrom:people[one].nameTo]); office != "" {
			r.heldBy(x, n, office, "", "")
		}
	}
}

var inPlaceOf = scan.Compile(
	`^,? (?:to replace|to succeed|in (?:the )?place of|in replacement of|as replacement for) (?:him|her|(?:` + honorific + `)?\p{Lu})`,
)

// onlyOffice is the title of the one office of the body that a person is told to hold.
func (r *reporter) onlyOffice(name string) (title string) {
	person, ok := r.person(name, false)
	if !ok {
		return ""
	}
	for told, office := range r.offices {
		if told.p != nil || told.person != person {
			continue
		}
		if title != "" {
			return "" // of several
		}
		title = office
	}
	return title
}
