package main

import (
	"context"
	"errors"
	"fmt"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"mandategraph/graph"
)

// listCommand lists what is loaded.
func listCommand(p *program) *cobra.Command {
	c := &cobra.Command{
		Use:   "list",
		Short: "List the loaded documents",
		Args:  expect(0, 0, "no argument"),
		RunE:  func(c *cobra.Command, _ []string) error { return p.list(c.Context()) },
	}
	p.storeFlag(c)
	return c
}

func (p *program) list(ctx context.Context) (err error) {
	store, err := p.openExisting(ctx)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, store.Close()) }()
	infos, err := store.Documents(ctx)
	if err != nil {
		return fmt.Errorf("list the documents: %w", err)
	}
	w := tabwriter.NewWriter(p.out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "document\tstatements\tquads")
	for _, d := range infos {
		if d.ID != graph.ReferenceData {
			fmt.Fprintf(w, "%s\t%d\t%d\n", d.ID, d.Statements, d.Quads)
		}
	}
	return w.Flush()
}
