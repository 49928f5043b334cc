package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"mandategraph/queries"
)

// What the sample is asked under load.
const (
	clients   = 64
	everyBad  = 20 // one request in so many is hostile
	loadedFor = 2 * time.Second
)

// sample measures the program itself, as it is built and served, over the report
// that ships with it: what a request costs with its log line and its metrics,
// and how long the saved questions take under load.
func (t *table) sample(ctx context.Context) error {
	directory, err := os.MkdirTemp("", "mandategraph-bench")
	if err != nil {
		return err
	}
	defer os.RemoveAll(directory)
	program, store := filepath.Join(directory, "mandategraph"), "bbolt:"+filepath.Join(directory, "sample.db")
	for _, c := range [][]string{
		{"go", "build", "-C", "../..", "-o", program, "./cmd/mandategraph"},
		{program, "load", "--store", store, "../../testdata/cop12-report.txt"},
	} {
		if output, err := exec.CommandContext(ctx, c[0], c[1:]...).CombinedOutput(); err != nil {
			return fmt.Errorf("%v: %w: %s", c, err, output)
		}
	}
	s, err := serve(ctx, program, "serve", "--store", store, "--listen", "127.0.0.1:0")
	if err != nil {
		return err
	}
	defer s.stop()
	fmt.Print("\n## The program over the sample\n\n")
	t.head()
	empty, err := t.costs(ctx, []string{"-child", "empty"}, 0, "an empty answer", "-", acts(10))
	if err != nil {
		return err
	}
	for what, requests := range map[string][]request{"10 nodes with 5 fields": {acts(10)}, "one hop": {hop("ctoc-cop/resolution/12/4")}} {
		cost, err := s.cost(requests)
		if err != nil {
			return err
		}
		t.row(what+", log and metrics included", micros(cost), micros(empty), fmt.Sprintf("%.1fx", cost/empty), "30 µs, 2.5x")
	}
	return t.underLoad(s)
}

// A loaded round is what one round under load gave: the times of the saved
// questions, sorted, all requests, and the wrong answers among them.
type loadedRound struct {
	times       []time.Duration
	sent, wrong int64
	took, spent time.Duration
}

func (r *loadedRound) share(percent int) time.Duration {
	return r.times[len(r.times)*percent/100]
}

// underLoad asks the saved questions over many connections, with hostile
// requests among them. The round with the least p99 counts: what else the
// machine does can only add.
func (t *table) underLoad(s *server) error {
	good, bad := loadRequests()
	var best *loadedRound
	for range rounds {
		r, err := s.loaded(good, bad)
		if err != nil {
			return err
		}
		if r.wrong > 0 {
			return fmt.Errorf("under load %d of %d answers had an error that they did not earn, or none where they did", r.wrong, r.sent)
		}
		if best == nil || r.share(99) < best.share(99) {
			best = r
		}
	}
	of := func(percent int) string { return micros(float64(best.share(percent).Microseconds())) }
	t.row(fmt.Sprintf("saved questions, %d connections, 5 %% hostile: p50 and p99", clients), of(50)+" and "+of(99), "-", "-", "p99 20 ms")
	t.row(
		"- requests a second, processor a request",
		fmt.Sprintf("%.0f/s, %s", float64(best.sent)/best.took.Seconds(), micros(float64(best.spent.Microseconds())/float64(best.sent))),
		"-",
		"-",
		"-",
	)
	t.row("- most memory of the server", s.memory(), "-", "-", "bounded")
	return nil
}

// loaded is one round.
func (s *server) loaded(good, bad []request) (*loadedRound, error) {
	r := &loadedRound{}
	var mu sync.Mutex
	var next, wrong atomic.Int64
	var failed atomic.Pointer[error]
	var workers sync.WaitGroup
	began, spent := time.Now(), s.processor()
	for range clients {
		workers.Go(func() {
			var times []time.Duration
			for time.Since(began) < loadedFor && failed.Load() == nil {
				i := int(next.Add(1))
				ask, hostile := good[i%len(good)], i%everyBad == 0
				if hostile {
					ask = bad[i/everyBad%len(bad)]
				}
				start := time.Now()
				answer, err := s.post(ask)
				if err != nil {
					failed.Store(&err)
				}
				if !hostile {
					times = append(times, time.Since(start))
				}
				if bytes.HasPrefix(answer, []byte(`{"errors"`)) != hostile {
					wrong.Add(1)
				}
			}
			mu.Lock()
			defer mu.Unlock()
			r.times = append(r.times, times...)
		})
	}
	workers.Wait()
	if err := failed.Load(); err != nil {
		return nil, *err
	}
	slices.Sort(r.times)
	r.sent, r.wrong, r.took, r.spent = next.Load(), wrong.Load(), time.Since(began), s.processor()-spent
	return r, nil
}

// loadRequests are the saved questions with their examples, and hostile queries.
func loadRequests() (good, bad []request) {
	for _, q := range queries.All() {
		body, _ := json.Marshal(map[string]any{"query": q.Text, "variables": q.Variables}) // texts never fail
		good = append(good, request{"/graphql", string(body)})
	}
	doubling := "{...F0}"
	for i := range 14 {
		doubling += fmt.Sprintf(" fragment F%d on Query{...F%d ...F%d}", i, i+1, i+1)
	}
	for _, text := range []string{
		`{...Q} fragment Q on Query{...Q}`, strings.Repeat("{a", 600) + strings.Repeat("}", 600), doubling + " fragment F14 on Query{__typename}",
		`{acts(title:` + strings.Repeat("[", 500) + strings.Repeat("]", 500) + `){totalCount}}`, `{acts(first:100){nodes{recalls(first:100){nodes{id}}}}}`,
		"{__schema{types{" + strings.Repeat("fields{type{ofType{", 3) + "name" + strings.Repeat("}}}", 3) + "}}}", "{" + strings.Repeat("x ", 400) + "}",
	} {
		bad = append(bad, query(text))
	}
	return good, bad
}
