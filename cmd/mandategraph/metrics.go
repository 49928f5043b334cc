package main

import (
	"bytes"
	"fmt"
	"net/http"
	"sync/atomic"
)

// A requestCounter counts responses by the first digit of their status.
type requestCounter struct{ classes [6]atomic.Int64 }

// count wraps a handler.
func (c *requestCounter) count(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s := &statusWriter{ResponseWriter: w, status: http.StatusOK}
		defer func() { c.classes[min(s.status/100, 5)].Add(1) }()
		next.ServeHTTP(s, r)
	})
}

// A statusWriter remembers the status that was sent.
type statusWriter struct {
	http.ResponseWriter
	status int
}

func (w *statusWriter) WriteHeader(status int) {
	w.status = status
	w.ResponseWriter.WriteHeader(status)
}

// Unwrap lets http.ResponseController reach the writer underneath.
func (w *statusWriter) Unwrap() http.ResponseWriter { return w.ResponseWriter }

// metrics are in the text format of Prometheus.
func (s *site) metrics(w http.ResponseWriter, _ *http.Request) {
	var b bytes.Buffer
	snapshot := s.snapshot()
	for _, g := range []struct {
		name, help string
		value      int
	}{
		{"mandategraph_documents", "Documents in the snapshot.", len(snapshot.Documents())},
		{"mandategraph_entities", "Entities in the snapshot.", snapshot.Len()},
		{"mandategraph_statements", "Statements in the snapshot.", snapshot.Edges()},
	} {
		fmt.Fprintf(&b, "# HELP %s %s\n# TYPE %s gauge\n%s %d\n", g.name, g.help, g.name, g.name, g.value)
	}
	const requests = "mandategraph_http_responses_total"
	fmt.Fprintf(&b, "# HELP %s Responses by class of status.\n# TYPE %s counter\n", requests, requests)
	for class := 1; class < len(s.requests.classes); class++ {
		fmt.Fprintf(&b, "%s{class=\"%dxx\"} %d\n", requests, class, s.requests.classes[class].Load())
	}
	send(w, "text/plain; version=0.0.4; charset=utf-8", b.Bytes())
}
