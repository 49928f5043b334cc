package main

import (
	"fmt"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"time"
)

// A result is what one engine gave for one query: a digest of its answers, and
// the microseconds of the processor that one of them took.
type result struct {
	Answer string  `json:"answer"`
	Micros float64 `json:"micros"`
}

// results are by query.
type results map[string]result

// A bar is what a query is to reach. Zero means that nothing was set.
type bar struct {
	query, what string
	micros      float64
	ratios      map[string]float64
}

// bars of queries. Those of lineages and paths are for 100,000 acts.
var bars = []bar{
	{"hop", "one hop with evidence, as JSON", 3, map[string]float64{"SQLite": 5, "Oxigraph": 40}},
	{"hub", "what cites a hub, with attributes, as JSON; a row", 0.4, map[string]float64{"SQLite": 5, "Kuzu": 30}},
	{"lineage6", "lineage of depth 6", 0, map[string]float64{"SQLite": 60, "Kuzu": 15}},
	{"lineage", "unbounded lineage", 0, map[string]float64{"SQLite": 40, "Kuzu": 10}},
	{"path", "shortest path", 0, map[string]float64{"Kuzu": 300, "SQLite": 5000}},
	{"page", "page of 50 of a State's sponsored acts by date", 10, map[string]float64{"SQLite": 4, "Kuzu": 200}},
}

type table struct{}

func (t *table) begin(acts int) {
	fmt.Printf("\n## %d acts\n\n", acts)
}

// row prints one measured figure beside its bar.
func (t *table) row(work, reached, reference, ratio, bar string) {
	fmt.Printf("| %s | %s | %s | %s | %s |\n", work, reached, reference, ratio, bar)
}

func (t *table) head() {
	t.row("work", "reached", "reference", "ratio", "bar")
	t.row("---", "---", "---", "---", "---")
}

// compare prints each query beside each engine that answered it.
func (t *table) compare(ours results, others map[string]results, d *data) {
	fmt.Println()
	t.head()
	for _, b := range bars {
		mine, per := ours[b.query], 1.0
		if b.query == "hub" {
			per = float64(d.hubRows)
		}
		limit := "-"
		if b.micros > 0 {
			limit = micros(b.micros)
		}
		rows, _, _ := strings.Cut(mine.Answer, " rows")
		t.row(b.what, micros(mine.Micros/per), "answers: "+rows+" rows", "-", limit)
		for _, name := range []string{"SQLite", "PostgreSQL", "Kuzu", "Oxigraph"} {
			r, ok := others[name][b.query]
			if !ok {
				continue
			}
			limit := "-"
			if b.ratios[name] > 0 {
				limit = fmt.Sprintf("%gx", b.ratios[name])
			}
			t.row("", "", name+" "+micros(r.Micros/per), fmt.Sprintf("%.1fx", r.Micros/mine.Micros), limit)
		}
	}
	t.row(
		"unbounded lineage, an edge",
		fmt.Sprintf("%.1f ns, %d acts reached, %d edges", 1000*ours["lineage"].Micros/float64(d.lineageEdges), d.reached, d.lineageEdges),
		"-",
		"-",
		"10 ns",
	)
}

func micros(us float64) string {
	switch {
	case us >= 1e6:
		return fmt.Sprintf("%.2f s", us/1e6)
	case us >= 1e3:
		return fmt.Sprintf("%.2f ms", us/1e3)
	}
	return fmt.Sprintf("%.2f µs", us)
}

// processor is the time that this process has spent computing.
func processor() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		panic(err) // cannot fail for the own process
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// rounds is how often a measurement is taken, where a call does not take long;
// the least counts, as what else the machine does can only add.
const (
	rounds = 7
	long   = time.Second
)

// timed gives the microseconds of one call of f. What is made at first use does
// not count, nor does clearing away what came before.
func timed(clock func() time.Duration, f func()) float64 {
	runtime.GC()
	first := clock()
	f()
	times := make([]float64, rounds)
	if clock()-first > long {
		times = times[:1]
	}
	for i := range times {
		calls := 0
		begin, start := clock(), time.Now()
		for time.Since(start) < 150*time.Millisecond {
			f()
			calls++
		}
		times[i] = float64((clock() - begin).Nanoseconds()) / 1000 / float64(calls)
	}
	return slices.Min(times)
}
