package session

import (
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/names"
	"mandategraph/loader/scan"
	"mandategraph/loader/tree"
)

// Reports name the holder of an office between commas behind it, with the State in
// brackets or without one where members sit in their own right: "the Chair of the
// Working Group, Ana Soto (Chile), reported", "The Co-Chair, Bo Berg, thanked".

// heldTitles are offices of a body and of the parts in which its members work.
const heldTitles = `(?:` + officeTitles + `|(?:Co-)?(?:Coordinators?|Facilitators?))`

var (
	officeNamed = scan.Compile(
		`\b(?:[Tt]he|[Ii]ts|[Aa]) (?:two |three |new )?(` + heldTitles + `)(?: (?:of|for) (?:the )?([A-Z][^,;:.()]{1,170}?))?, ` +
			`(?:(?:` + honorific + `)+)?(` + fullName + `)(?: \(([^()]+(?:\([^()]*\))?)\))?` +
			`(?:[,.;]| (?:and|then|also|made|addressed|delivered|said|opened|closed|presented|introduced|informed|thanked|` +
			`expressed|declared|chaired|presided|reported|briefed|gave|welcomed|outlined|summarized|explained|noted|was|who)\b)`,
	)
	// a further holder of an office in the plural
	nextNamed = scan.Compile(
		`^(?:, and |, | and )(?:(?:` + honorific + `)+)?(` + fullName + `)(?: \(([^()]+(?:\([^()]*\))?)\))?`,
	)
)

// workingPart is a part of the body that is named with its office.
var workingPart = scan.Compile(
	`^(?:(?:Open-ended |Ad Hoc |Informal )*(?:Working|Contact|Drafting|Expert|Study|Planning) Group|Subcommittee|Sub-Committee|` +
		`Committee of the Whole|Drafting Committee|Credentials Committee|Task Force|Main Committee)\b`,
)

// appositions reads the offices beside which a sentence names their holders.
func (r *reporter) appositions(x utterance) {
	if !officeTitled(x.text) && !strings.Contains(x.text, "oordinator") && !strings.Contains(x.text, "acilitator") {
		return
	}
	for _, m := range officeNamed.FindAll(x.text) {
		if m[4] < 0 && scan.EndsWithAny(strings.ToLower(x.text[:m[2]]), "its ") && ledGroup.MatchString(x.text[:m[0]]) {
			continue // of the group, not of the body
		}
		if m[4] < 0 && strings.HasPrefix(x.text[m[0]:], "Its ") && r.underCommittee(x.p) {
			continue // of the committee of which the section tells, it may be
		}
		title, owner, end := x.text[m[2]:m[3]], group(x.text, m, 2), max(m[7], m[9]+1)
		r.holder(x, scan.Span{Start: m[6], End: m[7]}, group(x.text, m, 4), title, owner)
		for names.SingularOffice(title) != title {
			n := nextNamed.FindStringSubmatchIndex(x.text[end:])
			if n == nil ||
				!r.holder(x, scan.Span{Start: end + n[2], End: end + n[3]}, group(x.text[end:], n, 2), title, owner) {
				break
			}
			end += n[1]
		}
	}
}

// underCommittee says that the innermost heading is the name of a part of the body.
func (r *reporter) underCommittee(p *tree.Paragraph) bool {
	n := len(p.Headings)
	return n > 0 && committeeHeading.MatchString(p.Headings[n-1]) && !strings.Contains(p.Headings[n-1], r.short)
}

var committeeHeading = scan.Compile(
	`^(?:[A-Z\d]+\.\s+)?(?:[A-Z][\w-]*\s+)*(?:Committee|Working Group|Panel|Subcommittee|Expert Group|Task Force)\b`,
)

// group is what a group of a match holds; empty where it took no part.
func group(s string, m []int, i int) string {
	if len(m) <= 2*i || m[2*i] < 0 {
		return ""
	}
	return s[m[2*i]:m[2*i+1]]
}

// holder adds that the person of a name holds an office of the body, of a part of it or of
// the Assembly or a Council that owner names in full; false where it is of none of them or
// what stands in the brackets is no State.
func (r *reporter) holder(x utterance, name scan.Span, bracket, title, owner string) bool {
	state, to := "", name.End
	if bracket != "" {
		e, ok := names.StateFinder().Named(strings.TrimPrefix(bracket, "the "))
		if !ok {
			return false
		}
		r.found.Entity(e.ID, "State")
		state, to = e.ID, name.End+len(" (")+len(bracket)+len(")")
	}
	return r.heldBy(
		x,
		stateman{Span: scan.Span{Start: name.Start, End: to}, nameFrom: name.Start, nameTo: name.End},
		title,
		owner,
		state,
	)
}

// otherOrgan is the code of another body that words name in full, or of the
// Council to which a commission belongs: "the President of the Council".
func (r *reporter) otherOrgan(name string) string {
	if own, _ := names.BodyByCode(r.body); name == "Council" && own.Parent == "ecosoc" {
		return own.Parent
	}
	if b, ok := names.BodyByText(name); ok && b.Name == name && b.Code != r.body {
		return b.Code
	}
	return ""
}

// holdsElsewhere adds that a person holds an office of another body.
func (r *reporter) holdsElsewhere(x utterance, name scan.Span, to int, of, title, state string) {
	person, ok := r.person(x.text[name.Start:name.End], false)
	if !ok {
		return
	}
	title = names.SameOffice(names.SingularOffice(title))
	q, role := r.by("officers"), of+graph.Slug(title)
	if state != "" {
		q = append(q, [2]string{"state", state})
	}
	r.found.Entity(role, "Role")
	r.found.Fact(role, "name", title)
	x.state(&r.found, name.Start, to, person, "holdsOffice", role, q)
}
