package snapshot

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"mandategraph/graph"
)

func TestVersionTellsWhatASnapshotHolds(t *testing.T) {
	one := graph.Document{ID: "document/A/1", Source: "one", Facts: []graph.Fact{{Subject: "state/alb", Property: "kind", Value: "State"}},
		Statements: []graph.Statement{{Subject: "state/alb", Relation: "sponsors", Object: "ga/resolution/1/1", Evidence: graph.Evidence{Document: "document/A/1", End: 3, Quote: "one"}}}}
	two := graph.Document{ID: "document/A/2", Source: "two", Facts: []graph.Fact{{Subject: "state/tur", Property: "kind", Value: "State"}}}
	version := New([]graph.Document{one, two}).Version()
	assert.Equal(t, version, New([]graph.Document{two, one}).Version(), "the order of loading makes no difference")
	other := two
	other.Source = "three"
	renamed := two
	renamed.Facts = []graph.Fact{{Subject: "state/tur", Property: "name", Value: "Türkiye"}}
	qualified := one
	qualified.Statements = []graph.Statement{one.Statements[0]}
	qualified.Statements[0].Qualifiers = map[string]string{"verb": "sponsors"}
	for name, documents := range map[string][]graph.Document{"none": nil, "fewer": {one}, "other text": {one, other}, "other fact": {one, renamed}, "other qualifier": {qualified, two}} {
		assert.NotEqual(t, version, New(documents).Version(), name)
	}
}
