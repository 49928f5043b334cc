package search

import (
	"context"
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mandategraph/graph"
	"mandategraph/graph/snapshot"
)

// library is made up: a few acts, a document and paragraphs with the same words
// in different places.
func library() *snapshot.Snapshot {
	d := graph.Document{ID: "document/CTOC/COP/2024/5", Source: "made up"}
	about := func(subject, kind string, pairs ...string) {
		d.Facts = append(d.Facts, graph.Fact{Subject: subject, Property: "kind", Value: kind})
		for i := 0; i < len(pairs); i += 2 {
			d.Facts = append(d.Facts, graph.Fact{Subject: subject, Property: pairs[i], Value: pairs[i+1]})
		}
	}
	about("document/CTOC/COP/2024/5", "Document", "title", "Note on firearms")
	about("ctoc-cop/resolution/12/4", "Act", "number", "12/4", "title", "Trafficking in cultural property")
	about("ctoc-cop/resolution/12/40", "Act", "title", "Widgets")
	about("ga/resolution/76/185", "Act")
	about("ctoc-cop/resolution/12/4#pp1", "Paragraph", "text", "Recalling the protection of cultural goods and firearms, as well as property and crime")
	about("ctoc-cop/resolution/12/4#op1", "Paragraph", "text", "1. Urges States to protect firearms under resolution 12/40 and CTOC/COP/2024/5")
	about("ctoc-cop/resolution/12/4#op2", "Paragraph", "text", "2. Invites States to follow resolution 12/4, and to protect what is cultural: property above all")
	about("ctoc-cop/resolution/12/4#op3", "Paragraph", "text", strings.Repeat("nothing of note is said here at all ", 20)+"until Türkiye’s résumé "+strings.Repeat("and so on and on ", 20))
	about("state/tur", "State", "name", "Türkiye", "alias", "Turkey")
	d.Statements = []graph.Statement{{Subject: "ctoc-cop/resolution/12/4", Relation: "recalls", Object: "ga/resolution/76/185",
		Evidence: graph.Evidence{Document: d.ID}, Qualifiers: map[string]string{"citedTitle": "Strengthening"}}}
	return snapshot.New([]graph.Document{d})
}

// found are the hits of a search that nothing stops.
func found(
	find func(context.Context, *snapshot.Snapshot, string, int, ...string) ([]Hit, error), s *snapshot.Snapshot,
	query string, limit int, kinds ...string,
) []Hit {
	hits, err := find(context.Background(), s, query, limit, kinds...)
	if err != nil {
		panic(err)
	}
	return hits
}

func search(s *snapshot.Snapshot, query string, kinds ...string) []string {
	ids := []string{}
	for _, h := range found(Find, s, query, 10, kinds...) {
		ids = append(ids, strings.TrimPrefix(s.ID(h.Node), "ctoc-cop/resolution/"))
	}
	return ids
}

func TestSearchRanks(t *testing.T) {
	s := library()
	for query, want := range map[string][]string{
		"cultural property":            {"12/4", "12/4#pp1", "12/4#op2"},
		"CULTURAL, property!":          {"12/4", "12/4#pp1", "12/4#op2"},
		`"cultural property"`:          {"12/4", "12/4#op2"},
		`“property and crime”`:         {"12/4#pp1"},
		`"property cultural"`:          {},
		`states "protect firearms`:     {"12/4#op1"},
		"firearms":                     {"document/CTOC/COP/2024/5", "12/4#op1", "12/4#pp1"},
		"12/4":                         {"12/4", "12/4#op2"},
		"resolution 12/4":              {"12/4", "12/4#op2"},
		"CTOC/COP/2024/5":              {"document/CTOC/COP/2024/5", "12/4#op1"},
		"document/ctoc/cop/2024/5":     {"document/CTOC/COP/2024/5"},
		"ctoc-cop/resolution/12/4#pp1": {"12/4#pp1"},
		"A/RES/76/185":                 {"ga/resolution/76/185"},
		"strengthening":                {"ga/resolution/76/185"},
		"turkiye":                      {"state/tur", "12/4#op3"},
		"turkey":                       {"state/tur"},
		"prot":                         {"12/4#op1", "12/4#pp1", "12/4#op2"},
		"pr":                           {},
		"firearms widgets":             {},
		"?!":                           {},
		"":                             {},
	} {
		assert.Equal(t, want, search(s, query), query)
	}
	assert.Equal(t, []string{"12/4#pp1", "12/4#op2"}, search(s, "cultural property", "Paragraph", "State"))
	assert.Len(t, found(Find, s, "cultural", 2), 2)
	assert.Len(t, found(Find, s, "cultural", 0), 3)
	assert.True(t, HasWords("a"))
	assert.False(t, HasWords(` "" – `))
}

