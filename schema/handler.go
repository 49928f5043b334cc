package schema

import (
	"errors"
	"net/http"
	"slices"
	"strconv"
	"time"
)

// retryAfter is what a client that came at a busy moment is told, in seconds.
const retryAfter = 1

// Handler serves GraphQL over HTTP (https://graphql.github.io/graphql-over-http/draft/):
// POST with a JSON body, and GET for queries. A request that cannot be executed
// has status 400 where the client accepts application/graphql-response+json,
// and 200 where it only accepts application/json.
func (a *API) Handler() http.Handler {
	limiter := newLimiter(a.options.Rate, a.options.Burst, time.Now)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("X-Content-Type-Options", "nosniff")
		w.Header().Set("Vary", "Accept, Origin")
		if a.crossOrigin(w, r) {
			return
		}
		if r.Method != http.MethodGet && r.Method != http.MethodPost {
			w.Header().Set("Allow", "GET, POST")
			a.write(w, jsonType, http.StatusMethodNotAllowed, refused(refuse(BadRequest, "the method must be GET or POST")))
			return
		}
		mediaType, ok := negotiate(r.Header.Values("Accept"))
		if !ok {
			a.write(w, jsonType, http.StatusNotAcceptable, refused(refuse(BadRequest, "the response can only be %s or %s", responseType, jsonType)))
			return
		}
		if !limiter.allow(r.RemoteAddr) {
			w.Header().Set("Retry-After", strconv.Itoa(retryAfter))
			a.write(w, mediaType, http.StatusTooManyRequests, refused(refuse(Overloaded, "too many requests from this address")))
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
	result := a.run(r.Context(), p)
	if r.Context().Err() != nil {
		return // the client has gone
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
		w.Header().Set("Allow", "POST")
		return http.StatusMethodNotAllowed
	case mediaType == responseType:
		return a.options.RequestStatus
	}
	return http.StatusOK
}

// write encodes a result, or an error in its place where it is too large.
func (a *API) write(w http.ResponseWriter, mediaType string, status int, result Result) {
	e := &encoder{limit: a.options.MaxResult}
	if err := result.write(e); err != nil {
		f := refuse(Internal, "the result cannot be encoded")
		status = http.StatusInternalServerError
		if errors.Is(err, errTooLarge) {
			f = refuse(TooComplex, "the result has more than %d bytes; ask for less", a.options.MaxResult)
			status = a.status(w, refused(f), false, mediaType)
		}
		e = &encoder{}
		_ = refused(f).write(e) // holds nothing that could fail
	}
	w.Header().Set("Content-Type", mediaType+"; charset=utf-8")
	w.Header().Set("Content-Length", strconv.Itoa(e.Len()))
	w.WriteHeader(status)
	_, _ = w.Write(e.Bytes()) // an error means that the client has gone
}

// crossOrigin allows the origins of the options to call from a browser. It
// reports whether it answered the request, which then was a preflight (Fetch
// Standard, section 3.2).
func (a *API) crossOrigin(w http.ResponseWriter, r *http.Request) bool {
	origin := r.Header.Get("Origin")
	if origin == "" || !slices.Contains(a.options.Origins, origin) {
		return false
	}
	w.Header().Set("Access-Control-Allow-Origin", origin)
	if r.Method != http.MethodOptions {
		return false
	}
	w.Header().Set("Access-Control-Allow-Methods", "GET, POST")
	w.Header().Set("Access-Control-Allow-Headers", "Content-Type, Accept")
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
