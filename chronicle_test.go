package layout

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// resolutionText is a resolution of the Council of some number and day with some text.
func resolutionText(number, day, text string) string {
	year := day[len(day)-4:]
	return "S/RES/" + number + " (" + year + ")\n\nSecurity Council\n\nDistr.: General\n" + day + "\n\nResolution " + number + " (" + year +
		")\n\nAdopted by the Security Council at its 9920th meeting, on " + day + "\n\nThe Security Council,\n\n" + text + "\n"
}

// embargoTexts begin, suspend and end what nobody calls by one name twice; another embargo
// stands beside it.
var embargoTexts = []string{
	resolutionText("3973", "9 May 2051", "Recalling resolution 3971 (2048),\n\n"+
		"1. Decides that the measures set out in paragraph 1 of resolution 3971 (2048) against Uruguay are terminated;\n\n"+
		"2. Decides to remain seized of the matter."),
	resolutionText("3971", "3 March 2048", "Alarmed by the darkness in Uruguay,\n\n"+
		"1. Decides that all States shall prevent the sale or supply to Uruguay of lamps of all types;\n\n"+
		"2. Requests the Secretary-General to report on the embargo on lamps for Uruguay."),
	resolutionText("3972", "4 April 2049", "Commending the envoy for Uruguay,\n\n"+
		"1. Decides that the provisions of paragraph 1 of resolution 3971 (2048) are suspended with immediate effect;\n\n"+
		"2. Thanks the envoy."),
	resolutionText("3974", "5 June 2049", "1. Calls upon all States to observe the embargo on lamps for Bhutan."),
}

// The history of what has no name of its own is what begins it and the acts that carry on
// what these decided, in the order of their dates and without what concerns another State.
func TestHistoryOfASubjectWithoutAName(t *testing.T) {
	api := ferries(t, embargoTexts...)
	for _, question := range []string{
		"history of the embargo on lamps for Uruguay", "how did the embargo on lamps for Uruguay begin and develop?",
		"what happened to the lamp embargo on Uruguay", "chronology of the embargo on lamps for Uruguay", "trace the embargo on lamps for Uruguay",
	} {
		text := told(t, api, question).Text
		began, suspended, ended := strings.Index(
			text,
			"sc/resolution/3971#op1",
		), strings.Index(
			text,
			"sc/resolution/3972#op1",
		), strings.Index(
			text,
			"sc/resolution/3973#op1",
		)
		require.True(t, 0 < began && began < suspended && suspended < ended, "%s\n%s", question, text)
		assert.NotContains(t, text, "3974", question)
		assert.NotContains(t, text, "seized", question)
	}
	text := told(t, api, "when were the lamp measures against Uruguay brought to an end, and what became of them").Text
	assert.Contains(t, text, "terminated;", text)
	assert.NotContains(t, text, "prevent the sale", "the beginning is not asked for")
	text = told(t, api, "when was the embargo on lamps for Bhutan lifted?").Text
	assert.NotContains(t, text, "say of an end", "nothing ended it")
}

// Where little was read of the life of something, the texts tell the rest.
func TestALifeOfWhichLittleWasRead(t *testing.T) {
	api := ferries(
		t,
		resolutionText(
			"3975",
			"3 March 2048",
			"Recalling that the Lamp Committee was founded in 2031 by the lighters of Bergen,\n\n"+
				"1. Decides to extend the mandate of the Lamp Committee until 31 March 2049.",
		),
	)
	text := told(t, api, "how did the Lamp Committee come about").Text
	assert.Contains(t, text, "founded in 2031", text)
}

// From one state to another, in order, an overview: all ask for the history.
func TestFurtherWordingsOfHistory(t *testing.T) {
	api := ferries(t, embargoTexts...)
	for _, question := range []string{
		"give an overview of the lamp embargo on Uruguay", "which resolutions deal with the lamp embargo on Uruguay, in order?",
		"how did the Council move from a voluntary to a mandatory lamp embargo on Uruguay?", "the lamp embargo on Uruguay over time",
	} {
		text := told(t, api, question).Text
		began, ended := strings.Index(text, "sc/resolution/3971#op1"), strings.Index(text, "sc/resolution/3973#op1")
		assert.True(t, 0 < began && began < ended, "%s\n%s", question, text)
	}
}