// An act is found by words in its title and its paragraphs together where that is
// asked for, and by one of its paragraphs where only acts are.
func TestActsAreFoundByTheirParagraphs(t *testing.T) {
	s := library()
	inAct := func(query string, kinds ...string) []string {
		ids := []string{}
		for _, h := range found(FindInAct, s, query, 10, kinds...) {
			ids = append(ids, strings.TrimPrefix(s.ID(h.Node), "ctoc-cop/resolution/")+" by "+strings.TrimPrefix(s.ID(h.Part), "ctoc-cop/resolution/"))
		}
		return ids
	}
	assert.Equal(t, []string{"12/4"}, search(s, "firearms states", "Act"), "in one paragraph of the act")
	assert.Equal(t, []string{"12/4#op1"}, search(s, "firearms states", "Act", "Paragraph"))
	assert.Empty(t, search(s, "trafficking firearms"), "in the title and a paragraph")
	assert.Equal(t, []string{"12/4 by 12/4"}, inAct("trafficking firearms"))
	assert.Equal(t, []string{"12/4 by 12/4#pp1"}, inAct(`resume crime "12/40"`))
	assert.Equal(t, []string{"12/4 by 12/4#op1"}, inAct("protect CTOC/COP/2024/5"))
	assert.Empty(t, inAct("trafficking firearms", "Document"))
	assert.Empty(t, inAct("trafficking widgets"))
	f, err := Search(context.Background(), s, "firearms", Options{})
	require.NoError(t, err)
	assert.Len(t, f.Nodes(), 3)
	assert.Equal(t, f.Nodes()[1], f.Hit(1).Node)
}

func TestInflectionsAreOneWord(t *testing.T) {
	s := snapshot.New([]graph.Document{{ID: "document/a", Facts: []graph.Fact{
		{Subject: "document/a", Property: "title", Value: "Requested treaties on women taken from stopping cities"},
		{Subject: "document/b", Property: "title", Value: "The national organization of united arms"},
	}}})
	for _, query := range []string{"requesting", "requests", "treaty", "woman", "takes", "stop", "stopped", "city"} {
		assert.Equal(t, []string{"document/a"}, search(s, query), query)
	}
	for _, query := range []string{"nation", "organ", "unit"} {
		for _, hit := range search(s, query+"s") {
			assert.Fail(t, "a derived word is another one", "%s finds %s", query, hit)
		}
	}
	assert.Equal(t, []string{"document/a"}, search(s, `"treaties on women"`))
	assert.Empty(t, search(s, `"treaty on women"`), "phrases are as they are printed")
	for _, pair := range [][2]string{
		{"measure", "measured"}, {"analysis", "analyses"}, {"plan", "planned"}, {"code", "coding"}, {"install", "installed"},
		{"control", "controlling"}, {"agree", "agreed"}, {"supply", "supplied"}, {"access", "accesses"}, {"crisis", "crises"},
	} {
		assert.Equal(t, inflected(pair[0]), inflected(pair[1]), pair)
	}
	for _, pair := range [][2]string{{"plan", "plane"}, {"12/4", "12/4s"}, {"sit", "site"}, {"general", "generate"}} {
		assert.NotEqual(t, inflected(pair[0]), inflected(pair[1]), pair)
	}
}

func TestSearchReadsBothSpellings(t *testing.T) {
	s := snapshot.New([]graph.Document{{ID: "document/a", Facts: []graph.Fact{{Subject: "document/a", Property: "kind", Value: "Document"}, {Subject: "document/a", Property: "title", Value: "Labour organized in four programmes"}}}})
	for _, query := range []string{"organised", "ORGANIZED labor", "labour", "program", `"labor organised"`, "four"} {
		assert.Equal(t, []string{"document/a"}, search(s, query), query)
	}
	assert.Empty(t, search(s, "for"), "short words stay as they are")
}

