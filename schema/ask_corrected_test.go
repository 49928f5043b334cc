package schema

import (
	"context"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mandategraph/graph"
	"mandategraph/graph/snapshot"
)

func TestAnswersShowWhatWasCorrectedByHand(t *testing.T) {
	document := graph.Document{ID: "document/report", Source: "x"}
	fact := func(subject, property, value string) {
		document.Facts = append(document.Facts, graph.Fact{Subject: subject, Property: property, Value: value})
	}
	act, other := "ctoc-cop/resolution/30/1", "ctoc-cop/resolution/28/2"
	for _, id := range []string{act, other} {
		fact(id, "kind", "Act")
		fact(id, "number", id[len(id)-4:])
		fact(id, "actKind", "resolution")
		fact(id, "body", "body/ctoc-cop")
	}
	fact("body/ctoc-cop", "kind", "Body")
	fact(act, "inDocument", document.ID)
	fact(act+"#pp1", "kind", "Paragraph")
	fact(act+"#pp1", "correction", "drop "+act+" recalls ctoc-cop/resolution/28/1 (A. Reader, 2041-01-02: A misprint.)")
	document.Statements = []graph.Statement{{Subject: act, Relation: "recalls", Object: other, Qualifiers: map[string]string{},
		Evidence: graph.Evidence{Document: document.ID, Paragraph: act + "#pp1", Start: 0, End: 1, Quote: "x"}}}
	document.Normalize()
	kept := graph.Document{ID: "document/corrections", Source: "corrections:", Facts: []graph.Fact{{Subject: "document/corrections", Property: "kind", Value: "Document"}}}
	snap := snapshot.New([]graph.Document{document, kept})
	api, err := New(func() *snapshot.Snapshot { return snap }, Options{})
	require.NoError(t, err)
	answer, err := api.Ask(context.Background(), "what does 30/1 recall")
	require.NoError(t, err)
	assert.Contains(t, answer.Text, "28/2")
	assert.Contains(t, answer.Text, "corrected by hand: drop ctoc-cop/resolution/30/1 recalls ctoc-cop/resolution/28/1 (A. Reader, 2041-01-02: A misprint.)")
}
