package layout

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"mandategraph/schema"
)

// harbours are decisions and a report about a harbour mechanism that nobody has heard of.
func harbours(t *testing.T) *schema.API {
	t.Helper()
	return ferries(t, harbourTexts...)
}

var harbourTexts = []string{
	harbourDecision("A/RES/91/40", "3 December 2036", "Skerry Pilotage Mechanism", `
1. Establishes the Skerry Pilotage Mechanism (SPM), to be served by the secretariat;

2. Requests the Secretary-General to set up a register of pilots within forty-five days;
`), harbourDecision("A/RES/93/12", "9 December 2038", "Skerry Pilotage Mechanism", `
1. Welcomes the first report of the Skerry Pilotage Mechanism;

2. Decides that fees may be paid in kind;
`), harbourDecision("A/RES/95/77", "1 December 2040", "Review of the Skerry Pilotage Mechanism", `
1. Decides to continue the Skerry Pilotage Mechanism for four years;
`), `A/95/44

United Nations

General Assembly

Official Records
Ninety-fifth Session
Supplement No. 44

Report of the Committee on Pilotage on its fourth session, held in Lerwick from 2 to 5 June 2040

I. Organizational matters

1. The Committee had before it a note by the Secretariat.

II. Quorum

2. At least one third of those entitled to take part shall be present before a sitting is opened.

III. Other matters

3. The Committee took no action under this item.
`}

func harbourDecision(symbol, date, title, operative string) string {
	number := strings.TrimPrefix(symbol, "A/RES/")
	return symbol + "\n\nUnited Nations\n\nGeneral Assembly\n\nDistr.: General\n" + date + "\n\nResolution adopted by the General Assembly on " +
		date + "\n\n" + number + ". " + title + "\n\nThe General Assembly,\n\nMindful of the tides,\n" + operative
}

// first is the place of the best passage of an answer, and where others stand in it.
func first(t *testing.T, api *schema.API, question string) string {
	t.Helper()
	a := told(t, api, question)
	if len(a.Passages) == 0 {
		return a.Text
	}
	return a.Passages[0].Text
}

// What a question calls by an acronym, by figures or by a heading is found where texts
// write it out.
func TestPassagesAreFoundByOtherWords(t *testing.T) {
	api := harbours(t)
	assert.Contains(t, first(t, api, "what was said about the fees of the SPM"), "paid in kind", "an acronym that another text defines")
	assert.Contains(t, first(t, api, "what must be kept within 45 days"), "forty-five days", "figures for letters")
	assert.Contains(t, first(t, api, "what is the quorum of the Committee on Pilotage"), "one third", "a heading")
}

// The title of a report says where and when a session was held.
func TestTheTitleOfAReportIsShownWhole(t *testing.T) {
	api := harbours(t)
	for _, question := range []string{"which note had the Committee on Pilotage before it", "what did the Committee on Pilotage say about action"} {
		assert.Contains(t, strings.Join(strings.Fields(told(t, api, question).Text), " "), "held in Lerwick from 2 to 5 June 2040", question)
	}
}

// Where an answer leaves words of its question out, the paragraphs that have them follow it.
func TestEvidenceStandsBesideWhatIsNotAnswered(t *testing.T) {
	api := harbours(t)
	const lead = "Nearest words to the whole question"
	left := told(t, api, "which note had the Committee on Pilotage before it").Text
	assert.Contains(t, left, lead, "nothing was read of it")
	assert.Contains(t, left, "by the Secretariat")
	assert.NotContains(t, told(t, api, "what does 91/40 request").Text, lead, "all words are used")
	assert.NotContains(t, told(t, api, "what does 91/40 not recall").Text, lead, "it has no words to look for")
}

// What stands under the title of an act answers about what the title names.
func TestAHeadAnswersAboutItsTitle(t *testing.T) {
	api := ferries(t, `FCCC/CP/2041/9/Add.1

Conference of the Parties

Report of the Conference of the Parties on its thirty-sixth session, held in Apia from 3 to 14 December 2041

Addendum

Decisions adopted by the Conference of the Parties

Resolution 1/CP.36

Expression of gratitude to the harbour masters of Apia

Draft resolution submitted by Uruguay

The Conference of the Parties,

Having met in Apia from 3 to 14 December 2041,

1. Expresses its gratitude to the harbour masters of Apia.
`)
	assert.Contains(t, told(t, api, "which country submitted the gratitude to the harbour masters").Text, "submitted by Uruguay")
}

// A report that came out in the next year tells of the session of the year that is asked
// about.
func TestAReportTellsOfTheYearOfItsSession(t *testing.T) {
	api := ferries(t, `A/96/51

United Nations

General Assembly

Distr.: General
7 February 2042

Report of the Committee on Lightships on its ninth session, held in Nuku'alofa from 1 to 8 December 2041

I. Organizational matters

1. The session was opened by the Chair, Ms. Ana Vea (Tonga).

2. The Committee considered the towing of lightships.
`)
	assert.Contains(t, told(t, api, "who opened the session on lightships in Nuku'alofa in 2041").Text, "Ana Vea")
}
