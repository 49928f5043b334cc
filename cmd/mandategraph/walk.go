package main

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// walk lists the files of a folder that end in one of the extensions, or all
// where none is given, without hidden ones, in the order of their names. What
// cannot be listed is reported.
func (p *program) walk(ctx context.Context, folder string, endings []string) []string {
	real, err := filepath.EvalSymlinks(folder)
	if err != nil {
		p.report(err)
		return nil
	}
	w := &walker{ctx: ctx, program: p, root: real, endings: endings, entered: map[string]bool{}}
	w.folder(folder)
	return w.files
}

// A walker walks through a folder.
type walker struct {
	ctx context.Context
	*program
	root    string // without links
	endings []string
	entered map[string]bool // folders, by their names without links
	files   []string
}

func (w *walker) folder(path string) {
	real, err := filepath.EvalSymlinks(path)
	if err == nil && (w.ctx.Err() != nil || w.entered[real]) {
		return
	}
	w.entered[real] = true
	entries, err := os.ReadDir(path)
	if err != nil {
		w.report(err) // what could be listed of it is read all the same
	}
	for _, e := range entries {
		if !strings.HasPrefix(e.Name(), ".") {
			w.entry(filepath.Join(path, e.Name()))
		}
	}
}

// entry takes what stands in a folder under a path.
func (w *walker) entry(path string) {
	info, err := os.Lstat(path)
	if err == nil && info.Mode()&fs.ModeSymlink != 0 {
		if info, err = w.link(path); info == nil && err == nil {
			return
		}
	}
	switch {
	case err != nil:
		w.report(err)
	case info.IsDir():
		w.folder(path)
	case w.endings != nil && !slices.Contains(w.endings, strings.ToLower(filepath.Ext(path))):
	case irregular(path, info.Mode()) != nil:
		w.report(irregular(path, info.Mode()))
	default:
		w.files = append(w.files, path)
	}
}

// link gives what a link leads to, where it may be followed; a folder inside is
// walked through without it.
func (w *walker) link(path string) (fs.FileInfo, error) {
	real, err := filepath.EvalSymlinks(path)
	if err != nil {
		return nil, fmt.Errorf("%s: expected a file, found a link that leads nowhere: %w", path, err)
	}
	inside := real == w.root || strings.HasPrefix(real, w.root+string(filepath.Separator))
	if !inside && !w.followLinks {
		return nil, fmt.Errorf(
			"%s: expected a file of the folder, found a link that leads out of it; --follow-links follows it", path,
		)
	}
	info, err := os.Stat(path)
	if err == nil && info.IsDir() && inside {
		return nil, nil
	}
	return info, err
}
