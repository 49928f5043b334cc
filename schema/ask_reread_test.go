package schema

import (
	"cmp"
	"testing"

	"github.com/stretchr/testify/assert"
)

// What is misspelt, has commas or leaves the session out is read once more, and
// the answer says how; what no text and no phrasing explains is not guessed.
func TestAQuestionIsReadOnceMore(t *testing.T) {
	a := answering(t)
	for question, want := range map[string]string{
		"waht does resoluton 12/4 recal":                "what does resolution 12/4 recall",
		"who sponsered resolution 12/1":                 "who sponsored resolution 12/1",
		"Who has to report, to whom, and by what date?": "Who has to report to whom and by what date",
		"what cites the Kyoto Declaraton":               "what cites the Kyoto declaration",
		"who chaired":                                   "who chaired this session",
		"how many resolutions were adopted":             "how many resolutions were adopted at this session",
	} {
		answer := asked(t, a, question)
		assert.True(t, answer.Answered(), question)
		assert.Contains(t, answer.Text, "Read as: "+want+"\n\n", question)
	}
	for _, question := range []string{"what did Albnaia sponsor", "what did Albaniia sponsor"} {
		assert.Contains(t, asked(t, a, question).Text, "Spelt as: what did albania sponsor\n", question)
	}
	for _, question := range []string{"what does resolution 12/4 overrule", "waht is the wether", "what does 12/4 not recall", "how do I cook rice"} {
		answer := asked(t, a, question)
		assert.False(t, answer.Answered(), "%s: %s", question, answer.Text)
		assert.Empty(t, answer.Data, question)
	}
	assert.Contains(t, asked(t, a, "whoo sponsored resolution 99/9").Text, "Read as: who sponsored resolution 99/9\n\nNo act in the store fits")
}

func TestActsAreKnownByWhoAdoptedThem(t *testing.T) {
	a := answering(t)
	for question, act := range map[string]string{
		"what does resolution 12/4 of the Conference recall":             "ctoc-cop/resolution/12/4",
		"what does resolution 12/4 of the twelfth session recall":        "ctoc-cop/resolution/12/4",
		"what does resolution 76/185 of the General Assembly recall":     "ga/resolution/76/185",
		"what does resolution 12/4, adopted by the Conference, recall":   "ctoc-cop/resolution/12/4",
		"which widgets does resolution 12/4 of the General Assembly bar": "",
	} {
		assert.Equal(t, act, cmp.Or[any](asked(t, a, question).Variables["act"], ""), question)
	}
	answer := asked(t, a, "what does resolution 12/4 of the General Assembly recall")
	assert.False(t, answer.Answered())
	assert.Contains(t, answer.Text, `No act in the store fits "resolution 12/4 of the General Assembly"`)
}
