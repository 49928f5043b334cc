package httpapi

import (
	"bytes"
	"context"
	"log/slog"
	"net"
	"net/http"
	"sync/atomic"

	"github.com/klauspost/compress/gzhttp"

	"mandategraph/graph/snapshot"
	"mandategraph/queries"
)

// A Site is an API with what stands beside it: the explorer, GraphiQL, a page
// without scripts, exports, health and metrics.
type Site struct {
	server   *Server
	snapshot func() *snapshot.Snapshot
	ready    atomic.Bool
	degraded atomic.Pointer[[2]string] // why, in a word and a sentence; nil where it is not
	metrics  *metrics
	log      *slog.Logger
	// connections are those of its listeners.
	connections *connections
	lingering   chan struct{}
}

// NewSite makes a site over whatever snapshot source returns at the time of a
// request. It logs each request. It fails where [New] does.
func NewSite(snapshot func() *snapshot.Snapshot, options Options, log *slog.Logger) (*Site, error) {
	s := &Site{snapshot: snapshot, metrics: newMetrics(snapshot), log: log}
	options.Logger = log
	options.OnError = func(code string) { s.metrics.errors.WithLabelValues(code).Inc() }
	options.OnRefused = func(reason string) { s.metrics.refused.WithLabelValues(reason).Inc() }
	server, err := New(snapshot, options)
	if err != nil {
		return nil, err
	}
	s.server = server
	s.lingering = make(chan struct{}, lingerers)
	s.connections = &connections{
		most: server.options.Connections, each: server.options.ClientConnections, proxies: server.proxies,
		refused: options.OnRefused, open: map[*connection]struct{}{}, of: map[string]int{},
	}
	s.metrics.watch(server.API, s.connections)
	return s, nil
}

// SetReady says whether the site may be sent work, which /readyz answers.
func (s *Site) SetReady(ready bool) { s.ready.Store(ready) }

// SetDegraded says why answers are no longer those of the store, but the last
// good ones: in a word, which /metrics counts, and in a sentence, which /readyz
// gives. An empty sentence says that they are again.
func (s *Site) SetDegraded(word, sentence string) {
	if sentence == "" {
		s.degraded.Store(nil)
		s.metrics.degraded.Set(0)
		return
	}
	before := s.degraded.Swap(&[2]string{word, sentence})
	if s.metrics.degraded.Set(1); before == nil || before[0] != word {
		s.metrics.failures.WithLabelValues(word).Inc()
	}
}

// Limit makes a listener keep to the bounds on connections; under TLS it is the
// one below.
func (s *Site) Limit(l net.Listener) net.Listener { return s.connections.limit(l) }

// HTTP makes a server of the site with the limits that stand outside a handler:
// 16 KiB for the URL and headers, and the deadlines of the options. What is worked
// on ends with the context.
func (s *Site) HTTP(ctx context.Context) *http.Server {
	o := &s.server.options
	return &http.Server{
		Handler: s.Handler(), MaxHeaderBytes: 16 << 10,
		ReadHeaderTimeout: o.HeaderTimeout, ReadTimeout: o.BodyTimeout,
		// Each piece of an answer has its own deadline from this one on.
		WriteTimeout: o.WriteTimeout + o.BodyTimeout + o.Timeout, IdleTimeout: o.IdleTimeout,
		BaseContext: func(net.Listener) context.Context { return ctx }, ConnContext: inContext,
		ErrorLog: slog.NewLogLogger(s.log.Handler(), slog.LevelWarn),
	}
}

// Handler is the table of paths. All are observed, and compressed where the
// client can read that.
func (s *Site) Handler() http.Handler {
	mux := http.NewServeMux()
	for _, r := range s.routes() {
		mux.Handle(r.pattern, r.handler)
	}
	return s.observe(gzhttp.GzipHandler(s.masked(mux)))
}

func savedQueries(w http.ResponseWriter, _ *http.Request) {
	send(w, "application/json", queries.JSON())
}

// health says that the process answers; readiness that it has a snapshot to answer
// from and is not about to end, so that it may be sent work.
func health(w http.ResponseWriter, _ *http.Request) {
	send(w, "text/plain; charset=utf-8", []byte("ok\n"))
}

func (s *Site) readiness(w http.ResponseWriter, _ *http.Request) {
	if !s.ready.Load() {
		http.Error(w, "not ready", http.StatusServiceUnavailable)
		return
	}
	// Work may go on being sent: other servers of the same store are no better off.
	text := "ready\n"
	if why := s.degraded.Load(); why != nil {
		text = "degraded: answers are the last good ones: " + why[1] + "\n"
	}
	send(w, "text/plain; charset=utf-8", []byte(text))
}

// send answers with a body that is there in full.
func send(w http.ResponseWriter, mediaType string, body []byte) {
	w.Header().Set("Content-Type", mediaType)
	w.Header().Set("X-Content-Type-Options", "nosniff")
	_, _ = bytes.NewReader(body).WriteTo(w) // an error means that the client has gone
}
