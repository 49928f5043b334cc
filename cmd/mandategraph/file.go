package main

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"mandategraph/loader/format"
)

// stdinName stands for standard input among paths.
const stdinName = "-"

// linesExtension marks files that export wrote in full.
const linesExtension = ".jsonl"

// textExtensions are those under which plain text is taken from a folder or an
// archive. Other formats are known by their content, and so is a text that is
// named itself.
var textExtensions = []string{"", ".txt", ".text", ".md", ".markdown", ".yaml", ".yml", linesExtension}

// A file is one to be read.
type file struct {
	path string
	// found says that it was found in a folder, and not named itself.
	found bool
}

// belongs says whether a file found in a folder or an archive is taken: all
// but plain text under the name of something else, such as a table or a
// program.
func belongs(name string, data []byte) bool {
	return slices.Contains(textExtensions, strings.ToLower(filepath.Ext(name))) || !format.IsPlain(data)
}

// bytes reads a file or standard input, within the limit of a file.
func (p *program) bytes(path string) ([]byte, error) {
	if path == stdinName {
		data, err := format.ReadAll(p.in)
		if err != nil {
			return nil, fmt.Errorf("standard input: %w", err)
		}
		return data, nil
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }() // it was only read
	if info, err := f.Stat(); err == nil && strings.EqualFold(filepath.Ext(path), linesExtension) {
		b := bytes.NewBuffer(make([]byte, 0, info.Size()+bytes.MinRead))
		_, err = b.ReadFrom(f) // an export of a whole store may be large
		return b.Bytes(), err
	}
	data, err := format.ReadAll(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return data, nil
}

// collect lists the files that paths name.
func collect(paths []string) ([]file, error) {
	var files []file
	for _, path := range paths {
		if path == stdinName {
			files = append(files, file{path: path})
			continue
		}
		info, err := os.Stat(path)
		if err != nil {
			return nil, err
		}
		if !info.IsDir() {
			files = append(files, file{path: path})
			continue
		}
		found, err := walk(path, nil)
		if err != nil {
			return nil, err
		}
		if len(found) == 0 {
			return nil, fmt.Errorf("%s: expected a folder with files, found none", path)
		}
		for _, f := range found {
			files = append(files, file{path: f, found: true})
		}
	}
	return files, nil
}

// walk lists the files of a folder that end in one of the extensions, or all
// where none is given, without hidden ones, in the order of their names.
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
		case isFile(path, d) && (endings == nil || slices.Contains(endings, strings.ToLower(filepath.Ext(path)))):
			files = append(files, path)
		}
		return nil
	})
	return files, err
}

// isFile says that a name in a folder is a file or leads to one; a pipe would
// be waited for.
func isFile(path string, d fs.DirEntry) bool {
	if d.Type()&fs.ModeSymlink == 0 {
		return d.Type().IsRegular()
	}
	info, err := os.Stat(path)
	return err == nil && info.Mode().IsRegular()
}
