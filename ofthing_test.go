package layout

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// A thing before what became of it, or its mandate in its stead, is read as the texts have it.
func TestMandatesOfThingsAreTheThings(t *testing.T) {
	mission := "the United Nations Observer Mission in Uruguay (UNOMUR)"
	api := ferries(t,
		resolutionText("3971", "3 March 2048", "1. Decides to establish "+mission+" for six months, until 3 September 2048."),
		resolutionText("3972", "2 September 2048", "1. Decides to extend the mandate of "+mission+" until 3 March 2049."),
		resolutionText("3973", "1 March 2049", "1. Decides to extend the mandate of "+mission+" until 3 September 2049."))
	for question, want := range map[string][]string{
		"UNOMUR extensions": {"3972", "3973"}, "UNOMUR mandate extensions": {"3972", "3973"},
		"UNOMUR - all mandate extensions + end dates pls": {"until 2049-03-03", "until 2049-09-03"},
		"all mandate extensions of UNOMUR, thanks":        {"3972", "3973"},
		"how often was UNOMUR's mandate extended?":        {"2: how many times", "3972", "3973"},
		"when was the mandate of UNOMUR last extended":    {"3973", "1 found"},
		"when was UNOMUR first extended":                  {"3972", "1 found"},
		"UNOMUR establishment":                            {"3971"},
	} {
		text := told(t, api, question).Text
		for _, words := range want {
			assert.Contains(t, text, words, question)
		}
	}
}
