package format

import (
	"context"
	"slices"
	"strconv"

	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
)

// Compiled code cannot be stopped from outside while it works on a page, unless it
// looks at its context at each turn of each loop, which makes it three times as slow.
// What a hostile page repeats without end is the content of forms: they draw one
// another. So the engine looks where it begins to read the content of a page or form,
// which honest pages do once.

// contentReader is the number of the function that reads the content of a page or
// form in this version of PDFium, whose functions have no names. The engine tries at
// its start whether it still is; where it is not, malloc is watched, at twice the time.
const contentReader = "1155"

// libraryStart is the function that is called once on each machine.
const libraryStart = "FPDF_InitLibrary"

// A watcher is asked for each function whether anything listens to its calls.
type watcher struct {
	engine  *engine
	watched string
}

func (w watcher) NewFunctionListener(f api.FunctionDefinition) experimental.FunctionListener {
	switch {
	case slices.Contains(f.ExportNames(), libraryStart):
		return listener(func(_ context.Context, core api.Module) { w.engine.core = core })
	case slices.Contains(f.ExportNames(), w.watched), strconv.Itoa(int(f.Index())) == w.watched:
		return listener(look)
	}
	return nil
}

// look ends the machine's work where its context has ended.
func look(ctx context.Context, _ api.Module) {
	if seen, ok := ctx.Value(lookedAt{}).(*int); ok {
		*seen++
	}
	if ctx.Err() != nil {
		panic(context.Cause(ctx)) // the runtime makes it the error of the call
	}
}

// lookedAt is the key of a counter of looks in a context.
type lookedAt struct{}

// looks says that the engine looks at its context for each form of a page.
func (e *engine) looks() bool {
	seen := 0
	ctx := context.WithValue(context.Background(), lookedAt{}, &seen)
	err := e.with(ctx, DefaultLimits(), func(m *machine) error {
		_, err := readPages(ctx, m, []byte(nested), DefaultLimits())
		return err
	})
	return err == nil && seen == formsOfNested
}

// nested is a PDF whose page draws a form twice that draws another twice; with the
// page itself it has formsOfNested contents.
const (
	nested = "%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n" +
		"2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n" +
		"3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>>>\nendobj\n" +
		"4 0 obj\n<</Length 11>>stream\n/X Do /X Do\nendstream\nendobj\n" +
		"5 0 obj\n<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</Y 6 0 R>>>>/Length 11>>stream\n/Y Do /Y Do\nendstream\nendobj\n" +
		"6 0 obj\n<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Length 3>>stream\nq Q\nendstream\nendobj\n" +
		"trailer<</Root 1 0 R>>\n"
	formsOfNested = 1 + 2 + 4
)

// A listener is called before a function.
type listener func(ctx context.Context, core api.Module)

func (l listener) Before(ctx context.Context, core api.Module, _ api.FunctionDefinition, _ []uint64, _ experimental.StackIterator) {
	l(ctx, core)
}

func (listener) After(context.Context, api.Module, api.FunctionDefinition, []uint64) {}

func (listener) Abort(context.Context, api.Module, api.FunctionDefinition, error) {}
