package loader

import (
	"context"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
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
	tree, err := Parse(NewSource(dutyText), "", 1000)
	require.NoError(t, err)
	cites, _ := readCitations(context.Background(), tree)
	list, found := readMandates(context.Background(), tree, cites, newShortNames(tree))
	require.Len(t, list, 3)
	m := list[0]
	assert.Equal(t, "ctoc-cop/resolution/20/1#op1/mandate/1", m.id)
	assert.Equal(t, "requests", m.relation)
	assert.True(t, m.asks)
	assert.Equal(t, "within existing resources", m.condition)
	assert.Equal(t, "at its twenty-first session", m.deadline)
	assert.Equal(t, "body/ctoc-cop", m.recipient)
	assert.Equal(t, "body/ctoc-cop/session/21", m.due)
	require.Len(t, m.addressees, 1)
	assert.Equal(t, "body/ctoc-cop/secretariat", m.addressees[0].id)
	assert.Equal(t, "addressee/states-parties/untoc", list[1].addressees[0].id)
	assert.Equal(t, "instrument/lagos-plan-of-action-on-lamps", list[2].addressees[0].id)
	assert.NotEmpty(t, found.list)

	ended, cancel := context.WithCancel(context.Background())
	cancel()
	list, _ = readMandates(ended, tree, cites, newShortNames(tree))
	assert.Empty(t, list)
}
