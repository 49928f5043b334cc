package loader

import (
	"context"
	"errors"
	"fmt"
	"sync"

	"mandategraph/graph"
	"mandategraph/loader/cite"
	"mandategraph/loader/duty"
	"mandategraph/loader/format"
	"mandategraph/loader/record"
	"mandategraph/loader/session"
	"mandategraph/loader/text"
	"mandategraph/loader/treaty"
	"mandategraph/loader/tree"
)

// Options for [Load].
type Options struct {
	// ID is the identity of a document without a symbol; empty: the symbol of
	// its masthead, else the slug of its title.
	ID string
	// Stays says that the text is stored under ID, which it keeps whatever it prints.
	Stays bool
	// Corrections by hand, applied after the reading.
	Corrections []Correction
	// Limits of one document; nil: [format.DefaultLimits].
	Limits *format.Limits
}

// A Result is what one text says.
type Result struct {
	Document    graph.Document
	Diagnostics []tree.Diagnostic
	Tree        *tree.Tree
}

func (o Options) limits() format.Limits {
	if o.Limits != nil {
		return *o.Limits
	}
	return format.DefaultLimits()
}

// Load reads one document of any format that package format decodes. What an
// English text says never makes it fail; err says why bytes are no such text, or
// that ctx ended before it was read.
func Load(ctx context.Context, name string, data []byte, options Options) (*Result, error) {
	limits := options.limits()
	ctx, cancel := limits.Within(ctx)
	defer cancel()
	text, err := format.Text(ctx, data, limits)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return LoadText(ctx, name, text, options)
}

