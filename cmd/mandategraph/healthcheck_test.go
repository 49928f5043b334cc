package main

import (
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/stretchr/testify/assert"
)

// The exit code says whether a server may be sent work.
func TestHealthcheckAsksAServer(t *testing.T) {
	d := newDesk(t)
	d.must("load", sample)
	at := d.served()
	assert.Contains(t, d.must("healthcheck", "--url", at+"/"), "ready")

	ending := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		http.Error(w, "not ready", http.StatusServiceUnavailable)
	}))
	r := d.typed("", "healthcheck", "--url", ending.URL)
	assert.Equal(t, exitFailed, r.code)
	assert.Contains(t, r.err, "not ready")
	ending.Close()
	r = d.typed("", "healthcheck", "--url", ending.URL)
	assert.Equal(t, exitFailed, r.code)
	assert.Contains(t, r.err, "does not answer")
	assert.Equal(t, exitMisuse, d.typed("", "healthcheck", "--url", "::").code)
}

// A container begins before anything is loaded: the server then makes the store, and
// shows what comes.
func TestAServerMayBeginWithoutAStore(t *testing.T) {
	d := newDesk(t)
	assert.Equal(t, exitFailed, d.typed("", "serve").code, "only when it is told so")
	at := d.served("--create", "--refresh", "10ms")
	assert.Contains(t, d.must("healthcheck", "--url", at), "ready")
	d.must("load", sample)
	d.eventually(at+"/plain", "Documents loaded: 1")
	assert.Contains(t, d.body(http.Get(at+"/state/alb")), "Albania")
}
