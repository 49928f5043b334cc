package loader

import "strings"

// A stater holds what the stages know of each other.
type stater struct {
	*sink
	acts   map[string]bool // whose text the document prints; see printed
	before []addressee     // of the verb before, in the same paragraph
	// bodies named in full, by act; nil for the document
	bodiesNamed map[*Act][]string
	memory      *memory
	// names of treaties, bodies and instruments said in full so far
	groups   map[string]string
	acronyms map[string]bool // that the document introduces, or a table holds
	// citations of the texts read so far, by who speaks
	finders      map[readingKey][]citation
	sittingLists map[readingKey][]sitting   // of meetings
	shortForms   map[*Act]map[string]string // of subsidiary bodies, see fullNames
	fates        fateReader
	// the last group that was told to be founded without a name
	nameless *founding
}

// A readingKey is a text of the tree, known by the words that were looked for
// in it, and the body that speaks in it.
type readingKey struct {
	text *heldWords
	body string
}

// citationsOf lists the citations of a text of the tree.
func (s *stater) citationsOf(part Text, body string) []citation {
	if !citing.in(part) {
		return nil
	}
	if list, read := s.finders[readingKey{part.held, body}]; read && part.held != nil {
		return list
	}
	return newFinder(part, body, s.tree).found
}

func newStater(t *Tree) *stater {
	return &stater{sink: newSink(t), memory: newMemory(t), groups: map[string]string{}, bodiesNamed: map[*Act][]string{}, finders: map[readingKey][]citation{}, sittingLists: map[readingKey][]sitting{}}
}

// citations states every act that a paragraph names. All are read before the
// first is resolved: what is said in short may be said in full later.
func (s *stater) citations() {
	type reading struct {
		p    *Paragraph
		part Text
		f    *finder
	}
	var readings []reading
	for _, p := range s.tree.Paragraphs {
		voice := s.speaker(p)
		for _, part := range p.Parts {
			if len(part.S) < 220 && namesSpeaker(part.S) {
				if body, ok := bodyNamed(strings.Trim(strings.TrimPrefix(part.S, "The "), ",.")); ok {
					voice = body.Code // a draft printed inside the report's own text
				}
			}
			if !citing.in(part) {
				continue
			}
			f := newFinder(part, voice, s.tree)
			s.finders[readingKey{part.held, voice}] = f.found
			if len(f.found) == 0 {
				continue
			}
			for i := range f.found {
				s.memory.learn(&f.found[i])
			}
			readings = append(readings, reading{p, part, f})
		}
	}
	for _, r := range readings {
		for i := range r.f.found {
			if c := &r.f.found[i]; c.how == foreignBody && c.short != "" && c.body == "" {
				s.explain(r.p, c)
			}
		}
	}
	for _, r := range readings {
		s.citationsIn(r.p, r.part, r.f)
	}
}

func (s *stater) citationsIn(p *Paragraph, part Text, f *finder) {
	list := f.found
	s.memory.agree(list)
	ruled := rules(p, part.S, list)
	subject := p.Source(s.tree)
	for i := range list {
		c := &list[i]
		id, d := s.memory.resolve(c, p.ID)
		if d != nil {
			s.report(p, part, c.start, c.end, *d)
			continue
		}
		if id == subject || strings.HasPrefix(subject, id+"(Rev.") || s.pointsInside(p, part.S, c, id) {
			continue
		}
		s.cited(id)
		r := ruled[i]
		pin := r.pin
		if c.pin != "" {
			pin = c.pin
		}
		for v := &r; v != nil; v = v.also {
			s.state(p, part, c.start, c.end, subject, v.relation, id, qualifiers{
				{"verb", v.verb}, {"rule", r.rule}, {"connective", r.connective}, {"pin", pin},
				{"citedDate", c.date}, {"citedTitle", c.title}, {"confidence", "certain"},
			})
		}
	}
	for i, d := range f.reports {
		s.report(p, part, f.places[i].start, f.places[i].end, d)
	}
}

// pointsInside recognizes a pointer to a text printed in the same document:
// "(For the text, see chapter I, section A, resolution 12/3.)".
func (s *stater) pointsInside(p *Paragraph, text string, c *citation, id string) bool {
	own := false
	for _, a := range s.tree.Acts {
		own = own || a.ID == id
	}
	if !own {
		return false
	}
	lead := text[max(0, c.leadStart-60):c.leadStart]
	return strings.Contains(lead, "chapter ") || strings.Contains(lead, "chap. ") || strings.Contains(strings.ToLower(lead), "for the text")
}
