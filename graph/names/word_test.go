package names

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestWordsOfOrgans(t *testing.T) {
	assert.Contains(t, Words(OrganWord), "Assembly")
	assert.NotContains(t, Words(OrganWord), "Executive")
	assert.Subset(t, Words(CommonWord), []string{"Executive", "Parties"})
	groups := Words(GroupWord)
	for i, longer := range groups {
		for _, shorter := range groups[:i] {
			assert.NotContains(t, longer, shorter, "longest first")
		}
	}
	assert.Empty(t, Words("none"))
}
