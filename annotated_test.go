package layout

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mandategraph/graph"
	"mandategraph/graph/export"
	"mandategraph/graph/snapshot"
)

// stretches of the sample that are kept with what is found in them: all
// resolutions and decisions, and three chapters of proceedings.
var stretches = []struct{ name, from, to string }{
	{"resolution-12-1", "Resolution 12/1", "Resolution 12/2"},
	{"resolution-12-2", "Resolution 12/2", "Resolution 12/3"},
	{"resolution-12-3", "Resolution 12/3", "Resolution 12/4"},
	{"resolution-12-4", "Resolution 12/4", "B. Decisions"},
	{"decisions", "B. Decisions", "II. Organizational matters"},
	{"chapter-II", "II. Organizational matters", "III. General discussion"},
	{"chapter-III", "III. General discussion", "IV. Review of the implementation"},
	{"chapter-V", "V. Other serious crimes", "VI. International cooperation"},
}

// What was read from the sample, drawn under its words for a person to check.
func TestAnnotatedSample(t *testing.T) {
	read := sample(t)
	format, ok := export.FormatByName("annotated")
	require.True(t, ok)
	var all bytes.Buffer
	require.NoError(t, format.Write(context.Background(), &all, snapshot.New([]graph.Document{read.Document}), export.Options{}))
	for _, s := range stretches {
		from, to := lastLine(all.String(), s.from), lastLine(all.String(), s.to)
		require.Less(t, from, to, s.name)
		text := all.String()[from:to]
		golden := filepath.Join("testdata", "annotated", s.name+".txt")
		if *update {
			require.NoError(t, os.MkdirAll(filepath.Dir(golden), 0o755))
			require.NoError(t, os.WriteFile(golden, []byte(text), 0o644))
		}
		want, err := os.ReadFile(golden)
		require.NoError(t, err)
		assert.True(t, string(want) == text, "%s differs; look at it with: go test . -update && git diff testdata/annotated", golden)
	}
}

// lastLine is where the last numbered line begins that starts with some words;
// earlier ones stand in the contents.
func lastLine(text, words string) int {
	places := regexp.MustCompile(`(?m)^ *\d+ `+regexp.QuoteMeta(words)).FindAllStringIndex(text, -1)
	if len(places) == 0 {
		return -1
	}
	return places[len(places)-1][0]
}
