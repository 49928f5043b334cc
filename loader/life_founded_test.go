package loader

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mandategraph/graph/names"
)

// Operations of our own, with the acts that founded them.
const ownOperations = `sort,code,name,acronym,parent,founded,from,to
operation,unlak-i,United Nations Lakeland Monitoring Mission I,UNLAK I,sc,sc/resolution/590,1986,1989
operation,unlak-ii,United Nations Lakeland Monitoring Mission II,UNLAK II,sc,sc/resolution/742,1992,
operation,unlak,United Nations Lakeland Monitoring Mission,UNLAK,sc,,,
operation,unhar,United Nations Harbour Observation Mission,UNHAR,sc,sc/resolution/529,1983,
`

func stepsOf(t *testing.T, text string) map[string]map[string]string {
	t.Helper()
	steps := map[string]map[string]string{}
	for _, s := range load(t, text).Document.Statements {
		switch s.Relation {
		case "establishes", "extends", "renews", "terminates", "amends", "supersedes":
			steps[s.Subject+" "+s.Relation+" "+s.Object] = s.Qualifiers
		}
	}
	return steps
}

func TestOperationsFoundedWithoutAVerbOfFounding(t *testing.T) {
	t.Cleanup(names.Forget)
	rows, err := names.ReadRows("own.csv", strings.NewReader(ownOperations))
	require.NoError(t, err)
	require.NoError(t, names.Add(rows))

	steps := stepsOf(t, `Resolution 529 (1983)
of 18 March 1983

The Security Council,

1. Notes that the decision to set up an observer team was taken in paragraph 3 of resolution 527 (1982) and that only the Council can end it;

2. Decides that the arrangements for the initial three-month period of the United Nations Harbour Observation Mission shall be those of the report.
`)
	assert.Equal(t, "paragraph 3", steps["sc/resolution/527 establishes body/unhar"]["pin"])
	assert.Contains(t, steps, "sc/resolution/529 establishes body/unhar")

	steps = stepsOf(t, `Resolution 742 (1992)
of 14 February 1992

The Security Council,

4. Decides to enlarge the United Nations Lakeland Monitoring Mission in accordance with the report of the Secretary-General.
`)
	assert.Contains(t, steps, "sc/resolution/742 amends body/unlak")
	assert.Equal(t, "likely", steps["sc/resolution/742 establishes body/unlak-ii"]["confidence"])
	assert.NotContains(t, steps, "sc/resolution/529 establishes body/unhar")

	steps = stepsOf(t, `Resolution 530 (1983)
of 19 May 1983

The Security Council,

2. Decides that the arrangements for the initial three-month period of the United Nations Harbour Observation Mission shall be those of the report.
`)
	assert.Empty(t, steps, "another act founded it")
}

func TestNamesOfOperationsThatAreMisprinted(t *testing.T) {
	t.Cleanup(names.Forget)
	rows, err := names.ReadRows("own.csv", strings.NewReader(ownOperations))
	require.NoError(t, err)
	require.NoError(t, names.Add(rows))

	const head = "Resolution 836 (1993)\nof 4 June 1993\n\nThe Security Council,\n\n"
	for name, c := range map[string]struct{ recital, name, want string }{
		"a letter is lost": {
			"Having considered the report on the United Nations Harbour Observation Mission,",
			"United Nation Harbour Observation Mission", "body/unhar",
		},
		"a letter is wrong": {
			"Having considered the report on the United Nations Harbour Observation Mission,",
			"United Nations Harbonr Observation Mission", "body/unhar",
		},
		"nothing proves the name": {"Having considered the report,", "United Nation Harbour Observation Mission", ""},
		"a figure is lost": {
			"Recalling resolution 742 (1992), by which it established the United Nations Lakeland Monitoring Mission II,",
			"United Nations Lakeland Monitoring Mission I", "body/unlak-ii",
		},
		"nothing proves the figure": {
			"Having considered the report,", "United Nations Lakeland Monitoring Mission I", "body/unlak-i",
		},
	} {
		steps := stepsOf(
			t,
			head+c.recital+"\n\n1. Decides to extend the mandate of the "+c.name+" until 31 May 1994.\n",
		)
		for _, id := range []string{"body/unhar", "body/unlak-i", "body/unlak-ii"} {
			_, found := steps["sc/resolution/836 extends "+id]
			assert.Equal(t, id == c.want, found, name+": "+id)
		}
	}
}
