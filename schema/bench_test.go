package schema

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/graphql-go/graphql"
	"github.com/stretchr/testify/require"

	"mandategraph/bench/corpus"
	"mandategraph/graph/snapshot"
	"mandategraph/schema/guard"
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
		"one hop": fmt.Sprintf(
			`{ act(id: %q) { id title citations(first: 10) { edges { relation verb locator quote node { id ... on Act { number title } } } } } }`,
			act,
		),
		"lineage": fmt.Sprintf(
			`{ lineage(id: %q, depth: 3) { nodes { id distance } edges { source target relation } } }`, act,
		),
	}
}

var benchmarkGraph = sync.OnceValue(func() *snapshot.Snapshot {
	return snapshot.New(corpus.All(corpus.Options{Acts: *benchmarkActs, Seed: 1}))
})

func benchmarkAPI(b *testing.B) *API {
	b.Helper()
	snap := benchmarkGraph()
	a, err := New(func() *snapshot.Snapshot { return snap }, Options{
		Limits: guard.Limits{MaxPage: 1000}, Concurrency: 64, Queue: 10_000,
	})
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
			j, result := a.ready(Params{Query: query})
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
					e := NewEncoder(0)
					require.NoError(b, a.resolve(r, j).write(e))
					e.Release()
				})
				plan = cost(b, func() {
					whole, ok := a.planned(r, j, true)
					require.True(b, ok)
					whole.Release()
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
