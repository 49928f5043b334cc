package clause

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"mandategraph/graph"
	"mandategraph/loader/tree"
)

// A verb is one row of the vocabulary: each of its forms is read.
func TestEveryVerbOfTheVocabularyIsRead(t *testing.T) {
	for _, r := range graph.Relations {
		f, ok := r.Forms()
		if !ok {
			continue
		}
		phrases := []string{f.Present, f.Third, f.Past, f.Base}
		if qualifies(tree.Cue{Relation: r.Name}) {
			phrases = []string{r.Verb[len("be "):]}
		}
		for _, v := range r.Variants {
			phrases = append(phrases, v.Phrase)
		}
		for _, phrase := range phrases {
			c, end, ok := tree.VerbAt(phrase+" that", 0, false)
			assert.True(t, ok && end == len(phrase), phrase)
			assert.Equal(t, phrase, c.Phrase)
		}
	}
}
