package httpapi

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mandategraph/graph"
	"mandategraph/graph/snapshot"
	"mandategraph/schema/schematest"
)

// newServer serves the made-up report and the names that it cites.
func newServer(t testing.TB, options Options) *Server {
	t.Helper()
	snap := snapshot.New([]graph.Document{schematest.Names(), schematest.Report()})
	s, err := New(func() *snapshot.Snapshot { return snap }, options)
	require.NoError(t, err)
	return s
}

// newSite is that server with what stands beside it.
func newSite(t testing.TB, options Options) *Site {
	t.Helper()
	return siteOf(t, snapshot.New([]graph.Document{schematest.Names(), schematest.Report()}), options)
}

func siteOf(t testing.TB, snap *snapshot.Snapshot, options Options) *Site {
	t.Helper()
	s, err := NewSite(func() *snapshot.Snapshot { return snap }, options, slog.New(slog.DiscardHandler))
	require.NoError(t, err)
	return s
}

// listen serves a site on a free port, as the program does, and gives its address.
func listen(t testing.TB, site *Site) string {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	ctx, stop := context.WithCancel(context.Background())
	server := site.HTTP(ctx)
	ended := make(chan struct{})
	go func() {
		_ = server.Serve(site.Limit(listener)) // http.ErrServerClosed
		close(ended)
	}()
	t.Cleanup(func() {
		stop()
		assert.NoError(t, server.Close())
		<-ended
	})
	return "http://" + listener.Addr().String()
}

// get is the body of a good answer.
func get(t testing.TB, address string) string {
	t.Helper()
	response, err := http.Get(address)
	require.NoError(t, err)
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	require.NoError(t, err)
	require.Equal(t, http.StatusOK, response.StatusCode, string(body))
	return string(body)
}

// A rawClient sends what it likes, and reads when it likes.
type rawClient struct {
	net.Conn
	t      testing.TB
	reader *bufio.Reader
}

func dial(t testing.TB, address string) *rawClient {
	t.Helper()
	connection, err := net.Dial("tcp", strings.TrimPrefix(address, "http://"))
	require.NoError(t, err)
	t.Cleanup(func() { _ = connection.Close() })
	require.NoError(t, connection.SetDeadline(time.Now().Add(time.Minute)))
	return &rawClient{connection, t, bufio.NewReader(connection)}
}

func (c *rawClient) send(text string) {
	c.t.Helper()
	_, err := io.WriteString(c.Conn, text)
	require.NoError(c.t, err)
}

// expect reads a line that begins with a text.
func (c *rawClient) expect(begin string) {
	c.t.Helper()
	line, err := c.reader.ReadString('\n')
	require.NoError(c.t, err)
	assert.True(c.t, strings.HasPrefix(line, begin), line)
}

// ask sends a request and reads the whole answer, which is a good one.
func (c *rawClient) ask(request string) {
	c.t.Helper()
	c.send(request)
	response, err := http.ReadResponse(c.reader, nil)
	require.NoError(c.t, err)
	_, err = io.Copy(io.Discard, response.Body)
	require.NoError(c.t, err)
	assert.Equal(c.t, http.StatusOK, response.StatusCode)
}

// ends waits until the server has closed the connection.
func (c *rawClient) ends() {
	c.t.Helper()
	_, err := io.Copy(io.Discard, c.reader)
	var late net.Error
	require.False(c.t, errors.As(err, &late) && late.Timeout(), "the server closes the connection")
}

func prefixes(texts ...string) []netip.Prefix {
	var list []netip.Prefix
	for _, text := range texts {
		list = append(list, netip.MustParsePrefix(text))
	}
	return list
}

// A testServer is the API behind real sockets.
type testServer struct{ *httptest.Server }

func serve(t testing.TB, server *Server) testServer {
	s := httptest.NewServer(server.GraphQL())
	t.Cleanup(s.Close)
	return testServer{s}
}

func (s testServer) do(t testing.TB, method, query string, body io.Reader, header map[string]string) (*http.Response, schematest.Answer) {
	t.Helper()
	request, err := http.NewRequest(method, s.URL+query, body)
	require.NoError(t, err)
	for name, value := range header {
		request.Header.Set(name, value)
	}
	response, err := http.DefaultClient.Do(request)
	require.NoError(t, err)
	defer response.Body.Close()
	raw, err := io.ReadAll(response.Body)
	require.NoError(t, err)
	var r schematest.Answer
	if len(raw) > 0 {
		require.NoError(t, json.Unmarshal(raw, &r), string(raw))
	}
	return response, r
}

// post sends a JSON body; query wraps a query in one. Both want the newer media
// type.
func (s testServer) post(t testing.TB, body string) (*http.Response, schematest.Answer) {
	return s.do(t, http.MethodPost, "", strings.NewReader(body), map[string]string{
		"Content-Type": jsonType, "Accept": responseType,
	})
}

func (s testServer) query(t testing.TB, query string) (*http.Response, schematest.Answer) {
	body, err := json.Marshal(map[string]string{"query": query})
	require.NoError(t, err)
	return s.post(t, string(body))
}
