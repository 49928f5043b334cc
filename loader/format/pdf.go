package format

import (
	"context"
	"errors"
	"fmt"
	"time"
)

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
	for _, known := range pdfErrors {
		if errors.Is(err, known) {
			return known
		}
	}
	if errors.Is(err, ErrTooLarge) || errors.Is(err, errFault) {
		return err
	}
	return fmt.Errorf("expected a PDF that can be read: %w", err)
}

// pdfPages reads the characters of every page.
func pdfPages(ctx context.Context, data []byte, limits Limits) (pages []page, err error) {
	e, err := pdfEngine()
	if err != nil {
		return nil, err
	}
	err = e.with(ctx, limits, func(m *machine) error {
		pages, err = readPages(ctx, m, data, limits)
		return err
	})
	return pages, err
}

// readPages opens a PDF and reads its pages, each within its time.
func readPages(ctx context.Context, m *machine, data []byte, limits Limits) (pages []page, err error) {
	document, err := m.open(ctx, data)
	if err != nil {
		return nil, err
	}
	count, err := m.call(ctx, pageCount, document)
	if err != nil {
		return nil, err
	}
	if int64(int32(count)) > limits.Pages {
		return nil, TooLarge(optionPages, "at most %d pages, found %d", limits.Pages, int32(count))
	}
	total := 0
	for i := range int(int32(count)) {
		p, err := limits.page(ctx, m, document, i)
		if err != nil {
			return nil, fmt.Errorf("page %d: %w", i+1, err)
		}
		for _, r := range p.runs {
			total += len(r.text)
		}
		if total > limits.text() {
			return nil, limits.tooMuchText()
		}
		pages = append(pages, p)
	}
	return pages, ctx.Err()
}

// page reads a page of a document within the time for one.
func (l Limits) page(ctx context.Context, m *machine, document uint64, i int) (page, error) {
	most := time.Duration(l.Seconds) * time.Second / pageShare
	ctx, cancel := context.WithTimeoutCause(ctx, most, TooLarge(optionSeconds, "a PDF each page of which is read within %v", most))
	defer cancel()
	return m.page(ctx, document, i)
}

// tooManyChars refuses a page that no one can have written.
func tooManyChars(count int32) error {
	return fmt.Errorf("%w: expected at most %d characters, found %d", ErrTooLarge, maxPage, count)
}
