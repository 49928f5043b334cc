package loader

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// citing is the text of a made-up document of each kind of publisher; PARAGRAPH
// stands where a test puts its own.
var citing = map[string]string{
	"assembly": "A/RES/131/17\n\n131/17. Lamps\n\nThe General Assembly,\n\nPARAGRAPH\n\n1. Decides to continue its consideration of the item.\n",
	"council": "S/RES/4711 (2077)\n\nResolution 4711 (2077)\n\nAdopted by the Security Council at its 12005th meeting, on 9 May 2077\n\n" +
		"The Security Council,\n\nPARAGRAPH\n\n1. Decides to remain seized of the matter.\n",
	"report": "A/132/46\n\nReport of the Committee on Tides\n\n5. PARAGRAPH\n",
}

// cited lists the relations of a paragraph to acts, as "relation act", and what is
// reported of it, as "? words".
func cited(t *testing.T, publisher, paragraph string) (list []string) {
	r := load(t, strings.Replace(citing[publisher], "PARAGRAPH", paragraph, 1))
	for _, s := range r.Document.Statements {
		where := s.Evidence.Locator()
		if act := strings.Contains(s.Object, "/resolution/") || strings.Contains(s.Object, "/decision/"); act &&
			(where == "pp1" || where == "5") && !strings.Contains(s.Object, "#") {
			list = append(list, s.Relation+" "+s.Object)
		}
	}
	for _, d := range r.Diagnostics {
		if strings.HasSuffix(d.Paragraph, "#pp1") || strings.HasSuffix(d.Paragraph, "#5") {
			list = append(list, "? "+d.Text)
		}
	}
	return list
}

// testCited compares what paragraphs cite; the acts stand behind one relation, and
// another relation begins anew.
func testCited(t *testing.T, publisher string, cases map[string]string) {
	for paragraph, want := range cases {
		var list []string
		relation := ""
		for _, w := range strings.Fields(want) {
			if strings.HasSuffix(w, ":") {
				relation = strings.TrimSuffix(w, ":")
				continue
			}
			list = append(list, relation+" "+strings.ReplaceAll(w, "_", " "))
		}
		assert.ElementsMatch(t, list, cited(t, publisher, paragraph), paragraph)
	}
}

func TestListsWithoutTheirNoun(t *testing.T) {
	testCited(t, "council", map[string]string{
		"Recalling its earlier resolutions concerning Lowland, in particular 3101 (2060), 3102 (2061) and 3103 (2061), and its press statements,":        "recalls: sc/resolution/3101 sc/resolution/3102 sc/resolution/3103",
		"Recalling its resolutions and the statements of its President on Lowland, including 3104 (2062), supplemented by 3105 (2063), and 3106 (2063),": "recalls: sc/resolution/3104 sc/resolution/3105 sc/resolution/3106",
		"Reaffirming all relevant resolutions on islands, most recently 3107 (2064), as well as 3108 (2064),":                                            "reaffirms: sc/resolution/3107 sc/resolution/3108",
		"Recalling resolutions 3109 (2065),3110 (2065), 3 111 (2066) and 3112 (2067),":                                                                   "recalls: sc/resolution/3109 sc/resolution/3110 sc/resolution/3111 sc/resolution/3112",
		"Recalling its resolutions 31I3 (2067), 3114 (2067) and 3115 (2068),":                                                                            "recalls: sc/resolution/3114 sc/resolution/3115 ?: 31I3",
		"Recalling its resolutions 3116 eB) of 5 June 2068, 3117 (2068) and 3118 (2069),":                                                                "recalls: sc/resolution/3116 sc/resolution/3117 sc/resolution/3118",
		"Recalling its resolution 3119 (2069), 3120 (2069) and 3121 (2070) on fishing, and 3122 (2070) on ports,":                                        "recalls: sc/resolution/3119 sc/resolution/3120 sc/resolution/3121 sc/resolution/3122",
		"Reaffirming paragraphs 15 and 16 of 3123 (2070),":                                                                                               "reaffirms: sc/resolution/3123",
		"Recalling 3124 (2070) and 3125 (2071),":                                                                                                         "recalls: sc/resolution/3124 sc/resolution/3125",
	})
}

