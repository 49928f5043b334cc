package main

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"mandategraph/graph/names"
)

const lighthouses = `E/2044/L.9

The Economic and Social Council,

Recalling decision LH-4/12 of the Conference on Lighthouses,

1. Requests the Lighthouse Conference to report to it.
`

// Names of one load are known to later commands, also where these read texts.
func TestNamesOfALoadAreKeptInTheStore(t *testing.T) {
	t.Cleanup(names.Forget)
	d := newDesk(t)
	own := d.file("own.csv", "sort,code,name,aliases,marks\nbody,lh-cop,Conference on Lighthouses,LH COP | Lighthouse Conference,LH\n")
	path := d.file("a.txt", lighthouses)
	assert.NotContains(t, d.must("extract", path), "lh-cop/decision/LH-4/12")
	assert.Contains(t, d.must("extract", "--names", own, path), "lh-cop/decision/LH-4/12")
	d.must("load", "--names", own, path)
	assert.Contains(t, d.must("ask", "what cites decision LH-4/12"), "1 found")
	d.must("load", d.file("b.txt", lighthouses+"\n2. Welcomes decision LH-5/1 of the LH COP.\n"), "--replace")
	assert.Contains(t, d.must("show", "document/E/2044/L.9"), "lh-cop/decision/LH-5/1")
	assert.Contains(t, d.must("check"), "unresolved (what a text says and the loader could not make out): 0")

	r := d.typed("", "load", "--names", d.file("bad.csv", "sort,code,name\nbody,ga,Gathering\n"), path)
	assert.Equal(t, exitFailed, r.code)
	assert.Contains(t, r.err, "bad.csv, line 2: expected a code of its own, found ga")
}
