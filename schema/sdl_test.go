package schema

import (
	"flag"
	"os"
	"reflect"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mandategraph/schema/guard"
)

var (
	update   = flag.Bool("update", false, "write the golden files")
	breakers = flag.Bool("break", false, "with -update: accept a schema that breaks clients of the printed one")
)

func TestTheSchemaIsAsPrinted(t *testing.T) {
	const golden = "testdata/schema.graphql"
	got := newAPI(t, Options{}).SDL()
	printed, err := os.ReadFile(golden)
	require.NoError(t, err)
	if !*breakers {
		require.Empty(
			t, breaking(t, string(printed), got),
			"clients rely on the schema as printed; -update -break accepts this all the same",
		)
	}
	if *update {
		require.NoError(t, os.MkdirAll("testdata", 0o755))
		require.NoError(t, os.WriteFile(golden, []byte(got), 0o644))
	}
	want, err := os.ReadFile(golden)
	require.NoError(t, err)
	wantLines, gotLines := strings.Split(string(want), "\n"), strings.Split(got, "\n")
	for i := range min(len(wantLines), len(gotLines)) {
		require.Equal(t, wantLines[i], gotLines[i], "line %d of %s; -update writes it anew", i+1, golden)
	}
	assert.Len(t, gotLines, len(wantLines), "-update writes %s anew", golden)
}

func TestIntrospection(t *testing.T) {
	const query = `{ __schema { queryType { name } types { kind name fields { name args { name defaultValue } } enumValues { name } possibleTypes { name } } } }`
	a := newAPI(t, Options{})
	first := ask(t, a, query)
	assert.True(t, reflect.DeepEqual(first, ask(t, a, query)), "the kept answer is the same")
	assert.True(t, reflect.DeepEqual(first, ask(t, newAPI(t, Options{}), query)), "so is that of another process")
	assert.Equal(t, "Query", first.get("__schema queryType name"))

	r := ask(t, a, `{ __type(name: "Query") { fields { name args { name defaultValue } } } }`)
	for i, name := range r.each("__type fields", "name") {
		if name == "lineage" {
			assert.Contains(
				t, r.get("__type fields").([]any)[i].(map[string]any)["args"],
				map[string]any{"name": "depth", "defaultValue": "3"},
			)
		}
	}
	off := newAPI(t, Options{Limits: guard.Limits{NoIntrospection: true}})
	assert.Equal(t, []string{guard.BadRequest}, execute(t, off, query, nil).codes())
	assert.Equal(t, []string{guard.BadRequest}, execute(t, off, `{ __type(name: "Act") { name } }`, nil).codes())
	assert.Empty(t, execute(t, off, `{ __typename }`, nil).Errors)
}

func TestEverythingIsDescribed(t *testing.T) {
	r := ask(
		t, newAPI(t, Options{}),
		`{ __schema { types { name description fields { name description args { name description } } inputFields { name description } enumValues { name description } } } }`,
	)
	var look func(at string, value any)
	look = func(at string, value any) {
		switch v := value.(type) {
		case []any:
			for _, item := range v {
				look(at, item)
			}
		case map[string]any:
			name, _ := v["name"].(string)
			if strings.HasPrefix(name, "__") {
				return
			}
			at += " " + name
			assert.NotEmpty(t, v["description"], at)
			for _, part := range []string{"fields", "args", "inputFields", "enumValues"} {
				look(at, v[part])
			}
		}
	}
	look("", r.get("__schema types"))
}
