package loader

import (
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mandategraph/loader/tree"
)

// speech is the text below a masthead of the Security Council.
const speech = "\nThe Security Council,\n\nRecalling resolution 242 (1967),\n\n1. Decides to remain seized of the matter.\n"

// resolved is that of an act of the General Assembly.
const resolved = "\nThe General Assembly,\n\nRecalling its resolution 70/1 of 25 September 2015,\n\n" +
	"1. Requests the Secretary-General to report.\n"

// reported is a paragraph of a report.
const reported = "\n1. The mission was guided by General Assembly resolution 70/1.\n\n2. It thanks the Government.\n"

func TestTheMastheadSaysWhichDocumentItIs(t *testing.T) {
	for name, c := range map[string]struct{ text, id string }{
		"organ before symbol":     {"United Nations\n\nSecurity Council\n\nS/RES/3401 (2047)\n\nDistr.: General\n3 May 2047\n\nResolution 3401 (2047)\n" + speech, "document/S/RES/3401"},
		"symbol before organ":     {"United Nations   S/RES/3402 (2047)\nSecurity Council   Distr.: General\n4 May 2047\nResolution 3402 (2047)\n" + speech, "document/S/RES/3402"},
		"no blank lines":          {"UNITEDUNITED\nSNATIONSNATIONS\nSecurity Council\nDistr.\nGENERAL\nS/RES/3403 (2047)\n14 September 2047\nRESOLUTION 3403 (2047)\nAdopted by the Security Council at its 9431st meeting,\non 14 September 2047" + speech, "document/S/RES/3403"},
		"asterisk and job number": {"United Nations S/RES/3404 (2047)**\nSecurity Council Distr.: General\n6 August 2047\n47-43393* (E)\n*4743393*\nResolution 3404 (2047)\n" + speech, "document/S/RES/3404"},
		"glued year":              {"United Nations A/RES/99/1252047\nGeneral Assembly Distr.: General\n\n99/125. Quiet lakes\n" + resolved, "document/A/RES/99/125"},
		"after a form feed":       {"General Assembly\n\f\nA/AC.310/2047/3\n\nReport of the visiting mission\n" + reported, "document/A/AC.310/2047/3"},
		"language between":        {"General Assembly\nOriginal: English\nA/99/301/Add.1\nDistr.: General\n7 May 2047\n\nQuiet harbours\n" + reported, "document/A/99/301/Add.1"},
		"below the heading":       {"RESOLUTION 3405 (2047)\n\nS/RES/3405 (2047)\n\nAdopted by the Security Council at its 9435th meeting, on 7 March 2047\n" + speech, "document/S/RES/3405"},
		"of the heading alone":    {"Resolution 3406 (2047)\n\nof 7 March 2047\n" + speech, "document/S/RES/3406"},
		"in brackets":             {"United Nations\n\nGENERAL ASSEMBLY\n\nOFFICIAL RECORDS: NINETY-NINTH SESSION\n\nSupplement No. 33\n(A/99/33)\n\nQUIET HARBOURS\n" + reported, "document/A/99/33"},
		"of the one act":          {"---\nsymbol: A/RES/99/24\ndate: \"2047-11-18\"\n---\n\nUnited Nations\n\nGeneral Assembly\n\n[without reference to a Main Committee (A/99/L.7)]\n\n99/24. Quiet lakes\n" + resolved, "document/A/RES/99/24"},
		"in page heads":           {"Quiet harbours\n\n1. The mission met.\n\nA/99/77\n\n2. It spoke.\n\n2/3\n\nA/99/77\n\n3. It left.\n", "document/A/99/77"},
		"in a column":             {"LIGHTHOUSE TREATY                         LHT/CSP2/2047/SEC/8\nSECOND CONFERENCE                         29 August 2047\n\nFINAL REPORT\n" + reported, "document/LHT/CSP2/2047/SEC/8"},
		"a part":                  {"A/99/15 (Part II)\n\nUnited Nations\n\nReport of the Trade and Development Board\n" + reported, "document/A/99/15(PartII)"},
		"a resumption":            {"United Nations   S/PV.9852 (Resumption 1)\nSecurity Council\n\nQuiet harbours\n" + reported, "document/S/PV.9852(Resumption1)"},
		"two series":              {"E/2047/34 (Part I)-E/ICEF/2047/7 (Part I)\n\nReport of the Executive Board\n" + reported, "document/E/2047/34(PartI)"},
		"an emergency session":    {"United Nations   A/RES/ES-21/1\nGeneral Assembly\n\n[without reference to a Main Committee (A/ES-21/L.1)]\n\nES-21/1. Quiet frontiers\n" + resolved, "document/A/RES/ES-21/1"},
		"a part of an act":        {"United Nations   A/RES/99/270 B\nGeneral Assembly\n\n[without reference to a Main Committee (A/99/L.80/Rev.1)]\n\n99/270 B. Quiet lakes\n" + resolved, "document/A/RES/99/270B"},
		"the number of an act":    {"WHA99.3 Quiet wards\n\nThe Ninety-ninth World Health Assembly,\n\nRecalling resolution WHA66.1,\n\n1. URGES Member States to rest.\n", "document/WHA99.3"},
		"spaces of a scanner":     {"United Nations\nA /99/412/Add. 2\nGeneral Assembly\nDistr.: General\n4 October 2047\n\nQuiet lanterns of the coast\n" + reported, "document/A/99/412/Add.2"},
		"a space in the number":   {"United Nations S/2047/ 12\nSecurity Council Distr.: General\n4 May 2047\n\nReport on quiet lanterns\n" + reported, "document/S/2047/12"},
		"in two languages":        {"Nations Unies\nUnited Nations\nS/RES/3412 (2047)\nConseil de sécurité\nSecurity Council\nDistr.: General\n4 May 2047\n\nResolution 3412 (2047)\n" + speech, "document/S/RES/3412"},
		"a section of a budget":   {"United Nations   A/99/6 (Sect. 3)/Corr.1\nGeneral Assembly   Distr.: General\n4 May 2047\n\nProposed programme budget for 2048\n\nCorrigendum\n" + reported, "document/A/99/6(Sect.3)/Corr.1"},
		"a volume":                {"A/99/15 (Vol. II)\n\nUnited Nations\n\nReport of the Trade and Development Board\n" + reported, "document/A/99/15(Vol.II)"},
		"a summary":               {"A/99/12/Summary\n\nUnited Nations\nGeneral Assembly\nDistr.: General\n4 May 2047\n\nQuiet lanterns: summary\n" + reported, "document/A/99/12/Summary"},
		"an amendment":            {"A/99/1/Amend.1\nUnited Nations\nGeneral Assembly\n4 May 2047\nQuiet lanterns of the coast\n" + reported, "document/A/99/1/Amend.1"},
		"views of a treaty body":  {"Convention on the\nRights of the Child\n\nCRC/C/156/D/12/2045\nDistr.: General\n4 May 2047\nOriginal: English\n\nCommittee on the Rights of the Child\n\nViews on quiet lanterns\n" + reported, "document/CRC/C/156/D/12/2045"},
		"a convention's":          {"UNITED NATIONS\n\nFCCC\n\nFramework Convention on Climate Change\n\nDistr.: General\n9 March 2047\n\nFCCC/CP/2047/11/Add.1\n\nConference of the Parties\n\nReport of the Conference of the Parties on its fifty-second session\n\nAddendum\n" + reported, "document/FCCC/CP/2047/11/Add.1"},
		"below the committee":     {"[on the report of the Second Committee (A/99/481/Add.2)]\n\nA/RES/99/44\n\n99/44. Quiet lanterns\n" + resolved, "document/A/RES/99/44"},
		"an act's own number":     {"   GC.31/Res.2\n   Distr.: General\nUnited Nations Industrial   4 May 2047\nDevelopment Organization   Original: English\n\nGeneral Conference\nThirty-first session\n\nResolution adopted by the General Conference\n\nGC.31/Res.2   QUIET LANTERNS\n\nThe General Conference,\n\nRecalling its resolution GC.30/Res.1,\n\n1. Requests the Director General to report.\n", "document/GC.31/Res.2"},
		"a committee's at a COP":  {"CoP41 Com. I Doc. 7\n\nCONVENTION ON INTERNATIONAL TRADE IN ENDANGERED SPECIES\nOF WILD FAUNA AND FLORA\n\nForty-first meeting of the Conference of the Parties\n\nQuiet lanterns\n" + reported, "document/CoP41Com.IDoc.7"},
		"letters of a programme":  {"**UNITED NATIONS** | **EP** | UNEP/EA.31/Res.4\n---|---|---\n**United Nations Environment Assembly of the United Nations Environment Programme** | | Distr.: General 4 May 2047 Original: English\n\n## 31/4. Quiet lanterns\n\nThe United Nations Environment Assembly,\n\nRecalling its resolution 30/1,\n\n1. Requests the Executive Director to report.\n", "document/UNEP/EA.31/Res.4"},
		"a year apart":            {"LIGHTHOUSE UNION\n\n4 MAY 2047\n\n**LHC/PR/COMM.912 (2047)**\n\nOriginal: English\n\n# Quiet lanterns\n" + reported, "document/LHC/PR/COMM.912(2047)"},
		"letters for figures":     {"UN ITED NATIONS\n                S/RES/34l3 (2O47)\n                4 May 2047\n\nRESOLUTION 34l3 (2047)\n\nAdopted by the Security Council at its 9437th meeting, on 4 May 2047\n" + speech, "document/S/RES/3413"},
		"beside the board's name": {"EXECUTIVE BOARD                  EB199(4)\n199th session             4 May 2047\n\nQuiet wards\n\nThe Executive Board, having considered the report, recalling decision EB188(3), decided to rest.\n", "document/EB199(4)"},
		"an organization's":       {"LHA(9)/RES/8\nSeptember 2047\n\nGeneral Conference\nNinth regular session\nItem 13 of the agenda (LHA(9)/22)\n\nQuiet isotopes\n" + reported, "document/LHA(9)/RES/8"},
	} {
		r, err := Load(context.Background(), name, []byte(c.text), Options{})
		require.NoError(t, err, name)
		assert.Equal(t, c.id, r.Document.ID, name)
	}
}

