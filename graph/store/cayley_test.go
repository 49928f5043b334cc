package store

import (
	"context"
	"database/sql"
	"fmt"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/graphtest"
	"github.com/cayleygraph/cayley/graph/graphtest/testutil"
	"github.com/cayleygraph/cayley/graph/kv"
	cayleysql "github.com/cayleygraph/cayley/graph/sql"
	"github.com/cayleygraph/cayley/query/path"
	"github.com/cayleygraph/cayley/query/path/pathtest"
	"github.com/cayleygraph/quad"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	bolt "go.etcd.io/bbolt"

	"mandategraph/graph"
)

// writable is a store of arrays that are made anew at every write, so that
// Cayley's suite can fill it.
type writable struct{ *arrays }

func (w *writable) ApplyDeltas(in []cayley.Delta, options cayley.IgnoreOpts) error {
	held := map[quad.Quad]bool{}
	var order []quad.Quad
	for n := range w.quads {
		q, _ := w.Quad(quadRef(n))
		held[q] = true
		order = append(order, q)
	}
	for _, d := range in {
		switch {
		case d.Action == cayley.Add && held[d.Quad] && !options.IgnoreDup:
			return &cayley.DeltaError{Delta: d, Err: cayley.ErrQuadExists}
		case d.Action == cayley.Delete && !held[d.Quad] && !options.IgnoreMissing:
			return &cayley.DeltaError{Delta: d, Err: cayley.ErrQuadNotExist}
		case d.Action == cayley.Add && !held[d.Quad]:
			order = append(order, d.Quad)
		}
		held[d.Quad] = d.Action == cayley.Add
	}
	var quads []quad.Quad
	for _, q := range order {
		if held[q] {
			quads = append(quads, q)
			held[q] = false
		}
	}
	w.arrays = arraysOf(quads)
	return nil
}

// suite are the tests of Cayley's graphtest.
var suite = map[string]func(testing.TB, testutil.DatabaseFunc, *graphtest.Config){
	"load one quad": graphtest.TestLoadOneQuad, "load dup": graphtest.TestLoadDup, "load dup single": graphtest.TestLoadDupSingle, "load dup raw": graphtest.TestLoadDupRaw,
	"delete quad": graphtest.TestDeleteQuad, "sizes": graphtest.TestSizes, "iterator": graphtest.TestIterator, "hasa": graphtest.TestHasA, "set iterator": graphtest.TestSetIterator,
	"deleted from iterator": graphtest.TestDeletedFromIterator, "load typed quad": graphtest.TestLoadTypedQuads, "add and remove": graphtest.TestAddRemove, "node delete": graphtest.TestNodeDelete,
	"iterators and next result order": graphtest.TestIteratorsAndNextResultOrderA, "compare typed values": graphtest.TestCompareTypedValues, "schema": graphtest.TestSchema,
	"delete reinserted": graphtest.TestDeleteReinserted, "delete reinserted dup": graphtest.TestDeleteReinsertedDup,
}

// A suiteRun is the suite on one kind of store, with what is left out and why.
type suiteRun struct {
	make     testutil.DatabaseFunc
	config   graphtest.Config
	excluded map[string]string
}

func TestCayleysOwnSuite(t *testing.T) {
	server := startPostgres(t)
	relational := func(dialect string) testutil.DatabaseFunc {
		return func(t testing.TB) (cayley.QuadStore, cayley.Options) {
			address := "postgres" + server.database(t.(*testing.T))
			db, err := sql.Open(sqlDriver, address)
			require.NoError(t, err)
			require.NoError(t, makeTables(context.Background(), db, dialect, address, Options{}))
			require.NoError(t, db.Close())
			qs, err := cayleysql.New(dialect, address, nil)
			require.NoError(t, err)
			t.Cleanup(func() { assert.NoError(t, qs.Close()) })
			return qs, nil
		}
	}
	runs := map[string]suiteRun{
		"snapshot": {func(testing.TB) (cayley.QuadStore, cayley.Options) { return &writable{arraysOf(nil)}, nil }, graphtest.Config{SkipDeletedFromIterator: true}, map[string]string{}},
		"bbolt":    {boltOfSuite, graphtest.Config{NoPrimitives: true}, map[string]string{}},
		"postgres": {relational(postgresDialect), graphtest.Config{NoPrimitives: true, TimeInMcs: true, OptimizesComparison: true}, map[string]string{
			"load typed quad":      "the layout has no truth values, floating-point numbers and times, and refuses them",
			"compare typed values": "it begins with loading such values",
		}},
	}
	for name, run := range runs {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			for test, f := range suite {
				if _, out := run.excluded[test]; !out {
					t.Run(test, func(t *testing.T) { f(t, run.make, &run.config) })
				}
			}
		})
	}
	t.Run("paths", func(t *testing.T) { testPathLanguage(t, runs) })
}

