package treaty

import (
	"context"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mandategraph/loader/text"
	"mandategraph/loader/tree"
)

const treatyText = `Report of the Conference of the Parties to the United Nations Convention against ` +
	`Transnational Organized Crime

I. Resolutions

Resolution 20/1

Keeping lighthouses lit

The Conference of the Parties to the United Nations Convention against Transnational Organized Crime,

Recalling article 16, paragraph 4, of the Convention and the Doha Declaration on Lamps,

1. Welcomes the Lagos Plan of Action on Lamps.
`

// TestReadTreatyMentions reads treaties and instruments as values, without a sink.
func TestReadTreatyMentions(t *testing.T) {
	tree, err := tree.Parse(text.NewSource(treatyText), tree.Asked{}, 1000)
	require.NoError(t, err)
	list, _ := Mentions(context.Background(), tree)
	var found []TreatyMention
	for _, m := range list {
		if m.Paragraph.ID == "ctoc-cop/resolution/20/1#pp1" {
			found = append(found, m)
		}
	}
	require.Len(t, found, 1)
	m := found[0]
	assert.Equal(t, "untoc", m.Code)
	assert.Equal(t, []string{"16"}, m.Articles)
	assert.Equal(t, "paragraph 4", m.Pin)
	assert.Equal(t, "recalls", m.Relation)
	assert.Equal(t, "Recalling", m.Verb)

	instruments := Instruments(context.Background(), tree)
	require.Len(t, instruments, 1)
	assert.Equal(t, "instrument/lagos-plan-of-action-on-lamps", instruments[0].ID)
	assert.Equal(t, "welcomes", instruments[0].Relation)
}
