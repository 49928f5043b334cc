package main

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"strings"
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
	create            bool
	trusted           []string
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
			"What other programs load is answered from soon after, without a restart. Ctrl-C or TERM ends it\n" +
			"after the requests in flight, a second one at once.",
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
	f.BoolVar(&s.create, "create", false, "begin with an empty store where there is none")
	f.StringVar(&s.certificate, "tls-cert", "", "`FILE` with the certificate chain, in PEM; serves HTTPS")
	f.StringVar(&s.key, "tls-key", "", "`FILE` with the certificate's key, in PEM")
	f.StringSliceVar(
		&s.options.Origins, "cors-origin", nil, "`ORIGIN` whose pages may call the API; * for all; may be repeated",
	)
	f.StringVar(&s.logFormat, "log-format", "text", "text or json")
	f.DurationVar(&s.drain, "drain", 0, "how long /readyz says no before the server stops listening")
	f.DurationVar(&s.shutdownIn, "shutdown-timeout", 10*time.Second, "how long clients may take to send and to read at the end")
	f.DurationVar(&s.options.MaxAge, "max-age", 0, "how long answers to GET may be used without asking again")
	f.BoolVar(&s.options.NoIntrospection, "no-introspection", false, "refuse __schema and __type")
	f.StringVar(
		&s.options.PublicURL, "public-url", "",
		"`URL` under which clients know the server, for links that must be whole; that of each request where not given",
	)
	f.StringSliceVar(
		&s.trusted, "trusted-proxy", nil,
		"`ADDRESS` or network (10.0.0.0/8) of a proxy that says who the client is; may be repeated",
	)
	f.StringVar(&s.options.ProxyHeader, "proxy-header", s.options.ProxyHeader, "`HEADER` in which a trusted proxy says it")
	s.limitFlags(f)
}

// limitFlags are those of deadlines and other limits.
func (s *service) limitFlags(f *pflag.FlagSet) {
	for _, l := range []struct {
		name, help string
		value      *time.Duration
	}{
		{"timeout", "deadline of one request, once its body is there", &s.options.Timeout},
		{"header-timeout", "in which a client must have sent the head of a request", &s.options.HeaderTimeout},
		{"body-timeout", "in which a client must have sent a whole request", &s.options.BodyTimeout},
		{"write-timeout", "in which a client must take 64 KiB of an answer", &s.options.WriteTimeout},
		{"idle-timeout", "after which a connection without a request is closed", &s.options.IdleTimeout},
	} {
		f.DurationVar(l.value, l.name, *l.value, l.help)
	}
	for _, l := range []struct {
		name, help string
		value      *int
	}{
		{"max-cost", "objects that a query may return", &s.options.MaxCost},
		{"max-page", "greatest first and last", &s.options.MaxPage},
		{"max-depth", "fields inside one another", &s.options.MaxDepth},
		{"max-nodes", "entities that a traversal may reach", &s.options.MaxNodes},
		{"max-result", "bytes of a response", &s.options.MaxResult},
		{"max-body", "bytes of a request's body", &s.options.MaxBody},
		{"max-export", "bytes of an export", &s.options.MaxExport},
		{
			"max-sending", "bytes of exports and long answers that clients have not taken yet, all together",
			&s.options.MaxSending,
		},
		{"connections", "connections at a time; the one that is silent for longest makes room", &s.options.Connections},
		{"client-connections", "the same for each address", &s.options.ClientConnections},
		{"client-requests", "requests of one address at a time; below 0 for any number", &s.options.ClientRequests},
		{"rate", "requests a second from one address; below 0 for any number", &s.options.Rate},
		{"burst", "requests at once from one address", &s.options.Burst},
		{"concurrency", "short requests that are worked on at a time", &s.options.Concurrency},
		{"long", "searches, questions, exports and the like that are worked on at a time", &s.options.Long},
		{"queue", "requests that may wait for their turn, short and long ones apart", &s.options.Queue},
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
	public, err := url.Parse(s.options.PublicURL)
	if err != nil || s.options.PublicURL != "" && (public.Host == "" || !strings.HasPrefix(public.Scheme, "http")) {
		return misusef("expected --public-url to be an address such as https://graph.example, found %q", s.options.PublicURL)
	}
	s.options.TrustedProxies = nil
	for _, text := range s.trusted {
		prefix, err := netip.ParsePrefix(text)
		if ip, wrong := netip.ParseAddr(text); wrong == nil {
			prefix, err = ip.Prefix(ip.BitLen())
		}
		if err != nil {
			return misusef("expected --trusted-proxy to be an address or a network such as 10.0.0.0/8, found %q", text)
		}
		s.options.TrustedProxies = append(s.options.TrustedProxies, prefix)
	}
	return nil
}

func (p *program) serve(ctx context.Context, s *service) (err error) {
	if err := s.check(); err != nil {
		return err
	}
	if s.create {
		if err := p.ensureStore(ctx); err != nil {
			return err
		}
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
	listener, scheme, err := s.listener(site)
	if err != nil {
		return err
	}
	defer p.letGarbageGrow()()
	working, stopWork := context.WithCancel(context.WithoutCancel(ctx))
	defer stopWork()
	server := site.HTTP(working)
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
	return s.stop(server, site, stopWork)
}

// listener listens with TLS where there is a certificate.
func (s *service) listener(site *httpapi.Site) (net.Listener, string, error) {
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
	listener = site.Limit(listener)
	if len(certificates) == 0 {
		return listener, "http", nil
	}
	return tls.NewListener(listener, &tls.Config{
		Certificates: certificates, MinVersion: tls.VersionTLS12, NextProtos: []string{"h2", "http/1.1"},
	}), "https", nil
}

// lastWork is how long a server that ends goes on working things out. Nearly all
// requests take less; a longer one is told to come again, elsewhere.
const lastWork = 150 * time.Millisecond

// stop sends new work elsewhere, ends what is still being worked out soon after,
// and waits until clients have taken their answers, but not for ever.
func (s *service) stop(server *http.Server, site *httpapi.Site, stopWork func()) error {
	site.SetReady(false)
	time.Sleep(s.drain)
	defer time.AfterFunc(lastWork, stopWork).Stop()
	end, cancel := context.WithTimeout(context.Background(), s.shutdownIn)
	defer cancel()
	err := server.Shutdown(end)
	if !errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	stopWork()
	_ = server.Close() // what it could not close ends with the program
	return fmt.Errorf("requests were not done %v after the end was asked for, and were ended", s.shutdownIn)
}

// logger writes structured lines to standard error.
func (p *program) logger(format string) *slog.Logger {
	if format == "json" {
		return slog.New(slog.NewJSONHandler(p.err, nil))
	}
	return slog.New(slog.NewTextHandler(p.err, nil))
}
