package loader

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mandategraph/graph/names"
)

func TestRulesAreOthersWithOtherNames(t *testing.T) {
	t.Cleanup(names.Forget)
	before := Rules()
	assert.Regexp(t, `^\d+\.[0-9a-f]{8}$`, before)
	assert.Equal(t, before, Rules())
	rows, err := names.ReadRows("own.csv", strings.NewReader("sort,code,name\nbody,lighthouse-board,Board of Lighthouses\n"))
	require.NoError(t, err)
	require.NoError(t, names.Add(rows))
	assert.NotEqual(t, before, Rules())
	names.Forget()
	assert.Equal(t, before, Rules())
}
