package main

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"mandategraph/graph"
	"mandategraph/schema"
)

// askCommand answers a question in words.
func askCommand(p *program) *cobra.Command {
	c := &cobra.Command{
		Use:     "ask \"QUESTION\"",
		Short:   "Answer a question in words",
		Long:    "Answers with one of the saved questions. Where a reference fits several acts, it\nlists them, says how to choose and exits with 1.",
		Example: "  mandategraph ask \"what does 12/4 recall\"",
		Args:    expect(1, -1, "a question, for example \"what does 12/4 recall\""),
		RunE: func(c *cobra.Command, words []string) error {
			return p.ask(c.Context(), strings.Join(words, " "))
		},
	}
	p.storeFlag(c)
	return c
}

func (p *program) ask(ctx context.Context, question string) error {
	snapshot, err := p.snapshot(ctx)
	if err != nil {
		return err
	}
	api, err := schema.New(func() *graph.Snapshot { return snapshot }, schema.Options{})
	if err != nil {
		return err
	}
	answer, err := api.Ask(ctx, question)
	if err != nil {
		return fmt.Errorf("ask: %w", err)
	}
	fmt.Fprintln(p.out, strings.TrimRight(answer.Text, "\n"))
	if answer.Query == "" || len(answer.Candidates) > 0 {
		return errQuiet
	}
	return nil
}
