// Command words measures the search of the program beside Bleve on a snapshot's
// file, with the same entities in both, and prints the first ten acts that each
// finds for some queries, without saying whose they are, so that they can be judged
// by eye:
//
//	cd bench/words && go run . data/mandategraph.db.snapshot
//
// It is a module of its own: what it needs is no dependency of the program.
package main

import (
	"cmp"
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"syscall"
	"time"

	"mandategraph/graph/search"
	"mandategraph/graph/snapshot"
)

// queries were written before either engine had answered one.
var queries = []string{
	"chemical weapons Iran Iraq",
	`"arms embargo" South Africa`,
	"children in armed conflict",
	"Namibia independence elections",
	"foreign troops withdrawn from Cyprus",
	"trafficking in persons protocol",
	"firearms tracing marking",
	"crimes that affect the environment",
	"climate finance developing countries",
	"loss and damage",
	"UNIFIL mandate extended",
	"deporting Palestinian civilians",
	"protection of civilians",
	"hostage taking",
	"cultural property",
	"Southern Rhodesia illegal regime",
	"Israeli attack on Iraqi nuclear installations",
	"report every six months Secretary-General",
	"technology transfer mechanism",
	"gender action plan",
}

func main() {
	judge := flag.Bool("judge", false, "print the first ten of each query, in two columns of changing sides")
	flag.Parse()
	if flag.NArg() != 1 {
		fmt.Fprintln(os.Stderr, "words: expected the path of a snapshot's file")
		os.Exit(2)
	}
	if err := run(context.Background(), flag.Arg(0), *judge); err != nil {
		fmt.Fprintln(os.Stderr, "words:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, path string, judge bool) error {
	folder, err := os.MkdirTemp("", "words")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	s, err := snapshot.Read(path)
	if err != nil {
		return err
	}
	fmt.Printf("%d entities, %d statements\n\n", s.Len(), s.Edges())
	ours, err := prepareOurs(ctx, path, folder)
	if err != nil {
		return err
	}
	theirs, err := prepareBleve(s, filepath.Join(folder, "bleve"))
	if err != nil {
		return err
	}
	fmt.Println("Time of the processor:\n\n| | this program | Bleve |\n|---|---|---|")
	fmt.Printf("| making the index | %v | %v |\n", ours.made, theirs.made)
	fmt.Printf("| its size | %d KB | %d KB |\n", ours.size>>10, theirs.size>>10)
	fmt.Printf("| opening it, to the first answer | %v | %v |\n", ours.opened, theirs.opened)
	fmt.Printf("| the %d queries | %v | %v |\n", len(queries), ours.asked, theirs.asked)
	if judge {
		printPairs(s, ours, theirs)
	}
	return nil
}

// worked is the time of the processor that the program has had.
func worked() time.Duration {
	var u syscall.Rusage
	_ = syscall.Getrusage(syscall.RUSAGE_SELF, &u) // of the process itself it never fails
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// An engine is what was measured of one.
type engine struct {
	made, opened, asked time.Duration
	size                int64
	first               [][]string // ids of the first ten acts, by query
}

// prepareOurs makes, keeps and reads the index of a snapshot.
func prepareOurs(ctx context.Context, path, folder string) (e engine, err error) {
	kept := filepath.Join(folder, "ours"+search.FileExtension)
	warn := func(err error) { fmt.Fprintln(os.Stderr, err) }
	for _, taken := range []*time.Duration{&e.made, &e.opened} {
		s, err := snapshot.Read(path)
		if err != nil {
			return e, err
		}
		search.Keep(s, kept, warn)
		start := worked()
		if err := search.Prepare(ctx, s); err != nil {
			return e, err
		}
		if _, err := search.FindInAct(ctx, s, queries[0], 10, "Act"); err != nil {
			return e, err
		}
		*taken = worked() - start
		e.first, start = nil, worked()
		for _, q := range queries {
			hits, err := search.FindInAct(ctx, s, q, 10, "Act")
			if err != nil {
				return e, err
			}
			var ids []string
			for _, h := range hits {
				ids = append(ids, s.ID(h.Node))
			}
			e.first = append(e.first, ids)
		}
		e.asked = worked() - start
	}
	info, err := os.Stat(kept)
	if err == nil {
		e.size = info.Size()
	}
	return e, err
}

// printPairs shows what both found, whose being told by no column.
func printPairs(s *snapshot.Snapshot, ours, theirs engine) {
	for i, q := range queries {
		pair := [2][]string{ours.first[i], theirs.first[i]}
		if len(q)%2 == 1 {
			pair[0], pair[1] = pair[1], pair[0]
		}
		for side, list := range pair {
			fmt.Printf("\n%d %c: %s\n", i+1, 'A'+rune(side), q)
			for _, id := range list {
				n, _ := s.Lookup(id)
				fmt.Printf("    %s  %s  %.160s\n", id, s.Date(n), titleOf(s, n))
			}
		}
	}
}

// titleOf is an act's title, else how its preamble begins.
func titleOf(s *snapshot.Snapshot, n snapshot.Node) string {
	first, _ := s.Lookup(s.ID(n) + "#pp1")
	second, _ := s.Lookup(s.ID(n) + "#op1")
	return cmp.Or(s.Title(n), s.Text(first, "text")+" / "+s.Text(second, "text"))
}
