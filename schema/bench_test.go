package schema

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	"github.com/graphql-go/graphql"
	"github.com/stretchr/testify/require"

	"mandategraph/graph"
)

// synthetic is a made-up graph of n acts, each of which cites six before it.
func synthetic(n int) *graph.Snapshot {
	d := graph.Document{ID: "document/synthetic"}
	id := func(i int) string { return fmt.Sprintf("ga/resolution/%d/%d", 1+i/300, 1+i%300) }
	for i := range n {
		d.Facts = append(d.Facts, facts(id(i), "kind", "Act", "number", id(i)[len("ga/resolution/"):], "actKind", "resolution",
			"title", fmt.Sprintf("Question of “%d” and others", i), "adoptedOn", fmt.Sprintf("%d-12-%02d", 1950+i%75, 1+i%28), "inDocument", d.ID)...)
		for k := range min(i, 6) {
			d.Statements = append(d.Statements, graph.Statement{Subject: id(i), Relation: "recalls", Object: id(i - 1 - (k*k*37)%i),
				Evidence:   graph.Evidence{Document: d.ID, Paragraph: id(i) + "#pp1", Start: i*100 + k, End: i*100 + k + 1, Quote: "resolution " + id(k)},
				Qualifiers: map[string]string{"verb": "Recalling", "rule": "synthetic"}})
		}
	}
	return graph.NewSnapshot([]graph.Document{d})
}

// questions of the benchmarks, by name.
func benchmarkQueries() map[string]string {
	nodes := func(n int) string {
		return fmt.Sprintf(`{ acts(first: %d) { nodes { id number title kind adoptedOn } } }`, n)
	}
	return map[string]string{
		"10 nodes":   nodes(10),
		"1000 nodes": nodes(1000),
		"one hop":    `{ act(id: "ga/resolution/30/1") { id title recalls(first: 10) { edges { relation verb locator quote node { id ... on Act { number title } } } } } }`,
		"lineage":    `{ lineage(id: "ga/resolution/30/1", depth: 3) { nodes { id distance } edges { source target relation } } }`,
	}
}

func benchmarkAPI(b *testing.B) *API {
	b.Helper()
	snapshot := synthetic(20_000)
	a, err := New(func() *graph.Snapshot { return snapshot }, Options{MaxPage: 1000, Concurrency: 64, Queue: 10_000})
	require.NoError(b, err)
	return a
}

// BenchmarkQuery compares in one process what a query costs by graphql.Do with
// encoding/json, by its executor over a cached document, and by a plan.
func BenchmarkQuery(b *testing.B) {
	a := benchmarkAPI(b)
	for name, query := range benchmarkQueries() {
		j, result := a.ready(params{query: query})
		require.NotNil(b, j, result.Errors)
		r := a.request(context.Background(), a.view())
		b.Run(name+"/Do", func(b *testing.B) {
			for b.Loop() {
				schema := a.schema
				result := graphql.Do(graphql.Params{Schema: schema, RequestString: query, Context: r.ctx})
				require.Empty(b, result.Errors)
				_, err := json.Marshal(result)
				require.NoError(b, err)
			}
		})
		b.Run(name+"/executor", func(b *testing.B) {
			for b.Loop() {
				_, err := json.Marshal(a.resolve(r, j))
				require.NoError(b, err)
			}
		})
		b.Run(name+"/plan", func(b *testing.B) {
			for b.Loop() {
				whole, ok := a.planned(r, j, true)
				require.True(b, ok)
				whole.release()
			}
		})
	}
}

// BenchmarkHTTP is the whole way of a request through a handler, beside that of
// an empty answer; the rest of the cost, sockets, is the same for both.
func BenchmarkHTTP(b *testing.B) {
	a := benchmarkAPI(b)
	serveOne := func(b *testing.B, h http.Handler, query string) {
		body, err := json.Marshal(map[string]string{"query": query})
		require.NoError(b, err)
		server := httptest.NewServer(h)
		defer server.Close()
		for b.Loop() {
			response, err := http.Post(server.URL, jsonType, bytes.NewReader(body))
			require.NoError(b, err)
			_, err = io.Copy(io.Discard, response.Body)
			require.NoError(b, err)
			require.NoError(b, response.Body.Close())
		}
	}
	b.Run("empty", func(b *testing.B) {
		serveOne(b, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { _, _ = io.Copy(io.Discard, r.Body) }), "{__typename}")
	})
	for name, query := range benchmarkQueries() {
		b.Run(name, func(b *testing.B) { serveOne(b, a.Handler(), query) })
	}
	// The same without sockets: the server's own work for one request.
	for name, query := range benchmarkQueries() {
		h, body := a.Handler(), []byte(`{"query":`+encode(query)+`}`)
		b.Run(name+"/handler", func(b *testing.B) {
			for b.Loop() {
				request := httptest.NewRequest(http.MethodPost, "/graphql", bytes.NewReader(body))
				request.Header.Set("Content-Type", jsonType)
				request.RemoteAddr = "127.0.0.1:1"
				h.ServeHTTP(httptest.NewRecorder(), request)
			}
		})
	}
}

// BenchmarkHostileOverHTTP sends every hostile input; slowest-ms is the time of the
// slowest refusal over HTTP.
func BenchmarkHostileOverHTTP(b *testing.B) {
	server := serve(b, newAPI(b, Options{}))
	slowest, which := time.Duration(0), ""
	for b.Loop() {
		for name, c := range hostile() {
			start := time.Now()
			server.query(b, c.query)
			if took := time.Since(start); took > slowest {
				slowest, which = took, name
			}
		}
	}
	b.ReportMetric(float64(slowest.Microseconds())/1000, "slowest-ms")
	b.Log("slowest: " + which)
}
