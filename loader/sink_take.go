package loader

import "mandategraph/loader/tree"

// take states findings in their order.
func (s *sink) take(found tree.Findings) {
	for i := range found.List {
		f := &found.List[i]
		switch f.What {
		case tree.AnEntity:
			s.entity(f.Subject, f.Name)
		case tree.AFact:
			s.fact(f.Subject, f.Name, f.Object)
		case tree.AFirstFact:
			if key := f.Subject + "\x00" + f.Name; !s.kinds[key] {
				s.kinds[key] = true
				s.facts(f.Subject, f.Facts)
			}
		case tree.ANewEntity:
			known := s.kinds[f.Subject]
			if s.entity(f.Subject, f.Name); !known {
				s.facts(f.Subject, f.Facts)
			}
		case tree.AName:
			s.names[f.Subject] = f.Name
		case tree.AStatement:
			s.state(f.Paragraph, f.Part, f.From, f.To, f.Subject, f.Name, f.Object, f.Qualifiers)
		case tree.AReport:
			s.report(f.Paragraph, f.Part, f.From, f.To, *f.Diagnostic)
		case tree.ADiagnostic:
			s.found = append(s.found, *f.Diagnostic)
		case tree.ABody:
			s.body(f.Subject)
		case tree.ASession:
			s.session(f.Subject, f.Object)
		case tree.AnAct:
			s.cited(f.Subject)
		}
	}
}

func (s *sink) facts(subject string, list [][2]string) {
	for _, f := range list {
		s.fact(subject, f[0], f[1])
	}
}
