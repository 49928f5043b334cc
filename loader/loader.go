package loader

import (
	"context"
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
// English text says never makes it fail; err says why bytes are no such text, or
// that ctx ended before it was read.
func Load(ctx context.Context, name string, data []byte, options Options) (*Result, error) {
	text, err := format.Text(data)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return LoadText(ctx, name, text, options)
}

// LoadText reads a document from its decoded text, as it is stored; err says why
// it has no identity, that it is too large, or that ctx ended before it was read.
func LoadText(ctx context.Context, name, text string, options Options) (*Result, error) {
	source := NewSource(text)
	tree, err := Parse(source, options.ID)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if tree.ID == graph.DocumentID("") {
		return nil, fmt.Errorf("%s: expected a text with a symbol or a title, found neither; "+
			"an identity of its own makes it one", name)
	}
	s := newStater(tree)
	for _, stage := range stages {
		stage.read(ctx, s)
		if err := ctx.Err(); err != nil {
			return nil, fmt.Errorf("%s: reading its %s: %w", name, stage.name, err)
		}
		if s.full() {
			return nil, fmt.Errorf("%s: %w: expected a document of at most %d statements and diagnostics",
				name, format.ErrTooLarge, maxFindings)
		}
	}
	s.correct(options.Corrections)
	return s.result(), nil
}

// stages read the tree, each leaning on what those before it found. A stage that
// ctx ends returns early; what it found then counts for nothing.
var stages = []struct {
	name string
	read func(context.Context, *stater)
}{
	{"structure", func(_ context.Context, s *stater) { s.structure() }},
	{"citations", func(ctx context.Context, s *stater) {
		cites, found := readCitations(ctx, s.tree)
		s.cites = cites
		s.take(found)
	}},
	{"adoptions", func(ctx context.Context, s *stater) { s.take(adoptions(ctx, s.tree)) }},
	{"votes", func(ctx context.Context, s *stater) { s.take(votes(ctx, s.tree)) }},
	{"revisions", func(ctx context.Context, s *stater) { s.take(revisions(ctx, s.tree)) }},
	{"instruments", func(_ context.Context, s *stater) { s.instruments() }},
	{"treaties", func(_ context.Context, s *stater) { s.treaties() }},
	{"meetings", func(ctx context.Context, s *stater) { s.take(meetings(ctx, s.tree, s.cites)) }},
	{"sessions", func(ctx context.Context, s *stater) { s.take(sessions(ctx, s.tree)) }},
	{"agendas", func(ctx context.Context, s *stater) { s.take(agendas(ctx, s.tree)) }},
	{"recommendations", func(_ context.Context, s *stater) { s.recommendations() }},
	{"proceedings", func(ctx context.Context, s *stater) {
		s.take(proceedings(ctx, s.tree, func(id string) bool { return s.kinds[id] }))
	}},
	{"mandates", func(_ context.Context, s *stater) { s.mandates() }},
	{"documents", func(ctx context.Context, s *stater) {
		room := maxFindings - len(s.doc.Statements) - len(s.found)
		s.take(documents(ctx, s.tree, usedDocuments(s.doc.Statements), room))
	}},
	{"rules of procedure", func(_ context.Context, s *stater) { s.ruleMentions() }},
	{"check", func(ctx context.Context, s *stater) { s.take(check(ctx, s.tree, s.doc.Statements)) }},
	{"unread", func(ctx context.Context, s *stater) {
		s.take(unread(ctx, s.tree, coverage(s.sink.read, s.found)))
	}},
}
