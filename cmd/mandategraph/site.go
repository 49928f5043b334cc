package main

import (
	"bytes"
	"net/http"
	"sync/atomic"

	"mandategraph/graph"
	"mandategraph/queries"
	"mandategraph/schema"
	"mandategraph/web"
)

// A site is what serve answers with: one snapshot, seen through many paths.
type site struct {
	api      *schema.API
	snapshot *graph.Snapshot
	ready    atomic.Bool
	requests requestCounter
}

func newSite(api *schema.API, snapshot *graph.Snapshot) *site {
	return &site{api: api, snapshot: snapshot}
}

// handler is the table of paths.
func (s *site) handler() http.Handler {
	mux := http.NewServeMux()
	graphiql, explorer := web.GraphiQL(), web.Explorer()
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
		{"POST /ask", http.HandlerFunc(s.ask)},
		{"GET /queries.json", http.HandlerFunc(savedQueries)},
		{"GET /healthz", http.HandlerFunc(health)},
		{"GET /readyz", http.HandlerFunc(s.readiness)},
		{"GET /export", http.HandlerFunc(s.export)},
		{"GET /metrics", http.HandlerFunc(s.metrics)},
	} {
		mux.Handle(route.pattern, route.handler)
	}
	return s.requests.count(mux)
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
