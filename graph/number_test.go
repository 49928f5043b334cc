package graph

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestReadNumber(t *testing.T) {
	for number, want := range map[string]Number{
		"12/4":                 {SessionForm, "", 12},
		"75/290A":              {SessionForm, "", 75},
		"2011/36":              {YearForm, "", 2011},
		"2004/201":             {YearForm, "", 2004},
		"XII/12":               {RomanSessionForm, "", 12},
		"SS.XI/9":              {RomanSessionForm, "SS", 0},
		"217A(III)":            {BracketForm, "", 3},
		"2758(XXVI)":           {BracketForm, "", 26},
		"2(ES-II)":             {BracketForm, "", 2},
		"1373(2001)":           {DatedForm, "", 2001},
		"1373":                 {PlainForm, "", 0},
		"S-30/1":               {SpecialForm, "S", 30},
		"ES-11/1":              {SpecialForm, "ES", 11},
		"1/CP.21":              {SuffixForm, "CP", 21},
		"-/CP.20":              {SuffixForm, "CP", 20},
		"BC-14/12":             {PrefixForm, "BC", 14},
		"IPBES/1/3":            {PrefixForm, "IPBES", 1},
		"WHA64.24":             {PrefixForm, "WHA", 64},
		"Conf.9.24(Rev.CoP17)": {PrefixForm, "Conf", 9},
		"A.1071(28)":           {PrefixForm, "A", 1071},
		"MEPC.379(80)":         {PrefixForm, "MEPC", 379},
		"EB148.R6":             {PrefixForm, "EB", 148},
		"SSA2(5)":              {PrefixForm, "SSA", 2},
		"BC.Ex-2/1":            {PrefixForm, "BC", 2},
		"VIII.19":              {RomanDottedForm, "", 8},
		"17.54":                {DottedForm, "", 17},
		"17.54(Rev.CoP18)":     {DottedForm, "", 17},
	} {
		assert.Equal(t, want, ReadNumber(number), number)
	}
	for _, number := range []string{"", "A", "/1", "12/", "12/4/5", "1373(201)", "12/4AB", "(III)", "9.", "CP/21", "-", "-/", "S", "Conf."} {
		assert.Equal(t, UnknownForm, ReadNumber(number).Form, number)
	}
}

func TestANumberOfAnotherShapeIsNeverABodysOwn(t *testing.T) {
	for _, c := range []struct {
		code, kind, number string
		want               bool
	}{
		{"ga", Resolution, "70/1", true}, {"ga", Resolution, "12/4", false}, {"ga", Resolution, "2011/36", false}, {"ga", Resolution, "217A(III)", true},
		{"ga", Resolution, "ES-11/1", true}, {"ga", Resolution, "1373(2001)", false},
		{"sc", Resolution, "1373(2001)", true}, {"sc", Resolution, "1373", true}, {"sc", Resolution, "70/1", false},
		{"ecosoc", Decision, "2021/258", true}, {"ecosoc", Resolution, "1086B(XXXIX)", true}, {"ecosoc", Resolution, "76/1", false},
		{"hrc", Resolution, "5/1", true}, {"hrc", Resolution, "2005/80", false}, {"chr", Resolution, "2005/80", true},
		{"unfccc-cop", Decision, "1/CP.21", true}, {"unfccc-cma", Decision, "1/CP.21", false}, {"unfccc-cop", Decision, "12/4", false},
		{"cites-cop", Decision, "17.54", true}, {"cites-cop", Resolution, "Conf.9.24", true}, {"cites-cop", Decision, "17/54", false},
		{"basel-cop", Decision, "BC-14/12", true}, {"basel-cop", Decision, "OEWG-11/1", false},
		{"wha", Decision, "WHA72(11)", true}, {"who-eb", Resolution, "EB148.R6", true}, {"imo-assembly", Resolution, "A.500(XII)", true}, {"sbi", Resolution, "76/237", false},
		{"stockholm-cop", Decision, "SC-11/7", true}, {"stockholm-cop", Resolution, "SC-11/7", true}, {"ga", Resolution, "1768(LIV)", false}, {"ramsar-cop", Resolution, "VIII.19", true}, {"cbd-cop", Resolution, "4/10", false}, {"basel-cop", Resolution, "IX/10", false}, {"bee-board", Decision, "VI/4", true},
		{"tpnw-msp", Decision, "1", true}, {"tpnw-msp", Resolution, "1", false}, {"ctoc-cop", Resolution, "12/4", true}, {"", Resolution, "12/4", false},
	} {
		assert.Equal(t, c.want, CanNumber(c.code, c.kind, c.number), c)
	}
}

func TestActOfSymbol(t *testing.T) {
	for text, want := range map[string]Reference{
		"A/RES/70/4 and others":   {"ga", Resolution, "70/4"},
		"S/RES/1373 (2001), para": {"sc", Resolution, "1373"},
		"A/RES/2758(XXVI)":        {"ga", Resolution, "2758(XXVI)"},
		"E/RES/2015/24.":          {"ecosoc", Resolution, "2015/24"},
		"A/HRC/RES/S-27/1":        {"hrc", Resolution, "S-27/1"},
		"UNEP/EA.4/Res.1;":        {"unea", Resolution, "4/1"},
		"CTOC/COP/2040/Res.10/1":  {"ctoc-cop", Resolution, "10/1"},
		"CBD/COP/DEC/XII/1":       {"cbd-cop", Decision, "XII/1"},
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
