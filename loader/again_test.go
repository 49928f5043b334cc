package loader

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestAPronounIsNotGivenToWhomeverWasNamedLast(t *testing.T) {
	const head = "E/RES/2041/5\n\nResolution adopted by the Economic and Social Council\n\n2041/5. Lakes\n\nThe Economic and Social Council,\n\n" +
		"1. Invites development partners to help the countries of the lakes;\n\n"
	for _, c := range []struct {
		text string
		want []string
	}{
		{"2. Takes note of the road map, calls for it to be kept up to date, and requests the Secretary-General to print it;\n",
			[]string{"callsFor ecosoc/resolution/2041/5#op2", "requests role/un/secretary-general"}},
		{"2. Welcomes the statement of Norway, and calls upon them to end the fires;\n", []string{"callsUpon ecosoc/resolution/2041/5#op2"}},
		{"2. Requests the executive heads of the specialized agencies, the regional banks and other organizations to report;\n",
			[]string{"requests addressee/executive-heads-of-the-specialized-agencies"}},
	} {
		var got []string
		for _, s := range load(t, head+c.text).Document.Statements {
			if s.Evidence.Paragraph == "ecosoc/resolution/2041/5#op2" && s.Qualifiers["rule"] == "operative verb" && s.Relation[0] != 't' && s.Relation[0] != 'w' {
				got = append(got, s.Relation+" "+s.Object)
			}
		}
		assert.ElementsMatch(t, c.want, got, c.text)
	}
}
