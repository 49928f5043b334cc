package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"mandategraph/graph"
	"mandategraph/graph/store"
	"mandategraph/loader"
)

// unloadCommand removes documents from the store.
func unloadCommand(p *program) *cobra.Command {
	c := &cobra.Command{
		Use:     "unload ID...",
		Short:   "Remove documents from the store",
		Long:    "Removes exactly what each document stated and nothing else. 'list' shows the identities.",
		Example: "  mandategraph unload document/CTOC/COP/2024/11",
		Args:    expect(1, -1, "at least one ID of a document"),
		RunE:    func(c *cobra.Command, ids []string) error { return p.unload(c.Context(), ids) },
	}
	p.storeFlag(c)
	return c
}

func (p *program) unload(ctx context.Context, ids []string) (err error) {
	st, err := p.openWritable(ctx)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, st.Close()) }()
	for _, id := range ids {
		if _, err := st.Document(ctx, id); errors.Is(err, store.ErrNotFound) {
			return notLoaded(ctx, st, id)
		}
	}
	for _, id := range ids {
		change, err := st.Unload(ctx, id)
		if err != nil {
			return fmt.Errorf("unload %s: %w", id, err)
		}
		fmt.Fprintf(p.out, "%s: %s removed\n", id, plural(change.Removed, "quad"))
	}
	if slices.ContainsFunc(ids, func(id string) bool { return strings.HasPrefix(id, loader.CorrectionsLead) }) {
		if err := p.uncorrect(ctx, st); err != nil {
			return err
		}
	}
	return p.keepSnapshot(ctx, st)
}

// notLoaded says which documents there are instead.
func notLoaded(ctx context.Context, store *store.Store, id string) error {
	infos, err := store.Documents(ctx)
	if err != nil {
		return fmt.Errorf("list the documents: %w", err)
	}
	var ids []string
	for _, d := range infos {
		if d.ID != graph.ReferenceData {
			ids = append(ids, d.ID)
		}
	}
	if len(ids) == 0 {
		return fmt.Errorf("%s is not loaded; the store holds no document", id)
	}
	return fmt.Errorf("%s is not loaded; loaded are %s", id, strings.Join(ids, ", "))
}
