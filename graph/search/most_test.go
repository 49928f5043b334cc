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

// pier is a report on a pier beside one on ferries.
func pier() *snapshot.Snapshot {
	d := graph.Document{ID: "document/pier"}
	add := func(id, property, value string) {
		d.Facts = append(d.Facts, graph.Fact{Subject: id, Property: property, Value: value})
	}
	for id, text := range map[string]string{
		"document/pier#1":  "No tolls were levied.",
		"document/pier#2":  "The Pier Commission met twice, and levied nothing.",
		"document/ferry#1": "Tolls of the ferries were levied by the Board of Outer Islands.",
		"document/ferry#2": "BOI kept the tolls of the boats, which were levied in spring.",
	} {
		add(id, "kind", "Paragraph")
		add(id, "text", text)
	}
	for id, title := range map[string]string{"document/pier": "Report of the Pier Commission", "document/ferry": "Report on ferries"} {
		add(id, "kind", "Document")
		add(id, "title", title)
	}
	d.Normalize()
	return snapshot.New([]graph.Document{d})
}

// What stands above a text counts for it, other names of a word count as the word, and
// further words lift.
func TestMostByWhatStandsAbove(t *testing.T) {
	s := pier()
	most := func(w Wish) (ids []string, f *Found) {
		w.Kinds = []string{"Paragraph"}
		f, err := Most(context.Background(), s, w)
		require.NoError(t, err)
		for _, n := range f.Nodes() {
			ids = append(ids, strings.TrimPrefix(s.ID(n), "document/"))
		}
		return ids, f
	}
	ids, _ := most(Wish{Query: "Pier Commission tolls"})
	assert.Equal(t, "pier#2", ids[0], "it has two of the words")
	above := func(whole snapshot.Node) []snapshot.Node { return []snapshot.Node{whole} }
	ids, f := most(Wish{Query: "Pier Commission tolls", Above: above})
	assert.Equal(t, "pier#1", ids[0], "the title has the other two")
	assert.Empty(t, f.Lacks(f.Nodes()[0]))
	assert.False(t, f.Partial())
	ids, _ = most(Wish{Query: "BOI tolls"})
	assert.Equal(t, []string{"ferry#2"}, ids)
	ids, _ = most(Wish{Query: "BOI tolls", Also: map[string][]string{"BOI": {"Board of Outer Islands"}}})
	assert.ElementsMatch(t, []string{"ferry#1", "ferry#2"}, ids)
	ids, _ = most(Wish{Query: "tolls", Besides: "spring boats"})
	assert.Equal(t, "ferry#2", ids[0])
	ids, _ = most(Wish{Query: "tolls levied", Worth: func(n snapshot.Node) float64 {
		if s.ID(n) == "document/ferry#2" {
			return 50
		}
		return 0
	}})
	assert.Equal(t, "ferry#2", ids[0])
}

// The stretch of a text is shown where most of the words stand.
func TestACutShowsMostOfTheWords(t *testing.T) {
	text := "tolls " + strings.Repeat("and so on ", 40) + "tolls of the pier"
	at := strings.LastIndex(text, "tolls")
	cut, marks := CutTo(text, []Match{{0, 5}, {at, at + 5}, {at + 13, at + 17}}, 120)
	assert.True(t, strings.HasSuffix(cut, "tolls of the pier"), cut)
	assert.Len(t, marks, 2)
}
