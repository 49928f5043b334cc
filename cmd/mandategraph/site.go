package main

import (
	"bytes"
	"log/slog"
	"net/http"
	"sync/atomic"

	"github.com/klauspost/compress/gzhttp"

	"mandategraph/graph/snapshot"
	"mandategraph/queries"
	"mandategraph/schema"
	"mandategraph/web"
)

// A site is what serve answers with: the newest snapshot, seen through many
// paths.
type site struct {
	api      *schema.API
	snapshot func() *snapshot.Snapshot
	ready    atomic.Bool
	metrics  *metrics
	log      *slog.Logger
}

func newSite(snapshot func() *snapshot.Snapshot, options schema.Options, log *slog.Logger) (*site, error) {
	s := &site{snapshot: snapshot, metrics: newMetrics(snapshot), log: log}
	options.Logger = log
	options.OnError = func(code string) { s.metrics.errors.WithLabelValues(code).Inc() }
	api, err := schema.New(snapshot, options)
	if err != nil {
		return nil, err
	}
	s.api = api
	s.metrics.watch(api)
	return s, nil
}

// handler is the table of paths. All are observed, and compressed where the
// client can read that.
func (s *site) handler() http.Handler {
	mux := http.NewServeMux()
	graphiql, explorer := web.GraphiQL(), web.Explorer()
	saved, export := s.api.Share(http.HandlerFunc(savedQueries)), s.api.Share(s.api.Admit(s.export))
	for _, route := range []struct {
		pattern string
		handler http.Handler
	}{
		{"/graphql", s.api.Handler()},
		{"/graphiql", graphiql},
		{"/graphiql/", graphiql},
		{"/{$}", explorer},
		{"/explorer/", explorer},
		{"GET /plain", http.HandlerFunc(s.start)},
		{"POST /ask", s.api.Admit(s.ask)},
		{"GET /queries.json", saved},
		{"OPTIONS /queries.json", saved},
		{"GET /healthz", http.HandlerFunc(health)},
		{"GET /readyz", http.HandlerFunc(s.readiness)},
		{"GET /export", export},
		{"OPTIONS /export", export},
		{"GET /metrics", s.metrics.handler()},
	} {
		mux.Handle(route.pattern, route.handler)
	}
	return s.observe(gzhttp.GzipHandler(mux))
}

func savedQueries(w http.ResponseWriter, _ *http.Request) {
	send(w, "application/json", queries.JSON())
}

// health says that the process answers; readiness that it may be sent work.
func health(w http.ResponseWriter, _ *http.Request) {
	send(w, "text/plain; charset=utf-8", []byte("ok\n"))
}

func (s *site) readiness(w http.ResponseWriter, _ *http.Request) {
	if !s.ready.Load() {
		http.Error(w, "not ready", http.StatusServiceUnavailable)
		return
	}
	send(w, "text/plain; charset=utf-8", []byte("ready\n"))
}

// send answers with a body that is there in full.
func send(w http.ResponseWriter, mediaType string, body []byte) {
	w.Header().Set("Content-Type", mediaType)
	w.Header().Set("X-Content-Type-Options", "nosniff")
	_, _ = bytes.NewReader(body).WriteTo(w) // an error means that the client has gone
}
