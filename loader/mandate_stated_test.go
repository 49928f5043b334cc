package loader

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

const statedText = `S/RES/4413 (2035)

Resolution 4413 (2035)

Adopted by the Security Council at its 11802nd meeting, on 11 February 2035

The Security Council,

1. Encourages efforts towards the full reconstitution of the harbour police;

2. Demands the unimpeded delivery of lamps to all parts of Lakeland, and calls for further efforts towards that goal;

3. Encourages the international financial institutions and regional financial and development institutions to:

(a) Lend boats;

4. Calls once again upon the Governments of Fiji, Malta and Peru to send boats, and urges all States, relevant United Nations bodies and, as appropriate, other organizations and interested parties to help;

5. Calls upon the two leaders to:

(a) Meet;

6. Requests the multinational harbour force authorized by the Council in resolution 4300 (2034) to report;

7. Invites accordingly the Secretary-General to report.
`

// The register counts mandates by their statements, so that none may be without one.
func TestEveryMandateIsStated(t *testing.T) {
	r := load(t, statedText)
	stated, asked := map[string]bool{}, map[string][]string{}
	for _, s := range r.Document.Statements {
		if m := s.Qualifiers["mandate"]; m != "" {
			stated[m] = true
			asked[s.Evidence.Paragraph] = append(asked[s.Evidence.Paragraph], s.Object)
		}
	}
	mandates := 0
	for _, f := range r.Document.Facts {
		if f.Property == "kind" && f.Value == "Mandate" {
			mandates++
			assert.True(t, stated[f.Subject], f.Subject)
		}
	}
	assert.Len(t, stated, mandates)
	const op = "sc/resolution/4413#op"
	assert.ElementsMatch(t, []string{"state/fji", "state/mlt", "state/per", "addressee/states", "addressee/organizations", "addressee/parties",
		"addressee/united-nations-bodies"}, asked[op+"4"])
	assert.Equal(t, []string{"addressee/two-leaders"}, asked[op+"5"])
	assert.Equal(t, []string{"addressee/multinational-harbour-force"}, asked[op+"6"])
	assert.Equal(t, []string{"role/un/secretary-general"}, asked[op+"7"])
	assert.NotContains(t, asked[op+"3"], "addressee/regional-financial")
}
