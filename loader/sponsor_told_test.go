package loader

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

const reportHead = `A/HRC/61/2

United Nations

General Assembly

Distr.: General
12 April 2041

Human Rights Council
Sixty-first session
2 March–2 April 2041

Report of the Human Rights Council on its sixty-first session

I. Action taken

`

// What reports of councils and committees say of those who put drafts forward.
func TestSponsorsAreReadInTheWaysOfReports(t *testing.T) {
	const draft = "document/A/HRC/61/L.4"
	for _, c := range []struct {
		text string
		want []string
	}{
		{"1. At the 40th meeting, the representative of Fiji introduced draft resolution A/HRC/61/L.4. The following States subsequently joined the list of sponsors: Malta and Peru.",
			[]string{"state/fji sponsors " + draft, "state/mlt sponsors " + draft, "state/per sponsors " + draft}},
		{"1. At the 40th meeting, the Council considered draft resolution A/HRC/61/L.4, sponsored by:\n\nFiji, Malta and Peru\n\nChile joined the sponsors.",
			[]string{"state/fji sponsors " + draft, "state/mlt sponsors " + draft, "state/per sponsors " + draft, "state/chl sponsors " + draft}},
		{"1. The Council had before it draft resolution A/HRC/61/L.4, which Fiji had submitted.",
			[]string{"state/fji submits " + draft}},
		{"1. The President drew attention to draft resolution A/HRC/61/L.4, which he had submitted on the basis of consultations.",
			[]string{"role/hrc/president submits " + draft}},
		{"1. The Council considered draft resolution A/HRC/61/L.4. The President of the Council, on behalf of the Bureau, had submitted it.",
			[]string{"role/hrc/president submits " + draft}},
		{"1. The representative of Fiji announced that the sponsors of draft resolution A/HRC/61/L.4, namely Fiji and Malta, had decided to withdraw it.",
			[]string{"state/fji sponsors " + draft, "state/mlt sponsors " + draft}},
		{"1. The Council considered draft resolution A/HRC/61/L.4, the sponsors of which were Fiji, Malta and Peru.",
			[]string{"state/fji sponsors " + draft, "state/mlt sponsors " + draft, "state/per sponsors " + draft}},
		{"1. The representative of Fiji introduced draft resolution A/HRC/61/L.4 on behalf of the sponsors: Fiji, Malta and Peru.",
			[]string{"state/fji sponsors " + draft, "state/mlt sponsors " + draft, "state/per sponsors " + draft}},
		{"1. The representative of Fiji introduced, also on behalf of Malta and Peru, draft resolution A/HRC/61/L.4.",
			[]string{"state/fji sponsors " + draft, "state/mlt sponsors " + draft, "state/per sponsors " + draft}},
		{"1. The representative of Fiji, as coordinator of the sponsors, introduced draft resolution A/HRC/61/L.4.",
			[]string{"state/fji sponsors " + draft}},
		{"1. The Council considered draft resolution A/HRC/61/L.4, submitted by Fiji. Malta and Peru were subsequently added as sponsors. Chile later joined as a co-sponsor.",
			[]string{"state/fji submits " + draft, "state/mlt sponsors " + draft, "state/per sponsors " + draft, "state/chl sponsors " + draft}},
		{"1. The Council considered draft resolution A/HRC/61/L.4, sponsored by Fiji. Subsequently, Malta became a sponsor and Peru withdrew its sponsorship of the draft resolution.",
			[]string{"state/fji sponsors " + draft, "state/mlt sponsors " + draft}},
		{"1. Draft resolution A/HRC/61/L.4 was introduced by Fiji, with Malta and Peru as co-sponsors.",
			[]string{"state/fji sponsors " + draft, "state/mlt sponsors " + draft, "state/per sponsors " + draft}},
		{"1. The Council considered draft resolution A/HRC/61/L.4. It was sponsored by Fiji, Malta (on behalf of the Group of African States) and Peru.",
			[]string{"state/fji sponsors " + draft, "state/mlt sponsors " + draft, "state/per sponsors " + draft}},
		{"1. The main sponsors of draft resolution A/HRC/61/L.4 were Fiji and Malta; Peru co-sponsored it.",
			[]string{"state/fji sponsors " + draft, "state/mlt sponsors " + draft, "state/per sponsors " + draft}},
		{"1. The Council had before it draft resolution A/HRC/61/L.4.\n\n2. The representative of Canada introduced an amendment to the draft resolution (A/HRC/61/L.9).",
			[]string{"state/can sponsors document/A/HRC/61/L.9"}},
		{"1. The Council adopted the provisional agenda submitted by the Secretary-General (A/HRC/61/1).", nil},
		{"1. At the 40th meeting, the Council adopted draft resolution A/HRC/61/L.4, submitted by Fiji and Malta, without a vote (resolution 61/7). Peru and Chile had joined in sponsoring it.",
			[]string{"state/fji submits hrc/resolution/61/7", "state/mlt submits hrc/resolution/61/7", "state/per sponsors hrc/resolution/61/7", "state/chl sponsors hrc/resolution/61/7"}},
		{"1. At the 40th meeting, the President withdrew her draft decision on the organization of work (A/HRC/61/L.7).", []string{"role/hrc/president submits document/A/HRC/61/L.7"}},
	} {
		assert.ElementsMatch(t, c.want, toldOf(t, reportHead+c.text, "sponsors", "submits"), c.text)
	}
}
