package corpus

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mandategraph/graph/store"
)

func TestSameSeedSameDocuments(t *testing.T) {
	o := Options{Acts: 300, Seed: 1}
	documents := All(o)
	assert.Equal(t, documents, All(o))
	o.Seed = 2
	assert.NotEqual(t, documents, All(o))
}

// What the graph is made of must be what a loader could have read.
func TestDocumentsAreWholeAndShapedLikeRealOnes(t *testing.T) {
	documents := All(Options{Acts: 2000, Seed: 1})
	require.Len(t, documents, 2000)
	cited, citations, quads := map[string]int{}, 0, 0
	for _, d := range documents {
		require.NoError(t, d.Check())
		source := []rune(d.Source)
		for _, s := range d.Statements {
			e := s.Evidence
			require.Equal(t, e.Quote, string(source[e.Start:e.End]))
			if s.Qualifiers["citedTitle"] != "" {
				citations++
				cited[s.Object]++
			}
		}
		for _, f := range d.Facts {
			if f.Property == "text" {
				assert.Contains(t, d.Source, f.Value)
			}
		}
		quads += len(store.Quads(&d))
	}
	most := 0
	for _, n := range cited {
		most = max(most, n)
	}
	assert.InDelta(t, 6, float64(citations)/2000, 1, "citations an act")
	assert.Greater(t, most, 60, "some acts are cited far more than others")
	assert.InDelta(t, 107, float64(quads)/2000, 15, "quads an act")
}