func TestAPrintedSymbolGoesBeforeTheIdentityAskedFor(t *testing.T) {
	const printed = "A/99/24\n\nUnited Nations\n\nQuiet lakes\n" + reported
	const bracketed = "GENERAL ASSEMBLY\n\nSupplement No. 33\n(A/99/33)\n\nQUIET HARBOURS\n" + reported
	for _, c := range []struct {
		text, id string
		stays    bool
		notTaken bool
	}{
		{printed, "document/A/99/24", false, true},
		{printed, "document/mine", true, false},
		{bracketed, "document/mine", false, false},
		{"Quiet lakes of the coast\n" + reported, "document/mine", false, false},
	} {
		r, err := Load(context.Background(), "made up", []byte(c.text), Options{ID: "document/mine", Stays: c.stays})
		require.NoError(t, err)
		assert.Equal(t, c.id, r.Document.ID, c.text)
		told := slices.ContainsFunc(r.Diagnostics, func(d tree.Diagnostic) bool {
			return strings.HasPrefix(d.Reason, "identity document/mine is not taken")
		})
		assert.Equal(t, c.notTaken, told, c.text)
	}
}

func TestRecordsOfMeetingsHaveTheirDate(t *testing.T) {
	for _, head := range []string{
		"S/PV.9981 (Resumption 1)\n\nSecurity Council\nEighty-seventh year\n\n9981st meeting\nTuesday, 4 May 2047, 3 p.m.\nNew York\n\nProvisional\n",
		"A/C.6/99/SR.12\n\nSixth Committee\n\nSummary record of the 12th meeting\nHeld at Headquarters, New York, on Tuesday, 4 May 2047, at 10 a.m.\n",
	} {
		r, err := Load(context.Background(), "made up", []byte(head+"\nMr. Example (Nepal): I thank the Council for resolution 242 (1967), which has been our guide for years.\n"), Options{})
		require.NoError(t, err)
		assert.Equal(t, "2047-05-04", r.Tree.Date, head)
		assert.NotContains(t, r.Tree.Title, "Provisional")
	}
}

