package httpapi

import (
	"net/http"
	"net/http/httptest"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"

	"mandategraph/schema"
	"mandategraph/schema/guard"
)

// What stands beside the API shares its limits.
func TestAdmittedHandlersShareTheLimits(t *testing.T) {
	a := newServer(t, Options{
		Options: schema.Options{Concurrency: 1, Queue: 1, Timeout: 50 * time.Millisecond},
		Rate:    1, Burst: 2,
	})
	entered, leave := make(chan struct{}), make(chan struct{})
	h := a.Admit(func(w http.ResponseWriter, r *http.Request) {
		deadline, ok := r.Context().Deadline()
		assert.True(t, ok && time.Until(deadline) <= 50*time.Millisecond)
		assert.Empty(
			t, a.API.Execute(r.Context(), `{ statistics { entities } }`, nil, "").Errors, "it waits for no second place",
		)
		if r.URL.Path == "/slow" {
			close(entered)
			<-leave
		}
	})
	get := func(path, address string) *httptest.ResponseRecorder {
		w, r := httptest.NewRecorder(), httptest.NewRequest(http.MethodGet, path, nil)
		r.RemoteAddr = address
		h.ServeHTTP(w, r)
		return w
	}
	for _, want := range []int{200, 200, 429} {
		assert.Equal(t, want, get("/", "192.0.2.1:1").Code)
	}
	done := make(chan struct{})
	go func() { get("/slow", "192.0.2.2:1"); close(done) }()
	<-entered
	w := get("/", "192.0.2.3:1")
	assert.Equal(t, 503, w.Code, "the only place is taken until the deadline")
	assert.NotEmpty(t, w.Header().Get("Retry-After"))
	close(leave)
	<-done
	assert.Equal(t, 200, get("/", "192.0.2.3:1").Code)
}

// One request is worked on, one waits, and the third is sent away.
func TestTheQueueIsBounded(t *testing.T) {
	s := newServer(t, Options{Options: schema.Options{Concurrency: 1, Queue: 1, Timeout: time.Minute}})
	entered, leave := make(chan struct{}), make(chan struct{})
	slow := s.Admit(func(http.ResponseWriter, *http.Request) { close(entered); <-leave })
	server := serve(t, s)
	var clients sync.WaitGroup
	clients.Go(func() { slow.ServeHTTP(httptest.NewRecorder(), httptest.NewRequest(http.MethodGet, "/", nil)) })
	<-entered
	clients.Go(func() {
		_, r := server.query(t, `{ __typename }`)
		assert.Equal(t, "Query", r.Get("__typename"))
	})
	waiting := func() int { _, n := s.API.Load(); return n }
	for waiting() == 0 {
		time.Sleep(time.Millisecond)
	}
	response, r := server.query(t, `{ __typename }`)
	assert.Equal(t, 503, response.StatusCode)
	assert.NotEmpty(t, response.Header.Get("Retry-After"))
	assert.Equal(t, []string{guard.Overloaded}, r.Codes())
	close(leave)
	clients.Wait()
	_, r = server.query(t, `{ __typename }`)
	assert.Empty(t, r.Errors)
}

func TestTheDeadlineEndsARequest(t *testing.T) {
	server := serve(t, newServer(t, Options{Options: schema.Options{Timeout: time.Nanosecond}}))
	response, r := server.query(t, `{ statistics { entities } }`)
	assert.Equal(t, 503, response.StatusCode)
	assert.Equal(t, []string{guard.TimedOut}, r.Codes())
	assert.Nil(t, r.Data)
}
