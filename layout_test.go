// Package layout holds the test of the import directions.
package layout

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// rules: what each package may import of this module, and which of the
// libraries it has to itself.
var rules = map[string][]string{
	"graph":            {},
	"loader":           {"mandategraph/graph"},
	"queries":          {},
	"web":              {},
	"schema":           {"mandategraph/graph", "mandategraph/queries"},
	"cmd/mandategraph": {"mandategraph/graph", "mandategraph/loader", "mandategraph/queries", "mandategraph/schema", "mandategraph/web"},
}

var owners = map[string]string{
	"github.com/cayleygraph/":       "graph",
	"github.com/graphql-go/graphql": "schema",
	"github.com/spf13/cobra":        "cmd/mandategraph",
}

func TestImportDirections(t *testing.T) {
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() && (d.Name() == "node_modules" || d.Name() == ".git") {
			if d != nil && d.IsDir() && err == nil {
				return filepath.SkipDir
			}
			return err
		}
		dir := filepath.ToSlash(filepath.Dir(path))
		if !strings.HasSuffix(path, ".go") || dir == "." {
			return nil
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
		require.NoError(t, err)
		for _, i := range file.Imports {
			name := strings.Trim(i.Path.Value, `"`)
			allowed, known := rules[dir]
			if known && strings.HasPrefix(name, "mandategraph/") {
				assert.Contains(t, allowed, name, "%s imports %s", path, name)
			}
			for library, owner := range owners {
				if strings.HasPrefix(name, library) {
					assert.Equal(t, owner, dir, "%s imports %s", path, name)
				}
			}
		}
		return nil
	})
	require.NoError(t, err)
}
