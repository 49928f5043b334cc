package graph

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestKindOfIDKnowsEveryExample(t *testing.T) {
	for _, k := range Kinds {
		assert.Equal(t, k.Name, KindOfID(k.Example))
	}
	for _, id := range []string{"", "nothing", "vol. 1, No. 2", "other/thing"} {
		assert.Empty(t, KindOfID(id), id)
	}
	assert.Equal(t, "Meeting", KindOfID("body/ctoc-cop/working-group-on-firearms/meeting/10"))
	assert.Equal(t, "Document", KindOfID("document/E/2025/L.17"))
}
