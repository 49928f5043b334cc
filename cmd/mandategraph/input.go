package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"

	"mandategraph/graph"
	"mandategraph/loader"
)

// stdinName stands for standard input among paths.
const stdinName = "-"

// linesExtension marks files that export wrote in full.
const linesExtension = ".jsonl"

// extensions are those of the files that are taken from a folder. A file that
// is named itself may have any.
var extensions = []string{".txt", ".text", ".md", ".yaml", ".yml", linesExtension}

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

// readAll reads and parses all paths, each before anything is written. The
// result is in the order of the paths, folders in the order of their names.
func (p *program) readAll(ctx context.Context, paths []string, id string) ([]reading, error) {
	files, err := collect(paths)
	if err != nil {
		return nil, err
	}
	if id != "" && len(files) != 1 {
		return nil, misusef("--id names one document, but there are %d", len(files))
	}
	lists, errs := make([][]reading, len(files)), make([]error, len(files))
	progress := p.progress("read", len(files))
	slots := make(chan struct{}, runtime.GOMAXPROCS(0))
	var wait sync.WaitGroup
	for i, file := range files {
		slots <- struct{}{}
		wait.Go(func() {
			defer func() { <-slots }()
			if errs[i] = ctx.Err(); errs[i] == nil {
				lists[i], errs[i] = p.read(file, id)
			}
			progress.step(file)
		})
	}
	wait.Wait()
	progress.done()
	for _, err := range errs {
		if err != nil {
			return nil, err
		}
	}
	read, err := distinct(slices.Concat(lists...))
	if err != nil {
		return nil, err
	}
	return correctAll(read, nil)
}

// read parses one file.
func (p *program) read(file, id string) ([]reading, error) {
	data, err := p.bytes(file)
	if err != nil {
		return nil, err
	}
	if strings.EqualFold(filepath.Ext(file), linesExtension) || file == stdinName && bytes.HasPrefix(bytes.TrimSpace(data), []byte("{")) {
		return readLines(file, id, data)
	}
	if loader.IsCorrections(data) {
		return readCorrections(file, id, data)
	}
	result, err := loader.Load(file, data, loader.Options{ID: id})
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	return []reading{{name: file, document: result.Document, unresolved: len(result.Diagnostics)}}, nil
}

// readLines reads back what export --format jsonl wrote. The reference data in
// it is left out, as this program brings its own.
func readLines(file, id string, data []byte) ([]reading, error) {
	if id != "" {
		return nil, misusef("--id cannot rename the documents of %s: they carry their identities", file)
	}
	documents, err := graph.ReadJSONLines(bytes.NewReader(data))
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

func (p *program) bytes(file string) ([]byte, error) {
	if file == stdinName {
		data, err := io.ReadAll(p.in)
		if err != nil {
			return nil, fmt.Errorf("standard input: %w", err)
		}
		return data, nil
	}
	return os.ReadFile(file)
}

// collect lists the files that paths name.
func collect(paths []string) ([]string, error) {
	var files []string
	for _, path := range paths {
		if path == stdinName {
			files = append(files, path)
			continue
		}
		info, err := os.Stat(path)
		if err != nil {
			return nil, err
		}
		if !info.IsDir() {
			files = append(files, path)
			continue
		}
		found, err := walk(path, extensions)
		if err != nil {
			return nil, err
		}
		if len(found) == 0 {
			return nil, fmt.Errorf("%s: expected files that end in one of %s, found none", path, strings.Join(extensions, " "))
		}
		files = append(files, found...)
	}
	return files, nil
}

// walk lists the files of a folder that end in one of the extensions, without
// hidden ones, in the order of their names.
func walk(folder string, endings []string) ([]string, error) {
	var files []string
	err := filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case path != folder && strings.HasPrefix(d.Name(), "."):
			if d.IsDir() {
				return filepath.SkipDir
			}
		case !d.IsDir() && slices.Contains(endings, strings.ToLower(filepath.Ext(path))):
			files = append(files, path)
		}
		return nil
	})
	return files, err
}

// distinct leaves out repetitions of a text and refuses two texts under one
// identity.
func distinct(read []reading) ([]reading, error) {
	first := map[string]reading{}
	var kept []reading
	for _, r := range read {
		other, ok := first[r.document.ID]
		if !ok {
			first[r.document.ID] = r
			kept = append(kept, r)
			continue
		}
		if other.document.Source != r.document.Source {
			return nil, fmt.Errorf("%s and %s are different texts, but both are %s; give one of them another identity with --id", other.name, r.name, r.document.ID)
		}
	}
	return kept, nil
}

// snapshotOf is a snapshot of documents that are in no store.
func snapshotOf(read []reading, reference bool) *graph.Snapshot {
	var documents []graph.Document
	if reference {
		documents = append(documents, loader.ReferenceData())
	}
	for _, r := range read {
		documents = append(documents, r.document)
	}
	return graph.NewSnapshot(documents)
}
