package loader

// A stater holds what the stages know of each other.
type stater struct {
	*sink
	cites *citations
	short *shortNames
	acts  map[string]bool // whose text the document prints; see printed
	fates fateReader
}

// The lookups that the stages not yet converted ask for.
func (s *stater) citationsOf(part Text, body string) []citation {
	return s.cites.of(part, body)
}

func (s *stater) sittingsIn(part Text, body string) []sitting { return s.cites.sittings(part, body) }

func (s *stater) speaker(p *Paragraph) string { return s.tree.speaker(p) }

func newStater(t *Tree) *stater {
	return &stater{sink: newSink(t), short: newShortNames(t)}
}
