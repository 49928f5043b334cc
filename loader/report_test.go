package loader

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"mandategraph/graph"
	"mandategraph/loader/scan"
)

// A made-up report with what reports tell besides citations.
const harbourReport = `Conference of the Parties to the United Nations Convention against Transnational Organized Crime

Report of the Conference of the Parties to the United Nations Convention against Transnational Organized Crime on its thirtieth session, held in Vienna from 28 May to 1 June 2040

I. Resolutions and decisions adopted by the Conference

A. Resolutions

Resolution 30/1

Keeping harbours honest

The Conference of the Parties to the United Nations Convention against Transnational Organized Crime,

Recalling its decision 7/1 of 7 June 2014, in which it decided to establish, at its eighth session, an open-ended working group to hold discussions on harbours,

Recalling also its decision 8/1 of 7 June 2016, in which it decided that an open-ended working group on honest harbours would be a constant element of the Conference,

Recalling further its resolutions 20/1, 21/2 and 22/3, of 1 June 2020, 2 June 2022 and 3 June 2024, respectively,

Noting the adoption by the General Assembly of the Global Framework for Honest Harbours, in its resolution 95/4 of 3 December 2040,

1. Calls upon States parties, and encourages Member States, to count their harbours, in line with article 8, paragraph 6, of the Convention;

2. Requests the secretariat, subject to the availability of extrabudgetary resources, to convene an open-ended expert group on harbour masters, with a mandate:

(a) To count harbour masters;

(b) To compare them;

3. Decides that the Chair of the expert group shall submit a summary to the Conference at its thirty-first session;

4. Encourages States parties to enable the participation of small States in the expert group.

B. Decisions

Decision 30/1

Provisional agenda for the thirty-first session of the Conference

The Conference of the Parties to the United Nations Convention against Transnational Organized Crime approves the provisional agenda set out below.

Provisional agenda for the thirty-first session of the Conference

1. Opening of the session.
2. Harbours:
 - (a) Honest harbours;
 - (b) Other harbours.

II. Organizational matters

A. Opening of the session

3. The Conference held its thirtieth session in Vienna from 28 May to 1 June 2040.

B. Participation

4. At its 2nd meeting, on 29 May 2040, the sponsor of a draft decision on quiet harbours (CTOC/COP/2040/L.5) informed the Conference that it had decided to withdraw it.

C. Credentials

5. The Bureau of the Conference met on the matter at its 1st and 2nd meetings, on 28 and 29 May 2040. In accordance with the decision of the extended Bureau at its sixth session, nothing was done. Under rule 19 of the rules of procedure, the Conference adopted the report of the Bureau on credentials at its 3rd meeting, on 30 May 2040. The Conference decided that its thirty-first session would take place from 3 to 7 June 2042.
`

