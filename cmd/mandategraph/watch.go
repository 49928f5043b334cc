package main

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"
)

// How often a watched folder is looked at, and for how long a file must stay as it is
// before it counts as whole: a program that writes one does so without such a pause.
const (
	watchEvery = 50 * time.Millisecond
	settled    = 250 * time.Millisecond
	// tryAgain is when a file is loaded again whose loading failed, as while another
	// program writes to the store.
	tryAgain = 2 * time.Second
)

// unfinished are endings under which programs keep files that they have not finished.
var unfinished = []string{".part", ".partial", ".crdownload", ".download", ".tmp", ".swp", "~"}

// A folderWatch loads what appears in folders.
type folderWatch struct {
	*program
	*fsnotify.Watcher
	// pending are files that have appeared or changed.
	pending map[string]pendingFile
	// from has for each file the documents that were read from it.
	from map[string][]string
}

// A pendingFile is a file as it was when last looked at, and since when it has been
// like that.
type pendingFile struct {
	size  int64
	time  time.Time
	since time.Time
}

// watch loads what is in folders, and what appears there until the context ends.
func (p *program) watch(ctx context.Context, folders []string, id string) (err error) {
	if id != "" {
		return misusef("--id names one document, but --watch reads many")
	}
	w := &folderWatch{program: p, pending: map[string]pendingFile{}, from: map[string][]string{}}
	if w.Watcher, err = fsnotify.NewWatcher(); err != nil {
		return err
	}
	defer func() { _ = w.Close() }() // nothing is lost
	for _, folder := range folders {
		if info, err := os.Stat(folder); err != nil || !info.IsDir() {
			return misusef("--watch: expected a folder, found %q", folder)
		}
		w.enter(folder)
	}
	fmt.Fprintf(p.out, "watching %s\n", strings.Join(folders, ", "))
	ticks := time.NewTicker(watchEvery)
	defer ticks.Stop()
	for {
		select {
		case <-ctx.Done():
			return context.Cause(ctx)
		case e := <-w.Events:
			w.note(e)
		case err := <-w.Errors:
			p.tell(err)
		case now := <-ticks.C:
			if err := w.look(ctx, now); err != nil {
				return err
			}
		}
	}
}

// enter watches a folder and those in it, and takes the files that are there.
func (w *folderWatch) enter(folder string) {
	err := filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			w.report(err)
		case d.IsDir() && path != folder && strings.HasPrefix(d.Name(), "."):
			return filepath.SkipDir
		case d.IsDir():
			return w.Add(path)
		default:
			w.touch(path)
		}
		return nil
	})
	if err != nil {
		w.report(err)
	}
}

// note takes what happens in the folders.
func (w *folderWatch) note(e fsnotify.Event) {
	if !e.Has(fsnotify.Create) && !e.Has(fsnotify.Write) {
		return
	}
	if info, err := os.Lstat(e.Name); err == nil && info.IsDir() {
		w.enter(e.Name)
		return
	}
	w.touch(e.Name)
}

// touch lets a file settle.
func (w *folderWatch) touch(path string) {
	name := filepath.Base(path)
	if strings.HasPrefix(name, ".") {
		return
	}
	for _, end := range unfinished {
		if strings.HasSuffix(name, end) {
			return
		}
	}
	w.pending[path] = pendingFile{size: -1, since: time.Now()}
}

// look loads the files that have stayed as they are for long enough.
func (w *folderWatch) look(ctx context.Context, now time.Time) error {
	var whole []string
	for path, before := range w.pending {
		info, err := os.Lstat(path)
		switch {
		case err != nil || !info.Mode().IsRegular():
			delete(w.pending, path) // gone, or no file
		case info.Size() != before.size || !info.ModTime().Equal(before.time):
			w.pending[path] = pendingFile{info.Size(), info.ModTime(), now}
		case now.Sub(before.since) >= settled && info.Size() > 0:
			whole = append(whole, path)
			delete(w.pending, path)
		}
	}
	if len(whole) == 0 {
		return nil
	}
	slices.Sort(whole)
	if err := w.loadFiles(ctx, whole); err != nil {
		if ctx.Err() != nil {
			return err
		}
		w.tell(err)
		for _, path := range whole {
			w.pending[path] = pendingFile{size: -1, since: now.Add(tryAgain)}
		}
	}
	return nil
}

// loadFiles loads files; a document that was read from the same file before is
// replaced.
func (w *folderWatch) loadFiles(ctx context.Context, paths []string) error {
	files := make([]file, len(paths))
	for i, path := range paths {
		files[i] = file{path: path, found: true}
	}
	l := w.newLoading(func(r reading) bool { return slices.Contains(w.from[r.name], r.document.ID) })
	err := w.loadNamed(func() error { return l.files(ctx, files, "") })
	for _, h := range l.handed[:l.written] {
		if !slices.Contains(w.from[h.name], h.id) {
			w.from[h.name] = append(w.from[h.name], h.id)
		}
	}
	return err
}
