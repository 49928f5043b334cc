package loader

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// told are properties and statements that a made-up text must give, each as words
// between spaces, and those that it must not.
type told struct {
	name, text string
	want, not  []string
}

const (
	narcotics = "E/2047/28\n\nReport of the Commission on Narcotic Drugs on its ninetieth session\n\nI. Action\n\n"
	children  = "E/2047/34 (Part I)\n\nReport of the Executive Board of the United Nations Children's Fund\n" +
		"First regular session of 2047\n\n"
	council = "E/2047/L.31\n\nUnited Nations\n\nEconomic and Social Council\n\nDistr.: Limited\n3 June 2047\n\n" +
		"2047 session\nAgenda item 9\nHarbours\n"
)

// caribbean is a report of a commission whose acts bear the session in Roman figures.
const caribbean = "LC/SES.49/9\n\nReport of the forty-ninth session of the Economic Commission for Latin America and the Caribbean\n\n"

// Reports that print their forms otherwise than most: notes below the title, ordinals in
// words, numbers of acts with the session in Roman figures.
func TestFormsOfReports(t *testing.T) {
	for _, c := range []told{
		{"notes below the title", "A/97/410/Add.1\n\nUnited Nations\n\nGeneral Assembly\n\nDistr.: General\n3 December 2042\n\nNinety-seventh session\n\n" +
			"Report of the Second Committee*\n\nRapporteur: Ms. Ama Sika (Ghana)\n\n__________________\n* The report of the Committee on this item is issued in two parts,\n" +
			"A/97/410 and A/97/410/Add.1.\n\nI. Introduction\n\n1. At its 4th meeting, on 6 October 2042, the Committee adopted draft resolution A/C.2/97/L.6 by a " +
			"recorded vote of 9 to 1,\nwith 2 abstentions.\n\n42-10001                                                      3/9\n\nA/97/410/Add.1\n\n2. The meeting rose.\n", []string{
			"body/ga/second-committee adopts document/A/C.2/97/L.6", "document/A/C.2/97/L.6 votesFor=9",
		}, nil},
		{"sessions in Roman figures", caribbean + "4. At the second plenary meeting, on 9 May 2042, a vote by roll call was taken on draft resolution LC/SES.49/DDR/2, " +
			"with the following result:\n\nFor: Chile, Cuba\nAgainst: Peru\nAbstentions: Haiti\n\n" +
			"5. The draft resolution was accordingly adopted as resolution 901(XLIX), by 2 votes to 1, with 1 abstention.", []string{
			"body/eclac adopts eclac/resolution/901(XLIX)", "eclac/resolution/901(XLIX) adoptedAt body/eclac/session/49/meeting/2",
			"document/LC/SES.49/DDR/2 draftOf eclac/resolution/901(XLIX)", "state/chl votedFor eclac/resolution/901(XLIX)",
			"state/per votedAgainst eclac/resolution/901(XLIX)", "state/hti abstained eclac/resolution/901(XLIX)",
		}, nil},
		{"a point before the number", narcotics + "4. Draft resolution B90/A/CONF./7, sponsored by Fiji, was withdrawn by its sponsor.", []string{
			"document/B90/A/CONF./7 outcome=withdrawn", "state/fji sponsors document/B90/A/CONF./7",
		}, nil},
	} {
		c.check(t)
	}
}

