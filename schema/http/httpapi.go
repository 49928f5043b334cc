// Package httpapi serves an API over HTTP, as in GraphQL over HTTP
// (https://graphql.github.io/graphql-over-http/draft/), and what stands beside it:
// exports, the explorer, GraphiQL, a page without scripts, health and metrics.
//
// In go requests with their headers, addresses and JSON; out come responses of
// the media type that the client accepts, with entity tags by which it need not
// ask twice. Here stands what only HTTP knows: bodies, negotiation, how often an
// address may ask, origins of browsers, persisted operations by name. A [Server]
// is the API's handlers, a [Site] all paths.
//
// It imports graph, queries, schema, schema/guard and web, and is imported by the
// program alone.
package httpapi

import (
	"context"
	"net/http"
	"strconv"
	"time"

	"mandategraph/graph/snapshot"
	"mandategraph/queries"
	"mandategraph/schema"
	"mandategraph/schema/guard"
)

// Options bound what clients may ask over HTTP. The zero value of a field stands
// for its default.
type Options struct {
	// Options are those of the API behind it.
	schema.Options
	// MaxBody counts the bytes of a request's body: 128 KiB.
	MaxBody int
	// Persisted is the number of queries that are kept by their hash: 1,000.
	Persisted int
	// MaxAge is how long a client may use the answer to a GET without asking
	// whether it still holds: not at all.
	MaxAge time.Duration
	// Rate is the number of requests a second (50) and Burst the number at once
	// (200) that one remote address may send. Loopback addresses are not counted,
	// and a negative Rate counts nobody.
	Rate, Burst int
	// RequestStatus is the HTTP status of a request that cannot be executed,
	// where the response is application/graphql-response+json: 400. The draft of
	// August 2026 asks for 422, which the audit suite does not accept.
	RequestStatus int
	// Origins are the origins from which a browser may call, or "*" for all; none
	// by default.
	Origins []string
	// OnError is told the code of each error that a response holds; nil for
	// nobody.
	OnError func(code string)
}

// Defaults are the values that the zero value stands for.
func Defaults() Options { return Options{}.withDefaults() }

func (o Options) withDefaults() Options {
	o.Options = o.Options.WithDefaults()
	for _, d := range []struct {
		field *int
		value int
	}{
		{&o.MaxBody, 128 << 10}, {&o.Persisted, 1000}, {&o.Rate, 50}, {&o.Burst, 200},
		{&o.RequestStatus, http.StatusBadRequest},
	} {
		if *d.field == 0 {
			*d.field = d.value
		}
	}
	return o
}

// cacheControl lets anybody keep an answer, which is the same for everybody.
func (o *Options) cacheControl() string {
	if o.MaxAge > 0 {
		return "public, max-age=" + strconv.Itoa(int(o.MaxAge.Seconds()))
	}
	return "public, no-cache"
}

// A Server is an API with its handlers. It is safe for concurrent use.
type Server struct {
	// API is what it serves.
	API *schema.API

	options   Options
	limiter   *limiter
	persisted *guard.Persisted
	requests  *guard.Cache[string, request] // by body
}

// New builds the API over whatever snapshot source returns at the time of a
// request; see [schema.New].
func New(source func() *snapshot.Snapshot, options Options) (*Server, error) {
	options = options.withDefaults()
	api, err := schema.New(source, options.Options)
	if err != nil {
		return nil, err
	}
	saved := map[string]string{}
	for _, q := range queries.All() {
		saved[q.Name] = q.Text
	}
	return &Server{
		API: api, options: options,
		limiter:   newLimiter(options.Rate, options.Burst, time.Now),
		persisted: guard.NewPersisted(saved, options.Persisted),
		requests:  guard.NewCache[string, request](options.Documents),
	}, nil
}

var errTooMany = guard.Refuse(guard.Overloaded, "too many requests from this address")

// Share lets pages of the options' origins read what a handler beside the API
// answers to GET. Send it the method OPTIONS, too.
func (s *Server) Share(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Add("Vary", "Origin")
		if s.crossOrigin(w, r) {
			return
		}
		if r.Method == http.MethodOptions {
			w.Header().Set("Allow", "GET, HEAD")
			w.WriteHeader(http.StatusNoContent)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// Admit puts a handler beside the API under the API's limits: the rate of each
// address, the places with their queue, and the deadline, which the handler
// finds in the request's context. What it asks of the API meanwhile reads one
// snapshot and takes no further place.
func (s *Server) Admit(next http.HandlerFunc) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		busy := func(status int, reason string) {
			w.Header().Set("Retry-After", strconv.Itoa(retryAfter))
			w.Header().Set("Cache-Control", "no-store")
			http.Error(w, reason, status)
		}
		if !s.limiter.allow(r.RemoteAddr) {
			busy(http.StatusTooManyRequests, errTooMany.Message)
			return
		}
		ctx, cancel := context.WithTimeout(r.Context(), s.options.Timeout)
		defer cancel()
		inside, leave, err := s.API.Enter(ctx)
		if err != nil {
			busy(http.StatusServiceUnavailable, schema.ErrBusy.Message)
			return
		}
		defer leave()
		next(w, r.WithContext(inside))
	})
}

// NewServer makes a server with the limits that stand outside a handler: 16 KiB
// for the URL and headers, 5 seconds to read the headers, 10 for the request
// and 30 for the response.
func NewServer(handler http.Handler) *http.Server {
	return &http.Server{
		Handler: handler, MaxHeaderBytes: 16 << 10,
		ReadHeaderTimeout: 5 * time.Second, ReadTimeout: 10 * time.Second,
		WriteTimeout: 30 * time.Second, IdleTimeout: 2 * time.Minute,
	}
}
