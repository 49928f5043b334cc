package loader

// A stater holds what the stages know of each other.
type stater struct {
	*sink
	cites  *citations
	before []addressee // of the verb before, in the same paragraph
	// names of treaties, bodies and instruments said in full so far
	groups     map[string]string
	acronyms   map[string]bool            // that the document introduces, or a table holds
	shortForms map[*Act]map[string]string // of subsidiary bodies, see fullNames
	// the last group that was told to be founded without a name
	nameless *founding
}

// The lookups that the stages not yet converted ask for.
func (s *stater) citationsOf(part Text, body string) []citation {
	return s.cites.of(part, body)
}

func (s *stater) sittingsIn(part Text, body string) []sitting { return s.cites.sittings(part, body) }

func (s *stater) speaker(p *Paragraph) string { return s.tree.speaker(p) }

func newStater(t *Tree) *stater {
	return &stater{sink: newSink(t), groups: map[string]string{}}
}
