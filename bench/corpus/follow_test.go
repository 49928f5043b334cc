package corpus

import (
	"context"
	"flag"
	"fmt"
	"syscall"
	"testing"
	"time"

	"mandategraph/graph/search"
	"mandategraph/graph/snapshot"
)

var benchmarkActs = flag.Int("acts", 10_000, "size of the synthetic graph of the benchmarks")

// BenchmarkFollowing measures what one document more costs a snapshot, when few came
// since it was laid out and when many did, and what questions cost then.
func BenchmarkFollowing(b *testing.B) {
	const later = 200
	documents := All(Options{Acts: *benchmarkActs, Seed: 1})
	base := snapshot.New(documents[:len(documents)-later])
	rest := documents[len(documents)-later:]
	run := func(name string, f func(i int)) {
		b.Run(name, func(b *testing.B) {
			start := worked()
			for i := range b.N {
				f(i)
			}
			b.ReportMetric(float64(worked()-start)/float64(b.N), "processor-ns/op")
		})
	}
	run("first document", func(int) { base.With(rest[:1]) })
	base.With(documents[:1])
	run("replaced document", func(i int) { base.With(documents[i%1000 : i%1000+1]) })
	for _, before := range []int{10, 30} {
		layered := base.With(rest[:before])
		run(fmt.Sprintf("after %d", before), func(int) { layered.With(rest[before : before+1]) })
	}
	ctx := context.Background()
	if err := search.Prepare(ctx, base); err != nil {
		b.Fatal(err)
	}
	for _, before := range []int{1, 10, 30} {
		run(fmt.Sprintf("document %d and the index of words", before), func(int) {
			if err := search.Prepare(ctx, base.With(rest[:before])); err != nil {
				b.Fatal(err)
			}
		})
	}
	layered := base.With(rest[:30])
	for name, s := range map[string]*snapshot.Snapshot{"one layer": base, "two layers": layered} {
		some := func(i int) snapshot.Node {
			n, _ := s.Lookup(ActID(i * 7919 % (len(documents) - later)))
			return n
		}
		run("lineage in "+name, func(i int) {
			limits := snapshot.Limits{Depth: 6, Nodes: 1000}
			_, err := s.Reach(ctx, []snapshot.Node{some(i)}, snapshot.Backward, limits)
			if err != nil {
				b.Fatal(err)
			}
		})
		run("names in "+name, func(i int) { n := some(i); _ = s.Title(n) + s.Date(n) + s.Kind(n) })
		run("statements in "+name, func(i int) {
			for _, e := range s.Out(some(i)) {
				_, target := s.Ends(e)
				if target != snapshot.NoNode {
					_ = s.ID(target)
				}
			}
		})
	}
}

// worked is the time of the processor that the process has had.
func worked() time.Duration {
	var u syscall.Rusage
	_ = syscall.Getrusage(syscall.RUSAGE_SELF, &u) // of the process itself it never fails
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
