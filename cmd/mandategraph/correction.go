package main

import (
	"context"
	"fmt"
	"strings"

	"mandategraph/graph"
	"mandategraph/graph/store"
	"mandategraph/loader"
)

// correctAll reads every text again that a correction concerns: one among the
// files that were just read, or one that is kept in the store. What export
// wrote is taken as it is, as it was corrected before.
func correctAll(ctx context.Context, read []reading, kept []loader.Correction) ([]reading, error) {
	corrections := kept
	for _, r := range read {
		corrections = append(corrections, r.corrections...)
	}
	for i, r := range read {
		if r.whole || !concerned(r.document, corrections) {
			continue
		}
		again, err := reread(ctx, r.document, corrections)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", r.name, err)
		}
		read[i].document, read[i].unresolved = again.Document, len(again.Diagnostics)
	}
	return read, nil
}

func concerned(d graph.Document, corrections []loader.Correction) bool {
	for _, c := range corrections {
		if c.Concerns(d) {
			return true
		}
	}
	return false
}

// readCorrections reads a file of corrections by hand.
func readCorrections(file, id string, data []byte) ([]reading, error) {
	if id != "" {
		return nil, misusef("--id cannot rename the corrections of %s: they are known by the name of their file", file)
	}
	list, err := loader.ParseCorrections(file, data)
	if err != nil {
		return nil, err
	}
	d, err := loader.CorrectionsDocument(file, data)
	return []reading{{name: file, document: d, whole: true, corrections: list}}, err
}

// reread reads the text of a document again and corrects what was read.
func reread(ctx context.Context, d graph.Document, corrections []loader.Correction) (*loader.Result, error) {
	return loader.LoadText(ctx, d.ID, d.Source, loader.Options{ID: d.ID, Stays: true, Corrections: corrections})
}

// keptCorrections lists the corrections in a store, without those of documents
// that are about to change.
func keptCorrections(ctx context.Context, store *store.Store, changing map[string]bool) ([]loader.Correction, error) {
	infos, err := store.Documents(ctx)
	if err != nil {
		return nil, fmt.Errorf("list the documents: %w", err)
	}
	var list []loader.Correction
	for _, info := range infos {
		if changing[info.ID] || !strings.HasPrefix(info.ID, loader.CorrectionsLead) {
			continue
		}
		d, err := store.Document(ctx, info.ID)
		if err != nil {
			return nil, fmt.Errorf("read %s: %w", info.ID, err)
		}
		corrections, err := loader.CorrectionsOf(d)
		if err != nil {
			return nil, err
		}
		list = append(list, corrections...)
	}
	return list, nil
}

// recorrect reads the other documents of a store again where corrections have
// come or gone, and gives those that are different now.
func recorrect(ctx context.Context, store *store.Store, corrections []loader.Correction, settled map[string]bool) ([]reading, error) {
	infos, err := store.Documents(ctx)
	if err != nil {
		return nil, fmt.Errorf("list the documents: %w", err)
	}
	var changed []reading
	for _, info := range infos {
		if settled[info.ID] || info.ID == graph.ReferenceData {
			continue
		}
		d, err := store.Document(ctx, info.ID)
		if err != nil {
			return nil, fmt.Errorf("read %s: %w", info.ID, err)
		}
		if !concerned(d, corrections) && !loader.Corrected(d) {
			continue
		}
		again, err := reread(ctx, d, corrections)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", info.ID, err)
		}
		changed = append(changed, reading{name: info.ID, document: again.Document, unresolved: len(again.Diagnostics)})
	}
	return changed, nil
}

// uncorrect reads the documents again that corrections, which are gone now,
// had changed.
func (p *program) uncorrect(ctx context.Context, store *store.Store) error {
	kept, err := keptCorrections(ctx, store, nil)
	if err != nil {
		return err
	}
	return p.correctAgain(ctx, store, kept, nil)
}

// correctAgain reads the documents of a store again that these corrections concern,
// or that had been corrected, apart from those that are settled.
func (p *program) correctAgain(
	ctx context.Context, store *store.Store, corrections []loader.Correction, settled map[string]bool,
) error {
	changed, err := recorrect(ctx, store, corrections, settled)
	if err != nil {
		return err
	}
	for _, r := range changed {
		change, err := store.Replace(ctx, r.document)
		if err != nil {
			return fmt.Errorf("write %s: %w", r.document.ID, err)
		}
		fmt.Fprintf(p.out, "%s: read again, %s added, %d removed\n", r.document.ID, plural(change.Added, "quad"), change.Removed)
	}
	return nil
}
