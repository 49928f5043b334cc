package format

import (
	"context"
	"errors"
	"fmt"
	"io"
	"time"
)

// Limits say what one document or archive may take. A hostile file meets one of
// them and is refused; the largest report of the United Nations stays far below.
type Limits struct {
	File       int64 // MB of one file or member of an archive
	Text       int64 // MB of text that one document decodes to
	Paragraphs int64 // of one document, headings and lines of tables counted too
	Findings   int64 // statements and diagnostics of one document
	Pages      int64 // of one PDF
	Memory     int64 // MB that the PDF engine takes for one document
	Seconds    int64 // for reading one document
	Unpacked   int64 // MB that an archive unpacks to, archives in it included
	Members    int64 // of an archive, those of archives in it included
	Nesting    int64 // archives in one another
}

// DefaultLimits are those where nothing else is asked for.
func DefaultLimits() Limits {
	return Limits{File: 128, Text: 16, Paragraphs: 100_000, Findings: 200_000, Pages: 20_000, Memory: 192,
		Seconds: 60, Unpacked: 256, Members: 100_000, Nesting: 4}
}

const (
	megabyte = 1 << 20
	// markupRatio is how many bytes of markup one byte of text may have.
	markupRatio = 4
	// unpackedRatio is how many times its size an archive may unpack to where
	// that is more than the limit: pictures and PDF hardly shrink.
	unpackedRatio = 20
	// maxPage is the most characters of one page of a PDF: more stand on none.
	maxPage = 200_000
	// pageShare is the part of the time of a document that one page may take.
	pageShare = 15
)

// A Limit is one of the limits with the option of the command line that sets it.
type Limit struct {
	Option, Usage string
	Value         *int64
}

// All are the limits in the order in which the help lists them.
func (l *Limits) All() []Limit {
	return []Limit{
		{optionFile, "`MB` of one file or member of an archive at most", &l.File},
		{optionText, "`MB` of text of one document at most", &l.Text},
		{OptionParagraphs, "`NUMBER` of paragraphs of one document at most", &l.Paragraphs},
		{OptionFindings, "`NUMBER` of statements and diagnostics of one document at most", &l.Findings},
		{optionPages, "`NUMBER` of pages of one PDF at most", &l.Pages},
		{optionMemory, "`MB` of memory for reading one PDF at most", &l.Memory},
		{optionSeconds, "`SECONDS` for reading one document at most, a page of a PDF a fifteenth of it", &l.Seconds},
		{optionUnpacked, "`MB` that one archive unpacks to at most, or twenty times its size if that is more", &l.Unpacked},
		{optionMembers, "`NUMBER` of files in one archive at most", &l.Members},
		{optionNesting, "`NUMBER` of archives in one another at most", &l.Nesting},
	}
}

// The options that set the limits. Those of paragraphs and findings are applied
// by who reads the text.
const (
	optionFile       = "max-file"
	optionText       = "max-text"
	OptionParagraphs = "max-paragraphs"
	OptionFindings   = "max-findings"
	optionPages      = "max-pages"
	optionMemory     = "max-memory"
	optionSeconds    = "max-seconds"
	optionUnpacked   = "max-unpacked"
	optionMembers    = "max-members"
	optionNesting    = "max-nesting"
)

// ErrTooLarge says that an input exceeds a limit.
var ErrTooLarge = errors.New("too large")

// TooLarge is the error of an input that exceeds the limit of an option: it says
// what was expected and how to raise the limit.
func TooLarge(option, expected string, arguments ...any) error {
	return fmt.Errorf("%w: expected %w; --%s raises the limit", ErrTooLarge, fmt.Errorf(expected, arguments...), option)
}

func (l Limits) tooMuchText() error {
	return TooLarge(optionText, "text of at most %d MB", l.Text)
}

// text and markup are the most bytes of a text and of its file with markup.
func (l Limits) text() int   { return int(l.Text * megabyte) }
func (l Limits) markup() int { return markupRatio * l.text() }

// Within gives a context that ends after the time for one document, with the
// error that says so as its cause.
func (l Limits) Within(ctx context.Context) (context.Context, context.CancelFunc) {
	return context.WithTimeoutCause(ctx, time.Duration(l.Seconds)*time.Second,
		TooLarge(optionSeconds, "a document that is read within %d s", l.Seconds))
}

// ReadAll reads a file within its limit, until ctx ends.
func (l Limits) ReadAll(ctx context.Context, r io.Reader) ([]byte, error) {
	b := budget{left: l.File * megabyte, over: TooLarge(optionFile, "a file of at most %d MB", l.File)}
	return io.ReadAll(stoppable{ctx, b.reader(r)})
}

// A budget is how many bytes may still be read, and the error beyond.
type budget struct {
	left int64
	over error
}

// reader takes what it reads from a budget.
func (b *budget) reader(r io.Reader) io.Reader { return spending{r, b} }

type spending struct {
	io.Reader
	*budget
}

func (s spending) Read(p []byte) (int, error) {
	n, err := s.Reader.Read(p[:min(int64(len(p)), s.left+1)])
	if s.left -= int64(n); s.left < 0 {
		return 0, s.over
	}
	return n, err
}

// stoppable reads until its context ends.
type stoppable struct {
	ctx context.Context
	io.Reader
}

func (s stoppable) Read(p []byte) (int, error) {
	if s.ctx.Err() != nil {
		return 0, context.Cause(s.ctx)
	}
	return s.Reader.Read(p)
}
