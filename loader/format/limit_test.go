package format

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// textOf decodes a document within the default limits.
func textOf(data []byte) (string, error) { return Text(context.Background(), data, DefaultLimits()) }

// errorsOf unpacks an archive and gives what could not be unpacked.
func errorsOf(data []byte) (errs []error, visited int) { return errorsWithin(data, DefaultLimits()) }

func errorsWithin(data []byte, limits Limits) (errs []error, visited int) {
	Unpack(context.Background(), "a", data, limits, func(_ string, _ []byte, err error) {
		visited++
		if err != nil {
			errs = append(errs, err)
		}
	})
	return errs, visited
}

func TestEachLimitNamesItselfAndTheOptionThatRaisesIt(t *testing.T) {
	long := strings.Repeat("the words of it ", 1<<20/16+1)
	few := DefaultLimits()
	few.Text, few.Pages, few.Memory = 1, 2, 20
	for name, c := range map[string]struct {
		data     []byte
		expected string
	}{
		"text":         {[]byte(long), "text of at most 1 MB; --max-text raises"},
		"HTML":         {[]byte("<html><body><p>" + long), "text of at most 1 MB; --max-text raises"},
		"Akoma Ntoso":  {[]byte("<akomaNtoso><p>" + long + "</p></akomaNtoso>"), "text of at most 1 MB; --max-text raises"},
		"DOCX":         {worded(t, "<w:p><w:r><w:t>"+long+"</w:t></w:r></w:p>"), "text of at most 1 MB; --max-text raises"},
		"parts":        {worded(t, "<w:p/>", stylesPart, "<a>"+strings.Repeat(" ", 3<<20)+"</a>", "word/footnotes.xml", "<a>"+strings.Repeat(" ", 3<<20)+"</a>"), "text of at most 1 MB; --max-text raises"},
		"pages of PDF": {printedPages(3, "BT (of) Tj ET"), "at most 2 pages, found 3; --max-pages raises"},
		"PDF engine":   {endless(), "a PDF that is read in 20 MB of memory; --max-memory raises"},
	} {
		_, err := Text(context.Background(), c.data, few)
		assert.ErrorIs(t, err, ErrTooLarge, name)
		assert.ErrorContains(t, err, c.expected, name)
	}
	_, err := few.ReadAll(context.Background(), bytes.NewReader(make([]byte, 200<<20)))
	assert.ErrorContains(t, err, "a file of at most 128 MB; --max-file raises")
}

// printedPages makes a PDF that prints the same page several times.
func printedPages(count int, content string, objects ...string) []byte {
	objects = append([]string{
		"<</Type/Catalog/Pages 2 0 R>>",
		fmt.Sprintf("<</Type/Pages/Kids[%s]/Count %d>>", strings.Repeat("3 0 R ", count), count),
		"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>>>",
		stream("", content),
	}, objects...)
	b := []byte("%PDF-1.7\n")
	for i, object := range objects {
		b = fmt.Appendf(b, "%d 0 obj\n%s\nendobj\n", i+1, object)
	}
	return append(b, "trailer<</Root 1 0 R>>\n"...)
}

func stream(entries, content string) string {
	return fmt.Sprintf("<<%s/Length %d>>stream\n%s\nendstream", entries, len(content), content)
}

// endless is a PDF whose page draws itself.
func endless() []byte {
	return printedPages(1, "/X Do /X Do", stream("/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 5 0 R>>>>", strings.Repeat("/X Do ", 100)))
}

func TestThePDFEngineIsStopped(t *testing.T) {
	_, err := textOf(fixture(t, "report.pdf")) // the engine is compiled
	require.NoError(t, err)
	ctx, cancel := context.WithCancel(context.Background())
	time.AfterFunc(50*time.Millisecond, cancel)
	began := time.Now()
	_, err = Text(ctx, endless(), DefaultLimits())
	assert.ErrorIs(t, err, context.Canceled)
	assert.Less(t, time.Since(began), 2*time.Second)

	limits := DefaultLimits()
	limits.Seconds = pageShare
	_, err = Text(context.Background(), endless(), limits)
	assert.ErrorIs(t, err, ErrTooLarge, "it meets its time or its memory")
	text, err := textOf(fixture(t, "report.pdf"))
	require.NoError(t, err, "the engine goes on with the next document")
	assert.Contains(t, text, "Mending of widgets")
}

