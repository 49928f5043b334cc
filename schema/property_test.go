package schema

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"

	"mandategraph/graph"
)

func TestPresentationsNameTheVocabulary(t *testing.T) {
	for _, p := range presentations {
		assert.True(
			t, slices.ContainsFunc(graph.Properties, func(q graph.Property) bool { return q.Name == p.property }), p.property,
		)
		for _, kind := range p.kinds {
			_, ok := graph.KindByName(kind)
			assert.True(t, ok, "%s on %s", p.property, kind)
		}
	}
	for _, p := range parts {
		_, ok := graph.KindByName(p.owner)
		assert.True(t, ok, p.owner)
	}
}

// No property is lost: what has no field of its own is in the list of all.
func TestEveryPropertyOfAnEntityIsShown(t *testing.T) {
	r := ask(t, newAPI(t, Options{}), `{ state(id: "alb") { aliases code properties { name value } } }`)
	assert.Equal(t, []any{"Republic of Albania"}, r.get("state aliases"))
	assert.Equal(t, []any{"alias", "code", "kind", "name"}, r.each("state properties", "name"))
}
