package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mandategraph/graph/store"
)

func TestBackupAndRestore(t *testing.T) {
	d := newDesk(t)
	d.must("load", d.file("a.txt", text))
	before := d.must("export", "--format", "jsonl")
	file := filepath.Join(d.dir, "graph.backup")
	assert.Contains(t, d.must("backup", file), "1 document, 6 statements")
	r := d.typed("", "backup", file)
	assert.Equal(t, exitFailed, r.code)
	assert.Contains(t, r.err, "exists; --replace")

	d.must("load", d.file("b.txt", strings.ReplaceAll(text, "L.3", "L.4")))
	at := d.served("--refresh", "5ms")
	r = d.typed("", "restore", file)
	assert.Equal(t, exitFailed, r.code)
	assert.Contains(t, r.err, "there is a store already; --replace")
	assert.Contains(t, d.must("list"), "document/E/2044/L.4")
	assert.Contains(t, d.must("restore", "--replace", file), "1 document restored")
	assert.Equal(t, before, d.must("export", "--format", "jsonl"))
	assert.Contains(t, d.must("check", "--only", "integrity"), ": 0\n")
	d.eventually(at+"/metrics", "mandategraph_documents 1\n")

	d.store = "bbolt:" + filepath.Join(d.dir, "new", "second.db")
	d.must("restore", file)
	assert.Equal(t, before, d.must("export", "--format", "jsonl"))
}

// A backup that is damaged anywhere is refused before anything is changed.
func TestADamagedBackupChangesNothing(t *testing.T) {
	d := newDesk(t)
	d.must("load", d.file("a.txt", text))
	file := filepath.Join(d.dir, "graph.backup")
	d.must("backup", file)
	whole := readFile(t, file)
	d.must("load", d.file("b.txt", strings.ReplaceAll(text, "L.3", "L.4")))
	before := readFile(t, strings.TrimPrefix(d.store, "bbolt:"))
	spoilt := map[string]string{
		"cut": whole[:len(whole)/2], "without its end": whole[:strings.LastIndex(whole, "{")],
		"empty": "", "more": whole + "{}\n",
		"a text": text, "an export": d.must("export", "--format", "jsonl"),
	}
	for i := 7; i < len(whole); i += len(whole) / 20 {
		spoilt[fmt.Sprint("byte ", i)] = whole[:i] + string(whole[i]^1) + whole[i+1:]
	}
	for name, content := range spoilt {
		r := d.typed("", "restore", "--replace", d.file("spoilt.backup", content))
		assert.Equal(t, exitFailed, r.code, name)
		assert.Contains(t, r.err, "spoilt.backup: ", name)
	}
	assert.Equal(t, before, readFile(t, strings.TrimPrefix(d.store, "bbolt:")))
}

// Where the disk is full, what was there before stays, and nothing beside it.
func TestABackupThatCannotBeWrittenLeavesNothing(t *testing.T) {
	d := newDesk(t)
	path := d.file("graph.backup", "the one before")
	full := errors.New("no space left on device")
	err := writeWhole(path, func(w io.Writer) error {
		_, err := w.Write([]byte("half"))
		return errors.Join(err, full)
	})
	assert.ErrorIs(t, err, full)
	assert.Equal(t, "the one before", readFile(t, path))
	left, err := os.ReadDir(d.dir)
	require.NoError(t, err)
	assert.Len(t, left, 1)
	r := d.typed("", "backup", filepath.Join(d.dir, "none", "graph.backup"))
	assert.Equal(t, exitFailed, r.code)
	assert.Contains(t, r.err, store.ErrNoStore.Error())
}