// How proposals end, and who voted how, in the forms of several houses.
func TestOutcomesOfProposals(t *testing.T) {
	for _, c := range []told{
		{"decided by votes", narcotics + "4. At its 3rd meeting, on 7 March 2047, the Commission decided by 41 votes to none, with one " +
			"abstention, to include portamine in Schedule I. (For the text of the decision, see chap. I, sect. B, decision 90/2.)", []string{
			"body/cnd adopts cnd/decision/90/2", "cnd/decision/90/2 adoptedAt body/cnd/session/90/meeting/3",
			"cnd/decision/90/2 outcome=adopted", "cnd/decision/90/2 procedure=vote", "cnd/decision/90/2 votesFor=41",
			"cnd/decision/90/2 votesAgainst=0", "cnd/decision/90/2 abstentions=1",
		}, nil},
		{"more votes against", narcotics + "5. At its 3rd meeting, the amendment contained in document E/CN.7/2047/L.8 was rejected by 30 votes to 12.", []string{
			"document/E/CN.7/2047/L.8 outcome=rejected", "document/E/CN.7/2047/L.8 votesFor=12", "document/E/CN.7/2047/L.8 votesAgainst=30",
		}, []string{"body/cnd adopts document/E/CN.7/2047/L.8"}},
		{"withdrawn in another sentence", narcotics + "6. The representative of Oman introduced draft resolution E/CN.7/2047/L.5. " +
			"At the same meeting, it was withdrawn by its sponsor.", []string{
			"document/E/CN.7/2047/L.5 outcome=withdrawn", "state/omn sponsors document/E/CN.7/2047/L.5",
		}, nil},
		{"approved by somebody else", narcotics + "7. The Commission took note of draft resolution E/CN.7/2047/L.6. " +
			"The draft resolution had been approved by the Executive Director.", nil,
			[]string{"body/cnd adopts document/E/CN.7/2047/L.6", "document/E/CN.7/2047/L.6 outcome=adopted"}},
		{"paragraphs of a draft", narcotics + "8. Paragraphs 1 and 2 of the draft resolution contained in document E/CN.7/2047/L.7 were not adopted.", nil,
			[]string{"document/E/CN.7/2047/L.7 outcome=rejected"}},
		{"running text", narcotics + "9. At its 4th meeting, the Commission adopted draft resolution E/CN.7/2047/L.9 by 20 votes to 2, with 1 abstention.\n\n" +
			"10. Chile and Peru voted against the draft resolution; Togo abstained.", []string{
			"state/chl votedAgainst document/E/CN.7/2047/L.9", "state/per votedAgainst document/E/CN.7/2047/L.9",
			"state/tgo abstained document/E/CN.7/2047/L.9",
		}, nil},
		{"a table", narcotics + "11. By a roll-call vote, the Commission decided to list lakeamine (decision 90/3). The result was: 1 in favour, 1 against, 1 abstaining.\n\n" +
			"| Member | Yes | No | Abstain |\n|---|---|---|---|\n| Chile | X | | |\n| Peru | | X | |\n| Togo | | | X |", []string{
			"state/chl votedFor cnd/decision/90/3", "state/per votedAgainst cnd/decision/90/3", "state/tgo abstained cnd/decision/90/3",
			"cnd/decision/90/3 procedure=recorded vote", "cnd/decision/90/3 votesFor=1",
		}, nil},
		{"an oral amendment has no id", children + "12. The Board considered draft decision E/ICEF/2047/L.4. The oral amendment was put to the vote and was " +
			"defeated, with 6 in favour, 18 against and 5 abstentions.\n\n13. The Board then adopted the draft decision by consensus, as decision 2047/3.", []string{
			"unicef-eb/decision/2047/3 outcome=adopted", "unicef-eb/decision/2047/3 procedure=consensus",
			"document/E/ICEF/2047/L.4 draftOf unicef-eb/decision/2047/3",
		}, []string{"unicef-eb/decision/2047/3 votesFor=6", "document/E/ICEF/2047/L.4 outcome=rejected"}},
	} {
		c.check(t)
	}
}

