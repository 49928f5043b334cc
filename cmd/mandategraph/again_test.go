package main

import (
	"context"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mandategraph/graph"
	"mandategraph/graph/store"
	"mandategraph/loader"
)

// readByOthers puts a document into the store of a desk as a program with other
// rules would have: without what its text says.
func readByOthers(t *testing.T, d *desk, id, source string) {
	ctx := context.Background()
	st, err := store.Open(ctx, d.store, store.Options{})
	require.NoError(t, err)
	before := graph.Document{ID: id, Source: source, Facts: []graph.Fact{{Subject: id, Property: "title", Value: "Draft"}}}
	err = st.Feed(ctx, func(yield func(graph.Document, string) bool) { yield(before, "0.0") }, func(int, store.Change) {})
	require.NoError(t, err)
	require.NoError(t, st.Close())
}

func TestLoadAgainReadsAnewWhatOtherRulesRead(t *testing.T) {
	d := newDesk(t)
	d.must("load", d.file("b.txt", strings.ReplaceAll(text, "L.3", "L.4")))
	assert.Contains(t, d.must("check", "--only", "outdated"), "): 0\n")
	readByOthers(t, d, textID, text)
	assert.NotContains(t, d.must("show", textID), "ga/resolution/76/185")
	outdated := d.must("check", "--only", "outdated")
	assert.Contains(t, outdated, "): 1\n  "+textID+": by rules 0.0, now "+loader.Rules()+"\n")

	told := d.must("load", "--again")
	assert.Contains(t, told, "\n2 documents, ")
	assert.Contains(t, told, "document/E/2044/L.4: 6 statements, 0 quads added, 0 removed")
	assert.Contains(t, d.must("show", textID), "ga/resolution/76/185")
	assert.NotContains(t, d.must("check"), "outdated")
	assert.Contains(t, d.must("load", "--again"), textID+": 6 statements, 0 quads added, 0 removed")
}

// What is the same by the new rules is marked with them all the same, and so is what
// came from an export, of which nobody knows by which rules it was read.
func TestWhatIsTheSameByNewRulesIsMarked(t *testing.T) {
	d := newDesk(t)
	d.must("load", d.file("a.txt", text))
	lines := d.file("all.jsonl", d.must("export", "--format", "jsonl"))
	d.must("unload", textID)
	d.must("load", lines)
	assert.Contains(t, d.must("check", "--only", "outdated"), textID+": by which rules is not known\n")
	before := d.must("export", "--format", "jsonl")
	d.must("load", "--again")
	assert.Contains(t, d.must("check", "--only", "outdated"), "): 0\n")
	assert.Equal(t, before, d.must("export", "--format", "jsonl"))
}

func TestLoadAgainTakesNoFiles(t *testing.T) {
	d := newDesk(t)
	assert.Equal(t, exitMisuse, d.typed("", "load", "--again", "a.txt").code)
	assert.Equal(t, exitMisuse, d.typed("", "load").code)
	r := d.typed("", "load", "--again")
	assert.Equal(t, exitFailed, r.code)
	assert.Contains(t, r.err, "there is no store")
}
