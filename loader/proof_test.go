package loader

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Scanning misreads figures; a year or a session beside a number proves which they were.

func TestMisreadFiguresThatTheirYearProves(t *testing.T) {
	testCited(t, "council", map[string]string{
		"Recalling its resolutions 678 (1990), 6B7 (1991) and 70O (1991),":              "recalls: sc/resolution/678 sc/resolution/687 sc/resolution/700",
		"Recalling its resolutions $07 (1982), S11 (1982) and ]61 (1960) of that year,": "recalls: sc/resolution/507 sc/resolution/511 ",
		"Reaffirming its resolutions 731 (1992), 748 é 1992) and 883 (1993),":           "reaffirms: sc/resolution/731 sc/resolution/748 sc/resolution/883",
		"Reaffirming resolution 161 B (1961) of 21 February 1961,":                      "reaffirms: sc/resolution/161B",
		"Reaffirming resolution 242 {1967) of 22 November 1967,":                        "reaffirms: sc/resolution/242",
	})
}

func TestANumberOfAnotherYearIsNoAct(t *testing.T) {
	testCited(t, "council", map[string]string{
		"Recalling its resolutions 678 (1990), 687 (1991), 688 (1991) and 92 (1991) of 11 April 1991,": "recalls: sc/resolution/678 sc/resolution/687 sc/resolution/688 ?: resolution_92(1991)",
		"Recalling its resolutions 678 (1990), 687 (1991) and 688 (1990),":                             "recalls: sc/resolution/678 sc/resolution/687 sc/resolution/688", // one year out
		"Recalling its resolutions 678 (1990), 687 (1991), 688 (2991) and 715 (1901),":                 "recalls: sc/resolution/678 sc/resolution/687 sc/resolution/688 sc/resolution/715",
		"Recalling its resolutions 678 (1990), 687 (1991) and 715 (1981) of 11 October 1991,":          "recalls: sc/resolution/678 sc/resolution/687 sc/resolution/715",
		"Recalling its resolutions 12 (2041), 13 (1989) and 14 (1990),":                                "recalls: sc/resolution/12 sc/resolution/13 sc/resolution/14", // years of a world of its own
	})
	testCited(t, "assembly", map[string]string{
		"Recalling its resolutions 2649 (XXV) of 30 November 1970 and 2787 (XXV) of 6 December 1972,":             "recalls: ga/resolution/2649(XXV) ?: resolution_2787(XXV)",
		"Recalling its resolutions 2252 (ES-V) of 4 July 1967, 2786 (XXVI) of 6 December 1971 and 3070 (XXVIII),": "recalls: ga/resolution/2252(ES-V) ga/resolution/2786(XXVI) ga/resolution/3070(XXVIII)",
	})
}

func TestFirstSessionReadAsAFigure(t *testing.T) {
	testCited(t, "council", map[string]string{
		"Having considered General Assembly resolution 36 (1) on permits,":                    "considers: ga/resolution/36(I)",
		"Recalling resolutions 37 (1) and 38 (1) of 13 December 1946,":                        "?: resolution_37(I) resolution_38(I)",
		"Recalling its resolution 678 (1990) and paragraph 12 (1) of the report on harbours,": "recalls: sc/resolution/678",
	})
}

func TestWhoseActTheSessionTells(t *testing.T) {
	at := "Noting the summit at which resolution 131/1 was adopted,"
	testCited(t, "council", map[string]string{
		at: "?: resolution_131/1",
		at + "\n\nRecalling General Assembly resolution 131/4,":                                                        "?: resolution_131/1",
		at + "\n\nRecalling General Assembly resolutions 131/4 and 131/9,":                                             "mentions: ga/resolution/131/1",
		at + "\n\nRecalling General Assembly resolutions 131/4 and 131/9 and UNEP Governing Council resolution 131/4,": "?: resolution_131/1",
		"Noting the reiteration, in resolutions 131/3 and 131/5, of the Commission’s request to the General Assembly,": "mentions: ga/resolution/131/3 ga/resolution/131/5",
	})
}

func TestActsWithTitlesThatNoMarksSetApart(t *testing.T) {
	testCited(t, "council", map[string]string{
		"Recalling General Assembly resolutions 131/101 entitled Safety of lighthouses, and 131/102 entitled Lamps of all kinds,": "recalls: ga/resolution/131/101 ga/resolution/131/102",
	})
}

