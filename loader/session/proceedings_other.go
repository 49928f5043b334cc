package session

import (
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/names"
	"mandategraph/loader/scan"
	"mandategraph/loader/tree"
)

var (
	// An office of another body and its holder: "the President of the General Assembly,
	// Bo Berg", "the President of the Council, Ana Soto (Chile), addressed the Forum".
	officeElsewhere = scan.Compile(`\b[Tt]he (` + officeTitles + `) of the ([A-Z]\w+(?: (?:and |of |on )?[A-Z]\w+)*), ` +
		`(?:(?:` + honorific + `)+)?(` + fullName + `)(?: \(([^()]+(?:\([^()]*\))?)\))?(?:[,.;]| (?:and|made|addressed|delivered|said)\b)`)
	// "Working Group on “Rivers and harbours”, chaired by Mr. Bo Berg"
	groupChaired = scan.Compile(`\b((?:Working|Study|Planning|Drafting|Contact) (?:Group|Committee) on [“"][^”"]{3,140}[”"]),? chaired by (?:` + honorific + `)?(` + fullName + `)`)
	// "established a Committee of the Whole, chaired by Ms. Ana Soto"
	partChaired = scan.Compile(`\b(` + partElected + `), (?:which was )?chaired by (?:` + honorific + `)?(` + fullName + `)`)
	// "Ms. Ana Soto was elected Chair of the Credentials Committee"
	chairElected = scan.Compile(`(?:` + honorific + `)?(` + fullName + `)(?: \([^()]+\))? was (?:also )?(?:elected|appointed|designated) (?:as )?(?:the )?Chair(?:person)? of the (` + partElected + `)\b`)
	// A group that a body sets up from its members, with its chair: "Working Group on
	// methods of work: Mr. Bo Berg (Chair), Ms. Ana Soto".
	groupOfMembers = scan.Compile(`\b((?:Working|Study|Planning|Drafting|Contact) (?:Group|Committee)(?: on (?:the )?[^:;,.()]{3,140}?)?)` +
		`(?: was (?:re-?)?(?:constituted|established))?(?:, (?:was )?composed of the following members| was composed of the following members)?: ` +
		`(?:` + honorific + `)?(` + fullName + `) \((?:Co-)?Chair(?:person)?\)`)
	// a further one who chairs it with others
	coChairNext        = scan.Compile(`^(?:,|,? and) (?:` + honorific + `)?(` + fullName + `) \(Co-?Chair(?:person)?\)`)
	assemblyAndCouncil = map[string]string{"General Assembly": "ga", "Economic and Social Council": "ecosoc", "Security Council": "sc"}
)

// elsewhere reads who holds an office of the Assembly or of a Council that the text names
// in full, or of the Council to which a commission belongs: "the President of the Council".
func (r *reporter) elsewhere(x utterance) {
	for _, m := range officeElsewhere.FindAll(x.text) {
		body := assemblyAndCouncil[x.text[m[4]:m[5]]]
		if own, _ := names.BodyByCode(r.body); body == "" && x.text[m[4]:m[5]] == "Council" && own.Parent == "ecosoc" {
			body = own.Parent
		}
		if body == "" || body == r.body || !r.personal(x.text[m[6]:m[7]]) {
			continue
		}
		q := r.by("officers")
		if m[8] >= 0 {
			e, ok := names.StateFinder().Named(strings.TrimPrefix(x.text[m[8]:m[9]], "the "))
			if !ok {
				continue
			}
			r.found.Entity(e.ID, "State")
			q = append(q, [2]string{"state", e.ID})
		}
		if person, ok := r.person(x.text[m[6]:m[7]], false); ok {
			office := names.SingularOffice(x.text[m[2]:m[3]])
			role := "role/" + body + "/" + graph.Slug(office)
			r.found.Entity(role, "Role")
			r.found.Fact(role, "name", office)
			x.state(&r.found, m[6], max(m[7], m[9]), person, "holdsOffice", role, q)
		}
	}
}

// partElected is a part of a conference whose chair is told with it.
const partElected = `Committee of the Whole|Credentials Committee|Drafting (?:Committee|Group)|Main Committee(?: [IVX]+)?`

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
