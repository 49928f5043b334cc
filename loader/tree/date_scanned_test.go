package tree

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestDatesThatScanningDamaged(t *testing.T) {
	for line, want := range map[string]string{
		"of 7 Septembcr 1988": "1988-09-07",
		"of 12 Ju1y 1979":     "1979-07-12",
		"of 9 March. 1990":    "1990-03-09",
		"of 2g May 1991":      "1991-05",
		"ef 8 May 1991":       "1991-05-08",
		"oj 8 May 1991":       "1991-05-08",
		"of 4 June l992":      "",
	} {
		assert.True(t, scannedDay.MatchString(line), line)
		assert.Equal(t, want, scannedDate(line), line)
	}
	for _, title := range []string{"of the New Year", "of 12 experts on water", "of 4 new seats"} {
		assert.False(t, scannedDay.MatchString(title), title)
	}
}

func TestTheSymbolUnderWhichAResolutionWasIssuedIsNoTitle(t *testing.T) {
	for _, line := range []string{"[S/4821]", "[S/5575/Rev.1]", "[ S/1999]", "[S/4821]}", "[S/4821] A"} {
		assert.True(t, issuedAs.MatchString(line), line)
	}
	assert.False(t, issuedAs.MatchString("[The situation in Cyprus]"))
}
