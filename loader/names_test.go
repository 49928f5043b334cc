package loader

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mandategraph/graph/names"
)

// Each thing is one row of names: with it, a text that cites the thing says what
// it said nothing of before.
func TestAThingIsOneRow(t *testing.T) {
	text := `E/2044/L.9

The Economic and Social Council,

Recalling decision LH-4/12 of the Conference on Lighthouses, and article 4 of the Lantern Convention,

1. Requests the World Lighthouse Organization and the Group of Friends of Light to report to it at its next session, and encourages UNMIRU to paint towers.
`
	defer names.Forget()
	for row, edge := range map[string]string{
		"body,lh,Conference on Lighthouses,,,LH":            "recalls lh/decision/LH-4/12",
		"treaty,lanterns,Lantern Convention":                "mentions treaty/lanterns/article/4",
		"organization,wlo,World Lighthouse Organization,,,": "requests organization/wlo",
		"group,friends-of-light,Group of Friends of Light":  "requests group/friends-of-light",
		"operation,unmiru,Mission in Ruritania,UNMIRU,sc":   "encourages body/unmiru",
	} {
		names.Forget()
		assert.NotContains(t, edgesOf(t, text), edge)
		rows, err := names.ReadRows("own.csv", strings.NewReader("sort,code,name,acronym,parent,marks\n"+row))
		require.NoError(t, err)
		require.NoError(t, names.Add(rows))
		assert.Contains(t, edgesOf(t, text), edge)
		assert.Contains(t, ReferenceData().Source, strings.Split(row, ",")[2], "the reference data keeps the row")
	}
}

// edgesOf are the relations and objects of what a text says.
func edgesOf(t *testing.T, text string) (edges []string) {
	t.Helper()
	result, err := Load(t.Context(), "text.txt", []byte(text), Options{})
	require.NoError(t, err)
	for _, s := range result.Document.Statements {
		edges = append(edges, s.Relation+" "+s.Object)
	}
	return edges
}
