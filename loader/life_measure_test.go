package loader

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

const measureText = `S/RES/4412 (2035)

Resolution 4412 (2035)

Adopted by the Security Council at its 11801st meeting, on 10 February 2035

The Security Council,

Recalling its resolution 4210 (2033), by which it extended the mandate of the United Nations Mission in Lakeland (UNMILA) until 31 March 2034, and resolution 4211 (2033), which adjusted the mandate of UNMILA,

Noting the termination in accordance with resolution 4300 (2034) of the mandate of the United Nations Harbour Force (UNHAF) as of 30 June 2034,

Noting that the measures imposed by paragraph 5 of resolution 4100 (2031), and extended by paragraph 2 of resolution 4150 (2032), are to be reviewed,

1. Decides for a period of 12 months from the date of adoption of this resolution:

(a) To renew the measures on travel imposed by paragraph 4 of resolution 4100 (2031);

(6) To renew the measures on arms imposed by paragraph 2 of resolution 4101 (2031) and modified by paragraph 1 of resolution 4160 (2032), and by paragraph 3 of resolution 4170 (2033);

(c) To meet again;

2, Decides to re-establish the Panel of Experts appointed pursuant to paragraph 16 of resolution 4180 (2033) for a further period of three months commencing no later than 1 March 2035;

3. Decides within the same framework that the embargo imposed by paragraph 6 of resolution 4102 (2031) shall not apply to pumps for the Committee;

4. Authorizes UNMILA to continue marking the channels until 15 July 2035;

5, Requests the Security Council Committee established in pursuance of resolution 4101 (2031) to report;

6. Decides to remain seized of the matter.
`

func TestMeasuresAreRenewedChangedAndExcepted(t *testing.T) {
	got := map[string]map[string]string{}
	var asked []string
	for _, s := range load(t, measureText).Document.Statements {
		switch s.Relation {
		case "extends", "renews", "terminates", "amends":
			got[s.Subject+" "+s.Relation+" "+s.Object+" "+s.Evidence.Paragraph] = s.Qualifiers
		case "requests":
			asked = append(asked, s.Object)
		}
	}
	const act = "sc/resolution/4412"
	for want, qualifiers := range map[string]map[string]string{
		"sc/resolution/4210 extends body/unmila " + act + "#pp1":         {"until": "2034-03-31"},
		"sc/resolution/4211 amends body/unmila " + act + "#pp1":          {},
		"sc/resolution/4300 terminates body/unhaf " + act + "#pp2":       {},
		"sc/resolution/4150 extends sc/resolution/4100 " + act + "#pp3":  {"pin": "paragraph 5"},
		act + " renews sc/resolution/4100 " + act + "#op1.a":             {"until": "2036-02-10", "pin": "paragraph 4"},
		act + " renews sc/resolution/4101 " + act + "#op1.b":             {"until": "2036-02-10", "pin": "paragraph 2"},
		"sc/resolution/4160 amends sc/resolution/4101 " + act + "#op1.b": {"pin": "paragraph 2"},
		"sc/resolution/4170 amends sc/resolution/4101 " + act + "#op1.b": {"pin": "paragraph 2"},
		act + " renews body/sc/panel-of-experts " + act + "#op2":         {"until": "2035-06-01", "basis": "sc/resolution/4180"},
		act + " amends sc/resolution/4102 " + act + "#op3":               {"pin": "paragraph 6"},
		act + " extends body/unmila " + act + "#op4":                     {"until": "2035-07-15"},
	} {
		if assert.Contains(t, got, want) {
			for name, value := range qualifiers {
				assert.Equal(t, value, got[want][name], "%s %s", want, name)
			}
			delete(got, want)
		}
	}
	assert.Empty(t, got, "no act renewed or changed anything else")
	assert.Equal(t, []string{"body/sc/4101-committee"}, asked)
}
