package names

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mandategraph/graph"
)

func TestASymbolIsReadWithItsPartsAndWithoutSpaces(t *testing.T) {
	for text, want := range map[string]string{
		"A/91/12 (Part III), para. 4":         "A/91/12(PartIII)",
		"A/91/12(Part I)":                     "A/91/12(PartI)",
		"E/2041/19 (Vol. II)/Corr.1":          "E/2041/19(Vol.II)/Corr.1",
		"S/PV.11042 (Resumption 2)":           "S/PV.11042(Resumption2)",
		"S/PV.11042 (The President)":          "S/PV.11042",
		"S/RES/3201 (2044) and others":        "S/RES/3201",
		"A/RES/3402 (XXX)":                    "A/RES/3402(XXX)",
		"A/RES/3310(S-VI)":                    "A/RES/3310(S-VI)",
		"A/RES/ES-21/3":                       "A/RES/ES-21/3",
		"A/HRC/RES/S-40/1":                    "A/HRC/RES/S-40/1",
		"E/2041/44-E/ICEF/2041/3":             "E/2041/44",
		"GC(88)/RES/4":                        "GC(88)/RES/4",
		"ICCD/COP(31)/5/Add.2":                "ICCD/COP(31)/5/Add.2",
		"TD/B/EX(71)/2)":                      "TD/B/EX(71)/2",
		"A/CONF.292/15(SUPP)":                 "A/CONF.292/15(SUPP)",
		"XYZ/PR/COMM.(DCXL)":                  "XYZ/PR/COMM.(DCXL)",
		"ABC/CSP21/2041/SEC/7/Conf.FinRep on": "ABC/CSP21/2041/SEC/7/Conf.FinRep",
		"and/or 5":                            "", "HIV/AIDS": "", "A/": "", "": "", "12/4": "",
	} {
		y, ok := ReadSymbol(text)
		assert.Equal(t, want != "", ok, text)
		assert.Equal(t, want, y.Text, text)
	}
}

func TestATableSaysHowSymbolsOfOtherOrganizationsBegin(t *testing.T) {
	rows, err := ReadRows("own.csv", strings.NewReader("sort,code,name,symbol,numbers\n"+
		"body,lighthouse-congress,Lighthouse Congress,# K/,!# K/<Resolution >#|!LC(#)/RES/#\n"))
	require.NoError(t, err)
	require.NoError(t, Add(rows))
	t.Cleanup(Forget)

	y, ok := ReadSymbol("31 K/19 Rev.")
	assert.True(t, ok)
	assert.Equal(t, Symbol{Text: "31K/19", End: len("31 K/19")}, y)
	assert.Equal(t, "lighthouse-congress", BodyOfSymbol("31K/19"))
	for text, number := range map[string]string{"30 K/Resolution 7, on": "30K/7", "LC(30)/RES/7": "LC(30)/RES/7"} {
		r, _, ok := ActOfSymbol(text)
		assert.True(t, ok, text)
		assert.Equal(t, Reference{Body: "lighthouse-congress", Kind: graph.Resolution, Number: number}, r, text)
		assert.True(t, CanNumber("lighthouse-congress", graph.Resolution, number), number)
		assert.Equal(t, "lighthouse-congress", BodyOfNumber(number))
	}
	assert.False(t, CanNumber("ga", graph.Resolution, "30K/7"))
}
