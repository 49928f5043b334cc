package layout

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// judgedTexts are resolutions whose closing lines tell of votes.
var judgedTexts = []string{`S/RES/4101 (2049)
Resolution 4101 (2049)

The Security Council,

1. Decides that the tide gauges of Norderholm shall be read by lamplight;

2. Welcomes the almanac of Tide Gauges of Norderholm (TGN) and its tables.

Adopted at the 9951st meeting by 9 votes to 2 (Malta, Fiji), with 4 abstentions (Peru, Ghana, Chad, Oman).
`, `S/RES/4102 (2049)
Resolution 4102 (2049)
Adopted by the Security Council at its 9952nd meeting, on 5 March 2049

The Security Council,

1. Recommends to the General Assembly that Ms. Ada Nordholm be appointed Secretary-General of the United Nations;

2. Recommends that the Secretary-General rest.

Adopted at the 9952nd meeting by 14 votes to 1 (Malta).
`, `S/RES/4103 (2049)
Resolution 4103 (2049)

The Security Council,

1. Asks the harbour masters to report within 120 days on the gauges.

Adopted unanimously at the 9953rd meeting.
`}

// Whether a State voted so, and whether an act was adopted so, has a Yes or a No only where
// the text tells it.
func TestVotesAreJudgedByWhatIsPrinted(t *testing.T) {
	api := ferries(t, judgedTexts...)
	for question, want := range map[string]string{
		"Did Malta vote against resolution 4101?":                        "Yes: Malta voted against Security Council resolution 4101.",
		"Did Malta vote for 4101?":                                       "No: Malta voted against Security Council resolution 4101.",
		"Did Malta and Fiji vote against 4101?":                          "Yes: Malta voted against",
		"Did Malta and Peru vote against 4101?":                          "No: ",
		"Did Kenya vote for 4101?":                                       "That is not told in so many words: no vote of Kenya was read.",
		"Did Malta veto resolution 4102?":                                "No: Security Council resolution 4102 was adopted, so that it was not vetoed;",
		"Was resolution 4103 adopted unanimously?":                       "Yes: Security Council resolution 4103 was adopted unanimously.",
		"Was 4102 adopted unanimously?":                                  "No: Security Council resolution 4102 prints “Adopted at the 9952nd",
		"Was 4102 put to a vote?":                                        "Yes: ",
		"Which resolution had the most abstentions?":                     "4 abstentions  resolution 4101",
		"Which resolutions were adopted by the narrowest margin?":        "7 majority",
		"Which resolutions were adopted by 14 votes to 1?":               "1 of the 5 that were looked at",
		"Which resolutions were adopted by 13 votes to none?":            "0 of the ",
		"Which State voted against most often?":                          "2 times  Malta",
		"Who voted against most resolutions of the Security Council?":    "2 times  Malta",
		"Which resolutions did Malta veto?":                              "a draft that a permanent member of the Security Council vetoed was not adopted",
		"Whom did the Security Council recommend for Secretary-General?": "Ada Nordholm",
		"How did Kenya vote on resolution 4103?":                         "No vote was read of Kenya",
		"what does the Council ask within 120 days":                      "*120*",
		"What does TGN stand for?":                                       "“TGN” stands for “Tide Gauges of Norderholm”",
		"Is Chapter VII mentioned in resolution 4103?":                   "no paragraph that was searched has the words",
		"hello, I am new here: was resolution 4103 adopted unanimously?": "Yes: ",
		"res 4102 of 2049":                                               "Security Council resolution 4102",
		"Which resolutions did both Malta and Fiji vote against?":        "resolution 4101",
		"does resolution 4103 mention harbour masters":                   "resolution 4103",
		"Who is Zora Quendlin?":                                          "these words stand in no loaded text",
		"S/PV.9951":                                                      "No loaded text is or names S/PV.9951.",
		"How much salt does resolution 4103 order?":                      "no paragraph that was searched has the words.",
		"please enumerate tide gauges read not by lamplight":             "this was not read as a question that facts answer",
	} {
		answer := told(t, api, question)
		assert.Contains(t, answer.Text, want, "%s: %s", question, answer.Text)
	}
	unread := told(t, api, "Did Kenya vote for 4101?")
	assert.Nil(t, unread.Verdict, "of Kenya nothing is printed: %s", unread.Text)
	for _, question := range []string{"Which resolutions did both Malta and Fiji vote against?", "Whom did the Council recommend as Secretary-General?"} {
		answer := told(t, api, question)
		assert.NotContains(t, answer.Text, "resolution 4103", "%s: %s", question, answer.Text)
	}
}
