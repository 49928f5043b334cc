package format

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"time"

	"github.com/klippa-app/go-pdfium"
	pdfiumerrors "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
)

// engine starts PDFium, compiled to WebAssembly, when the first PDF is read.
// It sees no file system and little memory.
var engine = sync.OnceValues(func() (pdfium.Pool, error) {
	config := wazero.NewRuntimeConfig().
		WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling).
		WithMemoryLimitPages(pdfMemory)
	if cache := compiled(); cache != nil {
		config = config.WithCompilationCache(cache)
	}
	return webassembly.Init(webassembly.Config{
		MaxTotal:      runtime.GOMAXPROCS(0),
		RuntimeConfig: config,
		FSConfig:      wazero.NewFSConfig(),
		Stdout:        io.Discard,
		Stderr:        io.Discard,
	})
})

// compiled keeps the engine's machine code in the user's cache, which saves
// two seconds at the next start; nil where there is no such folder.
func compiled() wazero.CompilationCache {
	folder, err := os.UserCacheDir()
	if err != nil {
		return nil
	}
	cache, err := wazero.NewCompilationCacheWithDir(filepath.Join(folder, "mandategraph"))
	if err != nil {
		return nil // an unwritable folder costs time, nothing else
	}
	return cache
}

var pdfErrors = []struct {
	err  error
	says string
}{
	{pdfiumerrors.ErrPassword, "it is encrypted and needs a password"},
	{pdfiumerrors.ErrSecurity, "it is encrypted in a way that cannot be read"},
	{pdfiumerrors.ErrFormat, "it is damaged or cut off"},
}

// readPDF decodes a PDF.
func readPDF(data []byte) (string, error) {
	type outcome struct {
		pages []page
		err   error
	}
	done := make(chan outcome, 1)
	go func() {
		defer func() {
			if r := recover(); r != nil {
				done <- outcome{err: fmt.Errorf("the PDF engine failed: %v", r)}
			}
		}()
		pages, err := pdfPages(data)
		done <- outcome{pages, err}
	}()
	select {
	case o := <-done:
		if o.err != nil {
			return "", explainPDF(o.err)
		}
		return layOut(o.pages)
	case <-time.After(pdfTime):
		return "", fmt.Errorf("expected a PDF that is read within %v", pdfTime)
	}
}

func explainPDF(err error) error {
	for _, e := range pdfErrors {
		if errors.Is(err, e.err) {
			return fmt.Errorf("expected a PDF that can be opened: %s", e.says)
		}
	}
	if errors.Is(err, ErrTooLarge) {
		return err
	}
	return fmt.Errorf("expected a PDF that can be read: %w", err)
}

// pdfPages reads the characters of every page.
func pdfPages(data []byte) ([]page, error) {
	pool, err := engine()
	if err != nil {
		return nil, fmt.Errorf("start the PDF engine: %w", err)
	}
	instance, err := pool.GetInstance(pdfTime)
	if err != nil {
		return nil, err
	}
	defer func() { _ = instance.Close() }() // it holds nothing but memory
	document, err := instance.OpenDocument(&requests.OpenDocument{File: &data})
	if err != nil {
		return nil, err
	}
	count, err := instance.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: document.Document})
	if err != nil {
		return nil, err
	}
	if count.PageCount > maxPages {
		return nil, fmt.Errorf("%w: expected at most %d pages, found %d", ErrTooLarge, maxPages, count.PageCount)
	}
	pages := make([]page, count.PageCount)
	total := 0
	for i := range pages {
		if pages[i], err = pdfPage(instance, document.Document, i); err != nil {
			return nil, fmt.Errorf("page %d: %w", i+1, err)
		}
		for _, r := range pages[i].runs {
			total += len(r.text)
		}
		if total > maxText {
			return nil, tooLarge("text", maxText)
		}
	}
	return pages, nil
}

func pdfPage(instance pdfium.Pdfium, document references.FPDF_DOCUMENT, i int) (page, error) {
	at := requests.Page{ByIndex: &requests.PageByIndex{Document: document, Index: i}}
	size, err := instance.GetPageSize(&requests.GetPageSize{Page: at})
	if err != nil {
		return page{}, err
	}
	if err := countChars(instance, at); err != nil {
		return page{}, err
	}
	text, err := instance.GetPageTextStructured(&requests.GetPageTextStructured{
		Page: at, Mode: requests.GetPageTextStructuredModeChars, CollectFontInformation: true,
	})
	if err != nil {
		return page{}, err
	}
	return page{width: size.Width, height: size.Height, runs: gatherRuns(text.Chars)}, nil
}

// countChars refuses a page that no one can have written.
func countChars(instance pdfium.Pdfium, at requests.Page) error {
	text, err := instance.FPDFText_LoadPage(&requests.FPDFText_LoadPage{Page: at})
	if err != nil {
		return err
	}
	count, err := instance.FPDFText_CountChars(&requests.FPDFText_CountChars{TextPage: text.TextPage})
	if err != nil {
		return err
	}
	if count.Count > maxPage {
		return fmt.Errorf("%w: expected at most %d characters, found %d", ErrTooLarge, maxPage, count.Count)
	}
	_, err = instance.FPDFText_ClosePage(&requests.FPDFText_ClosePage{TextPage: text.TextPage})
	return err
}
