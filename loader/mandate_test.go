package loader

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

const mandateText = `Report of the Conference of the Parties to the United Nations Convention against ` +
	`Transnational Organized Crime on its twentieth session

I. Resolutions

Resolution 20/1

Keeping lighthouses lit

The Conference of the Parties to the United Nations Convention against Transnational Organized Crime,

Recalling its resolution 19/2 of 3 May 2030, in which the Conference, inter alia, endorsed the ` +
	`recommendations adopted at the second and third meetings of the Working Group on Lighthouses and urged ` +
	`States parties to keep lamps in stock,

Recalling also that the Working Group on Lighthouses was established by resolution 3/4 of the Conference, ` +
	`of 4 May 2012,

1. Endorses the recommendations adopted by the Working Group on Lighthouses at its fifth meeting, held on 7 ` +
	`and 8 March 2031, which are set out in the annex to the present resolution;

2. Urges States parties that have not yet done so to paint their towers, requests the United Nations Office ` +
	`on Drugs and Crime, subject to the availability of extrabudgetary resources, to supply paint, and ` +
	`encourages ship owners, port authorities and other donors to help;

3. Establishes an open-ended expert group on fog signals, which shall meet once a year;

4. Decides that the Chair of the expert group shall report to the Conference at its twenty-first session;

5. Emphasizes the importance of clean lenses.

Annex

Recommendations adopted by the Working Group on Lighthouses at its fifth meeting, held on 7 and 8 March 2031

The Working Group on Lighthouses adopted the following recommendations¹ for endorsement by the Conference:

Lamps

(a) States parties are urged to buy lamps. In this regard, the secretariat was requested to publish prices;

(b) As storms may harm keepers, families and villages, States should build shelters;

¹ CTOC/COP/WG.40/2031/2, paras. 3 and 4.
`

func TestMandates(t *testing.T) {
	list := edges(load(t, mandateText))
	const act = "ctoc-cop/resolution/20/1"
	const group = "body/ctoc-cop/working-group-on-lighthouses"
	for _, want := range []string{
		"ctoc-cop/resolution/19/2 endorses " + group + "/meeting/2/recommendations " + act + "#pp1",
		"ctoc-cop/resolution/19/2 endorses " + group + "/meeting/3/recommendations " + act + "#pp1",
		"ctoc-cop/resolution/19/2 urges addressee/states-parties/untoc " + act + "#pp1",
		"ctoc-cop/resolution/3/4 establishes " + group + " " + act + "#pp2",
		act + " endorses " + group + "/meeting/5/recommendations " + act + "#op1",
		act + " urges addressee/states-parties/untoc " + act + "#op2",
		act + " requests organization/unodc " + act + "#op2",
		act + " encourages addressee/ship-owners " + act + "#op2",
		act + " encourages addressee/port-authorities " + act + "#op2",
		act + " encourages addressee/donors " + act + "#op2",
		act + " establishes body/ctoc-cop/open-ended-expert-group-on-fog-signals " + act + "#op3",
		act + " decides role/ctoc-cop/chair-of-the-open-ended-expert-group-on-fog-signals " + act + "#op4",
		act + " emphasizes " + act + "#op5 " + act + "#op5",
		group + "/meeting/5/recommendations hasMember " + act + "#an1.a " + act + "#an1.a",
		group + "/meeting/5/recommendations containedIn document/CTOC/COP/WG.40/2031/2 " + act + "#fn1",
		act + "#an1.a urges addressee/states-parties/untoc " + act + "#an1.a",
		act + "#an1.a requests body/ctoc-cop/secretariat " + act + "#an1.a",
		act + "#an1.b recommends addressee/states " + act + "#an1.b",
	} {
		assert.Contains(t, list, want)
	}
	assert.NotContains(t, list, act+" endorses "+group+"/meeting/2/recommendations "+act+"#pp1")
}

func TestMandateTerms(t *testing.T) {
	terms := map[string]map[string]string{}
	for _, s := range load(t, mandateText).Document.Statements {
		terms[s.Evidence.Locator()+" "+s.Relation] = s.Qualifiers
	}
	assert.Equal(t, "that have not yet done so", terms["op2 urges"]["restriction"])
	assert.Equal(t, "subject to the availability of extrabudgetary resources", terms["op2 requests"]["condition"])
	assert.Equal(t, "ctoc-cop/resolution/20/1#op2/mandate/2", terms["op2 requests"]["mandate"])
	assert.Equal(t, "body/ctoc-cop/session/21", terms["op4 decides"]["due"])
	assert.Equal(t, "paras. 3 and 4", terms["fn1 containedIn"]["pin"])
}

func TestSampleMandates(t *testing.T) {
	r := sample(t)
	count := map[string]int{}
	for _, s := range r.Document.Statements {
		count[s.Qualifiers["rule"]]++
	}
	assert.Equal(t, 62+4, count["annex of recommendations"], "their items, and who adopted them")
	assert.Equal(t, 4, count["footnote of recommendations"])
}
