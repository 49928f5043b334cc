package names

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"mandategraph/graph"
)

func TestTheActThatFoundedAnOperationIsOneOfItsBody(t *testing.T) {
	founded := 0
	for _, o := range Default().Operations {
		if o.From > 0 && o.To > 0 {
			assert.LessOrEqual(t, o.From, o.To, o.Code)
		}
		if o.Founded == "" {
			continue
		}
		founded++
		body, kind, number, ok := graph.SplitActID(o.Founded)
		assert.True(t, ok, o.Founded)
		_, known := BodyByCode(body)
		assert.True(t, known && CanNumber(body, kind, number), "%s: %s", o.Code, o.Founded)
	}
	assert.Greater(t, founded, 100)
}

func TestIDsOfOperations(t *testing.T) {
	byCode := map[string]Operation{}
	for _, o := range Default().Operations {
		byCode[o.Code] = o
	}
	for code, want := range map[string]string{
		"unifil": "body/unifil", "icty": "body/icty", "unavem-ii": "body/unavem-ii", "amisom": "body/amisom",
		"1540-committee": "body/sc/1540-committee", "committee-on-contributions": "body/ga/committee-on-contributions",
		"standing-committee-on-finance": "body/unfccc-cop/standing-committee-on-finance", "bureau": "body/cnd/bureau",
	} {
		assert.Equal(t, want, byCode[code].ID("cnd"), code)
	}
	ids := map[string]string{}
	for _, o := range Default().Operations {
		id := o.ID("")
		assert.Empty(t, ids[id], "%s and %s are both %s", o.Code, ids[id], id)
		ids[id] = o.Code
		if _, taken := BodyByCode(o.Code); taken {
			assert.False(t, o.Acronym != "", "body/%s is a body's own id", o.Code)
		}
	}
}

// What is a word, or stands for several things, is no name in a running text.
func TestAcronymsThatAreWordsOrStandForSeveralThings(t *testing.T) {
	for text, want := range map[string]string{
		"Who shall pay, WHO asked":                          "who",
		"the ICC and the International Chamber of Commerce": "international-chamber-of-commerce",
		"the SCO and the ISA met the IDA":                   "",
		"Amis de la Terre and Unicef":                       "unicef",
		"ADB, EIB, the OAS and MERCOSUR":                    "mercosur",
	} {
		var found string
		for _, h := range OrganizationFinder().Find(text) {
			found += h.Actor.Code
		}
		assert.Equal(t, want, found, text)
	}
	for text, code := range map[string]string{
		"SCO": "shanghai-cooperation-organization", "the OAS": "organization-of-american-states",
	} {
		o, ok := OrganizationFinder().Named(text)
		assert.True(t, ok && o.Code == code, "a whole text that is the acronym means it: %s", text)
	}
}
