package loader

import (
	"mandategraph/loader/treaty"
	"mandategraph/loader/tree"
)

// treaties states which treaties and articles paragraphs name.
func (s *sink) treaties(list []treaty.TreatyMention) {
	for i := range list {
		m := &list[i]
		id := "treaty/" + m.Code
		s.entity(id, "Treaty")
		subject := m.Paragraph.Source(s.tree)
		q := tree.Qualifiers{{"rule", "treaty"}, {"verb", m.Verb}, {"connective", m.Connective}, {"pin", m.Pin},
			{"confidence", "certain"}}
		if len(m.Articles) == 0 {
			s.state(m.Paragraph, m.Part, m.Start, m.End, subject, m.Relation, id, q)
		}
		for _, n := range m.Articles {
			article := id + "/article/" + n
			s.entity(article, "Article")
			s.fact(article, "partOf", id)
			s.fact(article, "number", n)
			s.state(m.Paragraph, m.Part, m.Start, m.End, subject, m.Relation, article, q)
		}
	}
}

// instruments states the instruments that are the object of a verb.
func (s *sink) instruments(list []tree.Instrument) {
	for i := range list {
		m := &list[i]
		s.entity(m.ID, "Instrument")
		s.fact(m.ID, "name", m.Name)
		s.state(m.Paragraph, m.Part, m.Start, m.End, m.Paragraph.Source(s.tree), m.Relation, m.ID, tree.Qualifiers{
			{"verb", m.Verb}, {"rule", "named instrument"}, {"citedTitle", m.Title}, {"confidence", "certain"}})
	}
}
