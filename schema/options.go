package schema

import (
	"log/slog"
	"net/http"
	"runtime"
	"strconv"
	"time"
)

// Options bound what one request may ask of the server. The zero value of a
// field stands for its default.
type Options struct {
	// MaxBody and MaxQuery count bytes of a request's body and of its query:
	// 128 KiB and 16 KiB.
	MaxBody, MaxQuery int
	// MaxTokens and MaxNesting count lexical tokens (2,000) and nested brackets
	// of any sort (20), before anything is parsed.
	MaxTokens, MaxNesting int
	// MaxDepth is the number of fields inside one another (12), MaxFields that
	// of all fields once fragments are expanded (500), MaxRootFields that of the
	// fields of one operation (20).
	MaxDepth, MaxFields, MaxRootFields int
	// MaxAliases (30), MaxDirectives (50) and MaxDefinitions (30) count what
	// the document spells out.
	MaxAliases, MaxDirectives, MaxDefinitions int
	// MaxErrors is the number of errors that a response lists: 20.
	MaxErrors int
	// MaxCost is the number of objects that a query may return at most: 5,000.
	MaxCost int
	// DefaultPage and MaxPage are the values of first and last: 20 and 100.
	// MaxList is the length of an argument that is a list: 100.
	DefaultPage, MaxPage, MaxList int
	// MaxHops (6) and MaxNodes (1,000) bound a traversal.
	MaxHops, MaxNodes int
	// MaxResult counts the bytes of a response: 8 MiB.
	MaxResult int
	// NoIntrospection switches __schema and __type off. MaxIntrospection is the
	// number of objects that an introspection query may be expected to return:
	// 100,000; the standard query is taken for 71,000.
	NoIntrospection  bool
	MaxIntrospection int
	// Timeout is the deadline of one request: 5 seconds.
	Timeout time.Duration
	// Concurrency is the number of requests that are worked on at a time (twice
	// the processors), Queue the number that may wait for their turn (256).
	Concurrency, Queue int
	// Documents is the number of parsed and validated queries that are kept, and
	// Persisted that of queries kept by their hash: 1,000 each.
	Documents, Persisted int
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
	// OnError is told the code of each error that a response over HTTP holds; nil
	// for nobody.
	OnError func(code string)
	// Logger receives masked errors with their request id; slog.Default().
	Logger *slog.Logger
}

// cacheControl lets anybody keep an answer, which is the same for everybody.
func (o *Options) cacheControl() string {
	if o.MaxAge > 0 {
		return "public, max-age=" + strconv.Itoa(int(o.MaxAge.Seconds()))
	}
	return "public, no-cache"
}

// Defaults are the values that the zero value stands for.
func Defaults() Options { return Options{}.withDefaults() }

func (o Options) withDefaults() Options {
	for _, d := range []struct {
		field *int
		value int
	}{
		{&o.MaxBody, 128 << 10}, {&o.MaxQuery, 16 << 10},
		{&o.MaxTokens, 2000}, {&o.MaxNesting, 20},
		{&o.MaxDepth, 12}, {&o.MaxFields, 500}, {&o.MaxRootFields, 20},
		{&o.MaxAliases, 30}, {&o.MaxDirectives, 50}, {&o.MaxDefinitions, 30},
		{&o.MaxErrors, 20}, {&o.MaxCost, 5000},
		{&o.DefaultPage, 20}, {&o.MaxPage, 100}, {&o.MaxList, 100},
		{&o.MaxHops, 6}, {&o.MaxNodes, 1000},
		{&o.MaxResult, 8 << 20}, {&o.MaxIntrospection, 100_000},
		{&o.Concurrency, 2 * runtime.GOMAXPROCS(0)}, {&o.Queue, 256},
		{&o.Documents, 1000}, {&o.Persisted, 1000}, {&o.Rate, 50}, {&o.Burst, 200},
		{&o.RequestStatus, http.StatusBadRequest},
	} {
		if *d.field == 0 {
			*d.field = d.value
		}
	}
	if o.Timeout == 0 {
		o.Timeout = 5 * time.Second
	}
	if o.Logger == nil {
		o.Logger = slog.Default()
	}
	return o
}
