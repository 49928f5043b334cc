package schema

import (
	"errors"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"
)

// methods that are served. Those besides POST are safe.
var methods = []string{http.MethodGet, http.MethodHead, http.MethodPost}

// retryAfter is what a client that came at a busy moment is told, in seconds.
const retryAfter = 1

// Handler serves GraphQL over HTTP (https://graphql.github.io/graphql-over-http/draft/):
// POST with a JSON body, and GET for queries. A request that cannot be executed
// has status 400 where the client accepts application/graphql-response+json,
// and 200 where it only accepts application/json.
func (a *API) Handler() http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header()["X-Content-Type-Options"] = noSniff
		w.Header()["Vary"] = append(w.Header()["Vary"], varying...)
		if a.crossOrigin(w, r) {
			return
		}
		w.Header()["Cache-Control"] = noStore
		if !slices.Contains(methods, r.Method) {
			w.Header().Set("Allow", strings.Join(methods, ", "))
			a.write(w, jsonType, http.StatusMethodNotAllowed, refused(refuse(BadRequest, "the method must be GET or POST")))
			return
		}
		mediaType, ok := negotiate(r.Header.Values("Accept"))
		if !ok {
			a.write(w, jsonType, http.StatusNotAcceptable, refused(refuse(BadRequest, "the response can only be %s or %s", responseType, jsonType)))
			return
		}
		if !a.limiter.allow(r.RemoteAddr) {
			w.Header().Set("Retry-After", strconv.Itoa(retryAfter))
			a.write(w, mediaType, http.StatusTooManyRequests, refused(errTooMany))
			return
		}
		a.serve(w, r, mediaType)
	})
}

// serve executes one request and writes its response.
func (a *API) serve(w http.ResponseWriter, r *http.Request, mediaType string) {
	p, rejected := a.receive(w, r)
	if rejected != nil {
		a.write(w, mediaType, rejected.status, refused(rejected.fault))
		return
	}
	asked := p
	if f := a.lookUp(&p); f != nil {
		result := refused(f)
		a.write(w, mediaType, a.status(w, result, p.get, mediaType), result)
		return
	}
	if p.get {
		p.known = func(v *view) bool {
			return matches(r.Header.Values("If-None-Match"), entityTag(v.version(), mediaType))
		}
	}
	p.encoded = true
	result := a.run(r.Context(), p)
	a.remember(asked, result.document)
	if r.Context().Err() != nil {
		return // the client has gone
	}
	if result.version != "" && !result.passing() {
		w.Header().Set("ETag", entityTag(result.version, mediaType))
		w.Header().Set("Cache-Control", a.options.cacheControl())
	}
	if result.unchanged {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	a.write(w, mediaType, a.status(w, result, p.get, mediaType), result)
}

// status is the HTTP status of a result. Errors of single fields leave it 200.
func (a *API) status(w http.ResponseWriter, result Result, get bool, mediaType string) int {
	if !result.refused {
		return http.StatusOK
	}
	switch code := result.Errors[0].Code(); {
	case code == Overloaded, code == TimedOut:
		w.Header().Set("Retry-After", strconv.Itoa(retryAfter))
		return http.StatusServiceUnavailable
	case code == Internal:
		return http.StatusInternalServerError
	case get && result.Errors[0].Message == errNoQuery.message:
		w.Header().Set("Allow", http.MethodPost)
		return http.StatusMethodNotAllowed
	case mediaType == responseType:
		return a.options.RequestStatus
	}
	return http.StatusOK
}

// write encodes a result, or an error in its place where it is too large.
func (a *API) write(w http.ResponseWriter, mediaType string, status int, result Result) {
	e := result.whole
	if e == nil {
		e = newEncoder(a.options.MaxResult)
		if err := result.write(e); err != nil {
			f := refuse(Internal, "the result cannot be encoded")
			status = http.StatusInternalServerError
			if errors.Is(err, errTooLarge) {
				f = refuse(TooComplex, "the result has more than %d bytes; ask for less", a.options.MaxResult)
				status = a.status(w, refused(f), false, mediaType)
			}
			e, result = newEncoder(0), refused(f)
			_ = result.write(e) // holds nothing that could fail
			forget(w.Header())
		}
	}
	defer e.release()
	a.tell(result)
	w.Header()["Content-Type"] = contentTypes[mediaType]
	w.Header()["Content-Length"] = []string{strconv.Itoa(len(e.bytes))}
	w.WriteHeader(status)
	_, _ = w.Write(e.bytes) // an error means that the client has gone
}

// Header values that most responses have, made once.
var (
	contentTypes = map[string][]string{jsonType: {jsonType + "; charset=utf-8"}, responseType: {responseType + "; charset=utf-8"}}
	noSniff      = []string{"nosniff"}
	noStore      = []string{"no-store"}
	varying      = []string{"Accept, Origin"}
)

// anyOrigin among the origins allows all.
const anyOrigin = "*"

// tell reports the errors that a client sees.
func (a *API) tell(result Result) {
	if a.options.OnError == nil {
		return
	}
	for _, e := range result.Errors {
		a.options.OnError(e.Code())
	}
}

// crossOrigin allows the origins of the options to call from a browser. It
// reports whether it answered the request, which then was a preflight (Fetch
// Standard, section 3.2).
func (a *API) crossOrigin(w http.ResponseWriter, r *http.Request) bool {
	origin := r.Header.Get("Origin")
	if origin == "" || !slices.Contains(a.options.Origins, origin) && !slices.Contains(a.options.Origins, anyOrigin) {
		return false
	}
	w.Header().Set("Access-Control-Allow-Origin", origin)
	w.Header().Set("Access-Control-Expose-Headers", "ETag, Retry-After, X-Request-Id")
	if r.Method != http.MethodOptions {
		return false
	}
	w.Header().Set("Access-Control-Allow-Methods", strings.Join(methods, ", "))
	w.Header().Set("Access-Control-Allow-Headers", "Content-Type, Accept, If-None-Match, X-Request-Id")
	w.Header().Set("Access-Control-Max-Age", "86400")
	w.WriteHeader(http.StatusNoContent)
	return true
}

// NewServer makes a server with the limits that stand outside a handler: 16 KiB
// for the URL and headers, 5 seconds to read the headers, 10 for the request
// and 30 for the response.
func NewServer(handler http.Handler) *http.Server {
	return &http.Server{
		Handler: handler, MaxHeaderBytes: 16 << 10,
		ReadHeaderTimeout: 5 * time.Second, ReadTimeout: 10 * time.Second, WriteTimeout: 30 * time.Second, IdleTimeout: 2 * time.Minute,
	}
}
