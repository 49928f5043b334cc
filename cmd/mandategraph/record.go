package main

import (
	"context"
	"errors"

	"mandategraph/loader"
)

// readRecords reads the records of a library's catalogue in a file. Those that
// cannot be read are an error beside the others.
func (p *program) readRecords(ctx context.Context, i item, id string) ([]reading, error) {
	results, faults := loader.Records(ctx, i.name, i.data, loader.Options{ID: id, Limits: &p.limits})
	if id != "" && len(results) > 1 {
		return nil, misusef("--id names one document, but there are %d records in %s", len(results), i.name)
	}
	var read []reading
	for _, r := range results {
		read = append(read, reading{name: i.name, document: r.Document, unresolved: len(r.Diagnostics)})
	}
	return read, errors.Join(faults...)
}
