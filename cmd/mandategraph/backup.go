package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"mandategraph/graph"
	"mandategraph/graph/export"
	"mandategraph/graph/store"
)

// backupCommand keeps everything that the store holds in a file.
func backupCommand(p *program) *cobra.Command {
	var replace bool
	c := &cobra.Command{
		Use:   "backup FILE",
		Short: "Keep everything that the store holds in a file",
		Long: "Writes everything, source texts included, as the store holds it at one moment; others may\n" +
			"load and serve meanwhile. What is read is checked against the sums of the store, and FILE\n" +
			"ends with a SHA-256 of itself. It is there when it is whole and on the disk. 'restore'\n" +
			"makes a store of it, of any kind.",
		Example: "  mandategraph backup graph-2024-10-18.backup",
		Args:    expect(1, 1, "one FILE"),
		RunE:    func(c *cobra.Command, args []string) error { return p.backup(c.Context(), args[0], replace) },
	}
	c.Flags().BoolVar(&replace, "replace", false, "replace FILE where it exists")
	p.storeFlag(c)
	return c
}

func (p *program) backup(ctx context.Context, path string, replace bool) error {
	if _, err := os.Lstat(path); err == nil && !replace {
		return fmt.Errorf("%s exists; --replace puts the backup in its place", path)
	}
	s, err := p.snapshot(ctx)
	if err != nil {
		return err
	}
	if err := writeWhole(path, func(w io.Writer) error { return export.WriteBackup(ctx, w, s) }); err != nil {
		return fmt.Errorf("write the backup: %w", err)
	}
	fmt.Fprintf(p.out, "%s: %s, %s\n", path, plural(len(s.Documents()), "document"), plural(s.Edges(), "statement"))
	return nil
}

// writeWhole makes a file that is there when it is whole and on the disk.
func writeWhole(path string, write func(io.Writer) error) (err error) {
	file, err := os.CreateTemp(filepath.Dir(path), filepath.Base(path)+".*.new")
	if err != nil {
		return err
	}
	if err = errors.Join(write(file), file.Sync(), file.Close()); err == nil {
		err = os.Rename(file.Name(), path)
	}
	if err != nil {
		return errors.Join(err, os.Remove(file.Name()))
	}
	return store.SyncFolder(path)
}

// restoreCommand makes a store of a backup.
func restoreCommand(p *program) *cobra.Command {
	var replace bool
	c := &cobra.Command{
		Use:   "restore FILE",
		Short: "Make the store hold what a backup holds",
		Long: "Reads what 'backup' wrote, of a store of any kind, and checks it before anything is\n" +
			"changed. A bbolt store is made beside the old one and takes its place when it is whole and\n" +
			"on the disk; in a database the difference is written in one transaction. A server goes\n" +
			"over to it without a restart. While another program loads, nothing is restored.",
		Example: "  mandategraph restore --replace graph-2024-10-18.backup",
		Args:    expect(1, 1, "one FILE"),
		RunE:    func(c *cobra.Command, args []string) error { return p.restore(c.Context(), args[0], replace) },
	}
	c.Flags().BoolVar(&replace, "replace", false, "replace what the store holds, also where it is damaged")
	p.storeFlag(c)
	return c
}

func (p *program) restore(ctx context.Context, path string, replace bool) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer func() { _ = file.Close() }() // it was only read
	documents, err := export.ReadBackup(file)
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	err = store.Restore(ctx, p.storeURL(), documents, replace, p.options(false))
	switch {
	case errors.Is(err, store.ErrExists):
		return fmt.Errorf("%w; --replace puts the backup in its place", err)
	case err != nil:
		return err
	}
	count := 0
	for i := range documents {
		if documents[i].ID != graph.ReferenceData {
			count++
		}
	}
	fmt.Fprintf(p.out, "%s: %s restored\n", path, plural(count, "document"))
	return nil
}
