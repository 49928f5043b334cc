package main

import (
	"context"

	"github.com/spf13/cobra"
)

// loadCommand reads documents into the store.
func loadCommand(p *program) *cobra.Command {
	var id, names string
	var replace, again, watch bool
	c := &cobra.Command{
		Use:   "load PATH...",
		Short: "Read documents into the store",
		Long: "Reads plain text, Markdown, PDF, DOCX, HTML and Akoma Ntoso, and the records of a library's\n" +
			"catalogue in MARCXML, known by content; folders, zip, tar and gzip archives, standard input\n" +
			"(-) and what 'export --format jsonl' wrote. A file that cannot be read is refused, and so is\n" +
			"another text under an identity that is taken; the exit code is then 1, and the others are\n" +
			"loaded, each whole or not at all. A text that is already there changes nothing. Names of\n" +
			"--names are kept in the store, so that later commands know them.\n\n" +
			"--again reads every document of the store anew from its text, after the rules of\n" +
			"reading have changed: 'check --only outdated' names those that were read by others.",
		Example: "  mandategraph load testdata/cop12-report.txt\n  mandategraph load --id document/MY/1 - <text.txt",
		Args:    expect(0, -1, ""),
		RunE: func(c *cobra.Command, paths []string) error {
			switch {
			case !again && len(paths) == 0:
				return misusef("expected at least one PATH")
			case again && (len(paths) > 0 || id != "" || watch):
				return misusef("--again reads what the store holds, and takes no PATH, no --id and no --watch")
			}
			if err := p.namesFor(c.Context(), names); err != nil {
				return err
			}
			switch {
			case again:
				return p.loadAgain(c.Context())
			case watch:
				return p.watch(c.Context(), paths, id)
			}
			return p.load(c.Context(), paths, id, replace)
		},
	}
	c.Flags().StringVar(&id, "id", "", "identity for a text without a symbol; one document only")
	c.Flags().BoolVar(&replace, "replace", false, "replace documents whose identity is taken by another text")
	c.Flags().BoolVar(&again, "again", false, "read every document of the store anew from its text")
	c.Flags().BoolVar(&watch, "watch", false, "go on, and load what appears in the folders at PATH, until Ctrl-C or TERM; a file\n"+
		"that changes replaces what was read from it before, and one that goes stays loaded")
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
	l := p.newLoading(func(reading) bool { return replace })
	return l.files(ctx, files, id)
}

// files reads files and writes what was read at the same time.
func (l *loading) files(ctx context.Context, files []file, id string) (err error) {
	l.progress = l.program.progress("load", files)
	defer l.progress.done()
	if id != "" { // what is one document is known when all is read
		read, err := l.readFiles(ctx, files, id)
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
		failed <- l.parseAll(reading, files, id, func(o outcome) error {
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
