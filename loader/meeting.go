package loader

// meetings states the subsidiary bodies and their meetings.
func (s *stater) meetings() {
	for _, p := range s.tree.Paragraphs {
		parent := s.speaker(p)
		if parent == "" {
			continue
		}
		for _, part := range p.Parts {
			if !namesSubsidiary.in(part) {
				continue
			}
			for _, b := range subsidiaries(part, parent) {
				s.subsidiary(b)
			}
			for _, m := range s.sittingsIn(part, parent) {
				s.sitting(m)
			}
		}
	}
}

func (s *stater) subsidiary(b subsidiary) {
	var found findings
	addSubsidiary(&found, b)
	s.take(found)
}

func (s *stater) sitting(m sitting) {
	var found findings
	addSitting(&found, m)
	s.take(found)
}
