package main

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

const dropped = `corrections:
  - do: drop
    source: document/E/2044/L.3
    relation: recalls
    target: ga/resolution/76/185
    paragraph: document/E/2044/L.3#pp1
    who: A. Reader
    when: 2044-05-06
    why: The text was reissued.
`

func TestCorrectionsSurviveAReloadAndGoWhenUnloaded(t *testing.T) {
	d := newDesk(t)
	path, corrections := d.file("a.txt", text), d.file("corrections.yaml", dropped)
	d.must("load", path)
	before := d.must("export", "--format", "jsonl")
	assert.Contains(t, before, "recalls")
	d.must("load", corrections)
	corrected := d.must("export", "--format", "csv")
	assert.NotContains(t, corrected, "recalls,ga/resolution/76/185")
	assert.Contains(
		t, d.must("check", "--only", "corrections"),
		"document/E/2044/L.3#pp1: drop document/E/2044/L.3 recalls ga/resolution/76/185 (A. Reader, 2044-05-06: The "+
			"text was reissued.)",
	)

	d.must("load", "--replace", path)
	assert.Equal(t, corrected, d.must("export", "--format", "csv"), "a reload keeps what was corrected")

	d.must("unload", "document/corrections")
	assert.Equal(t, before, d.must("export", "--format", "jsonl"), "without the corrections all is as it was read")
}

func TestCorrectionsBesideTheirTextNeedNoStore(t *testing.T) {
	d := newDesk(t)
	path, corrections := d.file("a.txt", text), d.file("corrections.yaml", dropped)
	assert.Contains(t, d.must("extract", "--format", "csv", path), "recalls,ga/resolution/76/185")
	assert.NotContains(t, d.must("extract", "--format", "csv", path, corrections), "recalls,ga/resolution/76/185")
	r := d.typed("", "extract", "--format", "csv", d.file("bad.yaml", strings.Replace(dropped, "do: drop", "do: undo", 1)))
	assert.Equal(t, exitFailed, r.code)
	assert.Contains(t, r.err, "bad.yaml:2: do: expected add, drop, amend or merge")
	r = d.typed(
		"", "extract", "--format", "csv", d.file("slip.yaml", strings.Replace(dropped, "corrections:", "correction:", 1)),
	)
	assert.Equal(t, exitFailed, r.code)
	assert.Contains(t, r.err, "slip.yaml:1: expected a part of a correction")
}