func TestTablesOfActsBelowTheBodyTheyAreAnnounced(t *testing.T) {
	r := load(t, "A/AC.901/2077/L.3\n\nSpecial Committee on Ferries\n\n1. Other resolutions adopted by the General Assembly at its session are listed below.\n\n"+
		"Title\n\nResolution number\n\nDate of adoption\n\nQuiet ferries\n\n131/93 A and B 4 December 2076\n\nLamps\n\n131/164\n\n17 December 2076\n")
	var acts []string
	for _, s := range r.Document.Statements {
		if s.Relation == "mentions" {
			acts = append(acts, s.Object)
			assert.Equal(t, "1", s.Evidence.Locator())
		}
	}
	assert.ElementsMatch(t, []string{"ga/resolution/131/93A", "ga/resolution/131/93B", "ga/resolution/131/164"}, acts)
}

func TestAgendaBelowAnItemOfADecision(t *testing.T) {
	r := load(t, "E/2077/L.44\n\nEconomic and Social Council\n\nDraft decision\n\nDates and agenda of the Committee on Ferries\n\n"+
		"The Economic and Social Council:\n\n(a) Decides that the Committee on Ferries shall meet in May;\n\n"+
		"(b) Approves the provisional agenda of the Committee as set out below.\n\n1. Election of officers.\n\n2. Ferries:\n\n(a) Old ferries;\n\n(b) New ferries.\n\n"+
		"3. Implementation of Council resolution 1996/31.\n")
	var where []string
	for _, p := range r.Tree.Paragraphs {
		where = append(where, p.Locator)
	}
	require.NotEmpty(t, where)
	assert.Subset(t, where, []string{"dec.a", "dec.b", "dec.b.1", "dec.b.2.a", "dec.b.2.b", "dec.b.3"})
}

func TestRecitalBehindItemsWhoseCommaIsLost(t *testing.T) {
	r := load(t, "S/RES/4711 (2077)\n\nThe Security Council,\n\nNoting that:\n\n(a) Lamps are lit,\n\n"+
		"(b) Others are not, in violation of General Assembly resolution 131/4\n\nRecalling General Assembly resolution 131/9,\n\n1. Decides to meet.\n")
	found := map[string]string{}
	for _, s := range r.Document.Statements {
		found[s.Object] = s.Relation + " " + s.Evidence.Locator()
	}
	assert.Equal(t, "mentions pp1.b", found["ga/resolution/131/4"])
	assert.Equal(t, "recalls pp2", found["ga/resolution/131/9"])
}

func TestObjectsBehindTheAcronymOfAnOrganization(t *testing.T) {
	testCited(t, "council", map[string]string{
		"Recalling General Assembly resolution 131/4, and IMO resolution A.1158(32),":                   "recalls: ga/resolution/131/4 imo-assembly/resolution/A.1158(32)",
		"Recalling General Assembly resolution 131/4 and WHO World Health Assembly resolution WHA70.3,": "recalls: ga/resolution/131/4 wha/resolution/WHA70.3",
	})
}

func TestActsOfAnOrganOfTheBodyThatSpeaks(t *testing.T) {
	testCited(t, "council", map[string]string{
		"Recalling decision 18/12 of the Executive Bureau of the Authority,": "?: decision_18/12",
	})
}

// TestActsAreNoDocuments states of a number in the shape of a symbol that it is an act's, and
// not also a document's.
func TestActsAreNoDocuments(t *testing.T) {
	r := load(t, "IPBES/9/12\n\nIntergovernmental Science-Policy Platform on Biodiversity and Ecosystem Services\n\n"+
		"Decision IPBES/9/3\n\nLamps\n\nThe Plenary,\n\n1. Recalls decision IPBES/8/2;\n\n2. Takes note of the report in document IPBES/9/7.\n")
	var objects []string
	for _, s := range r.Document.Statements {
		if s.Relation != "decides" && !strings.Contains(s.Object, "#") {
			objects = append(objects, s.Object)
		}
	}
	assert.Contains(t, objects, "ipbes/decision/IPBES/8/2")
	assert.Contains(t, objects, "document/IPBES/9/7")
	assert.NotContains(t, objects, "document/IPBES/8/2")
}
