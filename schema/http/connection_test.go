package httpapi

import (
	"net"
	"net/http"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mandategraph/schema"
)

// A new connection takes the room of the one that has been silent for longest.
func TestASilentConnectionMakesRoom(t *testing.T) {
	site := newSite(t, Options{Connections: 3})
	address := listen(t, site)
	const request = "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n"
	open := func() *rawClient {
		c := dial(t, address)
		c.ask(request)
		return c
	}
	first, second, third := open(), open(), open()
	first.ask(request) // now the second is silent for longest
	fourth := open()
	second.ends()
	for _, c := range []*rawClient{first, third, fourth} {
		c.ask(request)
	}
	never := dial(t, address) // says nothing, and so is the first to go, though it is the last that came
	first.ends()
	third.ask(request)
	time.Sleep(2 * grace)
	fifth := open()
	never.ends()
	for _, c := range []*rawClient{third, fourth, fifth} {
		c.ask(request)
	}
	assert.Equal(t, 3, site.connections.count())
	assert.Contains(t, get(t, address+"/metrics"), `mandategraph_refused_total{reason="silent_connection"}`)
}

// A connection whose request is worked on is not closed for another.
func TestAConnectionAtWorkStays(t *testing.T) {
	site := newSite(t, Options{Connections: 2, Options: schema.Options{Long: 1, Timeout: time.Hour}})
	address := listen(t, site)
	_, leave, err := site.server.API.Enter(t.Context())
	require.NoError(t, err)
	working := dial(t, address)
	working.send("GET /export?format=csv HTTP/1.1\r\nHost: x\r\n\r\n")
	require.Eventually(t, func() bool {
		_, waiting := site.server.API.LongLoad()
		return waiting == 1
	}, 30*time.Second, time.Millisecond)
	for range 5 {
		dial(t, address).send("GET /")
	}
	assert.Eventually(t, func() bool {
		return site.connections.count() == 2
	}, 30*time.Second, time.Millisecond)
	leave()
	working.expect("HTTP/1.1 200")
}

// One client's connections are bounded by closing its own; where all of them are
// at work there is no room for another.
func TestConnectionsOfOneClient(t *testing.T) {
	var reasons []string
	c := &connections{
		most: 10, each: 2, proxies: &proxies{trusted: prefixes("10.0.0.0/8")},
		refused: func(reason string) { reasons = append(reasons, reason) },
		open:    map[*connection]struct{}{}, of: map[string]int{},
	}
	from := func(address string) *connection {
		n, wait := c.admit(&addressed{address: address})
		assert.Zero(t, wait)
		return n
	}
	one, two := from("192.0.2.1:1"), from("192.0.2.1:2")
	assert.Nil(t, from("192.0.2.1:9"), "both are new")
	one.heard.Add(-int64(2 * grace))
	other := from("192.0.2.2:1")
	three := from("192.0.2.1:3")
	assert.Equal(t, 3, c.count())
	assert.True(t, one.Conn.(*addressed).closed, "its oldest")
	assert.False(t, other.Conn.(*addressed).closed)
	two.working.Add(1)
	three.working.Add(1)
	assert.Nil(t, from("192.0.2.1:4"))
	for i := range 5 {
		assert.NotNil(t, from(net.JoinHostPort("10.0.0.1", string(rune('1'+i)))), "a proxy has many clients")
	}
	assert.Equal(t, 8, c.count())
	assert.Equal(t, []string{refusedConnection, refusedSilent, refusedConnection}, reasons)
	for _, n := range []*connection{two, three, other} {
		assert.NoError(t, n.Close())
		assert.NoError(t, n.Close(), "twice is once")
	}
	assert.Equal(t, 5, c.count())
}

// An addressed connection only says from where it comes.
type addressed struct {
	net.Conn
	address string
	closed  bool
}

func (a *addressed) RemoteAddr() net.Addr { return textAddress(a.address) }
func (a *addressed) Close() error         { a.closed = true; return nil }

type textAddress string

func (textAddress) Network() string  { return "tcp" }
func (a textAddress) String() string { return string(a) }

func TestMetricsSayWhoWasTurnedAway(t *testing.T) {
	site := newSite(t, Options{
		Rate: -1, ClientRequests: 1, TrustedProxies: prefixes("127.0.0.0/8"), MaxBody: 100,
		Options: schema.Options{Long: 1, Queue: 1, Timeout: time.Hour},
	})
	address := listen(t, site)
	ask := func(client, path string) int {
		request, err := http.NewRequest(http.MethodGet, address+path, nil)
		require.NoError(t, err)
		request.Header.Set("X-Forwarded-For", client)
		response, err := http.DefaultClient.Do(request)
		require.NoError(t, err)
		assert.NoError(t, response.Body.Close())
		return response.StatusCode
	}
	_, leave, err := site.server.API.Enter(t.Context())
	require.NoError(t, err)
	slow := dial(t, address)
	slow.send("GET /export?format=csv HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: 192.0.2.1\r\n\r\n")
	require.Eventually(t, func() bool {
		_, waiting := site.server.API.LongLoad()
		return waiting == 1
	}, 30*time.Second, time.Millisecond)
	assert.Equal(t, 429, ask("192.0.2.1", "/graphql?query={__typename}"))
	assert.Equal(t, 503, ask("192.0.2.2", "/export?format=csv"))
	assert.Equal(t, 200, ask("192.0.2.2", "/graphql?query={__typename}"))
	metrics := get(t, address+"/metrics")
	for _, line := range []string{
		`mandategraph_refused_total{reason="client_requests"} 1`, `mandategraph_refused_total{reason="busy"} 1`,
		"mandategraph_long_working 1", "mandategraph_long_waiting 1", "mandategraph_graphql_working 0",
		"mandategraph_connections ",
	} {
		assert.Contains(t, metrics, line)
	}
	leave()
	slow.expect("HTTP/1.1 200")
}
