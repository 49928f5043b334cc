package loader

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// What reports of boards, commissions and conferences say of those who led them.
func TestHoldersOfOfficesAreReadBesideTheirNames(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"81. The 3rd and 5th meetings were chaired by the Chair of the Forum, Mr. Bo Berg (Fiji). In his absence the 6th meeting was presided over by a Vice-Chair, Ms. Ana Soto Vega (Chile).",
			[]string{"person/bo-berg holdsOffice role/unff/chair", "person/ana-soto-vega holdsOffice role/unff/vice-chair",
				"person/bo-berg chairs body/unff/session/36/meeting/3", "person/bo-berg chairs body/unff/session/36/meeting/5",
				"person/ana-soto-vega chairs body/unff/session/36/meeting/6"}},
		{"82. Mr. Berg having been called away, the Forum, at its 4th meeting, elected Mr. Bo Berg (Fiji) by acclamation as Rapporteur for the rest of the session.",
			[]string{"person/bo-berg holdsOffice role/unff/rapporteur"}},
		{"83. At its 1st meeting, the Forum elected Ms. Li Na as its Chair. At the same meeting, Mr. Tom Obi was elected Rapporteur.",
			[]string{"person/li-na holdsOffice role/unff/chair", "person/tom-obi holdsOffice role/unff/rapporteur"}},
		{"84. The Co-Chair, Tom Obi, thanked the speakers. The Co-Coordinators of the Subcommittee on Bamboo and Rattan, Ana Soto, Jan van den Berg and Li Na, presented their report. Ms. Soto, as Vice-Chair of the Forum, thanked them.",
			[]string{"person/tom-obi holdsOffice role/unff/co-chair", "person/ana-soto holdsOffice role/unff/co-coordinator-of-the-subcommittee-on-bamboo-and-rattan",
				"person/jan-van-den-berg holdsOffice role/unff/co-coordinator-of-the-subcommittee-on-bamboo-and-rattan",
				"person/li-na holdsOffice role/unff/co-coordinator-of-the-subcommittee-on-bamboo-and-rattan", "person/ana-soto holdsOffice role/unff/vice-chair"}},
		{"85. The President of the Council, Ana Soto (Chile), and the Chair of the African Union Commission, Bo Berg, addressed the Forum.",
			[]string{"person/ana-soto holdsOffice role/ecosoc/president"}},
		{"86. The Working Group on Mangroves was co-chaired by Bo Berg (Fiji) and Ana Soto (Chile). The Committee of the Whole was chaired by Tom Obi, Vice-Chair.",
			[]string{"person/bo-berg chairs body/unff/working-group-on-mangroves", "person/ana-soto chairs body/unff/working-group-on-mangroves",
				"person/tom-obi chairs body/unff/committee-of-the-whole"}},
		{"87. Round table 1, on peat, was co-chaired by Ana Soto (Chile) and Bo Berg (Fiji); round table 2 by the Minister for Forests of Ghana, Tom Obi.",
			[]string{"person/ana-soto chairs body/unff/session/36", "person/bo-berg chairs body/unff/session/36", "person/tom-obi chairs body/unff/session/36"}},
		{"88. Saskia van Rossum (Netherlands (Kingdom of the)), Vice-Chair, spoke.\n\n89. At the 7th meeting, Ms. van Rossum took the Chair. Ms. Rossum presided at the 8th meeting.",
			[]string{"person/saskia-van-rossum holdsOffice role/unff/vice-chair", "person/saskia-van-rossum chairs body/unff/session/36/meeting/7",
				"person/saskia-van-rossum chairs body/unff/session/36/meeting/8"}},
		{"90. The officers of the Bureau were:\n\n        Chair                Ana Soto Vega    (Chile)\n        Vice-Chairs          Bo Berg          (Fiji)\n                             Tom Obi          (Ghana)\n        Vice-Chair and Rapporteur   Li Na     (Nepal)",
			[]string{"person/ana-soto-vega holdsOffice role/unff/chair", "person/bo-berg holdsOffice role/unff/vice-chair", "person/tom-obi holdsOffice role/unff/vice-chair",
				"person/li-na holdsOffice role/unff/vice-chair", "person/li-na holdsOffice role/unff/rapporteur"}},
		{"91. The Forum elected the following officers:\n\n(a) Chair: Ms. Ana Soto (Chile);\n\n(b) Vice-Chairs: Mr. Bo Berg (Fiji) and Mr. Tom Obi (Ghana);\n\n(c) Rapporteur: Ms. Li Na (Nepal).",
			[]string{"person/ana-soto holdsOffice role/unff/chair", "person/bo-berg holdsOffice role/unff/vice-chair", "person/tom-obi holdsOffice role/unff/vice-chair",
				"person/li-na holdsOffice role/unff/rapporteur"}},
		{"92. The following members of the Bureau were elected by acclamation:\n\nAna Soto (Chile), Chair\n\nBo Berg (Fiji) – Vice-Chair\n\nTom Obi (Ghana), Rapporteur",
			[]string{"person/ana-soto holdsOffice role/unff/chair", "person/bo-berg holdsOffice role/unff/vice-chair", "person/tom-obi holdsOffice role/unff/rapporteur"}},
		{"93. The officers of the session were:\n\nOffice        Name          State\n\nChair         Ana Soto      Chile\n\nVice-Chair    Bo Berg       Fiji\n\nRapporteur    Tom Obi       Ghana",
			[]string{"person/ana-soto holdsOffice role/unff/chair", "person/bo-berg holdsOffice role/unff/vice-chair", "person/tom-obi holdsOffice role/unff/rapporteur"}},
		{"94. The Forum elected the following officers by acclamation: Chair: Ana Soto (Chile); Vice-Chairs: Bo Berg (Fiji), Tom Obi (Ghana); and Rapporteur: Li Na (Nepal).",
			[]string{"person/ana-soto holdsOffice role/unff/chair", "person/bo-berg holdsOffice role/unff/vice-chair", "person/tom-obi holdsOffice role/unff/vice-chair",
				"person/li-na holdsOffice role/unff/rapporteur"}},
		{"95. Mr. Bo Berg (Fiji) served as Chair and Ms. Ana Soto (Chile) served as Vice-Chair of the Forum.",
			[]string{"person/bo-berg holdsOffice role/unff/chair", "person/ana-soto holdsOffice role/unff/vice-chair"}},
		{"96. The Forum elected Ms. Ana Soto of Chile as Chair, and Mr. Bo Berg of Fiji and Mr. Tom Obi of Ghana as Vice-Chairs.",
			[]string{"person/ana-soto holdsOffice role/unff/chair", "person/bo-berg holdsOffice role/unff/vice-chair", "person/tom-obi holdsOffice role/unff/vice-chair"}},
		{"97. The 9th meeting was held under the chairmanship of Mr. Bo Berg (Fiji), Vice-Chair of the Forum.",
			[]string{"person/bo-berg holdsOffice role/unff/vice-chair", "person/bo-berg chairs body/unff/session/36/meeting/9"}},
		{"98. An expert panel on peat was held, with Ana Soto (Chile) as moderator. The panel discussion at the 4th meeting was moderated by Ms. Li Na, Director of the Institute of Trees, and facilitated by Mr. Tom Obi.",
			[]string{"person/li-na chairs body/unff/session/36/meeting/4", "person/tom-obi chairs body/unff/session/36/meeting/4"}},
		{"98. The Group of Asia-Pacific States nominated Ms. Ana Soto (Nepal) in his place, and she was elected Vice-Chair. The Committee on Bamboo, which met on 3 May, was chaired by Mr. Bo Berg (Fiji).",
			[]string{"person/ana-soto holdsOffice role/unff/vice-chair", "person/bo-berg chairs body/unff/committee-on-bamboo"}},
		{"98. The following officers were elected:\n\n        Chair:         Ms. Li Na (Nepal)\n        Vice-Chairs:   Mr. Bo Berg (Fiji), Ms. Ana Soto (Chile),\n                       Mr. Tom Obi (Saint Vincent and the Grenadines) and\n                       Ms. Eva Lund (Norway)",
			[]string{"person/li-na holdsOffice role/unff/chair", "person/bo-berg holdsOffice role/unff/vice-chair", "person/ana-soto holdsOffice role/unff/vice-chair",
				"person/tom-obi holdsOffice role/unff/vice-chair", "person/eva-lund holdsOffice role/unff/vice-chair"}},
		{"99. The Commission established a Working Group on the matter and appointed Mr. Bo Berg as its Chair. Tribute was paid to the Working Group and its Chair, Mr. Bo Berg.", nil},
	} {
		assert.ElementsMatch(t, c.want, toldOf(t, forestHead+c.text, "holdsOffice", "chairs"), c.text)
	}
}

// A committee whose paper it is stands below the organ in the masthead, on several lines.
func TestACommitteeBelowItsOrganIsTheOneWhoseOfficersItsMastheadNames(t *testing.T) {
	text := "United Nations\n\nGeneral Assembly\n\nA/AC.333/2041/L.6\nDistr.: Limited\n21 February 2041\nOriginal: English\n\n" +
		"Special Committee on the Harbours of the\nOuter Isles and on the Strengthening\nof the Role of the Pilots\nNew York, 18–26 February 2041\n\n" +
		"Draft report\nRapporteur: Ms. Ana Soto (Chile)\n\nIII. Harbours\n1.\nThe Special Committee considered the question at its 312th meeting, on 18 February 2041.\n"
	const committee = "ga/special-committee-on-the-harbours-of-the-outer-isles-and-on-the-strengthening-of-the-role-of-the-pilots"
	assert.Equal(t, []string{"person/ana-soto holdsOffice role/" + committee + "/rapporteur"}, toldOf(t, text, "holdsOffice"))
}
