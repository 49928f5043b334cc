package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"

	"mandategraph/graph"
	"mandategraph/graph/export"
	"mandategraph/graph/snapshot"
	"mandategraph/loader"
	"mandategraph/loader/format"
)

// A reading is one document with the file that it was read from.
type reading struct {
	name     string
	document graph.Document
	// unresolved counts what the loader could not make out.
	unresolved int
	// whole documents are taken as they are and not read again.
	whole bool
	// corrections are those of a file of corrections by hand.
	corrections []loader.Correction
}

// An item is a file, or one in an archive, on its way to being read.
type item struct {
	index int
	name  string
	data  []byte
	err   error
}

// An outcome is what came of an item.
type outcome struct {
	index int
	read  []reading
	err   error
}

// readAll reads and parses all paths, each before anything is written. The
// result is in the order of the paths, folders in the order of their names. A
// file that cannot be read is reported and fails the command at its end; the
// others are read.
func (p *program) readAll(ctx context.Context, paths []string, id string) ([]reading, error) {
	if id != "" && !isID(id) {
		return nil, misusef("--id: expected an identity such as document/my-notes, without white space and <>\"{}|\\^`#?, found %q", id)
	}
	return p.readFiles(ctx, p.collect(ctx, paths), id)
}

// readFiles is readAll for files that were collected.
func (p *program) readFiles(ctx context.Context, files []file, id string) ([]reading, error) {
	if id != "" && len(files) > 1 {
		return nil, misusef("--id names one document, but there are %d", len(files))
	}
	outcomes, err := p.parseAll(ctx, files, id)
	if err != nil {
		return nil, err
	}
	if id != "" && len(outcomes) > 1 {
		return nil, misusef("--id names one document, but there are %d in %s", len(outcomes), files[0].path)
	}
	var read []reading
	for _, o := range outcomes {
		var m misuse
		switch {
		case errors.As(o.err, &m):
			return nil, o.err
		case o.err != nil:
			p.report(o.err)
		}
		read = append(read, o.read...)
	}
	if read = p.distinct(read); len(read) == 0 && p.reported > 0 {
		return nil, errQuiet
	}
	return correctAll(ctx, read, nil)
}

// report writes why a file is not read, and lets the command fail at its end.
func (p *program) report(err error) {
	p.reported++
	p.tell(err)
}

// isID says that an identity can stand in an address.
func isID(id string) bool {
	return id != "" && strings.IndexFunc(id, func(r rune) bool {
		return r <= ' ' || r == 0x7F || r == 0xA0 || r == 0xFFFD || r >= 0x2000 && r <= 0x206F || strings.ContainsRune("<>\"{}|\\^`#?", r)
	}) < 0 && strings.IndexFunc(id, func(r rune) bool { return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' }) >= 0
}

// parseAll reads files and the members of archives on all cores, with only a
// few in memory at a time. When ctx ends it returns at once: what waits for input,
// or is in the middle of a text, is left behind and ends by itself.
func (p *program) parseAll(ctx context.Context, files []file, id string) ([]outcome, error) {
	thrift := p.beThrifty()
	defer thrift.restore()
	items, results := make(chan item), make(chan outcome)
	go func() {
		defer close(items)
		p.feed(ctx, files, items)
	}()
	var workers sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			for i := range items {
				select {
				case results <- p.parse(ctx, i, id):
				case <-ctx.Done():
					return
				}
			}
		})
	}
	go func() {
		workers.Wait()
		close(results)
	}()
	var all gathered
	for {
		select {
		case o, more := <-results:
			if !more {
				return all.sorted(), context.Cause(ctx)
			}
			all.add(o)
			thrift.look()
		case <-ctx.Done():
			return nil, context.Cause(ctx)
		}
	}
}

// gathered are outcomes as they come.
type gathered struct {
	all  []outcome
	seen map[string]int // where in all the first reading of an identity is
}

// add keeps an outcome. The same document again, as one of the thousand members of
// an archive may be, is let go.
func (g *gathered) add(o outcome) {
	if len(o.read) != 1 {
		g.all = append(g.all, o)
		return
	}
	if g.seen == nil {
		g.seen = map[string]int{}
	}
	document := &o.read[0].document
	at, known := g.seen[document.ID]
	switch {
	case !known:
		g.seen[document.ID] = len(g.all)
		g.all = append(g.all, o)
	case g.all[at].read[0].document.Source != document.Source:
		g.all = append(g.all, o)
	case o.index < g.all[at].index:
		g.all[at] = o
	}
}

