package main

import (
	"context"
	"errors"
	"log/slog"
	"net/url"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"mandategraph/assist"
	"mandategraph/schema"
)

// mcpCommand answers assistants over standard input and output.
func mcpCommand(p *program) *cobra.Command {
	var base string
	c := &cobra.Command{
		Use:   "mcp",
		Short: "Answer assistants over the Model Context Protocol",
		Long: "Speaks the Model Context Protocol (https://modelcontextprotocol.io) on standard input and\n" +
			"output, for an assistant that starts it. Its tools find, read, quote and trace what the store\n" +
			"holds: " + strings.Join(assist.Tools(), ", ") + ".\n" +
			"Read-only; nothing but the protocol is on standard output. What other programs load is answered\n" +
			"from soon after. The end of input and Ctrl-C end it. Setting it up: docs/assistants.md.",
		Example: "  mandategraph mcp --store bbolt:data/mandategraph.db\n" +
			"  mandategraph mcp --base http://127.0.0.1:8080",
		Args: expect(0, 0, "no argument"),
		RunE: func(c *cobra.Command, _ []string) error { return p.assist(c.Context(), base) },
	}
	c.Flags().StringVar(&base, "base", "", "`URL` of an explorer that serves the same store; results then link to its pages")
	p.storeFlag(c)
	return c
}

// lookEvery is how often assist looks whether the store has changed.
const lookEvery = time.Second

func (p *program) assist(ctx context.Context, base string) (err error) {
	if u, wrong := url.Parse(base); base != "" && (wrong != nil || u.Host == "") {
		return misusef("expected --base to be an address such as http://127.0.0.1:8080, found %q", base)
	}
	log := slog.New(slog.NewTextHandler(p.err, &slog.HandlerOptions{Level: slog.LevelWarn}))
	f, err := p.follow(ctx, log)
	if err != nil {
		return err
	}
	f.degraded = func(string, string) {} // the log says it
	defer func() { err = errors.Join(err, f.store.Close()) }()
	api, err := schema.New(f.newest.Load, schema.Options{})
	if err != nil {
		return err
	}
	following, stop := context.WithCancel(ctx)
	defer f.watch(following, lookEvery)()
	defer stop()
	err = assist.Serve(ctx, api, assist.Options{Base: base, Version: version()}, p.in, p.out)
	if ctx.Err() != nil {
		return context.Cause(ctx)
	}
	return err
}
