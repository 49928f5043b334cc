package layout

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// dutyTexts ask for reports and set terms in several ways.
var dutyTexts = []string{
	resolutionText("3981", "3 June 2052", "Alarmed by the darkness in Uruguay,\n\n"+
		"1. Requests all States to report to the Secretary-General by 16 July 2052 on the lamps of Uruguay;\n\n"+
		"2. Requests the Secretary-General to report to the Security Council before 1 September 2053 on the implementation of the present resolution;\n\n"+
		"3. Decides, for the purpose of paragraph 1, the following:\n\n"+
		"(a) Uruguay shall hand over the keys of the lamps within fifteen days of the adoption of the present resolution;\n\n"+
		"4. Invites Bhutan to lend lamps."),
	resolutionText(
		"3982",
		"4 May 2052",
		"1. Requests Bhutan to count its lamps within forty-five days and to submit the list to the Secretary-General.",
	),
}

// Who must report what and by when is looked up by all that a question names, whatever
// words stand between.
func TestDutiesAreLookedUpByWhatIsNamed(t *testing.T) {
	api := ferries(t, dutyTexts...)
	for _, question := range []string{
		"Under the Uruguay lamp resolution of June 2052, which reports were due, from whom, and by what dates?",
		"list everything that has to be handed in under resolution 3981, with submissions and reporting dates please",
	} {
		answer := told(t, api, question)
		assert.Len(t, answer.Rows, 2, question)
		assert.Contains(t, answer.Text, "sc/resolution/3981#op1", question)
		assert.Contains(t, answer.Text, "before 1 September 2053", question)
	}
	text := told(t, api, "what is due in 2053?").Text
	assert.Contains(t, text, "before 1 September 2053", text)
	assert.NotContains(t, text, "16 July", text)
	answer := told(t, api, "what did Bhutan have to hand in within 45 days")
	assert.Contains(t, answer.Text, "within forty-five days", answer.Text)
	assert.Len(t, answer.Rows, 1, "what Uruguay has to hand over within fifteen days is another duty")
	assert.Contains(
		t,
		told(t, api, "When has the Secretary-General to report under resolution 3981?").Text,
		"before 1 September 2053",
	)
	assert.Contains(
		t,
		told(t, api, "which reports must the Secretary-General submit to the Security Council").Text,
		"3981#op2",
	)
}

// The deadlines of an act are all that it prints, and 120 days are no resolution.
func TestDeadlinesAreComplete(t *testing.T) {
	api := ferries(t, append(dutyTexts, resolutionText("120", "9 May 2041", "1. Decides to remain seized."))...)
	text := told(t, api, "deadlines of resolution 3981").Text
	assert.Contains(t, text, "by 16 July 2052", text)
	assert.Contains(t, text, "within fifteen days", text)
	assert.NotContains(t, told(t, api, "What did resolution 3982 demand by 120 days?").Text, "resolution 120")
}
