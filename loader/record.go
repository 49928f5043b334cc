package loader

import (
	"context"
	"fmt"

	"mandategraph/loader/format"
	"mandategraph/loader/record"
)

// RecordsFormat is the format of records of a catalogue in a store.
const RecordsFormat = "MARC 21"

// IsRecords recognizes a file of records of a library's catalogue by its content.
func IsRecords(data []byte) bool { return record.Is(data) }

// Records reads the records of a library's catalogue in a file. One that cannot be
// read is an error of its own, and the others are read; options.ID names the record
// of a file that has one.
func Records(ctx context.Context, name string, data []byte, options Options) (list []*Result, faults []error) {
	texts, err := record.Texts(ctx, data)
	if err != nil {
		faults = append(faults, fmt.Errorf("%s: %w", name, err))
	}
	for i, text := range texts {
		place := name
		if len(texts) > 1 {
			place = fmt.Sprintf("%s, record %d", name, i+1)
		}
		result, err := LoadText(ctx, place, text, options)
		if err != nil {
			faults = append(faults, err)
			continue
		}
		list = append(list, result)
	}
	return list, faults
}

// loadRecord reads the text of one record, as a store keeps it.
func loadRecord(ctx context.Context, name, body string, options Options) (*Result, error) {
	t, found, err := record.Read(ctx, body, options.ID)
	if err == nil && ctx.Err() != nil {
		err = context.Cause(ctx)
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	limits := options.limits()
	if n := len(t.Paragraphs); int64(n) > limits.Paragraphs {
		err := format.TooLarge(format.OptionParagraphs, "a record of at most %d fields, found %d", limits.Paragraphs, n)
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	s := &loading{sink: newSink(t, int(limits.Findings))}
	s.record()
	s.take(found)
	if s.full() {
		return nil, fmt.Errorf("%s: %w", name, tooManyFindings(limits))
	}
	s.correct(options.Corrections)
	return s.result(), nil
}

// record states a record of a catalogue and its fields.
func (s *sink) record() {
	s.entity(s.tree.ID, "Document")
	s.fact(s.tree.ID, "title", s.tree.Title)
	s.fact(s.tree.ID, "format", RecordsFormat)
	for i, p := range s.tree.Paragraphs {
		s.paragraph(p, i+1)
	}
}
