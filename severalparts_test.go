package layout

import (
	"context"
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// askedOf asserts what the answers to questions say, each with all of some words.
func askedOf(t *testing.T, answers func(question string) string, wants map[string][]string) {
	t.Helper()
	for question, words := range wants {
		text := answers(question)
		for _, want := range words {
			assert.Contains(t, text, want, question)
		}
	}
}

// Each question of a sentence is answered, with the subject of the first or the one in
// front.
func TestEveryPartOfAQuestionIsAnswered(t *testing.T) {
	api := ferries(t)
	ask := func(question string) string { return told(t, api, question).Text }
	life := []string{"established by Security Council resolution 3901", "until 2048-03-31"}
	askedOf(t, ask, map[string][]string{
		"UNFMOI: who set it up, and until when does it run?":                           life,
		"UNFMOI - when and by which resolution was it created?":                        {"resolution 3901", "2041-03-14"},
		"who created UNFMOI, who extended it, and what does 3950 recall?":              {"resolution 3901", "2048-03-31", "What does 3950 recall?"},
		"what does resolution 3950 reaffirm, and who sponsored it?":                    {"What does resolution 3950 reaffirm?", "resolution 3901", "Who sponsored it?", "told by reports of sessions"},
		"what does resolution 3950 reaffirm and recall, and why was it so cold":        {"resolution 3901", "Not answered: “why was it so cold”"},
		"Until when does UNFMOI's mandate run, and by which resolution was it created": life,
		"Security Council: how many resolutions in 2041, and how many in 2047?":        {"1: how many resolutions · of Security Council · in 2041", "in 2047"},
		"established by? last extension until? UNFMOI":                                 {"UNFMOI"},
	})
}

// How many, by year, most and longest are counted over what is loaded.
func TestCountsAreNumbers(t *testing.T) {
	api := ferries(t)
	ask := func(question string) string { return told(t, api, question).Text }
	askedOf(t, ask, map[string][]string{
		"how many resolutions did the Security Council adopt in 2041": {"\n1: how many resolutions"},
		"Security Council resolutions by year":                        {"2 in all", "1 act  2041", "1 act  2047"},
		"in which year did the Security Council adopt most":           {"2041"},
		"which body has most resolutions":                             {"2 acts  Security Council"},
		"which year had the fewest Security Council resolutions":      {"fewest in 2041 and 2047"},
		"how many operative paragraphs has resolution 3901":           {"resolution 3901 has 3 operative paragraphs"},
		"the longest resolution":                                      {"paragraphs  resolution 3901"},
		"top 1 cited resolutions":                                     {"resolution 3901"},
		"which Security Council resolutions are cited most":           {"by 1 act in", "Security Council resolution 3901"},
		"how often was UNFMOI extended":                               {"1: how many"},
	})
}

// Whether something goes on is decided by its life, and said with its end.
func TestWhetherItGoesOnIsSaidWithItsEnd(t *testing.T) {
	api := ferries(t)
	ask := func(question string) string { return told(t, api, question).Text }
	askedOf(t, ask, map[string][]string{
		"was UNFMOI extended":              {"Yes: it was extended."},
		"has UNFMOI ended":                 {"No loaded text says that it was terminated.", "nothing that ended it before was read"},
		"is UNFMOI still in force":         {"until 2048-03-31"},
		"when did UNFMOI's mandate expire": {"until 2048-03-31"},
		"how long did UNFMOI last":         {"established by Security Council resolution 3901"},
	})
}

// Two acts are put side by side by what they cite and what they decide.
func TestTwoActsAreContrasted(t *testing.T) {
	api := ferries(t)
	for _, question := range []string{
		"how do resolutions 3901 and 3950 differ", "compare 3901 (2041) and 3950 (2047)", "what does 3950 add to 3901",
		"difference between resolution 3901 and resolution 3950", "resolution 3901 versus resolution 3950",
	} {
		text := told(t, api, question).Text
		assert.Contains(t, text, "Security Council resolution 3950 cites Security Council resolution 3901 itself", question)
		assert.Contains(t, text, "sc/resolution/3901#op1", question)
		assert.Contains(t, text, "sc/resolution/3950#op1", question)
	}
}

// Reports are found by the session at which they are due, and to whom they come.
func TestReportsDueAtASession(t *testing.T) {
	api := journey(t)
	for _, question := range []string{
		"which reports are due at the thirteenth session", "which reports are to be submitted to the Conference at its thirteenth session",
		"what has to come before the Conference at its thirteenth session", "who must report to the thirteenth session, and on what?",
	} {
		assert.Contains(t, told(t, api, question).Text, "12/4#op7", question)
	}
	text := told(t, api, "how many operative paragraphs do each of the four resolutions of COP12 have?").Text
	assert.Contains(t, text, "resolution 12/3 (23)")
	assert.Contains(t, told(t, api, "which resolutions of COP12 recall the thematic discussion resolution (11/3)").Text, "resolution 12/1")
}

// An act that no loaded text is or cites is said to be absent, with what is there.
func TestAbsentActsAreSaid(t *testing.T) {
	text := told(t, ferries(t), "How many resolutions of 2050 recall resolution 7777?").Text
	assert.Contains(t, text, "No loaded text is or names resolution 7777. Loaded are 2 resolutions of the Security Council")
}

// Each part has its rows, also the later ones, and a part that asks only by which act or
// when is not called unanswered where what stands beside it says so.
func TestPartsAreData(t *testing.T) {
	api := ferries(t)
	answer := told(t, api, "what does resolution 3950 reaffirm, and who extended UNFMOI?")
	require.Len(t, answer.Parts, 2)
	assert.Equal(t, "who extended UNFMOI", answer.Parts[1].Question)
	for _, part := range answer.Parts {
		assert.NotEmpty(t, part.Rows, part.Question)
		assert.NotEmpty(t, part.Reading.Line, part.Question)
	}
	assert.Empty(t, told(t, api, "what does resolution 3950 reaffirm").Parts)
	for _, question := range []string{
		"UNFMOI: created by which resolution, who extended it and until when?", "who extended UNFMOI and under which resolution?",
		"who extended UNFMOI and when?", "what created UNFMOI, and when, and by which resolution?", "who extended UNFMOI, for how long?",
	} {
		assert.NotContains(t, told(t, api, question).Text, "Not answered", question)
	}
	const query = `{ ask(question: "what does resolution 3950 reaffirm, and who extended UNFMOI?") {
		parts { question query reading { line } rows { cells } passages { text } completeness { state } } } }`
	out, err := json.Marshal(api.Execute(context.Background(), query, nil, ""))
	require.NoError(t, err)
	assert.Contains(t, string(out), "2048-03-31", "the second part says until when it was extended")
}
