package snapshot

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mandategraph/graph"
	"mandategraph/graph/graphtest"
)

func TestVerifyComparesInverseWithForward(t *testing.T) {
	for name, spoil := range map[string]func(*Snapshot){
		"is listed as its own":                      func(s *Snapshot) { s.subjects[0]++ },
		"is listed among what points at it":         func(s *Snapshot) { s.inEdge[0], s.inEdge[1] = s.inEdge[1], s.inEdge[0] },
		"by date are not its statements":            func(s *Snapshot) { s.outByDate[0] = s.outByDate[1] },
		"are listed 59 times by subject and 60 tim": func(s *Snapshot) { s.outgoing.start[len(s.outgoing.start)-1]-- },
	} {
		s := New([]graph.Document{graphtest.Tangle(3, 3, 60)})
		require.Empty(t, VerifyInverse(s))
		spoil(s)
		assert.Contains(t, strings.Join(VerifyInverse(s), "\n"), name)
	}
}
