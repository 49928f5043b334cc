package schema

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mandategraph/bench/corpus"
	"mandategraph/graph/snapshot"
	"mandategraph/schema/guard"
)

// longQueries are those that take longest of their sort, by name, on a synthetic
// graph of some acts.
func longQueries(acts int) map[string]string {
	act := corpus.ActID(acts - 1)
	var words []string
	for i := range 60 {
		words = append(words, fmt.Sprintf("resolut%cons%c", 'a'+i%26, 'a'+i/26))
	}
	return map[string]string{
		"search":       `{ search(query: "the resolution of the") { totalCount } }`,
		"fuzzy search": `{ search(query: "` + strings.Join(words, " ") + `", fuzzy: true) { totalCount } }`,
		"ask":          `{ ask(question: "` + strings.Repeat("what of resolutoin and ", 20) + `") { text } }`,
		"lineage":      `{ lineage(id: "` + act + `", depth: 6) { nodes { node { id } } edges { quote } } }`,
		"dated":        `{ lineage(id: "` + act + `", depth: 6, until: "2000") { nodes { id } } }`,
		"path":         `{ path(from: "` + act + `", to: "` + corpus.ActID(0) + `") { length } }`,
		"surroundings": `{ subgraph(ids: ["` + act + `"], depth: 6) { nodes { id } timeline { places { row } } } }`,
		"statements":   `{ statements(filter: {quote: "nowhere"}, orderBy: {field: PLACE}) { totalCount } }`,
		"facets":       `{ statements { facets { years { count } } } }`,
		"ordered":      `{ acts(orderBy: {field: TIMES_CITED}) { nodes { id } } }`,
		"filtered":     `{ acts(title: "nowhere", subject: "resolution") { totalCount } }`,
		"counted":      `{ statistics { byRelation { count } } }`,
	}
}

// A client that leaves ends its work, whatever that is: its place is free again.
func TestWhateverIsWorkedOnStopsWhenItsClientLeaves(t *testing.T) {
	const acts = 2000
	snap := snapshot.New(corpus.All(corpus.Options{Acts: acts, Seed: 1}))
	a, err := New(func() *snapshot.Snapshot { return snap }, Options{Timeout: time.Minute})
	require.NoError(t, err)
	for name, query := range longQueries(acts) {
		r := a.Execute(context.Background(), query, nil, "")
		require.Empty(t, r.Errors, name)
		for _, after := range []time.Duration{0, 100 * time.Microsecond, time.Millisecond} {
			ctx, leave := context.WithTimeout(context.Background(), after)
			r := a.Execute(ctx, query, nil, "")
			leave()
			if len(r.Errors) > 0 { // else it was quick enough
				assert.Contains(t, []string{guard.TimedOut, guard.Overloaded}, r.Errors[0].Code(), name)
				assert.Nil(t, r.Data, "%s: half an answer is none", name)
			}
			require.Eventually(t, func() bool {
				short, _ := a.Load()
				long, _ := a.LongLoad()
				return short+long == 0
			}, 20*time.Second, time.Millisecond, name)
		}
	}
}

// Whoever has an answer finds the place free that it was worked out in.
func TestThePlaceIsFreeOnceTheAnswerIsThere(t *testing.T) {
	a := newAPI(t, Options{Concurrency: 1})
	for range 3000 {
		require.Empty(t, execute(t, a, `{ statistics { entities } }`, nil).Errors)
		short, _ := a.Load()
		long, _ := a.LongLoad()
		require.Zero(t, short+long)
	}
}

func TestASearchForTooManyWordsIsRefused(t *testing.T) {
	a := newAPI(t, Options{})
	var words []string
	for i := range 20_000 {
		words = append(words, fmt.Sprintf("w%d", i))
	}
	const query = `query($q: String!, $f: Boolean) { search(query: $q, fuzzy: $f, first: 1) { totalCount } }`
	for _, n := range []int{65, 300, len(words)} {
		for _, fuzzy := range []bool{false, true} {
			r := execute(t, a, query, map[string]any{"q": strings.Join(words[:n], " "), "f": fuzzy})
			require.Equal(t, []string{guard.TooComplex}, r.codes())
			assert.Equal(t, fmt.Sprintf("the query has %d words; at most 64 can be looked for", n), r.Errors[0].Message)
		}
	}
	for _, subject := range []string{`acts(subject: $q)`, `acts(filter: {subject: $q})`} {
		r := execute(t, a, `query($q: String!) { `+subject+` { totalCount } }`, map[string]any{"q": strings.Join(words, " ")})
		assert.Equal(t, []string{guard.TooComplex}, r.codes())
	}
	r := execute(t, a, query, map[string]any{"q": strings.Join(words[:64], " "), "f": true})
	assert.Empty(t, r.Errors)
}

// A word costs as much as it is work to find, and searches beside one another add
// up.
func TestWordsOfASearchCost(t *testing.T) {
	a := newAPI(t, Options{})
	for query, want := range map[string]float64{
		`{ search(query: "a b c", first: 10) { nodes { id } } }`:                                            10 + 3*plainWord,
		`{ search(query: "a b c", first: 10, fuzzy: true) { nodes { id } } }`:                               10 + 3*fuzzyWord,
		`{ acts(subject: "a b", first: 3) { nodes { id } } }`:                                               3 + 2*plainWord,
		`query($q: String = "a b") { search(query: $q, first: 1) { totalCount } }`:                          1 + 2*plainWord,
		`{ a: search(query: "a", first: 1) { totalCount } b: search(query: "a", first: 1) { totalCount } }`: 2 + 2*plainWord,
	} {
		assert.EqualValues(t, want, execute(t, a, query, nil).cost(), query)
	}
	words := strings.TrimSpace(strings.Repeat("wa wb wc wd we wf wg wh ", 1) + "xa xb xc xd xe xf xg xh ya yb yc yd ye yf yg yh")
	var aliases strings.Builder
	for i := range 12 {
		fmt.Fprintf(&aliases, `a%d: search(query: %q, fuzzy: true, first: 1) { totalCount } `, i, words)
	}
	r := execute(t, a, "{"+aliases.String()+"}", nil)
	assert.Equal(t, []string{guard.TooComplex}, r.codes())
	assert.Contains(t, r.Errors[0].Message, "fewer words")
}

// BenchmarkStop reports the longest time from a client's leaving until its place
// is free, of each sort of work; a longer work is stopped at several of its stages.
func BenchmarkStop(b *testing.B) {
	a := benchmarkAPI(b)
	for name, query := range longQueries(*benchmarkActs) {
		a.Execute(context.Background(), query, nil, "")
		start := time.Now()
		a.Execute(context.Background(), query, nil, "")
		whole := time.Since(start)
		b.Run(name, func(b *testing.B) {
			var longest time.Duration
			for i := 0; b.Loop(); i++ {
				ctx, leave := context.WithTimeout(context.Background(), whole*time.Duration(i%10)/10)
				a.Execute(ctx, query, nil, "")
				<-ctx.Done()
				left := time.Now()
				for working, _ := a.LongLoad(); working > 0; working, _ = a.LongLoad() {
					time.Sleep(50 * time.Microsecond)
				}
				longest = max(longest, time.Since(left))
				leave()
			}
			b.ReportMetric(float64(longest.Microseconds())/1000, "longest-ms")
			b.ReportMetric(float64(whole.Microseconds())/1000, "whole-ms")
		})
	}
}
