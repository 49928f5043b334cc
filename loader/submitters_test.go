package loader

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The line below the title of an act of a session says who put it forward, and is no part
// of the title.
func TestWhoSubmittedAnActOfASession(t *testing.T) {
	r, err := Load(t.Context(), "thanks.txt", []byte(`FCCC/CP/2041/9/Add.1

Conference of the Parties

Report of the Conference of the Parties on its thirty-sixth session, held in Apia from 3 to 14 December 2041

Addendum

Part two: Action taken by the Conference of the Parties at its thirty-sixth session

Decisions adopted by the Conference of the Parties

Decision 4/CP.36
Tidal records

The Conference of the Parties,

Recalling decision 2/CP.35,

1. Decides to keep records of tides;

Resolution 1/CP.36
Expression of gratitude to the people of Apia
Draft resolution submitted by Uruguay

The Conference of the Parties,

Having met in Apia from 3 to 14 December 2041,

1. Expresses its gratitude to the people of Apia.
`), Options{})
	require.NoError(t, err)
	assert.Contains(t, stated(r, "submits"), "state/ury unfccc-cop/resolution/1/CP.36 head")
	for _, f := range r.Document.Facts {
		if f.Subject == "unfccc-cop/resolution/1/CP.36" && f.Property == "title" {
			assert.Equal(t, "Expression of gratitude to the people of Apia", f.Value)
		}
	}
}
