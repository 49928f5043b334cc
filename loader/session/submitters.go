package session

import (
	"strings"

	"mandategraph/loader/tree"
)

// submitters reads who put forward the acts of a session below whose titles that stands:
// "Draft resolution submitted by Fiji".
func (m *mastheadReader) submitters() {
	read := false
	for _, a := range m.tree.Acts {
		for _, p := range a.Paragraphs {
			if p.Locator != tree.HeadLocator {
				continue
			}
			for _, part := range p.Parts {
				if !tree.SubmittedLine.MatchString(part.S) {
					continue
				}
				if m.ready(); !read {
					m.put, read = nil, true // what stands above the document is stated
				}
				x := utterance{p, part, 0, part.S}
				by := strings.Index(x.text, " by ") + len(" by ")
				list, _ := m.actorList(x.text, by)
				m.oneOffice(list)
				m.puts(x, list, "submits", a.ID)
			}
		}
	}
	if read {
		m.putForward()
	}
}

// oneOffice names the one holder of an office of the body itself as texts do elsewhere.
func (m *mastheadReader) oneOffice(list []listedActor) {
	if len(list) == 1 && list[0].kind == "Role" {
		list[0].name = singularIn(list[0].name, m.short)
		list[0].id = m.role(list[0].name)
	}
}
