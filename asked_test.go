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
		"was the resolution on the harbour lamps adopted unanimously":      "Yes: Security Council resolution 3960 was adopted unanimously.",
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

// votedTexts are resolutions with votes, the last with a slip of the scanner in it.
var votedTexts = []string{`S/RES/3971 (2047)
Resolution 3971 (2047)

The Security Council,

1. Decides that the weirs of Osterholm shall be opened.

Adopted at the 9922nd meeting by 11 votes to 1 (Malta), with 3 abstentions (Peru, Ghana, Fiji).
`, `S/RES/3972 (2047)
Resolution 3972 (2047)

The Security Council,

1. Demands that the weirs of Osterholm be closed.

Adopted at the 9923rd meeting by 13 votes to none, with 2 abstentions (Peru, Malta).
`, `S/RES/3973 (2047)
Resolution 3973 (2047)

The Security Council,

1. Decides to remain seized of the weirs of Osterholm.

Adopted at the 9924th meeting by l4 v¢tes io nonc, with 1 abstention (Ghana)
`}

// Who voted how and how many is told as the texts print it, and never denied for the
// wording of the question.
func TestVotesAreToldAsTheyArePrinted(t *testing.T) {
	api := ferries(t, votedTexts...)
	for question, want := range map[string]string{
		"Did Peru abstain in the vote on resolution 3971?":                "Yes: Peru abstained on Security Council resolution 3971.",
		"Did Malta vote against in the vote on resolution 3971?":          "Yes: Malta voted against",
		"How many States voted for resolution 3971?":                      "11 for: how Security Council resolution 3971 fared",
		"How many States voted against resolution 3972?":                  "0 against: how",
		"How many States abstained on resolution 3971?":                   "3: how many states",
		"Was there a vote against resolution 3971?":                       "Yes: somebody voted against",
		"How did States vote on resolution 3973?":                         "at the 9924th meeting by l4 v¢tes io nonc",
		"How did Malta and Peru vote on resolutions 3972 and 3971?":       "voted against  Security Council resolution 3971",
		"How did Malta vote on resolutions 3971 and 3973?":                "3973: “Adopted at the 9924th",
		"How did Fiji vote on resolutions 3971 and 3972?":                 "No vote was read of Fiji on Security Council resolution 3972: “Adopted at the 9923rd",
		"On which resolutions did Ghana abstain?":                         "in the line on the vote of Security Council resolution 3973",
		"How many States voted against or abstained on 3971?":             "4: how many states",
		"Which resolutions did Ghana or Malta abstain on?":                "Malta  abstained",
		"Which resolutions did Peru and Malta both abstain on?":           "resolution 3972",
		"How many abstentions were there on resolution 3972?":             "2: how many abstentions",
		"Did Malta abstain in the vote on resolution 3971, as Peru did?":  "3971",
		"Which resolutions did Peru, Ghana and Fiji together abstain on?": "resolution 3971",
	} {
		answer := told(t, api, question)
		assert.Contains(t, answer.Text, want, "%s: %s", question, answer.Text)
	}
	both := told(t, api, "Which resolutions did Peru and Malta both abstain on?")
	assert.NotContains(t, both.Text, "resolution 3971", "Malta was against it: %s", both.Text)
}

// A kind of body is no filter, and it is said.
func TestBodiesOfEveryKindAreListed(t *testing.T) {
	api := ferries(t, `S/RES/3974 (2047)
Resolution 3974 (2047)
Adopted unanimously by the Security Council at its 9925th meeting, on 8 October 2047

The Security Council,

1. Decides to establish a Committee on the Weirs of Osterholm;

2. Decides to establish a Commission of Inquiry on the Locks of Osterholm.
`)
	answer := told(t, api, "How many committees were established by the Security Council in 2047?")
	assert.Contains(t, answer.Text, "bodies of every kind are listed", answer.Text)
	assert.NotRegexp(t, `\n\d+( \(\d+ places\))?: `, answer.Text)
	answer = told(t, api, "How many bodies were established by the Security Council in 2047?")
	assert.Contains(t, answer.Text, "\n2: how many bodies", answer.Text)
}
