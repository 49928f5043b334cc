package httpapi

import (
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

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
