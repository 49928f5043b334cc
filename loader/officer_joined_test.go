package loader

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// Reports join a person and an office by many verbs, in either order, with and without the
// State, and tell the same of those who led meetings and groups.
func TestPersonsAndOfficesAreJoinedInAnyOrder(t *testing.T) {
	const forum = "role/unff/"
	for _, c := range []struct {
		text string
		want []string
	}{
		{"20. Mr. Bo Berg (Fiji) had served as Chair until he left the Forum. Ms. Ana Soto (Chile) acted as Vice-Chair in his stead.",
			[]string{"person/bo-berg holdsOffice " + forum + "chair", "person/ana-soto holdsOffice " + forum + "vice-chair"}},
		{"21. Elected as Vice-Chairs were Mr. Tom Obi (Ghana) and Ms. Li Na (Nepal). The office of Rapporteur went to Mr. Jan Vos (Belgium).",
			[]string{"person/tom-obi holdsOffice " + forum + "vice-chair", "person/li-na holdsOffice " + forum + "vice-chair",
				"person/jan-vos holdsOffice " + forum + "rapporteur"}},
		{"22. The Forum re-elected Ms. Ana Soto as its Chair and Mr. Bo Berg as Rapporteur. Ms. Li Na (Nepal) took over as Chair on 13 May.",
			[]string{"person/ana-soto holdsOffice " + forum + "chair", "person/bo-berg holdsOffice " + forum + "rapporteur",
				"person/li-na holdsOffice " + forum + "chair"}},
		{"23. The African States nominated Mr. Tom Obi (Ghana), who was elected Second Vice-Chair by acclamation.",
			[]string{"person/tom-obi holdsOffice " + forum + "second-vice-chair"}},
		{"24. Mr. Bo Berg (Fiji) and Ms. Ana Soto (Chile) were elected Chair and Rapporteur, respectively.",
			[]string{"person/bo-berg holdsOffice " + forum + "chair", "person/ana-soto holdsOffice " + forum + "rapporteur"}},
		{"25. The Bureau included Mr. Bo Berg, Ambassador of Fiji, as Chair, and H.E. Ms. Ana Soto (Chile) as Vice Chair.",
			[]string{"person/bo-berg holdsOffice " + forum + "chair", "person/ana-soto holdsOffice " + forum + "vice-chair"}},
		{"26. Mr. Bo Berg (Fiji), Vice-Chair, spoke.\n\n27. At its 2nd meeting, Mr. Berg was in the chair. The 3rd meeting was held under the " +
			"chairmanship of Mr. Berg. The 5th meeting was held, with Mr. Berg presiding.",
			[]string{"person/bo-berg holdsOffice " + forum + "vice-chair", "person/bo-berg chairs body/unff/session/36/meeting/2",
				"person/bo-berg chairs body/unff/session/36/meeting/3", "person/bo-berg chairs body/unff/session/36/meeting/5"}},
		{"28. The Committee of the Whole, which had Ms. Ana Soto (Chile) as its Chair, met twice.",
			[]string{"person/ana-soto chairs body/unff/committee-of-the-whole"}},
		{"29. The Forum appointed Professor Jan Vos (Belgium) as Chair of the Advisory Committee on Seeds.",
			[]string{"person/jan-vos chairs body/unff/advisory-committee-on-seeds"}},
		{"30. The meeting of the Subcommission on Seeds had Ms. Ana Soto (Chile) serving as Vice-Chair.",
			[]string{"person/ana-soto holdsOffice " + forum + "vice-chair-of-the-subcommission-on-seeds"}},
		// nobody's office, or that of somebody else
		{"31. In the absence of the Chair, Ms. Ana Soto spoke. The previous Special Rapporteurs, Mr. Bo Berg and Ms. Li Na, attended.", nil},
		{"32. Mr. Bo Berg (Fiji), first proposed as Rapporteur, was unable to attend. The Chair of the Plant Treaty Board, Mr. Tom Obi, spoke.", nil},
		{"33. Alternate to Vice-Chair: Mr. Bo Berg (Fiji) for the first half of the term.", nil},
	} {
		assert.ElementsMatch(t, c.want, toldOf(t, forestHead+c.text, "holdsOffice", "chairs"), c.text)
	}
}