// Officers and those who put drafts forward, in the forms of several houses.
func TestOfficersAndSponsors(t *testing.T) {
	for _, c := range []told{
		{"one a line", narcotics + "4. The following officers were elected to serve on the Bureau:\nChair:\nEva Lund (Norway)\nVice-Chairs:\n" +
			"Jo Pai (Samoa)\nLi Wei (China)\nRapporteur:\nOle Ek (Sweden)\n", []string{
			"person/eva-lund holdsOffice role/cnd/chair", "person/jo-pai holdsOffice role/cnd/vice-chair",
			"person/li-wei holdsOffice role/cnd/vice-chair", "person/ole-ek holdsOffice role/cnd/rapporteur",
		}, nil},
		{"in columns", narcotics + "4. The Bureau was composed as follows:\n\nOffice         Group                     Officer\n\n" +
			"Chair          Western European and      Eva Lund (Norway)\n               other States\nRapporteur     African States            Ama Sika (Ghana)\n", []string{
			"person/eva-lund holdsOffice role/cnd/chair", "person/ama-sika holdsOffice role/cnd/rapporteur",
		}, nil},
		{"by their posts", children + "4. The Executive Board elected as President the Permanent Representative of Ghana to the United Nations, Ama Sika, " +
			"and as Vice-Presidents the Permanent Representatives to the United Nations of Sweden, Ole Ek; and Samoa, Jo Pai.", []string{
			"person/ama-sika holdsOffice role/unicef-eb/president", "person/ole-ek holdsOffice role/unicef-eb/vice-president",
			"person/jo-pai holdsOffice role/unicef-eb/vice-president",
		}, nil},
		{"of a working group", narcotics + "4. The Commission elected Eva Lund (Norway) as Chair of Working Group I, and Jo Pai (Samoa) as Chair of Working Group II.",
			[]string{"person/eva-lund holdsOffice role/cnd/chair-of-working-group-i", "person/jo-pai holdsOffice role/cnd/chair-of-working-group-ii"},
			[]string{"person/eva-lund holdsOffice role/cnd/chair"}},
		{"who led a panel", narcotics + "4. At its 2nd meeting, the Commission held a panel discussion, moderated by the Director of the Institute, Bo Berg.",
			[]string{"person/bo-berg chairs body/cnd/session/90/meeting/2"}, nil},
		{"above a draft", council + "Fiji,* Malta and\nUruguay:* draft resolution\n\nQuiet harbours\n\nThe Economic and Social Council,\n\n" +
			"1. Requests the Secretary-General to report.", []string{
			"state/fji submits document/E/2047/L.31", "state/mlt submits document/E/2047/L.31", "state/ury submits document/E/2047/L.31",
		}, nil},
		{"for a group", council + "Iraq:*, ** draft resolution\n\nQuiet harbours\n\nThe Economic and Social Council,\n\n1. Requests the Secretary-General to report.\n\n" +
			"* In accordance with rule 72.\n** On behalf of the States Members of the United Nations that are members of the Group of 77 and China.\n", []string{
			"state/irq submits document/E/2047/L.31", "onBehalfOf=group/g77-and-china",
		}, nil},
		{"by an officer", council + "Draft resolution submitted by the Vice-President of the Council, Ama Sika\n(Ghana), on the basis of informal consultations\n\n" +
			"Quiet harbours\n\nThe Economic and Social Council,\n\n1. Requests the Secretary-General to report.", []string{
			"role/ecosoc/vice-president submits document/E/2047/L.31", "person/ama-sika holdsOffice role/ecosoc/vice-president",
		}, nil},
		{"amendments", narcotics + "5. The representative of Chile introduced amendments to draft resolution E/CN.7/2047/L.2, as contained in document E/CN.7/2047/L.3.",
			[]string{"state/chl sponsors document/E/CN.7/2047/L.3"}, []string{"state/chl sponsors document/E/CN.7/2047/L.2"}},
	} {
		c.check(t)
	}
}