func TestACitedSymbolIsNotTheDocuments(t *testing.T) {
	for name, text := range map[string]string{
		"of the agenda":    "General Assembly\nNinety-ninth session\nItem 12 of the agenda\n(A/99/19)\n\nQuiet harbours of the coast\n" + reported,
		"of a note":        "General Assembly\n\nQuiet harbours of the coast*\n\n* A/99/150.\n" + reported,
		"of a committee":   "General Assembly\n\n[on the report of the Third Committee (A/99/585)]\n\nQuiet harbours of the coast\n" + reported,
		"within a heading": "Quiet harbours of the coast\n\nComments on document A/99/12 of last year\n" + reported,
	} {
		r, err := Load(context.Background(), name, []byte(text), Options{})
		require.NoError(t, err, name)
		assert.NotContains(t, r.Document.ID, "A/99", name)
	}
}

func TestTwoPrintingsOfOneResolutionAreOneDocument(t *testing.T) {
	ids := map[string]bool{}
	for _, symbol := range []string{"S/RES/3409 (2047)", "S/RES/3409(2047)", "S/RES/3409 (2047)*", "S/RES/3409"} {
		r, err := Load(context.Background(), symbol, []byte(symbol+"\n\nResolution 3409 (2047)\n"+speech), Options{})
		require.NoError(t, err)
		ids[r.Document.ID] = true
		assert.Equal(t, "sc/resolution/3409", r.Tree.Acts[0].ID)
	}
	assert.Len(t, ids, 1)
}