func TestAPlainNumberIsNoAct(t *testing.T) {
	testCited(t, "council", map[string]string{
		"Recalling resolutions 3201 (2060) and 3202 (2061), 2 S/RES/4711 and its Annex,":                             "recalls: sc/resolution/3201 sc/resolution/3202",
		"Noting the deployment under resolution 3203 (2061) and 192 military observers and 40 police officers,":      "mentions: sc/resolution/3203",
		"Recalling paragraph 4 of resolution 3204 (2062), and 11 of resolution 3205 (2062),":                         "recalls: sc/resolution/3204 sc/resolution/3205",
		"Recalling resolution 3206 (2063), paras. 4-6, and its statement,":                                           "recalls: sc/resolution/3206",
		"Recalling resolutions 3207, 3208 and 3209 (2064),":                                                          "recalls: sc/resolution/3207 sc/resolution/3208 sc/resolution/3209",
		"Recalling resolution 3210 of 4 March 2065 and 3211 of 5 March 2065,":                                        "recalls: sc/resolution/3210 sc/resolution/3211",
		"Recalling its resolutions 3212 (2065), 3213 (2065), paragraphs 1 to 3 and 8 (a)–(c), and 3214 (2066),":      "recalls: sc/resolution/3212 sc/resolution/3213 sc/resolution/3214",
		"Noting the law of Lowland No. 3215 (2066) on lamps and vol. 397 (1961) of the series in the library there,": "?: 3215_(2066) 397_(1961)",
	})
}

func TestANumberThatScanningBrokeIsReported(t *testing.T) {
	testCited(t, "assembly", map[string]string{
		"Recalling its resolutions 129/1 17 and 130/203 A,":            "recalls: ga/resolution/130/203A ?: resolution_129/1",
		"Recalling its resolution 129/4 6, in which it lit all lamps,": "?: resolution_129/4",
		"Recalling its resolution 129/1 of 17 May 2074,":               "recalls: ga/resolution/129/1",
		"Noting that resolution 129/1 12 times names the harbour,":     "mentions: ga/resolution/129/1",
	})
}

func TestActsByOtherNames(t *testing.T) {
	testCited(t, "assembly", map[string]string{
		"Recalling UNSCR 3301 (2060), Security Council resolution (UNSCR) 3302 (2061) and UNSCRs 3303 and 3304,":                                                               "recalls: sc/resolution/3301 sc/resolution/3302 sc/resolution/3303 sc/resolution/3304",
		"Acting in line with SCR 3305 and with A/Res/120/4 of 3 May 2065,":                                                                                                     "mentions: sc/resolution/3305 ga/resolution/120/4",
		"Recalling its resolutions 121/ 5 and 122/\n6,":                                                                                                                        "recalls: ga/resolution/121/5 ga/resolution/122/6",
		"Recalling its resolutions 121/7, on the harbours of islands, and 122/8,":                                                                                              "recalls: ga/resolution/121/7 ga/resolution/122/8",
		"“The Council recalls resolutions 3306 (2061) and 3307 (2061).”":                                                                                                       "mentions: sc/resolution/3306 sc/resolution/3307",
		"Taking into account article 5 of the Convention against Illicit Traffic in Painted Lamps and Security Council resolution 3308 (2061),":                                "takesIntoAccount: sc/resolution/3308 ?: article_5",
		"Recalling its resolutions 123/7 on tides and the Commission on Ports and 124/8 on the safety of piers,":                                                               "recalls: ga/resolution/123/7 ga/resolution/124/8",
		"Noting the work done under two resolutions (125/9 and 126/10) on lamps,":                                                                                              "mentions: ga/resolution/125/9 ga/resolution/126/10",
		"Recalling WHA resolution 164.24 on masks,":                                                                                                                            "recalls: wha/resolution/WHA164.24",
		"Noting the Declaration (Report of the World Conference on Tides, Lima, 4–8 May 2068 (United Nations publication, Sales No. E.68.I.4), chap. I, resolution 1, annex),": "mentions: world-conference-on-tides/resolution/1",
	})
}

