package loader

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// A vote is on the draft of which the text last spoke; one that was withdrawn or adopted
// without a vote has none.
func TestVotesAreOnTheDraftLastSpokenOf(t *testing.T) {
	votes := []string{"votedFor", "votedAgainst", "abstained", "draftOf", "adopts"}
	for _, c := range []struct {
		text string
		want []string
	}{
		{healthCommittee + "Agenda item 12\n\n7. The delegate of Malta withdrew a draft decision on wells (document A92/A/CONF./7).\n\n" +
			"Agenda item 13\n\n8. The Committee considered a draft decision (document A92/A/CONF./2), proposed by Chile and Peru.\n\n" +
			"9. At the request of the delegate of Fiji, a recorded vote was taken. The result of the vote was:\n\n" +
			"In favour: Chile, Ghana,\n\nA92/71\npage 3\n\n\nPeru.\n\nAgainst: Fiji.\n\nAbstaining: Norway.\n\n" +
			"10. The draft decision was therefore approved by 3 votes to 1, with 1 abstention.\n",
			[]string{"body/wha/committee-a adopts document/A92/A/CONF./2", "state/chl votedFor document/A92/A/CONF./2",
				"state/gha votedFor document/A92/A/CONF./2", "state/per votedFor document/A92/A/CONF./2",
				"state/fji votedAgainst document/A92/A/CONF./2", "state/nor abstained document/A92/A/CONF./2"}},
		{healthCommittee + "Agenda item 12\n\n7. The delegate of Malta withdrew a draft decision on wells (document A92/A/CONF./7).\n\n" +
			"8. The voting was as follows:\n\nIn favour: Chile.\n\nAgainst: Fiji.\n", nil},
		{stockholm + "7. The Conference had before it a draft decision (UNEP/POPS/COP.31/L.7) submitted by Malta.\n\n" +
			"8. The vote on the draft decision resulted in 2 votes in favour and 1 against, as follows:\n\nIn favour: Chile, Ghana.\n\nAgainst: Fiji.\n\n" +
			"9. After the voting, the Conference adopted decision SC-31/4.\n",
			[]string{"body/stockholm-cop adopts stockholm-cop/decision/SC-31/4", "document/UNEP/POPS/COP.31/L.7 draftOf stockholm-cop/decision/SC-31/4",
				"state/chl votedFor stockholm-cop/decision/SC-31/4", "state/gha votedFor stockholm-cop/decision/SC-31/4",
				"state/fji votedAgainst stockholm-cop/decision/SC-31/4"}},
		{stockholm + "7. The Conference had before it a draft decision (UNEP/POPS/COP.31/L.3) submitted by Malta.\n\n" +
			"8. The draft decision was put to the vote. It was adopted by a recorded vote of 1 to 1, as follows:\n\nIn favour: Malta.\n\nAgainst: Cuba.\n\n" +
			"9. The Conference thus adopted decision SC-31/6.\n",
			[]string{"body/stockholm-cop adopts document/UNEP/POPS/COP.31/L.3", "body/stockholm-cop adopts stockholm-cop/decision/SC-31/6",
				"document/UNEP/POPS/COP.31/L.3 draftOf stockholm-cop/decision/SC-31/6",
				"state/mlt votedFor stockholm-cop/decision/SC-31/6", "state/cub votedAgainst stockholm-cop/decision/SC-31/6"}},
	} {
		assert.ElementsMatch(t, c.want, toldOf(t, c.text, votes...), c.text)
	}
}

