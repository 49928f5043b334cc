package main

import (
	"bytes"
	"fmt"
	"net/http"
	"sync/atomic"

	"mandategraph/graph"
	"mandategraph/queries"
	"mandategraph/schema"
	"mandategraph/web"
)

// A site is what serve answers with: the newest snapshot, seen through many
// paths.
type site struct {
	api      *schema.API
	snapshot func() *graph.Snapshot
	ready    atomic.Bool
	requests requestCounter
}

func newSite(api *schema.API, snapshot func() *graph.Snapshot) *site {
	return &site{api: api, snapshot: snapshot}
}

// handler is the table of paths.
func (s *site) handler() http.Handler {
	mux := http.NewServeMux()
	graphiql := web.GraphiQL()
	for _, route := range []struct {
		pattern string
		handler http.Handler
	}{
		{"/graphql", s.api.Handler()},
		{"/graphiql", graphiql},
		{"/graphiql/", graphiql},
		{"GET /{$}", http.HandlerFunc(s.start)},
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

// export writes the graph, or what lies around one entity, in a format.
func (s *site) export(w http.ResponseWriter, r *http.Request) {
	name := r.FormValue("format")
	if name == "" {
		name = "csv"
	}
	format, err := formatByName(name)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	snapshot := s.snapshot()
	options, err := exportOptions{base: defaultBase, around: r.FormValue("around"), depth: 1}.in(snapshot)
	if err != nil {
		http.Error(w, err.Error(), http.StatusNotFound)
		return
	}
	h := w.Header()
	h.Set("Content-Disposition", fmt.Sprintf("attachment; filename=%q", "mandategraph."+format.Extension))
	h.Set("Content-Type", format.MediaType)
	h.Set("X-Content-Type-Options", "nosniff")
	watched := &startedWriter{ResponseWriter: w}
	if err := format.Write(watched, snapshot, options); err == nil {
		return
	}
	if watched.started {
		// Half a file must not look like a whole one.
		panic(http.ErrAbortHandler)
	}
	h.Del("Content-Disposition")
	http.Error(w, "the export failed", http.StatusInternalServerError)
}

// A startedWriter knows whether anything was sent.
type startedWriter struct {
	http.ResponseWriter
	started bool
}

func (w *startedWriter) Write(b []byte) (int, error) {
	w.started = true
	return w.ResponseWriter.Write(b)
}

// send answers with a body that is there in full.
func send(w http.ResponseWriter, mediaType string, body []byte) {
	w.Header().Set("Content-Type", mediaType)
	w.Header().Set("X-Content-Type-Options", "nosniff")
	_, _ = bytes.NewReader(body).WriteTo(w) // an error means that the client has gone
}
