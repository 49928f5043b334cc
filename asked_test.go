package layout

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// lampText is a resolution whose first directive paragraph is a list, adopted by all.
const lampText = `S/RES/3960 (2047)
Resolution 3960 (2047)
Adopted unanimously by the Security Council at its 9911th meeting, on 4 October 2047

The Security Council,

Recalling the burning of the harbour lamps of Norderholm,

1. Calls upon the harbour masters:
(a) To light the lamps before dusk;
(b) To report to the Secretary-General by 1 March 2048 on the oil that they used;

2. Demands that the pilots of Norderholm be set free.
`

// Acts are found by what they are about, and passages with what leads them in and what
// they lead in.
func TestWhatIsDescribedIsFound(t *testing.T) {
	api := ferries(t, lampText)
	for question, want := range map[string]string{
		"what does the Norderholm resolution say about pilots":             "2. Demands that the *pilots* of Norderholm",
		"What is said about dusk in resolution 3960?":                      "[1. Calls upon the harbour masters:]",
		"what does resolution 3960 (2047) say about harbour masters":       "(a) To light the lamps before dusk",
		"how was the vote on the Norderholm resolution":                    "Adopted unanimously",
		"was the resolution on the harbour lamps adopted unanimously":      "No vote by State",
		"how many resolutions of 1999 recall resolution 1199":              "No text of this time is loaded (in 1999).",
		"Does resolution 3960 (2047) mention volcanoes?":                   "0 found; ",
		"who sponsored the Norderholm resolution":                          "0 found",
		"what did the Council demand for the pilots of Norderholm in 2047": "2. *Demands*",
	} {
		answer := told(t, api, question)
		assert.Contains(t, answer.Text, want, "%s: %s", question, answer.Text)
	}
}

// Each of several States is answered for, and a refusal leads to where the words stand.
func TestEachOfSeveralIsAnsweredFor(t *testing.T) {
	api := ferries(t, `S/RES/3970 (2047)
Resolution 3970 (2047)

The Security Council,

1. Decides that the ferry lines shall be reopened.

Adopted at the 9921st meeting by 11 votes to 1 (Malta), with 3 abstentions (Peru, Ghana, Fiji).
`)
	answer := told(t, api, "How did Malta, Ghana and the Fiji vote on resolution 3970?")
	for _, state := range []string{"Malta", "Ghana", "Fiji"} {
		assert.Contains(t, answer.Text, state+" ", answer.Text)
	}
	refused := told(t, api, "please enumerate wherever ferry lines got their reopening parties")
	assert.Contains(t, refused.Text, "ferry", refused.Text)
}
