package snapshot

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mandategraph/graph"
)

// paragraphs is a document that says of each id what it is.
func paragraphs(ids ...string) graph.Document {
	d := graph.Document{ID: "document/X", Source: "made up"}
	for _, id := range ids {
		d.Facts = append(d.Facts, graph.Fact{Subject: id, Property: "kind", Value: "Paragraph"})
	}
	d.Normalize()
	return d
}

func TestEntitiesAreFoundByIDsOfEveryShape(t *testing.T) {
	d := paragraphs("a", "a#op1", "a#op1/mandate/1", "a#op1#fn2", "a#", "a!", "a!#op1", "a/1", "a/1#op1", "b#op1", "b#op1/mandate/1", "c", "c#pp1",
		"#", "#op1", "", "##", "d##", "d#", "é", "é#ñ", `e"`, `e"#op1`, `e"#"`)
	s := New([]graph.Document{d})
	requireSnapshot(t, s, []graph.Document{d})
	for _, id := range []string{"a#op2", "a#op", "a#op1/", "b", "b#", "c#op1", "c#pp11", "e#op1", "a##"} {
		_, found := s.Lookup(id)
		assert.False(t, found, id)
	}
}

func TestMoreEndingsOfIDsThanTheListHolds(t *testing.T) {
	ids := []string{"a", "b", "b#1"}
	for i := range maxSuffixes + 10 {
		ids = append(ids, fmt.Sprintf("a#%d", i))
	}
	s := New([]graph.Document{paragraphs(ids...)})
	slices.Sort(ids)
	for i, id := range ids {
		require.Equal(t, id, s.ID(Node(i)))
		n, ok := s.Lookup(id)
		require.True(t, ok, id)
		require.Equal(t, Node(i), n)
	}
}

// More combinations of frequent values than rows may share.
func TestFactsOfManyShapes(t *testing.T) {
	const values = 70
	d := graph.Document{ID: "document/X"}
	for i := range values * values {
		id := fmt.Sprint("n", i)
		d.Facts = append(d.Facts, graph.Fact{Subject: id, Property: "name", Value: fmt.Sprint("value ", i%values)}, graph.Fact{Subject: id, Property: "title", Value: fmt.Sprint("value ", i/values)})
		if i%values == 0 {
			d.Facts = append(d.Facts, graph.Fact{Subject: id, Property: "name", Value: "another"}, graph.Fact{Subject: id, Property: "alias", Value: id})
		}
	}
	d.Normalize()
	requireSnapshot(t, New([]graph.Document{d}), []graph.Document{d})
}

// paper is a document whose titles, quotes and paragraphs are parts of its text.
func paper(id string, paragraphs int) graph.Document {
	d := graph.Document{ID: "document/" + id}
	var source strings.Builder
	title := "Décision “" + id + "” on what is long enough to be looked for"
	source.WriteString(title + "\n\n")
	d.Facts = append(d.Facts, graph.Fact{Subject: d.ID, Property: "kind", Value: "Document"}, graph.Fact{Subject: d.ID, Property: "title", Value: title})
	for i := range paragraphs {
		start := len([]rune(source.String()))
		text := fmt.Sprintf("%d. Rappelant la résolution “%s/%d” with all the words of a paragraph of usual length;", i, id, i)
		source.WriteString(text + "\n")
		p := fmt.Sprintf("%s#op%d", d.ID, i)
		d.Facts = append(d.Facts, graph.Fact{Subject: p, Property: "kind", Value: "Paragraph"}, graph.Fact{Subject: p, Property: "start", Value: fmt.Sprint(start)}, graph.Fact{Subject: p, Property: "end", Value: fmt.Sprint(start + len([]rune(text)))}, graph.Fact{Subject: p, Property: "text", Value: text})
		quote := []rune(text)[16:40]
		d.Statements = append(d.Statements, graph.Statement{Subject: d.ID, Relation: "recalls", Object: "ga/resolution/1/1", Qualifiers: map[string]string{"citedTitle": string(quote[3:20])},
			Evidence: graph.Evidence{Document: d.ID, Paragraph: p, Start: start + 16, End: start + 40, Quote: string(quote)}})
	}
	d.Source = source.String()
	d.Normalize()
	return d
}

func TestWhatASourceSaysTakesNoRoomTwice(t *testing.T) {
	documents := []graph.Document{paper("A", 300), paper("B", 300)}
	s := New(documents)
	requireSnapshot(t, s, documents)
	extended := s.With([]graph.Document{paper("C", 300)})
	requireSnapshot(t, extended, []graph.Document{documents[0], documents[1], paper("C", 300)})
	for _, snapshot := range []*Snapshot{s, extended} {
		sources := 0
		for _, id := range snapshot.Documents() {
			d, _ := snapshot.Document(id)
			sources += len(d.Source)
		}
		assert.Less(t, snapshot.Size(), int64(sources)*5/2)
	}
}

func TestTextsOutliveTheSourceThatSaidThem(t *testing.T) {
	a, b := paper("A", 20), paper("B", 20)
	for _, f := range a.Facts {
		if f.Property == "text" {
			b.Facts = append(b.Facts, graph.Fact{Subject: b.ID, Property: "alias", Value: f.Value})
		}
	}
	b.Normalize()
	s := New([]graph.Document{a, b})
	requireSnapshot(t, s, []graph.Document{a, b})
	requireSnapshot(t, s.With(nil, a.ID), []graph.Document{b})
	requireSnapshot(t, s.With([]graph.Document{{ID: a.ID, Source: "other"}}), []graph.Document{{ID: a.ID, Source: "other"}, b})
}
