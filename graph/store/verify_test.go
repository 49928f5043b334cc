package store

import (
	"context"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mandategraph/graph"
	"mandategraph/graph/graphtest"
)

// quoted is a document whose quotes are cut from its source.
func quoted(id string, recalls ...string) graph.Document {
	d := graphtest.Sample(id, recalls...)
	d.Source = "The Conference"
	for i := range d.Statements {
		e := &d.Statements[i].Evidence
		d.Source += ",\n\n25-07772\n\nrecalling "
		e.Start = len(d.Source)
		d.Source += strings.ReplaceAll(e.Quote, "resolution/", "[resolution](https://x)\n/ *")
		e.End = len(d.Source)
	}
	d.Normalize()
	return d
}

func findings(t *testing.T, s *Store) string {
	list, err := s.Verify(context.Background())
	require.NoError(t, err)
	return strings.Join(list, "\n")
}

func testVerify(t *testing.T, s *Store) {
	ctx := context.Background()
	a, b := quoted("A", "ga/resolution/76/185", "ga/resolution/55/25"), quoted("B", "ga/resolution/76/185")
	require.NoError(t, s.Load(ctx, []graph.Document{a, b}, func(int, Change) {}))
	_, err := s.Unload(ctx, b.ID)
	require.NoError(t, err)
	replace(t, s, b)
	assert.Empty(t, findings(t, s))

	// Behind the store's back a statement's evidence is changed, and a fact goes.
	quads := Quads(&a)
	quote := slices.IndexFunc(quads, func(q quad.Quad) bool { return q.Predicate == vocabularyIRI(graph.QuoteTerm) })
	title := slices.IndexFunc(Quads(&b), func(q quad.Quad) bool { return q.Predicate == vocabularyIRI("title") })
	changed := quads[quote]
	changed.Object = quad.String("somewhere else")
	require.NoError(t, s.with(ctx, func(to backend) error {
		if sql, ok := to.(*sqlStore); ok {
			// What a transaction of Cayley's own would take for its entry.
			_, err := sql.db.Exec(`DELETE FROM mandategraph_journal WHERE writes = 0`)
			require.NoError(t, err)
		}
		return to.ApplyDeltas(deltas([]quad.Quad{quads[quote], Quads(&b)[title]}, []quad.Quad{changed}), cayley.IgnoreOpts{})
	}))
	found := findings(t, s)
	assert.Contains(t, found, "their sum differs from the journal's")
	assert.Contains(t, found, "document/A: its quads are not those that were written")
	assert.Contains(t, found, "document/A: the snapshot shows it otherwise than the store holds it")
	assert.Contains(t, found, "document/B: 20 quads, 1 statements and 2 facts were written, and 19, 1 and 1 are there")
	assert.Equal(t, 5, strings.Count(found, "\n")+1, found)
}

func TestVerifyCutsQuotesOutOfTheSource(t *testing.T) {
	s := openStore(t, "bbolt:"+filepath.Join(t.TempDir(), "graph.db"))
	for name, spoil := range map[string]func(*graph.Document){
		"the quote":    func(d *graph.Document) { d.Statements[0].Evidence.Quote = "resolution 76/186" },
		"the range":    func(d *graph.Document) { d.Statements[0].Evidence.End += 1000 },
		"the place":    func(d *graph.Document) { d.Statements[0].Evidence.Start -= 12 },
		"the source":   func(d *graph.Document) { d.Source = strings.ToUpper(d.Source) },
		"nothing else": func(*graph.Document) {},
	} {
		d := quoted("A", "ga/resolution/76/185")
		spoil(&d)
		replace(t, s, d)
		if name == "nothing else" {
			assert.Empty(t, findings(t, s))
		} else {
			assert.Contains(t, findings(t, s), "document/A: ctoc-cop/resolution/12/A recalls ga/resolution/76/185 at ", name)
		}
	}
}

// What a page break or footnotes interrupt is quoted without them, however few
// words stand before or after.
func TestVerifyKnowsQuotesOverPageBreaksAndFootnotes(t *testing.T) {
	for _, c := range []struct {
		source, quote string
		shown         bool
	}{
		{"resolution\n\nV.25-01234\t3/21\n\nCAC/COSP/2025/14\n\n33/2", "resolution 33/2", true},
		{"seventh\n\n¹ *Treaty Series*, vol. 2225.\n\n² *Ibid.*, vol. 2241.\n\nand eighth", "seventh and eighth", true},
		{"resolution\n\nV.25-01234\t3/21\n\n33/2", "resolution 33/3", false},
		{"resolution\n\nV.25-01234\t3/21\n\n33/2", "a resolution 33/2", false},
		{"its resolution\n\n33/2", "resolution 33/2", false},
		{"resolution 33/2 and", "resolution 33/2", false},
		{"33/2\n\nresolution", "resolution 33/2", false},
		{"\n\n", "resolution 33/2", false},
	} {
		assert.Equal(t, c.shown, shows(c.source, c.quote), "%q in %q", c.quote, c.source)
	}
}
