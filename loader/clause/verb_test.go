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

// A pin is the name of a part with its numbers, and nothing that only holds the word.
func TestThePinBeforeAnAct(t *testing.T) {
	for lead, pin := range map[string]string{
		"in accordance with paragraphs 2 (c) and 5 of ":       "paragraphs 2 (c) and 5",
		"imposed by paragraphs 8 (a) (iii) and 8 (d) of ":     "paragraphs 8 (a) (iii) and 8 (d)",
		"by paragraphs 2 above, 9 and 11 of ":                 "paragraphs 2 above, 9 and 11",
		"of paragraphs two and three of ":                     "paragraphs two and three",
		", in particular paragraphs 2, 3 and 4 thereof, and ": "",
		"the annex to ": "annex",
		", in particular section II (c) thereof, prepared pursuant to its ": "",
		"the annex to the Programme of Action contained in ":                "",
		"set out in part II of its ":                                        "part II",
	} {
		assert.Equal(t, pin, PinIn(lead), lead)
	}
}
