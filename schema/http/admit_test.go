package httpapi

import (
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mandategraph/schema"
	"mandategraph/schema/guard"
	"mandategraph/schema/schematest"
)

// What stands beside the API shares the limits of each client.
func TestAdmittedHandlersShareTheLimits(t *testing.T) {
	s := newServer(t, Options{Rate: 1, Burst: 2, ClientRequests: 1})
	entered, leave := make(chan struct{}), make(chan struct{})
	h := s.Admit(func(_ http.ResponseWriter, r *http.Request) {
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
	w := get("/", "192.0.2.2:2")
	assert.Equal(t, 429, w.Code, "the client has one request running")
	assert.Contains(t, w.Body.String(), "at a time")
	assert.NotEmpty(t, w.Header().Get("Retry-After"))
	assert.Equal(t, 200, get("/", "192.0.2.3:1").Code, "others have not")
	close(leave)
	<-done
	assert.Equal(t, 429, get("/", "192.0.2.2:1").Code, "and both of its tokens are spent")
}

// One request is worked on, one waits, and the third is sent away.
func TestTheQueueIsBounded(t *testing.T) {
	s := newServer(t, Options{Options: schema.Options{Long: 1, Queue: 1, Timeout: time.Minute}})
	_, leave, err := s.API.Enter(t.Context())
	require.NoError(t, err)
	server := serve(t, s)
	const long = `{ search(query: "widgets") { totalCount } }`
	answered := make(chan schematest.Answer)
	go func() {
		_, r := server.query(t, long)
		answered <- r
	}()
	waiting := func() int { _, n := s.API.LongLoad(); return n }
	for waiting() == 0 {
		time.Sleep(time.Millisecond)
	}
	response, r := server.query(t, long)
	assert.Equal(t, 503, response.StatusCode)
	assert.NotEmpty(t, response.Header.Get("Retry-After"))
	assert.Equal(t, []string{guard.Overloaded}, r.Codes())
	_, r = server.query(t, `{ act(id: "ctoc-cop/resolution/12/4") { title } }`)
	assert.Equal(t, "Sprockets", r.Get("act title"), "what is short is answered meanwhile")
	leave()
	waited := <-answered
	assert.Empty(t, waited.Errors)
}

func TestTheDeadlineEndsARequest(t *testing.T) {
	server := serve(t, newServer(t, Options{Options: schema.Options{Timeout: time.Nanosecond}}))
	response, r := server.query(t, `{ statistics { entities } }`)
	assert.Equal(t, 503, response.StatusCode)
	assert.Equal(t, []string{guard.TimedOut}, r.Codes())
	assert.Nil(t, r.Data)
}

// A place is held while something is worked out, and not while a client sends or
// takes its time.
func TestSlowClientsHoldNoPlaces(t *testing.T) {
	site := newSite(t, Options{Options: schema.Options{Long: 1, Concurrency: 1}})
	address := listen(t, site)
	begin := func(path, mediaType, body string) *rawClient {
		c := dial(t, address)
		c.send(fmt.Sprintf("POST %s HTTP/1.1\r\nHost: x\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s",
			path, mediaType, len(body), body[:5]))
		return c
	}
	const question, query = "question=what+does+12%2F4+recall", `{"query":"{statistics{documents}}"}`
	asking := begin("/ask", "application/x-www-form-urlencoded", question)
	querying := begin("/graphql", "application/json", query)
	taking := dial(t, address)
	taking.send("GET /export?format=jsonl HTTP/1.1\r\nHost: x\r\n\r\n")
	taking.expect("HTTP/1.1 200")
	for range 3 {
		assert.Contains(t, get(t, address+"/export?format=csv"), "source,relation")
		response, err := http.PostForm(address+"/ask", url.Values{"question": {"what does 12/4 recall"}})
		require.NoError(t, err)
		text, err := io.ReadAll(response.Body)
		require.NoError(t, err)
		assert.NoError(t, response.Body.Close())
		assert.Contains(t, string(text), "found;")
	}
	asking.send(question[5:])
	asking.expect("HTTP/1.1 200")
	querying.send(query[5:])
	querying.expect("HTTP/1.1 200")
}

// Who asks is whom a trusted proxy names, and nobody else.
func TestTheClientIsWhomATrustedProxyNames(t *testing.T) {
	for _, c := range []struct{ trusted, remote, header, want string }{
		{"", "192.0.2.1:5", "198.51.100.7", "192.0.2.1"},
		{"10.0.0.0/8", "192.0.2.1:5", "198.51.100.7", "192.0.2.1"},
		{"10.0.0.0/8", "10.1.2.3:5", "198.51.100.7", "198.51.100.7"},
		{"10.0.0.0/8", "10.1.2.3:5", "203.0.113.9, 198.51.100.7", "198.51.100.7"},
		{"10.0.0.0/8", "10.1.2.3:5", "203.0.113.9, 198.51.100.7,10.9.9.9", "198.51.100.7"},
		{"10.0.0.0/8", "10.1.2.3:5", "198.51.100.7:4711", "198.51.100.7"},
		{"10.0.0.0/8", "10.1.2.3:5", "203.0.113.9, me", "10.1.2.3"},
		{"10.0.0.0/8", "10.1.2.3:5", "", "10.1.2.3"},
		{"127.0.0.1/32", "127.0.0.1:5", "198.51.100.7", "198.51.100.7"},
		{"127.0.0.1/32", "127.0.0.1:5", "[2001:db8:1:2:3::4]", "2001:db8:1:2::/64"},
		{"", "127.0.0.1:5", "198.51.100.7", ""},
		{"", "[::1]:5", "", ""},
		{"", "[2001:db8:1:2:3::4]:5", "", "2001:db8:1:2::/64"},
		{"", "[::ffff:192.0.2.1]:5", "", "192.0.2.1"},
	} {
		options := Options{ProxyHeader: "X-Forwarded-For"}
		if c.trusted != "" {
			options.TrustedProxies = prefixes(c.trusted)
		}
		r := httptest.NewRequest(http.MethodGet, "/", nil)
		r.RemoteAddr = c.remote
		if c.header != "" {
			r.Header.Set("X-Forwarded-For", c.header)
		}
		assert.Equal(t, c.want, newServer(t, options).proxies.client(r), strings.Join([]string{c.trusted, c.remote, c.header}, " "))
	}
}
