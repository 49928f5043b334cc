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

func TestSessionNumber(t *testing.T) {
	for mark, want := range map[string]int{"XXVI": 26, "S-VI": 6, "ES-II": 2, "EX-LXXVII": 77, "EX": 0, "Rev": 0, "X-II": 0, "": 0} {
		assert.Equal(t, want, SessionNumber(mark), mark)
	}
}