func (g *gathered) sorted() []outcome {
	slices.SortFunc(g.all, func(a, b outcome) int { return a.index - b.index })
	return g.all
}

// feed opens files one after another and hands on what is in them.
func (p *program) feed(ctx context.Context, files []file, items chan<- item) {
	progress := p.progress("read", len(files))
	defer progress.done()
	count := 0
	hand := func(name string, data []byte, err error) {
		select {
		case items <- item{count, name, data, err}:
		case <-ctx.Done():
		}
		count++
	}
	for _, f := range files {
		if ctx.Err() != nil {
			return
		}
		data, err := p.bytes(ctx, f.path)
		switch {
		case err != nil:
			hand(f.path, nil, err)
		case format.IsArchive(data):
			format.Unpack(ctx, f.path, data, p.limits, func(name string, data []byte, err error) {
				if err != nil {
					err = fmt.Errorf("%s: %w", name, err)
				}
				if err != nil || belongs(name, data) {
					hand(name, data, err)
				}
			})
		case !f.found || belongs(f.path, data):
			hand(f.path, data, nil)
		}
		progress.step(f.path)
	}
}

// parse reads what one file says; a fault is an error that names the file.
func (p *program) parse(ctx context.Context, i item, id string) outcome {
	o := outcome{index: i.index, err: i.err}
	if o.err != nil {
		return o
	}
	if err := safely(func() { o.read, o.err = p.readItem(ctx, i, id) }); err != nil {
		o.err = fmt.Errorf("%s: %w", i.name, err)
	}
	return o
}

// safely calls a function and gives its panic as an error.
func safely(do func()) (err error) {
	defer format.Recovered(&err)
	do()
	return nil
}

// readItem reads a file by what it is.
func (p *program) readItem(ctx context.Context, i item, id string) ([]reading, error) {
	if isLines(i.name, i.data) {
		return readLines(i.name, id, i.data)
	}
	if extension := strings.ToLower(filepath.Ext(i.name)); loader.IsCorrections(i.data) || (extension == ".yaml" || extension == ".yml") && len(bytes.TrimSpace(i.data)) > 0 {
		return readCorrections(i.name, id, i.data)
	}
	if loader.IsRecords(i.data) {
		return p.readRecords(ctx, i, id)
	}
	result, err := loader.Load(ctx, i.name, i.data, loader.Options{ID: id, Limits: &p.limits})
	if err != nil {
		return nil, err
	}
	return []reading{{name: i.name, document: result.Document, unresolved: len(result.Diagnostics)}}, nil
}

// isLines recognizes what export --format jsonl writes.
func isLines(name string, data []byte) bool {
	return strings.EqualFold(filepath.Ext(name), linesExtension) || bytes.HasPrefix(bytes.TrimSpace(data[:min(len(data), 4096)]), []byte(`{"`))
}

// readLines reads back what export --format jsonl wrote. The reference data in
// it is left out, as this program brings its own.
func readLines(file, id string, data []byte) ([]reading, error) {
	if id != "" {
		return nil, misusef("--id cannot rename the documents of %s: they carry their identities", file)
	}
	documents, err := export.ReadJSONLines(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	var read []reading
	for _, d := range documents {
		if d.ID != graph.ReferenceData {
			read = append(read, reading{name: file, document: d, unresolved: len(diagnosticsOf(d)), whole: true})
		}
	}
	return read, nil
}

// distinct leaves out repetitions of a text. Of different texts under one
// identity the first is taken and the others are reported.
func (p *program) distinct(read []reading) []reading {
	first := map[string]reading{}
	var kept []reading
	for _, r := range read {
		other, ok := first[r.document.ID]
		switch {
		case !ok:
			first[r.document.ID] = r
			kept = append(kept, r)
		case other.document.Source != r.document.Source:
			p.report(fmt.Errorf("%s and %s are different texts, but both are %s; the first is taken; give one of them another identity with --id", other.name, r.name, r.document.ID))
		}
	}
	return kept
}

// snapshotOf is a snapshot of documents that are in no store.
func snapshotOf(read []reading, reference bool) *snapshot.Snapshot {
	var documents []graph.Document
	if reference {
		documents = append(documents, loader.ReferenceData())
	}
	for _, r := range read {
		documents = append(documents, r.document)
	}
	return snapshot.New(documents)
}
