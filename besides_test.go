package layout

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// ferryRaid is an act that names its matter in the preamble alone; another one speaks of
// lamps, and neither records a vote but the first.
var ferryRaid = []string{
	resolutionText(
		"3981",
		"7 May 2051",
		"Deeply concerned at the raid on the ferry yard of Tonga by vessels of Fiji,\n\n"+
			"Noting that the ferry yard of Tonga was raided at night,\n\n"+
			"1. Condemns the raid on the ferry yard;\n\n"+
			"2. Calls upon Fiji to refrain from any such acts;\n\n"+
			"3. Decides that the following is due:\n\n(a) Redress for the vessels;\n\n(b) Repair of the quay;\n\n"+
			"4. Recognizes the right of Tonga to build vessels.\n\n"+
			"Adopted at the 9920th meeting by 13 votes to 1 (Malta), with 1 abstention (Peru).",
	),
	resolutionText("3982", "8 June 2052", "Alarmed by the darkness in Uruguay,\n\n"+
		"1. Decides that all States shall provide lamps to Uruguay;\n\n2. Thanks the envoy for the lamps."),
}

// What an act decides stands in paragraphs that do not repeat what it is about.
func TestPassagesAreFollowedByWhatTheirActDecidesBesides(t *testing.T) {
	api := ferries(t, ferryRaid...)
	for _, question := range []string{
		"what did the Council say Fiji must do after the night raid on the ferry yard of Tonga?",
		"raid on the ferry yard at night: what is Tonga entitled to?",
		"passages about the raid on the ferry yard of Tonga",
		"tell me about the ferry yard raid by vessels of Fiji",
		"what came of the raid by Fiji vessels on the Tonga ferry yard",
	} {
		text := told(t, api, question).Text
		for _, said := range []string{"refrain from any such", "Redress for the vessels", "Repair of the quay", "right of Tonga to build"} {
			assert.Contains(t, text, said, "%s\n%s", question, text)
		}
		assert.NotContains(t, text, "provide lamps", question)
	}
}

// The vote is told of an act that a question describes, and where none is printed that is said.
func TestTheVoteOnAnActThatIsDescribed(t *testing.T) {
	api := ferries(t, ferryRaid...)
	for _, question := range []string{
		"raid on the ferry yard of Tonga by Fiji vessels 2051, how was the vote",
		"was the condemnation of the night raid on the ferry yard of Tonga unanimous?",
		"votes when the Council condemned the raid on the Tonga ferry yard",
		"did Peru abstain when the Council condemned the night raid on the ferry yard of Tonga?",
		"ferry yard raid: who abstained and what were the votes",
	} {
		text := told(t, api, question).Text
		assert.Contains(t, text, "Malta", "%s\n%s", question, text)
	}
	text := told(t, api, "darkness in Uruguay and lamps for it: what was the vote").Text
	said := strings.Join(strings.Fields(text), " ")
	assert.Contains(t, said, "resolution 3982 2052-06-08 No vote by State and no number of votes is told", text)
	assert.NotContains(t, said, "Security Council resolution 3981 2051-05-07", "another act has the word vote")
}

// A question is not refused barely: its words are looked for, and those that no text has are said.
func TestNoBareRefusal(t *testing.T) {
	api := ferries(t, ferryRaid...)
	for _, question := range []string{
		"gimme vessels + redress + quay, Zanzibarium wise",
	} {
		text := told(t, api, question).Text
		assert.NotContains(t, text, "I do not know", question)
		assert.Contains(t, text, "Zanzibarium", text)
		assert.Contains(t, text, "3981", text)
	}
}

// A part of a name is no name where the word before it says that another one is meant.
func TestAPartOfANameBehindAnotherNameIsNotIt(t *testing.T) {
	api := ferries(t, resolutionText("3983", "9 July 2052",
		"1. Establishes the Advisory Board of the Lamp Centre;\n\n2. Requests the Advisory Board of the Lamp Centre to report."))
	for _, question := range []string{
		"life of the Ferry Advisory Board", "Quayside Advisory Board - extended till when?", "who established the Gender Advisory Board",
	} {
		text := told(t, api, question).Text
		assert.NotContains(t, text, "The life of Advisory Board of the Lamp Centre", question)
	}
	text := told(t, api, "what exactly does paragraph 1 of GA resolution 3983 A (V) say?").Text
	assert.NotContains(t, text, "Security Council resolution 3983", text)
}
