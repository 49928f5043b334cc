package loader

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// Dates of acts that a scan has damaged, or that stand on a line of their own.
func TestDatesOfActsAsTheyArePrinted(t *testing.T) {
	const body = "\n\nThe Security Council,\n\n1. Calls upon all parties to keep the channel open.\n\n"
	for name, c := range map[string]struct{ text, date, year, meeting string }{
		"the day on a line of its own": {
			text: "RESOLUTION 742 (1992)\n\nAdopted by the Security Council at its 3061st meeting,\n\non 14 April 1992" + body,
			date: "1992-04-14", meeting: "3061",
		},
		"a day that is lost": {
			text: "RESOLUTION 742 (1992)\n\nAdopted by the Security Council at its 3061st meeting, on April 1992" + body,
			date: "1992-04", meeting: "3061",
		},
		"a damaged day":  {text: "Resolution 529 (1983)\nof 1g March 1983" + body, date: "1983-03"},
		"a damaged word": {text: "Resolution 529 (1983)\n0f 18 March 1983" + body, date: "1983-03-18"},
		"no date":        {text: "Resolution 529 (1983)" + body, year: "1983"},
		"a damaged closing": {
			text: "Resolution 529 (1983)\nof 18 March 1983" + body + "Adepted unanimously af the\n2422nd meeting.\n",
			date: "1983-03-18",
		},
		"a preposition damaged in the closing": {
			text: "Resolution 529 (1983)\nof 18 March 1983" + body + "Adopted ai the 2422nd meeting by 14 votes to none.\n",
			date: "1983-03-18", meeting: "2422",
		},
		"a preposition lost from the closing": {
			text: "Resolution 529 (1983)\nof 18 March 1983" + body + "Adopted the 2422nd meeting.\n",
			date: "1983-03-18", meeting: "2422",
		},
	} {
		r := load(t, c.text)
		facts := map[string]string{}
		for _, f := range r.Document.Facts {
			if f.Subject == "sc/resolution/742" || f.Subject == "sc/resolution/529" {
				facts[f.Property] = f.Value
			}
		}
		assert.Equal(t, c.date, facts["adoptedOn"], name)
		assert.Equal(t, c.year, facts["date"], name)
		assert.Empty(t, facts["title"], name)
		meeting := ""
		for _, s := range r.Document.Statements {
			if s.Relation == "adoptedAt" {
				meeting = s.Object
			}
		}
		if c.meeting != "" {
			assert.Equal(t, "body/sc/meeting/"+c.meeting, meeting, name)
		}
	}
}

func TestChaptersOfAnotherPaperStandInAnAnnex(t *testing.T) {
	r := load(t, `FCCC/CP/2031/10/Add.1
Distr.: General
19 March 2032

Conference of the Parties

Report of the Conference of the Parties on its thirty-sixth session, held in Suva from 29 December 2030 to 14 January 2031

Addendum

Part two: Action taken by the Conference of the Parties at its thirty-sixth session

Decisions adopted by the Conference of the Parties

Decision 4/CP.36

Report of the committee on seaweed

The Conference of the Parties,

1. Takes note of the recommendations contained in the annex;

Annex

Recommendations of the committee

Chapter I (methods)

(a) Invite Parties to count the meadows of seaweed;

Chapter II (results)

(b) Encourage Parties to publish what they count.

7th plenary meeting

13 January 2031

Decision 5/CP.36

Lights of the harbour

The Conference of the Parties,

1. Takes note of the lights.
`)
	facts := map[string]string{}
	for _, f := range r.Document.Facts {
		facts[f.Subject+" "+f.Property] = f.Value
	}
	assert.Equal(t, "2031-01-13", facts["unfccc-cop/decision/4/CP.36 adoptedOn"])
	assert.Equal(t, "unfccc-cop/decision/4/CP.36", facts["unfccc-cop/decision/4/CP.36#an1.b partOf"])
	assert.Equal(t, "2031", facts["unfccc-cop/decision/5/CP.36 date"], "the year of the session, not of printing")
}

// Regional commissions print their job numbers without a point behind the letter.
func TestJobNumbersOfRegionalCommissionsAreNoText(t *testing.T) {
	const foot = "\n\nB41-00217\n\n"
	r := load(t, "United Nations\nE/2041/51\nEconomic and Social Council\nDistr.: General\n8 May 2041\n\n"+
		"Report of the commission on harbours"+foot+"E/2041/51\n\n1. The commission elected the following Vice-Chairs:\nMr. Ivo Example (Fiji)"+
		foot+"E/2041/51\n\nMs. Ada Sample (Nepal)\n\n2. The session was closed.\n")
	for _, f := range r.Document.Facts {
		if f.Property == "text" {
			assert.NotContains(t, f.Value, "B41-00217")
		}
	}
}