func TestFurtherObjectsOfAVerb(t *testing.T) {
	testCited(t, "assembly", map[string]string{
		"Taking note of the report of the Secretary-General on lamps, and of the annex to resolution 126/3,":                                             "takesNoteOf: ga/resolution/126/3",
		"Taking note of resolution 126/4, as contained in the list of the year, and of resolution 126/5,":                                                "takesNoteOf: ga/resolution/126/4 ga/resolution/126/5",
		"Recalling its resolutions 126/6 of 3 May 2071, S-42/4 B of 10 June 2071 and S-43/1 of 19 April 2072,":                                           "recalls: ga/resolution/126/6 ga/resolution/S-42/4B ga/resolution/S-43/1",
		"Recalling resolutions 126/13 of the General Assembly and 2071/7 of the Economic and Social Council,":                                            "recalls: ga/resolution/126/13 ecosoc/resolution/2071/7",
		"Noting the board of the concurrent resolutions 126/14 of the General Assembly and 3310 (2061) of the Security Council, by which it was set up,": "mentions: ga/resolution/126/14 sc/resolution/3310",
		"TAKING INTO ACCOUNT resolution 126/7, as amended by resolution 126/8,":                                                                          "takesIntoAccount: ga/resolution/126/7 mentions: ga/resolution/126/8",
		"BEARING IN MIND resolution 126/9,":    "bearsInMind: ga/resolution/126/9",
		"Recalling OLS NAVY resolution 126/9,": "?: resolution_126/9",
		"Noting the lamps (resolution 126/10) of the harbours and of Human Rights Council resolution 89/11,":                               "mentions: ga/resolution/126/10 hrc/resolution/89/11",
		"In line with the Lamp Declaration, proclaimed by the Security Council in its resolution 3309 (2061), the Committee on Tides met,": "mentions: sc/resolution/3309",
	})
	testCited(t, "council", map[string]string{
		"Recalling its resolutions on lamps (3325 (2030), 3820 (2038)) and oil (3250 (2035) and 3535 (2040)), and its resolution 3378 (2037) on wicks,": "recalls: sc/resolution/3325 sc/resolution/3820 sc/resolution/3250 sc/resolution/3535 sc/resolution/3378",
	})
	testCited(t, "report", map[string]string{
		"In line with the Lamp Declaration, proclaimed by the General Assembly in its resolution 126/11, the Committee met again.": "mentions: ga/resolution/126/11",
		"It named Genera1 Assemb1y resolution 126/12 and Human Rights Counci1 resolution 89/12.":                                   "mentions: ga/resolution/126/12 hrc/resolution/89/12",
	})
}

func TestBodiesThatNoTableNames(t *testing.T) {
	testCited(t, "assembly", map[string]string{
		"Recalling decision 14/2 of the World Harbour Committee and resolution 15/3 of the Executive Board of the Fund for Lakes and Rivers,": "recalls: world-harbour-committee/decision/14/2 executive-board-of-the-fund-for-lakes-and-rivers/resolution/15/3",
		"Recalling decision 16/4 of the Conference of the Parties to the Treaty of Lakeport,":                                                 "recalls: conference-of-the-parties-to-the-treaty-of-lakeport/decision/16/4",
		"Recalling decision 17/5 of the General Conference of the World Educational, Scientific and Cultural Union,":                          "recalls: general-conference-of-the-world-educational-scientific-and-cultural-union/decision/17/5",
		"Recalling resolution 70/22 of the General Assembly of the Organization of Lakeside States,":                                          "recalls: general-assembly-of-the-organization-of-lakeside-states/resolution/70/22",
		"Recalling decision 3-A/8 and decision 3-A/9 of the World Harbour Forum,":                                                             "recalls: world-harbour-forum/decision/3-A/9 ?: decision_3-A/8",
		"Recalling decision 14/8 and decision 15/4 of the Conference of the Parties to the Convention on Biological Diversity,":               "recalls: cbd-cop/decision/14/8 cbd-cop/decision/15/4",
		"Recalling decision 14/2 of the World Harbour Committee and on Resolution 131/2,":                                                     "recalls: world-harbour-committee/decision/14/2 mentions: ga/resolution/131/2",
		"Acting on Decision 9 of the Standing Committee and on Decision 9,":                                                                   "?: Decision_9 Decision_9",
		// A name that any organ may bear tells nothing.
		"Recalling decision 18/6 of the Executive Board,":                      "?: decision_18/6",
		"Recalling OLS General Assembly resolution 71/23 on locks and canals,": "?: resolution_71/23",
	})
}

