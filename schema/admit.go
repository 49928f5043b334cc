package schema

import (
	"context"
	"net/http"
	"strconv"
)

// Share lets pages of the options' origins read what a handler beside the API
// answers to GET. Send it the method OPTIONS, too.
func (a *API) Share(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Add("Vary", "Origin")
		if a.crossOrigin(w, r) {
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
// address, the slots with their queue, and the deadline, which the handler
// finds in the request's context. What it asks of the API meanwhile reads one
// snapshot and takes no further slot.
func (a *API) Admit(next http.HandlerFunc) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		busy := func(status int, reason string) {
			w.Header().Set("Retry-After", strconv.Itoa(retryAfter))
			w.Header().Set("Cache-Control", "no-store")
			http.Error(w, reason, status)
		}
		if !a.limiter.allow(r.RemoteAddr) {
			busy(http.StatusTooManyRequests, errTooMany.message)
			return
		}
		ctx, cancel := context.WithTimeout(r.Context(), a.options.Timeout)
		defer cancel()
		if err := a.slots.take(ctx); err != nil {
			busy(http.StatusServiceUnavailable, errBusy.message)
			return
		}
		defer a.slots.give()
		next(w, r.WithContext(a.request(ctx, a.view()).ctx))
	})
}
