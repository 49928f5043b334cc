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
