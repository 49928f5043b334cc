package ask

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// How a question was read is said in one line, in whatever words it is asked.
func TestHowAQuestionWasRead(t *testing.T) {
	r := reading(nothing)
	for question, line := range map[string]string{
		"which resolutions of 2021 recall decision 2/2":    "resolutions · in 2021 · that recalls CTOC COP decision 2/2",
		"how many States voted against decision 2/2":       "how many states · that voted against CTOC COP decision 2/2",
		"decisions since 1999 that cite decision 2/2":      "decisions · since 1999 · that cites CTOC COP decision 2/2",
		"what was recalled between 1999 and 2004":          "what · 1999 to 2004 · that recalls something",
		"what does decision 2/2 say about tulips":          "passages · CTOC COP decision 2/2 · about “tulips”",
		"who last extended the Organized Crime Convention": "who, the last one · that extends or renews Organized Crime Convention",
	} {
		assert.Equal(t, line, r.line(r.read(question)), question)
	}
}

func TestWordsThatFitNothingAreLeft(t *testing.T) {
	r := reading(nothing)
	assert.Equal(t, []string{"not"}, r.read("what does decision 2/2 not recall").Left)
	assert.Equal(t, []string{"tulips"}, r.read("which tulips does decision 2/2 recall").Left)
	assert.Equal(t, []string{"by 2031"}, r.read("which States are requested to report by 2031").Left, "a deadline is no date of adoption")
	adopted := r.read("which decisions were adopted by 2031")
	assert.Equal(t, []string{"", "2031"}, []string{adopted.Since, adopted.Until})
	assert.Empty(t, r.read("please which decisions does decision 2/2 then recall").Left)
}
