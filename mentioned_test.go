package layout

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// raidText blames a State inside a phrase, and speaks of what is half the name of a body.
const raidText = `S/RES/3961 (2047)

Security Council

Distr.: General
5 October 2047

Resolution 3961 (2047)

Adopted by the Security Council at its 9912th meeting, on 5 October 2047

The Security Council,

Recalling resolution 3901 (2041) of 14 March 2041,

1. Strongly condemns the raid launched by Uruguay upon the ferry lines;

2. Requests the harbour masters to provide for loss and damage of lamps, and for refugees of the islands, and again for refugees;

3. Requests Uruguay to restore the lamps.
`

// blameText blames it directly.
const blameText = `S/RES/3962 (2047)

Security Council

Distr.: General
6 October 2047

Resolution 3962 (2047)

Adopted by the Security Council at its 9913th meeting, on 6 October 2047

The Security Council,

1. Condemns Uruguay;

2. Regrets that the Ghanaian fleet closed the harbours.
`

// mechanismText names a body in whose name words stand that others use alone.
const mechanismText = `S/RES/3963 (2047)

Security Council

Distr.: General
7 October 2047

Resolution 3963 (2047)

Adopted by the Security Council at its 9914th meeting, on 7 October 2047

The Security Council,

1. Requests the Executive Committee of the Warsaw International Mechanism for Loss and Damage associated with Climate Change Impacts to report.
`

// Where the name of the object stands inside a phrase, neither No nor a whole count is
// claimed, and the paragraph is shown.
func TestNoIsNotSaidOfWhatAPhraseNames(t *testing.T) {
	api := ferries(t, raidText, blameText)
	answer := told(t, api, "did resolution 3961 condemn Uruguay")
	assert.Nil(t, answer.Verdict, answer.Text)
	assert.NotContains(t, answer.Text, "No loaded text says")
	assert.Contains(t, answer.Text, "the raid launched by Uruguay")

	answer = told(t, api, "how many resolutions condemn Uruguay")
	assert.Contains(t, answer.Text, "at least 1", answer.Text)
	assert.Contains(t, answer.Text, "the raid launched by Uruguay")

	answer = told(t, api, "did resolution 3962 regret Ghana")
	assert.Nil(t, answer.Verdict, answer.Text)
	assert.Contains(t, answer.Text, "Ghanaian fleet")

	answer = told(t, api, "did resolution 3962 condemn Uruguay")
	assert.Contains(t, answer.Text, "Yes: ", answer.Text)
	answer = told(t, api, "did resolution 3961 condemn Malta")
	assert.Contains(t, answer.Text, "No loaded text says", answer.Text)
}

// Words that a text mentions are looked for as words, also where they are a part of names.
func TestMentionedWordsAreLookedFor(t *testing.T) {
	api := ferries(t, raidText, mechanismText)
	for question, want := range map[string]string{
		"Does resolution 3961 mention loss and damage?":             "*loss and damage* of lamps",
		"Did resolution 3961 refer to refugees?":                    "*refugees* of the islands",
		"How many times is Uruguay mentioned in resolution 3961?":   "Counted are the paragraphs with the words: 2;",
		"How many times is sugar cane mentioned in resolution 3961": "0 found",
		"How many times is Uruguay mentioned in the Law of Lamps":   "Uruguay",
		"How many times are refugees mentioned in resolution 3961":  "Counted are the paragraphs with the words: 1;",
		"Which resolution did 3961 follow?":                         "resolution 3901",
	} {
		answer := told(t, api, question)
		assert.Contains(t, answer.Text, want, "%s: %s", question, answer.Text)
		assert.NotContains(t, answer.Text, "No loaded text says", question)
	}
}
