package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"mandategraph/graph"
	"mandategraph/loader"
)

// loadCommand reads documents into the store.
func loadCommand(p *program) *cobra.Command {
	var id string
	var replace bool
	c := &cobra.Command{
		Use:   "load PATH...",
		Short: "Read documents into the store",
		Long: "Reads files, all texts of folders, standard input (-) and files that\n" +
			"'export --format jsonl' wrote. All are read before any is written; each is then\n" +
			"written whole or not at all. A text that is already there changes nothing.",
		Example: "  mandategraph load testdata/cop12-report.txt\n  mandategraph load --id document/MY/1 - <text.txt",
		Args:    expect(1, -1, "at least one PATH"),
		RunE: func(c *cobra.Command, paths []string) error {
			return p.load(c.Context(), paths, id, replace)
		},
	}
	c.Flags().StringVar(&id, "id", "", "identity for a text without a symbol; one document only")
	c.Flags().BoolVar(&replace, "replace", false, "replace documents whose identity is taken by another text")
	p.storeFlag(c)
	return c
}

func (p *program) load(ctx context.Context, paths []string, id string, replace bool) (err error) {
	read, err := p.readAll(ctx, paths, id)
	if err != nil {
		return err
	}
	store, err := p.open(ctx)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, store.Close()) }()
	if !replace {
		if err := refuseTaken(ctx, store, read); err != nil {
			return err
		}
	}
	if read, err = withCorrections(ctx, store, read); err != nil {
		return err
	}
	if _, err := store.Replace(ctx, loader.ReferenceData()); err != nil {
		return fmt.Errorf("write the reference data: %w", err)
	}
	progress := p.progress("write", len(read))
	defer progress.done()
	for _, r := range read {
		change, err := store.Replace(ctx, r.document)
		if err != nil {
			return fmt.Errorf("write %s: %w", r.document.ID, err)
		}
		progress.step(r.document.ID)
		fmt.Fprintf(p.out, "%s: %s, %s added, %d removed; %d unresolved\n", r.document.ID,
			plural(len(r.document.Statements), "statement"), plural(change.Added, "quad"), change.Removed, r.unresolved)
	}
	return nil
}

// refuseTaken fails where an identity already belongs to another text, before
// anything is written.
func refuseTaken(ctx context.Context, store *graph.Store, read []reading) error {
	for _, r := range read {
		present, err := store.Document(ctx, r.document.ID)
		switch {
		case errors.Is(err, graph.ErrNotFound):
		case err != nil:
			return fmt.Errorf("read %s: %w", r.document.ID, err)
		case present.Source != r.document.Source:
			return fmt.Errorf("%s: %s is already loaded with another text; load it with --replace, or under another identity with --id", r.name, r.document.ID)
		}
	}
	return nil
}
