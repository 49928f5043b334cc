package layout

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// lampTexts are resolutions of several days, adopted in several manners.
var lampTexts = []string{`S/RES/4201 (2050)
Resolution 4201 (2050)
Adopted by the Security Council at its 9961st meeting, on 5 March 2050

The Security Council,

1. Decides to establish the United Nations Lamp Mission in Norderholm (UNLAMP) for a period of six months;

2. Requests the harbour masters to trim the lamps.

Adopted without a vote at the 9961st meeting.
`, `S/RES/4202 (2051)
Resolution 4202 (2051)
Adopted by the Security Council at its 9962nd meeting, on 7 June 2051

The Security Council,

1. Decides to establish the United Nations Beacon Observers (UNBEAC) for a period of one year;

2. Decides to extend to that end the mandate of UNLAMP in order to enable it to light the beacons.

Adopted at the 9962nd meeting by 12 votes to none, with 3 abstentions (Peru, Chad, Oman).
`}

// A question is not answered with Yes or No by a reading that lacks its strictest word.
func TestStrictWordsAreNotDropped(t *testing.T) {
	api := ferries(t, lampTexts...)
	for question, want := range map[string]string{
		"Was resolution 4201 adopted without a vote?":               "Yes: Security Council resolution 4201",
		"Was resolution 4201 adopted by consensus?":                 "Not in these words: ",
		"Which resolutions were adopted by consensus?":              "0 of the ",
		"Which resolutions were adopted without a vote?":            "1 of the ",
		"How was resolution 4202 adopted?":                          "by 12 votes to none, with 3 abstentions",
		"How was resolution 4201 adopted?":                          "without a vote",
		"Was UNLAMP established before UNBEAC?":                     "Yes: ",
		"Was UNLAMP established later than UNBEAC?":                 "No: ",
		"Was resolution 4202 adopted after resolution 4201?":        "Yes: Security Council resolution 4202 2051-06-07",
		"Were there five abstentions on resolution 4202?":           "No: 3 ",
		"Were there three abstentions on resolution 4202?":          "Yes: 3 ",
		"Did at least two States abstain on resolution 4202?":       "Yes: 3 ",
		"Did two States abstain on 4202?":                           "No: 3 ",
		"Did Peru abstain on every resolution on beacons?":          "“every” was not checked",
		"Did only Peru abstain on resolution 4202?":                 "“only” was not checked",
		"Did resolution 4202 extend UNLAMP?":                        "was not read as a statement",
		"Which States abstained only on resolution 4202?":           "“only” was not checked",
		"Did Peru abstain on resolution 4202?":                      "Yes: Peru abstained",
		"Which resolutions were adopted before resolution 4202?":    "resolution 4201",
		"Which resolutions were adopted after resolution 4201?":     "resolution 4202",
		"Which resolutions were adopted later than resolution 4201": "others of that day are left out",
	} {
		assert.Contains(t, told(t, api, question).Text, want, question)
	}
	none := told(t, api, "Did Peru abstain on every resolution on beacons?")
	assert.Nil(t, none.Verdict)
}
