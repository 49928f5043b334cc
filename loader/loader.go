package loader

import (
	"mandategraph/graph"
)

// Options for [Load].
type Options struct {
	// ID is the identity of a document without a symbol; empty: the symbol of
	// its masthead, else the slug of its title.
	ID string
	// Corrections by hand, applied after the reading.
	Corrections []Correction
}

// A Result is what one text says.
type Result struct {
	Document    graph.Document
	Diagnostics []Diagnostic
	Tree        *Tree
}

// Load reads one document. Content never makes it fail; err is for misuse,
// such as bytes that are no text.
func Load(name string, data []byte, options Options) (*Result, error) {
	if err := readable(name, data); err != nil {
		return nil, err
	}
	source := NewSource(data)
	tree := Parse(source, options.ID)
	s := newStater(tree)
	s.structure()
	s.citations()
	s.adoptions()
	s.votes()
	s.revisions()
	s.instruments()
	s.treaties()
	s.meetings()
	s.sessions()
	s.agendas()
	s.recommendations()
	s.proceedings()
	s.mandates()
	s.documents()
	s.check()
	s.unread()
	s.correct(options.Corrections)
	return s.result(), nil
}
