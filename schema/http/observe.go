package httpapi

import (
	"crypto/rand"
	"log/slog"
	"net/http"
	"regexp"
	"time"

	"mandategraph/schema"
)

// requestIDHeader names a request towards clients, proxies and the log.
const requestIDHeader = "X-Request-Id"

// decentID is an id that a proxy may have given; anything else is replaced.
var decentID = regexp.MustCompile(`^[A-Za-z0-9._-]{1,64}$`)

// observe gives each request an id, and logs and counts it when it is done.
func (s *Site) observe(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		id := r.Header.Get(requestIDHeader)
		if !decentID.MatchString(id) {
			id = rand.Text()
		}
		w.Header().Set(requestIDHeader, id)
		r = r.WithContext(schema.WithRequestID(r.Context(), id))
		counting := &countingWriter{ResponseWriter: w, status: http.StatusOK}
		start := time.Now()
		s.metrics.inFlight.Inc()
		defer func() {
			s.metrics.inFlight.Dec()
			took := time.Since(start)
			s.metrics.done(r, counting.status, took)
			s.log.LogAttrs(
				r.Context(), slog.LevelInfo, "request", slog.String("request", id), slog.String("method", r.Method),
				slog.String("path", r.URL.Path), slog.Int("status", counting.status), slog.Int64("bytes", counting.bytes),
				slog.Duration("took", took), slog.String("remote", r.RemoteAddr),
			)
		}()
		next.ServeHTTP(counting, r)
	})
}

// A countingWriter remembers the status and the bytes that were sent.
type countingWriter struct {
	http.ResponseWriter
	status int
	bytes  int64
}

func (w *countingWriter) WriteHeader(status int) {
	w.status = status
	w.ResponseWriter.WriteHeader(status)
}

func (w *countingWriter) Write(b []byte) (int, error) {
	n, err := w.ResponseWriter.Write(b)
	w.bytes += int64(n)
	return n, err
}

// Unwrap lets http.ResponseController reach the writer underneath.
func (w *countingWriter) Unwrap() http.ResponseWriter { return w.ResponseWriter }
