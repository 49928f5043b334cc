package layout

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"mandategraph/queries"
)

// Under load: 64 connections ask the saved questions over the sample, and one
// request in twenty is hostile. p50-ms and p99-ms are those of the saved
// questions, wrong-% of requests with an error that they did not earn, or without one.
func BenchmarkUnderLoad(b *testing.B) {
	server := httptest.NewServer(journey(b).Handler())
	defer server.Close()
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 64}}
	bodies, hostile := loadBodies(b)
	var mu sync.Mutex
	var times []time.Duration
	var next, wrong atomic.Int64
	var workers sync.WaitGroup
	b.ResetTimer()
	for range 64 {
		workers.Go(func() {
			for i := next.Add(1); i <= int64(b.N); i = next.Add(1) {
				body, good := bodies[int(i)%len(bodies)], true
				if i%20 == 0 {
					body, good = hostile[int(i/20)%len(hostile)], false
				}
				start := time.Now()
				answer := post(b, client, server.URL, body)
				if took := time.Since(start); good {
					mu.Lock()
					times = append(times, took)
					mu.Unlock()
				}
				if bytes.HasPrefix(answer, []byte(`{"errors"`)) == good {
					wrong.Add(1)
				}
			}
		})
	}
	workers.Wait()
	b.StopTimer()
	slices.Sort(times)
	if n := len(times); n > 0 {
		b.ReportMetric(float64(times[n/2].Microseconds())/1000, "p50-ms")
		b.ReportMetric(float64(times[n*99/100].Microseconds())/1000, "p99-ms")
	}
	b.ReportMetric(100*float64(wrong.Load())/float64(b.N), "wrong-%")
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	b.ReportMetric(float64(m.HeapSys)/(1<<20), "heap-MB")
}

// loadBodies are the saved questions with their examples, and hostile queries.
func loadBodies(b *testing.B) (good, hostile [][]byte) {
	encode := func(query string, variables map[string]any) []byte {
		body, err := json.Marshal(map[string]any{"query": query, "variables": variables})
		require.NoError(b, err)
		return body
	}
	for _, q := range queries.All() {
		good = append(good, encode(q.Text, q.Variables))
	}
	doubling := "{...F0}"
	for i := range 14 {
		doubling += fmt.Sprintf(" fragment F%d on Query{...F%d ...F%d}", i, i+1, i+1)
	}
	for _, query := range []string{
		`{...Q} fragment Q on Query{...Q}`, strings.Repeat("{a", 600) + strings.Repeat("}", 600), doubling + " fragment F14 on Query{__typename}",
		`{acts(title:` + strings.Repeat("[", 500) + strings.Repeat("]", 500) + `){totalCount}}`, `{acts(first:100){nodes{recalls(first:100){nodes{id}}}}}`,
		"{__schema{types{" + strings.Repeat("fields{type{ofType{", 3) + "name" + strings.Repeat("}}}", 3) + "}}}", "{" + strings.Repeat("x ", 400) + "}",
	} {
		hostile = append(hostile, encode(query, nil))
	}
	return good, hostile
}

func post(b *testing.B, client *http.Client, address string, body []byte) []byte {
	response, err := client.Post(address, "application/json", bytes.NewReader(body))
	if err != nil {
		b.Error(err)
		return nil
	}
	answer, err := io.ReadAll(response.Body)
	if err == nil {
		err = response.Body.Close()
	}
	if err != nil {
		b.Error(err)
	}
	return answer
}
