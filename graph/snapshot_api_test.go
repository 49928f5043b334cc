package graph

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestVersionTellsWhatASnapshotHolds(t *testing.T) {
	one := Document{ID: "document/A/1", Source: "one", Facts: []Fact{{"state/alb", "kind", "State"}},
		Statements: []Statement{{Subject: "state/alb", Relation: "sponsors", Object: "ga/resolution/1/1", Evidence: Evidence{Document: "document/A/1", End: 3, Quote: "one"}}}}
	two := Document{ID: "document/A/2", Source: "two", Facts: []Fact{{"state/tur", "kind", "State"}}}
	version := NewSnapshot([]Document{one, two}).Version()
	assert.Equal(t, version, NewSnapshot([]Document{two, one}).Version(), "the order of loading makes no difference")
	other := two
	other.Source = "three"
	renamed := two
	renamed.Facts = []Fact{{"state/tur", "name", "Türkiye"}}
	qualified := one
	qualified.Statements = []Statement{one.Statements[0]}
	qualified.Statements[0].Qualifiers = map[string]string{"verb": "sponsors"}
	for name, documents := range map[string][]Document{"none": nil, "fewer": {one}, "other text": {one, other}, "other fact": {one, renamed}, "other qualifier": {qualified, two}} {
		assert.NotEqual(t, version, NewSnapshot(documents).Version(), name)
	}
}