func TestActsOfEmergencySessionsAndOfParts(t *testing.T) {
	for number, id := range map[string]string{"ES-21/1": "ES-21/1", "99/270 B": "99/270B", "99/271": "99/271"} {
		text := "A/RES/" + number + "\n\nResolution adopted by the General Assembly on 3 May 2047\n" +
			"[without reference to a Main Committee (A/99/L.80)]\n\n" + number + ". Quiet lakes\n" + resolved
		r, err := Load(context.Background(), number, []byte(text), Options{})
		require.NoError(t, err)
		require.Len(t, r.Tree.Acts, 1, number)
		assert.Equal(t, "ga/resolution/"+id, r.Tree.Acts[0].ID)
		assert.Equal(t, "Quiet lakes", r.Tree.Acts[0].Title.S)
	}
}

// A number in the form of its body's own tells whose act it is, whatever the masthead names.
func TestAnActIsKnownByItsOwnNumber(t *testing.T) {
	const said = "Recalling United Nations General Assembly resolution 70/1,\n\n1. Invites Member States to open reading rooms;\n\n2. Decides to remain seized.\n"
	for text, id := range map[string]string{
		"78 C/Resolution 23\n\nQuiet museums\n\nThe General Conference,\n\n" + said:                                                                          "unesco-gc/resolution/78C/23",
		"African Union\nASSEMBLY OF THE UNION\nSixtieth Ordinary Session\n\nAssembly/AU/Dec.1921(LX)\n\nDECISION ON QUIET LAKES\n\nThe Assembly,\n\n" + said: "au-assembly/decision/Assembly/AU/Dec.1921(LX)",
		"EXECUTIVE BOARD                  EB199(4)\n199th session\n\nQuiet wards\n\nThe Executive Board, having considered the report, decided to rest.\n":   "who-eb/decision/EB199(4)",
		"United Nations\n            S/RES/34l3 (2047)\n\nRESOLUTION 34l3 (2047)\n" + speech:                                                                 "sc/resolution/3413",
		"CL 290/REP\n\nCOUNCIL\nTwo Hundred and Ninetieth Session\n\nResolution 3/290\nQuiet forests\n\nTHE COUNCIL,\n\n" + said:                             "fao-council/resolution/3/290",
	} {
		r, err := Load(context.Background(), "made up", []byte(text), Options{})
		require.NoError(t, err)
		require.Len(t, r.Tree.Acts, 1, id)
		assert.Equal(t, id, r.Tree.Acts[0].ID)
	}
}

// "The Council" and "the General Conference" are organs of many organizations.
func TestANameOfAnyOrganIsNoBody(t *testing.T) {
	r := load(t, "COUNCIL\nNinetieth Session\n\nResolution 3/90\nQuiet forests\n\nTHE COUNCIL,\n\nRecalling Council Resolution 2/85,\n\n1. Requests the Director-General to report.\n")
	assert.Empty(t, r.Tree.Body)
	for _, s := range r.Document.Statements {
		assert.NotContains(t, s.Object, "//")
		assert.False(t, strings.HasPrefix(s.Object, "council/"), s.Object)
	}
}

