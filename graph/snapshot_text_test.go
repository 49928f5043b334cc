package graph

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// paragraphs is a document that says of each id what it is.
func paragraphs(ids ...string) Document {
	d := Document{ID: "document/X", Source: "made up"}
	for _, id := range ids {
		d.Facts = append(d.Facts, Fact{id, "kind", "Paragraph"})
	}
	d.Normalize()
	return d
}

func TestEntitiesAreFoundByIDsOfEveryShape(t *testing.T) {
	d := paragraphs("a", "a#op1", "a#op1/mandate/1", "a#op1#fn2", "a#", "a!", "a!#op1", "a/1", "a/1#op1", "b#op1", "b#op1/mandate/1", "c", "c#pp1",
		"#", "#op1", "", "##", "d##", "d#", "é", "é#ñ", `e"`, `e"#op1`, `e"#"`)
	s := NewSnapshot([]Document{d})
	requireSnapshot(t, s, []Document{d})
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
	s := NewSnapshot([]Document{paragraphs(ids...)})
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
	d := Document{ID: "document/X"}
	for i := range values * values {
		id := fmt.Sprint("n", i)
		d.Facts = append(d.Facts, Fact{id, "name", fmt.Sprint("value ", i%values)}, Fact{id, "title", fmt.Sprint("value ", i/values)})
		if i%values == 0 {
			d.Facts = append(d.Facts, Fact{id, "name", "another"}, Fact{id, "alias", id})
		}
	}
	d.Normalize()
	requireSnapshot(t, NewSnapshot([]Document{d}), []Document{d})
}

// paper is a document whose titles, quotes and paragraphs are parts of its text.
func paper(id string, paragraphs int) Document {
	d := Document{ID: "document/" + id}
	var source strings.Builder
	title := "Décision “" + id + "” on what is long enough to be looked for"
	source.WriteString(title + "\n\n")
	d.Facts = append(d.Facts, Fact{d.ID, "kind", "Document"}, Fact{d.ID, "title", title})
	for i := range paragraphs {
		start := len([]rune(source.String()))
		text := fmt.Sprintf("%d. Rappelant la résolution “%s/%d” with all the words of a paragraph of usual length;", i, id, i)
		source.WriteString(text + "\n")
		p := fmt.Sprintf("%s#op%d", d.ID, i)
		d.Facts = append(d.Facts, Fact{p, "kind", "Paragraph"}, Fact{p, "start", fmt.Sprint(start)}, Fact{p, "end", fmt.Sprint(start + len([]rune(text)))}, Fact{p, "text", text})
		quote := []rune(text)[16:40]
		d.Statements = append(d.Statements, Statement{Subject: d.ID, Relation: "recalls", Object: "ga/resolution/1/1", Qualifiers: map[string]string{"citedTitle": string(quote[3:20])},
			Evidence: Evidence{Document: d.ID, Paragraph: p, Start: start + 16, End: start + 40, Quote: string(quote)}})
	}
	d.Source = source.String()
	d.Normalize()
	return d
}

func TestWhatASourceSaysTakesNoRoomTwice(t *testing.T) {
	documents := []Document{paper("A", 300), paper("B", 300)}
	s := NewSnapshot(documents)
	requireSnapshot(t, s, documents)
	extended := s.With([]Document{paper("C", 300)})
	requireSnapshot(t, extended, []Document{documents[0], documents[1], paper("C", 300)})
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
			b.Facts = append(b.Facts, Fact{b.ID, "alias", f.Value})
		}
	}
	b.Normalize()
	s := NewSnapshot([]Document{a, b})
	requireSnapshot(t, s, []Document{a, b})
	requireSnapshot(t, s.With(nil, a.ID), []Document{b})
	requireSnapshot(t, s.With([]Document{{ID: a.ID, Source: "other"}}), []Document{{ID: a.ID, Source: "other"}, b})
}
