package loader

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// lifeSteps are the lives of mandates that a text tells: "act relation object", with the end
// behind where one is known.
func lifeSteps(t *testing.T, text string) (steps []string) {
	t.Helper()
	for _, s := range load(t, text).Document.Statements {
		switch s.Relation {
		case "establishes", "extends", "renews", "terminates", "amends", "supersedes":
			step := s.Subject + " " + s.Relation + " " + s.Object
			if until := s.Qualifiers["until"]; until != "" {
				step += " until " + until
			}
			steps = append(steps, step)
		}
	}
	return steps
}

const lifeHead = `S/RES/4512 (2036)

Resolution 4512 (2036)

Adopted by the Security Council at its 11900th meeting, on 31 January 2036

The Security Council,

Reaffirming its support for the United Nations Harbour Mission in Lakeland (UNHMIL),

`

func TestTheLifeOfAMandateIsToldByNounsInItemsAndOfProposals(t *testing.T) {
	const act = "sc/resolution/4512 "
	for _, c := range []struct{ text, step string }{
		{"1. Authorizes, in accordance with that report, the enlargement of UNHMIL’s mandate and strength;", "amends body/unhmil"},
		{"1. Decides on the continuation of the mandate of UNHMIL until 30 June 2036;", "extends body/unhmil until 2036-06-30"},
		{"1. Approves the recommendation of the Secretary-General to extend the present mandate of UNHMIL until 30 April 2036;",
			"extends body/unhmil until 2036-04-30"},
		{"1. Decides that the mandate of UNHMIL shall also include support for the elections;", "amends body/unhmil"},
		{"1. Decides, in this context, to renew the mandate of UNHMIL to 31 May 2036;", "renews body/unhmil until 2036-05-31"},
		{"1. Decides to extend to that end the mandate of UNHMIL in order to enable it to guard the locks;", "amends body/unhmil"},
		{"Decides:\n\n(a) To call upon the parties to open the locks;\n\n(b) To renew the mandate of UNHMIL for six months, " +
			"that is, until 31 July 2036;", "renews body/unhmil until 2036-07-31"},
		{"1. Extends the stationing in Cyprus of the United Nations Peace-keeping Force for a period ending on 15 June 2036;",
			"extends body/unficyp until 2036-06-15"},
	} {
		assert.Contains(t, lifeSteps(t, lifeHead+c.text+"\n"), act+c.step, c.text)
	}
}

// An act may itself be what is ended, replaced or changed.
func TestTheLifeOfAnAct(t *testing.T) {
	var steps []string
	r := load(t, "A/RES/131/17\n\n131/17. Lamps\n\nThe General Assembly,\n\n"+
		"1. Decides to supersede its resolutions 121/4 and 121/5;\n\n2. Decides to amend resolution 121/6 in accordance with resolution 121/7;\n\n"+
		"3. Decides that decision 88/511 is hereby repealed, pursuant to resolution 121/8;\n\n"+
		"4. Decides to replace resolution 121/9, annex, paragraph 3, by the annex to resolution 121/10;\n\n"+
		"5. Decides to end the practice set out in resolution 121/11;\n")
	for _, s := range r.Document.Statements {
		if s.Qualifiers["rule"] == "life of a mandate" {
			steps = append(steps, s.Relation+" "+s.Object)
		}
	}
	assert.ElementsMatch(t, []string{
		"supersedes ga/resolution/121/4", "supersedes ga/resolution/121/5", "amends ga/resolution/121/6",
		"terminates ga/decision/88/511", "amends ga/resolution/121/9",
	}, steps)
}

func TestWhatIsNoStepInALife(t *testing.T) {
	for _, text := range []string{
		"1. Decides that UNHMIL will not be extended beyond 31 January 2037;",
		"1. Stresses that UNHMIL shall, on the understanding that those tasks will lapse, go on;",
		"1. Decides to establish a pool of judges in the International Criminal Tribunal for Rwanda;",
		"1. Decides to establish, for a year from the transfer of authority from the United Nations Protection Force, a board of pilots;",
		"1. Decides to end the suspension of the measures unless the Mission is enabled to work;",
		"1. Stresses the mandate of UNAMSIL as established in its resolution 4300 (2034);",
	} {
		assert.Empty(t, lifeSteps(t, lifeHead+text+"\n"), text)
	}
}