func TestATitleIsATitle(t *testing.T) {
	const head = "A/99/301\n\nUnited Nations\n\nGeneral Assembly\n\nDistr.: General\n7 May 2047\n\nNinety-ninth session\nAgenda item 74 (b)\nOceans and the law of the sea\n\n"
	for text, want := range map[string]string{
		head + "Quiet harbours and small ferries\n\nNote by the Secretariat\n" + reported:                                              "Quiet harbours and small ferries",
		head + "Quiet harbours and small ferries\nReport of the Secretary-General\nSummary\nThe present report is short.\n" + reported: "Quiet harbours and small ferries",
		"S/2047/301\n\nUnited Nations\nSecurity Council\nDistr.: General\n4 May 2047\n\nLetter dated 3 May 2047 from the Permanent Representative of Fiji\n\nI have the honour to refer to resolution 2700 (2023), by which the Council asked for quiet lakes.\n\nAnnex to the letter dated 3 May 2047\n\nReport on the many lakes of Fiji and on their boats in the winter months\n" + reported: "Letter dated 3 May 2047 from the Permanent Representative of Fiji",
		"UNEP/EA.12/Dec.3\n\nUnited Nations Environment Assembly\n\nDecision 12/3. Quiet lakes\n\nThe United Nations Environment Assembly,\n\n1. Decides to rest.\n":                                                                                                                                                                                                                             "Quiet lakes",
		"CEDAW/C/FJI/7\n\nUnited Nations\n\nConvention on the Elimination of All Forms of Discrimination against Women\n\nDistr.: General\n2 May 2047\n\nQuiet lanterns of Fiji\n" + reported:                                                                                                                                                                                                    "Quiet lanterns of Fiji",
		"Nations Unies\nUnited Nations\nS/RES/3411 (2047)\nConseil de sécurité\nSecurity Council\nDistr.: General\n\nResolution 3411 (2047)\n" + speech:                                                                                                                                                                                                                                          "",
		"RESOLUTION ADOPTED BY THE GENERAL ASSEMBLY\n\nA/RES/99/44\n\n99/44. Quiet lanterns\n" + resolved:                                                                                                                                                                                                                                                                                        "Quiet lanterns",
		head + "Fiji, Nepal and Peru: draft resolution\n\nQuiet harbours and small ferries\n" + reported:                                                                                                                                                                                                                                                                                         "Quiet harbours and small ferries",
		head + "Report of the Committee on Ferries\nNinth session\n(4–7 March 2047)\n\nGeneral Assembly\nOfficial Records\n" + reported:                                                                                                                                                                                                                                                          "Report of the Committee on Ferries Ninth session (4–7 March 2047)",
		"United Nations S/RES/3410 (2047)\nSecurity Council Distr.: General\n6 August 2047\nResolution 3410 (2047)\n" + speech:                                                                                                                                                                                                                                                                   "",
		"United Nations A/RES/99/9\nGeneral Assembly Distr.: General\nNinety-ninth session\nAgenda item 7\n\n99/9. Quiet lakes\n" + resolved:                                                                                                                                                                                                                                                     "Quiet lakes",
	} {
		r, err := Load(context.Background(), "made up", []byte(text), Options{})
		require.NoError(t, err)
		assert.Equal(t, want, r.Tree.Title, text)
	}
}

func TestATextWithNeitherSymbolNorTitleIsRefusedWithAdvice(t *testing.T) {
	for _, text := range []string{"The mission met, and it left again.\n", "1. The mission met.\n\n2. It left.\n", strings.TrimSpace(resolved) + "\n"} {
		_, err := Load(context.Background(), "notes.txt", []byte(text), Options{})
		assert.ErrorContains(t, err, "--id", text)
		r, err := Load(context.Background(), "notes.txt", []byte(text), Options{ID: "document/notes"})
		require.NoError(t, err)
		assert.Equal(t, "document/notes", r.Document.ID)
	}
}

func TestAnIdentityThatRestsOnLittleIsReported(t *testing.T) {
	for text, reason := range map[string]string{
		"GENERAL ASSEMBLY\n\nSupplement No. 33\n(A/99/33)\n\nQUIET HARBOURS\n" + reported:                     "identity rests on a symbol in brackets alone",
		"Quiet harbours\n\n1. The mission met.\n\nA/99/77\n\n2. It spoke.\n\n2/3\n\nA/99/77\n\n3. It left.\n": "identity rests on a symbol in its page heads alone",
		"A/99/24\n\nQuiet lakes\n" + reported:                                                                 "",
	} {
		r, err := Load(context.Background(), "made up", []byte(text), Options{})
		require.NoError(t, err)
		found := ""
		for _, d := range r.Diagnostics {
			if strings.HasPrefix(d.Reason, "identity") {
				found = d.Reason
			}
		}
		assert.Equal(t, reason, found)
	}
}