func TestSnippetsShowWhereTheWordsAre(t *testing.T) {
	s := library()
	for query, words := range map[string][]string{
		"turkiye resume":    {"Türkiye’s", "résumé"},
		`"until turkiyes"`:  {"until Türkiye’s"},
		`until "turkiyes"`:  {"until", "Türkiye’s"},
		"nothing said résu": {"nothing", "said", "nothing", "said", "nothing", "said"},
	} {
		hits := found(Find, s, query, 1)
		require.Len(t, hits, 1, query)
		h := hits[0]
		assert.Equal(t, "text", h.Property)
		assert.LessOrEqual(t, len([]rune(h.Snippet)), snippetLength+4)
		var marked []string
		for _, m := range h.Matches {
			marked = append(marked, string([]rune(h.Snippet)[m.Start:m.End]))
		}
		require.GreaterOrEqual(t, len(marked), len(words), query)
		assert.Equal(t, words, marked[:len(words)], query)
		assert.True(t, strings.HasSuffix(h.Snippet, " …"), h.Snippet)
	}
	h := found(Find, s, "A/RES/76/185", 1)[0]
	assert.Equal(t, "Strengthening", h.Snippet)
	assert.Equal(t, "number", h.Property)
}

func TestSearchIsTheSameEveryTimeAndFromEverywhere(t *testing.T) {
	s, want := library(), found(Find, library(), "cultural property firearms", 0)
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() { assert.Equal(t, want, found(Find, s, "cultural property firearms", 0)) })
	}
	group.Wait()
	assert.Empty(t, found(Find, snapshot.New(nil), "anything", 5))
}

func TestWordsKeepNumbersAndSymbolsWhole(t *testing.T) {
	var forms []string
	for _, w := range wordsOf("Decision-making on L.8/Rev.1, S-30/1 and/or d'Ivoire. 5. See 2026.") {
		forms = append(forms, w.form)
	}
	assert.Equal(t, []string{"decision", "making", "on", "l.8/rev.1", "rev", "s-30/1", "and", "or", "divoire", "5", "see", "2026"}, forms)
}

func TestFuzzySearchFindsWhatIsNearlyWrittenLikeThat(t *testing.T) {
	s := library()
	fuzzy := func(query string) []string {
		ids := []string{}
		for _, h := range found(FindFuzzy, s, query, 10) {
			ids = append(ids, strings.TrimPrefix(s.ID(h.Node), "ctoc-cop/resolution/"))
		}
		return ids
	}
	for query, want := range map[string][]string{
		"trafiking cultral":  {"12/4"},
		"firarms":            {"document/CTOC/COP/2024/5", "12/4#op1", "12/4#pp1"},
		"wigdets":            {"12/40"}, // two letters that changed places
		"widtegs":            {},
		"wigets":             {"12/40"},
		"12/5":               {},
		`"cultral property"`: {},
		"strengthenig":       {"ga/resolution/76/185"},
		"firearms":           {"document/CTOC/COP/2024/5", "12/4#op1", "12/4#pp1"},
	} {
		assert.Equal(t, want, fuzzy(query), query)
	}
	assert.Empty(t, search(s, "firarms"), "only when asked")
	h := found(FindFuzzy, s, "firarms", 1)[0]
	assert.Equal(t, []Match{{8, 16}}, h.Matches)
}

// A query has room for a long sentence; each word more is a look at all words
// that there are.
func TestAQueryHasSoManyWordsAndNoMore(t *testing.T) {
	s := library()
	words := func(n int, between string) string {
		var list []string
		for i := range n {
			list = append(list, fmt.Sprintf("word%d", i))
		}
		return strings.Join(list, between)
	}
	for _, find := range []func(context.Context, *snapshot.Snapshot, string, int, ...string) ([]Hit, error){
		Find, FindFuzzy,
	} {
		for query, many := range map[string]int{
			words(MaxWords, " "):                   0,
			words(MaxWords+1, " "):                 MaxWords + 1,
			`"` + words(200, " ") + `"`:            200,
			words(10, " ") + ` "` + words(60, ","): 70,
			strings.Repeat("again ", 500):          0,
		} {
			_, err := find(context.Background(), s, query, 10)
			if many == 0 {
				assert.NoError(t, err)
				continue
			}
			assert.ErrorIs(t, err, TooManyWords(many))
			assert.ErrorContains(t, err, fmt.Sprintf("%d words; at most 64", many))
		}
	}
}

