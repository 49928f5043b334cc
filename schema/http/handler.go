package httpapi

import (
	"errors"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"mandategraph/schema"
	"mandategraph/schema/guard"
)

// methods that are served. Those besides POST are safe.
var methods = []string{http.MethodGet, http.MethodHead, http.MethodPost}

// retryAfter is what a client that came at a busy moment is told, in seconds.
const retryAfter = 1

// GraphQL serves GraphQL over HTTP (https://graphql.github.io/graphql-over-http/draft/):
// POST with a JSON body, and GET for queries. A request that cannot be executed
// has status 400 where the client accepts application/graphql-response+json,
// and 200 where it only accepts application/json.
func (s *Server) GraphQL() http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header()["X-Content-Type-Options"] = noSniff
		w.Header()["Vary"] = append(w.Header()["Vary"], varying...)
		if s.crossOrigin(w, r) {
			return
		}
		w.Header()["Cache-Control"] = noStore
		if !slices.Contains(methods, r.Method) {
			w.Header().Set("Allow", strings.Join(methods, ", "))
			s.write(
				w, jsonType, http.StatusMethodNotAllowed,
				schema.Refused(guard.Refuse(guard.BadRequest, "the method must be GET or POST")),
			)
			return
		}
		mediaType, ok := negotiate(r.Header.Values("Accept"))
		if !ok {
			s.write(
				w, jsonType, http.StatusNotAcceptable,
				schema.Refused(guard.Refuse(guard.BadRequest, "the response can only be %s or %s", responseType, jsonType)),
			)
			return
		}
		end, reason := s.limiter.begin(s.proxies.client(r))
		if reason != "" {
			s.refused(reason)
			w.Header().Set("Retry-After", strconv.Itoa(retryAfter))
			s.write(w, mediaType, http.StatusTooManyRequests, schema.Refused(tooMany[reason]))
			return
		}
		defer end()
		s.serve(w, r, mediaType)
	})
}

// serve executes one request and writes its response.
func (s *Server) serve(w http.ResponseWriter, r *http.Request, mediaType string) {
	asked, rejected := s.receive(w, r)
	if rejected != nil {
		s.write(w, mediaType, rejected.status, schema.Refused(rejected.fault))
		return
	}
	p := asked.Params
	var f *guard.Fault
	if p.Query, f = s.persisted.Text(p.Query, asked.reference); f != nil {
		result := schema.Refused(f)
		s.write(w, mediaType, s.status(w, result, asked.get(), mediaType), result)
		return
	}
	if asked.reference.Automatic {
		p.Accepted = func() { s.persisted.Keep(p.Query, asked.reference) }
	}
	if asked.get() {
		p.Known = func(version string) bool {
			return matches(r.Header.Values("If-None-Match"), entityTag(version, mediaType))
		}
	}
	p.Encoded = true
	result := s.API.Run(r.Context(), p)
	s.remember(asked, result.Prepared())
	if r.Context().Err() != nil {
		return // the client has gone
	}
	if result.Version() != "" && !passing(result.Errors) {
		w.Header().Set("ETag", entityTag(result.Version(), mediaType))
		w.Header().Set("Cache-Control", s.options.cacheControl())
	}
	if result.Unchanged() {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	s.write(w, mediaType, s.status(w, result, asked.get(), mediaType), result)
}

// status is the HTTP status of a result. Errors of single fields leave it 200.
func (s *Server) status(w http.ResponseWriter, result schema.Result, get bool, mediaType string) int {
	if !result.WasRefused() {
		return http.StatusOK
	}
	switch code := result.Errors[0].Code(); {
	case code == guard.Overloaded, code == guard.TimedOut:
		s.refused(map[string]string{guard.Overloaded: refusedBusy, guard.TimedOut: refusedLate}[code])
		w.Header().Set("Retry-After", strconv.Itoa(retryAfter))
		return http.StatusServiceUnavailable
	case code == guard.Internal:
		return http.StatusInternalServerError
	case get && result.Errors[0].Message == schema.ErrOnlyQueries.Message:
		w.Header().Set("Allow", http.MethodPost)
		return http.StatusMethodNotAllowed
	case mediaType == responseType:
		return s.options.RequestStatus
	}
	return http.StatusOK
}

// write encodes a result, or an error in its place where it is too large.
func (s *Server) write(w http.ResponseWriter, mediaType string, status int, result schema.Result) {
	e, err := result.Encode(s.options.MaxResult)
	if err != nil {
		f := guard.Refuse(guard.Internal, "the result cannot be encoded")
		status = http.StatusInternalServerError
		if errors.Is(err, schema.ErrTooLarge) {
			f = guard.Refuse(guard.TooComplex, "the result has more than %d bytes; ask for less", s.options.MaxResult)
			status = s.status(w, schema.Refused(f), false, mediaType)
		}
		result = schema.Refused(f)
		e, _ = result.Encode(0) // holds nothing that could fail
		forget(w.Header())
	}
	defer e.Release()
	if n := len(e.Bytes()); n > longAnswer {
		if !s.sending.take(n) {
			s.refused(refusedSending)
			forget(w.Header())
			w.Header().Set("Retry-After", strconv.Itoa(retryAfter))
			s.write(w, mediaType, http.StatusServiceUnavailable, schema.Refused(schema.ErrBusy))
			return
		}
		defer s.sending.give(n)
	}
	s.tell(result)
	w.Header()["Content-Type"] = contentTypes[mediaType]
	w.Header()["Content-Length"] = []string{strconv.Itoa(len(e.Bytes()))}
	w.WriteHeader(status)
	_, _ = w.Write(e.Bytes()) // an error means that the client has gone
}

// longAnswer is the length of an answer, in bytes, that must not be kept for too
// many clients that are slow to take it.
const longAnswer = 64 << 10

// Header values that most responses have, made once.
var (
	contentTypes = map[string][]string{
		jsonType: {jsonType + "; charset=utf-8"}, responseType: {responseType + "; charset=utf-8"},
	}
	noSniff = []string{"nosniff"}
	noStore = []string{"no-store"}
	varying = []string{"Accept, Origin"}
)

// anyOrigin among the origins allows all.
const anyOrigin = "*"

// tell reports the errors that a client sees.
func (s *Server) tell(result schema.Result) {
	if s.options.OnError == nil {
		return
	}
	for _, e := range result.Errors {
		s.options.OnError(e.Code())
	}
}

// crossOrigin allows the origins of the options to call from a browser. It
// reports whether it answered the request, which then was a preflight (Fetch
// Standard, section 3.2).
func (s *Server) crossOrigin(w http.ResponseWriter, r *http.Request) bool {
	origin := r.Header.Get("Origin")
	if origin == "" || !slices.Contains(s.options.Origins, origin) && !slices.Contains(s.options.Origins, anyOrigin) {
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
