package loader

// treaties states which treaties and articles paragraphs name.
func (s *sink) treaties(list []treatyMention) {
	for i := range list {
		m := &list[i]
		id := "treaty/" + m.code
		s.entity(id, "Treaty")
		subject := m.paragraph.Source(s.tree)
		q := qualifiers{{"rule", "treaty"}, {"verb", m.verb}, {"connective", m.connective}, {"pin", m.pin},
			{"confidence", "certain"}}
		if len(m.articles) == 0 {
			s.state(m.paragraph, m.part, m.start, m.end, subject, m.relation, id, q)
		}
		for _, n := range m.articles {
			article := id + "/article/" + n
			s.entity(article, "Article")
			s.fact(article, "partOf", id)
			s.fact(article, "number", n)
			s.state(m.paragraph, m.part, m.start, m.end, subject, m.relation, article, q)
		}
	}
}

// instruments states the instruments that are the object of a verb.
func (s *sink) instruments(list []instrument) {
	for i := range list {
		m := &list[i]
		s.entity(m.id, "Instrument")
		s.fact(m.id, "name", m.name)
		s.state(m.paragraph, m.part, m.start, m.end, m.paragraph.Source(s.tree), m.relation, m.id, qualifiers{
			{"verb", m.verb}, {"rule", "named instrument"}, {"citedTitle", m.title}, {"confidence", "certain"}})
	}
}