// LoadText reads a document from its decoded text, as it is stored; err says why
// it has no identity, that it is too large, or that ctx ended before it was read.
func LoadText(ctx context.Context, name, body string, options Options) (*Result, error) {
	limits := options.limits()
	ctx, cancel := limits.Within(ctx)
	defer cancel()
	if record.IsText(body) {
		return loadRecord(ctx, name, body, options)
	}
	t, err := tree.Parse(text.NewSource(body), tree.Asked{ID: options.ID, Stays: options.Stays}, int(limits.Paragraphs))
	if many := tree.TooManyPieces(0); errors.As(err, &many) {
		err = format.TooLarge(format.OptionParagraphs, "a document of at most %d paragraphs, %w", limits.Paragraphs, many)
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if t.ID == graph.DocumentID("") {
		return nil, fmt.Errorf("%s: expected a text with a symbol or a title, found neither; "+
			"give it an identity with --id", name)
	}
	s := &loading{sink: newSink(t, int(limits.Findings)), short: duty.NewShortNames(t)}
	defer s.ahead(ctx)()
	for _, stage := range stages {
		stage.read(ctx, s)
		if ctx.Err() != nil {
			return nil, fmt.Errorf("%s: reading its %s: %w", name, stage.name, context.Cause(ctx))
		}
		if s.full() {
			return nil, fmt.Errorf("%s: %w", name, tooManyFindings(limits))
		}
	}
	s.correct(options.Corrections)
	return s.result(), nil
}

// tooManyFindings refuses a document of which more is said than may be.
func tooManyFindings(limits format.Limits) error {
	return format.TooLarge(format.OptionFindings, "a document of at most %d statements and diagnostics", limits.Findings)
}

// A loading is one document on its way through the stages: what they share, and
// the sink that takes what they find.
type loading struct {
	*sink
	cites *cite.Citations
	short *duty.ShortNames
	// treatiesTold and proceedingsTold wait for what was read ahead.
	treatiesTold    func() treaties
	proceedingsTold func() tree.Findings
}

// treaties are the mentions of treaties in a document.
type treaties struct {
	list  []treaty.TreatyMention
	found tree.Findings
}

// longText is from how many bytes on a second core pays for a text.
const longText = 32 << 10

// ahead begins the two long readings that lean on the tree alone beside the
// stages, which take what they found in its turn: half of a long report is read on
// a second core, and what is stated stays in its order. A short text is read in its
// turn. done waits for their end.
func (s *loading) ahead(ctx context.Context) (done func()) {
	ctx, stop := context.WithCancel(ctx)
	readTreaties := func() (t treaties) {
		t.list, t.found = treaty.Mentions(ctx, s.tree)
		return t
	}
	readProceedings := func() tree.Findings { return session.Proceedings(ctx, s.tree) }
	if len(s.tree.Source.Text) < longText {
		s.treatiesTold, s.proceedingsTold = readTreaties, readProceedings
		return stop
	}
	var all sync.WaitGroup
	s.treatiesTold, s.proceedingsTold = beside(&all, readTreaties), beside(&all, readProceedings)
	return func() {
		stop()
		all.Wait()
	}
}

// beside reads at the same time as its caller, and gives what was found when asked.
func beside[T any](all *sync.WaitGroup, read func() T) (found func() T) {
	var value T
	done := make(chan struct{})
	all.Go(func() {
		defer close(done)
		value = read()
	})
	return func() T {
		<-done
		return value
	}
}

// stages read the tree, each leaning on what those before it found. A stage that
// ctx ends returns early; what it found then counts for nothing.
var stages = []struct {
	name string
	read func(context.Context, *loading)
}{
	{"structure", func(_ context.Context, s *loading) { s.structure() }},
	{"citations", func(ctx context.Context, s *loading) {
		cites, found := cite.Read(ctx, s.tree)
		s.cites = cites
		s.take(found)
	}},
	{"masthead", func(ctx context.Context, s *loading) { s.take(session.Masthead(ctx, s.tree)) }},
	{"adoptions", func(ctx context.Context, s *loading) { s.take(session.Adoptions(ctx, s.tree)) }},
	{"votes", func(ctx context.Context, s *loading) { s.take(session.Votes(ctx, s.tree)) }},
	{"revisions", func(ctx context.Context, s *loading) { s.take(session.Revisions(ctx, s.tree)) }},
	{"instruments", func(ctx context.Context, s *loading) {
		list := treaty.Instruments(ctx, s.tree)
		s.instruments(list)
		s.take(duty.Annexed(ctx, s.tree, s.cites, list))
	}},
	{"treaties", func(_ context.Context, s *loading) {
		told := s.treatiesTold()
		s.take(told.found)
		s.treaties(told.list)
	}},
	{"meetings", func(ctx context.Context, s *loading) { s.take(session.Meetings(ctx, s.tree, s.cites)) }},
	{"sessions", func(ctx context.Context, s *loading) { s.take(session.Sessions(ctx, s.tree)) }},
	{"agendas", func(ctx context.Context, s *loading) { s.take(session.Agendas(ctx, s.tree)) }},
	{"recommendations", func(ctx context.Context, s *loading) {
		s.take(duty.Recommendations(ctx, s.tree, s.cites, s.short))
	}},
	{"proceedings", func(_ context.Context, s *loading) { s.take(s.proceedingsTold()) }},
	{"mandates", func(ctx context.Context, s *loading) {
		list, found := duty.Mandates(ctx, s.tree, s.cites, s.short)
		s.take(found)
		s.mandates(list)
	}},
	{"subjects", func(ctx context.Context, s *loading) { s.take(duty.Abouts(ctx, s.tree, s.cites, s.dated())) }},
	{"documents", func(ctx context.Context, s *loading) {
		s.take(session.Documents(ctx, s.tree, session.UsedDocuments(s.doc.Statements), s.room()))
	}},
	{"rules of procedure", func(ctx context.Context, s *loading) { s.take(treaty.Rules(ctx, s.tree)) }},
	{"check", func(ctx context.Context, s *loading) { s.take(check(ctx, s.tree, s.doc.Statements)) }},
	{"unread", func(ctx context.Context, s *loading) {
		s.take(unread(ctx, s.tree, coverage(s.sink.read, s.found), s.acts()))
	}},
}
