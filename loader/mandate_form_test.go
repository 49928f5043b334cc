package loader

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// Resolutions ask in clauses with words between the subject and its verb, of lists that single
// somebody out, and by items that ask reports.
func TestWhomClausesWithInsertionsAsk(t *testing.T) {
	const head = "S/RES/2999 (2031)\n\nResolution 2999 (2031)\n\nAdopted by the Security Council at its 9999th meeting, on 3 March 2031\n\nThe Security Council,\n\n" +
		"Recalling its resolution 2990 (2030),\n\n"
	const act = "sc/resolution/2999 "
	for _, c := range []struct {
		text string
		want []string
	}{
		{"1. Calls upon the Government of Chad and in particular UNHCR to help;", []string{act + "callsUpon state/tcd", act + "callsUpon organization/unhcr"}},
		{"1. Demands that the armed forces of Chad and any armed groups refrain from violence;",
			[]string{act + "demands addressee/armed-forces-of-chad", act + "demands addressee/armed-groups"}},
		{"1. Decides that all States shall cease forthwith any sale of arms to Chad;", []string{act + "decides addressee/states"}},
		{"1. Decides that the Force shall cease to exist on 1 May 2031;", []string{act + "decides sc/resolution/2999#op1"}},
		{"1. Decides that the Special Representative of the Secretary-General and UNAMI, at the request of the Government of Iraq, and taking into account the letter " +
			"from the Minister (S/2030/430), shall continue to pursue their mandate;",
			[]string{act + "decides role/un/special-representative-of-the-secretary-general", act + "decides body/unami"}},
		{"1. Requests the Special Representative of the Secretary-General for Children and Armed Conflict and UNICEF to help;",
			[]string{act + "requests role/un/special-representative-of-the-secretary-general-for-children-and-armed-conflict", act + "requests organization/unicef"}},
		{"1. Decides that UNAMI shall have the following mandate:\n\n(a) To watch the harbours;\n\n(b) To report to the Council every ninety days;",
			[]string{act + "decides body/unami", act + "decides body/unami"}},
		{"1. Requests the Secretary-General:\n\n(a) To deploy observers;\n\n(b) To submit a report to the Council by 1 May 2031;",
			[]string{act + "requests role/un/secretary-general", act + "requests role/un/secretary-general"}},
	} {
		assert.ElementsMatch(t, c.want, toldOf(t, head+c.text+"\n", "requests", "decides", "demands", "callsUpon"), c.text)
	}
}
