package loader

import (
	"slices"

	"mandategraph/graph/names"
)

// explain finds the body that a short name means which nothing in its own
// paragraph explains, "Council decision 113 (LIX)": the one body that the act
// names in full, or failing that the document, of which both the name can be the
// short one and the number can be an act's.
func (s *stater) explain(p *Paragraph, c *citation) {
	for _, named := range [][]string{s.namedIn(p.Act), s.namedIn(nil)} {
		var fit []string
		for _, code := range named {
			if hasShort(code, c.short) && names.CanNumber(code, c.kind, c.number) {
				fit = append(fit, code)
			}
		}
		if len(fit) == 1 {
			c.body, c.how, c.may = fit[0], fittingBody, fit
			s.memory.learn(c)
		}
		if len(fit) > 0 {
			return
		}
	}
}

// namedIn lists the bodies that an act, or the whole document for nil, names in
// full; each is read once.
func (s *stater) namedIn(a *Act) []string {
	if list, read := s.bodiesNamed[a]; read {
		return list
	}
	var list []string
	add := func(t Text) {
		for _, b := range findBodies(t.S) {
			if !slices.Contains(list, b.code) {
				list = append(list, b.code)
			}
		}
	}
	paragraphs := s.tree.Paragraphs
	if a != nil {
		paragraphs = a.Paragraphs
		add(a.Title)
	}
	for _, q := range paragraphs {
		for _, part := range q.Parts {
			add(part)
		}
	}
	s.bodiesNamed[a] = list
	return list
}