func TestABodyThatNoTableNamesIsReadLikeTheOthers(t *testing.T) {
	const said = "\nRecalling United Nations General Assembly resolution 70/1 of 25 September 2015,\n\n1. Invites Member States to open reading rooms;\n\n2. Decides to remain seized.\n"
	for name, c := range map[string]struct{ text, body, alias string }{
		"by who speaks":       {"Quiet reading rooms\n\nThe Lighthouse Congress,\n" + said, "lighthouse-congress", ""},
		"by its number":       {"44 D/Resolution 12    Quiet reading rooms\n\nThe Governing Conference,\n" + said, "governing-conference", ""},
		"by its organization": {"International Lighthouse Agency\nGeneral Conference\nNinth session\n\nQuiet reading rooms\n\nThe General Conference,\n" + said, "general-conference-of-the-international-lighthouse-agency", ""},
		"by its purpose":      {"World Organization for Lighthouses\nGENERAL CONFERENCE\n\nResolution 12\n\nQuiet reading rooms\n\nThe Ninth General Conference (Lakeport, 2047),\n" + said, "general-conference-of-the-world-organization-for-lighthouses", ""},
		"by a longer name":    {"HARBOUR AND SECURITY COUNCIL\n98TH MEETING\n\nCOMMUNIQUE\n\nAdopted by the Harbour and Security Council (HSC) at its 98th meeting on 24 September 2047:\n\nThe Harbour and Security Council,\n" + said, "harbour-and-security-council", "HSC"},
		"by the masthead":     {"LH/2047/20\n\nUnited Nations\n\nExecutive Board of the\nDistr.: General\nUnited Nations Lighthouse Fund\n14 July 2047\n\nAnnual session 2047\n\nQuiet reading rooms\n\n1. The Executive Board, recalling General Assembly resolution 70/1, met.\n", "executive-board-of-the-united-nations-lighthouse-fund", ""},
	} {
		r, err := Load(context.Background(), name, []byte(c.text), Options{})
		require.NoError(t, err, name)
		assert.Equal(t, c.body, r.Tree.Body, name)
		cited, alias := false, ""
		for _, s := range r.Document.Statements {
			cited = cited || s.Object == "ga/resolution/70/1"
		}
		for _, f := range r.Document.Facts {
			if f.Subject == "body/"+c.body && f.Property == "alias" {
				alias = f.Value
			}
		}
		assert.True(t, cited, name)
		assert.Equal(t, c.alias, alias, name)
	}
}

func TestASymbolOfAnotherOrganizationIsNotOurs(t *testing.T) {
	for _, head := range []string{"World Lighthouse Organization\nGeneral Assembly\n", "UN Lighthouses\nGeneral Assembly\n", "LIGHTHOUSE UNION\n\nGENERAL ASSEMBLY\n"} {
		text := head + "Twenty-third session\n\nA/RES/712(XXIII)\n\nQuiet lakes\n" + resolved
		r, err := Load(context.Background(), "made up", []byte(text), Options{})
		require.NoError(t, err)
		for _, a := range r.Tree.Acts {
			assert.NotEqual(t, "ga", a.Body, head)
			assert.False(t, strings.HasPrefix(a.ID, "ga/"), head)
		}
		assert.Contains(t, r.Tree.Body, "general-assembly-of-the-", head)
	}
}

func TestSymbolsOfTwoOrgansStandOnOneLine(t *testing.T) {
	for _, between := range []string{"–", "-", " – ", "\n"} {
		r := load(t, "E/2041/12 (Part I)"+between+"E/ICEF/2041/7\n\nUnited Nations\nEconomic and Social Council\n"+
			"Distr.: General\n18 July 2041\nOriginal: English\n\n"+
			"Report of the Executive Board of the United Nations Children’s Fund on its annual session of 2041\n\n1. The session was held in June.\n")
		assert.Equal(t, "document/E/2041/12(PartI)", r.Document.ID, between)
	}
}
