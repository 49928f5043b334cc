package layout

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// tideText is a report with what a reader asks of a meeting, an office and two drafts.
const tideText = `Economic and Social Council
Commission on the Status of Women
Report on the sixty-ninth session (10-21 March 2047)
E/2047/27

I. Organization of the session

1. The Commission held its sixty-ninth session at Headquarters from 10 to 21 March 2047.

2. The 3rd meeting of the session was chaired by Ada Lind (Sweden), Vice-Chair of the Commission.
`

// What is not the proof of a fact but stands in it is shown where there are few facts; what
// no text names is said first.
func TestNamesThatNoTextHasAreSaidFirst(t *testing.T) {
	api := ferries(t, lampText, tideText)
	lacking := told(t, api, "what did the Council demand for the pilots of Zembla in 2047")
	assert.Contains(t, lacking.Text, "no text that was searched has “Zembla”", lacking.Text)
	chair := told(t, api, "who was in the chair at the third meeting?")
	assert.Contains(t, chair.Text, "chaired by Ada Lind (Sweden), Vice-Chair of the Commission", chair.Text)
}

// weirTexts are resolutions on one situation, with those who voted against.
var weirTexts = []string{`S/RES/3981 (2047)
Resolution 3981 (2047)
3 March 2047

The Security Council,

1. Decides that the dispute between Malta and Fiji over the weirs shall be settled.

Adopted at the 9931st meeting by 12 votes to 2 (Peru, Ghana), with 1 abstention (Chad).
`, `S/RES/3982 (2048)
Resolution 3982 (2048)
4 May 2048

The Security Council,

1. Demands that Malta and Fiji open the weirs.

Adopted at the 9941st meeting by 14 votes to 1 (Peru).
`, `S/RES/3983 (2048)
Resolution 3983 (2048)
5 May 2048

The Security Council,

1. Demands that the lamps be lit in Norderholm.

Adopted at the 9942nd meeting by 14 votes to 1 (Oman).
`}

// Votes on the acts about something are told together, each with its act.
func TestVotesOnAClassOfActs(t *testing.T) {
	api := ferries(t, weirTexts...)
	for question, want := range map[string][]string{
		"who voted AGAINST the malta-fiji resolutions in 2047-48, and on which ones":              {"Peru on 2 texts, Ghana on 1 text", "3981", "3982"},
		"which States voted against the resolutions on Malta and Fiji in 2048?":                   {"Peru on 1 text", "3982"},
		"Who voted against the Norderholm resolutions?":                                           {"Oman on 1 text", "3983"},
		"who abstained on the resolutions about Malta and Fiji, and on which of them":             {"Chad on 1 text", "3981"},
		"which countries voted against any of the resolutions concerning weirs from 2047 to 2048": {"Peru on 2 texts"},
	} {
		text := told(t, api, question).Text
		for _, words := range want {
			assert.Contains(t, text, words, question)
		}
		assert.NotContains(t, text, "I do not know", question)
	}
	assert.NotContains(t, told(t, api, "who voted against the malta-fiji resolutions").Text, "Oman")
}

// What people say in other words is read as what the texts have.
func TestWordsOfEveryDayAreReadAsTheTexts(t *testing.T) {
	api := ferries(t, weirTexts...)
	for question, want := range map[string]string{
		"Hello, which resolution did the Security Council pass about weirs in 2048?":   "3982",
		"which resolutions were passed on weirs in 2047?":                              "3981",
		"resolutions passed by the Security Council up to the end of 2047 about weirs": "3981",
		"I am new here: who voted against resolution 3982, please?":                    "Peru",
		"was the Norderholm text put to a vote and how did the membership split?":      "Oman",
	} {
		text := told(t, api, question).Text
		assert.Contains(t, text, want, question)
		assert.NotContains(t, text, "I do not know", question)
	}
}

// A draft that nobody is known to have adopted renews nothing yet, and further questions on
// the same thing are counted in their own time.
func TestDraftsOnlyPropose(t *testing.T) {
	mission := "the United Nations Observer Mission in Uruguay (UNOMUR)"
	api := ferries(
		t,
		resolutionText(
			"3974",
			"3 March 2048",
			"1. Decides to establish "+mission+" for six months, until 3 September 2048.",
		),
		resolutionText(
			"3975",
			"2 September 2048",
			"1. Decides to extend the mandate of "+mission+" until 3 March 2049.",
		),
		resolutionText(
			"3976",
			"1 March 2049",
			"1. Decides to extend the mandate of "+mission+" until 3 September 2049.",
		),
	)
	counted := told(
		t,
		api,
		"How many times was UNOMUR extended up to the end of 2049, and how many of those extensions fall in 2049?",
	)
	assert.Contains(t, counted.Text, "2: how many times", counted.Text)
	assert.Contains(t, counted.Text, "1: how many times", counted.Text)
}

// A duty that names whom it binds by a noun is told with the paragraph that has the whole
// name, and a history tells all that an act on its subject decides.
func TestTheGroupIsNamedInFull(t *testing.T) {
	api := ferries(t, resolutionText("3984", "3 March 2048",
		"1. Commends the High-level Group on Harbour Lamps for its work;\n\n"+
			"2. Requests the Group to report to the Secretary-General by 1 June 2049 on the lamps."))
	api2 := ferries(t, resolutionText("3985", "3 March 2048",
		"1. Decides to establish a committee with the following tasks:\n(a) To examine the lamps;\n"+
			"(b) To make periodic reports to the Council on broken lamps;\n\n"+
			"2. Requests the Secretary-General to report to the Council by 1 June 2049 on the oil."))
	tasks := told(t, api2, "which reports are due under resolution 3985?").Text
	assert.Contains(t, tasks, "periodic reports", tasks)
	text := told(t, api, "which reports are due under resolution 3984?").Text
	assert.Contains(t, text, "High-level Group on Harbour Lamps", text)
}

// What is not loaded is said to be that, not answered from other texts.
func TestActsThatAreNotThereAreNotAnsweredFor(t *testing.T) {
	api := ferries(t, append(weirTexts, resolutionText(
		"3986",
		"3 March 2049",
		"1. Reaffirms resolution 3977 (2046) on the oil of the lamps;\n\n2. Requests the Secretary-General to report on weirs.",
	))...)
	for question, want := range map[string]string{
		"who must report to the Security Council under resolution 3977?":    "Security Council resolution 3977 is not loaded",
		"what did the Security Council say in resolution 4540 about weirs?": "resolution 4540",
	} {
		text := told(t, api, question).Text
		assert.Contains(t, text, want, question)
		assert.NotContains(t, text, "Passages", question)
	}
}
