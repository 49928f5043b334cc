package loader

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"mandategraph/graph"
)

// A made-up report of a made-up session.
const madeUpReport = `Report of the Conference of the Parties to the United Nations Convention against Transnational Organized Crime on its thirtieth session, held in Vienna from 3 to 7 June 2041

CTOC/COP/2041/9

I. Organizational matters

1. At its 1st meeting, on 3 June 2041, the Conference elected the following officers by acclamation:

President: Ana Ñandú (Uruguay)

Vice-Presidents: Bo Lind (Sweden)

Ceri Pugh (Micronesia (Federated States of))

2. The President was nominated by the Eastern European States and the Rapporteur was nominated by the Asia-Pacific States.

II. Review of the implementation

3. At its 2nd and 3rd meetings, on 4 and 5 June 2041, the Conference considered agenda item 4 (b), entitled “Review of kites”. For its consideration of the item, the Conference had before it the following:

(a) Report of the Secretariat on kites (CTOC/COP/2041/2 and Add.1).

4. Statements were made by the representatives of Bosnia and Herzegovina, the European Union (also on behalf of its member States; Georgia and Serbia aligned themselves with the statement) and Micronesia (Federated States of).

5. Statements were also made by the observers for China Kite Watch, the Society for Kites and String and the World Health Organization (WHO).

6. At its 4th meeting, on 6 June 2041, the Conference adopted a draft resolution (CTOC/COP/2041/L.3) submitted by the Chair of the Working Group on Kites and sponsored by Antigua and Barbuda, Côte d’Ivoire and the Netherlands (Kingdom of the). (For the text, see chapter I, section A, resolution 30/1.)

7. At the same meeting, the Conference was informed that a draft resolution (CTOC/COP/2041/L.5) sponsored by Chad had been withdrawn by its sponsors.
`

func statementsOf(t *testing.T, text string) (map[string]graph.Statement, *Result) {
	t.Helper()
	r, err := Load("made-up.txt", []byte(text), Options{ID: "made-up"})
	if err != nil {
		t.Fatal(err)
	}
	list := map[string]graph.Statement{}
	for _, s := range r.Document.Statements {
		list[s.Subject+" "+s.Relation+" "+s.Object] = s
	}
	return list, r
}

func TestProceedingsOfMadeUpReport(t *testing.T) {
	list, _ := statementsOf(t, madeUpReport)
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
		if _, ok := list[want]; !ok {
			t.Errorf("not stated: %s", want)
		}
	}
	if s := list["body/ctoc-cop adopts ctoc-cop/resolution/30/1"]; s.Qualifiers["date"] != "2041-06-06" {
		t.Errorf("date of adoption: %v", s.Qualifiers)
	}
	for key := range list {
		if strings.HasPrefix(key, "state/geo speaksOn") || strings.HasPrefix(key, "state/chn ") {
			t.Errorf("stated, but not said: %s", key)
		}
	}
}

// The published report: 42 sponsors and 2 who submit, six acts, and every
// statement has a quote that stands in the source.
func TestProceedingsOfSample(t *testing.T) {
	data, err := os.ReadFile("../testdata/cop12-report.txt")
	require.NoError(t, err)
	_, r := statementsOf(t, string(data))
	count := map[string]int{}
	for _, s := range r.Document.Statements {
		count[s.Relation]++
		if s.Relation == "adopts" && strings.HasPrefix(s.Object, "ctoc-cop/") {
			count["acts"]++
		}
		if s.Evidence.Quote == "" || s.Evidence.End <= s.Evidence.Start {
			t.Errorf("no quote: %s %s %s", s.Subject, s.Relation, s.Object)
		}
	}
	for relation, want := range map[string]int{"sponsors": 42, "submits": 2, "acts": 6, "adoptedAt": 6, "draftOf": 6} {
		if count[relation] != want {
			t.Errorf("%s: %d, want %d", relation, count[relation], want)
		}
	}
}

func TestDaysOf(t *testing.T) {
	for text, want := range map[string]string{
		"14 October 2024":                    "2024-10-14",
		"14, 15 and 16 October 2024":         "2024-10-14 2024-10-15 2024-10-16",
		"30 September and 1 October 2024":    "2024-09-30 2024-10-01",
		"":                                   "",
		"14 and 16 October without any year": "",
	} {
		if got := strings.Join(daysOf(text), " "); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestSymbols(t *testing.T) {
	for text, want := range map[string]string{
		"(A/CONF.192/15(SUPP), chap. IV)":           "A/CONF.192/15(SUPP)",
		"see E/CN.15/2006/14 and A/60/88/Corr.2.":   "E/CN.15/2006/14 A/60/88/Corr.2",
		"the report (TD/B/EX(71)/2), paras. 1–3":    "TD/B/EX(71)/2",
		"resolution A/RES/76/185":                   "",
		"and/or HIV/AIDS, sponsors and/or observer": "",
		"S/2020/1, Add.1 and Add.2":                 "S/2020/1 S/2020/1/Add.1 S/2020/1/Add.2",
	} {
		var got []string
		for _, y := range findSymbols(text) {
			got = append(got, y.symbol)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