// Who proposes a draft stands before its symbol, also with what it is about between; who
// joins later asks for it in words of courtesy.
func TestSponsorsStandBeforeTheSymbolOfTheirDraft(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{healthCommittee + "7. The Committee considered a draft resolution proposed by Chile and Peru (document A92/A/CONF./2). " +
			"The delegate of Malta asked that his country’s name be added to the list of sponsors, as did those of Fiji and Ghana.\n",
			[]string{"state/chl submits document/A92/A/CONF./2", "state/per submits document/A92/A/CONF./2", "state/mlt sponsors document/A92/A/CONF./2",
				"state/fji sponsors document/A92/A/CONF./2", "state/gha sponsors document/A92/A/CONF./2"}},
		{healthCommittee + "7. At the second meeting the delegates of Chile, Peru and Malta submitted a draft resolution (document A92/A/CONF./3).\n\n" +
			"8. The delegate of Fiji withdrew a draft resolution on wells (document A92/A/CONF./4).\n",
			[]string{"state/chl submits document/A92/A/CONF./3", "state/per submits document/A92/A/CONF./3", "state/mlt submits document/A92/A/CONF./3",
				"state/fji sponsors document/A92/A/CONF./4"}},
		{stockholm + "7. A draft decision proposed by Malta on open burning (UNEP/POPS/COP.31/L.8) was rejected by 12 votes to 18.\n\n" +
			"8. Draft decision UNEP/POPS/COP.31/L.9, submitted by the representative of Ghana, was not adopted.\n",
			[]string{"state/mlt submits document/UNEP/POPS/COP.31/L.8", "state/gha submits document/UNEP/POPS/COP.31/L.9"}},
		{stockholm + "7. The Conference had before it a draft decision (UNEP/POPS/COP.31/L.7) submitted by Cuba on behalf of the States Members of the United Nations that are members of the Group of 77 and China.\n",
			[]string{"state/cub submits document/UNEP/POPS/COP.31/L.7"}},
		{stockholm + "7. The representative of Fiji asked that the name of her country be added to the list of sponsors of draft decision UNEP/POPS/COP.31/L.2.\n",
			[]string{"state/fji sponsors document/UNEP/POPS/COP.31/L.2"}},
	} {
		assert.ElementsMatch(t, c.want, toldOf(t, c.text, "sponsors", "submits"), c.text)
	}
}

// Chairman, Chairperson and Chair are one office, and a title is no part of a name.
func TestOfficesHaveOneNameAndPersonsNoTitle(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{healthCommittee + "1. Committee A held its first and second meetings on 19 May 2039 under the chairmanship of Dr Eva Lund (Norway) and Sir Bo Berg (Fiji).\n\n" +
			"2. On the proposal of the Committee on Nominations, Sir Bo Berg (Fiji) and Dr Ana Soto (Chile) had been elected Vice-Chairmen, and Ms Li Na (Nepal) Rapporteur.\n\n" +
			"3. The Committee thanked the Rapporteur, Ms Na, for her report.\n",
			[]string{"person/eva-lund chairs body/wha/committee-a", "person/bo-berg chairs body/wha/committee-a", "person/eva-lund holdsOffice role/wha/committee-a/chair",
				"person/bo-berg holdsOffice role/wha/committee-a/vice-chair", "person/ana-soto holdsOffice role/wha/committee-a/vice-chair",
				"person/li-na holdsOffice role/wha/committee-a/rapporteur", "person/li-na holdsOffice role/wha/committee-a/rapporteur"}},
		{stockholm + "2. The Vice-Presidents were elected from the following groups:\n\n(a) African States: Mr. Tom Obi, Ambassador and Permanent Representative of Ghana to the United Nations;\n\n" +
			"(b) Asia-Pacific States: H.E. Ms. Li Na, Permanent Representative of Nepal to the United Nations.\n",
			[]string{"person/tom-obi holdsOffice role/stockholm-cop/vice-president", "person/li-na holdsOffice role/stockholm-cop/vice-president"}},
		{stockholm + "2. The Conference was addressed by the President of the Human Rights Council, Tom Obi (Ghana). " +
			"A dialogue held during the thirty-second session was moderated by the Chair of the Committee on the Rights of the Child, Ana Soto.\n",
			[]string{"person/tom-obi holdsOffice role/hrc/president", "person/ana-soto holdsOffice role/crc/chair",
				"person/ana-soto chairs body/stockholm-cop/session/32"}},
	} {
		assert.ElementsMatch(t, c.want, toldOf(t, c.text, "holdsOffice", "chairs"), c.text)
	}
}
