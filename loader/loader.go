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

// What one document may hold, so that a hostile one meets an error and not the
// end of the memory. The largest reports have some thousands of each.
const (
	maxPieces   = 500_000   // paragraphs, headings and lines of tables
	maxFindings = 1_000_000 // statements and diagnostics
)

// Load reads one document of any format that package format decodes. What an
// English text says never makes it fail; err says why bytes are no such text.
func Load(name string, data []byte, options Options) (*Result, error) {
	text, err := format.Text(data)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return LoadText(name, text, options)
}

// LoadText reads a document from its decoded text, as it is stored; err says why
// it has no identity, or that it is too large.
func LoadText(name, text string, options Options) (*Result, error) {
	source := NewSource(text)
	tree, err := Parse(source, options.ID)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if tree.ID == graph.DocumentID("") {
		return nil, fmt.Errorf("%s: expected a text with a symbol or a title, found neither; an identity of its own makes it one", name)
	}
	s := newStater(tree)
	for _, read := range stages {
		if read(s); s.full() {
			return nil, fmt.Errorf("%s: %w: expected a document of at most %d statements and diagnostics", name, format.ErrTooLarge, maxFindings)
		}
	}
	s.correct(options.Corrections)
	return s.result(), nil
}

// stages read the tree, each leaning on what those before it stated.
var stages = []func(*stater){
	(*stater).structure,
	(*stater).citations,
	(*stater).adoptions,
	(*stater).votes,
	(*stater).revisions,
	(*stater).instruments,
	(*stater).treaties,
	(*stater).meetings,
	(*stater).sessions,
	(*stater).agendas,
	(*stater).recommendations,
	(*stater).proceedings,
	(*stater).mandates,
	(*stater).documents,
	(*stater).ruleMentions,
	(*stater).check,
	(*stater).unread,
}
