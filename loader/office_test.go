package loader

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// toldOf are the statements of a text by some relations, as "subject relation object".
func toldOf(t *testing.T, text string, relations ...string) (list []string) {
	t.Helper()
	for _, s := range load(t, text).Document.Statements {
		for _, r := range relations {
			if s.Relation == r {
				list = append(list, s.Subject+" "+r+" "+s.Object)
			}
		}
	}
	return list
}

const forestHead = `E/2041/42-E/CN.18/2041/9

Economic and Social Council
Official Records
2041
Supplement No. 22

United Nations Forum on Forests

Report on the thirty-sixth session
(3 June 2040 and 5 to 9 May 2041)

Chapter III
Organization of the session

`

func TestOfficesAreReadInTheWaysOfReports(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"81. At the 2nd meeting, the Chair of the thirty-sixth session, Eva Lund (Norway), opened the session.",
			[]string{"person/eva-lund holdsOffice role/unff/chair"}},
		{"82. At the same meeting, the President of the Council, Bo Berg (Canada), addressed the Forum.",
			[]string{"person/bo-berg holdsOffice role/ecosoc/president"}},
		{"82. At the 2nd meeting, the President of the General Assembly, Cy Dunn, addressed the Forum.",
			[]string{"person/cy-dunn holdsOffice role/ga/president"}},
		{"83. At its 2nd meeting, the Forum designated Ana Soto (Chile) to serve concurrently as Rapporteur of the session.",
			[]string{"person/ana-soto holdsOffice role/unff/rapporteur"}},
		{"84. The Chair announced that the Vice-Chair Ana Soto (Chile) would serve as Rapporteur.",
			[]string{"person/ana-soto holdsOffice role/unff/vice-chair", "person/ana-soto holdsOffice role/unff/rapporteur"}},
		{"85. In the absence of the Chair, Vice-Chair Ana Soto (Chile) presided over the 3rd and 4th meetings.",
			[]string{"person/ana-soto holdsOffice role/unff/vice-chair", "person/ana-soto chairs body/unff/session/36/meeting/3",
				"person/ana-soto chairs body/unff/session/36/meeting/4"}},
		{"86. The Vice-Chairs were elected from the following groups: (a) African States: H.E. Mr. Tom Obi, Ambassador and " +
			"Permanent Representative of Ghana to the United Nations; (b) Asia-Pacific States: Ms. Li Na, Permanent Representative of Nepal to the United Nations.",
			[]string{"person/tom-obi holdsOffice role/unff/vice-chair", "person/li-na holdsOffice role/unff/vice-chair"}},
		{"87. The Ambassador and Permanent Representative of Norway to the United Nations, H.E. Ms. Eva Lund (representing Western " +
			"European and Other States), was elected Chair.", []string{"person/eva-lund holdsOffice role/unff/chair"}},
		{"88. The Forum elected its officers:\n\nChair:\nEva Lund (Norway)\nVice-Chairs:\nBo Berg (Canada) 4\nAna Soto (Chile)\n",
			[]string{"person/eva-lund holdsOffice role/unff/chair", "person/bo-berg holdsOffice role/unff/vice-chair", "person/ana-soto holdsOffice role/unff/vice-chair"}},
		{"89. The Drafting Group on forest fires was constituted, composed of the following members: Mr. Bo Berg (Co-Chair), " +
			"Ms. Ana Soto (Co-Chair), Mr. Cy Dunn.", []string{"person/bo-berg chairs body/unff/drafting-group-on-forest-fires",
			"person/ana-soto chairs body/unff/drafting-group-on-forest-fires"}},
		{"90. The Forum established a Committee of the Whole, chaired by Ms. Ana Soto. Mr. Bo Berg was elected Chair of the Credentials Committee.",
			[]string{"person/ana-soto chairs body/unff/committee-of-the-whole", "person/bo-berg chairs body/unff/credentials-committee"}},
		{"90. At its 2nd meeting, the Forum elected Eva Lund (Norway) Chair.\n\n91. The panel on fires was moderated by Bo Berg, Institute of Fires.",
			[]string{"person/eva-lund holdsOffice role/unff/chair", "person/bo-berg chairs body/unff/session/36"}},
	} {
		assert.ElementsMatch(t, c.want, toldOf(t, forestHead+c.text+"\n", "holdsOffice", "chairs"), c.text)
	}
}

func TestADeclarationIsSubmittedByAnOfficer(t *testing.T) {
	const draft = "E/2041/L.16\n\nUnited Nations\n\nEconomic and Social Council\n\nDistr.: Limited\n17 July 2041\n\nOriginal: English\n\n" +
		"2041 session\nAgenda item 5\nHigh-level segment\n\nDraft ministerial declaration of the high-level segment of the 2041 session of the\n" +
		"Economic and Social Council, submitted by the\nVice President of the Council, Bo Berg (Canada)\n\nLakes and forests\n\n" +
		"We, the ministers,\n\n1. Resolve to plant trees.\n"
	assert.ElementsMatch(t, []string{"role/ecosoc/vice-president submits document/E/2041/L.16", "person/bo-berg holdsOffice role/ecosoc/vice-president"},
		toldOf(t, draft, "submits", "holdsOffice"))
}

func TestSpeakersSpeakOnTheItemThatIsNamedWhereTheySpeak(t *testing.T) {
	const chapter = "E/2041/25-E/CN.9/2041/8\n\nCommission on Population and Development\n\nReport on the seventy-fourth session\n(5 to 9 April 2041)\n\nChapter III\nDebate\n\n"
	assert.Equal(t, []string{"state/chl speaksOn body/cpd/session/74/agenda/9", "state/fji speaksOn body/cpd/session/74/agenda/9"},
		toldOf(t, chapter+"8. At its 1st to 4th meetings, the Commission held a general exchange of views (agenda item 9). The representatives of Chile and Fiji took the floor.\n", "speaksOn"))
	assert.Equal(t, []string{"state/can speaksOn body/cpd/session/74/meeting/5"},
		toldOf(t, chapter+"8. At the 5th meeting, the representative of Canada explained her vote.\n", "speaksOn"))
	const committee = "A/91/455\n\nUnited Nations\nGeneral Assembly\n\nDistr.: General\n4 December 2036\nOriginal: English\n\nNinety-first session\nAgenda item 71 (b)\n" +
		"Lakes and forests\n\nReport of the Third Committee\n\nI. Introduction\n\n3. At the 18th meeting, the representatives of Chile and Mali took the floor.\n"
	assert.Equal(t, []string{"state/chl speaksOn body/ga/session/91/agenda/71(b)", "state/mli speaksOn body/ga/session/91/agenda/71(b)"},
		toldOf(t, committee, "speaksOn"))
}