// Scanning takes figures for letters and sets the ends of words apart.
func TestNumbersAndNounsAsScanningLeavesThem(t *testing.T) {
	testCited(t, "assembly", map[string]string{
		"Recalling its resolutions 7O/1 of l9 May 2O15, 121/l37 and 12l/5,":                                                             "recalls: ga/resolution/70/1 ga/resolution/121/137 ga/resolution/121/5",
		"Recalling Security Council resolut ions l540 (2004) and 133O (2O00),":                                                          "recalls: sc/resolution/1540 sc/resolution/1330",
		"Recalling Economic and Social Council reso lution 2030/ll and dec is ions, and its reso1ution 99/4,":                           "recalls: ecosoc/resolution/2030/11 ga/resolution/99/4",
		"Noting decision 4/lO of the World Harbour Committee, and welcoming its resolu tion 121/6,":                                     "notes: world-harbour-committee/decision/4/10 welcomes: ga/resolution/121/6",
		"Recalling decision II/12 of the Conference of the Parties to the Convention on Biological Diversity and the mot ion of lamps,": "recalls: cbd-cop/decision/II/12",
	})
}

// Only the General Assembly numbers more than a hundred resolutions at a session.
func TestANumberAboveAHundred(t *testing.T) {
	citing["human rights"] = "A/HRC/RES/92/4\n\n92/4. Lamps\n\nThe Human Rights Council,\n\nPARAGRAPH\n\n1. Decides to continue its consideration of the item.\n"
	testCited(t, "human rights", map[string]string{
		"Noting the format of reports set by resolution 53/217, sect. XI,":              "mentions: ga/resolution/53/217",
		"Recalling its decisions OM/7/1 and 53/117 and resolution 53/17,":               "recalls: hrc/decision/OM/7/1 hrc/decision/53/117 hrc/resolution/53/17",
		"Recalling General Assembly resolution 69/213 and, as well, resolution 77/286,": "recalls: ga/resolution/69/213 ga/resolution/77/286",
	})
}

func TestVerbsOfCitations(t *testing.T) {
	testCited(t, "assembly", map[string]string{
		// What ends a series inside a clause is no object of the verb.
		"Taking note of the report of the panel established pursuant to resolution 101/1 and extended pursuant to resolutions 102/2, 103/3, and 104/4,": "mentions: ga/resolution/101/1 ga/resolution/102/2 ga/resolution/103/3 ga/resolution/104/4",
		"Recalling the study submitted pursuant to resolution 101/5, resolution 101/6, and resolution 101/7,":                                           "mentions: ga/resolution/101/5 ga/resolution/101/6 ga/resolution/101/7",
		"Emphasizing the obligation of all States to implement, without delay, resolution 101/8,":                                                       "mentions: ga/resolution/101/8",
		"Welcoming the adoption of resolution 101/9, and recalling its decision in resolution 101/10 to meet,":                                          "mentions: ga/resolution/101/9 ga/resolution/101/10",
		// Items, instances and the last of a series are.
		"Reaffirming paragraphs 4 (a), (b) and (c) of resolution 101/11, and section II of resolution 101/12,":                                                     "reaffirms: ga/resolution/101/11 ga/resolution/101/12",
		"Reaffirming its resolution 101/13, by which it opened the harbour, and all subsequent resolutions of the Assembly on it, including resolution 101/14,":    "reaffirms: ga/resolution/101/13 ga/resolution/101/14",
		"Recalling its resolutions on lamps, the most recent of which is resolution 101/15, and all its resolutions on piers, the latest being resolution 101/16,": "recalls: ga/resolution/101/15 ga/resolution/101/16",
		"Taking note of resolutions 101/17 and 101/18, adopted by the Assembly at its main session, and of Security Council resolution 3303 (2041),":               "takesNoteOf: ga/resolution/101/17 ga/resolution/101/18 sc/resolution/3303",
		// Whose provisions are borne in mind is only mentioned.
		"Bearing in mind the provisions of resolution 101/19 and Economic and Social Council resolutions 2041/3 and 2041/4, and recalling resolution 101/20,": "mentions: ga/resolution/101/19 ecosoc/resolution/2041/3 ecosoc/resolution/2041/4 recalls: ga/resolution/101/20",
		// The organization may stand before its organ with its acronym explained.
		"Recalling also United Nations (UN) Security Council resolutions 3301 (2040) and, most importantly, 3302 (2041),": "recalls: sc/resolution/3301 sc/resolution/3302",
	})
}

