package ask

import "regexp"

// Who was put forward for an office, which texts say of persons that they name.

// forOffice matches such a question up to the office: whom did the Council recommend for
// the post of. What is recommended to an office is another thing.
var forOffice = regexp.MustCompile(`(?i)\b(?:recommend|propos|nominat|suggest|put forward)\w*\b.* ` +
	`(?:for|as|to be|to become) (?:the |a |new |next |post of |office of |position of )*$`)

// candidate finds that a question asks whom a body put forward for an office. Texts
// recommend then that somebody be appointed, so that the office is not what the verb is
// done to, and these words are what is looked for. Appointments are made by the Assembly
// upon the recommendation of another organ (rule 141 of its rules of procedure).
func (p *parser) candidate() {
	before := ""
	for i := range p.parts {
		if p.ofKinds(i, "Role") && forOffice.MatchString(before) {
			office, to := p.at(i).nodes[0], ""
			if p.bodyOfRole(office) == "un" {
				to = ` "General Assembly"`
			}
			p.out.content = []string{"recommends" + to + ` appointment appointed "` + p.called(office) + `"`}
			p.out.forOffice = true
			return
		}
		before += p.at(i).text + " "
	}
}

// candidates shows the paragraphs that tell it.
func (c *composer) candidates() bool {
	if !c.forOffice {
		return false
	}
	c.asWords()
	return c.passages()
}
