package cite

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mandategraph/loader/tree"
)

// TestTextsCutAnywhere reads the lines of texts of all houses as if the text
// ended after each of their characters, and as if it began there.
func TestTextsCutAnywhere(t *testing.T) {
	files, err := filepath.Glob("../testdata/houses/*.txt")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, file := range files {
		text, err := os.ReadFile(file)
		require.NoError(t, err)
		for _, line := range strings.Split(string(text), "\n") {
			line = line[max(0, len(line)-120):]
			for at := range line {
				if !utf8.ValidString(line) {
					break
				}
				for _, piece := range []string{line[:at], line[at:]} {
					assert.NotPanics(t, func() { FindCitations(piece, "ga", &tree.Tree{}) }, "%q", piece)
				}
			}
		}
	}
}
