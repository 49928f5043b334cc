package loader

// What the stages not yet converted ask for; it goes with the stater.

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
