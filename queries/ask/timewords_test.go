package ask

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// A time up to which something is asked is an upper limit, and the answer for the year of
// the most names that of the fewest as well.
func TestTimesAreReadAsLimits(t *testing.T) {
	for question, want := range map[string]string{
		"which acts on levers (to end of 1987) cite it":         "which acts on levers (until 1987) cite it",
		"acts on levers to the end of 1987":                     "acts on levers until 1987",
		"acts on levers up to and including 1987":               "acts on levers until 1987",
		"acts on levers until the close of the year 1987":       "acts on levers until 1987",
		"what is the Office to report by the end of 2031":       "what is the Office to report by the end of 2031",
		"which mandates end at the end of 1987":                 "which mandates end at the end of 1987",
		"in which year were most levers sold, and the fewest?":  "in which year were most levers sold",
		"what year had most acts and which year had the fewest": "what year had most acts",
		"which act has most levers, and which the fewest":       "which act has most levers, and which the fewest",
	} {
		assert.Equal(t, want, bothEnds(untilEnd(question)), question)
	}
}

// The time of a session is told by texts of other times; that of acts is theirs.
func TestTheTimeOfASessionIsNotThatOfItsTexts(t *testing.T) {
	for question, want := range map[string]bool{
		"what was the Board to send to the session of May 1987":       true,
		"what was asked for the Council's session in 1987":            true,
		"who prepared the meeting of 1987":                            true,
		"what did they plan for the conference scheduled for 1987":    true,
		"what was to be ready at the next session, in March 1987":     true,
		"which decisions of 1987 are about levers":                    false,
		"what was decided on levers in 1987":                          false,
		"which session adopted the decisions on levers made in 1987?": false,
	} {
		assert.Equal(t, want, sessionOfTime.MatchString(question), question)
	}
}

// An item that is cut keeps the symbol of its document.
func TestACutItemKeepsItsSymbol(t *testing.T) {
	title := strings.Repeat("levers and sprockets, ", 30)
	assert.Regexp(t, `… \(LVR/CONF/2031/CRP\.7\);$`, shortItem("(c) Paper on "+title+"(LVR/CONF/2031/CRP.7);"))
	assert.Regexp(t, `… \(A/86/1 and A/86/2\)\.$`, shortItem("(d) Reports on "+title+"(A/86/1 and A/86/2)."))
	assert.Regexp(t, `…$`, shortItem("(e) Thoughts on "+title+"(see above);"))
}

// A question which or how many there are is told from one what something is.
func TestQuestionsForSeveral(t *testing.T) {
	for question, want := range map[string]bool{
		"how often did the Council call for levers": true, "which new levers were oiled": true,
		"what levers were oiled": true, "on what occasions were levers oiled": true,
		"what is the purpose of the levers": false, "what does this say of levers": false, "which of the levers": false,
	} {
		assert.Equal(t, want, severalAsked(question), question)
	}
}
