// Command compare measures the graph beside SQLite, PostgreSQL, Kuzu, Oxigraph
// and Cayley alone, on the same synthetic data and in the same run, and what
// requests over HTTP cost a server:
//
//	make bench                      1,000 and 10,000 acts
//	make bench BENCH=-acts=100000   the largest, about half an hour
//
// It first checks that all give the same answers. Times are of the processor,
// not of the clock, unless said, so that other work on the machine matters
// little. It is a module of its own: what it needs is no dependency of the
// program.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"strconv"
	"strings"
)

func main() {
	sizes := flag.String("acts", "1000,10000", "sizes of the graphs, in acts, separated by commas")
	peers := flag.String("peers", "peers", "folder with the npm packages of oxigraph and kuzu")
	loaded := flag.Int("load", 1500, "acts that the loading into bbolt, and Cayley's server, are measured with")
	only := flag.String("only", "", "graphs, loading or http; all where not given")
	as := flag.String("child", "", "be a server to measure: empty, api=SNAPSHOT or cayley=BBOLT")
	flag.Parse()
	if *as != "" {
		fmt.Fprintln(os.Stderr, "compare:", child(*as))
		os.Exit(1)
	}
	if err := run(context.Background(), *sizes, *peers, *only, *loaded); err != nil {
		fmt.Fprintln(os.Stderr, "compare:", err)
		os.Exit(1)
	}
}

// run measures what was asked for: the graphs of each size, and then requests over
// HTTP and the loading.
func run(ctx context.Context, sizes, peers, only string, loaded int) error {
	var t table
	if err := t.sizes(ctx, sizes, peers, only); err != nil {
		return err
	}
	if only == "" || only == "http" {
		if err := errors.Join(t.besideCayley(ctx, loaded), t.sample(ctx)); err != nil {
			return fmt.Errorf("over HTTP: %w", err)
		}
	}
	if only == "" || only == "loading" {
		if err := t.loading(ctx, loaded); err != nil {
			return fmt.Errorf("loading: %w", err)
		}
	}
	return nil
}

// sizes measures the graphs of each size, and requests over HTTP to them.
func (t *table) sizes(ctx context.Context, sizes, peers, only string) error {
	for _, size := range strings.Split(sizes, ",") {
		acts, err := strconv.Atoi(size)
		if err != nil || acts < 100 {
			return fmt.Errorf("-acts %s: expected numbers of at least 100", sizes)
		}
		if only == "" || only == "graphs" {
			err = t.graph(ctx, acts, peers)
		}
		if err == nil && (only == "" || only == "http") {
			err = t.http(ctx, acts)
		}
		if err != nil {
			return fmt.Errorf("%d acts: %w", acts, err)
		}
	}
	return nil
}

// graph measures everything on one graph.
func (t *table) graph(ctx context.Context, acts int, peers string) error {
	directory, err := os.MkdirTemp("", "mandategraph-bench")
	if err != nil {
		return err
	}
	defer os.RemoveAll(directory)
	t.begin(acts)
	d, err := t.own(acts, directory)
	if err != nil {
		return err
	}
	if err := d.writeTables(directory); err != nil {
		return err
	}
	ours := d.measure()
	others := map[string]results{}
	if others["SQLite"], err = measureSQLite(ctx, d, directory); err != nil {
		return fmt.Errorf("SQLite: %w", err)
	}
	if others["PostgreSQL"], err = measurePostgres(ctx, d, directory); err != nil {
		return fmt.Errorf("PostgreSQL: %w", err)
	}
	if err := measurePeers(ctx, directory, peers, acts, others); err != nil {
		return err
	}
	for name, results := range others {
		for query, r := range results {
			if r.Answer != ours[query].Answer {
				return fmt.Errorf("%s answers %s with %s, and the snapshot with %s", name, query, r.Answer, ours[query].Answer)
			}
		}
	}
	fmt.Println("All answers are equal.")
	t.compare(ours, others, d)
	return nil
}
