package format

import (
	"context"
	"errors"
	"fmt"
	"sync/atomic"
	"time"

	"github.com/klippa-app/go-pdfium"
	pdfiumerrors "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/requests"
)

var pdfErrors = []struct {
	err  error
	says string
}{
	{pdfiumerrors.ErrPassword, "it is encrypted and needs a password"},
	{pdfiumerrors.ErrSecurity, "it is encrypted in a way that cannot be read"},
	{pdfiumerrors.ErrFormat, "it is damaged or cut off"},
}

// readPDF decodes a PDF. When ctx ends it returns at once and stops the engine.
func readPDF(ctx context.Context, data []byte, limits Limits) (string, error) {
	type outcome struct {
		pages []page
		err   error
	}
	done := make(chan outcome, 1)
	go func() {
		o := outcome{}
		defer func() { done <- o }()
		defer Recovered(&o.err)
		o.pages, o.err = pdfPages(ctx, data, limits)
	}()
	select {
	case o := <-done:
		if o.err != nil {
			return "", explainPDF(o.err)
		}
		return layOut(o.pages, limits)
	case <-ctx.Done():
		return "", context.Cause(ctx)
	}
}

func explainPDF(err error) error {
	for _, e := range pdfErrors {
		if errors.Is(err, e.err) {
			return fmt.Errorf("expected a PDF that can be opened: %s", e.says)
		}
	}
	if errors.Is(err, ErrTooLarge) || errors.Is(err, errFault) {
		return err
	}
	return fmt.Errorf("expected a PDF that can be read: %w", err)
}

// pdfPages reads the characters of every page. The engine that can be stopped reads
// the pages first, so that whatever the other one meets comes to an end.
func pdfPages(ctx context.Context, data []byte, limits Limits) (pages []page, err error) {
	careful, err := stoppableEngine()
	if err != nil {
		return nil, err
	}
	quick, err := quickEngine()
	if err != nil {
		return nil, err
	}
	if err := careful.with(ctx, limits, func(p pdfium.Pdfium) error { return tryPages(p, data, limits) }); err != nil {
		return nil, err
	}
	err = quick.with(ctx, limits, func(p pdfium.Pdfium) error {
		pages, err = readPages(ctx, p, data, limits)
		return err
	})
	return pages, err
}

// tryPages opens each page within its time. What a page draws, forms in forms, is
// unfolded by that; the rest takes as long as there are characters.
func tryPages(instance pdfium.Pdfium, data []byte, limits Limits) error {
	var late atomic.Bool
	watch := time.AfterFunc(limits.page(), func() {
		late.Store(true)
		_ = instance.Kill()
	})
	defer watch.Stop()
	err := eachPage(instance, data, limits, func(at requests.Page) error {
		watch.Reset(limits.page())
		_, err := instance.GetPageSize(&requests.GetPageSize{Page: at})
		return err
	})
	if late.Load() {
		return TooLarge(optionSeconds, "a PDF each page of which is read within %v", limits.page())
	}
	return err
}

// page is how long one page of a PDF may take.
func (l Limits) page() time.Duration { return time.Duration(l.Seconds) * time.Second / pageShare }

func readPages(ctx context.Context, instance pdfium.Pdfium, data []byte, limits Limits) (pages []page, err error) {
	total := 0
	err = eachPage(instance, data, limits, func(at requests.Page) error {
		p, err := pdfPage(instance, at)
		pages = append(pages, p)
		for _, r := range p.runs {
			total += len(r.text)
		}
		switch {
		case err == nil && total > limits.text():
			return limits.tooMuchText()
		case err == nil:
			return ctx.Err()
		}
		return err
	})
	return pages, err
}

// eachPage opens a PDF and visits its pages.
func eachPage(instance pdfium.Pdfium, data []byte, limits Limits, visit func(requests.Page) error) error {
	document, err := instance.OpenDocument(&requests.OpenDocument{File: &data})
	if err != nil {
		return err
	}
	count, err := instance.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: document.Document})
	if err != nil {
		return err
	}
	if int64(count.PageCount) > limits.Pages {
		return TooLarge(optionPages, "at most %d pages, found %d", limits.Pages, count.PageCount)
	}
	for i := range count.PageCount {
		at := requests.Page{ByIndex: &requests.PageByIndex{Document: document.Document, Index: i}}
		if err := visit(at); err != nil {
			return fmt.Errorf("page %d: %w", i+1, err)
		}
	}
	return nil
}

func pdfPage(instance pdfium.Pdfium, at requests.Page) (page, error) {
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
