package main

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

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
	size  int64 // in bytes, where it is known
}

// belongs says whether a file found in a folder or an archive is taken: all
// but plain text under the name of something else, such as a table or a
// program.
func belongs(name string, data []byte) bool {
	return slices.Contains(textExtensions, strings.ToLower(filepath.Ext(name))) || !format.IsPlain(data)
}

// readFlags are those of commands that read documents.
func (p *program) readFlags(c *cobra.Command) {
	c.Flags().BoolVar(&p.followLinks, "follow-links", false, "also follow links that lead out of a folder")
	for _, l := range p.limits.All() {
		c.Flags().Int64Var(l.Value, l.Option, *l.Value, l.Usage)
	}
}

// bytes reads a file or standard input, within the limit of a file.
func (p *program) bytes(ctx context.Context, path string) ([]byte, error) {
	if path == stdinName {
		data, err := p.limits.ReadAll(ctx, p.in)
		if err != nil {
			return nil, fmt.Errorf("standard input: %w", err)
		}
		return data, nil
	}
	info, err := os.Stat(path)
	if err == nil {
		err = irregular(path, info.Mode())
	}
	if err != nil {
		return nil, err
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }() // it was only read
	if strings.EqualFold(filepath.Ext(path), linesExtension) {
		b := bytes.NewBuffer(make([]byte, 0, info.Size()+bytes.MinRead))
		_, err = b.ReadFrom(f) // an export of a whole store may be large
		return b.Bytes(), err
	}
	data, err := p.limits.ReadAll(ctx, f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return data, nil
}

// irregularKinds are what stands among files and is none: reading it may wait for
// ever, or never end.
var irregularKinds = []struct {
	mode fs.FileMode
	name string
}{
	{fs.ModeNamedPipe, "a named pipe"}, {fs.ModeSocket, "a socket"},
	{fs.ModeDevice, "a device"}, {fs.ModeIrregular, "something else"},
}

// irregular refuses what is no file, apart from what the shell hands on by number.
func irregular(path string, mode fs.FileMode) error {
	if strings.HasPrefix(path, "/dev/fd/") || path == "/dev/stdin" || strings.HasPrefix(path, "/proc/self/fd/") {
		return nil
	}
	for _, k := range irregularKinds {
		if mode&k.mode != 0 {
			return fmt.Errorf(
				"%s: expected a file, found %s; what a program writes is read from standard input (-)", path, k.name,
			)
		}
	}
	return nil
}

// collect lists the files that paths name, and reports those that cannot be read.
func (p *program) collect(ctx context.Context, paths []string) []file {
	var files []file
	for _, path := range paths {
		if path == stdinName {
			files = append(files, file{path: path})
			continue
		}
		info, err := os.Stat(path)
		if err != nil {
			p.report(err)
			continue
		}
		if !info.IsDir() {
			files = append(files, file{path: path, size: info.Size()})
			continue
		}
		before := p.reported
		found := p.walk(ctx, path, nil)
		if len(found) == 0 && p.reported == before {
			p.report(fmt.Errorf("%s: expected a folder with files, found none", path))
		}
		for _, name := range found {
			f := file{path: name, found: true}
			if info, err := os.Stat(name); err == nil {
				f.size = info.Size()
			}
			files = append(files, f)
		}
	}
	return files
}
