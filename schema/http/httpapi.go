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
	"cmp"
	"net/http"
	"net/netip"
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
	// (200) that one client may send, ClientRequests the number of its requests
	// that may run at a time (32). Loopback addresses are not counted, and a
	// negative number counts nobody.
	Rate, Burst, ClientRequests int
	// Connections is the number of connections at a time (4,096), and
	// ClientConnections that of one client (100), of which loopback addresses and
	// trusted proxies are none. Where there are more, the one that has been silent
	// for longest is closed.
	Connections, ClientConnections int
	// TrustedProxies are the addresses whose ProxyHeader (X-Forwarded-For) says who
	// the client is; none by default.
	TrustedProxies []netip.Prefix
	ProxyHeader    string
	// HeaderTimeout is the time in which a client must have sent the head of a
	// request (5 seconds), BodyTimeout that for the whole (10 seconds),
	// WriteTimeout that in which it must take 64 KiB of an answer (30 seconds), and
	// IdleTimeout that between two requests (2 minutes).
	HeaderTimeout, BodyTimeout, WriteTimeout, IdleTimeout time.Duration
	// MaxExport counts the bytes of an export (256 MiB), and MaxSending those of
	// all exports and long answers that clients have not taken yet (1 GiB). Those
	// over 1 MiB are kept in files of the system's folder for temporary ones.
	MaxExport, MaxSending int
	// RequestStatus is the HTTP status of a request that cannot be executed,
	// where the response is application/graphql-response+json: 400. The draft of
	// August 2026 asks for 422, which the audit suite does not accept.
	RequestStatus int
	// PublicURL is the address under which clients know the server, for links that must
	// be whole, such as those in RDF; that of each request where it is empty.
	PublicURL string
	// Origins are the origins from which a browser may call, or "*" for all; none
	// by default.
	Origins []string
	// OnError is told the code of each error that a response holds, and OnRefused
	// why a request or connection was turned away; nil for nobody.
	OnError, OnRefused func(code string)
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
		{&o.ClientRequests, 32}, {&o.Connections, 4096}, {&o.ClientConnections, 100},
		{&o.MaxExport, 256 << 20}, {&o.MaxSending, 1 << 30}, {&o.RequestStatus, http.StatusBadRequest},
	} {
		if *d.field == 0 {
			*d.field = d.value
		}
	}
	for _, d := range []struct {
		field *time.Duration
		value time.Duration
	}{
		{&o.HeaderTimeout, 5 * time.Second}, {&o.BodyTimeout, 10 * time.Second},
		{&o.WriteTimeout, 30 * time.Second}, {&o.IdleTimeout, 2 * time.Minute},
	} {
		if *d.field == 0 {
			*d.field = d.value
		}
	}
	o.ProxyHeader = cmp.Or(o.ProxyHeader, "X-Forwarded-For")
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
	proxies   *proxies
	limiter   *limiter
	sending   *allowance
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
		proxies:   &proxies{options.TrustedProxies, options.ProxyHeader},
		limiter:   newLimiter(options.Rate, options.Burst, options.ClientRequests, time.Now),
		sending:   newAllowance(options.MaxSending),
		persisted: guard.NewPersisted(saved, options.Persisted),
		requests:  guard.NewCache[string, request](options.Documents),
	}, nil
}

// Reasons for which requests and connections are turned away, as metrics name them.
const (
	refusedRate       = "rate"              // the client asks too often
	refusedRunning    = "client_requests"   // too many requests of the client run
	refusedBusy       = "busy"              // no place became free in time, or too many wait
	refusedLate       = "deadline"          // the work took too long
	refusedBody       = "body"              // the body has too many bytes
	refusedSending    = "sending"           // too many answers are on their way
	refusedSilent     = "silent_connection" // closed to make room for another one
	refusedConnection = "connection"        // there was no room for it
)

// tooMany says to a client which limit it met.
var tooMany = map[string]*guard.Fault{
	refusedRate:    guard.Refuse(guard.Overloaded, "too many requests from this address"),
	refusedRunning: guard.Refuse(guard.Overloaded, "too many requests from this address at a time"),
}

// refused tells of a request or connection that was turned away.
func (s *Server) refused(reason string) {
	if s.options.OnRefused != nil {
		s.options.OnRefused(reason)
	}
}

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

// Admit puts a handler beside the API under the limits of each client: how often
// it may ask, and how many of its requests may run at a time.
func (s *Server) Admit(next http.HandlerFunc) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		end, reason := s.limiter.begin(s.proxies.client(r))
		if reason != "" {
			s.turnAway(w, http.StatusTooManyRequests, reason, tooMany[reason].Message)
			return
		}
		defer end()
		next(w, r)
	})
}

// turnAway answers, in plain text, a request that may come again.
func (s *Server) turnAway(w http.ResponseWriter, status int, reason, message string) {
	s.refused(reason)
	forget(w.Header())
	w.Header().Set("Retry-After", strconv.Itoa(retryAfter))
	http.Error(w, message, status)
}
