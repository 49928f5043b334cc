package loader

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

const (
	stockholm = "UNITED NATIONS\n\nSC\n\nUNEP/POPS/COP.31/40\n\nDistr.: General\n9 July 2044\n\nConference of the Parties to the Stockholm Convention on\nPersistent Organic Pollutants\n" +
		"Thirty-first meeting\nNairobi, 4-14 May 2044\n\nReport of the Conference of the Parties to the Stockholm Convention on Persistent Organic Pollutants on the work of its thirty-first meeting\n\nI. Action\n\n"
	healthCommittee = "NINETY-SECOND WORLD HEALTH ASSEMBLY                         A92/71\n\n21 May 2039\n\nThird report of Committee A\n\n"
	annexHead       = "E/2044/39\n\nUnited Nations\n\nEconomic and Social Commission for Asia and the Pacific\n\nAnnual report on the one hundredth session\n\nEconomic and Social Council\nOfficial Records, 2044\n\n" +
		"1. The Commission met at Bangkok.\n\nAnnex I\n\nMeetings of subsidiary bodies held since the ninety-ninth session\n\n"
)

// A report tells which act a draft became in other words than "adopted draft X as
// resolution N": by a later organ, beside the number, in the passive voice.
func TestActsThatDraftsBecame(t *testing.T) {
	adopted := []string{"adopts", "draftOf", "adoptedAt"}
	for _, c := range []struct {
		text string
		want []string
	}{
		{healthCommittee + "1. The Chair drew attention to the draft decision contained in document A92/A/CONF./6, proposed by Peru.\n\n" +
			"2. The draft decision, as amended, was approved by consensus and was adopted by the Health Assembly at its sixth plenary meeting, on 20 May 2039, as decision WHA92(17).\n",
			[]string{"body/wha/committee-a adopts document/A92/A/CONF./6", "body/wha adopts wha/decision/WHA92(17)",
				"document/A92/A/CONF./6 draftOf wha/decision/WHA92(17)", "wha/decision/WHA92(17) adoptedAt body/wha/session/92/meeting/6"}},
		{stockholm + "7. At the 3rd plenary session, on 12 May, the Conference adopted, by consensus, decisions SC-31/2 (UNEP/POPS/COP.31/CRP.7), on labels, and SC-31/3 (UNEP/POPS/COP.31/CRP.9), on barrels.\n",
			[]string{"body/stockholm-cop adopts stockholm-cop/decision/SC-31/2", "body/stockholm-cop adopts stockholm-cop/decision/SC-31/3",
				"stockholm-cop/decision/SC-31/2 adoptedAt body/stockholm-cop/session/31/meeting/3", "stockholm-cop/decision/SC-31/3 adoptedAt body/stockholm-cop/session/31/meeting/3",
				"document/UNEP/POPS/COP.31/CRP.7 draftOf stockholm-cop/decision/SC-31/2", "document/UNEP/POPS/COP.31/CRP.9 draftOf stockholm-cop/decision/SC-31/3"}},
		{children + "8. The Board had before it a draft decision on wells (E/ICEF/2047/L.3), submitted by Malta.\n\n9. The amendment (E/ICEF/2047/L.5) was put to the vote and was rejected by 20 votes to 4.\n\n" +
			"10. The draft decision as a whole was then adopted as decision 2047/6.\n",
			[]string{"body/unicef-eb adopts unicef-eb/decision/2047/6", "document/E/ICEF/2047/L.3 draftOf unicef-eb/decision/2047/6"}},
		{children + "8. The Board adopted decision 2047/8 on fish (draft decision E/ICEF/2047/L.6, sponsored by Fiji) and, without a vote, decision 2047/9 on nets (E/ICEF/2047/L.7).\n",
			[]string{"body/unicef-eb adopts unicef-eb/decision/2047/8", "body/unicef-eb adopts unicef-eb/decision/2047/9",
				"document/E/ICEF/2047/L.6 draftOf unicef-eb/decision/2047/8", "document/E/ICEF/2047/L.7 draftOf unicef-eb/decision/2047/9"}},
	} {
		assert.ElementsMatch(t, c.want, toldOf(t, c.text, adopted...), c.text)
	}
}

func TestOfficersOfPartsOfTheBody(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{annexHead + "Subsidiary bodies and officers\n\nSession\n\nI.\n\nCommittee on Harbours\n\nChair:\n\nMr. Bo Berg (Fiji)\n\nVice-Chairs:\n\nMs. Ana Soto Paz (Islamic Republic\nof Iran)\n" +
			"Mrs. Lia Moe\n(Sri Lanka)\n\nFourth session\nBangkok\n\nMember\n\nMr. Cy Dunn (India)\n\nII. Governing Council of the Centre\nfor Boats\n\nChair:\n\nMs. Eva Lund (Samoa)\n\nSuva, 4 and 5 May 2044; the officers of the Centre meet each year in the month of May at its seat.\n",
			[]string{"person/bo-berg holdsOffice role/escap/committee-on-harbours/chair", "person/ana-soto-paz holdsOffice role/escap/committee-on-harbours/vice-chair",
				"person/lia-moe holdsOffice role/escap/committee-on-harbours/vice-chair", "person/eva-lund holdsOffice role/escap/governing-council-of-the-centre-for-boats/chair"}},
		{stockholm + "2. The following served as officers of the Conference:\n\nName                 Party          Office\n\nMs. Eva Lund         Norway         President\nMr. Bo Berg          Fiji           Vice-President and\n" +
			"                                    Rapporteur\n",
			[]string{"person/eva-lund holdsOffice role/stockholm-cop/president", "person/bo-berg holdsOffice role/stockholm-cop/vice-president", "person/bo-berg holdsOffice role/stockholm-cop/rapporteur"}},
		{stockholm + "2. Ms. Eva Lund presided over the 4th plenary session.\n", []string{"person/eva-lund chairs body/stockholm-cop/session/31/meeting/4"}},
		{stockholm + "B. Committee on Barrels\n\n2. The report was noted. Its Chair, Ms. Eva Lund (Norway), thanked the Parties.\n", nil},
		{healthCommittee + "1. At its first meeting the Committee had elected Ms. Eva Lund (Norway) and Mr. Bo Berg (Fiji) Vice-Chairs.\n",
			[]string{"person/eva-lund holdsOffice role/wha/committee-a/vice-chair", "person/bo-berg holdsOffice role/wha/committee-a/vice-chair"}},
	} {
		assert.ElementsMatch(t, c.want, toldOf(t, c.text, "holdsOffice", "chairs"), c.text)
	}
}

func TestWhoJoinsTheSponsorsOfARevisedDraft(t *testing.T) {
	const head = "A/94/455\n\nUnited Nations\nGeneral Assembly\n\nDistr.: General\n4 December 2039\n\nNinety-fourth session\nAgenda item 71\nLakes\n\nReport of the Third Committee\n\nI. Action\n\n"
	assert.ElementsMatch(t, []string{"state/chl sponsors document/A/C.3/94/L.4", "state/chl sponsors document/A/C.3/94/L.4/Rev.1", "state/mli submits document/A/C.3/94/L.4/Rev.1"},
		toldOf(t, head+"3. At the 18th meeting, the representative of Chile introduced draft resolution A/C.3/94/L.4.\n\n"+
			"4. At the 20th meeting, the Committee had before it a revised draft resolution (A/C.3/94/L.4/Rev.1), submitted by the sponsors of draft resolution A/C.3/94/L.4, joined by Mali.\n", "sponsors", "submits"))
}
