package loader

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"mandategraph/graph/names"
	"mandategraph/loader/cite"
	"mandategraph/loader/text"
	"mandategraph/loader/tree"
)

// namedIn lists the bodies, operations, organizations and treaties that a sentence
// of the General Assembly names.
func namedIn(t *testing.T, sentence string) (ids []string) {
	for _, b := range tree.FindBodies(sentence) {
		ids = append(ids, "body/"+b.Code)
	}
	for _, b := range cite.Subsidiaries(text.Text{S: sentence}, "ga") {
		ids = append(ids, b.ID)
	}
	for _, h := range names.OrganizationFinder().Find(sentence) {
		if h.Actor.ID != "organization/un" { // in the names of others
			ids = append(ids, h.Actor.ID)
		}
	}
	for _, edge := range edgesOf(t, "A/RES/97/1\n\nThe General Assembly,\n\n1. "+sentence+"\n") {
		if relation, object, _ := strings.Cut(edge, " "); strings.HasPrefix(object, "treaty/") && relation != "" {
			ids = append(ids, object)
		}
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

func TestSentencesNameBodiesOrganizationsAndTreaties(t *testing.T) {
	for sentence, want := range map[string]string{
		"Notes that the General Conference of the United Nations Educational, Scientific and Cultural Organization met in Paris": "body/unesco-gc organization/unesco",
		"Welcomes the outcome of the UNESCO Executive Board":                                                                     "body/unesco-eb organization/unesco",
		"Takes note of what the Governing Body of the International Labour Office decided":                                       "body/ilo-gb organization/ilo",
		"Welcomes the action of the ICAO Assembly":                                                                               "body/icao-assembly organization/icao",
		"Recalls that the World Meteorological Congress sat in June":                                                             "body/wmo-congress",
		"Commends the Board of Governors of the International Atomic Energy Agency":                                              "body/iaea-bog organization/iaea",
		"Thanks the Assembly of the International Seabed Authority":                                                              "body/isa-assembly organization/isa",
		"Thanks the Executive Board of the United Nations Children’s Fund":                                                       "body/unicef-eb organization/unicef",
		"Thanks the UNDP/UNFPA/UNOPS Executive Board":                                                                            "body/undp-eb",
		"Notes the plans of the UN-Habitat Assembly":                                                                             "body/un-habitat-assembly organization/un-habitat",
		"Invites the Human Rights Committee to meet in Nauru":                                                                    "body/ccpr",
		"Invites the Committee on the Rights of the Child to meet twice":                                                         "body/crc",
		"Notes the session of the Conference of the Parties to the United Nations Convention to Combat Desertification":          "body/unccd-cop",
		"Notes the work of the Meeting of the Parties to the Aarhus Convention":                                                  "body/aarhus-mop",
		"Thanks the Conference of States Parties to the Arms Trade Treaty":                                                       "body/att-csp",
		"Greets the Peace and Security Council of the African Union":                                                             "body/au-psc organization/african-union",
		"Thanks the General Assembly of the Organization of American States":                                                     "body/oas-ga organization/organization-of-american-states",
		"Commends the personnel of UNIFIL and of UNTSO":                                                                          "body/unifil body/untso",
		"Commends the United Nations Mission in the Central African Republic and Chad":                                           "body/minurcat",
		"Thanks the International Criminal Tribunal for the former Yugoslavia":                                                   "body/icty",
		"Notes the list of the 1540 Committee":                                                                                   "body/sc/1540-committee",
		"Notes the list of the Committee established pursuant to resolution 2653 (2022) concerning Haiti":                        "body/sc/2653-committee",
		"Refers it to the Third Committee":                                                                                       "body/ga/third-committee",
		"Refers it to the Committee on Information and Communications Technology":                                                "body/ga/committee-on-information",
		"Thanks the Economic Community of West African States (ECOWAS)":                                                          "organization/ecowas",
		"Thanks the North Atlantic Treaty Organization":                                                                          "organization/nato",
		"Thanks the Western and Central Pacific Fisheries Commission":                                                            "organization/wcpfc",
		"Notes the treaty called Convention on the Law of the Non-navigational Uses of International Watercourses":               "treaty/watercourses-convention",
		"Calls attention to article 49 of the Fourth Geneva Convention":                                                          "treaty/fourth-geneva-convention/article/49",
		"Notes the Kigali Amendment":                                                                                             "treaty/kigali-amendment",
		"Notes the Worst Forms of Child Labour Convention, 1999 (No. 182)":                                                       "treaty/worst-forms-of-child-labour-convention",
		"Notes the Treaty of Pelindaba and the Escazú Agreement":                                                                 "treaty/escazu-agreement treaty/treaty-of-pelindaba",
	} {
		assert.Equal(t, want, strings.Join(namedIn(t, sentence), " "), sentence)
	}
}

// A body of one name in another body is not the one of the tables.
func TestOnlyTextsOfItsParentMeanACommonName(t *testing.T) {
	assert.Empty(t, cite.Subsidiaries(text.Text{S: "the Third Committee met"}, "upu-congress"))
	assert.Len(t, cite.Subsidiaries(text.Text{S: "the Third Committee of the General Assembly met"}, "ga"), 1)
}
