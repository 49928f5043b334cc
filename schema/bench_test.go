package schema

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"maps"
	"net/http"
	"net/http/httptest"
	"slices"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/graphql-go/graphql"
	"github.com/stretchr/testify/require"

	"mandategraph/bench/corpus"
	"mandategraph/graph/snapshot"
)

var benchmarkActs = flag.Int("acts", 10_000, "size of the synthetic graph of the benchmarks")

// benchmarkQueries are the questions of the benchmarks, by name.
func benchmarkQueries() map[string]string {
	nodes := func(n int) string {
		return fmt.Sprintf(`{ acts(first: %d) { nodes { id number title kind adoptedOn } } }`, n)
	}
	act := corpus.ActID(*benchmarkActs / 2)
	return map[string]string{
		"10 nodes":   nodes(10),
		"1000 nodes": nodes(1000),
		"one hop":    fmt.Sprintf(`{ act(id: %q) { id title citations(first: 10) { edges { relation verb locator quote node { id ... on Act { number title } } } } } }`, act),
		"lineage":    fmt.Sprintf(`{ lineage(id: %q, depth: 3) { nodes { id distance } edges { source target relation } } }`, act),
	}
}

var benchmarkGraph = sync.OnceValue(func() *snapshot.Snapshot {
	return snapshot.New(corpus.All(corpus.Options{Acts: *benchmarkActs, Seed: 1}))
})

func benchmarkAPI(b *testing.B) *API {
	b.Helper()
	snap := benchmarkGraph()
	a, err := New(func() *snapshot.Snapshot { return snap }, Options{MaxPage: 1000, Concurrency: 64, Queue: 10_000})
	require.NoError(b, err)
	return a
}

// processorTime is what the process has spent computing.
func processorTime(b *testing.B) time.Duration {
	var u syscall.Rusage
	require.NoError(b, syscall.Getrusage(syscall.RUSAGE_SELF, &u))
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// cost is the processor's time of one call: the least of several rounds.
func cost(b *testing.B, f func()) time.Duration {
	f()
	least := time.Hour
	for range 7 {
		calls, began, start := 0, processorTime(b), time.Now()
		for ; time.Since(start) < 50*time.Millisecond; calls++ {
			f()
		}
		least = min(least, (processorTime(b)-began)/time.Duration(calls))
	}
	return least
}

// BenchmarkQuery compares in one run what a query costs by graphql.Do with
// encoding/json, by its executor over a cached document, and by a plan: in
// microseconds of the processor, and how many times the plan goes into each.
func BenchmarkQuery(b *testing.B) {
	a := benchmarkAPI(b)
	for name, query := range benchmarkQueries() {
		b.Run(name, func(b *testing.B) {
			j, result := a.ready(params{query: query})
			require.NotNil(b, j, result.Errors)
			r := a.request(context.Background(), a.view())
			var do, executor, plan time.Duration
			for b.Loop() {
				do = cost(b, func() {
					result := graphql.Do(graphql.Params{Schema: a.schema, RequestString: query, Context: r.ctx})
					require.Empty(b, result.Errors)
					_, err := json.Marshal(result)
					require.NoError(b, err)
				})
				executor = cost(b, func() {
					e := newEncoder(0)
					require.NoError(b, a.resolve(r, j).write(e))
					e.release()
				})
				plan = cost(b, func() {
					whole, ok := a.planned(r, j, true)
					require.True(b, ok)
					whole.release()
				})
			}
			for unit, d := range map[string]time.Duration{"Do-µs": do, "executor-µs": executor, "plan-µs": plan} {
				b.ReportMetric(float64(d.Nanoseconds())/1000, unit)
			}
			b.ReportMetric(float64(do)/float64(plan), "Do/plan")
			b.ReportMetric(float64(executor)/float64(plan), "executor/plan")
			b.ReportMetric(0, "ns/op") // one turn of the loop measures all three
		})
	}
}

// BenchmarkHandler is a request without sockets.
func BenchmarkHandler(b *testing.B) {
	h := benchmarkAPI(b).Handler()
	for name, query := range benchmarkQueries() {
		body := []byte(`{"query":` + encode(query) + `}`)
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
	server := serve(b, newAPI(b, Options{}))
	least := map[string]time.Duration{}
	for b.Loop() {
		for name, c := range hostile() {
			start := time.Now()
			server.query(b, c.query)
			if took := time.Since(start); least[name] == 0 || took < least[name] {
				least[name] = took
			}
		}
	}
	slowest := slices.MaxFunc(slices.Collect(maps.Keys(least)), func(x, y string) int { return cmp.Compare(least[x], least[y]) })
	b.ReportMetric(float64(least[slowest].Microseconds())/1000, "slowest-ms")
	b.Log("slowest: " + slowest)
}
