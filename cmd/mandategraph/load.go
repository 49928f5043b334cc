package main

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"mandategraph/graph"
	"mandategraph/graph/snapshot"
	"mandategraph/graph/store"
	"mandategraph/loader"
)

// loadCommand reads documents into the store.
func loadCommand(p *program) *cobra.Command {
	var id, names string
	var replace, watch bool
	c := &cobra.Command{
		Use:   "load PATH...",
		Short: "Read documents into the store",
		Long: "Reads plain text, Markdown, PDF, DOCX, HTML and Akoma Ntoso, and the records of a library's\n" +
			"catalogue in MARCXML, known by content; folders, zip, tar and gzip archives, standard input\n" +
			"(-) and what 'export --format jsonl' wrote. A file that cannot be read is reported and the\n" +
			"exit code is 1; the others are read. All are read before any is written; each is then\n" +
			"written whole or not at all. A text that is already there changes nothing. Names of --names\n" +
			"are kept in the store, so that later commands know them.",
		Example: "  mandategraph load testdata/cop12-report.txt\n  mandategraph load --id document/MY/1 - <text.txt",
		Args:    expect(1, -1, "at least one PATH"),
		RunE: func(c *cobra.Command, paths []string) error {
			if err := p.namesFor(c.Context(), names); err != nil {
				return err
			}
			if watch {
				return p.watch(c.Context(), paths, id)
			}
			return p.load(c.Context(), paths, id, replace)
		},
	}
	c.Flags().StringVar(&id, "id", "", "identity for a text without a symbol; one document only")
	c.Flags().BoolVar(&replace, "replace", false, "replace documents whose identity is taken by another text")
	c.Flags().BoolVar(&watch, "watch", false, "go on, and load what appears in the folders at PATH, until Ctrl-C or TERM; a file\n"+
		"that changes replaces what was read from it before, and one that goes stays loaded")
	namesFlag(c, &names)
	p.readFlags(c)
	p.storeFlag(c)
	return c
}

func (p *program) load(ctx context.Context, paths []string, id string, replace bool) error {
	read, err := p.readAll(ctx, paths, id)
	if err != nil {
		return err
	}
	return p.put(ctx, read, func(before *snapshot.Snapshot, read []reading) ([]reading, error) {
		if replace {
			return read, nil
		}
		return read, refuseTaken(before, read)
	})
}

// put writes what was read into the store, but for what choose leaves out beside
// what the store holds before.
func (p *program) put(
	ctx context.Context, read []reading, choose func(before *snapshot.Snapshot, read []reading) ([]reading, error),
) (err error) {
	store, err := p.open(ctx)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, store.Close()) }()
	before, err := store.Snapshot(ctx)
	if err != nil {
		return err
	}
	if read, err = choose(before, read); err != nil {
		return err
	}
	if read, err = withCorrections(ctx, store, read); err != nil {
		return err
	}
	if _, err := store.Replace(ctx, loader.ReferenceData()); err != nil {
		return fmt.Errorf("write the reference data: %w", err)
	}
	return p.writeAll(ctx, store, read)
}

// writeAll writes what was read, tells of each document, and keeps the snapshot
// of the outcome for those who ask.
func (p *program) writeAll(ctx context.Context, st *store.Store, read []reading) error {
	documents := make([]graph.Document, len(read))
	for i, r := range read {
		documents[i] = r.document
	}
	progress := p.progress("write", len(read))
	defer progress.done()
	written := 0
	err := st.Load(ctx, documents, func(i int, change store.Change) {
		written = i + 1
		progress.step(documents[i].ID)
		fmt.Fprintf(p.out, "%s: %s, %s added, %d removed; %d unresolved\n", documents[i].ID,
			plural(len(documents[i].Statements), "statement"), plural(change.Added, "quad"), change.Removed, read[i].unresolved)
		if len(documents[i].Statements) == 0 && read[i].unresolved == 0 &&
			!loader.IsCorrections([]byte(documents[i].Source)) {
			fmt.Fprintf(p.out, "%s: no act, citation, duty or speaker was found in its text\n", documents[i].ID)
		}
	})
	if err == nil {
		err = p.keepSnapshot(ctx, st)
	}
	if err == nil {
		err = st.Settle(ctx)
	}
	if err != nil {
		return fmt.Errorf(
			"%w; %d of %s are in the store, and the same command goes on from there", err, written,
			plural(len(read), "document"),
		)
	}
	return nil
}

// refuseTaken fails where an identity already belongs to another text, before
// anything is written.
func refuseTaken(before *snapshot.Snapshot, read []reading) error {
	for _, r := range read {
		if err := taken(before, r); err != nil {
			return err
		}
	}
	return nil
}

// taken fails where the identity of what was read belongs to another text.
func taken(before *snapshot.Snapshot, r reading) error {
	if present, ok := before.Document(r.document.ID); ok && present.Source != r.document.Source {
		return fmt.Errorf(
			"%s: %s is already loaded with another text; load it with --replace, or under another identity with --id", r.name,
			r.document.ID,
		)
	}
	return nil
}

// keepUntaken leaves out, and reports, what was read under an identity that belongs
// to another text.
func (p *program) keepUntaken(before *snapshot.Snapshot, read []reading) ([]reading, error) {
	return slices.DeleteFunc(read, func(r reading) bool {
		err := taken(before, r)
		if err != nil {
			p.report(err)
		}
		return err != nil
	}), nil
}
