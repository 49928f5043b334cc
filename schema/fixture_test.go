package schema

import (
	"context"
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"

	"mandategraph/graph"
	"mandategraph/graph/snapshot"
	"mandategraph/schema/schematest"
)

func referenceNames() graph.Document { return schematest.Names() }

func fixture() graph.Document { return schematest.Report() }

const reportID = schematest.ReportID

func facts(subject string, pairs ...string) []graph.Fact { return schematest.Facts(subject, pairs...) }

func newAPI(t testing.TB, options Options) *API {
	t.Helper()
	return apiOf(t, options, referenceNames(), fixture())
}

// apiOf answers from documents.
func apiOf(t testing.TB, options Options, documents ...graph.Document) *API {
	t.Helper()
	snap := snapshot.New(documents)
	a, err := New(func() *snapshot.Snapshot { return snap }, options)
	require.NoError(t, err)
	return a
}

// answer is a response as a client decodes it.
type answer struct{ schematest.Answer }

func (a answer) codes() []string { return a.Codes() }

// cost is how many objects the query might have returned.
func (a answer) cost() any { return a.Extensions["cost"].(map[string]any)["requested"] }

func (a answer) get(path string) any { return a.Get(path) }

func (a answer) each(list, path string) []any { return a.Each(list, path) }

func execute(t testing.TB, a *API, query string, variables map[string]any) answer {
	t.Helper()
	return read(t, a.Execute(context.Background(), query, variables, ""))
}

func read(t testing.TB, result Result) answer {
	t.Helper()
	encoded, err := json.Marshal(result)
	require.NoError(t, err)
	var decoded answer
	require.NoError(t, json.Unmarshal(encoded, &decoded), string(encoded))
	return decoded
}

// ask is execute for queries that must succeed.
func ask(t testing.TB, a *API, query string) answer {
	t.Helper()
	r := execute(t, a, query, nil)
	require.Empty(t, r.Errors, query)
	return r
}

// respond executes a query as the server does: by its plan where it has one.
func respond(t testing.TB, a *API, query string, variables map[string]any) answer {
	t.Helper()
	return read(t, a.inProcess(context.Background(), Params{Query: query, Encoded: true}, variables))
}