// testPathLanguage runs the tests of the path language, which read a file of
// Cayley's own.
func testPathLanguage(t *testing.T, runs map[string]suiteRun) {
	output, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/cayleygraph/cayley").Output()
	require.NoError(t, err)
	t.Chdir(filepath.Join(strings.TrimSpace(string(output)), "query", "path", "pathtest"))
	for name, run := range runs {
		t.Run(name, func(t *testing.T) { pathtest.RunTestMorphisms(t, run.make) })
	}
}

// boltOfSuite is Cayley on bbolt with our indexes, in groups of transactions.
func boltOfSuite(t testing.TB) (cayley.QuadStore, cayley.Options) {
	file, err := bolt.Open(filepath.Join(t.TempDir(), "graph.db"), 0o644, &bolt.Options{NoSync: true})
	require.NoError(t, err)
	settings := cayley.Options{kv.OptNoBloom: true}
	db := &grouped{KV: packed{file}}
	require.NoError(t, kv.Init(db, settings))
	qs, err := kv.New(db, settings)
	require.NoError(t, err)
	t.Cleanup(func() { assert.NoError(t, qs.Close()) })
	return qs, settings
}

// Cayley's path language gives the same on a snapshot as on the store that it was
// made from, and finds there also what the store does not say as it follows.
func TestPathLanguageOnASnapshot(t *testing.T) {
	ctx := context.Background()
	s := openStore(t, "mem:")
	for n := range 5 {
		replace(t, s, numbered(n))
	}
	snapshot, err := s.Snapshot(ctx)
	require.NoError(t, err)
	file := filepath.Join(t.TempDir(), "graph.snapshot")
	require.NoError(t, snapshot.WriteFile(file))
	opened, err := cayley.NewQuadStore(arraysType, file, nil)
	require.NoError(t, err)
	assert.ErrorIs(t, opened.ApplyDeltas(nil, cayley.IgnoreOpts{}), ErrReadOnly)
	answers := func(qs cayley.QuadStore, paths ...*path.Path) (list []string) {
		for _, p := range paths {
			values, err := p.Iterate(ctx).AllValues(qs)
			require.NoError(t, err)
			var texts []string
			for _, v := range values {
				texts = append(texts, quad.StringOf(v))
			}
			list = append(list, fmt.Sprint(sorted(texts)))
		}
		return list
	}
	said := func(qs cayley.QuadStore) []string {
		return answers(qs,
			path.StartPath(qs, entityIRI("ctoc-cop/resolution/12/1")).Out(vocabularyIRI("recalls")),
			path.StartPath(qs, entityIRI("ga/resolution/1/2")).In(vocabularyIRI("recalls")).Out(vocabularyIRI("position")),
			path.StartPath(qs).Has(vocabularyIRI("title"), quad.String("Report 3")))
	}
	assert.NoError(t, s.with(ctx, func(b backend) error {
		want := said(b)
		assert.Greater(t, len(want[0]), 100)
		assert.Equal(t, want, said(opened))
		return nil
	}))
	assert.Equal(t, []string{`["Act" "Act"]`, `["ga/resolution/0/3"]`}, answers(opened,
		path.StartPath(opened, entityIRI("ga/resolution/1/2")).In(vocabularyIRI("recalls")).Out(vocabularyIRI("kind")),
		path.StartPath(opened, entityIRI("document/0")).Out(vocabularyIRI(graph.StatementTerm)).Out(vocabularyIRI(graph.QuoteTerm)).
			And(path.StartPath(opened, quad.String("ga/resolution/0/3")))))
}
