package tree

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestDaysOf(t *testing.T) {
	for text, want := range map[string]string{
		"14 October 2024":                    "2024-10-14",
		"14, 15 and 16 October 2024":         "2024-10-14 2024-10-15 2024-10-16",
		"30 September and 1 October 2024":    "2024-09-30 2024-10-01",
		"":                                   "",
		"14 and 16 October without any year": "",
	} {
		assert.Equal(t, want, strings.Join(DaysOf(text), " "), text)
	}
}
