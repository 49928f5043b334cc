package loader

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// TestWhoseActItIs has for each paragraph of a resolution of the Conference to
// the Organized Crime Convention the acts that it cites; "?" stands for one that
// is left open and reported.
func TestWhoseActItIs(t *testing.T) {
	for paragraph, want := range map[string]string{
		// The subject of the clause.
		"Noting that the Human Rights Council, in its resolution 40/11, reaffirmed its resolution 31/32,":                           "hrc/resolution/40/11 hrc/resolution/31/32",
		"Recalling that the General Assembly decided, in its resolution 171/2, to meet,":                                            "ga/resolution/171/2",
		"Recalling Commission on Narcotic Drugs resolution 57/5, in which the Commission recalled its resolution 56/3,":             "cnd/resolution/57/5 cnd/resolution/56/3",
		"Recalling General Assembly resolution 171/1, in which it reaffirmed its resolution 161/2,":                                 "ga/resolution/171/1 ga/resolution/161/2",
		"Recalling its resolution 79/3, in which it recalled its resolution 78/1,":                                                  "ctoc-cop/resolution/79/3 ctoc-cop/resolution/78/1",
		"Recalling that, in its resolutions 176/213 of 17 December 2121 and 178/160 on kites, the General Assembly adopted a pact,": "ga/resolution/176/213 ga/resolution/178/160",
		"Bearing in mind that under paragraph 5 of its resolution 171/9, the General Assembly may convene a conference,":            "ga/resolution/171/9",
		// The agent and the possessor.
		"Welcoming the adoption by the General Assembly of its resolution 170/1,":                                     "ga/resolution/170/1",
		"Noting the mandate given by the Security Council in its resolution 4231 (2115),":                             "sc/resolution/4231",
		"Noting the General Assembly’s decision to convene a congress, by its resolution 152/1,":                      "ga/resolution/152/1",
		"Welcoming the decision of the Economic and Social Council, in its resolution 2115/2, to extend the mandate,": "ecosoc/resolution/2115/2",
		"Noting the adoption by the Human Rights Council of resolution 40/12,":                                        "hrc/resolution/40/12",
		"Noting that the Lunar Harbour Board, in its decision 4/2, closed the harbour,":                               "?",
		"Noting the work requested by the Executive Board in its decision 2119/1,":                                    "?",
		// The author takes the word again.
		"Welcoming the adoption by the General Assembly of the Pact, and recalling its resolution 79/1,": "ctoc-cop/resolution/79/1",
		"Recalling General Assembly resolution 170/1 and its resolution 79/4,":                           "ctoc-cop/resolution/79/4 ga/resolution/170/1",
		"Noting that the Council met; recalling its resolution 79/5,":                                    "ctoc-cop/resolution/79/5",
		"Reaffirming its resolution 79/6, which the General Assembly welcomed in its resolution 171/3,":  "ctoc-cop/resolution/79/6 ga/resolution/171/3",
		"Requesting the Secretariat to report, in accordance with its resolution 79/7,":                  "ctoc-cop/resolution/79/7",
		"Recalling its decision 79/8 and the report of the Secretary-General on resolution 79/9,":        "ctoc-cop/decision/79/8 ctoc-cop/resolution/79/9",
		// Two may be meant, and both can have the number.
		"Bearing in mind the report of the Human Rights Council and its resolution 40/13,":                   "?",
		"Inviting the Commission on Narcotic Drugs to implement its resolution 58/2,":                        "?",
		"Noting that the General Assembly requested the Human Rights Council to review its resolution 41/2,": "?",
		// Only one of them can.
		"Bearing in mind the report of the Security Council and its resolution 79/10,": "ctoc-cop/resolution/79/10",
		"Inviting the Economic and Social Council to implement its resolution 2118/2,": "ecosoc/resolution/2118/2",
		// No act of the body named has such a number.
		"Recalling General Assembly resolution 2118/80,":         "?",
		"Recalling Security Council resolution 70/1,":            "?",
		"Recalling Economic and Social Council resolution 76/1,": "?",
		"Recalling Human Rights Council resolution 61/214,":      "?",
		"Noting Human Rights Council decision 79/103,":           "hrc/decision/79/103",
		"Recalling General Assembly resolution 12/4,":            "?",
		"Recalling decision 1/CP.21 of the General Assembly,":    "unfccc-cop/decision/1/CP.21",
		// A conference has no hundreds of resolutions in a session.
		"Noting General Assembly resolution 171/2 and the costs that resolution 71/252 tells of,": "ga/resolution/171/2 ga/resolution/71/252",
		// The number's form tells, where the Conference has no such numbers.
		"Recalling General Assembly resolutions, in particular resolution 3411 D (XXX),":                                                        "ga/resolution/3411D(XXX)",
		"Noting resolution 300 (IV) concerning armaments, adopted by the General Assembly,":                                                     "ga/resolution/300(IV)",
		"Noting resolution 2118/2 and Economic and Social Council resolution 2118/3,":                                                           "? ecosoc/resolution/2118/3",
		"Welcoming a plan (decision 16/5) at the sixteenth meeting of the Conference of the Parties to the Convention on Biological Diversity,": "?",
		// Ranges, parts, symbols.
		"Recalling General Assembly resolutions 171/1 – 171/3 and 172/1-172/2,":             "ga/resolution/171/1 ga/resolution/171/2 ga/resolution/171/3 ga/resolution/172/1 ga/resolution/172/2",
		"Recalling General Assembly resolutions 171/9 to 173/1,":                            "ga/resolution/171/9 ga/resolution/173/1",
		"Recalling General Assembly resolutions 171/1–3,":                                   "ga/resolution/171/1 ga/resolution/171/2 ga/resolution/171/3",
		"Recalling resolution 170/1 (A/RES/170/1) of the General Assembly,":                 "ga/resolution/170/1",
		"Recalling General Assembly resolution A/RES/170/1 and S/RES/4231 (2115), para. 5,": "ga/resolution/170/1 sc/resolution/4231",
		"RECALLING GENERAL ASSEMBLY RESOLUTIONS 1 (I) AND 2 (I),":                           "ga/resolution/1(I) ga/resolution/2(I)",
		"Recalling UNEP/EA.4/Res.1 and UNEA resolution 5/2,":                                "unea/resolution/4/1 unea/resolution/5/2",
	} {
		var ids, got []string
		for _, row := range preamble(t, paragraph) {
			_, id, _ := strings.Cut(row, " ")
			ids = append(ids, id)
		}
		r := load(t, strings.Replace(madeUp, "PREAMBLE", paragraph, 1))
		for _, d := range r.Diagnostics {
			if strings.HasSuffix(d.Paragraph, "#pp1") && strings.HasPrefix(d.Reason, "unresolved") {
				got = append(got, "?")
			}
		}
		assert.ElementsMatch(t, strings.Fields(want), append(got, ids...), paragraph)
	}
}

func TestARangeThatCannotBeSpelledOutIsReported(t *testing.T) {
	r := load(t, strings.Replace(madeUp, "PREAMBLE", "Recalling General Assembly resolutions 171/9 to 173/1,", 1))
	assert.Contains(t, r.Diagnostics[0].Reason, "range whose members the text does not print")
}

func TestEveryMemberOfARangeIsProvedByTheRange(t *testing.T) {
	r := load(t, strings.Replace(madeUp, "PREAMBLE", "Recalling General Assembly resolutions 171/1 to 171/3 of 4 May 2120,", 1))
	found := 0
	for _, s := range r.Document.Statements {
		if strings.HasPrefix(s.Object, "ga/resolution/171/") {
			found++
			assert.Contains(t, s.Evidence.Quote, "171/1 to 171/3")
		}
	}
	assert.Equal(t, 3, found)
}
