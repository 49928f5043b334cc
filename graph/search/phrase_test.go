package search

import (
	"context"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mandategraph/graph"
	"mandategraph/graph/snapshot"
)

// A phrase is found wherever its rarest word stands in it, among many other places of its
// frequent words, and only where all follow one another.
func TestPhrasesOfRareAndFrequentWords(t *testing.T) {
	d := graph.Document{ID: "document/quays"}
	many := strings.Repeat("the board of the quays and of the ", 90)
	for id, text := range map[string]string{
		"document/quays#1": many + "board of pilots of the quays.",
		"document/quays#2": many,
		"document/quays#3": "Of pilots, the board of the quays knows none.",
		"document/quays#4": many + "pilots. " + many + "The board of pilots met.",
		"document/quays#5": "Pilots of the quays.",
	} {
		d.Facts = append(d.Facts, graph.Fact{Subject: id, Property: "kind", Value: "Paragraph"},
			graph.Fact{Subject: id, Property: "text", Value: text})
	}
	d.Normalize()
	s := snapshot.New([]graph.Document{d})
	for query, want := range map[string][]string{
		`"board of pilots"`:         {"#1", "#4"},
		`"the board of pilots"`:     {"#1", "#4"},
		`"pilots of the quays"`:     {"#1", "#5"},
		`"pilots the board"`:        {"#3", "#4"},
		`"pilots board"`:            nil,
		`"of the quays and of the"`: {"#1", "#2", "#4"},
		`"quays of pilots"`:         nil,
		`"board of lighthouses"`:    nil,
	} {
		hits, err := Find(context.Background(), s, query, 0, "Paragraph")
		require.NoError(t, err)
		var found []string
		for _, h := range hits {
			found = append(found, strings.TrimPrefix(s.ID(h.Node), d.ID))
		}
		assert.ElementsMatch(t, want, found, query)
	}
}
