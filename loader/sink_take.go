package loader

// take states findings in their order.
func (s *sink) take(found findings) {
	for i := range found.list {
		f := &found.list[i]
		switch f.what {
		case anEntity:
			s.entity(f.subject, f.name)
		case aFact:
			s.fact(f.subject, f.name, f.object)
		case firstFact:
			if key := f.subject + "\x00" + f.name; !s.kinds[key] {
				s.kinds[key] = true
				s.facts(f.subject, f.facts)
			}
		case aNewEntity:
			known := s.kinds[f.subject]
			if s.entity(f.subject, f.name); !known {
				s.facts(f.subject, f.facts)
			}
		case aName:
			s.names[f.subject] = f.name
		case aStatement:
			s.state(f.paragraph, f.part, f.from, f.to, f.subject, f.name, f.object, f.qualifiers)
		case aReport:
			s.report(f.paragraph, f.part, f.from, f.to, *f.diagnostic)
		case aDiagnostic:
			s.found = append(s.found, *f.diagnostic)
		case aBody:
			s.body(f.subject)
		case aSession:
			s.session(f.subject, f.object)
		case anAct:
			s.cited(f.subject)
		}
	}
}

func (s *sink) facts(subject string, list [][2]string) {
	for _, f := range list {
		s.fact(subject, f[0], f[1])
	}
}
