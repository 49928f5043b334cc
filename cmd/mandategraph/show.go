package main

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"mandategraph/graph"
	"mandategraph/graph/search"
	"mandategraph/graph/snapshot"
)

// showCommand prints one entity with all that is stated of it.
func showCommand(p *program) *cobra.Command {
	c := &cobra.Command{
		Use:     "show ID",
		Short:   "Show one entity: its properties, what it states and what is stated of it, each with its words",
		Example: "  mandategraph show ctoc-cop/resolution/12/4\n  mandategraph show 'resolution 12/4'",
		Args:    expect(1, 1, "one ID or reference"),
		RunE: func(c *cobra.Command, args []string) error {
			snapshot, err := p.snapshot(c.Context())
			if err != nil {
				return err
			}
			return p.show(c.Context(), snapshot, args[0])
		},
	}
	p.storeFlag(c)
	return c
}

func (p *program) show(ctx context.Context, s *snapshot.Snapshot, text string) error {
	found := snapshot.Resolve(s, text)
	switch {
	case len(found) == 0:
		return fmt.Errorf("there is no entity %q%s", text, nearby(ctx, s, text))
	case len(found) > 1:
		fmt.Fprintf(p.out, "%q may mean any of these; show one of them by its id:\n", text)
		for _, n := range found {
			fmt.Fprintf(p.out, "  %s  %s\n", s.ID(n), s.Title(n))
		}
		return errQuiet
	}
	n := found[0]
	fmt.Fprintf(p.out, "%s (%s)\n", s.ID(n), s.Kind(n))
	for _, f := range s.Facts(n) {
		if f.Property != "kind" && f.Property != "furniture" {
			fmt.Fprintf(p.out, "  %s: %s\n", f.Property, strings.ReplaceAll(f.Value, "\n", "\n    "))
		}
	}
	p.edges(s, "states", s.Out(n), func(st *graph.Statement) string { return st.Relation + " " + st.Object })
	p.edges(s, "is stated of it", s.In(n), func(st *graph.Statement) string { return st.Subject + " " + st.Relation })
	return nil
}

// nearby names the entities that come nearest to a text, for a message.
func nearby(ctx context.Context, s *snapshot.Snapshot, text string) string {
	var ids []string
	hits, _ := search.FindFuzzy(ctx, s, text, 3) // a text of too many words has nothing near it
	for _, h := range hits {
		ids = append(ids, s.ID(h.Node))
	}
	if len(ids) == 0 {
		return "; 'mandategraph list' shows what is loaded"
	}
	return "; the nearest: " + strings.Join(ids, ", ")
}

// edges prints statements, each with its qualifiers and the words that prove it.
func (p *program) edges(s *snapshot.Snapshot, title string, edges []snapshot.Edge, line func(*graph.Statement) string) {
	if len(edges) == 0 {
		return
	}
	fmt.Fprintf(p.out, "\n%s (%d):\n", title, len(edges))
	for _, e := range edges {
		st := s.Statement(e)
		fmt.Fprintf(p.out, "  %s\n", line(st))
		for _, name := range slices.Sorted(maps.Keys(st.Qualifiers)) {
			fmt.Fprintf(p.out, "    %s: %s\n", name, st.Qualifiers[name])
		}
		fmt.Fprintf(
			p.out, "    “%s”\n    %s #char=%d,%d\n", st.Evidence.Quote, st.Evidence.Paragraph, st.Evidence.Start,
			st.Evidence.End,
		)
	}
}
