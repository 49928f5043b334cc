package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"time"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/kv"
	"github.com/cayleygraph/cayley/query/path"
	"github.com/cayleygraph/quad"
	hidalgo "github.com/hidal-go/hidalgo/kv/bbolt"
	bolt "go.etcd.io/bbolt"

	"mandategraph/bench/corpus"
	"mandategraph/graph"
	"mandategraph/graph/snapshot"
	"mandategraph/graph/store"
)

// single is how many documents are written one by one, after those at once.
const single = 100

// loading compares the store with Cayley alone on bbolt, which gets the same
// quads in transactions of the same size and checks nothing.
func (t *table) loading(ctx context.Context, acts int) error {
	directory, err := os.MkdirTemp("", "mandategraph-bench")
	if err != nil {
		return err
	}
	defer os.RemoveAll(directory)
	fmt.Printf("\n## Loading %d acts into bbolt\n\n", acts)
	documents := corpus.All(corpus.Options{Acts: acts + single, Seed: 1})
	bare, err := loadBare(filepath.Join(directory, "bare.db"), documents[:acts])
	if err != nil {
		return err
	}
	defer bare.qs.Close()
	ours, err := loadStore(ctx, filepath.Join(directory, "store.db"), documents[:acts])
	if err != nil {
		return err
	}
	one, err := singly(ctx, bare, ours, documents[acts:])
	if err != nil {
		return err
	}
	if err := ours.store.Close(); err != nil {
		return err
	}
	if err := ours.snapshots(ctx, filepath.Join(directory, "store.db"), documents[0]); err != nil {
		return err
	}
	t.head()
	t.row(
		"bulk load",
		fmt.Sprintf("%.0f quads/s of processor", float64(ours.quads)/ours.bulk.Seconds()),
		fmt.Sprintf("bare ApplyDeltas %.0f", float64(bare.quads)/bare.bulk.Seconds()),
		fmt.Sprintf("%.0f %%", 100*bare.bulk.Seconds()/ours.bulk.Seconds()),
		"85 %",
	)
	t.row(
		"one document, durable, by the clock",
		one[1].String(),
		"bare "+one[0].String(),
		fmt.Sprintf("%.2fx", one[1].Seconds()/one[0].Seconds()),
		"1.3x",
	)
	t.row(
		"rebuild of the snapshot through Cayley's API",
		micros(float64(ours.rebuild.Microseconds())/float64(ours.quads))+" a quad",
		"-",
		"-",
		"reported",
	)
	t.row("extension of the snapshot by one document, file included", micros(float64(ours.extend.Microseconds())), "-", "-", "reported")
	return t.pathAPI(ctx, bare.qs, snapshot.New(documents), acts)
}

// A load is what one way of loading took, in time of the processor.
type load struct {
	quads                 int
	bulk, rebuild, extend time.Duration
	qs                    cayley.QuadStore
	store                 *store.Store
}

func median(times []time.Duration) time.Duration {
	slices.Sort(times)
	return times[len(times)/2].Round(10 * time.Microsecond)
}

// singly writes documents one by one with both, taking turns, as the disk has
// its moods. It gives the medians: bare, then ours.
func singly(ctx context.Context, bare, ours *load, documents []graph.Document) (medians [2]time.Duration, err error) {
	var times [2][]time.Duration
	for i := range documents {
		list := deltasOf(&documents[i])
		for way, write := range []func() error{
			func() error { return bare.qs.ApplyDeltas(list, cayley.IgnoreOpts{}) },
			func() error { _, err := ours.store.Replace(ctx, documents[i]); return err },
		} {
			began := time.Now()
			if err := write(); err != nil {
				return medians, err
			}
			times[way] = append(times[way], time.Since(began))
		}
	}
	return [2]time.Duration{median(times[0]), median(times[1])}, nil
}

// cayleyIndexes are Cayley's own, which paths lean on, and that of the store, which has no
// others.
var cayleyIndexes = []kv.QuadIndex{
	{Dirs: []quad.Direction{quad.Subject, quad.Predicate}},
	{Dirs: []quad.Direction{quad.Object, quad.Predicate, quad.Subject}},
	{Dirs: []quad.Direction{quad.Label, quad.Subject}},
}

