package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// draft is the text of a draft of which the made-up records hold one.
const draft = `United Nations                                             A/C.2/99/L.7/Rev.1

General Assembly                                           Distr.: Limited
                                                           2 November 2044

Ninety-ninth session
Second Committee
Agenda item 18 (c)

Belgium, Côte d'Ivoire, Cuba and Peru: revised draft resolution

Upkeep of lighthouses

The General Assembly,

Recalling its resolution 76/185 of 16 December 2021,

1. Urges Member States to keep lighthouses.
`

func records(d *desk) string {
	data, err := os.ReadFile(filepath.Join("..", "..", "loader", "testdata", "records", "drafts.xml"))
	require.NoError(d, err)
	return d.file("records.xml", string(data))
}

// Records are loaded beside texts; where they say different things, both stand and
// check lists it.
func TestRecordsAndTextsAreCompared(t *testing.T) {
	d := newDesk(t)
	path := records(d)
	r := d.typed("", "load", path, d.file("draft.txt", draft))
	assert.Equal(t, exitFailed, r.code, "one record has no number")
	assert.Contains(t, r.err, "records.xml, record 3: expected a record with its number in field 001, found none")
	assert.Contains(t, r.out, "document/record/9900101: ")
	assert.Contains(t, r.out, "document/A/C.2/99/L.7/Rev.1: ")
	shown := d.must("show", "document/A/C.2/99/L.7/Rev.1")
	assert.Contains(t, shown, "title: Upkeep of lighthouses")
	assert.Contains(t, shown, "citedTitle: Keeping of lighthouses")
	assert.Equal(t, "records (what the record of a catalogue and the text itself say otherwise): 2\n"+
		`  document/A/C.2/99/L.7/Rev.1: title: only document/record/9900101 says "Keeping of lighthouses"; only its text says "Upkeep of lighthouses"`+"\n"+
		`  document/A/C.2/99/L.7/Rev.1: sponsors: only document/record/9900101 says "state/tto", "state/ven"; only its text says "state/per"`+"\n",
		d.must("check", "--only", "records"))
	assert.Equal(t, exitFailed, d.typed("", "check", "--strict").code)
	assert.Contains(t, d.typed("", "load", path).out, "0 quads added, 0 removed", "again, nothing changes")
	d.must("unload", "document/record/9900101")
	assert.NotContains(t, d.must("show", "document/A/C.2/99/L.7/Rev.1"), "Keeping")
}

// Records come with folders and archives like any document.
func TestRecordsOfOneFileHaveOneIdentityEach(t *testing.T) {
	d := newDesk(t)
	r := d.typed("", "load", "--id", "document/mine", records(d))
	assert.Equal(t, exitMisuse, r.code)
	assert.Contains(t, r.err, "--id names one document, but there are")
	assert.Contains(t, d.typed("", "extract", filepath.Dir(records(d))).out, "document/record/9900102")
}
