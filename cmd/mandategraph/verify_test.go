package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mandategraph/graph/store"
)

func TestCheckVerifiesTheStore(t *testing.T) {
	d := newDesk(t)
	d.must("load", sample)
	assert.Contains(t, d.must("check", "--only", "integrity"), "inverse and forward relations, quotes and sources): 0\n")
	assert.NotContains(t, d.must("check"), "integrity")

	r := d.typed("", "check", "--only", "everything")
	assert.Equal(t, exitMisuse, r.code)
	assert.Contains(t, r.err, "integrity")

	path := filepath.Join(d.dir, "graph.db") + store.SnapshotExtension
	content, err := os.ReadFile(path)
	require.NoError(t, err)
	content[len(content)/2] ^= 1
	require.NoError(t, os.WriteFile(path, content, 0o644))
	r = d.typed("", "check", "--only", "integrity")
	assert.Equal(t, exitGood, r.code, "a damaged snapshot is made anew")
	assert.Contains(t, r.err, "damaged")
}

func TestCheckOfADamagedSourceFails(t *testing.T) {
	d := newDesk(t)
	d.must("load", d.file("a.txt", text))
	lines := d.must("export", "--format", "jsonl")
	assert.Contains(t, lines, "76/185 of 16 December")
	d.store = "bbolt:" + filepath.Join(d.dir, "second.db")
	d.must("load", d.file("spoilt.jsonl", strings.Replace(lines, "76/185 of 16 December", "77/185 of 16 December", 1)))
	r := d.typed("", "check")
	assert.Equal(t, exitFailed, r.code)
	assert.Contains(t, r.out, "recalls ga/resolution/76/185 at ")
	assert.Contains(t, r.err, "wrong with the store")
}
