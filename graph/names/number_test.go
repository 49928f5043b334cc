package names

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"mandategraph/graph"
)

func TestANumberOfAnotherShapeIsNeverABodysOwn(t *testing.T) {
	for _, c := range []struct {
		code, kind, number string
		want               bool
	}{
		{"ga", graph.Resolution, "70/1", true}, {"ga", graph.Resolution, "12/4", false}, {"ga", graph.Resolution, "2011/36", false}, {"ga", graph.Resolution, "217A(III)", true},
		{"ga", graph.Resolution, "ES-11/1", true}, {"ga", graph.Resolution, "1373(2001)", false},
		{"sc", graph.Resolution, "1373(2001)", true}, {"sc", graph.Resolution, "1373", true}, {"sc", graph.Resolution, "70/1", false},
		{"ecosoc", graph.Decision, "2021/258", true}, {"ecosoc", graph.Resolution, "1086B(XXXIX)", true}, {"ecosoc", graph.Resolution, "76/1", false},
		{"hrc", graph.Resolution, "5/1", true}, {"hrc", graph.Resolution, "2005/80", false}, {"chr", graph.Resolution, "2005/80", true},
		{"unfccc-cop", graph.Decision, "1/CP.21", true}, {"unfccc-cma", graph.Decision, "1/CP.21", false}, {"unfccc-cop", graph.Decision, "12/4", false},
		{"cites-cop", graph.Decision, "17.54", true}, {"cites-cop", graph.Resolution, "Conf.9.24", true}, {"cites-cop", graph.Decision, "17/54", false},
		{"basel-cop", graph.Decision, "BC-14/12", true}, {"basel-cop", graph.Decision, "OEWG-11/1", false},
		{"wha", graph.Decision, "WHA72(11)", true}, {"who-eb", graph.Resolution, "EB148.R6", true}, {"imo-assembly", graph.Resolution, "A.500(XII)", true}, {"sbi", graph.Resolution, "76/237", false},
		{"stockholm-cop", graph.Decision, "SC-11/7", true}, {"stockholm-cop", graph.Resolution, "SC-11/7", true}, {"ga", graph.Resolution, "1768(LIV)", false}, {"ramsar-cop", graph.Resolution, "VIII.19", true}, {"cbd-cop", graph.Resolution, "4/10", false}, {"basel-cop", graph.Resolution, "IX/10", false}, {"bee-board", graph.Decision, "VI/4", true},
		{"hrc", graph.Resolution, "53/217", false}, {"hrc", graph.Decision, "53/117", true}, {"hrc", graph.Decision, "OM/4/2", true}, {"ga", graph.Resolution, "53/217", true}, {"escap", graph.Resolution, "81/130", false},
		{"undp-eb", graph.Decision, "96/12", true}, {"undp-eb", graph.Decision, "12/3", false},
		{"tpnw-msp", graph.Decision, "1", true}, {"tpnw-msp", graph.Resolution, "1", false}, {"ctoc-cop", graph.Resolution, "12/4", true}, {"", graph.Resolution, "12/4", false},
	} {
		assert.Equal(t, c.want, CanNumber(c.code, c.kind, c.number), c)
	}
}

func TestActOfSymbol(t *testing.T) {
	for text, want := range map[string]Reference{
		"A/RES/70/4 and others":   {"ga", graph.Resolution, "70/4"},
		"S/RES/1373 (2001), para": {"sc", graph.Resolution, "1373"},
		"A/RES/2758(XXVI)":        {"ga", graph.Resolution, "2758(XXVI)"},
		"E/RES/2015/24.":          {"ecosoc", graph.Resolution, "2015/24"},
		"A/HRC/RES/S-27/1":        {"hrc", graph.Resolution, "S-27/1"},
		"UNEP/EA.4/Res.1;":        {"unea", graph.Resolution, "4/1"},
		"CTOC/COP/2040/Res.10/1":  {"ctoc-cop", graph.Resolution, "10/1"},
		"CBD/COP/DEC/XII/1":       {"cbd-cop", graph.Decision, "XII/1"},
	} {
		r, _, ok := ActOfSymbol(text)
		assert.True(t, ok, text)
		assert.Equal(t, want, r, text)
	}
	for _, text := range []string{"", "A/RES/", "A/70/1", "E/RES/70/1", "UNEP/EA.4/1", "A/RES/1/1/Add.1", "CTOC/COP/2040/L.1"} {
		_, _, ok := ActOfSymbol(text)
		assert.False(t, ok, text)
	}
}

func TestMarksOfNumbers(t *testing.T) {
	for letters, want := range map[string][2]bool{
		"WHA": {true, false}, "SSA": {true, false}, "EB": {true, false}, "CP": {false, true}, "CMA": {false, true},
		"COP": {false, true}, "SBSTA": {false, true}, "BC": {false, false}, "L": {false, false}, "": {false, false},
	} {
		assert.Equal(t, want, [2]bool{GluedMark(letters), MarkBehind(letters)}, letters)
	}
	for number, code := range map[string]string{"11/COP.14": "unccd-cop", "11/CP.14": "unfccc-cop", "LEG.3(91)": "imo-leg", "1/SBI.50": ""} {
		assert.Equal(t, code, BodyOfNumber(number), number)
	}
}
