package httpapi

import (
	"bytes"
	"cmp"
	"encoding/json"
	"flag"
	"fmt"
	"maps"
	"net/http"
	"net/http/httptest"
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"mandategraph/bench/corpus"
	"mandategraph/graph/snapshot"
	"mandategraph/schema"
	"mandategraph/schema/guard"
	"mandategraph/schema/schematest"
)

var benchmarkActs = flag.Int("acts", 10_000, "size of the synthetic graph of the benchmarks")

// BenchmarkHandler is a request without sockets.
func BenchmarkHandler(b *testing.B) {
	snap := snapshot.New(corpus.All(corpus.Options{Acts: *benchmarkActs, Seed: 1}))
	options := schema.Options{Limits: guard.Limits{MaxPage: 1000}, Concurrency: 64, Queue: 10_000}
	s, err := New(func() *snapshot.Snapshot { return snap }, Options{Options: options})
	require.NoError(b, err)
	h, act := s.GraphQL(), corpus.ActID(*benchmarkActs/2)
	const nodes = `{ acts(first: %d) { nodes { id number title kind adoptedOn } } }`
	for name, query := range map[string]string{
		"10 nodes":   fmt.Sprintf(nodes, 10),
		"1000 nodes": fmt.Sprintf(nodes, 1000),
		"one hop": fmt.Sprintf(
			`{ act(id: %q) { id title citations(first: 10) { edges { relation verb locator quote node { id ... on Act { number title } } } } } }`,
			act,
		),
		"lineage": fmt.Sprintf(
			`{ lineage(id: %q, depth: 3) { nodes { id distance } edges { source target relation } } }`, act,
		),
	} {
		body, err := json.Marshal(map[string]string{"query": query})
		require.NoError(b, err)
		b.Run(name, func(b *testing.B) {
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
// slowest refusal over HTTP, of each input the quickest.
func BenchmarkHostileOverHTTP(b *testing.B) {
	server := serve(b, newServer(b, Options{}))
	least := map[string]time.Duration{}
	for b.Loop() {
		for name, c := range schematest.Hostile() {
			start := time.Now()
			server.query(b, c.Query)
			if took := time.Since(start); least[name] == 0 || took < least[name] {
				least[name] = took
			}
		}
	}
	slowest := slices.MaxFunc(
		slices.Collect(maps.Keys(least)), func(x, y string) int { return cmp.Compare(least[x], least[y]) },
	)
	b.ReportMetric(float64(least[slowest].Microseconds())/1000, "slowest-ms")
	b.Log("slowest: " + slowest)
}
