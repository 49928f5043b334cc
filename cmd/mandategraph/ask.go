package main

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"mandategraph/graph/snapshot"
	questions "mandategraph/queries/ask"
	"mandategraph/schema"
)

// askCommand answers a question in words.
func askCommand(p *program) *cobra.Command {
	var list bool
	c := &cobra.Command{
		Use:   "ask \"QUESTION\"",
		Short: "Answer a question in words",
		Long: "Answers with one of the saved questions. Where a reference fits several acts, it\n" +
			"lists them and says how to choose. Exits with 1 where it cannot answer: the question\n" +
			"is not understood or is ambiguous, or nothing is known by a name in it.",
		Example: "  mandategraph ask \"what does 12/4 recall\"\n  mandategraph ask --list",
		Args: func(c *cobra.Command, words []string) error {
			if list {
				return expect(0, 0, "no question beside --list")(c, words)
			}
			return expect(1, -1, "a question, for example \"what does 12/4 recall\"")(c, words)
		},
		RunE: func(c *cobra.Command, words []string) error {
			if list {
				fmt.Fprint(p.out, questions.Known())
				return nil
			}
			return p.ask(c.Context(), strings.Join(words, " "))
		},
	}
	c.Flags().BoolVar(&list, "list", false, "list the questions that are understood")
	p.storeFlag(c)
	return c
}

func (p *program) ask(ctx context.Context, question string) error {
	snap, err := p.snapshot(ctx)
	if err != nil {
		return err
	}
	api, err := schema.New(func() *snapshot.Snapshot { return snap }, schema.Options{})
	if err != nil {
		return err
	}
	answer, err := api.Ask(ctx, question)
	if err != nil {
		return fmt.Errorf("ask: %w", err)
	}
	fmt.Fprintln(p.out, strings.TrimRight(answer.Text, "\n"))
	if !answer.Answered() {
		return errQuiet
	}
	return nil
}
