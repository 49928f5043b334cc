package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"time"

	"github.com/spf13/cobra"

	"mandategraph/graph"
	"mandategraph/schema"
)

// serveCommand answers over HTTP.
func serveCommand(p *program) *cobra.Command {
	var listen string
	c := &cobra.Command{
		Use:   "serve",
		Short: "Serve the API, GraphiQL and the explorer",
		Long: "The explorer at /, a page without scripts at /plain, GraphQL at /graphql, GraphiQL at\n" +
			"/graphiql, exports at /export?format=NAME, /healthz and /readyz. Read-only. Ctrl-C ends it after the requests in flight.",
		Args: expect(0, 0, "no argument"),
		RunE: func(c *cobra.Command, _ []string) error { return p.serve(c.Context(), listen) },
	}
	c.Flags().StringVar(&listen, "listen", "127.0.0.1:8080", "`ADDRESS` to listen on; port 0 takes a free one")
	p.storeFlag(c)
	return c
}

func (p *program) serve(ctx context.Context, listen string) error {
	snapshot, err := p.snapshot(ctx)
	if err != nil {
		return err
	}
	slog.SetDefault(slog.New(slog.NewTextHandler(p.err, nil)))
	api, err := schema.New(func() *graph.Snapshot { return snapshot }, schema.Options{})
	if err != nil {
		return err
	}
	listener, err := net.Listen("tcp", listen)
	if err != nil {
		return fmt.Errorf("--listen %s: %w", listen, err)
	}
	site := newSite(api, snapshot)
	server := schema.NewServer(site.handler())
	site.ready.Store(true)
	fmt.Fprintf(p.out, "listening on http://%s\n", listener.Addr())
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(listener) }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	end, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	if err := server.Shutdown(end); err != nil && !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}