func TestWhoRecallsInAReport(t *testing.T) {
	citing["conclusions"] = strings.Replace(citing["report"], "5. ", "4. The Committee met.\n\nConclusions and recommendations\n\n5. ", 1)
	testCited(t, "report", map[string]string{
		"The State party recalls General Assembly resolution 101/20 and its annex.":                        "mentions: ga/resolution/101/20",
		"The author paid. She also refers to General Assembly resolution 101/20.":                          "mentions: ga/resolution/101/20",
		"One delegation, recalling General Assembly resolution 101/21, asked for lamps.":                   "mentions: ga/resolution/101/21",
		"The view was expressed that it was early, recalling General Assembly resolution 101/22.":          "mentions: ga/resolution/101/22",
		"Recalling General Assembly resolution 101/23, the representative of Chile left.":                  "mentions: ga/resolution/101/23",
		"The Committee recalled General Assembly resolution 101/35.":                                       "mentions: ga/resolution/101/35",
		"The Committee, recalling General Assembly resolution 101/36, asked for more lamps.":               "mentions: ga/resolution/101/36",
		"The Committee took note of decision 101/407 of the General Assembly and recalled its own report.": "mentions: ga/decision/101/407",
	})
	testCited(t, "conclusions", map[string]string{
		"One delegation, recalling General Assembly resolution 101/21, asked for lamps.":                                          "mentions: ga/resolution/101/21",
		"The Committee, recalling General Assembly resolution 101/24, decided to meet.":                                           "recalls: ga/resolution/101/24",
		"The Committee on Tides recalled General Assembly resolution 101/25 and noted resolution 101/26 of the General Assembly.": "recalls: ga/resolution/101/25 notes: ga/resolution/101/26",
		"In that connection, the Committee, reaffirming General Assembly resolution 101/27, met.":                                 "reaffirms: ga/resolution/101/27",
	})
}

func TestACommuniqueIsNoAct(t *testing.T) {
	for _, word := range []string{"COMMUNIQUE", "Communiqué", "FINAL COMMUNIQUÉ", "Joint communiqué"} {
		r := load(t, "COUNCIL OF LIGHTHOUSES\n98TH MEETING\nCL/98/COMM\n\n"+word+"\n\nThe Council of Lighthouses,\n\n"+
			"Recalling UN Security Council resolution 2457 (2019);\n\n1. Requests the Chair to report pursuant to General Assembly resolution 101/37;\n")
		assert.Subset(t, edges(r), []string{
			"document/CL/98/COMM mentions sc/resolution/2457 document/CL/98/COMM#pp1",
			"document/CL/98/COMM mentions ga/resolution/101/37 document/CL/98/COMM#op1",
		}, word)
	}
}

func TestAPartBelongsToTheActBehindIt(t *testing.T) {
	r := load(t, strings.Replace(citing["assembly"], "PARAGRAPH", "Recalling article 4 of resolution 101/31, section II, and resolutions 101/32 and 101/33,", 1))
	pins := map[string]string{}
	for _, s := range r.Document.Statements {
		pins[s.Object] = s.Qualifiers["pin"]
	}
	assert.Equal(t, "section II", pins["ga/resolution/101/31"])
	assert.Empty(t, pins["ga/resolution/101/32"])
	assert.Empty(t, pins["ga/resolution/101/33"])
}

func TestNoSecretariatOfNobody(t *testing.T) {
	r := load(t, "Decision 43/COP.35\n\nDry lakes\n\nThe Conference of the Parties,\n\nRecalling General Assembly resolution 101/34,\n\n1. Requests the secretariat to report.\n")
	for _, s := range r.Document.Statements {
		assert.NotContains(t, s.Object, "body//")
	}
}
