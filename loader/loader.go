package loader

import (
	"fmt"

	"mandategraph/graph"
	"mandategraph/loader/format"
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

// Load reads one document of any format that package format decodes. What an
// English text says never makes it fail; err says why bytes are no such text.
func Load(name string, data []byte, options Options) (*Result, error) {
	text, err := format.Text(data)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return LoadText(name, text, options)
}

// LoadText reads a document from its decoded text, as it is stored.
func LoadText(name, text string, options Options) (*Result, error) {
	source := NewSource(text)
	tree := Parse(source, options.ID)
	if tree.ID == graph.DocumentID("") {
		return nil, fmt.Errorf("%s: expected a text with a symbol or a title, found neither; an identity of its own makes it one", name)
	}
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
	s.ruleMentions()
	s.check()
	s.unread()
	s.correct(options.Corrections)
	return s.result(), nil
}
