package layout

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// lateReport is the report of a conference that was distributed in the year after it.
const lateReport = `United Nations FCCC/CP/2051/10/Add.1
Framework Convention on Climate Change
Distr.: General
29 January 2052
Original: English

Conference of the Parties

Report of the Conference of the Parties on its forty-ninth session, held in Osterholm from 30 November to 13 December 2051

Addendum

Part two: Action taken by the Conference of the Parties at its forty-ninth session

Decision 3/CP.49

Tides of the northern harbours

The Conference of the Parties,

Recalling decision 2/CP.48,

1. Decides that the tides shall be measured;
2. Requests the secretariat to publish the tides.
`

// A decision without a day of its own is of the year of its session, not of the distribution
// of the report that prints it, and its report answers for that year.
func TestDecisionsAreOfTheYearOfTheirSession(t *testing.T) {
	api := ferries(t, lateReport)
	for _, question := range []string{"when was decision 3/CP.49 adopted", "decisions of 2051", "what did the decisions of 2051 say about tides?"} {
		text := told(t, api, question).Text
		assert.Contains(t, text, "2051", question)
		assert.Contains(t, text, "3/CP.49", question)
		assert.NotContains(t, text, "2052", question)
	}
}
