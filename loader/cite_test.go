package loader

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// madeUp is a report in the style of the sample whose acts nobody adopted.
const madeUp = `Conference of the Parties to the United Nations Convention against Transnational Organized Crime

Report of the Conference of the Parties on its ninetieth session

I. Resolutions

Resolution 90/1

A title that nobody gave

The Conference of the Parties to the United Nations Convention against Transnational Organized Crime,

PREAMBLE

1. *Takes note* of its decision 80/4;

2. *Requests* the secretariat, in furtherance of Conference resolution 81/5, to report.
`

// preamble puts one preambular paragraph into a made-up resolution and gives
// its citations as "relation target".
func preamble(t *testing.T, paragraph string) []string {
	r := load(t, strings.Replace(madeUp, "PREAMBLE", paragraph, 1))
	var list []string
	for _, s := range r.Document.Statements {
		if strings.HasSuffix(s.Evidence.Paragraph, "#pp1") && (strings.Contains(s.Object, "/resolution/") || strings.Contains(s.Object, "/decision/")) {
			list = append(list, s.Relation+" "+s.Object)
		}
	}
	return list
}

func TestCitations(t *testing.T) {
	for paragraph, want := range map[string][]string{
		// One verb, several acts, titles full of commas and the word "and".
		"Recalling its resolutions 71/4 of 22 October 2110, entitled “Ships, ports and the Convention, resolution by resolution”, 72/2 of 1 May 2111, and 73/6,": {
			"recalls ctoc-cop/resolution/71/4", "recalls ctoc-cop/resolution/72/2", "recalls ctoc-cop/resolution/73/6"},
		// The body changes inside one sentence.
		"Recalling General Assembly resolutions 96/185 of 16 December 2141 and [97/3](#) as well as Economic and Social Council resolutions 2111/36 and 2112/19,": {
			"recalls ga/resolution/96/185", "recalls ga/resolution/97/3", "recalls ecosoc/resolution/2111/36", "recalls ecosoc/resolution/2112/19"},
		// The kind changes, and one title belongs to two acts.
		"Reaffirming its decision 74/2 of 17 October 2108 and its resolution 75/8 of 22 October 2110, both entitled “Ports”,": {
			"reaffirms ctoc-cop/decision/74/2", "reaffirms ctoc-cop/resolution/75/8"},
		// A body whose name holds another's words.
		"Taking note of Conference of the States Parties to the United Nations Convention against Corruption resolution 70/5,": {
			"takesNoteOf cac-cosp/resolution/70/5"},
		// Whose "its" it is.
		"Noting the adoption by the General Assembly of the Global Framework for Ships, in its resolution 98/47 of 4 December 2143,": {
			"mentions ga/resolution/98/47"},
		// A body behind the number, and a connective before it.
		"Welcoming the portal developed pursuant to resolution 91/2, entitled “Ports”, of the General Assembly,": {
			"mentions ga/resolution/91/2"},
		// A second verb with an object of its own.
		"Emphasizing the need to cooperate, and taking note of its decision 76/1,": {"takesNoteOf ctoc-cop/decision/76/1"},
		// What an earlier act did stays within the clause.
		"Recalling its resolution 79/3, in which it reaffirmed decision 77/1,": {"recalls ctoc-cop/resolution/79/3", "mentions ctoc-cop/decision/77/1"},
		// Numbers that are no acts.
		"Noting the I-24/7 system, A/60/88, indicator 16.4.2, vol. 2225, No. 39574, and the present resolution,": nil,
		// Old numbers.
		"Recalling General Assembly resolutions 217 A (III) of 10 December 1948 and 2758 (XXVI), and Security Council resolution 1373 (2001),": {
			"recalls ga/resolution/217A(III)", "recalls ga/resolution/2758(XXVI)", "recalls sc/resolution/1373"},
		"Recalling General Assembly resolution S-30/1 and decisions 1/CP.21 and 3/CMA.1,": {
			"recalls ga/resolution/S-30/1", "recalls unfccc-cop/decision/1/CP.21", "recalls unfccc-cma/decision/3/CMA.1"},
		// Objects of different kinds under one verb.
		"Recalling the functions assigned to it in article 32 of the Convention, its resolution 78/1 and its decision 74/6,": {
			"recalls ctoc-cop/resolution/78/1", "recalls ctoc-cop/decision/74/6"},
	} {
		assert.ElementsMatch(t, want, preamble(t, paragraph), paragraph)
	}
}

func TestOperativeParagraphs(t *testing.T) {
	r := load(t, madeUp)
	var got []string
	for _, s := range r.Document.Statements {
		if s.Object == "ctoc-cop/decision/80/4" || s.Object == "ctoc-cop/resolution/81/5" {
			got = append(got, s.Relation+" "+s.Object+" "+s.Evidence.Locator()+" "+s.Qualifiers["connective"])
		}
	}
	assert.ElementsMatch(t, []string{"takesNoteOf ctoc-cop/decision/80/4 op1 ", "mentions ctoc-cop/resolution/81/5 op2 in furtherance of"}, got)
}

func TestAnActOfAnUnknownBodyIsReportedNotGuessed(t *testing.T) {
	r := load(t, strings.Replace(madeUp, "PREAMBLE", "Recalling the Harbour Board resolution 4/2,", 1))
	for _, s := range r.Document.Statements {
		assert.NotContains(t, s.Object, "4/2")
	}
	if assert.NotEmpty(t, r.Diagnostics) {
		assert.Contains(t, r.Diagnostics[0].Reason, "unresolved")
		assert.Contains(t, r.Diagnostics[0].Paragraph, "#pp1")
	}
}
