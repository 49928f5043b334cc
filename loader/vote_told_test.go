package loader

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// What became of proposals, in the ways in which reports tell it.
func TestVotesAreReadInTheWaysOfReports(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"1. Draft resolution A/HRC/61/L.4 was put to the vote at the 40th meeting, on 1 April, and was rejected by 11 votes to 20, with 16 abstentions. Benin and Gabon voted in favour; the representatives of Peru and Japan explained why they had voted against; and Indonesia abstained.",
			"L.4 outcome rejected|L.4 votesFor 11|L.4 votesAgainst 20|L.4 abstentions 16|ben votedFor L.4|gab votedFor L.4|per votedAgainst L.4|jpn votedAgainst L.4|idn abstained L.4"},
		{"1. A vote by roll-call was held at the request of Peru on the draft resolution contained in A/HRC/61/L.4. Of the States voting, Chile and Fiji voted for the draft resolution; Peru voted against it; Malta abstained. The draft resolution was thus adopted by 2 votes to 1, with 1 abstention.",
			"L.4 outcome adopted|L.4 votesFor 2|L.4 votesAgainst 1|L.4 abstentions 1|chl votedFor L.4|fji votedFor L.4|per votedAgainst L.4|mlt abstained L.4"},
		{"1. The draft resolution contained in document A/HRC/61/L.4, which Belarus had submitted, failed to be adopted, the result of the vote being 22 in favour and 22 against, with 9 abstentions.",
			"L.4 outcome rejected|L.4 votesFor 22|L.4 votesAgainst 22|L.4 abstentions 9"},
		{"1. The Council considered draft resolution A/HRC/61/L.4.\n\n2. A separate vote was taken on paragraph 11. It was deleted by a recorded vote of 1 to 2, with 1 abstention, as follows:\n\nIn favour:\nChile.\n\nAgainst:\nFiji, Peru.\n\nAbstaining:\nMalta.",
			"L.4#op11 outcome rejected|L.4#op11 votesFor 1|L.4#op11 votesAgainst 2|L.4#op11 abstentions 1|chl votedFor L.4#op11|fji votedAgainst L.4#op11|per votedAgainst L.4#op11|mlt abstained L.4#op11"},
		{"1. The Council considered draft resolution A/HRC/61/L.4.\n\n2. The Council adopted amendment A/HRC/61/L.5 by a recorded vote of 17 to 12, with 11 abstentions, and rejected amendment A/HRC/61/L.6 by a recorded vote of 14 to 16, with 10 abstentions.",
			"L.5 outcome adopted|L.5 votesFor 17|L.5 votesAgainst 12|L.5 abstentions 11|L.6 outcome rejected|L.6 votesFor 14|L.6 votesAgainst 16|L.6 abstentions 10"},
		{"1. The Council considered draft resolution A/HRC/61/L.4. Peru withdrew its sponsorship of draft resolution A/HRC/61/L.4.", ""},
		{"1. Draft decision A/HRC/61/L.7 was withdrawn by its sponsors. The Council decided to take no action on draft resolution A/HRC/61/L.4.",
			"L.7 outcome withdrawn|L.4 outcome not put to the vote"},
		{"1. The Chair withdrew her draft decision on the organization of work (A/HRC/61/L.7).", "L.7 outcome withdrawn"},
		{"1. At the 40th meeting, the Council adopted draft resolution A/HRC/61/L.4 by a recorded vote of 2 to 1, with no abstentions (resolution 61/7). The result of the vote was as follows: in favour: Chile, Fiji; against: Peru; abstaining: none.",
			"resolution/61/7 outcome adopted|resolution/61/7 votesFor 2|resolution/61/7 votesAgainst 1|resolution/61/7 abstentions 0|chl votedFor resolution/61/7|fji votedFor resolution/61/7|per votedAgainst resolution/61/7"},
		{"1. Draft resolution A/HRC/61/L.4 received 30 votes in favour, 3 against (Chile, Fiji and Peru) and 1 abstention (Malta), and was adopted as resolution 61/7.",
			"resolution/61/7 outcome adopted|resolution/61/7 votesFor 30|resolution/61/7 votesAgainst 3|resolution/61/7 abstentions 1|chl votedAgainst resolution/61/7|fji votedAgainst resolution/61/7|per votedAgainst resolution/61/7|mlt abstained resolution/61/7"},
		{"1. There being no objection, the Council adopted draft resolution A/HRC/61/L.4 without a vote (resolution 61/7).", "resolution/61/7 outcome adopted"},
		{"1. The motion to adjourn the debate on draft resolution A/HRC/61/L.4 was rejected by 20 votes to 10, with 3 abstentions.", ""},
		{"1. The Council decided, by 20 votes to 10, with 3 abstentions (Chile, Fiji and Malta), to adopt draft resolution A/HRC/61/L.4.",
			"L.4 outcome adopted|L.4 votesFor 20|L.4 votesAgainst 10|L.4 abstentions 3|chl abstained L.4|fji abstained L.4|mlt abstained L.4"},
		{"1. At its 40th meeting, the Council had before it draft resolution A/HRC/61/L.4. At the same meeting, the draft resolution, as orally revised, was adopted by consensus.", "L.4 outcome adopted"},
		{"1. Consideration of draft resolution A/HRC/61/L.4 was postponed to the sixty-second session.", "L.4 outcome deferred"},
	} {
		var got []string
		d := load(t, reportHead+c.text).Document
		short := strings.NewReplacer("document/A/HRC/61/", "", "hrc/", "", "state/", "")
		for _, f := range d.Facts {
			switch f.Property {
			case "outcome", "votesFor", "votesAgainst", "abstentions":
				got = append(got, short.Replace(f.Subject+" "+f.Property+" "+f.Value))
			}
		}
		for _, s := range d.Statements {
			switch s.Relation {
			case "votedFor", "votedAgainst", "abstained":
				got = append(got, short.Replace(s.Subject+" "+s.Relation+" "+s.Object))
			}
		}
		assert.ElementsMatch(t, strings.FieldsFunc(c.want, func(r rune) bool { return r == '|' }), got, c.text)
	}
}
