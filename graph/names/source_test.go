package names

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestSourcesSayWhereAnActCanBeHad(t *testing.T) {
	for _, c := range []struct{ act, date, want string }{
		{"ga/resolution/76/185", "", "A/RES/76/185"},
		{"ga/resolution/ES-11/1", "", "A/RES/ES-11/1"},
		{"ga/resolution/217A(III)", "1948-12-10", "A/RES/217(III)"},
		{"ga/decision/60/519", "", "A/60/49(Vol.II)*"},
		{"sc/resolution/1373", "2001-09-28", "S/RES/1373(2001)"},
		{"sc/resolution/1373", "", ""}, // the symbol ends with a year that nobody has said
		{"ecosoc/resolution/2011/36", "", "E/RES/2011/36 E/2011/99*"},
		{"hrc/resolution/S-30/1", "", "A/HRC/RES/S-30/1"},
		{"ctoc-cop/resolution/12/4", "", "CTOC/COP/2024/11*"},
		{"unfccc-cop/decision/1/CP.21", "", "FCCC/CP/2015/10/Add.1* FCCC/CP/2015/10/Add.2* FCCC/CP/2015/10/Add.3*"},
		{"cnd/resolution/60/2", "", "E/2017/28* E/2017/28/Add.1*"},
		{"unea/resolution/4/6", "", "UNEP/EA.4/RES.6"},
		{"wha/resolution/WHA64.24", "", ""},
		{"body/ga", "", ""},
	} {
		var got []string
		for _, s := range Sources(c.act, c.date) {
			if s.Report {
				s.Symbol += "*"
			}
			got = append(got, s.Symbol)
		}
		assert.Equal(t, c.want, strings.Join(got, " "), c.act)
	}
}

// Every row is of a body that the tables know, and gives symbols that are read as
// symbols; where each act has a document of its own, as that of the act.
func TestSourcesAreOfKnownBodies(t *testing.T) {
	for _, r := range sourceRows() {
		_, known := BodyByCode(r.body)
		assert.True(t, known, r.body)
		number, session := "98/7", 98
		if !CanNumber(r.body, "resolution", number) {
			number, session = "2044/7", 2044
		}
		symbol, _ := r.fill(number, session, "2044-01-05")
		y, ok := ReadSymbol(symbol)
		assert.True(t, ok && y.End == len(symbol), symbol)
		if r.ofAct() && r.body != "sc" {
			_, end, act := ActOfSymbol(symbol)
			assert.True(t, act && end == len(symbol), symbol)
		}
	}
}
