package main

import (
	"context"

	"github.com/spf13/cobra"
)

// loadCommand reads documents into the store.
func loadCommand(p *program) *cobra.Command {
	var id, names string
	var replace bool
	c := &cobra.Command{
		Use:   "load PATH...",
		Short: "Read documents into the store",
		Long: "Reads plain text, Markdown, PDF, DOCX, HTML and Akoma Ntoso, known by content; folders,\n" +
			"zip, tar and gzip archives, standard input (-) and what 'export --format jsonl' wrote. A\n" +
			"file that cannot be read is refused, and so is another text under an identity that is\n" +
			"taken; the exit code is then 1, and the others are loaded, each whole or not at all. A\n" +
			"text that is already there changes nothing. Names of --names are kept in the store, so\n" +
			"that later commands know them.",
		Example: "  mandategraph load testdata/cop12-report.txt\n  mandategraph load --id document/MY/1 - <text.txt",
		Args:    expect(1, -1, "at least one PATH"),
		RunE: func(c *cobra.Command, paths []string) error {
			if err := p.namesFor(c.Context(), names); err != nil {
				return err
			}
			return p.load(c.Context(), paths, id, replace)
		},
	}
	c.Flags().StringVar(&id, "id", "", "identity for a text without a symbol; one document only")
	c.Flags().BoolVar(&replace, "replace", false, "replace documents whose identity is taken by another text")
	namesFlag(c, &names)
	p.readFlags(c)
	p.storeFlag(c)
	return c
}

// load reads files and writes what was read at the same time.
func (p *program) load(ctx context.Context, paths []string, id string, replace bool) error {
	files, err := p.filesFor(ctx, paths, id)
	if err != nil {
		return err
	}
	l := &loading{program: p, replace: replace, first: firsts{}, whole: map[string]bool{}}
	l.progress = p.progress("load", files)
	defer l.progress.done()
	if id != "" { // what is one document is known when all is read
		read, err := p.readAll(ctx, paths, id)
		if err != nil {
			return err
		}
		return l.write(ctx, []outcome{{file: files[0], read: read}}, nil)
	}
	reading, stop := context.WithCancel(ctx)
	defer stop()
	outcomes, failed := make(chan outcome), make(chan error, 1)
	go func() {
		defer close(outcomes)
		failed <- p.parseAll(reading, files, id, func(o outcome) error {
			select {
			case outcomes <- o:
				return nil
			case <-reading.Done():
				return context.Cause(reading)
			}
		})
	}()
	// No store is made, or waited for, where nothing can be read.
	var begun []outcome
	for o := range outcomes {
		begun = append(begun, o)
		if len(o.read) > 0 {
			break
		}
	}
	err = l.write(reading, begun, outcomes)
	stop()
	for range outcomes { // until the readers have ended
	}
	if unread := <-failed; err == nil || ctx.Err() != nil {
		err = unread
	}
	return err
}
