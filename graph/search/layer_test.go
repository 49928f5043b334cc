package search

import (
	"context"
	"fmt"
	"math/rand"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mandategraph/graph"
	"mandategraph/graph/snapshot"
)

// shelf makes documents from few words, so that queries find them; large enough a first
// one that others are laid over it.
func shelf(r *rand.Rand, i int) graph.Document {
	some := func(n int) string {
		var list []string
		for range n {
			list = append(list, strings.Fields("firearms protect protecting children treaties treaty Türkiye 12/4 widgets labour trade of the")[r.Intn(13)])
		}
		return strings.Join(list, " ")
	}
	d := graph.Document{ID: fmt.Sprintf("document/A/%d", i)}
	act := fmt.Sprintf("ga/resolution/1/%d", r.Intn(12))
	about := func(subject string, pairs ...string) {
		for p := 0; p < len(pairs); p += 2 {
			d.Facts = append(d.Facts, graph.Fact{Subject: subject, Property: pairs[p], Value: pairs[p+1]})
		}
	}
	about(d.ID, "kind", "Document", "title", some(3))
	for k := range 1 + r.Intn(3) {
		about(fmt.Sprintf("%s#op%d", act, k+1), "kind", "Paragraph", "text", some(6))
	}
	if r.Intn(3) > 0 {
		about(act, "kind", "Act", "title", some(3))
	}
	d.Statements = []graph.Statement{{Subject: act, Relation: "recalls", Object: fmt.Sprintf("ga/resolution/1/%d", r.Intn(14)),
		Evidence: graph.Evidence{Document: d.ID}, Qualifiers: map[string]string{"citedTitle": some(2)}}}
	if i == 0 {
		for k := range 5000 {
			d.Statements = append(d.Statements, graph.Statement{Subject: act, Relation: "mentions", Object: fmt.Sprintf("sc/resolution/%d", k),
				Evidence: graph.Evidence{Document: d.ID, Start: k, End: k + 1}})
		}
	}
	d.Normalize()
	return d
}

// What is loaded, replaced and unloaded is found as in an index that is made of the
// outcome, with the same scores.
func TestAnIndexFollowsItsSnapshot(t *testing.T) {
	for seed := range int64(6) {
		r := rand.New(rand.NewSource(seed))
		held := map[int]graph.Document{0: shelf(r, 0)}
		for i := range 12 {
			held[i+1] = shelf(r, i+1)
		}
		s := snapshot.New(documentsOf(held))
		for step := range 6 {
			i, j := 1+r.Intn(16), 1+r.Intn(16)
			held[i] = shelf(r, i)
			gone := []string{}
			if d, ok := held[j]; ok && j != i {
				gone = append(gone, d.ID)
				delete(held, j)
			}
			s = s.With([]graph.Document{held[i]}, gone...)
			require.NotSame(t, s, s.Base(), "laid over")
			made := snapshot.New(documentsOf(held))
			for _, query := range []string{
				"firearms", "protects", `"of the"`, "treaty children", "labour widgets turkiye", "12/4", "ga/resolution/1/3",
				"General Assembly resolution 1/5", "the trade of", "firearm protect treaties",
			} {
				for _, o := range []Options{{}, {InAct: true}, {Kinds: []string{"Act"}}, {Fuzzy: true, Kinds: []string{"Paragraph", "Act"}}} {
					want, got := hitsOf(t, made, query, o), hitsOf(t, s, query, o)
					assert.Equal(t, want, got, "seed %d, step %d: %s %v", seed, step, query, o)
				}
			}
		}
	}
}

func documentsOf(held map[int]graph.Document) (list []graph.Document) {
	for i := range 20 {
		if d, ok := held[i]; ok {
			list = append(list, d)
		}
	}
	return list
}

func hitsOf(t *testing.T, s *snapshot.Snapshot, query string, o Options) (hits []Hit) {
	t.Helper()
	f, err := Search(context.Background(), s, query, o)
	require.NoError(t, err)
	for i := range f.Nodes() {
		hits = append(hits, f.Hit(i))
	}
	return hits
}