func loadBare(file string, documents []graph.Document) (*load, error) {
	db, err := bolt.Open(file, 0o644, nil)
	if err != nil {
		return nil, err
	}
	options := cayley.Options{kv.OptNoBloom: true}
	kv.DefaultQuadIndexes = cayleyIndexes
	if err := kv.Init(hidalgo.New(db), options); err != nil {
		return nil, err
	}
	l := &load{}
	if l.qs, err = kv.New(hidalgo.New(db), options); err != nil {
		return nil, err
	}
	var deltas []cayley.Delta
	for i := range documents {
		deltas = append(deltas, deltasOf(&documents[i])...)
		if len(deltas) < 30000 && i+1 < len(documents) {
			continue
		}
		began := processor()
		if err := l.qs.ApplyDeltas(deltas, cayley.IgnoreOpts{}); err != nil {
			return nil, err
		}
		l.bulk, l.quads, deltas = l.bulk+processor()-began, l.quads+len(deltas), nil
	}
	return l, nil
}

func deltasOf(d *graph.Document) (list []cayley.Delta) {
	for _, q := range store.Quads(d) {
		list = append(list, cayley.Delta{Quad: q, Action: cayley.Add})
	}
	return list
}

func loadStore(ctx context.Context, file string, documents []graph.Document) (*load, error) {
	l := &load{}
	var err error
	if l.store, err = store.Open(ctx, "bbolt:"+file, store.Options{}); err != nil {
		return nil, err
	}
	kv.DefaultQuadIndexes = cayleyIndexes[2:]
	began := processor()
	err = l.store.Load(ctx, documents, func(_ int, c store.Change) { l.quads += c.Added })
	l.bulk = processor() - began
	return l, err
}

// snapshots measures making a snapshot from nothing, and from the one before.
func (l *load) snapshots(ctx context.Context, file string, d graph.Document) error {
	reader, err := store.Open(ctx, "bbolt:"+file, store.Options{ReadOnly: true})
	if err != nil {
		return err
	}
	began := processor()
	_, err = reader.Snapshot(ctx)
	l.rebuild = processor() - began
	if err = errors.Join(err, reader.Close()); err != nil {
		return err
	}
	writer, err := store.Open(ctx, "bbolt:"+file, store.Options{})
	if err != nil {
		return err
	}
	d.Source += "\n"
	if _, err := writer.Replace(ctx, d); err != nil {
		return errors.Join(err, writer.Close())
	}
	began = processor()
	_, err = writer.Snapshot(ctx)
	l.extend = processor() - began
	return errors.Join(err, writer.Close())
}

// pathAPI asks Cayley's path language on Cayley's bbolt file what acts cite, and
// compares with one hop in the snapshot that also gives the evidence.
func (t *table) pathAPI(ctx context.Context, qs cayley.QuadStore, s *snapshot.Snapshot, acts int) error {
	d := &data{snapshot: s}
	d.choose(acts)
	d.questions.Hops = d.questions.Hops[:50]
	var theirs digest
	if err := d.cited(ctx, qs, &theirs); err != nil {
		return err
	}
	if mine := d.citedInSnapshot(); mine != theirs {
		return fmt.Errorf("Cayley's path API answers %v, and the snapshot %v", &theirs, &mine)
	}
	var buffer []byte
	var err error
	ours := timed(processor, func() { buffer = d.hops(buffer) }) / float64(len(d.questions.Hops))
	cost := timed(processor, func() { err = d.cited(ctx, qs, &digest{}) }) / float64(len(d.questions.Hops))
	t.row(
		"one hop: ours with evidence as JSON, Cayley's path API on bbolt with titles and dates",
		micros(ours),
		micros(cost),
		fmt.Sprintf("%.0fx", cost/ours),
		"100x",
	)
	return err
}

// cited asks for what acts cite, with titles and dates.
func (d *data) cited(ctx context.Context, qs cayley.QuadStore, sum *digest) error {
	for _, id := range d.questions.Hops {
		p := path.StartPath(qs, quad.IRI("un:"+id)).Out(quad.IRI("unv:recalls"), quad.IRI("unv:reaffirms"), quad.IRI("unv:takesNoteOf")).
			Tag("target").Save(quad.IRI("unv:title"), "title").Save(quad.IRI("unv:adoptedOn"), "date")
		err := p.Iterate(ctx).TagValues(qs, func(tags map[string]quad.Value) error {
			sum.add(
				id,
				string(tags["target"].(quad.IRI))[len("un:"):],
				string(tags["title"].(quad.String)),
				string(tags["date"].(quad.TypedString).Value),
			)
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}

func (d *data) citedInSnapshot() (sum digest) {
	s := d.snapshot
	for _, id := range d.questions.Hops {
		n, _ := s.Lookup(id)
		for _, e := range s.Out(n, citations...) {
			_, target := s.Ends(e)
			sum.add(id, s.ID(target), s.Title(target), s.Date(target))
		}
	}
	return sum
}
