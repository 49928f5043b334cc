package graph

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestVocabularyIsOneUnambiguousTable(t *testing.T) {
	seen := map[string]string{}
	for _, r := range Relations {
		assert.Empty(t, seen[r.Name], "%s is declared twice", r.Name)
		seen[r.Name] = "relation"
		assert.True(t, r.Inverse != "" || !r.Core, "the core relation %s has no inverse", r.Name)
		if r.Inverse != "" {
			assert.Empty(t, seen[r.Inverse], "inverse %s of %s is taken", r.Inverse, r.Name)
			seen[r.Inverse] = "inverse of " + r.Name
		}
		assert.NotEmpty(t, r.Definition, r.Name)
		assert.NotEmpty(t, r.Term, r.Name)
		for _, k := range append(append([]string{}, r.From...), r.To...) {
			_, ok := KindByName(k)
			assert.True(t, ok || k == Literal, "%s names an unknown kind %s", r.Name, k)
		}
	}
}

func TestVerbFormsAsTheyArePrinted(t *testing.T) {
	for _, c := range []struct{ relation, third, present, past string }{
		{"recalls", "recalls", "recalling", "recalled"},
		{"takesNoteOf", "takes note of", "taking note of", "took note of"},
		{"stresses", "stresses", "stressing", "stressed"},
		{"refersTo", "refers to", "referring to", "referred to"},
		{"bearsInMind", "bears in mind", "bearing in mind", "bore in mind"},
		{"urges", "urges", "urging", "urged"},
		{"decides", "decides", "deciding", "decided"},
		{"callsUpon", "calls upon", "calling upon", "called upon"},
		{"guidedBy", "is guided by", "being guided by", "was guided by"},
	} {
		r, ok := RelationByName(c.relation)
		if assert.True(t, ok, c.relation) {
			f, _ := r.Forms()
			assert.Equal(t, []string{c.third, c.present, c.past}, []string{f.Third, f.Present, f.Past})
		}
	}
}

func TestSlug(t *testing.T) {
	for text, want := range map[string]string{
		"The Group of 77 and China":         "group-of-77-and-china",
		"Carlos Alberto Sánchez del Águila": "carlos-alberto-sanchez-del-aguila",
		"Côte d'Ivoire":                     "cote-divoire",
		"A":                                 "a",
	} {
		assert.Equal(t, want, Slug(text))
	}
}

// Traits are of verbs, those of second clauses and plural nouns of the verbs that
// may have them.
func TestTraitsFitTheirVerbs(t *testing.T) {
	for _, r := range Relations {
		_, verb := r.Forms()
		assert.True(t, verb || r.Traits&^UsesDocument == 0, "%s has traits of a verb, but no verb", r.Name)
		assert.True(t, verb || r.Variants == nil, "%s has forms of a verb, but no verb", r.Name)
		if HasTrait(r.Name, NounLike) {
			assert.Equal(t, Addresses, r.Broader, "%s begins no clause anyhow", r.Name)
		}
		if HasTrait(r.Name, MayBeginClause) {
			assert.NotEqual(t, Addresses, r.Broader, "%s begins clauses anyhow", r.Name)
		}
	}
	assert.False(t, HasTrait("nothing", NounLike))
}
