package schema

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// Another build may answer otherwise from the same store, so it has other tags.
func TestTheBuildIsPartOfTheVersion(t *testing.T) {
	assert.Len(t, program(), 12)
	assert.Contains(t, newAPI(t, Options{}).view().version(), program())
}