func TestAnActFoundsTheOperationThatTheTablesKnowByIt(t *testing.T) {
	for _, c := range []struct{ head, text, step string }{
		{"S/RES/827 (1993)\n\nResolution 827 (1993)\n\nof 25 May 1993\n\n", "2. Decides hereby to establish a tribunal for that purpose;",
			"sc/resolution/827 establishes body/icty"},
		{"S/RES/186 (1964)\n\nResolution 186 (1964)\n\nof 4 March 1964\n\n",
			"4. Recommends the creation, with the consent of the Government, of a United Nations Peace-keeping Force in Cyprus;",
			"sc/resolution/186 establishes body/unficyp"},
		{"S/RES/696 (1991)\n\nResolution 696 (1991)\n\nof 30 May 1991\n\n", "3. Decides to establish a United Nations Angola Verification Mission;",
			"sc/resolution/696 establishes body/unavem-ii"},
	} {
		steps := lifeSteps(t, c.head+"The Security Council,\n\nRecalling its decisions,\n\n"+c.text+"\n")
		assert.Equal(t, []string{c.step}, steps, c.text)
	}
}

func TestAMechanismIsKnownByItsNameUpToItsNoun(t *testing.T) {
	const head = "FCCC/CP/2041/10/Add.1\n\nDecision 4/CP.46\n\nRivers and harbours\n\nThe Conference of the Parties,\n\n"
	assert.Contains(t, lifeSteps(t, head+"Recalling decision 2/CP.41, whereby the Geneva Mechanism for Rivers associated with Ice was established to help,\n\n"+
		"1. Decides to proceed;\n"), "unfccc-cop/decision/2/CP.41 establishes instrument/geneva-mechanism")
	assert.Contains(t, lifeSteps(t, head+"Recalling that decision 3/CP.41 established the Geneva Mechanism to help,\n\n1. Decides to proceed;\n"),
		"unfccc-cop/decision/3/CP.41 establishes instrument/geneva-mechanism")
	assert.Contains(t, lifeSteps(t, head+"Recalling its work,\n\n1. Decides to continue and enhance the Oslo work programme on rivers for a period of three years;\n"),
		"unfccc-cop/decision/4/CP.46 extends instrument/oslo-work-programme-on-rivers")
}

func TestPanelsOfTheCouncilAreToldApartByWhatSetThemUp(t *testing.T) {
	for _, c := range []struct {
		text  string
		steps []string
	}{
		{"1. Decides to extend until 12 May 2037 the mandate of the Panel of Experts, originally appointed pursuant to resolution 1591 (2005);",
			[]string{"sc/resolution/4512 extends body/sc/1591-panel-of-experts until 2037-05-12", "sc/resolution/1591 establishes body/sc/1591-panel-of-experts"}},
		{"1. Decides to extend until 12 May 2037 the mandate of the Panel of Experts, as specified in paragraph 26 of resolution 1874 (2009);",
			[]string{"sc/resolution/4512 extends body/sc/1874-panel-of-experts until 2037-05-12"}},
		{"1. Stresses the role of the Committee established pursuant to resolution 1591 (2005);\n\n2. Decides to extend until 12 May 2037 the mandate of the Panel of Experts;",
			[]string{"sc/resolution/4512 extends body/sc/1591-panel-of-experts until 2037-05-12", "sc/resolution/1591 establishes body/sc/1591-committee"}},
		{"1. Decides to extend until 12 May 2037 the mandate of the Panel of Experts;", nil},
		{"1. Recalls the Security Council Committee established by resolution 661 (1990);", []string{"sc/resolution/661 establishes body/sc/661-committee"}},
	} {
		assert.Subset(t, lifeSteps(t, lifeHead+c.text+"\n"), c.steps, c.text)
		for _, step := range lifeSteps(t, lifeHead+c.text+"\n") {
			assert.NotContains(t, step, "body/sc/panel-of-experts", c.text)
			assert.NotContains(t, step, "body/sc/-committee", c.text)
		}
	}
}
