package text

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// Markup, wide letters and white space are read alike at every place of a line.
func TestPlainWordsAtEveryPlace(t *testing.T) {
	for _, c := range []struct{ line, want string }{
		{"the *Council* decides", "the Council decides"},
		{"the  Council   decides ", "the Council decides"},
		{"the\tCouncil [48/1](#) decides", "the Council 48/1 decides"},
		{"São Tomé and <i>Príncipe</i> é à", "São Tomé and Príncipe é à"},
		{"a < b, x ] y", "a < b, x ] y"},
	} {
		for n := range 20 {
			lead := strings.Repeat("x", n)
			var b textBuilder
			b.begin()
			b.add(lead+c.line, 0, len(lead)+len(c.line))
			assert.Equal(t, lead+c.want, b.text().S)
		}
	}
}
