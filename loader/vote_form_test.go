package loader

import (
	"testing"
)

// Commissions, boards and conferences tell in many words how a draft fared.
func TestFatesOfDraftsAreReadInManyForms(t *testing.T) {
	for _, c := range []told{
		{"adverbs before the verb", narcotics + "4. At its 9th meeting, on 14 March 2047, the Commission, by acclamation, adopted draft resolution E/CN.7/2047/L.6.", []string{
			"body/cnd adopts document/E/CN.7/2047/L.6", "document/E/CN.7/2047/L.6 procedure=without a vote",
		}, nil},
		{"no majority", narcotics + "4. Draft decision E/CN.7/2047/L.6 failed to secure the required majority, the vote having been 15 in favour and 22 against, with 11 abstentions.\n\n" +
			"5. A proposal by Fiji (E/CN.7/2047/CRP.7) did not obtain the two-thirds majority (5 in favour, 4 against, 2 abstentions) and was rejected.", []string{
			"document/E/CN.7/2047/L.6 outcome=rejected", "document/E/CN.7/2047/L.6 votesAgainst=22",
			"document/E/CN.7/2047/CRP.7 outcome=rejected", "document/E/CN.7/2047/CRP.7 votesFor=5",
		}, nil},
		{"numbers of members", narcotics + "4. Thirty-one members voted for the proposal contained in document E/CN.7/2047/L.6, none voted against and nine abstained; it was accordingly adopted.", []string{
			"document/E/CN.7/2047/L.6 votesFor=31", "document/E/CN.7/2047/L.6 votesAgainst=0", "document/E/CN.7/2047/L.6 abstentions=9",
		}, nil},
		{"one number and names", narcotics + "4. The Commission put draft resolution E/CN.7/2047/L.6 to a roll-call vote. Of the 9 members voting, 6 voted in favour; Fiji and Malta voted against; " +
			"and Peru abstained. The draft resolution was adopted.", []string{
			"document/E/CN.7/2047/L.6 votesFor=6", "document/E/CN.7/2047/L.6 votesAgainst=2", "state/mlt votedAgainst document/E/CN.7/2047/L.6",
			"state/per abstained document/E/CN.7/2047/L.6",
		}, nil},
		{"names behind the side", narcotics + "4. Draft resolution E/CN.7/2047/L.6 was adopted by 3 votes to 2. Voting for were Fiji, Malta and Peru; Chile and Cuba voted against.", []string{
			"state/fji votedFor document/E/CN.7/2047/L.6", "state/per votedFor document/E/CN.7/2047/L.6", "state/cub votedAgainst document/E/CN.7/2047/L.6",
		}, []string{"state/per votedAgainst document/E/CN.7/2047/L.6"}},
		{"a kept paragraph is not adopted", narcotics + "4. The Commission considered draft resolution E/CN.7/2047/L.6. Operative paragraph 5 was retained by 7 votes to 2.", []string{
			"document/E/CN.7/2047/L.6#op5 votesFor=7",
		}, []string{"document/E/CN.7/2047/L.6#op5 outcome=adopted"}},
		{"put to the vote and rejected", narcotics + "4. Draft resolution E/CN.7/2047/L.6 was put to the vote at the 9th meeting and rejected: 8 members of the Commission voted in favour and 21 against.", []string{
			"document/E/CN.7/2047/L.6 outcome=rejected", "document/E/CN.7/2047/L.6 votesFor=8", "document/E/CN.7/2047/L.6 votesAgainst=21",
		}, nil},
		{"each in its own way", narcotics + "4. By consensus, the Commission adopted decision 90/3 on labels (draft decision E/CN.7/2047/L.6, sponsored by Malta) and, without a vote, decision 90/4 on barrels.", []string{
			"cnd/decision/90/3 procedure=consensus", "cnd/decision/90/4 procedure=without a vote", "cnd/decision/90/4 outcome=adopted",
		}, nil},
		{"amendments in a document", narcotics + "4. The Commission considered draft resolution E/CN.7/2047/L.6. Fiji proposed, in document E/CN.7/2047/L.9, amendments to the draft resolution. " +
			"The amendments were rejected by 9 votes to 27.", []string{"document/E/CN.7/2047/L.9 outcome=rejected", "document/E/CN.7/2047/L.9 votesAgainst=27"},
			[]string{"document/E/CN.7/2047/L.6 outcome=rejected"}},
		{"the number behind in brackets", narcotics + "4. A proposal by Fiji (E/CN.7/2047/L.6) was adopted by 5 votes to 2. (At its 6th meeting, on 12 March; decision 90/5.)", []string{
			"cnd/decision/90/5 outcome=adopted", "document/E/CN.7/2047/L.6 draftOf cnd/decision/90/5", "cnd/decision/90/5 votesFor=5",
		}, nil},
		{"a body without a row", "PLT/COP/4/17\n\nCONFERENCE OF THE PARTIES TO THE CONVENTION ON PILOT BOATS\nFourth meeting\nBergen, 3–7 September 2047\n\n" +
			"REPORT OF THE CONFERENCE OF THE PARTIES TO THE CONVENTION ON PILOT BOATS ON ITS FOURTH MEETING\n\nI. ACTION\n\n" +
			"1. The Conference adopted decisions 4/3 (PLT/COP/4/L.6) and 4/4 (PLT/COP/4/L.7) by consensus.\n", []string{
			"document/PLT/COP/4/L.7 draftOf conference-of-the-parties-to-the-convention-on-pilot-boats/decision/4/4",
			"conference-of-the-parties-to-the-convention-on-pilot-boats/decision/4/4 procedure=consensus",
		}, nil},
		{"an act behind each draft", "NINETY-SECOND WORLD HEALTH ASSEMBLY                         A92/71\n\n21 May 2039\n\nThird report of Committee A\n\n" +
			"4. At its third meeting, on 20 May 2039, the Committee considered two draft resolutions. The first (A92/A/CONF./4), proposed by Malta and Fiji, was approved as amended by the delegate of Peru (WHA92.7). " +
			"The second (A92/A/CONF./5) was approved without amendment (WHA92.8).\n", []string{
			"document/A92/A/CONF./4 draftOf wha/resolution/WHA92.7", "body/wha adopts wha/resolution/WHA92.8", "wha/resolution/WHA92.8 outcome=adopted",
			"state/mlt submits wha/resolution/WHA92.7",
		}, nil},
		{"the meeting behind the verb", narcotics + "4. Draft resolution E/CN.7/2047/L.6 was adopted by consensus at the 9th meeting, on 14 March 2047.", []string{
			"document/E/CN.7/2047/L.6 adoptedAt body/cnd/session/90/meeting/9",
		}, nil},
	} {
		c.check(t)
	}
}
