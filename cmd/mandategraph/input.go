package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"runtime"
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
	file  file
	name  string
	data  []byte
	err   error
	room  int // that it takes: see ahead
}

// An outcome is what came of an item.
type outcome struct {
	index int
	file  file
	read  []reading
	err   error
	room  int
}

// readAll reads and parses all paths. The result is in the order of the paths,
// folders in the order of their names. A file that cannot be read is reported and
// fails the command at its end; the others are read.
func (p *program) readAll(ctx context.Context, paths []string, id string) ([]reading, error) {
	files, err := p.filesFor(ctx, paths, id)
	if err != nil {
		return nil, err
	}
	return p.readFiles(ctx, files, id)
}

// readFiles is readAll for files that are known.
func (p *program) readFiles(ctx context.Context, files []file, id string) ([]reading, error) {
	progress := p.progress("read", files)
	defer progress.done()
	var read []reading
	outcomes := 0
	first := firsts{}
	err := p.parseAll(ctx, files, id, func(o outcome) error {
		progress.step(o.file, o.file.path)
		var m misuse
		switch outcomes++; {
		case errors.As(o.err, &m):
			return o.err
		case o.err != nil:
			p.report(o.err)
		}
		for _, r := range o.read {
			again, err := first.take(r)
			if err != nil {
				p.report(err)
			}
			if !again {
				read = append(read, r)
			}
		}
		return nil
	})
	switch {
	case err != nil:
		return nil, err
	case id != "" && outcomes > 1:
		return nil, misusef("--id names one document, but there are %d in %s", outcomes, files[0].path)
	case len(read) == 0 && p.reported > 0:
		return nil, errQuiet
	}
	return correctAll(ctx, read, nil)
}

// filesFor lists the files that paths name, which must be one where it shall have an
// identity.
func (p *program) filesFor(ctx context.Context, paths []string, id string) ([]file, error) {
	if id != "" && !isID(id) {
		return nil, misusef("--id: expected an identity such as document/my-notes, without white space and <>\"{}|\\^`#?, found %q", id)
	}
	files := p.collect(ctx, paths)
	if id != "" && len(files) > 1 {
		return nil, misusef("--id names one document, but there are %d", len(files))
	}
	return files, nil
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

// How many files are read, at most, before one that takes long is done: ahead for each
// processor, of which a large one counts for several.
const (
	ahead = 128
	small = 256 << 10
)

// parseAll reads files and the members of archives on all cores, with only a
// few in memory at a time, and gives what came of them in their order to take. When
// ctx ends it returns at once: what waits for input, or is in the middle of a text,
// is left behind and ends by itself.
func (p *program) parseAll(ctx context.Context, files []file, id string, take func(outcome) error) error {
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	thrift := p.beThrifty()
	defer thrift.restore()
	items, room := make(chan item), make(chan struct{}, ahead*runtime.GOMAXPROCS(0))
	go func() {
		defer close(items)
		p.feed(ctx, files, items, room)
	}()
	results := p.parseItems(ctx, items, id)
	waiting := map[int]outcome{} // for those before them
	for next := 0; ; {
		select {
		case o, more := <-results:
			if !more {
				return context.Cause(ctx)
			}
			waiting[o.index] = o
			thrift.look()
		case <-ctx.Done():
			return context.Cause(ctx)
		}
		for o, ok := waiting[next]; ok; o, ok = waiting[next] {
			if err := take(o); err != nil {
				return err
			}
			delete(waiting, next)
			for range o.room {
				<-room
			}
			next++
		}
	}
}

// parseItems reads what comes on all cores.
func (p *program) parseItems(ctx context.Context, items <-chan item, id string) <-chan outcome {
	results := make(chan outcome)
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
	return results
}

// feed opens files one after another and hands on what is in them, as long as there
// is room.
func (p *program) feed(ctx context.Context, files []file, items chan<- item, room chan<- struct{}) {
	count := 0
	hand := func(f file, name string, data []byte, err error) {
		needed := min(1+len(data)/small, cap(room))
		for range needed {
			select {
			case room <- struct{}{}:
			case <-ctx.Done():
				return
			}
		}
		select {
		case items <- item{count, f, name, data, err, needed}:
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
			hand(f, f.path, nil, err)
		case format.IsArchive(data):
			format.Unpack(ctx, f.path, data, p.limits, func(name string, data []byte, err error) {
				if err != nil {
					err = fmt.Errorf("%s: %w", name, err)
				}
				if err != nil || belongs(name, data) {
					hand(f, name, data, err)
				}
			})
		case !f.found || belongs(f.path, data):
			hand(f, f.path, data, nil)
		}
	}
}

// parse reads what one file says; a fault is an error that names the file.
func (p *program) parse(ctx context.Context, i item, id string) outcome {
	o := outcome{index: i.index, file: i.file, err: i.err, room: i.room}
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
	if extension := strings.ToLower(
		filepath.Ext(i.name),
	); loader.IsCorrections(i.data) ||
		(extension == ".yaml" || extension == ".yml") && len(bytes.TrimSpace(i.data)) > 0 {
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
	return strings.EqualFold(filepath.Ext(name), linesExtension) ||
		bytes.HasPrefix(bytes.TrimSpace(data[:min(len(data), 4096)]), []byte(`{"`))
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
