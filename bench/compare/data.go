package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"hash/fnv"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"

	"mandategraph/bench/corpus"
	"mandategraph/graph"
	"mandategraph/graph/snapshot"
)

// data is one graph and the questions to it.
type data struct {
	snapshot  *snapshot.Snapshot
	questions questions
	// What the answers cover.
	hubRows, reached, lineageEdges int
}

// questions are the same for every engine.
type questions struct {
	Hops    []string    `json:"hops"`
	Hub     string      `json:"hub"`
	Lineage string      `json:"lineage"`
	Pairs   [][2]string `json:"pairs"`
	States  []string    `json:"states"`
}

// citations are the relations that the generated acts cite by.
var citations = []string{"reaffirms", "recalls", "takesNoteOf"}

const pageLength = 50

// unbounded is deeper than any path.
const unbounded = 1 << 30

// own makes the graph and measures what only it does.
func (t *table) own(acts int, directory string) (*data, error) {
	documents := corpus.All(corpus.Options{Acts: acts, Seed: 1})
	quads, text := 0, 0
	for i := range documents {
		quads += quadsOf(&documents[i])
		text += len(documents[i].Source) // paragraphs are parts of it
	}
	runtime.GC()
	before := runtime.GOMAXPROCS(1)
	began := processor()
	s := snapshot.New(documents)
	built := processor() - began
	t.head()
	t.row(
		"snapshot from statements, one core",
		fmt.Sprintf("%.2f million quads/s (%d quads)", float64(quads)/built.Seconds()/1e6, quads),
		"-",
		"-",
		"1.2 million at 10,000 acts",
	)
	t.row("memory of the snapshot", fmt.Sprintf("%.0f bytes a quad with all text", float64(s.Size())/float64(quads)), "-", "-", "80 bytes")
	t.row(
		"",
		fmt.Sprintf("%.2f KB an act without text, %d quads an act", float64(s.Size()-int64(text))/1024/float64(acts), quads/acts),
		"-",
		"-",
		"1.5 KB",
	)
	began = processor()
	_, _, err := s.LineageSizes(context.Background(), snapshot.Backward)
	if err != nil {
		return nil, err
	}
	t.row("lineage sizes of all acts, one core", micros(float64((processor() - began).Microseconds())), "-", "-", "3 s at 100,000 acts")
	runtime.GOMAXPROCS(before)
	if err := t.start(s, filepath.Join(directory, "graph.snapshot")); err != nil {
		return nil, err
	}
	d := &data{snapshot: s}
	d.choose(acts)
	return d, nil
}

// start measures how long a server takes from a file to its first answer.
func (t *table) start(s *snapshot.Snapshot, path string) error {
	if err := s.WriteFile(path); err != nil {
		return err
	}
	began, clock := processor(), time.Now()
	read, err := snapshot.Read(path)
	if err != nil {
		return err
	}
	read.AppendJSON(nil, 0)
	t.row(
		"start with a fresh snapshot file",
		fmt.Sprintf(
			"%v by the clock, %v of processor",
			time.Since(clock).Round(100*time.Microsecond),
			(processor()-began).Round(100*time.Microsecond),
		),
		"-",
		"-",
		"300 ms at 100,000 acts",
	)
	return nil
}

func quadsOf(d *graph.Document) int {
	quads := 2 + len(d.Facts)
	for i := range d.Statements {
		quads += 7 + len(d.Statements[i].Qualifiers)
	}
	return quads
}

// choose picks what is asked for, at random but always the same.
func (d *data) choose(acts int) {
	s, random := d.snapshot, rand.New(rand.NewPCG(1, uint64(acts)))
	for range 500 {
		d.questions.Hops = append(d.questions.Hops, corpus.ActID(random.IntN(acts)))
	}
	nodes, sizes, _ := s.LineageSizes(context.Background(), snapshot.Backward) // a context that never ends
	widest := slices.Index(sizes, slices.Max(sizes))
	d.questions.Lineage, d.reached = s.ID(nodes[widest]), sizes[widest]
	for _, n := range nodes {
		if rows := len(s.In(n, citations...)); rows > d.hubRows {
			d.questions.Hub, d.hubRows = s.ID(n), rows
		}
	}
	for len(d.questions.Pairs) < 10 {
		from, _ := s.Lookup(corpus.ActID(acts - 1 - random.IntN(acts/5)))
		if r := reached(s, from, unbounded); len(r.Nodes) > 20 {
			d.questions.Pairs = append(d.questions.Pairs, [2]string{s.ID(from), s.ID(r.Nodes[1+random.IntN(len(r.Nodes)-1)])})
		}
	}
	for n := range 20 {
		d.questions.States = append(d.questions.States, corpus.StateID(n))
	}
	start, _ := s.Lookup(d.questions.Lineage)
	for _, n := range reached(s, start, unbounded).Nodes {
		d.lineageEdges += len(s.Out(n, citations...))
	}
}

// writeTables writes what the other engines read: files of columns between bars without a
// head, and the questions.
func (d *data) writeTables(directory string) error {
	s := d.snapshot
	for name, write := range map[string]func(row func(...any)){
		"acts": func(row func(...any)) {
			for _, n := range s.Nodes("Act") {
				row(s.ID(n), s.Title(n), s.Date(n))
			}
		},
		"states": func(row func(...any)) {
			for _, n := range s.Nodes("State") {
				row(s.ID(n))
			}
		},
		"cites": func(row func(...any)) {
			d.edges(citations, func(e snapshot.Edge, source, target string) {
				v := s.Evidence(e)
				row(v.Document, source, s.Relation(e), target, v.Paragraph, v.Start, v.End, v.Quote,
					s.Qualifier(e, "citedDate"), s.Qualifier(e, "citedTitle"), s.Qualifier(e, "confidence"), s.Qualifier(e, "rule"), s.Qualifier(e, "verb"))
			})
		},
		"sponsors": func(row func(...any)) {
			d.edges([]string{"sponsors"}, func(_ snapshot.Edge, source, target string) { row(source, target) })
		},
	} {
		if err := writeRows(filepath.Join(directory, name+".csv"), write); err != nil {
			return err
		}
	}
	text, err := json.Marshal(d.questions)
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(directory, "questions.json"), text, 0o644)
}

// edges goes through the statements of some relations.
func (d *data) edges(relations []string, f func(e snapshot.Edge, source, target string)) {
	for e := range snapshot.Edge(d.snapshot.Edges()) {
		if slices.Contains(relations, d.snapshot.Relation(e)) {
			source, target := d.snapshot.Ends(e)
			f(e, d.snapshot.ID(source), d.snapshot.ID(target))
		}
	}
}

func writeRows(path string, write func(row func(...any))) error {
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	out := bufio.NewWriter(file)
	write(func(cells ...any) {
		for i, cell := range cells {
			if i > 0 {
				fmt.Fprint(out, "|")
			}
			fmt.Fprint(out, cell)
		}
		fmt.Fprintln(out)
	})
	if err := out.Flush(); err != nil {
		return err
	}
	return file.Close()
}

// digest is the same for the same rows in any order: FNV-1a of each, added up.
type digest struct {
	sum  uint32
	rows int
}

func (d *digest) add(cells ...any) {
	texts := make([]string, len(cells))
	for i, cell := range cells {
		texts[i] = fmt.Sprint(cell)
	}
	h := fnv.New32a()
	h.Write([]byte(strings.Join(texts, "\t")))
	d.sum += h.Sum32()
	d.rows++
}

func (d *digest) String() string { return fmt.Sprintf("%d rows %08x", d.rows, d.sum) }