func TestWhatAReportTellsBesidesCitations(t *testing.T) {
	r := load(t, harbourReport)
	facts := map[string]bool{}
	for _, f := range r.Document.Facts {
		facts[f.Subject+" "+f.Property+" "+f.Value] = true
	}
	group := "body/ctoc-cop/open-ended-expert-group-on-harbour-masters"
	for _, want := range []string{
		"body/ctoc-cop/session/30 date 2040-05-28", "body/ctoc-cop/session/30 endDate 2040-06-01", "body/ctoc-cop/session/30 place Vienna",
		"body/ctoc-cop/session/31 date 2042-06-03", "body/ctoc-cop/session/31 endDate 2042-06-07",
		"body/ctoc-cop/session/31/agenda/2(a) title Honest harbours", "body/ctoc-cop/session/31/agenda/1 status provisional",
		group + " termsOfReference ctoc-cop/resolution/30/1#op2.a", group + " termsOfReference ctoc-cop/resolution/30/1#op2.b", group + " reportsTo body/ctoc-cop",
		"ctoc-cop/resolution/30/1#op1/mandate/1 clause States parties … to count their harbours, in line with article 8, paragraph 6, of the Convention",
		"ctoc-cop/resolution/30/1#op2/mandate/1 condition extrabudgetary",
		"ctoc-cop/resolution/30/1#op3/mandate/1 due body/ctoc-cop/session/31", "ctoc-cop/resolution/30/1#op4/mandate/1 participation the participation of small States in the expert group",
		"role/ctoc-cop/chair-of-the-open-ended-expert-group-on-harbour-masters name Chair of the open-ended expert group on harbour masters",
		"document/CTOC/COP/2040/L.5 outcome withdrawn", "document/CTOC/COP/2040/L.5 called draft decision on quiet harbours",
		"body/ctoc-cop/bureau/meeting/2 date 2040-05-29",
		r.Document.ID + "#5 heading II. Organizational matters > C. Credentials",
	} {
		assert.True(t, facts[want], want)
	}
	got := map[string]graph.Statement{}
	for _, s := range r.Document.Statements {
		got[s.Subject+" "+s.Relation+" "+s.Object] = s
	}
	for want, qualifier := range map[string]string{
		"ctoc-cop/decision/7/1 establishes body/ctoc-cop/working-group-on-honest-harbours":                       "confidence=likely",
		"ctoc-cop/decision/8/1 decides body/ctoc-cop/working-group-on-honest-harbours":                           "verb=decided",
		"ctoc-cop/resolution/30/1 recalls ctoc-cop/resolution/21/2":                                              "citedDate=2022-06-02",
		"ga/resolution/95/4 adopts instrument/global-framework-for-honest-harbours":                              "verb=adoption",
		"ctoc-cop/resolution/30/1 mentions treaty/untoc/article/8":                                               "pin=paragraph 6",
		"ctoc-cop/resolution/30/1 establishes " + group:                                                          "confidence=likely",
		"body/ctoc-cop/session/31/agenda/2(b) containedIn ctoc-cop/decision/30/1":                                "rule=printed agenda",
		"body/ctoc-cop adopts document/report-of-the-bureau-on-credentials":                                      "date=2040-05-30",
		r.Document.ID + " mentions instrument/rules-of-procedure":                                                "pin=rule 19",
		r.Document.ID + " mentions document/CTOC/COP/2040/L.5":                                                   "outcome=withdrawn",
		"ctoc-cop/resolution/30/1 requests body/ctoc-cop/secretariat":                                            "condition=subject to the availability of extrabudgetary resources",
		"ctoc-cop/resolution/30/1 decides role/ctoc-cop/chair-of-the-open-ended-expert-group-on-harbour-masters": "due=body/ctoc-cop/session/31",
	} {
		s, ok := got[want]
		name, value, _ := strings.Cut(qualifier, "=")
		if assert.True(t, ok, want) {
			assert.Equal(t, value, s.Qualifiers[name], want)
		}
	}
	var reasons []string
	for _, d := range r.Diagnostics {
		reasons = append(reasons, d.Reason+": "+d.Text)
	}
	assert.Contains(t, reasons, "an act without a number: decision of the extended Bureau at its sixth session")
	assert.NotContains(t, facts, "body/ctoc-cop/bureau/meeting/3 kind Meeting", "the 3rd meeting is the house's")
}

func TestPatternsTryOnlyWhereTheirAnchorsStand(t *testing.T) {
	for expression, anchors := range map[string][]string{
		`\b(?:adopted|approved) the`: {"dopted", "pproved"},
		`[Ss]tatements? by`:          {"tatement"},
		`^at once`:                   nil,
		`(?i)heard`:                  nil,
	} {
		assert.Equal(t, anchors, scan.Compile(expression).Anchors(), expression)
	}
	assert.Equal(t, "approved the", scan.Compile(`\b(?:adopted|approved) the`).FindString("It approved the plan"))
	assert.Empty(t, scan.Compile(`\b(?:adopted|approved) the`).FindString("It noted the plan"))
}

func TestTwoVerbsShareOneObject(t *testing.T) {
	r := load(t, strings.NewReplacer(
		"Recalling its decision 7/1 of 7 June 2014,", "Recalling and reaffirming its resolution 7/2, and its decision 7/1 of 7 June 2014,",
		"4. Encourages States parties to enable", "4. Welcomes and endorses its resolution 7/3, and encourages States parties to enable").Replace(harbourReport))
	var got []string
	for _, s := range r.Document.Statements {
		if s.Subject == "ctoc-cop/resolution/30/1" && (strings.Contains(s.Object, "/7/") || s.Relation == "welcomes" || s.Relation == "endorses") {
			got = append(got, s.Relation+" "+s.Object)
		}
	}
	assert.ElementsMatch(t, []string{"recalls ctoc-cop/resolution/7/2", "reaffirms ctoc-cop/resolution/7/2", "recalls ctoc-cop/decision/7/1", "reaffirms ctoc-cop/decision/7/1",
		"welcomes ctoc-cop/resolution/7/3", "endorses ctoc-cop/resolution/7/3"}, got)
}
