package main

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	httpapi "mandategraph/schema/http"
)

// A service is what serve was told.
type service struct {
	listen            string
	certificate, key  string
	logFormat         string
	drain, shutdownIn time.Duration
	refresh           time.Duration
	options           httpapi.Options
}

// serveCommand answers over HTTP.
func serveCommand(p *program) *cobra.Command {
	s := &service{options: httpapi.Defaults()}
	c := &cobra.Command{
		Use:   "serve",
		Short: "Serve the API, GraphiQL and the explorer",
		Long: "The explorer at /, a page without scripts at /plain, GraphQL at /graphql, GraphiQL at\n" +
			"/graphiql, exports at /export?format=NAME, /healthz, /readyz and /metrics. Read-only.\n" +
			"What other programs load is answered from soon after, without a restart. Ctrl-C ends it after\n" +
			"the requests in flight.",
		Args: expect(0, 0, "no argument"),
		RunE: func(c *cobra.Command, _ []string) error { return p.serve(c.Context(), s) },
	}
	s.flags(c.Flags())
	p.storeFlag(c)
	return c
}

func (s *service) flags(f *pflag.FlagSet) {
	f.StringVar(&s.listen, "listen", "127.0.0.1:8080", "`ADDRESS` to listen on; port 0 takes a free one")
	f.DurationVar(&s.refresh, "refresh", time.Second, "how often to look whether the store has changed; 0 for never")
	f.StringVar(&s.certificate, "tls-cert", "", "`FILE` with the certificate chain, in PEM; serves HTTPS")
	f.StringVar(&s.key, "tls-key", "", "`FILE` with the certificate's key, in PEM")
	f.StringSliceVar(
		&s.options.Origins, "cors-origin", nil, "`ORIGIN` whose pages may call the API; * for all; may be repeated",
	)
	f.StringVar(&s.logFormat, "log-format", "text", "text or json")
	f.DurationVar(&s.drain, "drain", 0, "how long /readyz says no before the server stops listening")
	f.DurationVar(&s.shutdownIn, "shutdown-timeout", 10*time.Second, "how long requests in flight may take at the end")
	f.DurationVar(&s.options.MaxAge, "max-age", 0, "how long answers to GET may be used without asking again")
	f.DurationVar(&s.options.Timeout, "timeout", s.options.Timeout, "deadline of one request")
	f.BoolVar(&s.options.NoIntrospection, "no-introspection", false, "refuse __schema and __type")
	for _, l := range []struct {
		name, help string
		value      *int
	}{
		{"max-cost", "objects that a query may return", &s.options.MaxCost},
		{"max-page", "greatest first and last", &s.options.MaxPage},
		{"max-depth", "fields inside one another", &s.options.MaxDepth},
		{"max-nodes", "entities that a traversal may reach", &s.options.MaxNodes},
		{"max-result", "bytes of a response", &s.options.MaxResult},
		{"rate", "requests a second from one address; below 0 for any number", &s.options.Rate},
		{"burst", "requests at once from one address", &s.options.Burst},
		{"concurrency", "requests that are worked on at a time", &s.options.Concurrency},
		{"queue", "requests that may wait for their turn", &s.options.Queue},
		{
			"request-status", "HTTP status of a request that cannot be executed; the newest draft asks for 422",
			&s.options.RequestStatus,
		},
	} {
		f.IntVar(l.value, l.name, *l.value, l.help)
	}
}

// check finds misuse before anything is opened.
func (s *service) check() error {
	switch {
	case (s.certificate == "") != (s.key == ""):
		return misusef("expected --tls-cert and --tls-key together")
	case s.logFormat != "text" && s.logFormat != "json":
		return misusef("expected --log-format text or json, found %q", s.logFormat)
	}
	return nil
}

func (p *program) serve(ctx context.Context, s *service) (err error) {
	if err := s.check(); err != nil {
		return err
	}
	log := p.logger(s.logFormat)
	f, err := p.follow(ctx, log)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.store.Close()) }()
	site, err := httpapi.NewSite(f.newest.Load, s.options, log)
	if err != nil {
		return err
	}
	f.degraded = site.SetDegraded
	listener, scheme, err := s.listener()
	if err != nil {
		return err
	}
	defer p.letGarbageGrow()()
	server := httpapi.NewServer(site.Handler())
	server.ErrorLog = slog.NewLogLogger(log.Handler(), slog.LevelWarn)
	site.SetReady(true)
	fmt.Fprintf(p.out, "listening on %s://%s\n", scheme, listener.Addr())
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(listener) }()
	following, stop := context.WithCancel(ctx)
	defer f.watch(following, s.refresh)()
	defer stop()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	return s.stop(server, site)
}

// listener listens with TLS where there is a certificate.
func (s *service) listener() (net.Listener, string, error) {
	var certificates []tls.Certificate
	if s.certificate != "" {
		c, err := tls.LoadX509KeyPair(s.certificate, s.key)
		if err != nil {
			return nil, "", fmt.Errorf("--tls-cert %s: %w", s.certificate, err)
		}
		certificates = append(certificates, c)
	}
	listener, err := net.Listen("tcp", s.listen)
	if err != nil {
		return nil, "", fmt.Errorf("--listen %s: %w", s.listen, err)
	}
	if len(certificates) == 0 {
		return listener, "http", nil
	}
	return tls.NewListener(listener, &tls.Config{
		Certificates: certificates, MinVersion: tls.VersionTLS12, NextProtos: []string{"h2", "http/1.1"},
	}), "https", nil
}

// stop sends new work elsewhere, then waits for the requests in flight.
func (s *service) stop(server *http.Server, site *httpapi.Site) error {
	site.SetReady(false)
	time.Sleep(s.drain)
	end, cancel := context.WithTimeout(context.Background(), s.shutdownIn)
	defer cancel()
	err := server.Shutdown(end)
	if errors.Is(err, context.DeadlineExceeded) {
		return fmt.Errorf("requests still ran %v after the end was asked for", s.shutdownIn)
	}
	return err
}

// logger writes structured lines to standard error.
func (p *program) logger(format string) *slog.Logger {
	if format == "json" {
		return slog.New(slog.NewJSONHandler(p.err, nil))
	}
	return slog.New(slog.NewTextHandler(p.err, nil))
}
