package schema

import (
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
)

// What stands beside the API shares its limits.
func TestAdmittedHandlersShareTheLimits(t *testing.T) {
	a := newAPI(t, Options{Rate: 1, Burst: 2, Concurrency: 1, Queue: 1, Timeout: 50 * time.Millisecond})
	entered, leave := make(chan struct{}), make(chan struct{})
	h := a.Admit(func(w http.ResponseWriter, r *http.Request) {
		deadline, ok := r.Context().Deadline()
		assert.True(t, ok && time.Until(deadline) <= 50*time.Millisecond)
		assert.Empty(t, a.Execute(r.Context(), `{ statistics { entities } }`, nil, "").Errors, "it waits for no second slot")
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
	assert.Equal(t, 503, w.Code, "the only slot is taken until the deadline")
	assert.NotEmpty(t, w.Header().Get("Retry-After"))
	close(leave)
	<-done
	assert.Equal(t, 200, get("/", "192.0.2.3:1").Code)
}
