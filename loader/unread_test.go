package loader

import (
	"context"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mandategraph/graph"
	"mandategraph/loader/scan"
)

// likeActs are numbers that name an act: behind its noun, or in a form that nothing
// else has.
var likeActs = regexp.MustCompile(`\b(?:[Rr]esolution|[Dd]ecision)s?\s+(\d{1,4}/\d{1,4}|\d{3,4} \((?:19|20)\d\d\)|\d{3,4} ?[A-Z]? \([IVXL]{2,}\))|` +
	`\b([1-9]\d{2,3} \((?:19[4-9]|20)\d\d\))`)

// lost lists what looks like an act in a text and neither is cited, nor reported, nor
// named elsewhere in the document, nor its own number, nor quoted.
func lost(t *testing.T, name string, data []byte) (list []string) {
	r, err := Load(context.Background(), name, data, Options{ID: "document/x"})
	require.NoError(t, err, name)
	var spans []scan.Span
	numbers := map[string]bool{}
	for _, s := range r.Document.Statements {
		spans = append(spans, scan.Span{Start: s.Evidence.Start, End: s.Evidence.End})
		for _, id := range []string{s.Subject, s.Object} {
			if _, _, number, ok := graph.SplitActID(id); ok {
				numbers[number] = true
			}
		}
	}
	for _, d := range r.Diagnostics {
		spans = append(spans, scan.Span{Start: d.Start, End: d.End})
	}
	for _, a := range r.Tree.Acts {
		numbers[a.Number] = true
	}
	text := r.Tree.Source.Text
	quoted := scan.Quoted(text)
	for _, m := range likeActs.FindAllStringSubmatchIndex(text, -1) {
		from, to := max(m[2], m[4]), max(m[3], m[5])
		number := strings.Join(strings.Fields(text[from:to]), "")
		bare, _, _ := strings.Cut(number, "(")
		known := numbers[number] || numbers[bare] || scan.Inside(quoted, from) || strings.Contains(strings.Join(r.Tree.Symbols, " "), bare)
		first, last := r.Tree.Source.CodePoint(from), r.Tree.Source.CodePoint(to)
		for _, s := range spans {
			known = known || s.Start < last && first < s.End
		}
		if !known {
			list = append(list, text[from:to])
		}
	}
	return list
}

func TestNothingThatLooksLikeAnActIsDroppedInSilence(t *testing.T) {
	for _, pattern := range []string{"testdata/houses/*.txt", "testdata/forms/*.txt", "../testdata/*.txt", "../testdata/made/*.*"} {
		files, err := filepath.Glob(pattern)
		require.NoError(t, err)
		for _, file := range files {
			if filepath.Ext(file) == ".tsv" {
				continue
			}
			data, err := os.ReadFile(file)
			require.NoError(t, err)
			assert.Empty(t, lost(t, file, data), file)
		}
	}
}

func TestActsInHeadingsAloneAreReported(t *testing.T) {
	const head = "A/99/12\n\nReport of the Quiet Committee\n\n1. The Committee met.\n\n"
	for text, want := range map[string]string{
		head + "II. Follow-up to General Assembly resolution 98/55\n\n2. It closed its session.\n":                                     "resolution 98/55",
		head + "II. Follow-up to resolution 98/56\n\n2. It recalled General Assembly resolution 98/56.\n":                              "",
		"A/RES/99/12\n\n99/12. Review of decision 98/517 on lamps\n\nThe General Assembly,\n\n1. Decides to meet.\n":                   "decision 98/517",
		"A/99/13\n\nReport pursuant to Security Council resolution 2784 (2025)\n\nNote by the Secretariat\n\n1. The lamps were lit.\n": "resolution 2784 (2025)",
	} {
		r := load(t, text)
		var found []string
		for _, d := range r.Diagnostics {
			if strings.Contains(d.Reason, "in a heading alone") {
				found = append(found, d.Text)
			}
		}
		assert.Equal(t, want, strings.Join(found, " "), text)
	}
}
