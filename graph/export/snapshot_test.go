package export

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"mandategraph/graph/graphtest"
	"mandategraph/graph/snapshot"
)

// The text of every statement is what encoding/json makes of it.
func TestAppendJSONIsAsEncodingJSON(t *testing.T) {
	for seed := range int64(20) {
		s := snapshot.New(graphtest.Crowd(seed))
		for e := range snapshot.Edge(s.Edges()) {
			var b strings.Builder
			encoder := json.NewEncoder(&b)
			encoder.SetEscapeHTML(false)
			st := s.Statement(e)
			require.NoError(t, encoder.Encode(jsonStatement{statementLine, st.Evidence.Document, st.Subject, st.Relation, st.Object, jsonEvidence(st.Evidence), st.Qualifiers}))
			require.Equal(t, b.String(), string(s.AppendJSON(nil, e))+"\n")
		}
	}
}
