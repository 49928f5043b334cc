package names

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"mandategraph/graph"
)

func TestParseReference(t *testing.T) {
	for text, want := range map[string]Reference{
		"12/4":                                      {"", "", "12/4"},
		"resolution 12/4":                           {"", graph.Resolution, "12/4"},
		"ctoc-cop/resolution/12/4":                  {"ctoc-cop", graph.Resolution, "12/4"},
		"General Assembly decision 60/519":          {"ga", graph.Decision, "60/519"},
		"A/RES/76/185":                              {"ga", graph.Resolution, "76/185"},
		"S/RES/1373 (2001)":                         {"sc", graph.Resolution, "1373"},
		"Security Council resolution 1373 (2001)":   {"sc", graph.Resolution, "1373"},
		"1/CP.21":                                   {"unfccc-cop", "", "1/CP.21"},
		"decision 3/CMA.1":                          {"unfccc-cma", graph.Decision, "3/CMA.1"},
		"resolution 2758 (XXVI)":                    {"", graph.Resolution, "2758(XXVI)"},
		"GA resolution 217 A (III)":                 {"ga", graph.Resolution, "217A(III)"},
		"resolution S-30/1 of the General Assembly": {"ga", graph.Resolution, "S-30/1"},
		"E/RES/2015/24":                             {"ecosoc", graph.Resolution, "2015/24"},
		"A/HRC/RES/40/11":                           {"hrc", graph.Resolution, "40/11"},
		"UNEP/EA.4/Res.1":                           {"unea", graph.Resolution, "4/1"},
		"CBD/COP/DEC/15/4":                          {"cbd-cop", graph.Decision, "15/4"},
		"Resolution Conf. 9.24 (Rev. CoP17)":        {"cites-cop", graph.Resolution, "Conf.9.24(Rev.CoP17)"},
		"cites-cop decision 17.54":                  {"cites-cop", graph.Decision, "17.54"},
		"decision BC-14/12":                         {"basel-cop", graph.Decision, "BC-14/12"},
		"cbd-cop decision XII/1":                    {"cbd-cop", graph.Decision, "XII/1"},
		"WHA64.24":                                  {"wha", "", "WHA64.24"},
		"IPBES/1/3":                                 {"ipbes", "", "IPBES/1/3"},
		"decision SS.XI/9":                          {"unep-gc", graph.Decision, "SS.XI/9"},
		"ecosoc 2013/38":                            {"ecosoc", "", "2013/38"},
	} {
		got, ok := ParseReference(text)
		assert.True(t, ok, text)
		assert.Equal(t, want, got, text)
	}
	for _, text := range []string{"", "what does it recall", "the Kyoto Declaration"} {
		_, ok := ParseReference(text)
		assert.False(t, ok, text)
	}
}
