package layout

import (
	"context"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// wordings of the kinds of question that are asked most, ten each, and what the
// answer from the sample has to say.
var wordings = map[string]struct {
	says  string
	asked []string
}{
	"a filter before the noun": {"2013/38", []string{
		"which ECOSOC resolutions does 12/4 recall", "What ECOSOC resolutions does resolution 12/4 recall?",
		"which resolutions of the Economic and Social Council does 12/4 recall", "ECOSOC resolutions that 12/4 recalls",
		"which ECOSOC resolutions of 2013 are recalled by 12/4", "list the ECOSOC resolutions recalled in 12/4",
		"which resolutions between 2012 and 2014 does 12/4 recall", "ECOSOC resolutions recalled by 12/4",
		"which ECOSOC resolutions since 2013 does 12/4 recall", "which Economic and Social Council resolutions does 12/4 cite",
	}},
	"what is said about something": {"*wildlife*", []string{
		"what does 12/4 say about wildlife", "what does resolution 12/4 say on wildlife", "which paragraphs mention wildlife",
		"where is wildlife mentioned", "does 12/4 say anything about wildlife", "where does 12/4 speak of wildlife",
		"what is said about wildlife in resolution 12/4", "passages about wildlife", "where does 12/4 mention wildlife",
		"what does the environmental crime resolution say about wildlife",
	}},
	"how something began": {"decision 2/2", []string{
		"how did the Working Group on International Cooperation start", "history of the Working Group on International Cooperation",
		"who set up the Working Group on International Cooperation", "how did the WG on International Cooperation come about",
		"when was the Working Group on International Cooperation founded",
		"by which act was the Working Group on International Cooperation created",
		"origins of the Working Group on International Cooperation", "story of the Working Group on International Cooperation",
		"which decision established the Working Group on International Cooperation, and who extended it",
		"The Working Group on International Cooperation: how did it begin?",
	}},
	"votes": {"adopted", []string{
		"how was the vote on resolution 12/3", "was 12/3 adopted by consensus", "what was the outcome of 12/3",
		"was there a recorded vote on 12/3", "how was the vote on 12/3, the firearms resolution", "was 12/3 put to the vote",
		"outcome of resolution 12/3", "what happened to 12/3", "Was resolution 12/3 adopted without a vote?",
		"how did the vote on 12/3 go",
	}},
	"sponsors": {"Montenegro", []string{
		"who sponsored 12/4", "who proposed 12/4", "who tabled resolution 12/4", "sponsors of 12/4", "by whom was 12/4 co-sponsored",
		"which delegations put forward 12/4", "who co-sponsored the environmental crime resolution",
		"who submitted resolution 12/4", "number of sponsors of 12/4", "list the co-sponsors of 12/4",
	}},
	"officers": {"Peter Burian", []string{
		"who was president of the twelfth session", "who was elected President of the twelfth session",
		"president of COP12", "who was President of the Conference", "Who was the president?", "Peter Burian",
		"who is Peter Burian", "Who was presidnet of the twelfth session?",
		"who was president of the twelfth session, and who was rapporteur", "Conference 2024 - president, rapporteur",
	}},
	"meetings": {"2024-10-14", []string{
		"when was the twelfth session held", "where was COP12 held", "when did COP12 take place", "session 12",
		"when was session 12 of the Conference", "COP12", "where did COP12 take place", "when was COP12?",
		"where was the twelfth session held", "When was the 12th session held, and where?",
	}},
	"counts": {"3 times", []string{
		"which State sponsored most", "which State sponsored most resolutions", "which States sponsored most often",
		"who sponsored most drafts", "who sponsored the most resolutions", "which countries sponsored most often",
		"which delegation sponsored most often", "which country put forward most resolutions",
		"who co-sponsored most often", "which States tabled most resolutions",
	}},
	"comparisons": {"Albania", []string{
		"which sponsors do 12/3 and 12/4 have in common", "who sponsored both 12/3 and 12/4",
		"which sponsors do 12/3 and 12/4 share", "common sponsors of 12/3 and 12/4", "sponsors of both 12/3 and 12/4",
		"which States sponsored both 12/3 and 12/4", "which delegations co-sponsored both 12/3 and 12/4",
		"sponsors in common of 12/3 and 12/4", "which sponsors have 12/3 and 12/4 in common",
		"who are the common sponsors of 12/3 and 12/4",
	}},
	"drafts": {"L.11", []string{
		"what was the draft of resolution 12/2", "what became of CTOC/COP/2024/L.11", "what happened to CTOC/COP/2024/L.11",
		"outcome of CTOC/COP/2024/L.11", "was CTOC/COP/2024/L.11 adopted", "fate of CTOC/COP/2024/L.11",
		"What was the draft of resolution 12/2 and who submitted it?", "draft of resolution 12/2",
		"what was the result of CTOC/COP/2024/L.11", "CTOC/COP/2024/L.11",
	}},
	"reports due": {"12/4#op7", []string{
		"who must report what to whom by when", "who must report to the Conference", "reporting obligations under 12/4",
		"who has to report what to the thirteenth session of the Conference", "reporting duties in resolution 12/4",
		"Resolution 12/4: reporting obligations?", "which reports are due under 12/4", "who shall report under 12/4",
		"who should report to the Conference by the thirteenth session", "reports due under resolution 12/4",
	}},
	"documents by the end of their symbol": {"Andorra", []string{
		"sponsors of L.9/Rev.1", "who sponsored L.9/Rev.1", "L.9/Rev.1: who sponsored it", "which States sponsored L.9/Rev.1",
		"by whom was L.9/Rev.1 sponsored", "who co-sponsored draft resolution L.9/Rev.1", "list the sponsors of L.9/Rev.1",
		"who tabled L.9/Rev.1", "sponsors of CTOC/COP/2024/L.9/Rev.1", "which delegations put forward draft L.9/Rev.1",
	}},
	"persons by their last names": {"Italy", []string{
		"Lepre", "Debora Lepre", "who is Lepre", "Who is Debora Lepre?", "what office did Lepre hold",
		"which country is Debora Lepre from", "tell me about Debora Lepre", "Lepre - who is she", "Debora Lepre, what offices?",
		"who was Debora Lepre",
	}},
	"acts that are not there": {"Loaded are resolution 12/1, resolution 12/2, resolution 12/3 and resolution 12/4.", []string{
		"what does resolution 12/5 say", "what does resolution 12/5 of the Conference say about drugs",
		"Does resolution 12/5 mention wildlife?", "what is resolution 12/5 about", "summary of resolution 12/5",
		"who must report under resolution 12/5", "why was resolution 12/5 adopted", "how did resolution 12/5 come about",
		"What does resolution 12/5 of the COP to UNTOC say?", "which States were against resolution 12/5",
	}},
	"what became of a draft": {"discontinue", []string{
		"what became of L.10", "What became of CTOC/COP/2024/L.10?", "what happened to L.10", "fate of CTOC/COP/2024/L.10",
		"was L.10 adopted", "outcome of L.10", "What happened to the draft decision CTOC/COP/2024/L.10?",
		"was CTOC/COP/2024/L.10 put to the vote", "what was the result of L.10", "Was draft decision L.10 withdrawn?",
	}},
	"votes that are not told": {"No vote by State", []string{
		"how was the vote on 12/3", "how did the States vote on resolution 12/3", "who voted against 12/3", "who abstained on 12/3",
		"tally of resolution 12/3", "was 12/3 adopted unanimously", "was there a vote on resolution 12/3", "vote count on 12/3",
		"how did the vote on resolution 12/3 go", "was resolution 12/3 adopted by consensus",
	}},
	"the next session": {"should be 10, with", []string{
		"When will COP13 be held, for how long and with how many meetings?", "when is COP13", "when will the thirteenth session be held",
		"COP13", "where will COP13 take place", "How many meetings will COP13 have?", "dates of COP13",
		"when does the thirteenth session of the Conference take place", "thirteenth session of the Conference",
		"When and where will the 13th session of the Conference be held?",
	}},
	"officers of a body": {"Syrian Arab Republic", []string{
		"who were the officers of the Conference", "officers of COP12", "who was rapporteur of COP12",
		"List the officers of the twelfth session", "rapporteur of the Conference", "who was elected rapporteur at the twelfth session",
		"which officers were elected at COP12", "who was the rapporteur", "Conference officers 2024",
		"who were the officers elected at the twelfth session",
	}},
	"drafts that fell": {"discontinue negotiations", []string{
		"Which drafts were withdrawn?", "which drafts were discontinued", "Was any draft rejected at COP12?", "which proposals failed",
		"list the drafts that were not adopted", "Which draft decisions were withdrawn at the twelfth session?",
		"were any proposals rejected", "what happened to L.10", "which draft resolutions were dropped or withdrawn",
		"drafts that the Conference discontinued",
	}},
	"what was said on a draft": {"Statements were made by the representatives of the United States and Mexico", []string{
		"who took the floor on the draft about firearms", "Which States made statements after the adoption of 12/3?",
		"Did the United States speak after the adoption of resolution 12/3?", "who spoke on the firearms resolution",
		"who explained its vote on 12/3", "what was said on the floor about resolution 12/3 once it was adopted",
		"statements on the adoption of 12/3", "which delegations made a statement on resolution 12/3",
		"what followed the adoption of 12/3 on the floor", "speakers on the adoption of the firearms resolution",
	}},
	"documents before an item": {"CTOC/COP/2024/6", []string{
		"which documents were before item 4", "documents for agenda item 4", "which documents were before the Conference for item 4",
		"what documents did the Conference have before it for item 4 (international cooperation)", "documents under item 4",
		"which documents were considered under item 4", "list the documents before agenda item 4", "documents of item 4",
		"Which documents did the COP have before it under item 4?", "item 4 documents",
	}},
}

func TestEveryKindIsReadInTenWordings(t *testing.T) {
	api := journey(t)
	for kind, k := range wordings {
		assert.Len(t, k.asked, 10, kind)
		for _, question := range k.asked {
			answer, err := api.Ask(context.Background(), question)
			require.NoError(t, err, question)
			assert.Contains(t, answer.Text, k.says, "%s: %s", kind, question)
		}
	}
}

// What is not sure is refused or said to be a guess, never denied.
func TestNothingIsDeniedThatWasNotLookedFor(t *testing.T) {
	api := journey(t)
	for _, question := range []string{
		"what does 12/4 not recall", "which States were not sponsors of 12/4", "why did the Conference adopt 12/4",
		"what does resolution 12/5 recall", "when was the Organized Crime Convention adopted by a recorded vote",
		"who sponsored the treaty on tulips", "how many tulips does 12/4 recall", "what does 12/4 of the General Assembly recall",
	} {
		answer, err := api.Ask(context.Background(), question)
		require.NoError(t, err, question)
		assert.False(t, answer.Complete(), "%s: %s", question, answer.Text)
		assert.NotRegexp(t, `[{}|]`, answer.Text, "no syntax is shown: %s", question)
	}
}
