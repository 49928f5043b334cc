package layout

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// A number that a resolution and a decision have is the one of which is told what is asked,
// in a sentence that asks several things; alone both are told, without a choice.
func TestNumbersOfTwoActsAreSettledByWhatIsAsked(t *testing.T) {
	api := journey(t)
	for question, want := range map[string][]string{
		"when was 12/2 adopted and who sponsored it":             {"When was resolution 12/2 adopted?", "Date of adoption: 2024-10-18", "Peru"},
		"what does 12/4 recall and who sponsored 12/2":           {"Kyoto Declaration", "United Kingdom"},
		"who sponsored 12/2 and who is asked to report under it": {"sponsors or submits CTOC COP resolution 12/2"},
		"what does 12/1 recall":                                  {"may mean 2 things", "Only one of them has an answer", "resolution 9/3"},
	} {
		text := told(t, api, question).Text
		for _, words := range want {
			assert.Contains(t, text, words, question)
		}
		assert.NotContains(t, text, "Not answered", question)
	}
}
