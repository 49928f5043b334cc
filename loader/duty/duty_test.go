package duty

import (
	"context"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mandategraph/loader/cite"
	"mandategraph/loader/text"
	"mandategraph/loader/tree"
)

const dutyText = `Report of the Conference of the Parties to the United Nations Convention against ` +
	`Transnational Organized Crime

I. Resolutions

Resolution 20/1

Keeping lighthouses lit

The Conference of the Parties to the United Nations Convention against Transnational Organized Crime,

1. Requests the Secretariat, within existing resources, to report to the Conference at its twenty-first ` +
	`session, ` +
	`and urges States parties to paint their towers;

2. Takes note of the Lagos Plan of Action on Lamps.
`

// TestReadMandates reads mandates as values, without a sink.
func TestReadMandates(t *testing.T) {
	tree, err := tree.Parse(text.NewSource(dutyText), tree.Asked{}, 1000)
	require.NoError(t, err)
	cites, _ := cite.Read(context.Background(), tree)
	list, found := Mandates(context.Background(), tree, cites, NewShortNames(tree))
	require.Len(t, list, 3)
	m := list[0]
	assert.Equal(t, "ctoc-cop/resolution/20/1#op1/mandate/1", m.ID)
	assert.Equal(t, "requests", m.Relation)
	assert.Equal(t, []Worded{{"within existing resources", "existing resources"}}, m.Conditions)
	assert.Equal(t, []Worded{{"at its twenty-first session", "body/ctoc-cop/session/21"}}, m.Due)
	assert.Equal(t, []string{"body/ctoc-cop"}, m.Recipients)
	assert.True(t, m.Reports)
	require.Len(t, m.Addressees, 1)
	assert.Equal(t, "body/ctoc-cop/secretariat", m.Addressees[0].ID)
	assert.Equal(t, "addressee/states-parties/untoc", list[1].Addressees[0].ID)
	assert.Empty(t, list[2].ID, "what is only noted is no mandate")
	assert.Equal(t, "instrument/lagos-plan-of-action-on-lamps", list[2].Addressees[0].ID)
	assert.NotEmpty(t, found.List)

	ended, cancel := context.WithCancel(context.Background())
	cancel()
	list, _ = Mandates(ended, tree, cites, NewShortNames(tree))
	assert.Empty(t, list)
}
