package loader

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

const committeeHead = `A/91/455

United Nations
General Assembly

Distr.: General
4 December 2036

Original: English

Ninety-first session
Agenda item 71

Report of the Third Committee

Rapporteur: Ms. Ana Soto (Chile)

I. Consideration of proposals

1. At the 38th meeting, on 10 November, the representative of Malta introduced a draft resolution entitled “Quiet lakes” (A/C.3/91/L.14).

`

func TestWhoPutsRevisedDraftsAndAmendmentsForward(t *testing.T) {
	const rev = " document/A/C.3/91/L.14/Rev.1"
	for _, c := range []struct {
		text string
		want []string
	}{
		{"2. At its 44th meeting, on 18 November, the Committee had before it a revised draft resolution (A/C.3/91/L.14/Rev.1), submitted by " +
			"the sponsors of draft resolution A/C.3/91/L.14 and Fiji and Peru. Subsequently, Togo joined in sponsoring the draft resolution.",
			[]string{"state/mlt sponsors" + rev, "state/fji submits" + rev, "state/per submits" + rev, "state/tgo sponsors" + rev}},
		{"2. The representative of Nepal (also on behalf of Oman) introduced an amendment (A/C.3/91/L.57) to the draft resolution, and the " +
			"representative of Chad introduced an amendment (A/C.3/91/L.58) to it.",
			[]string{"state/npl sponsors document/A/C.3/91/L.57", "state/omn sponsors document/A/C.3/91/L.57", "state/tcd sponsors document/A/C.3/91/L.58"}},
		{"2. The Committee took no action on draft resolution A/C.3/91/L.35, of which Fiji was the sponsor.",
			[]string{"state/fji sponsors document/A/C.3/91/L.35"}},
		{"2. The draft resolution contained in document A/C.3/91/L.36 was not pursued by its author, Venezuela (Bolivarian Republic of).",
			[]string{"state/ven sponsors document/A/C.3/91/L.36"}},
		{"2. The Chair introduced her draft resolution entitled “Lakes” (A/C.3/91/L.40).",
			[]string{"role/ga/third-committee/chair submits document/A/C.3/91/L.40"}},
	} {
		got := toldOf(t, committeeHead+c.text+"\n", "sponsors", "submits")
		assert.ElementsMatch(t, append(c.want, "state/mlt sponsors document/A/C.3/91/L.14"), got, c.text)
	}
}

func TestAVoteOnAMotionIsNoneOnTheDraft(t *testing.T) {
	const text = committeeHead + "2. At the same meeting, the Committee decided, by a recorded vote of 60 to 44, with 20 abstentions, to adjourn the debate on " +
		"draft resolution A/C.3/91/L.14.\n"
	for _, f := range load(t, text).Document.Facts {
		assert.NotEqual(t, "votesFor", f.Property)
	}
}

func TestActsAreAdoptedInListsAndBrackets(t *testing.T) {
	const head = "UNW/2041/6\n\nUnited Nations Entity for Gender Equality and the Empowerment of Women\n\nExecutive Board\n\nAnnual session of 2041\n\n" +
		"Decisions adopted by the Executive Board at its annual session of 2041\n\nI. Decisions\n\n"
	assert.Subset(t, toldOf(t, head+"2. The Executive Board adopted three decisions (2041/5, 2041/6 and 2041/7), which are contained in the annex.\n", "adopts"),
		[]string{"body/un-women-eb adopts un-women-eb/decision/2041/5", "body/un-women-eb adopts un-women-eb/decision/2041/6",
			"body/un-women-eb adopts un-women-eb/decision/2041/7"})
	const cpd = "E/2041/25-E/CN.9/2041/8\n\nCommission on Population and Development\n\nReport on the seventy-fourth session\n(5 to 9 April 2041)\n\nChapter III\nAction\n\n"
	assert.ElementsMatch(t, []string{
		"body/cpd adopts cpd/decision/2041/101", "body/cpd adopts cpd/decision/2041/102", "body/cpd adopts cpd/resolution/2041/1",
		"document/E/CN.9/2041/L.3 draftOf cpd/decision/2041/101", "document/E/CN.9/2041/L.4 draftOf cpd/decision/2041/102",
	}, toldOf(t, cpd+"11. The Commission adopted without a vote resolution 2041/1.\n\n12. The Commission adopted decisions 2041/101 and 2041/102 without a vote, on the basis "+
		"of draft decisions E/CN.9/2041/L.3 and E/CN.9/2041/L.4, respectively.\n", "adopts", "draftOf"))
}
