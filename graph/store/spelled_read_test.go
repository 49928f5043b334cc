package store

import (
	"testing"

	"github.com/cayleygraph/quad"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mandategraph/graph"
)

// What the version before called otherwise is kept under its name of today.
func TestTermsOfTheVersionBeforeAreRenamed(t *testing.T) {
	document := entityIRI("document/A/1")
	r := documentReader{label: document, statements: map[quad.Value]*graph.Statement{}}
	for _, f := range [][2]string{
		{"deadline", "by May"}, {"dueAt", "body/ga/session/90"}, {"condition", "if asked"}, {"status", "withdrawn"}, {"status", "draft"},
	} {
		require.NoError(t, r.readFact(quad.Quad{Subject: entityIRI("a"), Object: quad.String(f[1])}, f[0]))
	}
	var named []string
	for _, f := range r.document.Facts {
		named = append(named, f.Property+" "+f.Value)
	}
	assert.Equal(t, []string{
		"dueText by May", "due body/ga/session/90", "conditionText if asked", "outcome withdrawn", "status draft",
	}, named)

	var s graph.Statement
	require.NoError(t, readSpelledEvidence(&s, "status", quad.String("rejected")))
	require.NoError(t, readSpelledEvidence(&s, "deadline", quad.String("by June")))
	assert.Equal(t, map[string]string{"outcome": "rejected", "due": "by June"}, s.Qualifiers)
	assert.ErrorIs(t, readSpelledEvidence(&s, "colour", quad.String("red")), errMisplaced)
}
