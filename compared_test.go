package layout

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// Which of two things began first is told by both beginnings, and no Yes is said to it.
func TestWhichCameFirst(t *testing.T) {
	api := ferries(t, resolutionText("3976", "5 May 2044", "1. Decides to establish a Lamp Committee of the Security Council."))
	for _, question := range []string{
		"what came first, UNFMOI or the Lamp Committee?", "was the Lamp Committee or UNFMOI set up earlier?",
		"which was established first, UNFMOI or the Lamp Committee?", "which is the older of UNFMOI and the Lamp Committee",
		"which came later, resolution 3976 or resolution 3901?",
	} {
		answer := told(t, api, question)
		assert.Contains(t, answer.Text, "In the order of time: ", question)
		assert.Regexp(t, `2041-03-14\), then .*2044-05-05`, answer.Text, question)
		assert.Len(t, answer.Parts, 2, question)
		assert.Nil(t, answer.Verdict, question)
	}
}

// Months and decades are times like years; where nothing is of a time it is said of which
// the loaded acts are, and annexes and recitals are counted.
func TestCountsByMonthAndOfNothing(t *testing.T) {
	api := ferries(t, embargoTexts...)
	ask := func(question string) string { return told(t, api, question).Text }
	askedOf(t, ask, map[string][]string{
		"in which month of 2049 did the Security Council adopt most resolutions?": {"2 in all", "2049-04", "2049-06"},
		"Security Council resolutions by month in 2049":                           {"1 act  2049-04"},
		"list the Security Council resolutions adopted in 2046":                   {"none is of this time", "2041", "0 found"},
		"how many extensions of UNFMOI fall in the 2040s?":                        {"1: how many"},
		"how many times was UNFMOI extended up to the end of 2047?":               {"1: how many"},
		"UNFMOI - all extensions + end dates pls":                                 {"until 2048-03-31"},
		"how many recitals has resolution 3972?":                                  {"1 paragraph of the preamble"},
		"how many annexes does resolution 3972 have?":                             {"resolution 3972 has no annexes"},
		"What is new in resolution 3950 compared with 3901?":                      {"cites Security Council resolution 3901 itself"},
	})
}
