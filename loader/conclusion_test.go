package loader

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// askedIn are the mandates of a text, as "subject relation addressee at paragraph".
func askedIn(t *testing.T, text string) (list []string) {
	t.Helper()
	for _, s := range load(t, text).Document.Statements {
		if s.Qualifiers["mandate"] != "" {
			_, locator, _ := strings.Cut(s.Evidence.Paragraph, "#")
			list = append(list, s.Relation+" "+s.Object+" at "+locator+" due "+s.Qualifiers["due"])
		}
	}
	return list
}

func TestReportsAskInTheirConclusions(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"7. The Forum urges Member States to plant trees. It also invites FAO to count them, and requests the Secretary-General to report by 31 May 2042.",
			[]string{"urges addressee/member-states at 7 due ", "invites organization/fao at 7 due ", "requests role/un/secretary-general at 7 due 2042-05-31"}},
		{"8. At its 3rd meeting, on 6 May, the Forum requested its secretariat to print a map.", []string{"requests body/unff/secretariat at 8 due "}},
		{"9. Noting the fires, the Forum recommends that States count them.", []string{"recommends addressee/states at 9 due "}},
		{"10. At its thirty-fifth session, the Forum requested the Secretary-General to report.", nil},
		{"11. In resolution 97/5, the Assembly had requested the Forum to meet.", nil},
		{"12. The Forum invited the representative of Norway to make a statement.", nil},
		{"13. The representative of Norway urged States to plant trees.", nil},
	} {
		assert.ElementsMatch(t, c.want, askedIn(t, forestHead+c.text+"\n"), c.text)
	}
}

func TestParagraphsBeginWithWhomTheyAsk(t *testing.T) {
	const head = "E/RES/2041/5\n\nResolution adopted by the Economic and Social Council\n\n2041/5. Lakes\n\nThe Economic and Social Council,\n\n"
	for _, c := range []struct {
		text string
		want []string
	}{
		{"2. The Secretary-General is requested to submit a report by 31 May 2042;", []string{"requests role/un/secretary-general at op2 due 2042-05-31"}},
		{"2. Governments and the private sector are encouraged to plant trees;",
			[]string{"encourages addressee/governments at op2 due ", "encourages addressee/private-sector at op2 due "}},
		{"2. The Secretary-General was requested to submit a report;", nil},
	} {
		assert.ElementsMatch(t, c.want, askedIn(t, head+c.text+"\n"), c.text)
	}
}