func TestThePDFEngineLooksAtItsContextWhereAPageDrawsForms(t *testing.T) {
	e, err := startEngine(contentReader)
	require.NoError(t, err)
	assert.True(t, e.looks(), "another version of PDFium: find the number of the function that reads contents")
	slow, err := startEngine("malloc")
	require.NoError(t, err)
	ctx, cancel := context.WithCancelCause(context.Background())
	cancel(ErrTooLarge)
	for _, e := range []*engine{e, slow} {
		err = e.with(context.Background(), DefaultLimits(), func(m *machine) error {
			_, err := readPages(ctx, m, []byte(nested), DefaultLimits())
			return err
		})
		assert.ErrorIs(t, err, ErrTooLarge, "work ends where the context has ended")
	}
}

func TestEveryFormatIsStopped(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	for name, data := range map[string][]byte{
		"text": []byte(prose), "HTML": []byte("<html><body><p>" + prose), "DOCX": worded(t, "<w:p/>"),
		"Akoma Ntoso": []byte("<akomaNtoso><p>" + prose + "</p></akomaNtoso>"), "PDF": fixture(t, "report.pdf"),
	} {
		_, err := Text(ctx, data, DefaultLimits())
		assert.ErrorIs(t, err, context.Canceled, name)
	}
	Unpack(ctx, "a", zipped(t, "a.txt", prose), DefaultLimits(), func(string, []byte, error) { t.Error("nothing is unpacked") })
}

func TestAnArchiveIsCountedWhole(t *testing.T) {
	limits := DefaultLimits()
	limits.Unpacked, limits.Members, limits.File = 1, 4, 1
	half := strings.Repeat("\x00", 1<<19)
	inner := string(zipped(t, "a.txt", half, "b.txt", half))
	for name, c := range map[string]struct {
		data     []byte
		expected string
		visited  int
	}{
		"beside one another": {zipped(t, "a.txt", half, "b.txt", half, "c.txt", half, "d.txt", prose), "unpacks to at most 1 MB; --max-unpacked raises", 3},
		"in one another":     {zipped(t, "a.zip", inner, "b.zip", inner, "c.txt", prose), "unpacks to at most 1 MB; --max-unpacked raises", 2},
		"a stream":           {gzipped(t, []byte(strings.Repeat(half, 3))), "--max-", 1},
		"one large":          {zipped(t, "a.txt", strings.Repeat("\x00", 1<<20+1)), "--max-", 1},
		"many":               {zipped(t, "a.zip", string(zipped(t, "1", "", "2", "")), "b.zip", string(zipped(t, "3", "", "4", ""))), "at most 4 files; --max-members raises", 3},
	} {
		errs, visited := errorsWithin(c.data, limits)
		if assert.Len(t, errs, 1, name) {
			assert.ErrorIs(t, errs[0], ErrTooLarge)
			assert.ErrorContains(t, errs[0], c.expected, name)
		}
		assert.Equal(t, c.visited, visited, name)
	}
	limits.Unpacked, limits.File = 10, 1
	errs, visited := errorsWithin(zipped(t, "a.txt", strings.Repeat("\x00", 1<<20+1), "b.txt", prose), limits)
	require.Len(t, errs, 1)
	assert.ErrorContains(t, errs[0], "a file of at most 1 MB; --max-file raises")
	assert.Equal(t, 2, visited, "what follows a large file is unpacked")

	nested := []byte(prose)
	for range DefaultLimits().Nesting + 2 {
		nested = zipped(t, "a.zip", string(nested))
	}
	errs, _ = errorsOf(nested)
	require.Len(t, errs, 1)
	assert.ErrorContains(t, errs[0], "archives in one another at most 4 deep; --max-nesting raises")
}

func TestAFaultInAReaderIsAnError(t *testing.T) {
	before := kinds
	defer func() { kinds = before }()
	var none []string
	kinds = []kind{{plainName, isPlain, func(context.Context, []byte, Limits) (string, error) { return none[1], nil }}}
	_, err := textOf([]byte(prose))
	assert.ErrorContains(t, err, "a fault of this program or of a library: runtime error: index out of range")
}
