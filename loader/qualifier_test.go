package loader

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// Every edge says by which rule it was read and how sure that is.
func TestStatementsSayRuleAndConfidence(t *testing.T) {
	r := sample(t)
	for _, s := range r.Document.Statements {
		assert.NotEmpty(t, s.Qualifiers["rule"], "%s %s %s", s.Subject, s.Relation, s.Object)
		assert.Contains(t, []string{"certain", "likely"}, s.Qualifiers["confidence"], "%s %s %s", s.Subject, s.Relation, s.Object)
	}
}
