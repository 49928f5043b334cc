package main

import (
	"archive/zip"
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const (
	textID = "document/E/2044/L.3"
	sample = "../../testdata/cop12-report.txt"
)

func TestLoadListShowAskUnload(t *testing.T) {
	d := newDesk(t)
	path := d.file("a.txt", text)
	first := d.must("load", path)
	assert.Contains(t, first, textID+": ")
	assert.NotContains(t, first, " 0 quads added")
	assert.Contains(t, d.must("load", path), " 0 quads added, 0 removed", "the same text again changes nothing")
	assert.Contains(t, d.must("list"), textID)
	assert.NotContains(t, d.must("list"), "reference-data")

	shown := d.must("show", textID)
	assert.Contains(t, shown, "ga/resolution/76/185")
	assert.Contains(t, shown, "resolution 76/185 of 16 December 2021")
	assert.Contains(t, d.must("show", "General Assembly resolution 76/185"), textID, "what cites an act is shown with it")

	assert.Contains(
		t, d.must("load", d.file("memo.txt", "A memo\n\nThe office is closed on Friday.\n")),
		"no act, citation, duty or speaker was found",
	)
	assert.NotContains(t, first, "was found")

	assert.Contains(t, d.must("unload", textID), "removed")
	assert.NotContains(t, d.must("list"), textID)
	r := d.typed("", "unload", textID)
	assert.Equal(t, exitFailed, r.code)
	assert.Contains(t, r.err, "is not loaded")
}

func TestAnotherTextUnderATakenIdentityNeedsReplace(t *testing.T) {
	d := newDesk(t)
	d.must("load", d.file("a.txt", text))
	other := d.file("b.txt", strings.ReplaceAll(text, "76/185", "77/3"))
	fresh := d.file("c.txt", strings.ReplaceAll(text, "L.3", "L.4"))

	r := d.typed("", "load", fresh, other)
	assert.Equal(t, exitFailed, r.code)
	assert.Contains(t, r.err, "b.txt: "+textID+" is already loaded with another text")
	assert.Contains(t, r.err, "--replace")
	assert.Contains(t, r.out, "\n1 document, ")
	assert.Contains(t, r.out, "; 1 refused: 1 another text in the store has the identity\n")
	assert.Contains(t, d.must("show", textID), "ga/resolution/76/185", "it is as it was")
	assert.Contains(t, d.must("list"), "document/E/2044/L.4", "the others are loaded")

	d.must("load", "--replace", fresh, other)
	assert.Contains(t, d.must("show", textID), "ga/resolution/77/3")
	assert.NotContains(t, d.must("show", textID), "ga/resolution/76/185")
	assert.Contains(t, d.must("list"), "document/E/2044/L.4")
}

func TestLoadTakesFoldersStandardInputAndTheIdentityGiven(t *testing.T) {
	d := newDesk(t)
	d.file("in/a.txt", text)
	d.file("in/deep/b.txt", strings.ReplaceAll(text, "L.3", "L.4"))
	d.file("in/.hidden/c.txt", strings.ReplaceAll(text, "L.3", "L.5"))
	d.file("in/notes.csv", "no text")
	d.must("load", filepath.Join(d.dir, "in"))
	listed := d.must("list")
	assert.Contains(t, listed, textID)
	assert.Contains(t, listed, "document/E/2044/L.4")
	assert.NotContains(t, listed, "document/E/2044/L.5")

	r := d.typed("A text without a symbol.\n", "load", "--id", "document/my-notes", "-")
	require.Equal(t, exitGood, r.code, r.err)
	assert.Contains(t, d.must("list"), "document/my-notes")
}

func TestTwoTextsOfOneLoadCannotShareAnIdentity(t *testing.T) {
	d := newDesk(t)
	a, b := d.file("a.txt", text), d.file("b.txt", text+"\nMore.\n")
	r := d.typed("", "load", a, b)
	assert.Equal(t, exitFailed, r.code)
	assert.Contains(t, r.err, "are different texts, but both are "+textID)
	assert.Equal(t, 1, strings.Count(d.must("load", a, a), textID), "one text named twice is read once")
}

func TestJSONLinesAreReadBackWhole(t *testing.T) {
	d := newDesk(t)
	d.must("load", d.file("a.txt", text))
	exported := d.must("export", "--format", "jsonl")
	lines := d.file("all.jsonl", exported)
	d.store = "bbolt:" + filepath.Join(d.dir, "second.db")
	d.must("load", lines)
	assert.Equal(t, exported, d.must("export", "--format", "jsonl"))

	r := d.typed("", "load", d.file("broken.jsonl", "{\n"))
	assert.Equal(t, exitFailed, r.code)
	assert.Contains(t, r.err, "broken.jsonl")
}

func TestExtractGivesTheRowsThatExportGives(t *testing.T) {
	d := newDesk(t)
	path := d.file("a.txt", text)
	extracted := d.must("extract", path, "--format", "csv")
	assert.True(t, strings.HasPrefix(extracted, "source,relation,target,locator,verb,quote,start,end,document,paragraph,"))
	assert.Contains(t, extracted, "recalls,ga/resolution/76/185,pp1,Recalling,")
	assert.Equal(t, extracted, d.must("extract", path, "--format", "csv"), "the same input gives the same bytes")
	d.must("load", path)
	assert.Subset(t, strings.Split(d.must("export", "--format", "csv"), "\n"), strings.Split(extracted, "\n"))
	for _, format := range []string{"jsonl", "nquads"} {
		assert.Contains(t, d.must("extract", path, "--format", format), "ga/resolution/76/185")
	}
	r := d.typed("", "extract", filepath.Join(d.dir, "none.txt"))
	assert.Equal(t, exitFailed, r.code)
	assert.Contains(t, r.err, "none.txt")
}

func TestAskAnswersOrShowsHowToChoose(t *testing.T) {
	d := newDesk(t)
	d.must("load", sample)
	answer := d.must("ask", "what does 12/4 recall")
	assert.Contains(t, answer, "15 found")
	assert.Contains(t, answer, "Kyoto Declaration")

	r := d.typed("", "ask", "what", "does", "12/1", "recall")
	assert.Equal(t, exitFailed, r.code)
	assert.Contains(t, r.out, "ctoc-cop/resolution/12/1")
	assert.Contains(t, r.out, "ctoc-cop/decision/12/1")
	assert.Empty(t, r.err)
	assert.Equal(t, exitFailed, d.typed("", "ask", "how tall is the moon").code)

	r = d.typed("", "show", "12/1")
	assert.Equal(t, exitFailed, r.code)
	assert.Contains(t, r.out+r.err, "ctoc-cop/decision/12/1")
}

func TestABadFileIsReportedAndTheOthersLoad(t *testing.T) {
	d := newDesk(t)
	d.file("in/a.txt", text)
	d.file("in/b.txt", "binary\x00\x01\x02")
	d.file("in/c.pdf", "%PDF-1.7\nnothing more")
	d.file("in/d.txt", "\xef\xbb\xbf")
	d.file("in/e.txt", strings.ReplaceAll(text, "L.3", "L.4"))
	r := d.typed("", "load", filepath.Join(d.dir, "in"))
	assert.Equal(t, exitFailed, r.code)
	for name, says := range map[string]string{
		"b.txt": "expected plain text", "c.pdf": "expected a PDF that can be opened", "d.txt": "found no words in it",
	} {
		path := filepath.Join(d.dir, "in", name)
		assert.Equal(t, 1, strings.Count(r.err, path), "%s is named once: %s", name, r.err)
		assert.Contains(t, r.err, path+": ")
		assert.Contains(t, r.err, says)
	}
	listed := d.must("list")
	assert.Contains(t, listed, textID)
	assert.Contains(t, listed, "document/E/2044/L.4")

	r = d.typed("", "extract", filepath.Join(d.dir, "in", "c.pdf"))
	assert.Equal(t, exitFailed, r.code)
	assert.Empty(t, r.out)
}

func TestEveryFormatLoadsFromAFolderAnArchiveAndStandardInput(t *testing.T) {
	const id = "document/E/CN.7/2044/7"
	const fixtures = "../../testdata/formats/"
	d := newDesk(t)
	pdf, err := os.ReadFile(fixtures + "report.pdf")
	require.NoError(t, err)
	want := d.must("extract", "--format", "csv", fixtures+"report.pdf")
	require.Contains(t, want, id)
	r := d.typed(string(pdf), "extract", "--format", "csv", "-")
	assert.Equal(t, want, r.out, r.err)
	assert.Equal(
		t, want, d.must("extract", "--format", "csv", d.file("in/any.name", string(pdf)), "--id", id),
		"the name says nothing",
	)
	assert.Equal(t, want, d.must("extract", "--format", "csv", filepath.Join(d.dir, "in")))

	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, data := range map[string]string{"reports/a.pdf": string(pdf), "b.txt": text, "table.csv": "a,b\nc,d\n"} {
		w, err := z.Create(name)
		require.NoError(t, err)
		_, err = w.Write([]byte(data))
		require.NoError(t, err)
	}
	require.NoError(t, z.Close())
	both := d.must("extract", "--format", "csv", d.file("all.zip", b.String()))
	assert.Contains(t, both, id)
	assert.Contains(t, both, textID)
	r = d.typed("", "load", "--id", "document/x", filepath.Join(d.dir, "all.zip"))
	assert.Equal(t, exitMisuse, r.code)
	assert.Contains(t, r.err, "--id names one document")
}
