package loader

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mandategraph/graph"
)

const lifeText = `S/RES/4411 (2035)

Resolution 4411 (2035)

Adopted by the Security Council at its 11800th meeting, on 31 January 2035

The Security Council,

Recalling its resolutions on the situation in Lakeland,

Taking note of the work of the United Nations Mission in Lakeland (UNMILA), whose mandate was renewed by resolution 4300 (2034),

1. Decides to extend the mandate of UNMILA, as set out in resolution 4210 (2033), for a further period of six months, that is, until 31 July 2035;

2. Decides to renew for twelve months from the adoption of this resolution the mandate of the Panel of Experts appointed pursuant to resolution 4215 (2033);

3. Extends the exemption in paragraph 6 of resolution 4220 (2033) until the end of 2035;

4. Decides to establish, in accordance with rule 28 of its provisional rules of procedure, a Committee of the Security Council, to watch over the ports;

5. Decides that the measures imposed by paragraph 4 of resolution 4100 (2031) shall no longer apply, and to dissolve the Committee established by resolution 4101 (2031);

6. Decides that the mandate of the United Nations Harbour Force (UNHAF) shall terminate on 1 May 2035;

7. Decides to extend the terms of reference of UNMILA to include the marking of channels;

8. Decides that paragraphs 2 and 3 of resolution 4102 (2031) are replaced by paragraph 9 below;

9. Requests the Secretary-General to help re-establish the Harbour Board;

10. Decides to maintain UNMILA at its strength, and to remain seized of the matter.
`

func TestTheLifeOfAMandate(t *testing.T) {
	r := load(t, lifeText)
	steps := map[string]map[string]string{}
	for _, s := range r.Document.Statements {
		switch s.Relation {
		case "establishes", "extends", "renews", "terminates", "amends", "supersedes":
			steps[s.Subject+" "+s.Relation+" "+s.Object] = s.Qualifiers
		}
	}
	const act = "sc/resolution/4411 "
	for want, qualifiers := range map[string]map[string]string{
		act + "extends body/unmila":                               {"until": "2035-07-31", "basis": "sc/resolution/4210"},
		act + "renews body/sc/panel-of-experts":                   {"until": "2036-01-31", "confidence": "likely"},
		act + "extends sc/resolution/4220":                        {"until": "2035-12-31"},
		act + "establishes body/sc/4411-committee":                {"until": ""},
		act + "terminates sc/resolution/4100":                     {"pin": "paragraph 4"},
		act + "terminates body/sc/4101-committee":                 {"until": ""},
		act + "terminates body/unhaf":                             {"until": ""},
		act + "amends body/unmila":                                {"until": ""},
		act + "supersedes sc/resolution/4102":                     {"pin": "paragraphs 2 and 3"},
		"sc/resolution/4215 establishes body/sc/panel-of-experts": {"rule": "told in passing"},
		"sc/resolution/4101 establishes body/sc/4101-committee":   {"rule": "told in passing"},
	} {
		got, ok := steps[want]
		if !assert.True(t, ok, want) {
			continue
		}
		for name, value := range qualifiers {
			assert.Equal(t, value, got[name], "%s: %s", want, name)
		}
	}
	assert.Len(t, steps, 11, "re-establishing and keeping up are neither beginnings nor ends: %v", steps)
	assert.Contains(t, r.Document.Facts, graph.Fact{Subject: "sc/resolution/4411", Property: "about", Value: "situation in Lakeland"})
	assert.Contains(t, r.Document.Facts, graph.Fact{Subject: "sc/resolution/4411", Property: "aboutFrom", Value: "recital"})
}

const registerText = `S/RES/4412 (2035)

Resolution 4412 (2035)

Adopted by the Security Council at its 11801st meeting, on 31 January 2035

The Security Council,

Guided by the work of the Committee of Pilots on Safe Channels,

1. Urges the keepers of both locks and all parties in Lakeland to open the gates;

2. Requests coast- and port-guarding States, within their respective mandates, to count boats every two weeks;

3. Requests the Secretary-General to report to the Council within one month, and every 60 days thereafter, on the locks;

4. Requests that the Committee submit two lists, by 4 March 2035 and 5 April 2035;

5. Demands that all groups other than the pilots leave the harbour, and calls on Chile and the Government of Peru to help them;

6. Commends Norway and Kenya, and encourages them to send lamps, subject to the availability of funds;

7. Decides that the Harbour Office shall, if it deems it necessary, brief the Council at least twice a year;

8. Decides that the embargo shall not apply to lamps;

9. Encourages further efforts to paint the gates;

10. Welcomes the report of the Secretary-General, and decides to meet again.
`