func (c told) check(t *testing.T) {
	t.Helper()
	r := load(t, c.text)
	said := map[string]bool{}
	for _, f := range r.Document.Facts {
		said[f.Subject+" "+f.Property+"="+f.Value] = true
	}
	for _, s := range r.Document.Statements {
		said[strings.Join([]string{s.Subject, s.Relation, s.Object}, " ")] = true
		for name, value := range s.Qualifiers {
			said[name+"="+value] = true
		}
	}
	for _, want := range c.want {
		assert.True(t, said[want], "%s: %s is missing among %s", c.name, want, slices.Sorted(maps.Keys(said)))
	}
	for _, not := range c.not {
		assert.False(t, said[not], "%s: %s is not said", c.name, not)
	}
}

// Who spoke, in lists behind "heard statements", for groups, and in verbatim records.
func TestWhoSpoke(t *testing.T) {
	for _, c := range []told{
		{"heard statements", narcotics + "3. The Commission considered agenda item 4 at its 2nd meeting.\n\n4. At the 2nd meeting, the Commission heard " +
			"statements in connection with the draft resolution made by the representatives of Chile and Togo and by the observer for Fiji.", []string{
			"state/chl speaksOn body/cnd/session/90/agenda/4", "state/fji speaksOn body/cnd/session/90/agenda/4",
		}, nil},
		{"for groups", narcotics + "4. At the 2nd meeting, statements were made by the representatives of Iraq on behalf of the Group of 77 and China, Peru and Chile.", []string{
			"state/irq speaksOn body/cnd/session/90/meeting/2", "onBehalfOf=group/g77-and-china", "state/chl speaksOn body/cnd/session/90/meeting/2",
		}, nil},
		{"one by one", "A/97/15 (Part I)\n\nUnited Nations\n\nGeneral Assembly\n\nNinety-seventh session\n\nReport of the Trade and Development Board on its\nfortieth special session\n\n" +
			"I. Harbours\n(Agenda item 3)\n\n1. The following speakers made statements: the representative of Chile, speaking on behalf of the Group of 77 and China; " +
			"the representative of the Niger; the representative of Fiji.", []string{
			"state/chl speaksOn body/trade-and-development-board/session/S-40/agenda/3", "onBehalfOf=group/g77-and-china",
			"state/ner speaksOn body/trade-and-development-board/session/S-40/agenda/3", "state/fji speaksOn body/trade-and-development-board/session/S-40/agenda/3",
		}, nil},
		{"below the action taken", narcotics + "1. The session was held in Vienna.\n\nII. Harbours\n\n" +
			"3. The Commission considered sub-item 4 (b) at its 2nd meeting.\n\nA. Action taken by the Commission\n\nQuiet harbours\n\n" +
			"4. At the 3rd meeting, the representative of Chile made a statement.\n\n5. Representatives of Malta gave presentations. 5 During the discussion, the observer for Fiji made a statement.\n\n" +
			"III. Canals\n\n6. At the 4th meeting, the representative of Peru made a statement.", []string{
			"state/chl speaksOn body/cnd/session/90/agenda/4(b)", "state/fji speaksOn body/cnd/session/90/agenda/4(b)",
			"state/per speaksOn body/cnd/session/90/meeting/4",
		}, nil},
		{"two offices", narcotics + "4. At the 2nd meeting, the Under-Secretary-General for Policy and the Under-Secretary-General for Global " +
			"Communications addressed the Commission.", []string{
			"role/un/under-secretary-general-for-policy speaksOn body/cnd/session/90/meeting/2",
			"role/un/under-secretary-general-for-global-communications speaksOn body/cnd/session/90/meeting/2",
		}, nil},
		{"a verbatim record", "S/PV.12001\n\nUnited Nations\n\nSecurity Council\n\n12001st meeting\nMonday, 4 March 2047, 10 a.m.\nNew York\n\n" +
			"The President: I now give the floor to the representative of Norway, who wishes to make a statement.\n\n" +
			"Ms. Lund (Norway) (spoke in French): My delegation thanks the Secretary-General for his report on the harbours.\n", []string{
			"state/nor speaksOn body/sc/meeting/12001", "body/sc/meeting/12001 date=2047-03-04",
		}, nil},
	} {
		c.check(t)
	}
}
