// Package layout holds the tests that see the whole module: the import
// directions and the journey of a report.
package layout

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// module is the path before the packages of this module.
const module = "mandategraph/"

// directions says of each package which others of this module it may import.
// The tests at the root see them all.
var directions = map[string][]string{
	".": {
		"graph", "graph/export", "graph/snapshot", "graph/store", "graph/timeline", "loader", "queries",
		"schema", "schema/http", "web",
	},
	"graph":           {},
	"graph/names":     {"graph"},
	"graph/snapshot":  {"graph", "graph/graphtest", "graph/names"},
	"graph/store":     {"graph", "graph/export", "graph/graphtest", "graph/snapshot"}, // export in tests
	"graph/search":    {"graph", "graph/names", "graph/snapshot"},
	"graph/timeline":  {"graph", "graph/names", "graph/snapshot"},
	"graph/network":   {"graph", "graph/snapshot"},
	"graph/export":    {"graph", "graph/graphtest", "graph/names", "graph/network", "graph/snapshot", "graph/timeline"},
	"graph/graphtest": {"graph"}, // imported in tests
	"loader": {
		"graph", "graph/names", "loader/cite", "loader/clause", "loader/duty", "loader/format", "loader/record",
		"loader/scan", "loader/session", "loader/text", "loader/treaty", "loader/tree",
	},
	"loader/format": {},
	"loader/record": {"graph", "graph/names", "loader/scan", "loader/text", "loader/tree"},
	"loader/scan":   {},
	"loader/text":   {"loader/scan"},
	"loader/tree":   {"graph", "graph/names", "loader/scan", "loader/text"},
	"loader/clause": {"graph", "graph/names", "loader/scan", "loader/text", "loader/tree"},
	"loader/cite":   {"graph", "graph/names", "loader/clause", "loader/scan", "loader/text", "loader/tree"},
	"loader/treaty": {"graph", "graph/names", "loader/clause", "loader/scan", "loader/text", "loader/tree"},
	"loader/duty": {
		"graph", "graph/names", "loader/cite", "loader/clause", "loader/scan", "loader/text", "loader/tree",
	},
	"loader/session": {
		"graph", "graph/names", "loader/cite", "loader/clause", "loader/scan", "loader/text", "loader/tree",
	},
	"fetch":       {},
	"queries":     {},
	"queries/ask": {"graph", "graph/names", "graph/search", "graph/snapshot", "graph/timeline", "queries"},
	"schema": { // corpus in benchmarks
		"bench/corpus", "graph", "graph/names", "graph/network", "graph/search", "graph/snapshot", "graph/timeline",
		"queries", "queries/ask", "schema/guard", "schema/schematest",
	},
	"schema/guard": {},
	"schema/http": { // corpus in benchmarks
		"bench/corpus", "graph", "graph/export", "graph/snapshot", "queries", "schema", "schema/guard",
		"schema/schematest", "web",
	},
	"assist":            {"schema"},
	"schema/schematest": {"graph", "schema/guard"},
	"web":               {},
	"cmd/mandategraph": {
		"assist", "fetch", "graph", "graph/export", "graph/names", "graph/search", "graph/snapshot", "graph/store", "loader", "loader/format",
		"queries/ask", "schema", "schema/http",
	},
	"bench/corpus":   {"graph", "graph/search", "graph/snapshot", "graph/store"}, // in tests
	"bench/generate": {"bench/corpus", "graph", "graph/export", "graph/snapshot"},
	"bench/soak":     {},
}

// owners are the only packages that import a library; tests may read with any
// what another package wrote.
var owners = map[string][]string{
	"github.com/cayleygraph/":          {"graph/store"},
	"github.com/hidal-go/":             {"graph/store"},
	"go.etcd.io/bbolt":                 {"graph/store"},
	"github.com/jackc/":                {"graph/store"},
	"github.com/lib/pq":                {"graph/store"},
	"github.com/graphql-go/graphql":    {"schema", "schema/guard"},
	"github.com/vektah/gqlparser":      {"schema"},
	"gonum.org/v1/gonum":               {"graph/network"},
	"golang.org/x/time":                {"fetch", "schema/http"},
	"github.com/cenkalti/":             {"fetch"},
	"github.com/temoto/":               {"fetch"},
	"github.com/fsnotify/":             {"cmd/mandategraph"},
	"github.com/xuri/excelize":         {"graph/export"},
	"github.com/spf13/":                {"cmd/mandategraph"},
	"github.com/modelcontextprotocol/": {"assist"},
	"golang.org/x/term":                {"cmd/mandategraph"},
	"github.com/klippa-app/":           {"loader/format"},
	"github.com/tetratelabs/":          {"loader/format"},
	"github.com/gabriel-vasile/":       {"loader/format"},
	"golang.org/x/net":                 {"loader/format", "loader/record"},
}

func TestImportDirections(t *testing.T) {
	seen := map[string]bool{}
	for path, imports := range importsByFile(t) {
		dir := filepath.ToSlash(filepath.Dir(path))
		allowed, known := directions[dir]
		require.True(t, known, "%s: package %s has no row in the table of directions", path, dir)
		seen[dir] = true
		for _, name := range imports {
			if own, ok := strings.CutPrefix(name, module); ok {
				if own != dir { // but for tests outside a package
					assert.Contains(t, allowed, own, "%s: %s must not import %s", path, dir, own)
				}
			}
			for library, rooms := range owners {
				if strings.HasPrefix(name, library) && !strings.HasSuffix(path, "_test.go") {
					assert.Contains(t, rooms, dir, "%s: only %s may import %s", path, strings.Join(rooms, ", "), name)
				}
			}
		}
	}
	for dir := range directions {
		assert.True(t, seen[dir], "the table of directions has a row for %s, which holds no Go file", dir)
	}
}

// isModule reports whether a folder is a module of its own.
func isModule(folder string) bool {
	_, err := os.Stat(filepath.Join(folder, "go.mod"))
	return err == nil
}

// importsByFile reads the imports of every Go file of the module.
func importsByFile(t *testing.T) map[string][]string {
	t.Helper()
	files := map[string][]string{}
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && path != "." && isModule(path):
			return filepath.SkipDir // the benchmarks against other databases are a module of their own
		case d.IsDir() && (d.Name() == "node_modules" || d.Name() == "testdata" || path != "." && strings.HasPrefix(d.Name(), ".")):
			return filepath.SkipDir
		case d.IsDir() || filepath.Ext(path) != ".go":
			return nil
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		files[path] = []string{}
		for _, i := range file.Imports {
			files[path] = append(files[path], strings.Trim(i.Path.Value, `"`))
		}
		slices.Sort(files[path])
		return nil
	})
	require.NoError(t, err)
	return files
}