func TestWhoIsAskedWhatByWhen(t *testing.T) {
	r := load(t, registerText)
	const act = "sc/resolution/4412"
	list := edges(r)
	for _, want := range []string{
		"urges addressee/keepers-of-both-locks %op1", "urges addressee/parties %op1",
		"requests addressee/coast-guarding-states %op2", "requests addressee/port-guarding-states %op2",
		"requests role/un/secretary-general %op3", "requests body/sc/committee-of-pilots-on-safe-channels %op4",
		"demands addressee/groups %op5", "callsUpon state/chl %op5", "callsUpon state/per %op5",
		"encourages state/nor %op6", "encourages state/ken %op6", "decides organization/harbour-office %op7",
		"decides " + act + "#op8 %op8", "encourages " + act + "#op9 %op9",
	} {
		relation, place, _ := strings.Cut(want, "%")
		assert.Contains(t, list, act+" "+relation+act+"#"+place)
	}
	facts := map[string]bool{}
	for _, f := range r.Document.Facts {
		facts[f.Subject+" "+f.Property+" "+f.Value] = true
		assert.NotContains(t, f.Subject, "#op10/mandate/", "what is welcomed and what the body does itself is no mandate")
		assert.NotContains(t, f.Subject, "#op8/mandate/")
	}
	for _, want := range []string{
		"#op2/mandate/1 condition within mandate", "#op2/mandate/1 recurrence P14D", "#op3/mandate/1 due 2035-02-28",
		"#op3/mandate/1 recurrence P60D", "#op3/mandate/1 recipient body/sc", "#op3/mandate/1 reports yes",
		"#op4/mandate/1 due 2035-03-04", "#op4/mandate/1 due 2035-04-05", "#op6/mandate/1 condition extrabudgetary",
		"#op7/mandate/1 condition other", "#op7/mandate/1 recurrence P6M", "#op7/mandate/1 recipient body/sc",
	} {
		assert.True(t, facts[act+want], want)
	}
	restrictions := map[string]string{}
	for _, s := range r.Document.Statements {
		restrictions[s.Object] = s.Qualifiers["restriction"]
	}
	assert.Equal(t, "other than the pilots", restrictions["addressee/groups"])
	assert.Equal(t, "in Lakeland", restrictions["addressee/parties"])
	require.NotContains(t, restrictions, "addressee/efforts")
}

const begunText = `S/RES/4413 (2035)

Resolution 4413 (2035)

Adopted by the Security Council at its 11810th meeting, on 28 February 2035

The Security Council,

Recalling the work of the United Nations Mission in Lakeland (UNMILA) and of the International Security Assistance Force,

1. Decides to establish a peace-keeping operation entitled “United Nations Observer Mission in Ruritania” (UNOMRU) for a period of six months;

2. Decides that UNHAF is established for a period of three months;

3. Authorizes the establishment of a Commission of Inquiry, in order to look into the fires;

4. Approves the establishment, in the spring, of an advance party of UNMILA, including a group of observers;

5. Decides to revise and extend the mandate of UNMILA for a period of one year;

6. Also decides that the mandate of the United Nations Harbour Watch Mission (UNHWM) will be extended to 31 October 2035;

7. Decides to extend the authorization, for a period of one year beyond 20 December 2035, of the International Security Assistance Force;

8. Decides that the measures imposed by paragraph 4 of resolution 4100 (2031) shall be terminated immediately if the Council so determines;

9. Decides to extend to two years the term of office of members of the board of UNMILA.
`

func TestTheLifeOfAMandateInOtherWords(t *testing.T) {
	steps := map[string]string{}
	for _, s := range load(t, begunText).Document.Statements {
		if s.Qualifiers["rule"] == "life of a mandate" {
			steps[s.Relation+" "+s.Object] = s.Qualifiers["until"]
		}
	}
	assert.Equal(t, map[string]string{
		"establishes body/unomru":                   "2035-08-28",
		"establishes body/unhaf":                    "2035-05-28",
		"establishes body/sc/commission-of-inquiry": "",
		"amends body/unmila":                        "",
		"extends body/unmila":                       "2036-02-28",
		"extends body/unhwm":                        "2035-10-31",
		"extends body/isaf":                         "2036-12-20",
	}, steps, "what is only conditional, and terms of office, are no turns in a life")
}

const askedText = `S/RES/4414 (2035)

Resolution 4414 (2035)

Adopted by the Security Council at its 11811th meeting, on 1 March 2035

The Security Council,

Recalling the work of the United Nations Mission in Lakeland (UNMILA),

1. Condemns the fires, and further demands that all parties leave the harbour;

2. Acting under Chapter VII of the Charter of the United Nations, authorizes Member States to send ships;

3. Invites the operating entities of the Lake Fund, national designated entities and observers to pay for the ships;

4. Stresses the needs and demands of the fishermen, and recalls its demands that were not met;

5. Requests the Secretary General to pay for the wood;

6. Strongly urges the DRC to send rangers;

7. Encourages UNFPA management to send nurses;

8. Invites stakeholders working on nets, when mending them, to lend some;

9. Calls upon all boat owners, including the young, and their families:

(a) To mend nets.
`

func TestWhoIsAskedBehindOtherWords(t *testing.T) {
	asked := map[string]bool{}
	for _, s := range load(t, askedText).Document.Statements {
		if s.Qualifiers["mandate"] != "" {
			asked[s.Relation+" "+s.Object] = true
		}
	}
	assert.Equal(t, map[string]bool{
		"demands addressee/parties":          true,
		"requests role/un/secretary-general": true, "invites addressee/stakeholders": true,
		"callsUpon addressee/boat-owners": true, "urges state/cod": true, "encourages organization/unfpa": true,
		"authorizes addressee/member-states":                    true,
		"invites addressee/operating-entities-of-the-lake-fund": true,
		"invites addressee/national-designated-entities":        true,
		"invites addressee/observers":                           true,
	}, asked)
}