// A search looks at its context again and again, in whatever it does.
func TestASearchStopsWhenItsContextEnds(t *testing.T) {
	d := graph.Document{ID: "document/a"}
	for i := range 5_000 {
		id := fmt.Sprintf("document/%d", i)
		d.Facts = append(d.Facts, graph.Fact{Subject: id, Property: "kind", Value: "Document"}, graph.Fact{
			Subject: id, Property: "title", Value: fmt.Sprintf("the firearms %s of that", strings.Repeat(string(rune('a'+i%26)), i%9+4))})
	}
	s := snapshot.New([]graph.Document{d})
	require.Len(t, found(Find, s, "firearms", 0), 5_000)
	for query, find := range map[string]func(context.Context, *snapshot.Snapshot, string, int, ...string) ([]Hit, error){
		"firearms": Find, `"the firearms" "of that"`: Find, "fireams": FindFuzzy,
	} {
		looks := 0
		for allowed := 1; ; allowed = allowed*3/2 + 1 {
			ctx := &countedContext{Context: context.Background(), left: allowed}
			hits, err := find(ctx, s, query, 0)
			if err == nil {
				assert.Len(t, hits, 5_000, query)
				break
			}
			assert.ErrorIs(t, err, context.Canceled)
			assert.Empty(t, hits)
			looks++
		}
		assert.Greater(t, looks, 5, "%s: from the first word to the last hit", query)
	}
}

// A countedContext ends after it was looked at so many times.
type countedContext struct {
	context.Context
	left int
}

func (c *countedContext) Err() error {
	if c.left--; c.left < 0 {
		return context.Canceled
	}
	return nil
}

// Where nothing has all words, what has most of them is found, and it is known what
// it lacks.
func TestMost(t *testing.T) {
	d := graph.Document{ID: "document/harbours"}
	for id, text := range map[string]string{
		"document/harbours#1": "The pilots guide ships past the wrecks.",
		"document/harbours#2": "Wrecks are marked by buoys.",
		"document/harbours#3": "Ships are counted, and so are the buoys beside the wrecks.",
		"document/harbours#4": "Nothing else is done.",
	} {
		d.Facts = append(d.Facts, graph.Fact{Subject: id, Property: "kind", Value: "Paragraph"}, graph.Fact{Subject: id, Property: "text", Value: text})
	}
	d.Normalize()
	s := snapshot.New([]graph.Document{d})
	most := func(query string, keep func(n, whole snapshot.Node) bool) (ids []string, f *Found) {
		f, err := Most(context.Background(), s, Wish{Query: query, Kinds: []string{"Paragraph"}, Keep: keep})
		require.NoError(t, err)
		for _, n := range f.Nodes() {
			ids = append(ids, strings.TrimPrefix(s.ID(n), "document/harbours"))
		}
		return ids, f
	}
	ids, f := most("wrecks buoys", nil)
	assert.ElementsMatch(t, []string{"#2", "#3"}, ids, "both have all words")
	assert.False(t, f.Partial())
	ids, f = most("pilot wrecks harbour", nil)
	assert.Equal(t, []string{"#1"}, ids)
	assert.True(t, f.Partial())
	assert.Equal(t, []string{"harbour"}, f.Lacks(f.Nodes()[0]))
	ids, _ = most(`"past the wrecks" ships`, nil)
	assert.Equal(t, []string{"#1"}, ids, "a phrase follows word on word")
	ids, _ = most("wrecks", func(n, _ snapshot.Node) bool { return s.ID(n) != "document/harbours#1" })
	assert.ElementsMatch(t, []string{"#2", "#3"}, ids)
	ids, _ = most("lighthouse", nil)
	assert.Empty(t, ids)
	_, err := Most(context.Background(), s, Wish{Query: "wreck " + manyWords(MaxWords)})
	assert.IsType(t, TooManyWords(0), err)
}

// manyWords are so many different words.
func manyWords(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "w%d ", i)
	}
	return b.String()
}
