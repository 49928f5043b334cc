package session

import (
	"strings"

	"mandategraph/loader/scan"
	"mandategraph/loader/tree"
)

var (
	// "Working Group on “Rivers and harbours”, chaired by Mr. Bo Berg"
	groupChaired = scan.Compile(
		`\b((?:Working|Study|Planning|Drafting|Contact) (?:Group|Committee) on [“"][^”"]{3,140}[”"]),? chaired by (?:` + honorific + `)?(` + fullName + `)`,
	)
	// "established a Committee of the Whole, chaired by Ms. Ana Soto", "The Working Group on
	// Kites was co-chaired by Bo Berg (Fiji) and Ana Soto (Chile)"
	partChaired = scan.Compile(
		`\b(` + partElected + `)(?:(?:, which [^,;.]{3,60},)? (?:was|were|met|is|has been|had been)|,(?: which was)?)` +
			`(?: also)?(?: (?:co-)?chaired by| under the (?:co-)?chair(?:wo)?(?:man)?ship of) ` + inOffice + `(?:` + honorific + `)?` +
			`(` + fullName + `)`,
	)
	// "Ms. Ana Soto was elected Chair of the Credentials Committee"
	chairElected = scan.Compile(
		`(?:` + honorific + `)?(` + fullName + `)(?: \([^()]+\))? was (?:also )?(?:elected|appointed|designated) (?:as )?(?:the )?Chair(?:person)? of the (` + partElected + `)\b`,
	)
	// A group that a body sets up from its members, with its chair: "Working Group on
	// methods of work: Mr. Bo Berg (Chair), Ms. Ana Soto".
	groupOfMembers = scan.Compile(`\b((?:Working|Study|Planning|Drafting|Contact) (?:Group|Committee)(?: on (?:the )?[^:;,.()]{3,140}?)?)` +
		`(?: was (?:re-?)?(?:constituted|established))?(?:, (?:was )?composed of the following members| was composed of the following members)?: ` +
		`(?:` + honorific + `)?(` + fullName + `) \((?:Co-)?Chair(?:person)?\)`)
	// a further one who chairs it with others
	coChairNext = scan.Compile(`^(?:,|,? and) (?:` + honorific + `)?(` + fullName + `) \(Co-?Chair(?:person)?\)`)
)

// partElected is a part of a conference whose chair is told with it.
const partElected = `Committee of the Whole|Credentials Committee|Drafting (?:Committee|Group)|Main Committee(?: [IVX]+)?|` +
	`(?:Open-ended |Ad Hoc |Informal )*(?:Working|Contact|Drafting|Expert|Study) Group(?: [IVX]+\b| \d+\b| on [a-zA-Z][^,;.:()“”]{2,140}?)|` +
	`(?:Subc|C)ommittee on [A-Z][^,;.:()“”]{2,140}?|Task Force on [A-Z][^,;.:()“”]{2,140}?`

// chairsOfGroups reads who chairs a group that the body sets up from its members, or a part
// of a conference.
func (r *reporter) chairsOfGroups(p *tree.Paragraph) {
	for _, part := range p.Parts {
		if !strings.Contains(part.S, "Chair") && !strings.Contains(part.S, "chaired by") {
			continue
		}
		r.chairsNamed(utterance{p, part, 0, part.S})
	}
}

// chairsWith adds who chaired a part of the body together with the person whose name ends
// at a byte: "co-chaired by Bo Berg (Fiji) and Ana Soto (Chile)".
func (r *reporter) chairsWith(x utterance, at int, part string) {
	at += len(bracketBehind.FindString(x.text[at:]))
	if m := nextChair.FindStringSubmatchIndex(x.text[at:]); m != nil && r.personal(x.text[at+m[2]:at+m[3]]) {
		r.chairsPart(x, true, at+m[2], at+m[3], part)
	}
}

var nextChair = scan.Compile(`^,? and (?:` + honorific + `)?(` + fullName + `)(?: \(|[.,;]|$)`)

// nextPerson begins the next sentence inside what looks like one name; initials also have
// full stops.
var nextPerson = scan.Compile(`\. ` + honorific)

// chairsNamed reads the same in one text.
func (r *reporter) chairsNamed(x utterance) {
	for _, m := range partChaired.FindAll(x.text) {
		to := m[5]
		if next := nextPerson.FindStringIndex(x.text[m[4]:to]); next != nil {
			to = m[4] + next[0]
		}
		r.chairsPart(x, true, m[4], to, x.text[m[2]:m[3]])
		r.chairsWith(x, to, x.text[m[2]:m[3]])
	}
	for _, m := range chairElected.FindAll(x.text) {
		from := m[2]
		if next := nextPerson.FindStringIndex(x.text[from:m[3]]); next != nil {
			from += next[1]
		}
		r.chairsPart(x, true, from, m[3], x.text[m[4]:m[5]])
	}
	for _, m := range groupChaired.FindAll(x.text) {
		r.chairsPart(x, true, m[4], m[5], strings.NewReplacer("“", "", "”", "", `"`, "").Replace(x.text[m[2]:m[3]]))
	}
	for _, m := range groupOfMembers.FindAll(x.text) {
		r.chairsPart(x, true, m[4], m[5], x.text[m[2]:m[3]])
		for at := m[1]; ; {
			n := coChairNext.FindStringSubmatchIndex(x.text[at:])
			if n == nil {
				break
			}
			r.chairsPart(x, true, at+n[2], at+n[3], x.text[m[2]:m[3]])
			at += n[1]
		}
	}
}
