package loader

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// Sponsors stand before or behind any word for sponsoring; who takes a draft back put it forward.
func TestSponsorsStandBesideAnyWordForSponsoring(t *testing.T) {
	const draft = "document/A/HRC/61/L.4"
	for _, c := range []struct {
		text string
		want []string
	}{
		{"1. Draft resolution A/HRC/61/L.4 (sponsors: Malta and Fiji) was considered.",
			[]string{"state/mlt sponsors " + draft, "state/fji sponsors " + draft}},
		{"1. Sponsors of draft resolution A/HRC/61/L.4 were Fiji, Malta and Peru.",
			[]string{"state/fji sponsors " + draft, "state/mlt sponsors " + draft, "state/per sponsors " + draft}},
		{"1. The Council considered draft resolution A/HRC/61/L.4. Fiji and Malta then announced their sponsorship. Peru asked that its name be added to the list of sponsors.",
			[]string{"state/fji sponsors " + draft, "state/mlt sponsors " + draft, "state/per sponsors " + draft}},
		{"1. Introducing draft resolution A/HRC/61/L.4 on behalf of its sponsors, Fiji, Bolivia (Plurinational State of) and Malta, the representative of Fiji spoke.",
			[]string{"state/fji sponsors " + draft, "state/bol sponsors " + draft, "state/mlt sponsors " + draft}},
		{"1. The Council considered draft resolution A/HRC/61/L.4, of which Fiji, Malta and Peru were co-sponsors.",
			[]string{"state/fji sponsors " + draft, "state/mlt sponsors " + draft, "state/per sponsors " + draft}},
		{"1. The Council considered draft resolution A/HRC/61/L.4, sponsored by Norway (on behalf also of Iceland and Monaco) and Fiji.",
			[]string{"state/nor sponsors " + draft, "state/fji sponsors " + draft, "state/isl sponsors " + draft, "state/mco sponsors " + draft}},
		{"1. The representative of Fiji, on behalf also of Malta and Peru, introduced draft resolution A/HRC/61/L.4.",
			[]string{"state/fji sponsors " + draft, "state/mlt sponsors " + draft, "state/per sponsors " + draft}},
		{"1. Resolution 61/9, which was sponsored by Nepal and Malta, was adopted by the Council.",
			[]string{"state/npl sponsors hrc/resolution/61/9", "state/mlt sponsors hrc/resolution/61/9"}},
		{"1. Fiji withdrew its draft decision on the place of the sessions (A/HRC/61/L.4).", []string{"state/fji sponsors " + draft}},
		{"1. Draft resolution A/HRC/61/L.4 was withdrawn by Malta, its sponsor.", []string{"state/mlt sponsors " + draft}},
		{"1. The representative of Peru proposed, in document A/HRC/61/L.4, amendments to the draft decision.", []string{"state/per sponsors " + draft}},
		{"1. A proposal by Fiji and Malta (A/HRC/61/L.4) was considered.", []string{"state/fji sponsors " + draft, "state/mlt sponsors " + draft}},
		// no sponsors
		{"1. The Council considered draft resolution A/HRC/61/L.4. Peru withdrew its sponsorship. The representative of Malta thanked the sponsors. Fiji asked the sponsors to withdraw it.", nil},
		{"1. The proposal of 2019 (A/74/33, para. 5) was recalled.\n\n2. The representative of Fiji spoke of the working paper on harbours (A/CN.9/40). Malta had joined as a sponsor of the proposal.", nil},
	} {
		assert.ElementsMatch(t, c.want, toldOf(t, reportHead+c.text, "sponsors", "submits"), c.text)
	}
}
