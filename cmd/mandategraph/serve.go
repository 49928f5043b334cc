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

	"mandategraph/schema"
)

// serveCommand answers over HTTP.
func serveCommand(p *program) *cobra.Command {
	var listen string
	var refresh time.Duration
	c := &cobra.Command{
		Use:   "serve",
		Short: "Serve the API, GraphiQL and a page to ask questions",
		Long: "GraphQL at /graphql, the page at /, GraphiQL at /graphiql, exports at /export?format=NAME,\n" +
			"/healthz and /readyz. Read-only. What other programs load is answered from soon after,\n" +
			"without a restart. Ctrl-C ends it after the requests in flight.",
		Args: expect(0, 0, "no argument"),
		RunE: func(c *cobra.Command, _ []string) error { return p.serve(c.Context(), listen, refresh) },
	}
	c.Flags().StringVar(&listen, "listen", "127.0.0.1:8080", "`ADDRESS` to listen on; port 0 takes a free one")
	c.Flags().DurationVar(&refresh, "refresh", time.Second, "how often to look whether the store has changed; 0 for never")
	p.storeFlag(c)
	return c
}

func (p *program) serve(ctx context.Context, listen string, refresh time.Duration) (err error) {
	slog.SetDefault(slog.New(slog.NewTextHandler(p.err, nil)))
	f, err := p.follow(ctx)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.store.Close()) }()
	api, err := schema.New(f.newest.Load, schema.Options{})
	if err != nil {
		return err
	}
	listener, err := net.Listen("tcp", listen)
	if err != nil {
		return fmt.Errorf("--listen %s: %w", listen, err)
	}
	site := newSite(api, f.newest.Load)
	server := schema.NewServer(site.handler())
	site.ready.Store(true)
	fmt.Fprintf(p.out, "listening on http://%s\n", listener.Addr())
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(listener) }()
	following, stop := context.WithCancel(ctx)
	defer f.watch(following, refresh)()
	defer stop()
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
