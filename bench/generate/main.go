// Command generate writes a synthetic corpus graph as the jsonl that
// 'mandategraph load' reads:
//
//	go run ./bench/generate -acts 10000 -seed 1 >acts.jsonl
//
// The same size and seed give the same bytes. It imports graph and
// bench/corpus.
package main

import (
	"bufio"
	"context"
	"flag"
	"fmt"
	"io"
	"os"

	"mandategraph/bench/corpus"
	"mandategraph/graph"
	"mandategraph/graph/export"
	"mandategraph/graph/snapshot"
)

func main() {
	var o corpus.Options
	flag.IntVar(&o.Acts, "acts", 10000, "how many resolutions")
	flag.Uint64Var(&o.Seed, "seed", 1, "which of the graphs of that size")
	flag.BoolVar(&o.Bare, "bare", false, "leave out the paragraphs and their text")
	flag.Parse()
	if o.Acts < 1 || flag.NArg() > 0 {
		fmt.Fprintln(os.Stderr, "generate: expected -acts of at least 1 and no arguments")
		os.Exit(2)
	}
	if err := write(os.Stdout, o); err != nil {
		fmt.Fprintln(os.Stderr, "generate:", err)
		os.Exit(1)
	}
}

// write sends one document after the other, so that a large graph needs little
// memory.
func write(w io.Writer, o corpus.Options) error {
	out := bufio.NewWriterSize(w, 1<<20)
	format, _ := export.FormatByName("jsonl")
	for d := range corpus.Documents(o) {
		if err := format.Write(context.Background(), out, snapshot.New([]graph.Document{d}), export.Options{}); err != nil {
			return fmt.Errorf("write %s: %w", d.ID, err)
		}
	}
	return out.Flush()
}
