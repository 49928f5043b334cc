package loader

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

const addresseeText = `Report of the Conference of the Parties to the United Nations Convention against ` +
	`Transnational Organized Crime on its twentieth session

I. Resolutions

Resolution 20/1

Keeping lighthouses lit

The Conference of the Parties to the United Nations Convention against Transnational Organized Crime,

Welcoming the work of the Working Group on Lighthouses and of the Special Rapporteur on the right to light ` +
	`and darkness,

1. Endorses the recommendations adopted by the Working Group on Lighthouses at its fifth meeting, held on 7 ` +
	`and 8 March 2031,¹ as set out in the annex to the present resolution;

2. Requests the Working Group to count lamps, and encourages the Special Rapporteur to help it;

3. Also requests the interim lampist and the secretariat to publish the count;

4. Takes note of the report of the Secretary-General, and requests him, in line with resolution 19/1, to go on;

5. Invites voluntary contributions to the lamp fund;

6. Decides that the Working Group on Lighthouses shall be convened in 2032;

7. Decides that all States shall, for a year, keep lamps in stock;

8. Calls upon all Governments which have towers to paint them;

9. Demands that all States put out fires;

10. Invites the European Union and the League of Arab States to lend ladders.

Annex

Recommendations adopted by the Working Group on Lighthouses at its fifth meeting, held on 7 and 8 March 2031

(a) The Conference may wish to buy lamps;

¹ CTOC/COP/WG.40/2031/2, sect. IV; see also CTOC/COP/2031/1.

II. Proceedings

2. At its 1st meeting, the Conference elected Ada Berg (Norway) President and Max Frei (Sweden) and Eva ` +
	`Lund (Peru) Vice-Presidents by acclamation.
`

func TestAddresseesByOtherNames(t *testing.T) {
	r := load(t, addresseeText)
	list := edges(r)
	const act = "ctoc-cop/resolution/20/1"
	const group = "body/ctoc-cop/working-group-on-lighthouses"
	for _, want := range []string{
		act + " requests " + group + " " + act + "#op2",
		act + " encourages role/ctoc-cop/special-rapporteur-on-the-right-to-light-and-darkness " + act + "#op2",
		act + " requests body/ctoc-cop/secretariat " + act + "#op3",
		act + " requests role/un/secretary-general " + act + "#op4",
		act + " invites " + act + "#op5 " + act + "#op5",
		act + " decides " + act + "#op6 " + act + "#op6",
		act + " decides addressee/states " + act + "#op7",
		act + " callsUpon addressee/governments " + act + "#op8",
		act + " demands addressee/states " + act + "#op9",
		act + " invites group/european-union " + act + "#op10",
		act + " invites organization/league-of-arab-states " + act + "#op10",
		group + "/meeting/5/recommendations containedIn document/CTOC/COP/WG.40/2031/2 " + act + "#fn1",
		act + "#an1.a recommends body/ctoc-cop " + act + "#an1.a",
	} {
		assert.Contains(t, list, want)
	}
	for _, s := range r.Document.Statements {
		switch s.Subject + " " + s.Relation {
		case act + " callsUpon":
			assert.Equal(t, "which have towers", s.Qualifiers["restriction"])
		case "person/max-frei holdsOffice", "person/eva-lund holdsOffice":
			assert.Equal(t, "role/ctoc-cop/vice-president", s.Object)
		}
	}
	assert.Contains(t, list, "person/max-frei holdsOffice role/ctoc-cop/vice-president "+r.Document.ID+"#2")
}
