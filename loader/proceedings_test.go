package loader

import (
	"context"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mandategraph/graph"
)

func statementsOf(t *testing.T, text string) (map[string]graph.Statement, *Result) {
	t.Helper()
	r, err := Load(context.Background(), "made-up.txt", []byte(text), Options{ID: "made-up"})
	require.NoError(t, err)
	list := map[string]graph.Statement{}
	for _, s := range r.Document.Statements {
		list[s.Subject+" "+s.Relation+" "+s.Object] = s
	}
	return list, r
}

// A made-up report of a made-up session.
func TestProceedingsOfMadeUpReport(t *testing.T) {
	report, err := os.ReadFile("testdata/session.txt")
	require.NoError(t, err)
	list, _ := statementsOf(t, string(report))
	session := "body/ctoc-cop/session/30"
	for _, want := range []string{
		"person/ana-nandu holdsOffice role/ctoc-cop/president",
		"person/bo-lind holdsOffice role/ctoc-cop/vice-president",
		"person/ceri-pugh holdsOffice role/ctoc-cop/vice-president",
		"group/eastern-european-states nominates role/ctoc-cop/president",
		"group/asia-pacific-states nominates role/ctoc-cop/rapporteur",
		session + "/meeting/2 considers " + session + "/agenda/4(b)",
		session + "/meeting/3 considers " + session + "/agenda/4(b)",
		session + "/agenda/4(b) hasBefore document/CTOC/COP/2041/2",
		session + "/agenda/4(b) hasBefore document/CTOC/COP/2041/2/Add.1",
		"state/bih speaksOn " + session + "/agenda/4(b)",
		"state/fsm speaksOn " + session + "/agenda/4(b)",
		"state/geo alignsWith group/european-union",
		"organization/china-kite-watch speaksOn " + session + "/agenda/4(b)",
		"organization/society-for-kites-and-string speaksOn " + session + "/agenda/4(b)",
		"organization/who speaksOn " + session + "/agenda/4(b)",
		"body/ctoc-cop adopts ctoc-cop/resolution/30/1",
		"ctoc-cop/resolution/30/1 adoptedAt " + session + "/meeting/4",
		"document/CTOC/COP/2041/L.3 draftOf ctoc-cop/resolution/30/1",
		"role/ctoc-cop/chair-of-the-working-group-on-kites submits ctoc-cop/resolution/30/1",
		"state/atg sponsors ctoc-cop/resolution/30/1",
		"state/civ sponsors ctoc-cop/resolution/30/1",
		"state/nld sponsors ctoc-cop/resolution/30/1",
		"state/tcd sponsors document/CTOC/COP/2041/L.5",
	} {
		assert.Contains(t, list, want)
	}
	assert.Equal(t, "2041-06-06", list["body/ctoc-cop adopts ctoc-cop/resolution/30/1"].Qualifiers["date"])
	for key := range list {
		said := !strings.HasPrefix(key, "state/geo speaksOn") && !strings.HasPrefix(key, "state/chn ")
		assert.True(t, said, "stated, but not said: %s", key)
	}
}

// The published report: 42 sponsors and 2 who submit, six acts, and every
// statement has a quote that stands in the source.
func TestProceedingsOfSample(t *testing.T) {
	r := sample(t)
	count := map[string]int{}
	for _, s := range r.Document.Statements {
		count[s.Relation]++
		if s.Relation == "adopts" && strings.HasPrefix(s.Object, "ctoc-cop/") {
			count["acts"]++
		}
		quoted := s.Evidence.Quote != "" && s.Evidence.End > s.Evidence.Start
		assert.True(t, quoted, "no quote: %s %s %s", s.Subject, s.Relation, s.Object)
	}
	for relation, want := range map[string]int{"sponsors": 42, "submits": 2, "acts": 6, "adoptedAt": 6, "draftOf": 6} {
		assert.Equal(t, want, count[relation], relation)
	}
}
