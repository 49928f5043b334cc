package store

import (
	"context"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mandategraph/graph"
)

// feed loads documents that were read by a version of the rules.
func feed(t *testing.T, s *Store, rules string, documents ...graph.Document) (changes []Change) {
	err := s.Feed(context.Background(), func(yield func(graph.Document, string) bool) {
		for _, d := range documents {
			if !yield(d, rules) {
				return
			}
		}
	}, func(_ int, c Change) { changes = append(changes, c) })
	require.NoError(t, err)
	return changes
}

func testRulesOfEachDocument(t *testing.T, s *Store) {
	ctx := context.Background()
	require.Len(t, feed(t, s, "1", numbered(1), numbered(2)), 2)
	replace(t, s, numbered(3))
	before := requireNewest(t, s)
	assert.Equal(t, []Change{{}, {}}, feed(t, s, "2", numbered(2), numbered(3)), "only the marks are others")
	infos, err := s.Documents(ctx)
	require.NoError(t, err)
	var marks []string
	for _, info := range infos {
		marks = append(marks, info.ID+" "+info.Rules)
	}
	assert.Equal(t, []string{"document/1 1", "document/2 2", "document/3 2"}, marks)
	after := requireNewest(t, s)
	assert.Equal(t, exported(t, before), exported(t, after))
	assert.Equal(t, []Change{{}}, feed(t, s, "2", numbered(3)))
	assert.Equal(t, after.Revision, requireNewest(t, s).Revision, "what has its mark is not written again")
}
