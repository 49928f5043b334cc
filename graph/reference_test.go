package graph

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestParseReference(t *testing.T) {
	for text, want := range map[string]Reference{
		"12/4":                                      {"", "", "12/4"},
		"resolution 12/4":                           {"", Resolution, "12/4"},
		"ctoc-cop/resolution/12/4":                  {"ctoc-cop", Resolution, "12/4"},
		"General Assembly decision 60/519":          {"ga", Decision, "60/519"},
		"A/RES/76/185":                              {"ga", Resolution, "76/185"},
		"S/RES/1373 (2001)":                         {"sc", Resolution, "1373"},
		"Security Council resolution 1373 (2001)":   {"sc", Resolution, "1373"},
		"1/CP.21":                                   {"unfccc-cop", "", "1/CP.21"},
		"decision 3/CMA.1":                          {"unfccc-cma", Decision, "3/CMA.1"},
		"resolution 2758 (XXVI)":                    {"", Resolution, "2758(XXVI)"},
		"GA resolution 217 A (III)":                 {"ga", Resolution, "217A(III)"},
		"resolution S-30/1 of the General Assembly": {"ga", Resolution, "S-30/1"},
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
