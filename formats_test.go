package layout

import (
	"context"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mandategraph/graph"
	"mandategraph/graph/export"
	"mandategraph/graph/snapshot"
)

// awkward is made up of what formats trip over: quotation marks, markup, line
// ends, control characters, escapes of every language, text beyond ASCII. No
// letter follows the backslash: rdflib 6.1 reads \\n in N-Quads as a line end.
func awkward() *snapshot.Snapshot {
	const act, text = "ga/resolution/217A(III)", "document/A/810: two"
	const words = "a \"b\" 'c' <d> & e \\ {f} %g% #h $i ~ ^ _ * ` ;\ttab\r\nline \u00e9\u6587\U0001D4B3 ]]> -->"
	cited := graph.Evidence{Document: text, Paragraph: act + "#pp1", Start: 1, End: 5, Quote: words}
	return snapshot.New([]graph.Document{{ID: text, Source: "x" + words, Facts: []graph.Fact{
		{Subject: act, Property: "kind", Value: "Act"}, {Subject: act, Property: "title", Value: words}, {Subject: act, Property: "adoptedOn", Value: "1948-12"},
		{Subject: text, Property: "kind", Value: "Document"}, {Subject: text, Property: "symbol", Value: "A/810: two"}, {Subject: act, Property: "label", Value: words},
	}, Statements: []graph.Statement{
		{Subject: act, Relation: "recalls", Object: "treaty/a b<c>\"d\"", Evidence: cited, Qualifiers: map[string]string{"rule": words, "citedDate": "1945", "mandate": act + "#op1/mandate/1"}},
		{Subject: act, Relation: "recalls", Object: "treaty/../x", Evidence: cited},
		{Subject: "treaty/a b<c>\"d\"", Relation: "registeredAs", Object: words, Evidence: graph.Evidence{Document: text, Start: 2, End: 2}},
	}}})
}

// Every format is read by a program that is not ours, and what it read is
// compared with the tables, attribute by attribute.
func TestOthersReadWhatIsExported(t *testing.T) {
	for name, c := range map[string]struct {
		snapshot *snapshot.Snapshot
		acts     int
	}{"sample": {sampleSnapshot(t), 47}, "awkward": {awkward(), 1}} {
		dir := t.TempDir()
		for _, f := range export.Formats {
			file, err := os.Create(filepath.Join(dir, f.Name))
			require.NoError(t, err)
			require.NoError(t, f.Write(context.Background(), file, c.snapshot, export.Options{}), f.Name)
			require.NoError(t, file.Close())
		}
		out, err := exec.Command("/usr/bin/python3", "testdata/readers/read.py", dir).Output()
		require.NoError(t, err, "install what reads the exports with: make readers (%v)", err)
		var read struct {
			Found map[string]any
			Wrong []string
		}
		require.NoError(t, json.Unmarshal(out, &read), string(out))
		assert.Empty(t, read.Wrong, name)
		for _, format := range []string{"csv", "reified", "annotations", "dated"} {
			assert.EqualValues(t, c.snapshot.Edges(), read.Found[format], "%s: %s holds every statement", name, format)
		}
		assert.GreaterOrEqual(t, read.Found["bibtex"], float64(c.acts), name)
	}
}

// A lineage is a report that shows where it began, each act and each quote.
func TestReportOfOneAct(t *testing.T) {
	s := sampleSnapshot(t)
	start, ok := s.Lookup("ctoc-cop/resolution/12/1")
	require.True(t, ok)
	ctx := context.Background()
	lineage, err := s.Lineage(ctx, []snapshot.Node{start}, snapshot.Backward, snapshot.Limits{Depth: 3})
	require.NoError(t, err)
	f, _ := export.FormatByName("html")
	var b strings.Builder
	require.NoError(t, f.Write(ctx, &b, s, export.Options{Only: &lineage}))
	for _, part := range []string{"<h1>CTOC COP resolution 12/1</h1>", "CTOC COP decision 2/2", "2005-10-19", "decision 2/2 of 19 October 2005, entitled", "<td>reaffirms"} {
		assert.Contains(t, b.String(), part)
	}
	assert.Equal(t, len(lineage.Edges), strings.Count(b.String(), "<q>"))
	assert.NotContains(t, b.String(), "<script")
}
