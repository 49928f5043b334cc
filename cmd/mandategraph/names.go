package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"mandategraph/graph"
	"mandategraph/graph/names"
	"mandategraph/graph/snapshot"
)

// namesFlag adds --names to a command.
func namesFlag(c *cobra.Command, file *string) {
	c.Flags().StringVar(file, "names", "", "`FILE` with names of your own, as comma-separated values with a header:\n"+
		"sort,code,name,aliases and others (docs/names.md)")
}

// addNames makes the names of a file known before anything is read; no file adds
// none.
func (p *program) addNames(ctx context.Context, file string) error {
	if file == "" {
		return nil
	}
	data, err := p.bytes(ctx, file)
	if err != nil {
		return err
	}
	rows, err := names.ReadRows(file, bytes.NewReader(data))
	if err != nil {
		return err
	}
	return names.Add(rows)
}

// recallNames makes the names known that a store keeps as the source of its
// reference data. One that the program itself knows by now is left out, and told.
func recallNames(s *snapshot.Snapshot, tell func(error)) {
	reference, ok := s.Document(graph.ReferenceData)
	if !ok || reference.Source == "" || reference.Source == names.WriteRows(names.Current().Own) {
		return
	}
	rows, err := names.ReadRows("the names in the store", bytes.NewReader([]byte(reference.Source)))
	if err != nil {
		tell(err)
		return
	}
	if names.Add(rows) == nil {
		return
	}
	for _, r := range rows {
		if err := names.Add([]names.Row{r}); err != nil {
			tell(err)
		}
	}
}

// namesFor makes the names of the store that is loaded into known, and those of a
// file.
func (p *program) namesFor(ctx context.Context, file string) error {
	store, err := p.openExisting(ctx)
	if err == nil {
		var s *snapshot.Snapshot
		if s, err = store.Snapshot(ctx); err == nil {
			recallNames(s, p.warn)
		}
		if err = errors.Join(err, store.Close()); err != nil {
			return fmt.Errorf("read the store: %w", err)
		}
	}
	return p.addNames(ctx, file) // a store that cannot be opened is told when it is written
}
